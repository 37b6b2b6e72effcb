using Writethru.Copy;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.NewsMlG2;

/// <summary>What a QCode stands for.</summary>
/// <param name="Scheme">URI of the scheme; empty when the alias is not known.</param>
/// <param name="Code">The code in it; the whole QCode when the alias is not known.</param>
readonly record struct QCode(string Scheme, string Code);

/// <summary>
/// The aliases of one item: those of its inline catalogs, then IPTC's own. A catalog that is only referred to is never
/// fetched.
/// </summary>
sealed class Codes
{
    /// <summary>The scheme of our own roles.</summary>
    public const string Ours = "urn:writethru:";

    /// <summary>Most schemes of one holder; a header is looked at for each of its items.</summary>
    const int MostSchemes = 10_000;

    readonly Dictionary<string, string> _inline = new(StringComparer.Ordinal);
    readonly Action<string, XmlPart, string> _remark;

    /// <param name="holders">The item and the header of its message: what may hold catalogs.</param>
    /// <param name="remark">Where doubts go: code, place, message.</param>
    public Codes(IEnumerable<XmlPart?> holders, Action<string, XmlPart, string> remark)
    {
        _remark = remark;
        foreach (var scheme in holders.SelectMany(holder => (holder?.All("catalog") ?? [])
            .SelectMany(catalog => catalog.All("scheme")).Take(MostSchemes)))
        {
            if (scheme.Attribute("alias") is not { Length: > 0 } alias || scheme.Attribute("uri") is not { } uri)
                continue;
            if (!_inline.TryAdd(alias, uri) && _inline[alias] != uri)
            {
                _inline[alias] = "";
                remark(NewsMlG2Remarks.Twice, scheme,
                    $"The alias '{Quoted.Short(alias)}' stands for two schemes: it is taken as unknown.");
            }
        }
    }

    /// <summary>Whether our own writer made the item: it declares our scheme.</summary>
    public bool AreOurs => _inline.ContainsValue(Ours);

    /// <summary>What a QCode stands for; an alias that is not known is a remark.</summary>
    public QCode Read(string qcode, XmlPart place)
    {
        qcode = qcode.Trim();
        var colon = qcode.IndexOf(':');
        if (colon > 0)
        {
            var alias = qcode[..colon];
            if ((_inline.TryGetValue(alias, out var uri) ? uri : SchemeTable.UriOf(alias)) is { Length: > 0 } known)
            {
                var local = qcode[(colon + 1)..];
                return new QCode(known, known is Ours or Roles.NoScheme ? Roles.Unescape(local) : local);
            }
        }
        _remark(NewsMlG2Remarks.AliasUnknown, place,
            $"The alias of '{Quoted.Short(qcode)}' is not known: the code is kept whole, without a scheme.");
        return new QCode("", qcode);
    }

    /// <summary>The code of an element by its <c>qcode</c> or <c>uri</c>; null when it has neither.</summary>
    public QCode? Of(XmlPart part, string qcode = "qcode", string uri = "uri")
    {
        if (part.Attribute(qcode) is { } code && !string.IsNullOrWhiteSpace(code))
            return Read(code, part);
        if (part.Attribute(uri)?.Trim() is not { Length: > 0 } whole)
            return null;
        return SchemeTable.TryPart(whole, out var scheme, out var local) ? new QCode(scheme, local)
            : whole.StartsWith(Ours, StringComparison.Ordinal) ? new QCode(Ours, Roles.Unescape(whole[Ours.Length..]))
            : new QCode("", whole);
    }

    /// <summary>
    /// The role that an attribute gives: ours by its name alone, any other as the sender wrote it; empty when none.
    /// </summary>
    public string RoleOf(XmlPart part, string name = "role")
    {
        if (part.Attribute(name)?.Trim() is not { Length: > 0 } qcode)
            return part.Attribute(name + "uri")?.Trim() ?? "";
        return IsOurs(qcode) ? Read(qcode, part).Code : qcode;
    }

    /// <summary>Whether a role is of our own scheme.</summary>
    public bool IsOurs(string? qcode) => qcode?.IndexOf(':') is { } colon and > 0
        && _inline.TryGetValue(qcode.Trim()[..colon], out var uri) && uri == Ours;

    /// <summary>
    /// The concept that an element names. Of several names the first counts; text that names nothing else is a name.
    /// </summary>
    public Concept ConceptOf(XmlPart part)
    {
        var name = part.Child("name") is { } child ? Texts.Of(child) : "";
        if (Of(part) is { } code)
            return new Concept(code.Scheme == Roles.NoScheme ? "" : code.Scheme, code.Code, name);
        var literal = part.Attribute("literal")?.Trim() ?? "";
        if (name.Length == 0)
            name = literal.Length > 0 ? literal : !part.Children.Any() ? Texts.Of(part) : "";
        return new Concept("", literal == name ? "" : literal, name);
    }
}
