using System.Globalization;

namespace Writethru.Reading.Likelihood;

/// <summary>Which edition of a story the label of a series says that a take is.</summary>
static class SeriesNumber
{
    /// <summary>Labels of editions without a number of their own, and the number that they stand for.</summary>
    static readonly (string Word, int Number)[] _words =
    [
        ("WRITETHRU", 1), ("WRITE-THRU", 1), ("LEAD", 1), ("LD", 1), ("UPDATE", 1), ("UPDATED", 1), ("WRAPUP", 1),
        ("URGENT", 0), ("FLASH", 0), ("BULLETIN", 0), ("ALERT", 0), ("NEWSALERT", 0), ("EIL", 0), ("EILMELDUNG", 0),
        ("ZUSAMMENFASSUNG", 1), ("ERGÄNZUNG", 1), ("NEU", 1), ("KORREKTUR", -1),
        ("BERICHTIGUNG", -1), ("WIEDERHOLUNG", -1),
        ("속보", 0), ("긴급", 0), ("종합", 1),
        ("CORRECTED", -1), ("CORRECTION", -1), ("REFILE", -1), ("RPT", -1), ("REPEAT", -1),
    ];

    /// <summary>
    /// The number: 0 for a first take or a flash, 1 for <c>LEAD</c>, 2 for <c>2nd LD</c> and <c>UPDATE 2</c>; -1 for a
    /// label that may stand on any edition, such as <c>CORRECTED</c>; null for the label of another kind of piece, such
    /// as <c>News Focus</c>.
    /// </summary>
    /// <param name="label">As printed, without its brackets; empty for none.</param>
    public static int? Of(string label)
    {
        if (label.Length == 0 || label.All(c => c == '*'))
            return 0;
        int? number = null, printed = null;
        foreach (var part in label.Split([' ', '-', ',', '(', ')', ':'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Digits(part) is { } digits)
                printed ??= digits;
            else if (Find(part) is { } found)
                number = number is > 0 ? number : found;
        }
        return number is null ? null : number > 0 && printed is { } many ? many : number;
    }

    static int? Find(string part)
    {
        foreach (var (word, number) in _words)
        {
            if (part.Equals(word, StringComparison.OrdinalIgnoreCase))
                return number;
        }
        return null;
    }

    /// <summary><c>2</c>, <c>2nd</c>, <c>2.</c>: at most two digits.</summary>
    static int? Digits(string part)
    {
        var end = part.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? part : part[..end];
        var rest = end < 0 ? "" : part[end..];
        return digits.Length is 1 or 2 && rest.ToUpperInvariant() is "" or "." or "ST" or "ND" or "RD" or "TH"
            && int.TryParse(digits, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
