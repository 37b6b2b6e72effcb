using System.Collections.Immutable;
using System.Globalization;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;

namespace Writethru.Formats.PictureFiles;

/// <summary>One simple value of XMP.</summary>
/// <param name="Path">Where it stands: <c>dc:creator[1]</c>, <c>plus:Licensor[1]/plus:LicensorName</c>.</param>
/// <param name="Value">The value, verbatim.</param>
/// <param name="Language">Its <c>xml:lang</c>; empty when none.</param>
readonly record struct XmpValue(string Path, string Value, string Language);

/// <summary>A packet of XMP as a list of values (ISO 16684-1, chapter 7: its subset of RDF).</summary>
/// <remarks>
/// Read by our own code: the library that there is for it keeps every namespace it meets in one table for the whole
/// process, so that one file would change what prefixes the next one has, and hostile ones would fill the memory.
/// </remarks>
sealed class XmpPacket
{
    const int Most = 20_000;

    /// <summary>What stands deeper than such a path is nothing that anybody writes.</summary>
    const int LongestPath = 2_000;

    readonly List<XmpValue> _values = [];
    Dictionary<string, XmpValue>? _byPath;

    XmpPacket()
    {
    }

    /// <summary>Limits of a packet.</summary>
    public static ReadOptions Limits { get; } = ReadOptions.Default with
    {
        MaxBytes = 8 * 1024 * 1024,
        MaxDepth = 64,
        MaxAttributes = 2_000,
        MaxNodes = 200_000,
    };

    /// <summary>The values, in the order of the packet.</summary>
    public IReadOnlyList<XmpValue> Values => _values;

    /// <summary>Reads a packet; null when it cannot be, and a remark says why.</summary>
    public static XmpPacket? Read(ReadOnlySpan<byte> bytes, Findings findings)
    {
        var source = XmlSource.Read(Trimmed(bytes), Limits);
        foreach (var remark in source.Refuse("xmp").Remarks)
        {
            findings.Add(MetadataRemarks.Packet, remark.Severity == Severity.Note ? Severity.Note : Severity.Warning,
                $"XMP: {remark.Message}");
        }
        if (source.Root?.SelfAndDescendants().FirstOrDefault(IsRdf) is not { } rdf)
        {
            if (source.Root is not null)
                findings.Add(MetadataRemarks.Packet, Severity.Warning, "XMP without rdf:RDF.");
            return null;
        }
        var packet = new XmpPacket();
        foreach (var description in rdf.Children)
            packet.AddFields(description, "");
        if (packet._values.Count >= Most)
            findings.Add(MetadataRemarks.TooMany, Severity.Warning, $"More than {Most} values of XMP.");
        return packet;
    }

    /// <summary>A simple value; empty when there is none.</summary>
    public string Text(string path) => ByPath.TryGetValue(path, out var value) ? CleanText.Of(value.Value) : "";

    /// <summary>The items of a list, or the one simple value in its place, without empty ones.</summary>
    public ImmutableArray<string> Texts(string path)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        if (Text(path) is { Length: > 0 } single)
            texts.Add(single);
        for (var i = 1; ByPath.ContainsKey(Item(path, i)); i++)
        {
            if (Text(Item(path, i)) is { Length: > 0 } text)
                texts.Add(text);
        }
        return texts.ToImmutable();
    }

    /// <summary>Of the alternatives in several languages the default, else English, else the first.</summary>
    public string Localized(string path)
    {
        if (Text(path) is { Length: > 0 } single)
            return single;
        var alternatives = new List<XmpValue>();
        for (var i = 1; ByPath.TryGetValue(Item(path, i), out var value); i++)
            alternatives.Add(value);
        var chosen = alternatives.OrderBy(value => value.Language switch
        {
            "x-default" => 0,
            "en" => 1,
            var other when other.StartsWith("en-", StringComparison.OrdinalIgnoreCase) => 1,
            _ => 2,
        }).FirstOrDefault(value => CleanText.Of(value.Value).Length > 0);
        return CleanText.Of(chosen.Value ?? "");
    }

    /// <summary>Adds what another packet says of properties that this one has not.</summary>
    public void Extend(XmpPacket other)
    {
        var mine = _values.Select(value => PropertyOf(value.Path)).ToHashSet();
        _values.AddRange(other._values.Where(value => !mine.Contains(PropertyOf(value.Path))));
        _byPath = null;
    }

    Dictionary<string, XmpValue> ByPath
    {
        get
        {
            if (_byPath is null)
            {
                _byPath = new Dictionary<string, XmpValue>(StringComparer.Ordinal);
                foreach (var value in _values)
                    _byPath.TryAdd(value.Path, value);
            }
            return _byPath;
        }
    }

    /// <summary>Some writers pad with NULs, which no document may end in.</summary>
    static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> bytes) => bytes.TrimEnd((byte)0);

    static bool IsRdf(XmlPart part) => part is { Name: "RDF", Namespace: XmpNames.Rdf };

    static string PropertyOf(string path) => path.IndexOfAny(['[', '/']) is > 0 and var end && !path.StartsWith('{')
        ? path[..end]
        : path;

    static string Item(string path, int number) => string.Create(CultureInfo.InvariantCulture, $"{path}[{number}]");

    void AddFields(XmlPart part, string path)
    {
        foreach (var attribute in part.Attributes)
        {
            if (IsField(attribute))
                Add(Under(path, XmpNames.Of(attribute.Namespace, attribute.Name)), attribute.Value, "");
        }
        foreach (var child in part.Children)
            AddProperty(child, Under(path, XmpNames.Of(child.Namespace, child.Name)));
    }

    /// <summary>
    /// A property: a list, a structure or a simple value. The depth is that of the document, at most 64.
    /// </summary>
    void AddProperty(XmlPart part, string path)
    {
        if (path.Length > LongestPath || _values.Count >= Most)
            return;
        var language = part.Attributes
            .FirstOrDefault(attribute => attribute is { Name: "lang", Namespace: XmpNames.Xml }).Value ?? "";
        if (part.Attributes.FirstOrDefault(a => a is { Name: "resource", Namespace: XmpNames.Rdf }).Value is { } uri)
            Add(path, uri, language);
        else if (part.Child("value") is { Namespace: XmpNames.Rdf } bare)
            AddProperty(bare, path);
        else if (part.Attributes.Any(a => a is { Name: "parseType", Namespace: XmpNames.Rdf, Value: "Resource" }))
            AddFields(part, path);
        else if (part.Children.FirstOrDefault() is { Namespace: XmpNames.Rdf } only)
            AddNode(only, path);
        else if (part.Attributes.Any(IsField))
            AddFields(part, path);
        else
            Add(path, part.Text, language);
    }

    void AddNode(XmlPart node, string path)
    {
        if (node.Name is not ("Alt" or "Seq" or "Bag"))
        {
            if (node.Child("value") is { Namespace: XmpNames.Rdf } bare)
                AddProperty(bare, path);
            else
                AddFields(node, path);
            return;
        }
        var number = 0;
        foreach (var item in node.Children)
            AddProperty(item, Item(path, ++number));
    }

    void Add(string path, string value, string language)
    {
        if (_values.Count < Most)
            _values.Add(new XmpValue(path, value, language));
    }

    static bool IsField(XmlAttribute attribute) => attribute.Namespace is not ("" or XmpNames.Rdf or XmpNames.Xml);

    static string Under(string path, string name) => path.Length == 0 ? name : $"{path}/{name}";
}
