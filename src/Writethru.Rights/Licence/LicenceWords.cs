using System.Globalization;
using System.Text;
using Writethru.Copy.Datelines;

namespace Writethru.Rights.Licence;

/// <summary>What stands between a word and the one before it.</summary>
enum Gap
{
    /// <summary>One space: the phrase goes on.</summary>
    Space,

    /// <summary>Two spaces, a line end, the full stop of an abbreviation: a phrase may end here, or not.</summary>
    Loose,

    /// <summary>A punctuation mark inside a sentence.</summary>
    Mark,

    /// <summary>The end of a sentence.</summary>
    Sentence,
}

/// <summary>One word of a licence line.</summary>
/// <param name="Start">UTF-16 offset of its first unit.</param>
/// <param name="End">Offset after its last unit.</param>
/// <param name="Key">The word in lower case, without full stops; <c>©</c> also for <c>(C)</c>.</param>
/// <param name="Gap">What stands before it.</param>
/// <param name="IsListed">Whether only commas, slashes, ampersands or plus signs stand before it.</param>
readonly record struct LicenceWord(int Start, int End, string Key, Gap Gap, bool IsListed);

/// <summary>A licence line cut into words, in one pass.</summary>
/// <remarks>
/// Whatever is not white space or punctuation is part of a word, invisible characters included: a word with a
/// zero-width character in it is one that nobody knows, and so it denies.
/// </remarks>
static class LicenceWords
{
    public static List<LicenceWord> Of(string text)
    {
        var words = new List<LicenceWord>();
        var end = 0;
        for (var at = 0; at < text.Length;)
        {
            var length = LengthAt(text, at);
            if (length == 0)
            {
                at++;
                continue;
            }
            var (gap, isListed) = GapOf(text, end, at);
            if (gap == Gap.Sentence && words.Count > 0 && IsInDate(text, words, at))
                gap = Gap.Loose;
            words.Add(new LicenceWord(at, at + length, KeyOf(text.AsSpan(at, length)), gap, isListed));
            at = end = at + length;
        }
        return words;
    }

    static int LengthAt(string text, int at)
    {
        if (text[at] == '(' && at + 2 < text.Length && text[at + 1] is 'c' or 'C' && text[at + 2] == ')')
            return 3;
        if (text[at] == '©')
            return 1;
        var end = at;
        while (end < text.Length && (IsLetter(text[end]) || (end > at && IsInside(text, at, end))))
            end++;
        return end - at;
    }

    static bool IsLetter(char c) => c != '©' && !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not
        (UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
        or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation
        or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation or UnicodeCategory.MathSymbol
        or UnicodeCategory.ModifierSymbol);

    // "Cote d'Ivoire", "Guinea-Bissau", "U.S.", "St. Lucia", "11.1.2019".
    static bool IsInside(string text, int start, int at)
    {
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        if (text[at] is '\'' or '’' or '-')
            return IsLetter(next) && IsLetter(text[at - 1]);
        if (text[at] != '.')
            return false;
        if (char.IsDigit(text[at - 1]) && char.IsDigit(next))
            return true;
        var isInitial = char.IsLetter(text[at - 1]) && (at - 1 == start || text[at - 2] == '.');
        return isInitial || text.AsSpan(start, at - start) is "St" or "ST" or "Rep" or "REP";
    }

    static (Gap, bool IsListed) GapOf(string text, int end, int start)
    {
        if (end == 0)
            return (Gap.Sentence, false);
        var gap = text[end - 1] == '.' ? Gap.Loose : Gap.Space;
        var isListed = false;
        for (var i = end; i < start; i++)
        {
            if (text[i] is '.' or '!' or '?' or '。')
                return (Gap.Sentence, false);
            if (char.IsWhiteSpace(text[i]))
            {
                if (gap == Gap.Space && (text[i] is '\n' or '\r' || start - end > 1))
                    gap = Gap.Loose;
                continue;
            }
            isListed = text[i] is ',' or '/' or '&' or '+' or '、' or '،' && (isListed || gap != Gap.Mark);
            gap = Gap.Mark;
        }
        return (gap, isListed);
    }

    /// <summary>
    /// Whether the only mark before that place is the full stop of a day or a month: <c>5. Dez. 2026</c>.
    /// </summary>
    static bool IsInDate(string text, List<LicenceWord> words, int start)
    {
        var end = words[^1].End;
        if (end >= start || text[end] != '.' || !text.AsSpan(end + 1, start - end - 1).IsWhiteSpace())
            return false;
        for (var back = 1; back <= 2 && back <= words.Count; back++)
        {
            var from = words[^back].Start;
            if (DateGrammar.Find(text.AsSpan(from)) is { Length: var length } && from + length > start)
                return true;
        }
        // "23.01. 19.00 Uhr": a day and a month in figures.
        return char.IsAsciiDigit(text[start]) && end - words[^1].Start <= 5
            && text.AsSpan(words[^1].Start..end).Contains('.') && words[^1].Key.All(char.IsAsciiDigit);
    }

    static string KeyOf(ReadOnlySpan<char> word)
    {
        if (word is "(c)" or "(C)")
            return "©";
        var key = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (c != '.')
                key.Append(c == '’' ? '\'' : char.ToLowerInvariant(c));
        }
        return key.ToString();
    }
}
