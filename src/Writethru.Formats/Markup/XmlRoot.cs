using System.Buffers;

namespace Writethru.Formats.Markup;

/// <summary>Finds the root of a document in XML by a look at its first characters: for recognising, not for reading.</summary>
static class XmlRoot
{
    static readonly SearchValues<char> _nameEnds = SearchValues.Create(" \t\r\n/>[");

    /// <summary>
    /// Local name of the root element, or the name of a document type that is longer than the sample; empty when the
    /// text does not begin as XML does.
    /// </summary>
    public static string NameIn(string text)
    {
        if (!text.AsSpan().TrimStart("\0 \t\r\n").StartsWith("<", StringComparison.Ordinal))
            return "";
        var name = "";
        for (var at = text.IndexOf('<'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at))
        {
            var rest = text.AsSpan(at);
            if (!(rest[1] is '!' or '?'))
                return NameAt(rest[1..]);
            if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
                name = NameAt(rest[9..].TrimStart());
            var end = rest.StartsWith("<!--", StringComparison.Ordinal) ? rest.IndexOf("-->", StringComparison.Ordinal)
                : rest[1] == '?' ? rest.IndexOf("?>", StringComparison.Ordinal)
                : EndOfDocumentType(rest);
            if (end < 0)
                return name;
            at += end;
        }
        return name;
    }

    static int EndOfDocumentType(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('>');
        var subset = text.IndexOf('[');
        return subset >= 0 && subset < end ? text.IndexOf("]>", StringComparison.Ordinal) : end;
    }

    static string NameAt(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(_nameEnds);
        var name = end < 0 ? text : text[..end];
        return name[(name.LastIndexOf(':') + 1)..].ToString();
    }
}
