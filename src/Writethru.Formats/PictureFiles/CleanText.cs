using System.Globalization;

namespace Writethru.Formats.PictureFiles;

/// <summary>Text of metadata as it is kept.</summary>
static class CleanText
{
    /// <summary>
    /// Without the NULs and spaces that pad it and without control characters; line ends as line feeds, tabs kept.
    /// </summary>
    public static string Of(string text)
    {
        var trimmed = text.Trim('\0', ' ', '\r', '\n', '\t');
        if (trimmed.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
            return trimmed;
        var lines = trimmed.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return string.Concat(lines.Where(c => c is '\n' or '\t' || !char.IsControl(c)));
    }

    /// <summary>The text on one line.</summary>
    public static string OnOneLine(string text) =>
        string.Join(' ', text.Split(['\n', '\r', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Values that are no text, for people.</summary>
static class Binary
{
    const int LongestShown = 16;

    /// <summary>Up to 16 bytes in hexadecimal digits, else how many there are.</summary>
    public static string Shown(ReadOnlySpan<byte> bytes) => bytes.Length <= LongestShown
        ? Convert.ToHexStringLower(bytes)
        : string.Create(CultureInfo.InvariantCulture, $"({bytes.Length} bytes)");
}
