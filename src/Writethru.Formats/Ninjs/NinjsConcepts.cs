using System.Collections.Immutable;
using System.Text.Json;
using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>
/// Lists of subjects, genres, places, people and organisations: <c>scheme</c> and <c>code</c> in 1.x, <c>uri</c> and
/// <c>literal</c> in 2.0 and later.
/// </summary>
static class NinjsConcepts
{
    /// <summary>Reads a list; false when there is something in it that a concept has no place for.</summary>
    /// <param name="value">The list, or one element without its list.</param>
    /// <param name="scheme">The scheme of codes that name none.</param>
    /// <param name="concepts">Where they go.</param>
    /// <param name="keywords">Where those go that our own writer wrote as keywords; null: there are none.</param>
    public static bool Read(
        JsonElement value, string scheme, ImmutableArray<Concept>.Builder concepts, List<string>? keywords = null)
    {
        if (value.ValueKind == JsonValueKind.Object)
            return Add(value, scheme, concepts, keywords);
        if (value.ValueKind != JsonValueKind.Array)
            return value.ValueKind == JsonValueKind.Null;
        var isWhole = true;
        foreach (var item in value.EnumerateArray())
            isWhole &= Add(item, scheme, concepts, keywords);
        return isWhole;
    }

    static bool Add(
        JsonElement item, string scheme, ImmutableArray<Concept>.Builder concepts, List<string>? keywords)
    {
        var part = NinjsPart.Read(item);
        if (part is { Role: NinjsRoles.Keyword, Name: { } word } && keywords is not null)
        {
            keywords.Add(word);
            return true;
        }
        if (Of(part, scheme) is not { } concept)
            return !part.HasMore;
        concepts.Add(concept);
        return part is { HasMore: false, Role: null, Value: null, ContentType: null, WordCount: null }
            && (part.Uri is null || part.Literal is null || part.Literal == concept.Code);
    }

    static Concept? Of(NinjsPart part, string scheme)
    {
        var name = part.Name ?? "";
        if (part.Uri is { Length: > 0 } uri)
            return OfUri(uri, part.Literal ?? part.Code ?? "", name);
        var code = part.Code ?? part.Literal ?? "";
        var named = part.Scheme ?? (code.Length > 0 ? scheme : "");
        return code.Length + name.Length + named.Length == 0 ? null : new Concept(named, code, name);
    }

    /// <summary>
    /// Parts a URI into scheme and code: by the literal, where it ends with that, else behind the last '/' or '#'.
    /// </summary>
    static Concept OfUri(string uri, string literal, string name)
    {
        if (literal.Length > 0)
        {
            var ending = Uri.EscapeDataString(literal);
            var length = uri.EndsWith(literal, StringComparison.Ordinal) ? literal.Length
                : uri.EndsWith(ending, StringComparison.Ordinal) ? ending.Length : -1;
            if (length > 0)
                return new Concept(SchemeOf(uri[..^length]), literal, name);
        }
        var cut = uri.LastIndexOfAny(['/', '#']) + 1;
        return cut == 0 || cut == uri.Length ? new Concept("", uri, name) : new Concept(uri[..cut], uri[cut..], name);
    }

    /// <summary>Our own scheme of category letters has no separator at its end; in a URI it gets one.</summary>
    static string SchemeOf(string text) => text == Schemes.Category + ":" ? Schemes.Category : text;

    /// <summary>The URI of a concept; null when its scheme makes none that can be parted again.</summary>
    public static string? UriOf(Concept concept)
    {
        if (concept.Scheme.Length == 0 || concept.Code.Length == 0)
            return null;
        var scheme = concept.Scheme == Schemes.Category ? Schemes.Category + ":" : concept.Scheme;
        var uri = scheme + (NinjsUri.IsUri(scheme + concept.Code) ? concept.Code : Uri.EscapeDataString(concept.Code));
        return scheme[^1] is '/' or '#' or ':' or '=' && NinjsUri.IsUri(uri) ? uri : null;
    }
}
