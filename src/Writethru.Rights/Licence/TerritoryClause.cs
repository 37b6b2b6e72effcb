using Writethru.Copy;
using static Writethru.Rights.Licence.LicenceVocabulary;

namespace Writethru.Rights.Licence;

/// <summary>Where something may be shown. Every form has to fit whole; a country that is not known fits none.</summary>
static class TerritoryClause
{
    public static ClauseMatch? Read(Clause clause, int at) =>
        List(clause, at) ?? Rights(clause, at) ?? Not(clause, at) ?? OnlyBefore(clause, at) ?? OnlyAfter(clause, at)
        ?? LimitedTo(clause, at) ?? Prohibited(clause, at) ?? Everywhere(clause, at) ?? EastAsianPlace.Read(clause, at);

    /// <summary><c>GERMANY OUT</c>, <c>UK and Ireland only</c>.</summary>
    static ClauseMatch? List(Clause clause, int at)
    {
        var end = clause.PlaceList(at, out var area);
        if (end < 0)
            return null;
        if (clause.Is(end, "out") && (clause.Ends(end + 1) || clause.Place(end + 1, out _) > 0))
            return new ClauseMatch(end + 1, area.DenyAll());
        var only = Excepted(clause, end, out var except);
        if (except is not null && clause.Behind(only, ")") is { } behind)
            clause = behind;
        return clause.Is(only, Only) && clause.Ends(only + 1)
            ? new ClauseMatch(only + 1, area.AllowOnly(except)) : null;
    }

    /// <summary><c>Full editorial rights UK and Canada (not Quebec)</c>.</summary>
    static ClauseMatch? Rights(Clause clause, int at)
    {
        var editorial = clause.Skip(at, "full");
        var rights = clause.Skip(editorial, "editorial");
        if (!clause.Is(rights, "rights"))
            return null;
        var end = clause.PlaceList(clause.Skip(rights + 1, In), out var area);
        if (end < 0)
            return null;
        end = Excepted(clause, end, out var except);
        if (!clause.Ends(end))
            return null;
        var rule = area.AllowOnly(except);
        return rights == editorial
            ? new ClauseMatch(end, rule)
            : new ClauseMatch(end, rule, new UsageRule { Kind = UsageKinds.Editorial, Value = "only" });
    }

    /// <summary>
    /// The place after "(not Quebec)", "except France" behind a list of places; the same place where there is none.
    /// </summary>
    static int Excepted(Clause clause, int at, out Area? except)
    {
        except = null;
        var from = clause.Has(at) ? clause : clause.Behind(at, "(,") ?? clause;
        if (!from.Is(at, LicenceVocabulary.Except) && !from.Is(at, "not"))
            return at;
        var end = from.PlaceList(from.Skip(at + 1, In), out var area);
        if (end < 0)
            return at;
        except = area;
        return end;
    }

    /// <summary><c>Not for use in the US</c>, <c>Not for use outside Spain</c>, <c>NO ACCESS JAPAN</c>.</summary>
    static ClauseMatch? Not(Clause clause, int at)
    {
        var next = clause.AfterNo(at);
        if (next < 0)
            return null;
        next = clause.Skip(next, "available");
        next = clause.Skip(next, For);
        var place = Uses(clause, next);
        var isOutside = clause.Is(place, Outside) || (place > next && clause.Is(place, LicenceVocabulary.Except));
        return Where(clause, place, isOutside, (end, area) =>
            clause.Skip(end, Permitted) is var after && clause.Ends(after)
                ? Of(after, area, isAllowed: isOutside) : null);
    }

    /// <summary><c>For Use Only in Japan</c>, <c>Nur für Deutschland</c>, <c>only outside Japan</c>.</summary>
    static ClauseMatch? OnlyBefore(Clause clause, int at)
    {
        var only = Uses(clause, clause.Skip(at, For));
        if (!clause.Is(only, Only))
            return null;
        var place = Uses(clause, clause.Is(clause.Skip(only + 1, For), Use) ? clause.Skip(only + 1, For) : only + 1);
        return Enclosed(clause, place);
    }

    /// <summary><c>For use in Germany only</c>.</summary>
    static ClauseMatch? OnlyAfter(Clause clause, int at)
    {
        var place = Uses(clause, clause.Is(clause.Skip(at, For), Use) ? clause.Skip(at, For) : at);
        var isOutside = clause.Is(place, Outside);
        return Where(clause, place, isOutside, (end, area) =>
            clause.Is(end, Only) && clause.Ends(end + 1) ? Of(end + 1, area, isAllowed: !isOutside) : null);
    }

