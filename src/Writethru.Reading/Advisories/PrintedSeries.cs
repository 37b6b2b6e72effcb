using Writethru.Copy;
using Writethru.Reading.Likelihood;

namespace Writethru.Reading.Advisories;

/// <summary>The label of the series that a take bears, and the number in it. Pure.</summary>
public static class PrintedSeries
{
    /// <summary>
    /// The label as printed; where a format has no place of its own for it, the one that the headline begins or ends
    /// with, in its normal form. Empty when there is none.
    /// </summary>
    public static string Of(Take take) => take.Series.Length > 0 ? take.Series
        : SeriesLine.Read(new NoteText(take.Headline, Math.Min(take.Headline.Length, AdvisoryReader.MaxLength)));

    /// <summary>
    /// The edition that a label counts: 1 for <c>LEAD</c>, 2 for <c>2nd LD</c>, <c>UPDATE 2</c> and
    /// <c>2. Zusammenfassung</c>; 0 for a label that counts none, such as <c>URGENT</c> or <c>CORRECTED</c>.
    /// </summary>
    public static int NumberOf(string label) => Math.Max(0, SeriesNumber.Of(label) ?? 0);
}
