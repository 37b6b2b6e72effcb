using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Reading.Advisories;

/// <summary>What a token of a note is.</summary>
enum TokenKind
{
    /// <summary>A word, a number, a word with hyphens.</summary>
    Word,

    /// <summary>A quotation with its marks: nothing is looked for in it.</summary>
    Quote,

    /// <summary>A comma, a slash, a middle dot: what stands between the members of a list.</summary>
    Comma,

    /// <summary>A semicolon.</summary>
    Semicolon,

    /// <summary>The end of a sentence.</summary>
    Stop,

    /// <summary>A colon.</summary>
    Colon,

    /// <summary>A dash, also between two numbers.</summary>
    Dash,

    /// <summary>Any other mark: brackets, stars.</summary>
    Mark,
}

/// <summary>One token of a note.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">UTF-16 offset of its first unit.</param>
/// <param name="End">Offset after its last unit.</param>
/// <param name="Key">A word in lower case, without a full stop at its end; a mark as it is.</param>
readonly record struct Token(TokenKind Kind, int Start, int End, string Key);

/// <summary>A note to editors cut into tokens, in one pass; quotations stay whole.</summary>
sealed class NoteText
{
    const string Opening = "\"“„«";

    /// <summary>How far behind a number its noun may stand: "2.-14. KPL".</summary>
    const int LongestOrdinals = 16;

    readonly List<Token> _tokens = [];

    /// <param name="raw">The line.</param>
    /// <param name="end">Where to stop reading it.</param>
    public NoteText(string raw, int end)
    {
        (Raw, End) = (raw, end);
        for (var at = 0; at < end;)
        {
            var token = Next(at);
            if (token.Kind != TokenKind.Mark || !char.IsWhiteSpace(raw[at]))
                _tokens.Add(token);
            at = token.End;
        }
    }

    public string Raw { get; }

    /// <summary>Offset after the last unit that was cut into tokens.</summary>
    public int End { get; }

    public int Count => _tokens.Count;

    /// <summary>The token there; outside of the line a stop without length.</summary>
    public Token this[int at] =>
        at >= 0 && at < _tokens.Count ? _tokens[at] : new Token(TokenKind.Stop, End, End, "");

    public bool IsWord(int at) => this[at].Kind == TokenKind.Word;

    /// <summary>Whether "and" stands there, in any language.</summary>
    public bool IsAnd(int at) => IsWord(at) && NoteLexicon.And.Contains(this[at].Key);

    public bool Is(int at, string key) => this[at].Kind == TokenKind.Word && this[at].Key == key;

