using System.Globalization;

namespace Writethru.Copy.Datelines;

/// <summary>A printed date and the characters it takes.</summary>
/// <param name="Date">The date; a day that exists.</param>
/// <param name="Length">UTF-16 units from the start of the text that was read.</param>
public readonly record struct FoundDate(PrintedDate Date, int Length);

/// <summary>The dates that datelines and embargoes print: day and month, with or without a year.</summary>
/// <remarks>
/// <c>Sept. 19</c>, <c>Nov. 14, 2006</c>, <c>19 September 2023</c>, <c>19. September</c>, <c>19 de septiembre</c>,
/// <c>11월 24일</c>, <c>11月24日</c>, <c>24 نوفمبر</c>, <c>2023-09-19</c>. Looks at no more than 48 characters.
/// </remarks>
public static class DateGrammar
{
    const int Reach = 48;

    /// <summary>The date that stands at the very start of the text; null when there is none.</summary>
    public static FoundDate? Find(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return null;
        if (text.Length > Reach)
            text = text[..Reach];
        var found = char.IsDigit(text[0]) ? FromDigits(text) : FromMonth(text);
        return found is { Date.IsReal: true } ? found : null;
    }

    static FoundDate? FromMonth(ReadOnlySpan<char> text)
    {
        if (!TryMonth(text, out var month, out var at))
            return null;
        at = SkipSpaces(text, at);
        if (!TryNumber(text, at, out var day, out var digits) || digits > 2)
            return null;
        at = SkipOrdinal(text, at + digits);
        var year = TryYear(text, at, out var end);
        return new FoundDate(new PrintedDate(year, month, day), year is null ? at : end);
    }

    static FoundDate? FromDigits(ReadOnlySpan<char> text)
    {
        if (!TryNumber(text, 0, out var number, out var at))
            return null;
        if (at == 4)
            return FromYear(text, number);
        if (at > 2)
            return null;
        if (at < text.Length && text[at] is '월' or '月')
            return MonthThenDay(text, at + 1, year: null, number);
        at = SkipOrdinal(text, at);
        if (at < text.Length && text[at] == '.')
            at++;
        at = SkipWord(text, SkipSpaces(text, at), "de ");
        if (!TryMonth(text[at..], out var month, out var length))
            return null;
        at += length;
        var year = TryYear(text, at, out var end);
        return new FoundDate(new PrintedDate(year, month, number), year is null ? at : end);
    }

    static FoundDate? FromYear(ReadOnlySpan<char> text, int year)
    {
        if (text.Length > 5 && text[4] is '년' or '年')
        {
            var at = SkipSpaces(text, 5);
            return TryNumber(text, at, out var month, out var digits) && digits <= 2
                && at + digits < text.Length && text[at + digits] is '월' or '月'
                ? MonthThenDay(text, at + digits + 1, year, month)
                : null;
        }
        return text.Length >= 10
            && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out var d)
            && (text.Length == 10 || !char.IsDigit(text[10]))
            ? new FoundDate(new PrintedDate(d.Year, d.Month, d.Day), 10)
            : null;
    }

    static FoundDate? MonthThenDay(ReadOnlySpan<char> text, int at, int? year, int month)
    {
        at = SkipSpaces(text, at);
        return TryNumber(text, at, out var day, out var digits) && digits <= 2
            && at + digits < text.Length && text[at + digits] is '일' or '日'
            ? new FoundDate(new PrintedDate(year, month, day), at + digits + 1)
            : null;
    }

    static bool TryMonth(ReadOnlySpan<char> text, out int month, out int length)
    {
        length = 0;
        while (length < text.Length && (char.IsLetter(text[length])
            || char.GetUnicodeCategory(text[length]) == UnicodeCategory.NonSpacingMark))
            length++;
        month = PrintedMonths.NumberOf(text[..length]);
        if (month > 0 && length < text.Length && text[length] == '.')
            length++;
        return month > 0;
    }

    static int? TryYear(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        if (at < text.Length && text[at] is ',' or '،')
            at++;
        at = SkipWord(text, SkipSpaces(text, at), "de ");
        if (at == end || !TryNumber(text, at, out var year, out var digits) || digits != 4 || year is < 1900 or > 2199)
            return null;
        end = at + digits;
        return year;
    }

    static bool TryNumber(ReadOnlySpan<char> text, int at, out int number, out int digits)
    {
        (number, digits) = (0, 0);
        while (at + digits < text.Length && char.IsDigit(text[at + digits]))
        {
            if (digits == 4)
                return false;
            number = (number * 10) + (int)char.GetNumericValue(text[at + digits]);
            digits++;
        }
        return digits > 0;
    }

    static int SkipOrdinal(ReadOnlySpan<char> text, int at) =>
        at + 2 <= text.Length && text.Slice(at, 2) is "st" or "nd" or "rd" or "th"
            && (at + 2 == text.Length || !char.IsLetter(text[at + 2]))
            ? at + 2
            : at;

    static int SkipWord(ReadOnlySpan<char> text, int at, string word) =>
        text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase) ? SkipSpaces(text, at + word.Length) : at;

    static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\u00A0')
            at++;
        return at;
    }
}
