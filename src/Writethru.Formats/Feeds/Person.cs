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
        return new Person(name.Length > 0 ? name : text, part.Child("email")?.TextOnOneLine ?? "",
            (part.Child("uri") ?? part.Child("url") ?? part.Child("homepage"))?.TextOnOneLine ?? "");
    }

    /// <summary>A name, a mail address, or both in one line.</summary>
    public static Person Parse(string text)
    {
        var trimmed = text.Trim();
        var open = trimmed.IndexOfAny(['(', '<']);
        if (open < 0 || trimmed[^1] is not (')' or '>'))
            return IsMail(trimmed) ? new Person("", trimmed, "") : new Person(trimmed, "", "");
        var (before, inside) = (trimmed[..open].Trim(), trimmed[(open + 1)..^1].Trim());
        return IsMail(before) ? new Person(inside, before, "")
            : IsMail(inside) ? new Person(before, inside, "")
            : new Person(trimmed, "", "");
    }

    static bool IsMail(string text) => text.Contains('@', StringComparison.Ordinal)
        && !text.Contains(' ', StringComparison.Ordinal) && !text.Contains("://", StringComparison.Ordinal);
}
