using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Writethru.Formats;

/// <summary>Strings out of JSON, whatever else stands there.</summary>
static class JsonText
{
    /// <summary>The string; null when the value is of another kind.</summary>
    public static string? String(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A string, or a number as it was written; null for any other kind.</summary>
    public static string? Scalar(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? value.GetRawText() : String(value);

    /// <summary>The string under a key of an object, in any case; null when there is none.</summary>
    public static string? Member(JsonElement json, string key)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var property in json.EnumerateObject())
        {
            if (IsNamed(property, key))
                return String(property.Value);
        }
        return null;
    }

    /// <summary>Whether the property has that name, in any case, and however its letters are escaped.</summary>
    public static bool IsNamed(JsonProperty property, string key)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        return raw.Contains((byte)'\\')
            ? property.Name.Equals(key, StringComparison.OrdinalIgnoreCase)
            : Ascii.EqualsIgnoreCase(raw, key);
    }
}
