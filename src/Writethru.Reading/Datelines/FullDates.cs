using System.Globalization;
using Writethru.Copy;
using Writethru.Copy.Datelines;

namespace Writethru.Reading.Datelines;

/// <summary>Finds the dates of a copy that are printed with day, month and year. One pass over the text.</summary>
static class FullDates
{
    /// <summary>Every full date of paragraphs and captions, in reading order.</summary>
    public static List<DateOnly> In(Take take)
    {
        var dates = new List<DateOnly>();
        foreach (var paragraph in take.Body)
            Scan(paragraph.Text, dates);
        foreach (var picture in take.Pictures)
            Scan(picture.Caption, dates);
        return dates;
    }

    /// <summary>
    /// Adds the dates of one text: <c>Sept. 17, 2023</c>, <c>Sept. 14-17, 2023</c>, <c>17. September 2023</c>,
    /// <c>2023-09-17</c>, <c>2023년 9월 17일</c>, <c>17 أيلول/سبتمبر 2023</c>.
    /// </summary>
    public static void Scan(string text, List<DateOnly> dates)
    {
        Piece third = default, second = default, first = default;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }
            var piece = PieceAt(text, at);
            at = piece.End;
            if (IsSilent(text, piece, first))
            {
                first = first with { End = piece.End };
                continue;
            }
            if (!Touches(text, first.End, piece.Start))
                (third, second, first) = (default, default, default);
            if (DateOf(third, second, first, piece) is { IsReal: true, Year: { } year } date)
                dates.Add(new DateOnly(year, date.Month, date.Day));
            (third, second, first) = (second, first, piece);
        }
    }

    static PrintedDate? DateOf(Piece third, Piece second, Piece first, Piece last)
    {
        if (last.IsYear && first.IsSmall && second.Month > 0)
            return new PrintedDate(last.Number, second.Month, first.Number);
        if (last.IsYear && first.IsSmall && second.IsSmall && third.Month > 0)
            return new PrintedDate(last.Number, third.Month, first.Number);
        if (last.IsYear && first.Month > 0 && second.IsSmall)
            return new PrintedDate(last.Number, first.Month, second.Number);
        if (last.IsSmall && first.IsSmall && second.IsYear)
            return new PrintedDate(second.Number, first.Number, last.Number);
        return null;
    }

    static Piece PieceAt(string text, int start)
    {
        var end = start + 1;
        var isNumber = char.IsDigit(text[start]);
        while (end < text.Length && char.IsLetterOrDigit(text[end]) && char.IsDigit(text[end]) == isNumber)
            end++;
        var length = end - start;
        if (isNumber)
            return new Piece(start, end, length <= 4 ? Number(text, start, end) : -1, 0, length);
        if (length > 12)
            return new Piece(start, end, -1, 0, 0);
        return new Piece(start, end, -1, PrintedMonths.NumberOf(text.AsSpan(start, length)), 0);
    }

    static int Number(string text, int start, int end)
    {
        var number = 0;
        for (var i = start; i < end; i++)
            number = number * 10 + CharUnicodeInfo.GetDecimalDigitValue(text[i]);
        return number;
    }

    // Letters that belong to a number ("17th", "9월") and the second of two names of one month ("أيلول/سبتمبر").
    static bool IsSilent(string text, Piece piece, Piece before)
    {
        if (before.End == piece.Start && before.Number >= 0)
            return text.AsSpan(piece.Start, piece.End - piece.Start) is
                "st" or "nd" or "rd" or "th" or "년" or "월" or "일" or "年" or "月" or "日";
        return piece.Month > 0 && piece.Month == before.Month && before.End + 1 == piece.Start;
    }

    static bool Touches(string text, int end, int start)
    {
        if (start - end > 3)
            return false;
        for (var i = end; i < start; i++)
        {
            if (!char.IsWhiteSpace(text[i]) && text[i] is not ('.' or ',' or '-' or '–' or '/'))
                return false;
        }
        return true;
    }

    readonly record struct Piece(int Start, int End, int Number, int Month, int Digits)
    {
        public bool IsYear => Digits == 4 && Number is >= 1900 and <= 2100;

        public bool IsSmall => Digits is 1 or 2;
    }
}
