using System.Text;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Feeds;

/// <summary>Atom's text in Base64 (RFC 4287, 4.1.3.3; Atom 0.3, 3.1.2).</summary>
static class EncodedContent
{
    /// <summary>
    /// Whether the element says that it holds Base64: in 0.3 by its mode, in 1.0 by a type that is no text.
    /// </summary>
    public static bool IsBase64(XmlPart part)
    {
        var type = part.Attribute("type")?.Trim().ToLowerInvariant() ?? "";
        return part.Attribute("mode")?.Trim() is { Length: > 0 } mode
            ? mode.Equals("base64", StringComparison.OrdinalIgnoreCase)
            : type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.Ordinal)
                && !type.Contains("xml", StringComparison.Ordinal) && !type.Contains("html", StringComparison.Ordinal);
    }

    /// <summary>The text; empty when it is none, and a remark says so.</summary>
    public static FeedText Read(XmlPart part, ReadOptions options, ItemNotes notes)
    {
        if (Decode(part.Text) is not { } text)
        {
            notes.Add(FeedRemarks.ContentUnreadable, Severity.Warning,
                $"Content of type '{Shorten(part.Attribute("type"))}' that is no text: not kept.");
            return new FeedText([], []);
        }
        return FeedText.LooksLikeHtml(text) ? FeedText.ReadHtml(text, options, notes) : FeedText.ReadPlain(text);
    }

    static string Shorten(string? type) => type is null ? "" : type[..Math.Min(40, type.Length)];

    /// <summary>The text in Base64; null when it is not in Base64, or its bytes are no text.</summary>
    public static string? Decode(string base64)
    {
        var bytes = new byte[(base64.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(base64.Trim(), bytes, out var length)
            && System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, length)) && !bytes.AsSpan(0, length).Contains((byte)0)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }
}
