using System.Buffers;

namespace Writethru.Formats.Markup;

/// <summary>The root of a document in XML, found by a look at its first bytes: to recognise, not to read.</summary>
/// <param name="Name">Its local name; empty when the bytes do not begin as XML does.</param>
/// <param name="Text">The text from its start tag on; all of it, or <see cref="Shown"/> characters and more.</param>
sealed record XmlRoot(string Name, string Text)
{
    /// <summary>How many characters from the root on are shown at least, where the document has them.</summary>
    const int Shown = 4_096;

    /// <summary>Bytes of the first look, and of the last: no prolog is longer than that.</summary>
    const int FirstLook = 8_192, LastLook = 1_048_576;

    static readonly SearchValues<char> _nameEnds = SearchValues.Create(" \t\r\n/>[");

    static readonly XmlRoot _none = new("", "");

    /// <summary>Looks at ever more bytes, until what stands before the root is passed: comments may be long.</summary>
    public static XmlRoot In(ReadOnlySpan<byte> bytes)
    {
        for (var most = FirstLook; ; most *= 4)
        {
            var isAll = bytes.Length <= most;
            var text = XmlCharset.DecodeStart(isAll ? bytes : bytes[..most]).Content;
            text = text[Preamble.EndIn(text, out _)..];
            if (text.AsSpan().TrimStart("\0 \t\r\n") is [not '<', ..])
                return _none;
            var cleaned = XmlCleaned.Of(text, new RemarkBook());
            var rest = cleaned.Content.AsSpan(cleaned.Start);
            if (rest.Length >= Shown || isAll || most >= LastLook)
                return rest is ['<', ..] ? new XmlRoot(NameAt(rest[1..]), rest.ToString()) : _none;
        }
    }

    /// <summary>Whether the start tag of the root has that text in it: a namespace, most often.</summary>
    public bool StartTagHas(string text)
    {
        var end = Text.IndexOf('>', StringComparison.Ordinal);
        return Text.AsSpan(0, end < 0 ? Text.Length : end).Contains(text, StringComparison.Ordinal);
    }

    static string NameAt(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(_nameEnds);
        var name = end < 0 ? text : text[..end];
        return name[(name.LastIndexOf(':') + 1)..].ToString();
    }
}
