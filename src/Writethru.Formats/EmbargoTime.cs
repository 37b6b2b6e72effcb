using System.Buffers;
using System.Collections.Frozen;

namespace Writethru.Formats;

/// <summary>Recognises that words name a time, without reading which: days, months, clocks in five languages.</summary>
static class EmbargoTime
{
    /// <summary>Whole words, so that Sunderland is no Sunday.</summary>
    static readonly FrozenSet<string> _times = Words(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        + "september october november december noon midnight mon tue tues wed thu thur thurs fri sat sun jan feb mar "
        + "apr jun jul aug sep sept oct nov dec tomorrow tonight today weekend ams pms "
        + "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz mai juni juli "
        + "oktober dezember okt dez morgen mitternacht "
        + "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre "
        + "octobre novembre décembre demain minuit midi "
        + "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto "
        + "septiembre octubre noviembre diciembre mañana medianoche mediodía");

    /// <summary>Words that stand among those of a time and are none.</summary>
    static readonly FrozenSet<string> _between = Words(
        "at on after the of a.m p.m a.m. p.m. am pm hrs hours hours' h o'clock noon gmt utc z est edt cst cdt mst mdt "
        + "pst pdt et ct pt bst cet cest kst jst ist msk local time not before release publication use broadcast "
        + "editions newspapers papers next this early late morning evening afternoon night "
        + "uhr mez mesz um ab den dem der vor früh abend verwenden veröffentlichen freigegeben "
        + "le la les à a heures heure du de las los el h. hora horas gmt. utc.");

    static readonly SearchValues<char> _wordEnds = SearchValues.Create(" .,;:/-)");

    static readonly string[] _prepositions =
        ["AT ", "ON ", "AFTER ", "NOT BEFORE ", "THE ", "A PARTIR DEL ", "À PARTIR DU ", "EL ", "LE ", "AB ", "AM "];

    /// <summary>Whether a day, a month or a digit comes first, behind "on the" and the like.</summary>
    public static bool Opens(ReadOnlySpan<char> text)
    {
        foreach (var word in _prepositions)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                text = text[word.Length..].TrimStart();
        }
        var end = text.IndexOfAny(_wordEnds);
        var first = end < 0 ? text : text[..end];
        return first.Length > 0 && (char.IsDigit(first[0]) || IsTime(first));
    }

    /// <summary>Whether the text, as far as its sentence or bracket goes, says nothing but a time.</summary>
    public static bool IsAll(ReadOnlySpan<char> text)
    {
        var hasTime = false;
        var isFirst = true;
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            var bare = word.Trim(",;:()[]*/.!<");
            if (bare.IsEmpty || word[0] is '(' or '[')
            {
                if (word.Length > 0 && !isFirst)
                    return hasTime;
                continue;
            }
            if (char.IsDigit(bare[0]) ? !IsNumber(bare) : !IsTime(bare) && !IsAmong(bare))
                return false;
            hasTime |= IsTime(bare) || IsClock(bare);
            isFirst = false;
            if (word[^1] is ')' or ']' or ';' or '!' or '/' or '<'
                || word[^1] == '.' && hasTime && !IsAmong(bare) && !IsShort(bare) && !char.IsDigit(bare[0]))
                return hasTime;
        }
        return hasTime;
    }

    /// <summary>
    /// <c>6</c>, <c>06:00</c>, <c>0600Z</c>, <c>25th</c>, <c>27.11.2026</c>, <c>6pm</c>, <c>18h00</c>.
    /// </summary>
    static bool IsNumber(ReadOnlySpan<char> word) => word.Length <= 20
        && Letters(word) <= 3;

    static int Letters(ReadOnlySpan<char> word)
    {
        var letters = 0;
        foreach (var c in word)
            letters += char.IsLetter(c) ? 1 : 0;
        return letters;
    }

    static bool IsClock(ReadOnlySpan<char> word) => char.IsDigit(word[0])
        ? word.IndexOfAny(":-.hH") > 0 || word.Length == 4
        : word.Equals("uhr", StringComparison.OrdinalIgnoreCase)
            || word.Equals("gmt", StringComparison.OrdinalIgnoreCase)
            || word.Equals("utc", StringComparison.OrdinalIgnoreCase) || word is "a.m" or "p.m" or "am" or "pm";

    /// <summary>A month cut short ends in a full stop that ends no sentence.</summary>
    static bool IsShort(ReadOnlySpan<char> word) => word.Length <= 4;

    static bool IsTime(ReadOnlySpan<char> word) => _times.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    static bool IsAmong(ReadOnlySpan<char> word) => _between.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    static FrozenSet<string> Words(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
