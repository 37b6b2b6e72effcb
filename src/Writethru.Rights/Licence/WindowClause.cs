using System.Collections.Frozen;
using Writethru.Copy;
using static Writethru.Rights.Licence.LicenceVocabulary;

namespace Writethru.Rights.Licence;

/// <summary>From when and until when something may be used.</summary>
static class WindowClause
{
    /// <summary>Most words before "until": <c>licence valid for use only until</c>.</summary>
    const int MostBefore = 5;

    /// <summary>Longest window that is read, in days.</summary>
    const int LongestInDays = 3660;

    static readonly FrozenSet<string> _validity = Words(
        "valid available usable licence license licensed rights permitted allowed gültig nutzbar verwendbar " +
        "verfügbar " +
        "lizenz valable utilisable disponible válido válida licencia");

    static readonly PhraseTable<bool> _until = new(
    [
        (
            "until;till;til;through;thru;up to;until and including;up to and including;not later than;bis;bis zum;" +
            "bis einschließlich;jusqu'au;jusqu'à;jusqu'à la;hasta;hasta el",
            true),
    ]);

    static readonly PhraseTable<bool> _from = new(
        [("from;as of;as from;starting;starting on;ab;ab dem;à partir du;" +
            "à compter du;desde;desde el;a partir del", true)]);

    static readonly PhraseTable<bool> _to = new(
        [("until;till;to;through;thru;bis;bis zum;au;jusqu'au;al;hasta;hasta el", true)]);

    static readonly PhraseTable<bool> _after = new(
        [("after;beyond;later than;nach;nach dem;après;après le;después de;después del", true)]);

    static readonly PhraseTable<bool> _expires = new(
    [
        (
            "expires;expires on;expiry;expiry date;expiration;expiration date;expiring;licence expires;" +
            "license expires;" +
            "use expires;rights expire;rights expire on;verfällt am;läuft ab am;ablaufdatum;expire le;" +
            "date d'expiration;" +
            "caduca el;fecha de caducidad;만료일;有効期限",
            true),
    ]);

    static readonly PhraseTable<int> _units = new(
    [
        ("hour;hours;hrs;hr;stunde;stunden;heure;heures;hora;horas;시간;時間", 1),
        ("day;days;tag;tage;tagen;jour;jours;día;días;일;日", 24),
        ("week;weeks;woche;wochen;semaine;semaines;semana;semanas", 24 * 7),
    ]);

    static readonly PhraseTable<bool> _within = new(
        [("for;within;für;innerhalb von;innerhalb;pendant;pour;durante;for up to;up to;for the first", true)]);

    static readonly PhraseTable<bool> _receipt = new(
        [("of receipt;after receipt;from receipt;nach erhalt;ab erhalt;après réception;tras la recepción", true)]);

    public static ClauseMatch? Read(Clause clause, int at) =>
        NoneAfter(clause, at) ?? Until(clause, at) ?? Expires(clause, at) ?? From(clause, at) ?? During(clause, at)
        ?? WithParticle(clause, at);

    /// <summary><c>No use after 1 December 2026</c>, <c>Not to be used after 48 hours</c>.</summary>
    static ClauseMatch? NoneAfter(Clause clause, int at)
    {
        var no = clause.AfterNo(at);
        if (no < 0)
            return null;
        var after = _after.Find(clause, TerritoryClause.Uses(clause, clause.Skip(no, For)), out _);
        if (after < 0)
            return null;
        if (Length(clause, after, out var length) is > 0 and var end)
            return clause.Ends(end) ? Closed(end, clause.Line.Received + length, 1) : null;
        return Closing(clause, after);
    }

    /// <summary><c>For use until 24 Nov 2026</c>, <c>Valid until …</c>, <c>bis 24.11.2026 nutzbar</c>.</summary>
    static ClauseMatch? Until(Clause clause, int at)
    {
        var until = _until.Find(clause, BeforeUntil(clause, at), out _);
        if (until < 0 || MomentReader.Read(clause, until) is not { } moment)
            return null;
        var end = clause.Skip(moment.End, Only);
        return Closed(clause, moment, clause.Is(end, _validity) ? end + 1 : end);
    }

    /// <summary><c>Expires 24 Nov 2026</c>, <c>Expiry date: 2026-11-24</c>.</summary>
    static ClauseMatch? Expires(Clause clause, int at)
    {
        var date = _expires.Find(clause, at, out _);
        return date < 0 ? null
            : Closing(clause.Has(date) ? clause : clause.Behind(date, ":") ?? clause, date);
    }

