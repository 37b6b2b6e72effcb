using System.Collections.Frozen;
using System.Text;
using Writethru.Copy;
using Writethru.Copy.Datelines;
using Writethru.Reading.Diffs;

namespace Writethru.Reading.Likelihood;

/// <summary>The names and numbers in copy, told by their form alone.</summary>
/// <remarks>
/// A name is a run of words with capitals; one that only opens a sentence is none, for any word may. In a script
/// without capitals the long words stand for names. Days and months are in every story and count for nothing.
/// </remarks>
static class PrintedNames
{
    /// <summary>Most names of one take that are kept, in the order of the copy.</summary>
    const int Most = 200;

    /// <summary>Most UTF-16 units of one paragraph that are looked at.</summary>
    const int MostUnits = 8 * 1024;

    /// <summary>From this length on, a word of a script without capitals is rare enough to say something.</summary>
    const int Long = 6;

    static readonly FrozenSet<string> _days = new[]
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch",
        "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "lundi", "mardi", "mercredi",
        "jeudi", "vendredi", "samedi",
        "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The names, each once, in lower case.</summary>
    public static HashSet<string> Of(Take take)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var paragraph in take.Body)
        {
            if (names.Count >= Most)
                break;
            Add(names, paragraph.Text.AsSpan(0, Math.Min(paragraph.Text.Length, MostUnits)));
        }
        return names;
    }

    /// <summary>
    /// Every figure of a text, of one digit too, in order: it tells a short text from the next of its kind.
    /// </summary>
    public static string FiguresOf(string text)
    {
        var figures = new StringBuilder();
        var at = 0;
        while (figures.Length < MostUnits && WordTokens.TryNext(text, ref at, out var start))
        {
            if (char.IsDigit(text[start]))
                figures.Append(text.AsSpan(start, at - start)).Append(' ');
        }
        return figures.ToString();
    }

    static void Add(HashSet<string> names, ReadOnlySpan<char> text)
    {
        var at = 0;
        var (from, end, opens) = (-1, -1, true);
        while (WordTokens.TryNext(text, ref at, out var start))
        {
            var token = text[start..at];
            if (WordTokens.IsWord(text, start) && IsCapital(token))
            {
                if (from < 0)
                    (from, opens) = (start, OpensSentence(text[..start]));
                end = at;
                continue;
            }
            if (from >= 0 && token.IsWhiteSpace())
                continue;
            Keep(text);
            if (IsNumber(token) || IsLongWithoutCase(token))
                names.Add(token.ToString());
        }
        Keep(text);

        void Keep(ReadOnlySpan<char> all)
        {
            if (from >= 0 && names.Count < Most)
                AddName(names, all[from..end], opens);
            from = -1;
        }
    }

    /// <summary>The last word of a name is what later copy calls it by; "George Watt" and "Watt" are one.</summary>
    static void AddName(HashSet<string> names, ReadOnlySpan<char> name, bool opens)
    {
        var last = name.LastIndexOf(' ');
        if (last < 0 && opens && !IsAcronym(name))
            return;
        var key = name[(last + 1)..].ToString().ToLowerInvariant();
        if (key.Length > 1 && !_days.Contains(key) && PrintedMonths.NumberOf(key) == 0)
            names.Add(key);
    }

    static bool OpensSentence(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        return before.IsEmpty || before[^1] is '.' or '!' or '?' or '"' or '“' or '„' or '«' or ':';
    }

    static bool IsCapital(ReadOnlySpan<char> word) => char.IsUpper(word[0]);

    static bool IsAcronym(ReadOnlySpan<char> word) => word.Length > 1 && char.IsUpper(word[1]);

    /// <summary>One digit is too common to say something.</summary>
    static bool IsNumber(ReadOnlySpan<char> token) => token.Length > 1 && char.IsDigit(token[0]);

    static bool IsLongWithoutCase(ReadOnlySpan<char> token) => token.Length >= Long && char.IsLetter(token[0])
        && !char.IsUpper(token[0]) && !char.IsLower(token[0]);
}
