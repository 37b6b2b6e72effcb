using System.Buffers;
using System.Text.Json;
using System.Xml;
using Writethru.Copy.Json;
using Writethru.Formats.Markup;
using XmlText = Writethru.Formats.Markup.XmlText;

namespace Writethru.Formats.Feeds;

/// <summary>
/// JSON as elements of XML and back, in the form that W3C gives it (XPath and XQuery Functions and Operators 3.1,
/// 17.5): every XSLT 3 processor turns it into JSON again.
/// </summary>
static class JsonAsXml
{
    /// <summary>Writes a value as an element.</summary>
    public static void Write(XmlWriter xml, JsonElement value, string? key = null)
    {
        xml.WriteStartElement(value.ValueKind switch
        {
            JsonValueKind.Object => "map",
            JsonValueKind.Array => "array",
            JsonValueKind.Number => "number",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Null => "null",
            _ => "string",
        }, FeedNames.JsonAsXml);
        if (key is not null)
            xml.WriteAttributeString("key", key);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                    Write(xml, property.Value, property.Name);
                break;
            case JsonValueKind.Array:
                foreach (var member in value.EnumerateArray())
                    Write(xml, member);
                break;
            case JsonValueKind.String:
                WriteText(xml, value.GetString()!);
                break;
            case JsonValueKind.Null:
                break;
            default:
                xml.WriteString(value.GetRawText());
                break;
        }
        xml.WriteEndElement();
    }

    /// <summary>The element as JSON; null when it is none of the form.</summary>
    public static byte[]? Read(XmlPart part)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, CanonicalJson.Options))
        {
            if (!Read(json, part))
                return null;
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Characters that XML lacks are escaped as JSON escapes them, and the element says so.</summary>
    static void WriteText(XmlWriter xml, string text)
    {
        if (XmlText.IsClean(text))
        {
            xml.WriteString(text);
            return;
        }
        xml.WriteAttributeString("escaped", "true");
        xml.WriteString(JsonEncodedText.Encode(text).ToString());
    }

    static bool Read(Utf8JsonWriter json, XmlPart part)
    {
        switch (part.Name)
        {
            case "map":
                json.WriteStartObject();
                var keys = new HashSet<string>(StringComparer.Ordinal);
                foreach (var child in part.Children)
                {
                    if (child.Attribute("key") is not { } key || !keys.Add(key))
                        return false;
                    json.WritePropertyName(key);
                    if (!Read(json, child))
                        return false;
                }
                json.WriteEndObject();
                return true;
            case "array":
                json.WriteStartArray();
                if (!part.Children.All(child => Read(json, child)))
                    return false;
                json.WriteEndArray();
                return true;
            case "number" when long.TryParse(part.TextOnOneLine, out var number):
                json.WriteNumberValue(number);
                return true;
            case "boolean":
                json.WriteBooleanValue(part.TextOnOneLine == "true");
                return true;
            case "null":
                json.WriteNullValue();
                return true;
            case "string":
                return WriteString(json, part);
            default:
                return false;
        }
    }

    static bool WriteString(Utf8JsonWriter json, XmlPart part)
    {
        if (part.Attribute("escaped") is not "true")
        {
            json.WriteStringValue(part.Text);
            return true;
        }
        try
        {
            using var text = JsonDocument.Parse($"\"{part.Text}\"");
            json.WriteStringValue(text.RootElement.GetString());
            return true;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
