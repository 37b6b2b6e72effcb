using System.Text;
using UtfUnknown;

namespace Writethru.Formats;

/// <summary>The charset of bytes that declare none and are not UTF-8, told by what they would say in it.</summary>
/// <param name="Encoding">The charset.</param>
/// <param name="Certainty">How sure it is, 0 to 1.</param>
readonly record struct JudgedCharset(Encoding Encoding, double Certainty)
{
    /// <summary>Below it nobody should rely on the text: words that stop it may be unreadable.</summary>
    public const double Enough = 0.5;

    /// <summary>What a judgement must have to be taken: those of a few letters in a row are worth less.</summary>
    const double Convincing = 0.6;

    /// <summary>Letters beyond ASCII without which a language of Europe is not told from another.</summary>
    const int FewLetters = 4;

    /// <summary>Judging takes milliseconds a kilobyte, and learns nothing more from the second page.</summary>
    const int MostLookedAt = 2_048;

    static readonly Encoding _windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    static readonly string[] _western = ["windows-1252", "iso-8859-1", "iso-8859-3", "iso-8859-15"];

    /// <summary>Judges bytes. In Windows-1252 every byte is a character: it is what the last doubt falls to.</summary>
    public static JudgedCharset Of(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        if (first < 0)
            return new JudgedCharset(_windows1252, 1);
        var start = bytes[..first].LastIndexOfAny((byte)'\r', (byte)'\n') + 1;
        var sample = bytes[Math.Max(start, first - (MostLookedAt / 2))..];
        sample = sample[..Math.Min(sample.Length, MostLookedAt)];
        var (beyond, letters) = Count(sample);
        var found = CharsetDetector.DetectFromBytes(sample.ToArray()).Detected;
        var (name, certainty) = (OfWindows(found?.EncodingName ?? "", sample), found?.Confidence ?? 0);
        var isCopyInLatin = beyond * 3 < letters;
        if (isCopyInLatin && (beyond < FewLetters || certainty < Convincing || _western.Contains(name)))
            return new JudgedCharset(_windows1252, _western.Contains(name) ? Math.Max(certainty, Enough) : Enough);
        return certainty >= Convincing && Charsets.Find(name) is { } known
            ? new JudgedCharset(known, certainty)
            : new JudgedCharset(_windows1252, 0);
    }

    /// <summary>
    /// The charset of Windows that resembles one of ISO 8859, where bytes are there that only it has letters for.
    /// </summary>
    static string OfWindows(string name, ReadOnlySpan<byte> bytes) =>
        !bytes.ContainsAnyInRange((byte)0x80, (byte)0x9F) ? name : name switch
        {
            "iso-8859-2" => "windows-1250",
            "iso-8859-4" or "iso-8859-13" => "windows-1257",
            "iso-8859-7" => "windows-1253",
            "iso-8859-8" => "windows-1255",
            "iso-8859-9" => "windows-1254",
            _ => name,
        };

    /// <summary>Bytes beyond ASCII, and letters of ASCII.</summary>
    static (int Beyond, int Letters) Count(ReadOnlySpan<byte> bytes)
    {
        var (beyond, letters) = (0, 0);
        foreach (var value in bytes)
        {
            beyond += value >> 7;
            letters += char.IsAsciiLetter((char)value) ? 1 : 0;
        }
        return (beyond, letters);
    }
}
