using Writethru.Formats.Binding;

namespace Writethru.Formats.Markup;

/// <summary>Elements of a sender's own that bind, by their names and what they say.</summary>
static class LimitingParts
{
    /// <summary>Every part of an element, itself and its attributes included, that binds.</summary>
    /// <param name="path">The element's own name, as it is shown.</param>
    /// <param name="part">The element.</param>
    public static IEnumerable<Limit> In(string path, XmlPart part)
    {
        var open = new Stack<(XmlPart Part, string Path)>([(part, path)]);
        while (open.TryPop(out var next))
        {
            var kind = LimitingNames.Of(next.Part.Name);
            if (kind == Limiting.None)
            {
                foreach (var attribute in LimitsOn(next.Part, next.Path))
                    yield return attribute;
                foreach (var child in next.Part.Children.Reverse())
                    open.Push((child, $"{next.Path}/{child.Name}"));
                continue;
            }
            string[] said = kind is Limiting.Rights or Limiting.Embargo
                ? [ShownText.Of(next.Part)]
                : [next.Part.TextOnOneLine, .. next.Part.SelfAndDescendants()
                    .SelectMany(inner => inner.Attributes).Select(attribute => attribute.Value)];
            var isFlag = said.All(string.IsNullOrWhiteSpace) && kind == Limiting.Status;
            foreach (var words in isFlag ? ["true"] : said)
            {
                if (LimitingNames.Of(kind, next.Path, next.Part.Name, words) is { } limit)
                    yield return limit;
            }
        }
    }

    /// <summary>The attributes of an element, not what stands in it, that bind.</summary>
    public static IEnumerable<Limit> LimitsOn(XmlPart part, string path) => part.Attributes
        .Select(attribute => LimitingNames.Of($"{path}/{attribute.Name}", attribute.Name, attribute.Value))
        .OfType<Limit>();
}
