using System.Xml;
using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Markup;

/// <summary>
/// A document in XML, read whole within the limits. No document type, no entity, no file, no network.
/// </summary>
sealed class XmlSource
{
    static readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        ConformanceLevel = ConformanceLevel.Document,
    };

    readonly XmlCleaned _cleaned;
    int[]? _lines;

    XmlSource(WireText text, XmlCleaned cleaned, RemarkBook remarks)
    {
        Text = text;
        _cleaned = cleaned;
        Remarks = remarks;
    }

    /// <summary>The bytes as text.</summary>
    public WireText Text { get; }

    /// <summary>The root element; null when the document could not be read, and the remarks say why.</summary>
    public XmlPart? Root { get; private set; }

    /// <summary>What was noticed; the format adds its own.</summary>
    public RemarkBook Remarks { get; }

    /// <summary>Reads the document. Never throws for bad bytes.</summary>
    public static XmlSource Read(ReadOnlySpan<byte> bytes, ReadOptions options)
    {
        var remarks = new RemarkBook();
        if (bytes.Length > options.MaxBytes)
        {
            remarks.Add(XmlRemarks.TooLong, Severity.Error, -1, $"More than {options.MaxBytes} bytes.");
            var nothing = WireText.Decode([]);
            return new XmlSource(nothing, XmlCleaned.Of("", remarks), remarks);
        }
        var text = Preamble.ReadPast(XmlCharset.Decode(bytes, options.Profile?.Charset ?? "", remarks), remarks);
        var source = new XmlSource(text, XmlCleaned.Of(text.Content, remarks), remarks);
        source.Parse(options);
        return source;
    }

    /// <summary>Where an element begins, in UTF-16 units of <see cref="Text"/>: what a remark wants.</summary>
    public int At(XmlPart part) => At(part.Line, part.Column) - 1;

    /// <summary>A result without takes, with what was noticed.</summary>
    public ReadResult Refuse(string format) => new()
    {
        Format = format,
        Encoding = Text.Charset,
        Remarks = Remarks.Resolve(Text),
    };

    int At(int line, int column)
    {
        _lines ??= StartsOfLines(_cleaned.Content, _cleaned.Start);
        return line < 1 || line > _lines.Length
            ? 0
            : _cleaned.Received(Math.Min(_lines[line - 1] + column - 1, _cleaned.Content.Length));
    }

    /// <summary>Lines as XmlReader counts them: CR, LF and CR LF each end one.</summary>
    static int[] StartsOfLines(string content, int start)
    {
        var starts = new List<int> { start };
        for (var at = start; at < content.Length;)
        {
            var found = content.AsSpan(at).IndexOfAny('\r', '\n');
            if (found < 0)
                break;
            at += found + 1;
            if (content[at - 1] == '\r' && at < content.Length && content[at] == '\n')
                at++;
            starts.Add(at);
        }
        return [.. starts];
    }

    void Parse(ReadOptions options)
    {
        using var input = new TextFrom(_cleaned.Content, _cleaned.Start);
        var prefixes = new UsualPrefixes();
        using var reader = XmlReader.Create(input, _settings, prefixes.Context);
        try
        {
            Root = XmlTree.Build(reader, options, out var tooMuch);
            if (Root is null && tooMuch.Length > 0)
                Remarks.Add(XmlRemarks.TooMuch, Severity.Error, AtReader(reader), tooMuch);
            foreach (var prefix in prefixes.Undeclared)
            {
                Remarks.Add(XmlRemarks.Prefix, Severity.Warning, -1,
                    $"Found the prefix '{Quoted.Short(prefix)}', which nothing declares: read by its usual meaning.");
            }
        }
        catch (XmlException fault)
        {
            Root = null;
            Remarks.Add(XmlRemarks.Broken, Severity.Error, At(fault.LineNumber, fault.LinePosition),
                $"Not well-formed: {FirstSentence(fault.Message)}");
        }
    }

    int AtReader(XmlReader reader) =>
        reader is IXmlLineInfo place ? At(place.LineNumber, place.LinePosition) : 0;

    static string FirstSentence(string message)
    {
        var end = message.IndexOf(" Line ", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    /// <summary>A text from a place in it to its end, without a copy.</summary>
    sealed class TextFrom(string text, int start) : TextReader
    {
        int _at = start;

        public override int Peek() => _at < text.Length ? text[_at] : -1;

        public override int Read() => _at < text.Length ? text[_at++] : -1;

        public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

        public override int Read(Span<char> buffer)
        {
            var length = Math.Min(buffer.Length, text.Length - _at);
            text.AsSpan(_at, length).CopyTo(buffer);
            _at += length;
            return length;
        }
    }
}
