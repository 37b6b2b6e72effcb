using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMlG2;

/// <summary>
/// Markup that is written, and what of the take it could not carry. Text is cleaned and escaped, so no copy can become
/// markup; text that would collapse says <c>xml:space="preserve"</c>.
/// </summary>
sealed class ItemMarkup
{
    readonly StringBuilder _markup = new();
    readonly ImmutableArray<Omission>.Builder _omissions = ImmutableArray.CreateBuilder<Omission>();

    /// <summary>Schemes that are not IPTC's, in the order of their aliases <c>s1</c>, <c>s2</c> ….</summary>
    public List<string> Schemes { get; } = [];

    public ImmutableArray<Omission> Omissions => _omissions.ToImmutable();

    public override string ToString() => _markup.ToString();

    /// <summary>Notes what the format cannot carry; a field once.</summary>
    public void Omit(string field, string reason)
    {
        if (!_omissions.Any(omission => omission.Field == field))
            _omissions.Add(new Omission(field, reason));
    }

    /// <summary>Adds markup as it is.</summary>
    public ItemMarkup Raw(string markup)
    {
        _markup.Append(markup);
        return this;
    }

    public ItemMarkup Start(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(name, attributes);
        _markup.Append('>');
        return this;
    }

    public ItemMarkup End(string name)
    {
        _markup.Append("</").Append(name).Append('>');
        return this;
    }

    public ItemMarkup Empty(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(name, attributes);
        _markup.Append("/>");
        return this;
    }

    /// <summary>An element with text that may have several lines; nothing when the text is empty.</summary>
    public ItemMarkup Block(
        string name, string text, string field, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        text.Length == 0 ? this : Text(name, Clean(text, field), attributes);

    /// <summary>An element with text of one line, as the standard wants it; nothing when the text is empty.</summary>
    public ItemMarkup Line(
        string name, string text, string field, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        text.Length == 0 ? this : Text(name, OnOneLine(text, field), attributes);

    /// <summary>A property of our own, for what the standard has no property for.</summary>
    public ItemMarkup Ours(string element, string name, string text, string field) =>
        Empty(element, ("rel", Roles.Ours(name)), ("value", Clean(text, field)));

    /// <summary>A concept: code by alias where its scheme has one, else by an alias of our own; and its name.</summary>
    public ItemMarkup Concept(string element, Concept concept, string field, string? type = null)
    {
        var (qcode, uri, literal) = Identify(concept, field);
        if (concept is { Code: "", Name: "" })
        {
            Omit(field, "Neither code nor name.");
            return this;
        }
        if (concept.Name.Length == 0)
            return Empty(element, ("type", type), ("qcode", qcode), ("uri", uri), ("literal", literal));
        return Start(element, ("type", type), ("qcode", qcode), ("uri", uri), ("literal", literal))
            .Line("name", concept.Name, $"{field}.name").End(element);
    }

    public string Clean(string text, string field)
    {
        var clean = XmlText.Clean(text);
        if (clean != text)
            Omit(field, "Control characters, which XML cannot carry.");
        return clean;
    }

    public string OnOneLine(string text, string field)
    {
        var clean = Clean(text, field);
        if (clean.AsSpan().IndexOfAny('\n', '\r', '\t') < 0)
            return clean;
        Omit(field, "The standard allows one line: line ends and tabs become spaces.");
        return clean.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
    }

    (string? QCode, string? Uri, string? Literal) Identify(Concept concept, string field)
    {
        if (concept.Code.Length == 0)
        {
            if (concept.Scheme.Length > 0)
                Omit($"{field}.scheme", "A scheme without a code.");
            return default;
        }
        if (concept.Scheme.Length == 0)
            return ($"{Roles.NoSchemeAlias}:{Roles.Escape(concept.Code)}", null, null);
        if (concept.Code.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) || !XmlText.IsClean(concept.Scheme))
        {
            Omit($"{field}.scheme", "A QCode allows no white space in a code.");
            return (null, null, OnOneLine(concept.Code, $"{field}.code"));
        }
        if (SchemeTable.AliasOf(concept.Scheme) is { } known)
        {
            return ($"{known}:{concept.Code}",
                concept.Code.All(char.IsAsciiLetterOrDigit) ? concept.Scheme + concept.Code : null, null);
        }
        var at = Schemes.IndexOf(concept.Scheme);
        if (at < 0)
        {
            at = Schemes.Count;
            Schemes.Add(concept.Scheme);
        }
        return (string.Create(CultureInfo.InvariantCulture, $"s{at + 1}:{concept.Code}"), null, null);
    }

    ItemMarkup Text(string name, string text, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(name, attributes);
        if (OneLine.Of(text) != text)
            _markup.Append(" xml:space=\"preserve\"");
        _markup.Append('>').Append(XmlText.Escape(text));
        return End(name);
    }

    void Open(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _markup.Append('<').Append(name);
        foreach (var (key, value) in attributes)
        {
            if (value is not null)
                _markup.Append(' ').Append(key).Append("=\"").Append(Texts.Attribute(value)).Append('"');
        }
    }
}
