using System.Text.Json;

namespace Writethru.Formats.Ninjs;

/// <summary>
/// One element of a list: a headline, a body, a subject, a source. All of them are small objects of the same few
/// strings, under names that changed from version to version.
/// </summary>
record struct NinjsPart
{
    public string? Name { get; private set; }

    /// <summary>What it is to the item: <c>role</c>; for people, places and the like <c>rel</c>.</summary>
    public string? Role { get; private set; }

    public string? Uri { get; private set; }

    public string? Literal { get; private set; }

    public string? Scheme { get; private set; }

    public string? Code { get; private set; }

    public string? Value { get; private set; }

    public string? ContentType { get; private set; }

    public int? WordCount { get; private set; }

    public int? CharCount { get; private set; }

    /// <summary>Whether it holds something that is none of these; where it stands, all of it is to be kept.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Reads an element. A string alone is a name.</summary>
    public static NinjsPart Read(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String)
            return new NinjsPart { Name = item.GetString() };
        if (item.ValueKind != JsonValueKind.Object)
            return new NinjsPart { HasMore = item.ValueKind != JsonValueKind.Null };
        var part = default(NinjsPart);
        foreach (var property in item.EnumerateObject())
            part.Set(property);
        return part;
    }

    void Set(JsonProperty property)
    {
        var key = NinjsKeys.Of(property);
        if (key is "wordcount" or "charcount" && property.Value.ValueKind == JsonValueKind.Number
            && property.Value.TryGetInt32(out var count))
        {
            WordCount = key == "wordcount" ? count : WordCount;
            CharCount = key == "charcount" ? count : CharCount;
            return;
        }
        var text = JsonText.Scalar(property.Value);
        switch (key)
        {
            case var _ when text is null:
                HasMore |= property.Value.ValueKind != JsonValueKind.Null;
                break;
            case "name" or "title" when Name is null:
                Name = text;
                break;
            case "role" or "rel" when Role is null:
                Role = text;
                break;
            case "uri" when Uri is null:
                Uri = text;
                break;
            case "literal" when Literal is null:
                Literal = text;
                break;
            case "scheme" when Scheme is null:
                Scheme = text;
                break;
            case "code" or "qcode" when Code is null || Code == text:
                Code = text;
                break;
            case "value" when Value is null:
                Value = text;
                break;
            case "contenttype" when ContentType is null:
                ContentType = text;
                break;
            default:
                HasMore = true;
                break;
        }
    }
}
