using System.Globalization;

namespace Writethru.Formats.Iptc7901;

/// <summary>The header line of a message (IPTC 7901, 3): <c>eca062 4 i 211 ccccb   dpa 061</c>.</summary>
sealed record Iptc7901Header
{
    const int Longest = 120;

    /// <summary>The service's letters and the number, as they stand: <c>eca062</c>.</summary>
    public required string Sequence { get; init; }

    /// <summary>The digit behind them, 0 to 9.</summary>
    public required int Priority { get; init; }

    /// <summary>Category letters; empty when there are none.</summary>
    public string Category { get; init; } = "";

    /// <summary>Words as they stand; empty when there are none.</summary>
    public string Words { get; init; } = "";

    /// <summary>What stands between the words and the agency; empty most often.</summary>
    public string Options { get; init; } = "";

    /// <summary>The agency; empty when there is none.</summary>
    public string Agency { get; init; } = "";

    /// <summary>The agency's own number; empty when there is none.</summary>
    public string AgencyNumber { get; init; } = "";

    /// <summary>The header of a line; null when the line does not look like one.</summary>
    public static Iptc7901Header? Read(string line)
    {
        if (line.Length is < 7 or > Longest)
            return null;
        var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3 || !IsSequence(words[0]) || words[1] is not [>= '0' and <= '9' and var priority])
            return null;
        var header = new Iptc7901Header { Sequence = words[0], Priority = priority - '0' };
        var at = 2;
        if (words[at].All(char.IsAsciiLetter)
            && (at + 1 < words.Length && IsNumber(words[at + 1]) || words[at].Length <= 3))
            header = header with { Category = words[at++] };
        if (at < words.Length && IsNumber(words[at]))
            header = header with { Words = words[at++] };
        var rest = words[at..];
        var number = rest is [.., var last] && rest.Length > 1 && IsNumber(last) ? last : "";
        var names = number.Length > 0 ? rest[..^1] : rest;
        return header.Category.Length == 0 && header.Words.Length == 0 ? null : header with
        {
            AgencyNumber = number,
            Agency = names is [.., var agency] ? agency : "",
            Options = string.Join(' ', names[..Math.Max(0, names.Length - 1)]),
        };
    }

    /// <summary>The line.</summary>
    public string Write()
    {
        string[] parts = [Sequence, Priority.ToString(CultureInfo.InvariantCulture), Category, Words, Options];
        return $"{string.Join(' ', parts.Where(part => part.Length > 0))}  {Agency} {AgencyNumber}";
    }

    static bool IsSequence(string word)
    {
        var letters = word.AsSpan().IndexOfAnyInRange('0', '9');
        return letters is >= 2 and <= 5 && word.Length - letters is >= 3 and <= 5
            && word.AsSpan(0, letters).IndexOfAnyExcept(_letters) < 0
            && word.AsSpan(letters).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    static bool IsNumber(string word) => word.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    static readonly System.Buffers.SearchValues<char> _letters = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}
