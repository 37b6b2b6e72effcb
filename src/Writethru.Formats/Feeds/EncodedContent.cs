using System.Text;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Feeds;

/// <summary>Atom's content: text, HTML, elements, or Base64 of any of them (RFC 4287, 4.1.3; Atom 0.3, 3.1).</summary>
static class EncodedContent
{
    /// <summary>The copy; null when it is none, and a remark says so.</summary>
    public static FeedText? Read(XmlPart part, ReadOptions options, ItemNotes notes)
    {
        var type = part.Attribute("type")?.Trim().ToLowerInvariant() ?? "";
        var mode = part.Attribute("mode")?.Trim().ToLowerInvariant() ?? "";
        if (part.Children.Any())
            return FeedText.Read(part, options, notes);
        var isMedia = type.Contains('/', StringComparison.Ordinal)
            && !type.StartsWith("text/", StringComparison.Ordinal) && !type.Contains("xml", StringComparison.Ordinal)
            && mode.Length == 0;
        if (mode != "base64" && !isMedia)
            return mode == "escaped" && FeedText.LooksLikeHtml(part.Text) && type.Length == 0
                ? FeedText.ReadHtml(part.Text, options, notes)
                : FeedText.Read(part, options, notes);
        if (Decode(part.Text) is not { } text)
        {
            notes.Add(FeedRemarks.ContentUnreadable, Severity.Warning,
                $"Content of type '{type[..Math.Min(40, type.Length)]}' that is no text: not kept.");
            return null;
        }
        return type.Contains("html", StringComparison.Ordinal) || FeedText.LooksLikeHtml(text)
            ? FeedText.ReadHtml(text, options, notes)
            : FeedText.ReadPlain(text);
    }

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
