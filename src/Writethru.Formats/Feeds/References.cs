using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.Feeds;

/// <summary>
/// References of feeds: relative ones against their base (RFC 3986, 5), and which may stand in what we write.
/// </summary>
static class References
{
    static readonly string[] _safe = ["http", "https", "mailto", "tel", "urn", "tag", "ftp", "news"];

    /// <summary>
    /// The reference against its base. Verbatim when it is absolute already, or when there is no base.
    /// </summary>
    public static string Resolve(string against, string reference)
    {
        var trimmed = reference.Trim();
        if (trimmed.Length is 0 or > 8_000 || SchemeOf(trimmed).Length > 0 || against.Length is 0 or > 8_000)
            return trimmed;
        return Uri.TryCreate(against, UriKind.Absolute, out var root) && root.Scheme is "http" or "https"
            && Uri.TryCreate(root, trimmed, out var found)
            ? found.AbsoluteUri
            : trimmed;
    }

    /// <summary>Links and pictures of a body against its base.</summary>
    public static ImmutableArray<Paragraph> Resolve(string against, ImmutableArray<Paragraph> body) =>
        against.Length == 0 ? body : [.. body.Select(paragraph => paragraph.Marks.IsEmpty
            ? paragraph
            : paragraph with
            {
                Marks = [.. paragraph.Marks.Select(mark => mark.Kind == MarkKind.Link
                    ? mark with { Target = Resolve(against, mark.Target) }
                    : mark)],
            })];

    /// <inheritdoc cref="Resolve(string, ImmutableArray{Paragraph})"/>
    public static Picture Resolve(string against, Picture picture) => picture with
    {
        Renditions = [.. picture.Renditions.Select(file => file with { Href = Resolve(against, file.Href) })],
    };

    /// <summary>Whether it is absolute, on the web, and nothing in it must be escaped.</summary>
    public static bool IsWeb(string reference) => IsIri(reference) && SchemeOf(reference) is "http" or "https";

    /// <summary>Whether it has a scheme and only characters that an IRI may have (RFC 3987, 2.2).</summary>
    public static bool IsIri(string reference) => SchemeOf(reference) is { Length: > 0 } scheme
        && reference.Length > scheme.Length + 1
        && reference.All(c => c > ' ' && c is not ('<' or '>' or '"' or '{' or '}' or '|' or '\\' or '^' or '`')
            && !char.IsControl(c) && !char.IsWhiteSpace(c) && !char.IsSurrogate(c));

    /// <summary>Whether a link to it may stand in what we write: no script, no file, no embedded bytes.</summary>
    public static bool IsSafe(string reference) =>
        SchemeOf(string.Concat(reference.Where(c => c > ' '))) is var scheme
        && (scheme.Length == 0 || _safe.Contains(scheme));

    /// <summary>The scheme in lower case; empty when the reference is relative.</summary>
    public static string SchemeOf(string reference)
    {
        var colon = reference.IndexOf(':');
        if (colon < 1 || !char.IsAsciiLetter(reference[0]))
            return "";
        var scheme = reference.AsSpan(0, colon);
        foreach (var c in scheme)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
                return "";
        }
        return scheme.ToString().ToLowerInvariant();
    }
}
