using System.Text.Json;

namespace Writethru.Formats.Ninjs;

/// <summary>
/// One element of a list: a headline, a body, a subject, a source. All of them are small objects of the same few strings,
/// under names that changed from version to version.
/// </summary>
readonly record struct NinjsPart
{
    public string? Name { get; private init; }

    /// <summary>What it is to the item: <c>role</c>; for people, places and the like <c>rel</c>.</summary>
    public string? Role { get; private init; }

    public string? Uri { get; private init; }

    public string? Literal { get; private init; }

    public string? Scheme { get; private init; }

    public string? Code { get; private init; }

    public string? Value { get; private init; }

    public string? ContentType { get; private init; }

    public int? WordCount { get; private init; }

    public int? CharCount { get; private init; }

    /// <summary>Whether it holds something that is none of these; where it stands, all of it is to be kept.</summary>
    public bool HasMore { get; private init; }

    /// <summary>Reads an element. A string alone is a name.</summary>
    public static NinjsPart Read(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String)
            return new NinjsPart { Name = item.GetString() };
        if (item.ValueKind != JsonValueKind.Object)
            return new NinjsPart { HasMore = item.ValueKind != JsonValueKind.Null };
        var part = default(NinjsPart);
        foreach (var property in item.EnumerateObject())
            part = part.With(property);
        return part;
    }

    NinjsPart With(JsonProperty property)
    {
        var key = NinjsKeys.Of(property);
        if (key is "wordcount" or "charcount" && property.Value.ValueKind == JsonValueKind.Number
            && property.Value.TryGetInt32(out var count))
            return key == "wordcount" ? this with { WordCount = count } : this with { CharCount = count };
        var text = JsonText.Scalar(property.Value);
        return key switch
        {
            _ when text is null => this with { HasMore = HasMore || property.Value.ValueKind != JsonValueKind.Null },
            "name" or "title" when Name is null => this with { Name = text },
            "role" or "rel" when Role is null => this with { Role = text },
            "uri" when Uri is null => this with { Uri = text },
            "literal" when Literal is null => this with { Literal = text },
            "scheme" when Scheme is null => this with { Scheme = text },
            "code" or "qcode" when Code is null || Code == text => this with { Code = text },
            "value" when Value is null => this with { Value = text },
            "contenttype" when ContentType is null => this with { ContentType = text },
            _ => this with { HasMore = true },
        };
    }
}
