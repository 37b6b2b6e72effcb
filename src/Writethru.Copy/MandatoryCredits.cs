namespace Writethru.Copy;

/// <summary>
/// Credit lines as terms want them printed: whoever prints what is delivered credits whom it must, in every format.
/// </summary>
public static class MandatoryCredits
{
    /// <summary>
    /// The take whose credit lines name everybody whom its terms, or those of the picture, say must be credited. A
    /// credit
    /// that is within the words that are mandatory gives way to them; otherwise they follow it behind a stroke, as in
    /// <c>Jane Roe/Harbor Wire</c>.
    /// </summary>
    /// <param name="take">The take.</param>
    /// <param name="reading">What was read from it, by pictures in the same order; null when nothing was.</param>
    public static Take In(Take take, TakeReading? reading)
    {
        if (reading is null || !Are(reading.Terms) && !reading.PictureTerms.Any(Are))
            return take;
        return take with
        {
            CreditLine = Join(take.CreditLine, reading.Terms),
            Pictures =
            [
                .. take.Pictures.Select((picture, i) => picture.Withheld is null
                    ? picture with { Credit = Join(picture.Credit, reading.PictureTerms.ElementAtOrDefault(i)) }
                    : picture),
            ],
        };
    }

    static bool Are(TermsReading? terms) => terms?.Rules.Any(IsCredit) is true;

    static bool IsCredit(UsageRule rule) => rule is { Kind: UsageKinds.MandatoryCredit, Value.Length: > 0 };

    static string Join(string credit, TermsReading? terms)
    {
        foreach (var words in terms?.Rules.Where(IsCredit).Select(rule => rule.Value) ?? [])
        {
            if (credit.Contains(words, StringComparison.OrdinalIgnoreCase))
                continue;
            credit = words.Contains(credit, StringComparison.OrdinalIgnoreCase) ? words : $"{credit}/{words}";
        }
        return credit;
    }
}
