using Writethru.Copy;

namespace Writethru.Formats.Printed;

/// <summary>
/// Finds <c>JAPAN OUT</c>, <c>Japan and China OUT</c>, <c>UK ONLY</c> and "South Korea only" in a sentence.
/// </summary>
static class RestrictedPlace
{
    static readonly char[] _signs = [',', '.', ';', ':', '!', '*', '/', '"'];

    static readonly string[] _contest = ["of ", "as ", "after ", "at ", "by ", "with ", "the ", "that "];

    /// <summary>
    /// From the first name to the word; to the end when nothing but capitals follows. Null when none.
    /// </summary>
    public static (int Start, int End)? In(string sentence, string[] joints)
    {
        var at = 0;
        var (start, capitals) = (-1, -1);
        while (at < sentence.Length)
        {
            var space = sentence.IndexOf(' ', at);
            var end = space < 0 ? sentence.Length : space;
            var word = sentence[at..end].Trim(_signs);
            // "Kyodo/JAPAN OUT" is parted before; "U.S./CANADA OUT" is one word of two names.
            if (start >= 0 && IsLimit(sentence, word, start, at, end))
            {
                var nothingLower = sentence.AsSpan(end).IndexOfAnyInRange('a', 'z') < 0;
                return (capitals >= 0 ? capitals : start, nothingLower ? sentence.Length : end);
            }
            if (word.Length > 0 && !char.IsLower(word[0]) && char.IsLetter(word[0]))
                start = start < 0 ? at : start;
            else if (!joints.Contains(word))
                start = -1;
            // In "Jane Roe, JAPAN OUT" the names in capitals are those of the limit.
            if (word.Any(char.IsLower) && !joints.Contains(word))
                capitals = -1;
            else if (capitals < 0 && start >= 0 && !joints.Contains(word))
                capitals = at;
            at = end + 1;
        }
        return null;
    }

    static bool IsLimit(string sentence, string word, int start, int at, int end)
    {
        if (word is "OUT" or "ONLY")
            return !GoesOn(sentence.AsSpan(end).TrimStart());
        return word is "Out" or "out" or "Only" or "only" && end == sentence.Length
            && (word[0] is 'O' or 'o' && char.ToLowerInvariant(word[1]) == 'n' || start == 0)
            && EndsWithCountry(sentence[start..at].TrimEnd());
    }

    /// <summary>"ENGLAND OUT of the World Cup", "NORLAND OUT AFTER PENALTIES": out of a contest; or a verb.</summary>
    static bool GoesOn(ReadOnlySpan<char> rest)
    {
        foreach (var word in _contest)
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    static bool EndsWithCountry(string names)
    {
        var from = names.Length;
        for (var i = 0; i < Countries.LongestNameInWords && from > 0; i++)
        {
            from = names.LastIndexOf(' ', from - 1) + 1;
            if (Countries.Find(names[from..].Trim(_signs)) is not null)
                return true;
            from = Math.Max(0, from - 1);
        }
        return false;
    }
}
