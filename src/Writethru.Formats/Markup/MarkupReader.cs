namespace Writethru.Formats.Markup;

/// <summary>Feeds elements of XML to a <see cref="BodyBuilder"/>.</summary>
static class MarkupReader
{
    /// <summary>Feeds the content of an element, without the element itself, in document order.</summary>
    /// <param name="part">The element that holds the body.</param>
    /// <param name="body">Where it goes.</param>
    /// <param name="passOver">Elements that the caller reads itself: neither they nor what is in them is fed.</param>
    public static void Feed(XmlPart part, BodyBuilder body, Func<XmlPart, bool>? passOver = null)
    {
        var open = new Stack<(XmlPart Part, int Next)>([(part, 0)]);
        XmlPart current = part;
        Func<string, string?> attribute = name => current.Attribute(name);
        while (open.TryPop(out var place))
        {
            if (place.Next >= place.Part.Content.Count)
            {
                if (open.Count > 0)
                    body.End(NameOf(place.Part));
                continue;
            }
            open.Push(place with { Next = place.Next + 1 });
            var node = place.Part.Content[place.Next];
            if (node.Part is null)
                body.Text(node.Text);
            else if (passOver?.Invoke(node.Part) is not true)
            {
                current = node.Part;
                body.Start(NameOf(node.Part), attribute);
                open.Push((node.Part, 0));
            }
        }
    }

    /// <summary>
    /// The name in lower case; rows and cells of CALS tables by the names that HTML gives them. What an office program
    /// leaves in the text (<c>o:p</c>) is no element of the body, whatever its name.
    /// </summary>
    static string NameOf(XmlPart part) => part.Name.ToLowerInvariant() switch
    {
        var name when UnknownElements.IsOfOffice(part.Namespace) => $"office:{name}",
        "row" => "tr",
        "entry" => "td",
        var name => name,
    };
}