    /// <summary><c>For use from 24 Nov 2026</c>, <c>from 24 Nov 2026 to 5 Dec 2026</c>.</summary>
    static ClauseMatch? From(Clause clause, int at)
    {
        var from = _from.Find(clause, BeforeUntil(clause, at), out _);
        if (from < 0 || MomentReader.Read(clause, from) is not { Role: MomentRole.None } first)
            return null;
        var received = clause.Line.Received;
        if (first.Opening(received) is not { } opening)
            return null;
        var rule = new UsageRule { Kind = UsageKinds.Window, From = opening, Sure = first.Sure(received) };
        var to = _to.Find(clause, first.End, out _);
        if (to < 0)
            return clause.Ends(first.End) ? new ClauseMatch(first.End, rule) : null;
        if (MomentReader.Read(clause, to) is not { Role: MomentRole.None } second
            || second.Closing(received) is not { } closing || !clause.Ends(second.End))
            return null;
        return new ClauseMatch(second.End,
            rule with { Until = closing, Sure = Math.Min(rule.Sure, second.Sure(received)) });
    }

    /// <summary><c>For 48 hours</c>, <c>48 hours only</c>, <c>Use within 30 days of receipt</c>.</summary>
    static ClauseMatch? During(Clause clause, int at)
    {
        var before = BeforeUntil(clause, at);
        var number = _within.Find(clause, before, out _);
        // "for" is one of the words before it, too.
        if (number < 0)
            number = before > at && clause.Is(before - 1, For) ? before : -1;
        var end = Length(clause, number < 0 ? at : number, out var length);
        if (end < 0)
            return null;
        if (_receipt.Find(clause, end, out _) is > 0 and var receipt)
            end = receipt;
        var only = clause.Skip(end, Only);
        return (number >= 0 || only > end) && clause.Ends(only) ? Closed(only, clause.Line.Received + length, 1) : null;
    }

    /// <summary><c>11월 24일까지 사용 가능</c>, <c>12월 1일 이후 사용 금지</c>.</summary>
    static ClauseMatch? WithParticle(Clause clause, int at)
    {
        if (MomentReader.Read(clause, at) is not { } moment)
            return null;
        var after = moment.Role == MomentRole.None && (clause.Is(moment.End, "이후") || clause.Is(moment.End, "以降"))
            ? moment.End + 1 : moment.End;
        var use = TerritoryClause.Uses(clause, after);
        if (use == after)
            return null;
        if (clause.Is(use, Forbidden))
            return moment.Role == MomentRole.After || after > moment.End ? Closed(clause, moment, use + 1) : null;
        var end = clause.Skip(use, Permitted);
        if (!clause.Ends(end) || end == use)
            return null;
        return moment.Role == MomentRole.Until ? Closed(clause, moment, end)
            : moment.Role == MomentRole.From && moment.Opening(clause.Line.Received) is { } opening
                ? new ClauseMatch(end, new UsageRule
                {
                    Kind = UsageKinds.Window,
                    From = opening,
                    Sure = moment.Sure(clause.Line.Received),
                })
                : null;
    }

    static int BeforeUntil(Clause clause, int at)
    {
        for (var count = 0; count < MostBefore
            && (clause.Is(at, _validity) || clause.Is(at, Use) || clause.Is(at, Only) || clause.Is(at, For)); count++)
            at++;
        return at;
    }

    static int Length(Clause clause, int at, out TimeSpan length)
    {
        length = default;
        if (!clause.Has(at) || clause.Words[at].Key is not { Length: <= 4 } digits || !digits.All(char.IsAsciiDigit))
            return -1;
        var end = _units.Find(clause, at + 1, out var hours);
        var total = int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) * (long)hours;
        if (end < 0 || total is < 1 or > LongestInDays * 24L)
            return -1;
        length = TimeSpan.FromHours(total);
        return end;
    }

    static ClauseMatch? Closing(Clause clause, int at) =>
        MomentReader.Read(clause, at) is { } moment ? Closed(clause, moment, moment.End) : null;

    static ClauseMatch? Closed(Clause clause, Moment moment, int end) => clause.Ends(end)
        ? Closed(end, moment.Closing(clause.Line.Received), moment.Sure(clause.Line.Received)) : null;

    static ClauseMatch? Closed(int end, DateTimeOffset? until, double sure) => until is { } instant
        ? new ClauseMatch(end, new UsageRule { Kind = UsageKinds.Window, Until = instant, Sure = sure }) : null;

    static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
