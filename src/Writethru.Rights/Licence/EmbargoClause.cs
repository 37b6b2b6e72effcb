using System.Collections.Frozen;
using Writethru.Copy;
using static Writethru.Rights.Licence.LicenceVocabulary;

namespace Writethru.Rights.Licence;

/// <summary>Not before some time: <c>Embargoed until …</c>, <c>Nicht vor …</c>, <c>Sperrfrist …</c>.</summary>
/// <remarks>
/// Where the words give no instant beyond doubt they stand as not understood beside the rule, so that they withhold
/// until a person has cleared them: an embargo is not lifted by a guess.
/// </remarks>
static class EmbargoClause
{
    static readonly PhraseTable<bool> _embargo = new(
    [
        (
            "embargo;embargoed;strict embargo;strictly embargoed;under embargo;under strict embargo;embargo date;" +
            "embargo time;releasable;sperrfrist;sperrfrist endet;sperrvermerk;gesperrt;sous embargo;embargo absolu;" +
            "bajo embargo;embargado;embargada;julkivapaa;julkaisuvapaa;엠바고;보도유예;보도 유예;解禁;報道解禁;解禁日時;情報解禁",
            true),
        ("for release;for publication;for use;freigegeben;frei", false),
    ]);

    /// <summary>What calls for attention before it.</summary>
    static readonly FrozenSet<string> _attention =
        new[] { "attention", "note", "achtung", "huom", "huomio" }.ToFrozenSet(StringComparer.Ordinal);

    static readonly PhraseTable<bool> _purposes = new(
        [("for release;for publication;for use;for broadcast;and not for release;from publication", true)]);

    static readonly PhraseTable<bool> _until = new(
    [
        (
            "until;till;til;to;for;at;on;ends;ends at;ends on;lifts;lifts at;lifted at;expires;bis;bis zum;" +
            "bis heute;endet;am;ab;" +
            "um;jusqu'au;jusqu'à;hasta;hasta el;not before;before",
            true),
    ]);

    static readonly PhraseTable<bool> _before = new(
    [
        ("before;prior to;earlier than;vor;vor dem;avant;avant le;antes de;antes del", true),
        ("until;till;til;bis;jusqu'au;hasta;hasta el", false),
    ]);

    public static ClauseMatch? Read(Clause clause, int at) =>
        NotBefore(clause, at) ?? Named(clause, at) ?? WithParticle(clause, at);

    /// <summary>
    /// <c>Not for public release until 12noon …</c>, <c>Nicht vor 22.10.2026, 11:30 Uhr verwenden</c>.
    /// </summary>
    static ClauseMatch? NotBefore(Clause clause, int at)
    {
        var no = clause.AfterNo(at);
        if (no < 0)
            return null;
        var use = clause.Skip(clause.Skip(clause.Skip(no, For), Articles), "public");
        var before = _before.Find(clause, TerritoryClause.Uses(clause, use), out var isPlain);
        if (before < 0 || MomentReader.Read(clause, before) is not { } moment)
            return null;
        var end = clause.Skip(TerritoryClause.Uses(clause, moment.End), Permitted);
        return clause.Ends(end) ? Of(clause, moment, end, beginsWithDay: isPlain) : Open(clause, at, moment);
    }

    /// <summary><c>Embargoed to 0001 Friday September 9</c>, <c>Embargo: 12:00, 11.1.2026</c>.</summary>
    static ClauseMatch? Named(Clause clause, int at)
    {
        var start = _embargo.Find(clause, clause.Skip(at, _attention), out var isPlain);
        if (start < 0)
            return null;
        var purpose = _purposes.Find(clause, start, out _) is > 0 and var found ? found : start;
        var until = clause.Has(purpose) ? clause : clause.Behind(purpose, ":=-") ?? clause;
        var time = _until.Find(until, purpose, out _) is > 0 and var preposition ? preposition : purpose;
        var from = until.Has(time) ? until : until.Behind(time, ":") ?? until;
        if (MomentReader.Read(from, time) is not { } moment)
            return isPlain ? Open(clause, at, null) : null;
        // "For release" is said of places and purposes too.
        if (!isPlain && moment.Date is null && moment.Time is null)
            return null;
        return from.Ends(moment.End) ? Of(clause, moment, moment.End, beginsWithDay: false) : Open(clause, at, moment);
    }

    /// <summary><c>11월 24일까지 보도 금지</c>, <c>12월 1일까지 사용 금지</c>.</summary>
    static ClauseMatch? WithParticle(Clause clause, int at)
    {
        if (MomentReader.Read(clause, at) is not { Role: MomentRole.Until } moment)
            return null;
        var use = TerritoryClause.Uses(clause, clause.Skip(moment.End, "보도"));
        var end = use + 1;
        return (clause.Is(use, Forbidden) || clause.Is(use, "엠바고")) && clause.Ends(end)
            ? Of(clause, moment, end, beginsWithDay: false)
            : null;
    }

    /// <param name="clause">The clause.</param>
    /// <param name="moment">When it ends.</param>
    /// <param name="end">Index after its last word.</param>
    /// <param name="beginsWithDay">Whether a day without a time is the first on which use is allowed.</param>
    static ClauseMatch Of(Clause clause, Moment moment, int end, bool beginsWithDay)
    {
        var received = clause.Line.Received;
        var instant = moment is { Time: null } && beginsWithDay ? moment.Opening(received) : moment.Exact(received);
        var rule = new UsageRule { Kind = UsageKinds.Embargo, From = instant, Sure = moment.Sure(received) };
        return instant is null
            ? new ClauseMatch(end, rule with { Value = moment.Local }) { IsOpen = true }
            : new ClauseMatch(end, rule);
    }

    /// <summary>An embargo of whose clause not every word is understood.</summary>
    static ClauseMatch Open(Clause clause, int at, Moment? moment)
    {
        var end = Math.Max(at + 1, moment?.End ?? 0);
        while (end < clause.Words.Count && clause.Words[end].Gap == Gap.Space)
            end++;
        return new ClauseMatch(end, new UsageRule
        {
            Kind = UsageKinds.Embargo,
            Value = moment?.Local ?? "",
            Sure = moment?.Sure(clause.Line.Received) ?? 1,
        }) { IsOpen = true };
    }
}
