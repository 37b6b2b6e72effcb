using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using Writethru.Copy;
using Writethru.Formats.Binding;

namespace Writethru.Formats;

/// <summary>
/// What stands before markup or JSON and is none of it: marks and characters that nobody sees, headers of HTTP, the
/// size of a chunk. A document that is taken for copy because of it would hide its own cancellation.
/// </summary>
static class Preamble
{
    /// <summary>Lines of headers; more are no headers.</summary>
    const int MostLines = 100;

    const string LastChunk = "\n0";

    /// <summary>Marks and spaces of no width; those of direction may stand before copy.</summary>
    const string NeverInCopy = "\uFEFF\u200B\u2060\u00AD\u180E";

    /// <summary>A byte order mark in other charsets, whole or in part, and bytes that were broken.</summary>
    static readonly SearchValues<char> _brokenMarks = SearchValues.Create("\u00EF\u00BB\u00BF\u00FE\u00FF\uFFFD");

    static readonly FrozenSet<string> _ofHttp = Names(
        "content-type content-length content-encoding content-language transfer-encoding server connection keep-alive "
        + "cache-control pragma expires etag last-modified age vary via location set-cookie accept-ranges host");

    static readonly FrozenSet<string> _ofMail = Names(
        "from to subject received return-path mime-version message-id delivered-to reply-to dkim-signature");

    /// <summary>The text from the document on, and a remark that says what was read past.</summary>
    public static WireText ReadPast(WireText text, RemarkBook remarks)
    {
        var at = EndIn(text.Content, out var what, out var chunk);
        if (at == 0)
            return text;
        var document = text.From(at);
        if (chunk is { } size)
        {
            if (document.BytesOf(0, WithoutLastChunk(document.Content).Length) > size + 1)
                return text;
            document = document with { Content = WithoutLastChunk(document.Content) };
        }
        remarks.Add(BindingRemarks.Preamble, Severity.Warning, -1, $"Found {what} before the document: read past.");
        return document;
    }

    /// <summary>The copy without what nobody sees before its first word: it would hide a label.</summary>
    public static WireText WithoutUnseen(WireText text, RemarkBook remarks)
    {
        var start = text.Content.AsSpan().TrimStart(NeverInCopy).Length;
        if (start == text.Content.Length)
            return text;
        remarks.Add(BindingRemarks.Preamble, Severity.Warning, -1,
            "Found characters that nobody sees before the copy: read past.");
        return text.From(text.Content.Length - start);
    }

    /// <summary>Where the document begins; 0 when nothing but blanks stands before it, or when there is none.</summary>
    public static int EndIn(ReadOnlySpan<char> text, out string what) => EndIn(text, out what, out _);

    static int EndIn(ReadOnlySpan<char> text, out string what, out int? chunk)
    {
        (what, chunk) = ("", null);
        var at = SkipUnseen(text, 0, out var hasUnseen);
        List<string> found = hasUnseen ? ["characters that nobody sees"] : [];
        if (EndOfHeaders(text, at) is { } behind)
        {
            found.Add("headers of HTTP");
            at = SkipUnseen(text, behind, out _);
        }
        if (EndOfSize(text, at, out var size) is { } end)
        {
            found.Add("the size of a chunk");
            chunk = size;
            at = SkipUnseen(text, end, out _);
        }
        what = string.Join(", ", found);
        return found.Count > 0 && IsDocument(text[at..]) ? at : 0;
    }

    /// <summary>Whether markup or JSON begins here.</summary>
    public static bool IsDocument(ReadOnlySpan<char> text) => text is ['{' or '[', ..]
        || text is ['<', var next, ..] && (char.IsAsciiLetter(next) || next is '?' or '!');

    static int SkipUnseen(ReadOnlySpan<char> text, int at, out bool hasUnseen)
    {
        hasUnseen = false;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c is ' ' or '\t' or '\r' or '\n')
                continue;
            if (!char.IsWhiteSpace(c) && !IsUnseen(c) && !_brokenMarks.Contains(c))
                break;
            hasUnseen = true;
        }
        return at;
    }

    /// <summary>Whether a character has no ink: controls, marks of direction and of joining, fillers.</summary>
    public static bool IsUnseen(char c) => char.IsControl(c)
        || char.GetUnicodeCategory(c) == UnicodeCategory.Format
        || c is '\u034F' or '\u115F' or '\u1160' or '\u2800' or '\u3164' or '\uFFA0' or '\uFFFE' or '\uFFFF';

    /// <summary>Behind the empty line that ends headers of HTTP; null when there are none.</summary>
    static int? EndOfHeaders(ReadOnlySpan<char> text, int at)
    {
        var isHttp = false;
        for (var line = 0; line < MostLines && at < text.Length; line++)
        {
            var end = text[at..].IndexOf('\n') is var found and >= 0 ? at + found : text.Length;
            var words = text[at..end].Trim();
            at = Math.Min(end + 1, text.Length);
            if (words.IsEmpty)
                return isHttp ? at : null;
            if (line == 0 && IsStartLine(words))
            {
                isHttp = true;
                continue;
            }
            var name = HeaderName(words);
            if (name.Length == 0 || _ofMail.Contains(name))
                return null;
            isHttp |= _ofHttp.Contains(name);
        }
        return null;
    }

    /// <summary>Whether the line opens an answer or a request of HTTP.</summary>
    public static bool IsStartLine(ReadOnlySpan<char> line) =>
        line.StartsWith("HTTP/", StringComparison.Ordinal) && line.Length > 5 && char.IsAsciiDigit(line[5])
        || line.Contains(" HTTP/1.", StringComparison.Ordinal) || line.EndsWith(" HTTP/2", StringComparison.Ordinal);

    /// <summary>The name of a header in lower case; empty when the line is none.</summary>
    public static string HeaderName(ReadOnlySpan<char> line)
    {
        const int Longest = 40;
        var colon = line[..Math.Min(Longest, line.Length)].IndexOf(':');
        if (colon < 1)
            return "";
        foreach (var c in line[..colon])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
                return "";
        }
        return line[..colon].ToString().ToLowerInvariant();
    }

    /// <summary>Whether a header's name is one that answers and requests of HTTP have.</summary>
    public static bool IsOfHttp(string name) => _ofHttp.Contains(name);

    /// <summary>Behind a line that is a number in hexadecimal digits; null when there is none.</summary>
    static int? EndOfSize(ReadOnlySpan<char> text, int at, out int size)
    {
        const int MostDigits = 7;
        size = 0;
        var end = text[at..].IndexOf('\n');
        if (end < 1)
            return null;
        var line = text.Slice(at, end).Trim();
        var digits = line.IndexOf(';') is var semicolon and >= 0 ? line[..semicolon].Trim() : line;
        return digits.Length <= MostDigits
            && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out size)
            ? at + end + 1
            : null;
    }

    static string WithoutLastChunk(string content)
    {
        var trimmed = content.AsSpan().TrimEnd();
        return trimmed.EndsWith(LastChunk, StringComparison.Ordinal)
            ? trimmed[..^LastChunk.Length].ToString()
            : content;
    }

    static FrozenSet<string> Names(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
