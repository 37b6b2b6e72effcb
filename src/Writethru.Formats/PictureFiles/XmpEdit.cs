using System.Text;
using System.Xml;
using System.Xml.Linq;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;

namespace Writethru.Formats.PictureFiles;

/// <summary>Writes properties into XMP and leaves everything else as it is.</summary>
sealed class XmpEdit
{
    /// <summary>What one segment holds behind its header.</summary>
    const int Longest = 65_500;

    /// <summary>Most properties of a packet and its extension together.</summary>
    const int Most = 5_000;

    static readonly XNamespace _rdf = XmpNames.Rdf;
    static readonly XName _extendedName = (XNamespace)XmpNames.Note + XmpNames.HasExtended;
    static readonly XName _language = XNamespace.Xml + "lang";

    readonly XElement _root;
    readonly XElement _main;
    readonly HashSet<XName> _ours = [];

    XmpEdit(XElement root)
    {
        _root = root;
        var rdf = root.DescendantsAndSelf(_rdf + "RDF").First();
        if (rdf.Element(_rdf + "Description") is null)
            rdf.Add(new XElement(_rdf + "Description", new XAttribute(_rdf + "about", "")));
        _main = rdf.Element(_rdf + "Description")!;
    }

    static IEnumerable<XElement> DescriptionsOf(XElement root) =>
        root.DescendantsAndSelf(_rdf + "RDF").Take(1).Elements(_rdf + "Description");

    IEnumerable<XElement> Descriptions => _main.Parent!.Elements(_rdf + "Description");

    /// <summary>
    /// Begins with what a file has; with an empty packet where that cannot be read. Null: it has more properties than
    /// are put in order.
    /// </summary>
    public static XmpEdit? Of(byte[]? packet, byte[]? extended)
    {
        var edit = new XmpEdit(packet is not null && Parse(packet) is { } root ? root : Empty());
        var further = extended is not null ? Parse(extended) : null;
        if (edit.Descriptions.Elements().Count()
            + (further is null ? 0 : DescriptionsOf(further).Elements().Count()) > Most)
            return null;
        if (further is not null)
            edit.Fold(further);
        edit.Remove(_extendedName);
        return edit;
    }

    /// <summary>Sets a property, or takes it out.</summary>
    public void Set(WrittenField field)
    {
        if (field.Xmp.Length == 0 || !field.Replaces)
            return;
        var name = Name(field.Xmp);
        _ours.Add(name);
        var kept = field.Form == XmpForm.Alternatives && field.Values.Length > 0
            ? WithDefault(name, field.Values[0]) : null;
        Remove(name);
        if (field.Values.Length == 0)
            return;
        if (kept is not null)
        {
            _main.Add(kept);
            return;
        }
        Declare(field.Xmp);
        var property = new XElement(name);
        _main.Add(property);
        if (field.Form == XmpForm.Simple)
            property.Add(Clean(field.Values[0]));
        else
            property.Add(new XElement(_rdf + NameOf(field.Form),
                field.Values.Select(value => ItemOf(value, field.Form))));
    }

    /// <summary>Takes properties out that say in an old way what others say.</summary>
    public void TakeOut(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            Remove(Name(name));
    }

    /// <summary>Sets a structure of simple values.</summary>
    public void SetStructure(string path, IEnumerable<(string Field, string Value)> fields)
    {
        Remove(Name(path));
        Declare(path);
        var property = new XElement(Name(path), new XAttribute(_rdf + "parseType", "Resource"));
        _main.Add(property);
        foreach (var (field, value) in fields)
        {
            Declare(field);
            property.Add(new XElement(Name(field), Clean(value)));
        }
    }

    /// <summary>
    /// The packet, and what does not fit in its segment as extended XMP: the longest of what is not ours first.
    /// </summary>
    public (byte[] Packet, byte[]? Extended)? Write()
    {
        var packet = Packet();
        if (packet.Length <= Longest)
            return (packet, null);
        Declare($"xmpNote:{XmpNames.HasExtended}");
        _main.SetAttributeValue(_extendedName, new string('0', 32));
        var moved = Empty();
        var further = moved.Descendants(_rdf + "Description").First();
        foreach (var declared in Descriptions.SelectMany(d => d.AncestorsAndSelf()).SelectMany(e => e.Attributes())
            .Where(attribute => attribute.IsNamespaceDeclaration).DistinctBy(attribute => attribute.Name))
            further.SetAttributeValue(declared.Name, declared.Value);
        var movable = Descriptions.SelectMany(description => description.Elements())
            .Select(element => (Element: element, Size: Encoding.UTF8.GetByteCount(Text(element))))
            .OrderBy(each => _ours.Contains(each.Element.Name)).ThenByDescending(each => each.Size).ToList();
        var length = Packet().Length;
        foreach (var (element, size) in movable)
        {
            if (length <= Longest && (length = Packet().Length) <= Longest)
                break;
            element.Remove();
            further.Add(element);
            length -= size;
        }
        var extended = Encoding.UTF8.GetBytes(Text(moved));
        _main.SetAttributeValue(_extendedName, ExtendedXmp.GuidOf(extended));
        packet = Packet();
        return packet.Length <= Longest ? (packet, extended) : null;
    }

