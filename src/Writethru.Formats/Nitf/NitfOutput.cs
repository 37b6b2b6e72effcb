using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Writethru.Copy;
using Writethru.Formats.Markup;
using XmlText = Writethru.Formats.Markup.XmlText;

namespace Writethru.Formats.Nitf;

/// <summary>Elements and attributes on their way out, and what they could not carry.</summary>
sealed class NitfOutput : IDisposable
{
    readonly MemoryStream _bytes = new();
    readonly XmlWriter _xml;
    readonly string _namespace;
    readonly List<Omission> _omissions;

    NitfOutput(string ns, ConformanceLevel level, List<Omission> omissions)
    {
        (_namespace, _omissions) = (ns, omissions);
        _xml = XmlWriter.Create(_bytes, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            ConformanceLevel = level,
            NewLineHandling = NewLineHandling.Entitize,
            OmitXmlDeclaration = level == ConformanceLevel.Fragment,
        });
    }

    /// <summary>A document in a namespace; empty for none.</summary>
    public NitfOutput(string ns)
        : this(ns, ConformanceLevel.Document, [])
    {
    }

    /// <summary>What could not be carried, each place once.</summary>
    public ImmutableArray<Omission> Omissions => [.. _omissions.DistinctBy(omission => omission.Field)];

    /// <summary>Elements that will stand in this document, with the same list of omissions.</summary>
    public NitfOutput Fragment() => new("", ConformanceLevel.Fragment, _omissions);

    /// <summary>The bytes so far.</summary>
    public ReadOnlySpan<byte> Written
    {
        get
        {
            _xml.Flush();
            return _bytes.GetBuffer().AsSpan(0, (int)_bytes.Length);
        }
    }

    public void Omit(string field, string reason) => _omissions.Add(new Omission(field, reason));

    public void Start(string name) => _xml.WriteStartElement(name, _namespace);

    public void End() => _xml.WriteEndElement();

    /// <summary>An attribute, verbatim; none when its value is empty.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="field">The field of the take, for an omission.</param>
    public void Attribute(string name, string value, string field = "")
    {
        if (Carried(value, field) is { Length: > 0 } carried)
            _xml.WriteAttributeString(name, carried);
    }

    /// <summary>An attribute that must be there and says nothing.</summary>
    public void EmptyAttribute(string name) => _xml.WriteAttributeString(name, "");

    /// <summary>An element with nothing in it but one attribute; none when its value is empty.</summary>
    public void Empty(string element, string attribute, string value, string field = "")
    {
        if (value.Length == 0)
            return;
        Start(element);
        Attribute(attribute, value, field);
        End();
    }

    /// <summary>Text that is read as one line: runs of white space become one space, and that is said.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">The field of the take; empty where the text stands verbatim elsewhere too.</param>
    public void Line(string text, string field)
    {
        var carried = Carried(text, field);
        if (field.Length > 0 && OneLine.Of(carried) != carried)
            Omit(field, "Runs of white space become one space.");
        _xml.WriteString(OneLine.Of(carried));
    }

    /// <summary>
    /// Text of one or several lines, inside of an element that holds blocks; where white space matters, preformatted.
    /// </summary>
    public void Lines(string text, string field, bool inParagraph)
    {
        var carried = Carried(text, field);
        var isKept = OneLine.IsKept(carried);
        if (!isKept || inParagraph)
            Start(isKept ? "p" : "pre");
        var lines = isKept ? carried.Split('\n') : [carried];
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                Start("br");
                End();
            }
            _xml.WriteString(lines[i]);
        }
        if (!isKept || inParagraph)
            End();
    }

    /// <summary>Markup of the dialect of NITF, as it is.</summary>
    public void Raw(string markup) => _xml.WriteRaw(markup);

    public void Dispose()
    {
        _xml.Dispose();
        _bytes.Dispose();
    }

    string Carried(string text, string field)
    {
        if (XmlText.IsClean(text))
            return text;
        if (field.Length > 0)
            Omit(field, "Control characters, which XML cannot carry.");
        return XmlText.Clean(text);
    }
}
