using Writethru.Copy;

namespace Writethru.Desk;

/// <summary>What the label of a series says about why a further take exists.</summary>
static class SeriesLabel
{
    /// <summary>The cause that a printed label stands for; null when the label says nothing about it.</summary>
    /// <param name="label">
    /// As printed, without brackets: <c>LEAD</c>, <c>2nd LD</c>, <c>1st Ld-Writethru</c>, <c>REFILE</c>.
    /// </param>
    public static Cause? CauseOf(string label) =>
        Has(label, "WRITETHRU") || Has(label, "WRITE-THRU") ? Cause.WriteThru
        : Has(label, "CORRECT") || Has(label, "BERICHTIGUNG") || Has(label, "KORREKTUR") ? Cause.Correction
        : Has(label, "REFILE") ? Cause.Refile
        : Has(label, "LEAD") || Has(label, "LD") || Has(label, "ZUSAMMENFASSUNG") ? Cause.Lead
        : null;

    static bool Has(string label, string word) => label.Contains(word, StringComparison.OrdinalIgnoreCase);
}
