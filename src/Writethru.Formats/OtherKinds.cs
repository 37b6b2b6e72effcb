using System.Collections.Immutable;
using System.Text.Json;

namespace Writethru.Formats;

/// <summary>
/// What bytes are that are no wire copy, by its usual name: a PDF, a raw e-mail, a page of the web. Text in which such
/// a thing stands near the head is refused under its name instead of going out as copy.
/// </summary>
static class OtherKinds
{
    /// <summary>Bytes, and lines with anything in them, that are near the head.</summary>
    const int Sample = 4_096, FewLines = 60;

    static readonly ImmutableArray<(byte[] Start, string Name)> _starts =
    [
        ("%PDF-"u8.ToArray(), "a PDF"), ("%!PS"u8.ToArray(), "a PostScript file"),
        ("8BPS"u8.ToArray(), "a Photoshop file"), ("{\\rtf"u8.ToArray(), "an RTF document"),
        ([0xD0, 0xCF, 0x11, 0xE0], "a document of Microsoft Office before 2007"),
        ("GIF87a"u8.ToArray(), "a GIF picture"), ("GIF89a"u8.ToArray(), "a GIF picture"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ("II*\0"u8.ToArray(), "a TIFF picture"), ("MM\0*"u8.ToArray(), "a TIFF picture"),
        ([0x1F, 0x8B], "a gzip archive"), ("BZh91AY"u8.ToArray(), "a bzip2 archive"),
        ([(byte)'7', (byte)'z', 0xBC], "a 7z archive"), ("Rar!\u001A"u8.ToArray(), "a RAR archive"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X'], "an xz archive"), ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"),
        ("ID3\u0002"u8.ToArray(), "an MP3 sound"), ("ID3\u0003"u8.ToArray(), "an MP3 sound"),
        ("ID3\u0004"u8.ToArray(), "an MP3 sound"), ("OggS\0"u8.ToArray(), "an Ogg sound"),
        ("fLaC"u8.ToArray(), "a FLAC sound"), ([0x1A, 0x45, 0xDF, 0xA3], "a Matroska film"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"), ("BEGIN:VCALENDAR"u8.ToArray(), "a calendar"),
        ("BEGIN:VCARD"u8.ToArray(), "a business card"), ("-----BEGIN "u8.ToArray(), "a key or a signed message"),
        ("WEBVTT"u8.ToArray(), "subtitles of a film"), ("begin 644 "u8.ToArray(), "a uuencoded file"),
    ];

    static readonly string[] _ofMail =
        ["received", "return-path", "message-id", "mime-version", "delivered-to", "dkim-signature", "x-mailer",
            "content-transfer-encoding"];

    /// <summary>The usual name; null when nothing near the head is of another kind.</summary>
    public static string? NameOf(ReadOnlySpan<byte> bytes)
    {
        if (OfBinary(bytes) is { } binary)
            return binary;
        var text = WireText.DecodeStart(bytes, Sample).Content;
        var lines = HeadOf(text);
        if (lines.Count == 0 || IsForm(lines))
            return null;
        return lines.Exists(line => line.StartsWith(@"{\rtf", StringComparison.Ordinal)) ? "an RTF document"
            : MailOrHttp(lines)
            ?? OfMarkup(text, lines)
            ?? OfJson(bytes, lines)
            ?? (IsTable(lines) ? "CSV"
                : IsSource(lines) ? "source code"
                : lines.Exists(IsTimed) ? "subtitles of a film"
                : null);
    }

    static string? OfBinary(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes.TrimStart("\uFEFF \t\r\n"u8);
        foreach (var (start, name) in _starts)
        {
            if (rest.StartsWith(start))
                return name;
        }
        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..])
            return OfZip(bytes[..Math.Min(bytes.Length, Sample)]);
        if (bytes is [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, .. var kind])
        {
            return kind.StartsWith("WEBP"u8) ? "a WebP picture"
                : kind.StartsWith("WAVE"u8) ? "a WAVE sound"
                : "a film";
        }
        return bytes.Length > 8 && bytes[4..8].SequenceEqual("ftyp"u8) ? "a film or a picture of a telephone" : null;
    }

    static string OfZip(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("word/"u8) >= 0 ? "a Word document"
        : bytes.IndexOf("xl/"u8) >= 0 ? "an Excel workbook"
        : bytes.IndexOf("ppt/"u8) >= 0 ? "a PowerPoint presentation"
        : bytes.IndexOf("opendocument.text"u8) >= 0 ? "an OpenDocument text"
        : bytes.IndexOf("opendocument"u8) >= 0 ? "an OpenDocument file"
        : bytes.IndexOf("epub"u8) >= 0 ? "an EPUB book"
        : bytes.IndexOf("[Content_Types].xml"u8) >= 0 ? "a Word document, or another of Microsoft Office"
        : "a ZIP archive";

    static List<string> HeadOf(string text)
    {
        List<string> lines = [];
        foreach (var range in text.AsSpan().SplitAny('\r', '\n'))
        {
            var line = text.AsSpan(range);
            while (!line.IsEmpty && (char.IsWhiteSpace(line[0]) || Preamble.IsUnseen(line[0])))
                line = line[1..];
            if (!line.IsEmpty)
                lines.Add(line.TrimEnd().ToString());
            if (lines.Count == FewLines)
                break;
        }
        return lines;
    }

    /// <summary>A web form around an item, which the reader of plain wire refuses with what to do instead.</summary>
    static bool IsForm(List<string> lines) => lines[0].StartsWith("--", StringComparison.Ordinal)
        && lines.Exists(line => line.StartsWith("Content-Disposition:", StringComparison.OrdinalIgnoreCase));

    static string? MailOrHttp(List<string> lines)
    {
        if (lines.Exists(line => Preamble.IsStartLine(line)))
            return "a message of HTTP";
        var headers = lines.Select(line => Preamble.HeaderName(line)).Where(name => name.Length > 0).ToHashSet();
        var isFromAddress = lines.Exists(line => line.StartsWith("From", StringComparison.OrdinalIgnoreCase)
            && line.Contains('@', StringComparison.Ordinal));
        if (headers.Overlaps(_ofMail) && headers.Count > 1
            || isFromAddress && headers.Contains("subject"))
            return "a raw e-mail";
        return headers.Count(Preamble.IsOfHttp) > 1 && headers.Contains("content-type") ? "a message of HTTP" : null;
    }

    static string? OfMarkup(string text, List<string> lines)
    {
        if (lines.Find(IsTag) is not { } tag)
            return null;
        if (text.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<body", StringComparison.OrdinalIgnoreCase))
            return "an HTML page";
        return tag.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            ? "XML that is not known, or not at its start"
            : "text in markup";
    }

    /// <summary>
    /// A line that opens as a tag does and closes it, or goes on in others; <c>&lt;속보&gt;</c> is how agencies of Korea
    /// open a headline, and <c>&lt;#&gt;</c> a command of dpa's.
    /// </summary>
    static bool IsTag(string line) => line is ['<', var next, ..]
        && (next is '?' or '!' || char.IsAsciiLetter(next)
            || next == '/' && line.Length > 2 && char.IsAsciiLetter(line[2]))
        && (line.Contains('>', StringComparison.Ordinal) || line.Contains('=', StringComparison.Ordinal));

    static string? OfJson(ReadOnlySpan<byte> bytes, List<string> lines)
    {
        var at = lines.FindIndex(line => line.TrimEnd() is ['{'] or ['['] || IsJson(line));
        if (at < 0)
            return null;
        return at > 0 ? "text with JSON in it" : JsonRoot.In(bytes) switch
        {
            { Kind: not (JsonTokenType.StartObject or JsonTokenType.StartArray) } => "text that opens as JSON does",
            { End: JsonEnd.CutOff } => "JSON that is cut off",
            { Kind: JsonTokenType.StartArray } => "JSON that is a list",
            { End: JsonEnd.Broken } => "JSON that is broken",
            _ => "JSON of another kind",
        };
    }

    static bool IsJson(string line) => line[0] == '{' && line.AsSpan(1).TrimStart() is ['"' or '}', ..]
        || line[0] == '[' && line.AsSpan(1).TrimStart() is ['{' or '"', ..]
        || line.Contains("{\"", StringComparison.Ordinal) && line.Contains("\":", StringComparison.Ordinal);

    /// <summary>Lines that a comma, a semicolon or a tab parts into as many cells each: no sentence does.</summary>
    static bool IsTable(List<string> lines)
    {
        const int FewestLines = 3, FewestCells = 3;
        if (lines.Count < FewestLines)
            return false;
        foreach (var sign in (char[])[',', ';', '\t'])
        {
            var cells = lines[0].AsSpan().Count(sign) + 1;
            if (cells >= FewestCells && lines.TrueForAll(line => CellsOf(line, sign) == cells)
                && !lines[0].Contains($"{sign} ", StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>Lines that half of them end as statements do.</summary>
    static bool IsSource(List<string> lines) => lines.Count > 1
        && lines.Exists(line => line[^1] is '{' or '}' || line.EndsWith(");", StringComparison.Ordinal))
        && lines.Count(line => line[^1] is ';' or '{' or '}') * 2 >= lines.Count;

    /// <summary><c>00:00:01,000 --&gt; 00:00:04,000</c></summary>
    static bool IsTimed(string line) =>
        char.IsAsciiDigit(line[0]) && line.Contains(" --> ", StringComparison.Ordinal);

    static int CellsOf(string line, char sign)
    {
        var (cells, isQuoted) = (1, false);
        foreach (var c in line)
        {
            isQuoted ^= c == '"';
            cells += c == sign && !isQuoted ? 1 : 0;
        }
        return cells;
    }
}
