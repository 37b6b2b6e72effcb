using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Feeds;

/// <summary>
/// What no feed has a place for: the take in its canonical JSON, without the body, as our extension of an item. Whoever
/// does not know it passes over it; our own reader gets slug, advisory, embargo, terms and pictures back from it.
/// </summary>
static class TakeExtension
{
    /// <summary>The key in a JSON Feed; names of extensions begin with an underscore there.</summary>
    public const string Key = "_writethru";

    /// <summary>The take as it goes out in the extension.</summary>
    public static JsonElement Of(Take take)
    {
        var json = JsonNode.Parse(CanonicalJson.ToUtf8(take))!.AsObject();
        json.Remove("body");
        foreach (var key in json.Where(pair => IsEmpty(pair.Value)).Select(pair => pair.Key).ToList())
            json.Remove(key);
        return JsonElement.Parse(json.ToJsonString());
    }

    /// <summary>The take of an extension; null when it cannot be read, and a remark says so.</summary>
    public static Take? Read(XmlPart part, ItemNotes notes) =>
        part.Children.FirstOrDefault() is { } map && JsonAsXml.Read(map) is { } json
            ? Read(json, notes)
            : Unreadable(notes, "expected a take as JSON in XML");

    /// <inheritdoc cref="Read(XmlPart, ItemNotes)"/>
    public static Take? Read(ReadOnlyMemory<byte> utf8, ItemNotes notes)
    {
        try
        {
            using var json = JsonDocument.Parse(utf8);
            return CanonicalJson.ReadTake(json.RootElement) with { Body = [] };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Unreadable(notes, fault.Message);
        }
    }

    static Take? Unreadable(ItemNotes notes, string why)
    {
        notes.Add(FeedRemarks.ExtensionUnreadable, Severity.Warning,
            string.Create(CultureInfo.InvariantCulture, $"The extension of Writethru cannot be read: {why}"));
        return null;
    }

    static bool IsEmpty(JsonNode? value) => value is null or JsonArray { Count: 0 }
        || value is JsonValue text && text.TryGetValue<string>(out var words) && words.Length == 0;
}
