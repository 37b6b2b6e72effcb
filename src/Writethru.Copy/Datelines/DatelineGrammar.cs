using System.Collections.Immutable;

namespace Writethru.Copy;

/// <summary>A dateline and the characters it takes.</summary>
/// <param name="Dateline">The dateline as printed.</param>
/// <param name="Byline">The reporter whom Korean datelines name between agency and sign; empty otherwise.</param>
/// <param name="Length">UTF-16 units from the start of the line, with the white space after the dash.</param>
public sealed record FoundDateline(Dateline Dateline, string Byline, int Length);

/// <summary>
/// The small grammar of a printed dateline: places, region, date, agency, dash, most of them optional. Several formats
/// share it.
/// </summary>
/// <remarks>
/// <c>MIRADA, Nov. 24 (Saltern) --</c>, <c>MIRADA/EBBSTONE (Reuters) -</c>, <c>Bern (dpa) -</c>,
/// <c>EBBSTONE, Nov. 14, 2026 (Xinhua)</c>, <c>(해오름=한빛통신) 김하늘 기자 =</c>, <c>(ANSA) - ROMA, 19 SET -</c>. It decides by
/// shape alone and knows no gazetteer. Looks at no more than <see cref="Reach"/> characters.
/// </remarks>
public static class DatelineGrammar
{
    /// <summary>Longest dateline that is looked for, in UTF-16 units.</summary>
    public const int Reach = 160;

    /// <summary>The dateline at the start of a line; null when the line starts with none.</summary>
    public static FoundDateline? Find(string line)
    {
        var start = 0;
        while (start < line.Length && start < Reach && char.IsWhiteSpace(line[start]))
            start++;
        var text = line.AsSpan(start, Math.Min(line.Length, start + Reach) - start);
        if (text.IsEmpty)
            return null;
        var found = text[0] is '(' or '（' or '[' ? Bracketed(text) : new DatelineScanner(text).Read();
        if (found is null)
            return null;
        var end = start + found.Length;
        while (end < line.Length && char.IsWhiteSpace(line[end]))
            end++;
        return found with { Length = end };
    }

    static FoundDateline? Bracketed(ReadOnlySpan<char> text)
    {
        var close = text.IndexOfAny(')', '）', ']');
        if (close < 2)
            return null;
        var inside = text[1..close];
        var equals = inside.IndexOf('=');
        return equals > 0
            ? Korean(text, inside[..equals].Trim(), inside[(equals + 1)..].Trim(), close + 1)
            : AgencyFirst(text, inside.ToString(), close + 1);
    }

    /// <summary><c>(해오름=한빛통신) 김하늘 기자 =</c>: the sign comes after the reporter, or at once.</summary>
    static FoundDateline? Korean(ReadOnlySpan<char> text, ReadOnlySpan<char> places, ReadOnlySpan<char> agency, int at)
    {
        if (places.IsEmpty || agency.IsEmpty)
            return null;
        var sign = text[at..].IndexOf('=');
        var byline = sign is >= 0 and <= 60 ? text.Slice(at, sign).Trim() : [];
        var length = sign is >= 0 and <= 60 ? at + sign + 1 : at;
        return new FoundDateline(
            new Dateline
            {
                Text = text[..length].ToString(),
                Places = [.. places.ToString().Split(['·', '/', ',', 'ㆍ'], StringSplitOptions.TrimEntries
                    | StringSplitOptions.RemoveEmptyEntries)],
                Agency = agency.ToString(),
            },
            byline.ToString(),
            length);
    }

    /// <summary><c>(ANSA) - ROMA, 19 SET -</c></summary>
    static FoundDateline? AgencyFirst(ReadOnlySpan<char> text, string agency, int at)
    {
        if (!Agencies.IsKnown(agency))
            return null;
        at += text[at..].Length - text[at..].TrimStart().Length;
        if (!DatelineSeparator.IsAt(text, at, out var length))
            return null;
        at += length;
        at += text[at..].Length - text[at..].TrimStart().Length;
        if (new DatelineScanner(text[at..]).Read() is not { Dateline.Agency: "" } found)
            return null;
        var end = at + found.Length;
        return new FoundDateline(
            found.Dateline with { Text = text[..end].ToString(), Agency = agency }, "", end);
    }
}
