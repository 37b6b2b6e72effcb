namespace Writethru.Formats.Teleprinter;

/// <summary>
/// Words of our own at the start of a paragraph, for what printed copy has no shape for, and the sign that says that a
/// paragraph is copy, whatever it looks like.
/// </summary>
static class CopyLabels
{
    public const string Picture = "Picture:";
    public const string PictureTerms = "Picture-Terms:";
    public const string PictureCredit = "Picture-Credit:";
    public const string UsageTerms = "Usage-Terms:";
    public const string CreditLine = "Credit-Line:";
    public const string Dateline = "Dateline:";

    /// <summary>Stands before copy that would be read as something else.</summary>
    public const char Guard = '>';

    static readonly string[] _all = [Picture, PictureTerms, PictureCredit, UsageTerms, CreditLine, Dateline];

    /// <summary>The label at the start of a line; empty when none stands there.</summary>
    public static string At(string text)
    {
        foreach (var label in _all)
        {
            if (text.StartsWith(label, StringComparison.Ordinal)
                && (text.Length == label.Length || text[label.Length] == ' '))
                return label;
        }
        return "";
    }

    /// <summary>Whether the line is guarded.</summary>
    public static bool IsGuarded(string text) =>
        text.Length > 0 && text[0] == Guard && (text.Length == 1 || text[1] == ' ');
}
