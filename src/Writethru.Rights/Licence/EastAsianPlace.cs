using Writethru.Copy;

namespace Writethru.Rights.Licence;

/// <summary>
/// Korean and Japanese limits to a country, which stands first and without a space before what is said of it.
/// </summary>
static class EastAsianPlace
{
    /// <summary>What is said of the country, the longer ones first, and whether that is all that is allowed.</summary>
    static readonly (string Ending, bool IsAllowed)[] _japanese =
    [
        ("国内でのみ使用可", true), ("国内のみ使用可", true), ("国内でのみ使用", true), ("国内限定", true), ("国内のみ", true),
        ("国外での使用禁止", true), ("国外使用禁止", true), ("国外使用不可", true), ("国外不可", true), ("限定", true), ("のみ", true),
        ("国内での使用禁止", false), ("国内使用禁止", false), ("での使用禁止", false), ("での使用不可", false),
        ("国内使用不可", false), ("使用禁止", false), ("使用不可", false), ("不可", false),
    ];

    public static ClauseMatch? Read(Clause clause, int at) => Japanese(clause, at) ?? Korean(clause, at);

    static ClauseMatch? Japanese(Clause clause, int at)
    {
        if (!clause.Has(at) || !clause.Ends(at + 1))
            return null;
        var word = clause.Words[at].Key;
        foreach (var (ending, isAllowed) in _japanese)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && Countries.Find(word[..^ending.Length]) is { } code)
                return Of(at + 1, Area.OfCountry(code), isAllowed);
        }
        return null;
    }

    /// <summary><c>대한민국 내에서만 사용</c>, <c>일본 내 사용 금지</c>.</summary>
    static ClauseMatch? Korean(Clause clause, int at)
    {
        var end = clause.Place(at, out var area);
        if (end < 0 && BeforeOnly(clause.Words[at].Key) is { } stem && Countries.Find(stem) is { } found)
            (end, area) = (at + 1, Area.OfCountry(found));
        else if (end > 0 && (clause.Is(end, "내에서만") || clause.Is(end, "에서만")))
            end++;
        else if (end > 0 && (clause.Is(end, "내") || clause.Is(end, "내에서")) && clause.Is(end + 1, "사용")
            && clause.Is(end + 2, LicenceVocabulary.Forbidden) && clause.Ends(end + 3))
            return Of(end + 3, area, isAllowed: false);
        else
            return null;
        end = clause.Skip(clause.Skip(end, "사용"), "가능");
        return clause.Ends(end) ? Of(end, area, isAllowed: true) : null;
    }

    static string? BeforeOnly(string word) =>
        word.EndsWith("내에서만", StringComparison.Ordinal) ? word[..^4]
        : word.EndsWith("에서만", StringComparison.Ordinal) ? word[..^3]
        : null;

    static ClauseMatch Of(int end, Area area, bool isAllowed) =>
        new(end, isAllowed ? area.AllowOnly() : area.DenyAll());
}
