using Writethru.Formats.Markup;

namespace Writethru.Formats.Feeds;

/// <summary>Somebody whom a feed names.</summary>
/// <param name="Name">The name, as printed; empty when only an address is given.</param>
/// <param name="Mail">A mail address; empty when none.</param>
/// <param name="Address">A place on the web; empty when none.</param>
sealed record Person(string Name, string Mail, string Address)
{
    /// <summary>
    /// Atom's author has elements; RSS writes <c>jane@harbor.example (Jane Roe)</c>, <c>Jane Roe &lt;jane@…&gt;</c>
    /// or a bare name.
    /// </summary>
    public static Person Read(XmlPart part)
    {
        if (!part.Children.Any())
            return Parse(part.TextOnOneLine);
        var name = part.Child("name")?.TextOnOneLine ?? "";
        var text = OneLine.Of(string.Concat(part.Content.Where(node => node.Part is null).Select(node => node.Text)));
        var named = Parse(name.Length > 0 ? name : text);
        return new Person(named.Name, Or(part.Child("email")?.TextOnOneLine, named.Mail), Or(
            (part.Child("uri") ?? part.Child("url") ?? part.Child("homepage"))?.TextOnOneLine, named.Address));
    }

    /// <summary>A name, a mail address, or both in one line.</summary>
    public static Person Parse(string text)
    {
        var trimmed = text.Trim();
        var open = trimmed.IndexOfAny(['(', '<']);
        if (open < 0 || trimmed[^1] is not (')' or '>'))
            return Place(trimmed);
        var (before, inside) = (Place(trimmed[..open].Trim()), Place(trimmed[(open + 1)..^1].Trim()));
        if (before.Name.Length > 0 && inside.Name.Length > 0)
            return new Person(trimmed, "", "");
        return new Person(Or(before.Name, inside.Name), Or(before.Mail, inside.Mail),
            Or(before.Address, inside.Address));
    }

    /// <summary>A place for mail, a place on the web, or else a name.</summary>
    static Person Place(string text) => IsMail(text) ? new Person("", text, "")
        : IsWeb(text) ? new Person("", "", text)
        : new Person(text, "", "");

    static bool IsWeb(string text) => !text.Contains(' ', StringComparison.Ordinal)
        && (text.Contains("://", StringComparison.Ordinal)
            || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase));

    static string Or(string? first, string second) => string.IsNullOrEmpty(first) ? second : first;

    static bool IsMail(string text) => text.Contains('@', StringComparison.Ordinal)
        && !text.Contains(' ', StringComparison.Ordinal) && !text.Contains("://", StringComparison.Ordinal);
}
