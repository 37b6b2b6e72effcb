using System.Collections.Immutable;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats.Binding;

namespace Writethru.Formats.Ninjs;

/// <summary>
/// The files of a picture: an object by name in 1.x, an array in 2.0 and later. Where they lie is kept as text,
/// whatever it says, and never fetched.
/// </summary>
static class NinjsRenditions
{
    /// <summary>Reads them; false when something in them has no place.</summary>
    /// <param name="value">The object or array.</param>
    /// <param name="renditions">Where they go.</param>
    /// <param name="bind">Takes name and words of what a file says of its rights; they bind the picture.</param>
    public static bool Read(
        JsonElement value, ImmutableArray<Rendition>.Builder renditions, Action<string, string> bind)
    {
        var isWhole = value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
                isWhole &= Add(property.Name, property.Value, renditions, bind);
        }
        else if (isWhole)
        {
            foreach (var item in value.EnumerateArray())
                isWhole &= Add("", item, renditions, bind);
        }
        return isWhole;
    }

    static bool Add(
        string name, JsonElement item, ImmutableArray<Rendition>.Builder renditions, Action<string, string> bind)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return item.ValueKind == JsonValueKind.Null;
        var (rendition, isWhole) = (new Rendition(name, ""), true);
        foreach (var property in item.EnumerateObject())
        {
            var value = property.Value;
            switch (NinjsKeys.Of(property))
            {
                case "name" when JsonText.String(value) is { } text:
                    rendition = rendition with { Name = text };
                    break;
                case "href" when JsonText.String(value) is { } href:
                    rendition = rendition with { Href = href };
                    break;
                case "contenttype" or "mimetype" when JsonText.String(value) is { } type:
                    rendition = rendition with { MediaType = type };
                    break;
                case "width" when Pixels(value) is { } width:
                    rendition = rendition with { Width = width };
                    break;
                case "height" when Pixels(value) is { } height:
                    rendition = rendition with { Height = height };
                    break;
                case "resources" when value.ValueKind == JsonValueKind.Array:
                    isWhole &= ReadResources(value, renditions, bind, rendition, item);
                    break;
                case "sizeinbytes" when value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var bytes):
                    rendition = rendition with { Bytes = bytes };
                    break;
                default:
                    isWhole &= value.ValueKind == JsonValueKind.Null;
                    foreach (var limit in LimitingNames.In(property.Name, value))
                        bind($"renditions/{limit.Path}", $"{limit.Path}: {limit.Words}");
                    break;
            }
        }
        if (rendition.Href.Length == 0)
            return isWhole && item.EnumerateObject().Any(property => NinjsKeys.Of(property) == "resources");
        renditions.Add(rendition);
        return isWhole;
    }

    /// <summary>
    /// The files of one rendition, since 3.2: each is one of ours, by the rendition's name where it has none.
    /// </summary>
    static bool ReadResources(JsonElement value, ImmutableArray<Rendition>.Builder renditions,
        Action<string, string> bind, Rendition around, JsonElement item)
    {
        var name = around.Name.Length > 0 ? around.Name : JsonText.Member(item, "name") ?? "";
        var isWhole = true;
        foreach (var resource in value.EnumerateArray())
            isWhole &= Add(name, resource, renditions, bind);
        return isWhole;
    }

    static int? Pixels(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var pixels) ? pixels : null;
}
