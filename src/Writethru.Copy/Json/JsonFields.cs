using System.Collections.Immutable;
using System.Text.Json;

namespace Writethru.Copy.Json;

/// <summary>Fields of an object of canonical JSON; what is absent or of another kind reads as empty.</summary>
static class JsonFields
{
    public static string Text(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    public static int? Number(JsonElement json, string key) => (int?)Long(json, key, int.MinValue, int.MaxValue);

    public static long? Long(JsonElement json, string key, long least = long.MinValue, long most = long.MaxValue) =>
        json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt64(out var number) && number >= least && number <= most
            ? number
            : null;

    public static bool IsTrue(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.True;

    public static JsonElement? Child(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    public static ImmutableArray<T> Items<T>(JsonElement json, string key, Func<JsonElement, T> read) =>
        json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(read)]
            : [];

    public static TextSpan ReadSpan(JsonElement json) => new(json[0].GetInt32(), json[1].GetInt32());

    public static void WriteSpan(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.Length);
        json.WriteEndArray();
    }

    /// <summary>Writes the field only when it says something, as keys that were added later are written.</summary>
    public static void WriteSome(Utf8JsonWriter json, string key, string value)
    {
        if (value.Length > 0)
            json.WriteString(key, value);
    }

    /// <inheritdoc cref="WriteSome(Utf8JsonWriter, string, string)"/>
    public static void WriteSome(Utf8JsonWriter json, string key, long? value)
    {
        if (value is { } number)
            json.WriteNumber(key, number);
    }

    /// <summary>Writes a list only when it has an item.</summary>
    public static void WriteSome<T>(Utf8JsonWriter json, string key, ImmutableArray<T> items,
        Action<Utf8JsonWriter, T> write)
    {
        if (items.IsEmpty)
            return;
        json.WriteStartArray(key);
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
    }
}
