namespace Writethru.Formats.Markup;

/// <summary>All text of an element that has no home, attributes included.</summary>
static class ShownText
{
    /// <summary>The text on one line; attributes as <c>name=value</c> before it.</summary>
    public static string Of(XmlPart part)
    {
        var pieces = new List<string>();
        foreach (var element in part.SelfAndDescendants())
        {
            pieces.AddRange(element.Attributes.Select(attribute => $"{attribute.Name}={attribute.Value}"));
            pieces.AddRange(element.Content.Where(node => node.Part is null).Select(node => OneLine.Of(node.Text)));
        }
        return string.Join(' ', pieces.Where(piece => piece.Length > 0));
    }
}
