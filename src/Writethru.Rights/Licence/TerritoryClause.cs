using System.Collections.Immutable;
using Writethru.Copy;
using static Writethru.Rights.LicenceVocabulary;

namespace Writethru.Rights;

/// <summary>Where something may be shown. Every form has to fit whole; a country that is not known fits none.</summary>
static class TerritoryClause
{
    public static ClauseMatch? Read(Clause clause, int at) =>
        List(clause, at) ?? Not(clause, at) ?? OnlyBefore(clause, at) ?? OnlyAfter(clause, at) ?? LimitedTo(clause, at)
        ?? Prohibited(clause, at) ?? Everywhere(clause, at) ?? KoreanOnly(clause, at);

    /// <summary><c>GERMANY OUT</c>, <c>UK and Ireland only</c>.</summary>
    static ClauseMatch? List(Clause clause, int at)
    {
        var end = clause.CountryList(at, out var codes);
        if (end < 0)
            return null;
        if (clause.Is(end, "out") && (clause.Ends(end + 1) || clause.Country(end + 1, out _) > 0))
            return Deny(end + 1, codes);
        if (clause.Is(end, Only) && clause.Ends(end + 1))
            return Allow(end + 1, codes);
        return null;
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
        var isOutside = clause.Is(place, Outside) || (place > next && clause.Is(place, Except));
        return Where(clause, place, isOutside, (end, codes) =>
        {
            end = clause.Skip(end, Permitted);
            return !clause.Ends(end) ? null : isOutside ? Allow(end, codes) : Deny(end, codes);
        });
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
        return Where(clause, place, isOutside, (end, codes) =>
            !clause.Is(end, Only) || !clause.Ends(end + 1) ? null
            : isOutside ? Deny(end + 1, codes)
            : Allow(end + 1, codes));
    }

    /// <summary><c>Use restricted to Germany</c>.</summary>
    static ClauseMatch? LimitedTo(Clause clause, int at)
    {
        var limited = Uses(clause, at);
        if (!clause.Is(limited, "restricted") && !clause.Is(limited, "limited") && !clause.Is(limited, "beschränkt"))
            return null;
        if (!clause.Is(limited + 1, "to") && !clause.Is(limited + 1, "auf"))
            return null;
        var end = clause.CountryList(limited + 2, out var codes);
        return end > 0 && clause.Ends(end) ? Allow(end, codes) : null;
    }

    /// <summary><c>Use outside Spain is prohibited</c>, <c>Use in Japan not permitted</c>.</summary>
    static ClauseMatch? Prohibited(Clause clause, int at)
    {
        var place = Uses(clause, at);
        if (place == at)
            return null;
        var isOutside = clause.Is(place, Outside);
        return Where(clause, place, isOutside, (end, codes) =>
        {
            var after = AfterProhibited(clause, end);
            return after < 0 || !clause.Ends(after) ? null : isOutside ? Allow(after, codes) : Deny(after, codes);
        });
    }

    /// <summary><c>Worldwide except Japan</c>; without "worldwide" only at the start of a sentence.</summary>
    static ClauseMatch? Everywhere(Clause clause, int at)
    {
        var everywhere = clause.Skip(Uses(clause, clause.Skip(at, For)), LicenceVocabulary.Everywhere);
        if (everywhere == at && clause.Words[at].Gap != Gap.Sentence)
            return null;
        if (!clause.Is(everywhere, LicenceVocabulary.Except))
            return null;
        var end = clause.CountryList(clause.Skip(everywhere + 1, In), out var codes);
        return end > 0 && clause.Ends(end) ? Deny(end, codes) : null;
    }

    /// <summary><c>대한민국 내에서만 사용</c>, <c>일본 내 사용 금지</c>.</summary>
    static ClauseMatch? KoreanOnly(Clause clause, int at)
    {
        var end = clause.Country(at, out var code);
        if (end < 0 && BeforeOnly(clause.Words[at].Key) is { } stem && Countries.Find(stem) is { } found)
            (end, code) = (at + 1, found);
        else if (end > 0 && (clause.Is(end, "내에서만") || clause.Is(end, "에서만")))
            end++;
        else if (end > 0 && (clause.Is(end, "내") || clause.Is(end, "내에서")) && clause.Is(end + 1, "사용")
            && clause.Is(end + 2, Forbidden) && clause.Ends(end + 3))
            return Deny(end + 3, [code]);
        else
            return null;
        end = clause.Skip(clause.Skip(end, "사용"), "가능");
        return clause.Ends(end) ? Allow(end, [code]) : null;
    }

    static string? BeforeOnly(string word) =>
        word.EndsWith("내에서만", StringComparison.Ordinal) ? word[..^4]
        : word.EndsWith("에서만", StringComparison.Ordinal) ? word[..^3]
        : null;

    static ClauseMatch? Enclosed(Clause clause, int place)
    {
        var isOutside = clause.Is(place, Outside);
        return Where(clause, place, isOutside, (end, codes) =>
            !clause.Ends(end) ? null : isOutside ? Deny(end, codes) : Allow(end, codes));
    }

    static ClauseMatch? Where(
        Clause clause, int place, bool isOutside, Func<int, ImmutableArray<string>, ClauseMatch?> then)
    {
        if (isOutside)
            place = clause.Skip(place + 1, "of");
        var end = clause.CountryList(clause.Skip(place, In), out var codes);
        return end < 0 ? null : then(end, codes);
    }

    /// <summary>The place after "use or distribution"; the same place where no use is named.</summary>
    static int Uses(Clause clause, int at)
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
        at = clause.Skip(at, "strictly");
        if (clause.Is(at, Forbidden))
            return at + 1;
        var isNot = clause.Is(at, "not") || clause.Is(at, "nicht");
        return isNot && clause.Is(at + 1, Permitted) ? at + 2 : -1;
    }

    static ClauseMatch? Allow(int end, ImmutableArray<string> codes) =>
        new ClauseMatch(end, end, [new UsageRule { Kind = UsageKinds.Territory, Allow = codes }]);

    static ClauseMatch? Deny(int end, ImmutableArray<string> codes) =>
        new ClauseMatch(end, end, [new UsageRule { Kind = UsageKinds.Territory, Deny = codes }]);
}
