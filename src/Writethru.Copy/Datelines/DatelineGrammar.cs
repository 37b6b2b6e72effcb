using System.Collections.Immutable;

namespace Writethru.Copy.Datelines;

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
/// <c>EBBSTONE, Nov. 14, 2026 (Xinhua)</c>, <c>(해오름=한빛통신) 김하늘 기자 =</c>, <c>(ANSA) - ROMA, 19 SET -</c>,
/// <c>Nov 20 (Reuters) -</c>, <c>【東京＝共同】</c>, <c>【ワシントン時事】</c>. It decides by shape alone and knows no gazetteer. Looks
/// at no more than <see cref="Reach"/> characters.
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
        var found = text[0] switch
        {
            '(' or '（' or '[' => Bracketed(text),
            '【' => BlackBracketed(text),
            _ => new DatelineScanner(text).Read() ?? DateFirst(text),
        };
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
                Places = Parted(places.ToString()),
                Agency = agency.ToString(),
            },
            byline.ToString(),
            length);
    }

    /// <summary>
    /// <c>【東京＝共同】</c>, <c>【ワシントン時事】</c>, <c>【새마루=한빛통신】 김하늘 기자 =</c>; nothing parts the copy from it.
    /// </summary>
    static FoundDateline? BlackBracketed(ReadOnlySpan<char> text)
    {
        var close = text.IndexOf('】');
        if (close is < 3 or > 42)
            return null;
        var inside = text[1..close];
        var equals = inside.IndexOfAny('=', '＝');
        if (equals > 0)
        {
            var named = inside[(equals + 1)..].Trim();
            return inside[equals] == '=' || Agencies.IsKnown(named.ToString()) || Agencies.EndOf(named) is not null
                ? Korean(text, inside[..equals].Trim(), named, close + 1)
                : null;
        }
        if (Agencies.EndOf(inside) is not { } agency)
            return null;
        var place = inside[..^agency.Length].Trim().ToString();
        return place.Length == 0 || !Places.IsName(place) || place.Any(char.IsDigit) ? null : new FoundDateline(
            new Dateline { Text = text[..(close + 1)].ToString(), Places = Parted(place), Agency = agency },
            "",
            close + 1);
    }

    /// <summary><c>Nov 20 (Reuters) -</c>: a date and a known agency, and no place.</summary>
    static FoundDateline? DateFirst(ReadOnlySpan<char> text)
    {
        if (DateGrammar.Find(text) is not { } date)
            return null;
        var at = date.Length + text[date.Length..].Length - text[date.Length..].TrimStart().Length;
        var close = text[at..].IndexOf(')');
        if (at == text.Length || text[at] != '(' || close < 2)
            return null;
        var agency = text.Slice(at + 1, close - 1).Trim().ToString();
        at += close + 1;
        at += text[at..].Length - text[at..].TrimStart().Length;
        if (!Agencies.IsKnown(agency) || !DatelineSeparator.IsAt(text, at, out var length))
            return null;
        return new FoundDateline(
            new Dateline { Text = text[..(at + length)].ToString(), Date = date.Date, Agency = agency },
            "",
            at + length);
    }

    static ImmutableArray<string> Parted(string places) =>
        [.. places.Split(['·', '/', ',', 'ㆍ', '、'], StringSplitOptions.TrimEntries
            | StringSplitOptions.RemoveEmptyEntries)];

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