    static XElement Empty() => new((XNamespace)XmpNames.Meta + "xmpmeta",
        new XAttribute(XNamespace.Xmlns + "x", XmpNames.Meta), new XElement(_rdf + "RDF",
            new XAttribute(XNamespace.Xmlns + "rdf", XmpNames.Rdf), new XElement(_rdf + "Description",
                new XAttribute(_rdf + "about", ""))));

    /// <summary>The root of a packet; null when it cannot be read within the limits.</summary>
    static XElement? Parse(byte[] packet)
    {
        if (XmpPacket.Read(packet, new Findings()) is null)
            return null;
        var remarks = new RemarkBook();
        var cleaned = XmlCleaned.Of(XmlCharset.Decode(packet.AsSpan().TrimEnd((byte)0), "", remarks).Content, remarks);
        using var input = new StringReader(cleaned.Content[cleaned.Start..]);
        using var reader = XmlReader.Create(input, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = false,
        }, new UsualPrefixes().Context);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root;
    }

    /// <summary>Adds the properties of extended XMP that the packet has not.</summary>
    void Fold(XElement further)
    {
        foreach (var description in DescriptionsOf(further))
        {
            foreach (var declared in description.AncestorsAndSelf().SelectMany(element => element.Attributes())
                .Where(attribute => attribute.IsNamespaceDeclaration))
            {
                if (_main.GetNamespaceOfPrefix(declared.Name.LocalName) is null)
                    _main.SetAttributeValue(declared.Name, declared.Value);
            }
            foreach (var element in description.Elements().ToList())
            {
                if (!Has(element.Name))
                    _main.Add(new XElement(element));
            }
            foreach (var attribute in description.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration
                && attribute.Name.Namespace != _rdf && !Has(attribute.Name)))
                _main.SetAttributeValue(attribute.Name, attribute.Value);
        }
    }

    bool Has(XName name) => Descriptions.Any(d => d.Attribute(name) is not null || d.Element(name) is not null);

    void Remove(XName name)
    {
        foreach (var description in Descriptions)
        {
            description.Elements(name).Remove();
            description.Attribute(name)?.Remove();
        }
    }

    /// <summary>Alternatives whose default is that text: they stay, with their other languages.</summary>
    XElement? WithDefault(XName name, string text) => Descriptions.Elements(name).ToList() is [var only]
        && only.Element(_rdf + "Alt")?.Elements(_rdf + "li").ToList() is [var first, ..]
        && first.Attribute(_language)?.Value == "x-default" && first.Value == Clean(text) ? only : null;

    /// <summary>Declares the usual prefix where it is free and the namespace has none.</summary>
    void Declare(string name)
    {
        var prefix = name[..name.IndexOf(':')];
        var uri = XmpNames.Uris[prefix];
        if (_main.GetPrefixOfNamespace(uri) is null && _main.GetNamespaceOfPrefix(prefix) is null)
            _main.SetAttributeValue(XNamespace.Xmlns + prefix, uri);
    }

    byte[] Packet() => Encoding.UTF8.GetBytes(
        $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{Text(_root)}\n<?xpacket end=\"w\"?>");

    static string Text(XElement element)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings
        {
            OmitXmlDeclaration = true,
            CheckCharacters = false,
            NewLineHandling = NewLineHandling.Entitize,
            ConformanceLevel = ConformanceLevel.Fragment,
        }))
            element.WriteTo(writer);
        return text.ToString();
    }

    static XName Name(string path)
    {
        var colon = path.IndexOf(':');
        return (XNamespace)XmpNames.Uris[path[..colon]] + path[(colon + 1)..];
    }

    static XElement ItemOf(string value, XmpForm form) => form == XmpForm.Alternatives
        ? new XElement(_rdf + "li", new XAttribute(_language, "x-default"), Clean(value))
        : new XElement(_rdf + "li", Clean(value));

    static string NameOf(XmpForm form) => form switch
    {
        XmpForm.Alternatives => "Alt",
        XmpForm.Sequence => "Seq",
        _ => "Bag",
    };

    /// <summary>The text without what XML cannot carry.</summary>
    static string Clean(string text) => text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))
        ? text
        : string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