    /// <summary>The place after these words; -1 when others stand there.</summary>
    public int After(int at, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (!Is(at++, key))
                return -1;
        }
        return at;
    }

    /// <summary>The words as printed, from one token up to another, which is not in it.</summary>
    public string Words(int start, int end) => end <= start ? "" : Raw[this[start].Start..this[end - 1].End];

    public TextSpan Span(int start, int end) =>
        end <= start ? new TextSpan(this[start].Start, 0)
            : new TextSpan(this[start].Start, this[end - 1].End - this[start].Start);

    /// <summary>Whether a word has a capital and no small letter.</summary>
    public bool IsCapitals(int at)
    {
        var word = Raw.AsSpan(this[at].Start, this[at].End - this[at].Start);
        var any = false;
        foreach (var c in word)
        {
            if (char.IsLower(c))
                return false;
            any |= char.IsUpper(c);
        }
        return any;
    }

    public bool IsCapitalised(int at) => IsWord(at) && char.IsUpper(Raw[this[at].Start]);

    Token Next(int at)
    {
        var c = Raw[at];
        if (Opening.Contains(c) && QuoteEnd(at) is > 0 and var after)
            return new Token(TokenKind.Quote, at, after, "\"");
        if (IsLetter(c) || (c is '$' or '€' or '£' && At(at + 1) is >= '0' and <= '9'))
            return Word(at);
        var kind = c switch
        {
            ',' or '/' or '·' or '、' or '，' or '&' or '+' => TokenKind.Comma,
            ';' or '；' => TokenKind.Semicolon,
            ':' or '：' => TokenKind.Colon,
            '-' or '–' or '—' or '~' or '∼' or '_' => TokenKind.Dash,
            '.' or '!' or '?' or '。' => TokenKind.Stop,
            _ => TokenKind.Mark,
        };
        // "///" frames a note, it does not list.
        if (c == '/' && (At(at + 1) == '/' || At(at - 1) == '/'))
            kind = TokenKind.Stop;
        return new Token(kind, at, at + 1, c.ToString());
    }

    int QuoteEnd(int at)
    {
        var close = Raw[at] switch { '“' => "”", '„' => "“”", '«' => "»", _ => "\"" };
        var length = Raw.AsSpan(at + 1, End - at - 1).IndexOfAny(close);
        return length < 0 ? -1 : at + length + 2;
    }

    Token Word(int at)
    {
        var end = at + 1;
        while (end < End && (IsLetter(Raw[end]) || IsInside(at, end)))
            end++;
        end = ParagraphEnd(at, end);
        // The full stop of "U.S." and of "no." belongs to the word; so does that of an ordinal, "4. KPL".
        if (At(end) == '.' && (IsAbbreviation(at, end) || IsOrdinal(at, end)))
            end++;
        var key = Raw[at..end].Replace('’', '\'').TrimEnd('.').ToLowerInvariant();
        if (key.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            key = key[..colon];
        return new Token(TokenKind.Word, at, end, key);
    }

    // "para3" and "para-3" are two words.
    int ParagraphEnd(int start, int end)
    {
        var letters = start;
        while (letters < end && char.IsLetter(Raw[letters]))
            letters++;
        var next = letters < end && Raw[letters] == '-' ? letters + 1 : letters;
        return letters - start >= 3 && next < end && char.IsDigit(Raw[next])
            && NoteLexicon.IsParagraphNoun(Raw[start..letters].ToLowerInvariant()) ? letters : end;
    }

    static bool IsSpaceOrDigit(char c) => char.IsWhiteSpace(c) || char.IsDigit(c);

    static bool IsLetter(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '%' or '\'' or '’' or '#'
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;

    // "eye-witness", "two-four", "U.S.", "10.9", "3,000"; not "6-10" and "1,1".
    bool IsInside(int start, int at)
    {
        var (before, after) = (Raw[at - 1], At(at + 1));
        return Raw[at] switch
        {
            // "last-paragraph" is two words, "next-to-last" is one.
            '-' when Raw.AsSpan(at + 1).StartsWith("para", StringComparison.OrdinalIgnoreCase) => false,
            '-' => char.IsLetter(after) || (char.IsLetter(before) && char.IsLetter(Raw[start]) && char.IsDigit(after)),
            '.' => char.IsDigit(before) && char.IsDigit(after)
                || (char.IsLetter(before) && char.IsLetter(after) && (at - start == 1 || Raw[at - 2] == '.')),
            ',' => char.IsDigit(before) && IsThousand(at),
            ':' => IsCaseEnding(start, at),
            _ => false,
        };
    }

    // "KPL:SSA", "EU:N": Finnish hangs the ending of a case on an abbreviation.
    bool IsCaseEnding(int start, int colon)
    {
        var end = colon + 1;
        while (char.IsLetter(At(end)))
            end++;
        return end - colon is > 1 and <= 5 && colon - start is >= 2 and <= 4 && char.IsUpper(Raw[start])
            && char.IsUpper(Raw[colon - 1]) == char.IsUpper(At(colon + 1))
            && Raw[start..colon] is not ("ATTN" or "EDS" or "Eds" or "NEU")
            && NoteVerbs.Find(Raw[(colon + 1)..end].ToLowerInvariant()) is null;
    }

    bool IsThousand(int comma) => char.IsDigit(At(comma + 1)) && char.IsDigit(At(comma + 2))
        && char.IsDigit(At(comma + 3)) && !char.IsDigit(At(comma + 4));

    bool IsAbbreviation(int start, int end)
    {
        var word = Raw.AsSpan(start, end - start);
        return word.Contains('.') && !char.IsDigit(word[0])
            || (word.Length == 1 && char.IsUpper(word[0]))
            || NoteLexicon.IsAbbreviation(word.ToString().ToLowerInvariant());
    }

    bool IsOrdinal(int start, int end)
    {
        if (end - start > 3 || !char.IsDigit(Raw[start]) || !char.IsDigit(Raw[end - 1]))
            return false;
        var next = end + 1;
        while (next < end + LongestOrdinals && (IsSpaceOrDigit(At(next)) || At(next) is '.' or '-' or '–'))
            next++;
        var after = next;
        while (char.IsLetter(At(after)))
            after++;
        var word = Raw[Math.Min(next, End)..Math.Min(after, End)].ToLowerInvariant();
        return NoteLexicon.IsParagraphNoun(word) || word is "ja" or "und" or "satz" or "virke";
    }

    char At(int at) => at >= 0 && at < End ? Raw[at] : ' ';
}
