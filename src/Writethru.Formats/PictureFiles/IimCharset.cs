using System.Text;
using System.Text.Unicode;
using Writethru.Copy;
using Writethru.Formats.Binding;

namespace Writethru.Formats.PictureFiles;

/// <summary>
/// The charset of IIM: what 1:90 names (IIM, 5.6: an escape sequence of ISO 2022), else what the bytes look like.
/// </summary>
static class IimCharset
{
    /// <summary><c>ESC % G</c>: UTF-8.</summary>
    public static ReadOnlySpan<byte> Utf8Mark => [0x1B, 0x25, 0x47];

    /// <summary>Enough to tell.</summary>
    const int MostLookedAt = 64 * 1024;

    /// <summary>The charset of the datasets.</summary>
    public static Encoding Of(IReadOnlyList<IimDataset> datasets, Findings findings)
    {
        var mark = datasets.FirstOrDefault(dataset => dataset is { Record: 1, Number: 90 }).Bytes ?? [];
        var texts = datasets.Where(IimBlock.IsText).Select(dataset => dataset.Bytes)
            .Where(bytes => bytes.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)0x7F) >= 0).ToList();
        var areUtf8 = texts.TrueForAll(bytes => Utf8.IsValid(bytes));
        if (IsUtf8(mark))
        {
            if (areUtf8)
                return Encoding.UTF8;
            findings.Add(MetadataRemarks.Charset, Severity.Warning, "IIM 1:90 says UTF-8, which its text is not.");
            return Guess(texts, findings);
        }
        if (texts.Count == 0)
            return Encoding.UTF8;
        if (mark is [0x1B, 0x2E or 0x2D, 0x41])
            return Charsets.Find("iso-8859-1")!;
        if (!areUtf8)
            return Guess(texts, findings);
        findings.Add(MetadataRemarks.Charset, Severity.Warning, "IIM without a charset that is known: read as UTF-8.");
        return Encoding.UTF8;
    }

    /// <summary>UTF-8, with or without a way back, at the levels 1 to 3.</summary>
    static bool IsUtf8(byte[] mark) => mark.AsSpan().StartsWith(Utf8Mark)
        || mark is [0x1B, 0x25, 0x2F, 0x47 or 0x48 or 0x49, ..];

    /// <summary>
    /// Windows-1252, or that of old Macintoshes where more characters then stand where they belong: 0x8E is é there,
    /// and Ž in the other; 0x97 is ó there, and a dash in the other.
    /// </summary>
    static Encoding Guess(List<byte[]> texts, Findings findings)
    {
        var (windows, macintosh) = (Charsets.Find("windows-1252")!, Charsets.Find("macintosh")!);
        var sample = texts.SelectMany(bytes => bytes.Append((byte)' ')).Take(MostLookedAt).ToArray();
        var guess = Fitting(macintosh.GetString(sample)) > Fitting(windows.GetString(sample)) ? macintosh : windows;
        findings.Add(MetadataRemarks.Charset, Severity.Warning,
            $"IIM without a charset that fits: read as {guess.WebName}.");
        return guess;
    }

    /// <summary>Characters beyond ASCII that stand where they belong, less those that do not.</summary>
    static int Fitting(string text)
    {
        var fitting = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAscii(text[i]))
                fitting += Fitting(text[i], i > 0 ? text[i - 1] : ' ', i + 1 < text.Length ? text[i + 1] : ' ');
        }
        return fitting;
    }

    /// <summary>
    /// A letter where its case fits counts one, a quote or a dash in its place two: one charset's punctuation is the
    /// other's letters. A letter that stands alone, or a sign inside of a word, speaks against it.
    /// </summary>
    static int Fitting(char c, char before, char after) => c switch
    {
        '’' => char.IsLetter(before) ? 2 : 0,
        '“' or '„' or '‘' => !char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after) ? 2 : -1,
        '”' => !char.IsWhiteSpace(before) && !char.IsLetterOrDigit(after) ? 2 : -1,
        '–' or '—' => char.IsWhiteSpace(before) == char.IsWhiteSpace(after) ? 2 : 0,
        '…' => !char.IsWhiteSpace(before) || !char.IsWhiteSpace(after) ? 1 : 0,
        '€' or '£' => char.IsDigit(before) || char.IsDigit(after) || char.IsWhiteSpace(after) ? 1 : 0,
        _ when char.IsLower(c) => char.IsLetter(before) || char.IsLower(after) ? 1 : -1,
        _ when char.IsUpper(c) => char.IsLower(before) ? -1 : char.IsLetter(after) ? 1 : 0,
        _ => char.IsLetter(before) && char.IsLetter(after) ? -1 : 0,
    };
}
