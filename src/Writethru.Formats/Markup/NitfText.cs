using System.Collections.Frozen;
using System.Text;

namespace Writethru.Formats.Markup;

/// <summary>
/// The text of elements of NITF that hold text and elements: headlines, bylines, datelines, captions.
/// </summary>
static class NitfText
{
    static readonly FrozenSet<string> _places =
        new[] { "sublocation", "city", "state", "region", "country" }.ToFrozenSet();

    /// <summary>Parts of names that senders put side by side without a space.</summary>
    static readonly FrozenSet<string> _parts = new[]
    {
        "sublocation", "city", "state", "region", "country", "name.given", "name.family", "function", "person", "org",
        "location", "story.date",
    }.ToFrozenSet();

    /// <summary>
    /// All text on one line. Parts of an address that nothing parts get a comma, parts of a name a space.
    /// </summary>
    public static string OneLineOf(XmlPart part)
    {
        var text = new StringBuilder();
        Append(part, text);
        return OneLine.Of(text.ToString());
    }

    /// <summary>
    /// The paragraphs of an element, parted by line feeds; sub-heads and cells are lines of it. Pictures are left to
    /// the caller.
    /// </summary>
    public static string LinesOf(XmlPart part, ReadOptions options)
    {
        var body = new BodyBuilder(options);
        MarkupReader.Feed(part, body, element => element.Name == "media");
        body.Finish();
        return string.Join('\n', body.Paragraphs.SelectMany(paragraph =>
            paragraph.Subheads.Select(subhead => subhead.Text).Append(paragraph.Text)));
    }

    /// <summary>Every attribute that says something, as <c>name=value</c>, and then the text; for extras.</summary>
    public static string WholeOf(XmlPart part)
    {
        var words = part.SelfAndDescendants().SelectMany(element => element.Attributes
            .Where(attribute => attribute.Value.Length > 0)
            .Select(attribute => $"{attribute.Name}={attribute.Value}"));
        var text = OneLineOf(part);
        return string.Join(' ', text.Length > 0 ? words.Append(text) : words);
    }

    static void Append(XmlPart part, StringBuilder text)
    {
        XmlPart? before = null;
        foreach (var node in part.Content)
        {
            if (node.Part is not { } child)
            {
                text.Append(node.Text);
                before = string.IsNullOrWhiteSpace(node.Text) ? before : null;
                continue;
            }
            var isApart = child.Name == "byttl"
                || BodyElements.KindOf(child.Name) is BodyElement.Block or BodyElement.Break;
            if (before is not null && _places.Contains(child.Name) && _places.Contains(before.Name))
                Comma(text);
            else if (isApart || _parts.Contains(child.Name)
                && (before is not null || text.Length > 0 && char.IsLetter(text[^1])))
                text.Append(' ');
            Append(child, text);
            if (isApart)
                text.Append(' ');
            before = child;
        }
    }

    static void Comma(StringBuilder text)
    {
        while (text.Length > 0 && OneLine.IsCollapsible(text[^1]))
            text.Length--;
        text.Append(", ");
    }
}