    /// <summary><c>Use restricted to Germany</c>.</summary>
    static ClauseMatch? LimitedTo(Clause clause, int at)
    {
        var limited = Uses(clause, at);
        var place = AfterLimitedTo(clause, limited);
        var end = place < 0 ? -1 : clause.PlaceList(place, out _);
        return end > 0 ? Enclosed(clause, place) : null;
    }

    /// <summary>The place after "is restricted to"; -1 when it does not stand there.</summary>
    public static int AfterLimitedTo(Clause clause, int at)
    {
        at = clause.Skip(clause.Skip(clause.Skip(at, "is"), "are"), "ist");
        return (clause.Is(at, "restricted") || clause.Is(at, "limited") || clause.Is(at, "beschränkt"))
            && (clause.Is(at + 1, "to") || clause.Is(at + 1, "auf")) ? at + 2 : -1;
    }

    /// <summary>
    /// <c>Use outside Spain is prohibited</c>, <c>Use in Japan not permitted</c>, <c>Utilisation interdite hors de
    /// France</c>,
    /// <c>Prohibido su uso en España</c>.
    /// </summary>
    static ClauseMatch? Prohibited(Clause clause, int at)
    {
        var place = Uses(clause, at);
        var before = place > at ? AfterProhibited(clause, place)
            : clause.Is(at, Forbidden) ? Uses(clause, clause.Skip(clause.Skip(at + 1, "su"), Articles)) : -1;
        if (before > 0)
        {
            var isBeyond = clause.Is(before, Outside);
            return isBeyond || clause.Is(before, In)
                ? Where(clause, before, isBeyond, (end, area) =>
                    clause.Ends(end) ? Of(end, area, isAllowed: isBeyond) : null)
                : null;
        }
        if (place == at)
            return null;
        var isOutside = clause.Is(place, Outside);
        return Where(clause, place, isOutside, (end, area) =>
            AfterProhibited(clause, end) is > 0 and var after && clause.Ends(after)
                ? Of(after, area, isAllowed: isOutside) : null);
    }

    /// <summary><c>Worldwide except Japan</c>; without "worldwide" only at the start of a sentence.</summary>
    static ClauseMatch? Everywhere(Clause clause, int at)
    {
        var everywhere = clause.Skip(Uses(clause, clause.Skip(at, For)), LicenceVocabulary.Everywhere);
        if (everywhere == at && clause.Words[at].Gap != Gap.Sentence)
            return null;
        if (!clause.Is(everywhere, LicenceVocabulary.Except))
            return null;
        var end = clause.PlaceList(clause.Skip(everywhere + 1, In), out var area);
        return end > 0 && clause.Ends(end) ? Of(end, area, isAllowed: false) : null;
    }

    static ClauseMatch? Enclosed(Clause clause, int place)
    {
        var isOutside = clause.Is(place, Outside);
        return Where(clause, place, isOutside, (end, area) =>
        {
            if (isOutside)
                return clause.Ends(end) ? Of(end, area, isAllowed: false) : null;
            end = Excepted(clause, end, out var except);
            return clause.Ends(end) ? new ClauseMatch(end, area.AllowOnly(except)) : null;
        });
    }

    static ClauseMatch? Where(
        Clause clause, int place, bool isOutside, Func<int, Area, ClauseMatch?> then)
    {
        if (isOutside)
            place = clause.Skip(place + 1, LicenceVocabulary.Of);
        var end = clause.PlaceList(clause.Skip(place, In), out var area);
        return end < 0 ? null : then(end, area);
    }

    /// <summary>The place after "use or distribution"; the same place where no use is named.</summary>
    public static int Uses(Clause clause, int at)
    {
        for (var uses = 0; uses < Clause.MaxJoined && clause.Is(at, Use); uses++)
        {
            at++;
            if (clause.Is(at, And) && clause.Is(at + 1, Use))
                at++;
        }
        return at;
    }

    /// <summary>The place after "is prohibited" or "not permitted"; -1 for anything else.</summary>
    public static int AfterProhibited(Clause clause, int at)
    {
        at = clause.Skip(clause.Skip(clause.Skip(at, "is"), "are"), "ist");
        at = clause.Skip(clause.Skip(clause.Skip(at, "est"), "strictly"), "strictement");
        if (clause.Is(at, Forbidden))
            return at + 1;
        var isNot = clause.Is(at, "not") || clause.Is(at, "nicht");
        return isNot && clause.Is(at + 1, Permitted) ? at + 2 : -1;
    }

    static ClauseMatch? Of(int end, Area area, bool isAllowed) =>
        new ClauseMatch(end, isAllowed ? area.AllowOnly() : area.DenyAll());
}
