using System.Text.Json;
using static Writethru.Copy.Json.JsonFields;

namespace Writethru.Copy.Json;

/// <summary>A link by likeness as JSON: in the log, and what the API answers.</summary>
/// <remarks>
/// <c>{"story","take","score","doubt","reasons":[{"name","weight","value"}]}</c>; no doubt where it was linked.
/// </remarks>
public static class StoryLinkJson
{
    /// <summary>Writes the link as one object.</summary>
    public static void Write(Utf8JsonWriter json, StoryLink link)
    {
        json.WriteStartObject();
        json.WriteString("story", link.Story.Value);
        json.WriteNumber("take", link.Number);
        json.WriteNumber("score", link.Likelihood.Score);
        WriteSome(json, "doubt", link.Doubt is { } doubt ? Words.Of(doubt) : "");
        WriteSome(json, "reasons", link.Likelihood.Reasons, WriteReason);
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">A reason has a name that nobody knows.</exception>
    public static StoryLink Read(JsonElement json) => new(
        new StoryId(Text(json, "story")),
        json.GetProperty("take").GetInt32(),
        new LikelihoodReading(json.GetProperty("score").GetDouble(), Items(json, "reasons", ReadReason)),
        Words.Read<LinkDoubt>(Text(json, "doubt")));

    static void WriteReason(Utf8JsonWriter json, LikelihoodReason reason)
    {
        json.WriteStartObject();
        json.WriteString("name", Words.Of(reason.Feature));
        json.WriteNumber("weight", reason.Weight);
        json.WriteNumber("value", reason.Value);
        json.WriteEndObject();
    }

    static LikelihoodReason ReadReason(JsonElement json) => new(
        Words.Read<LikelihoodFeature>(Text(json, "name")) ?? throw new JsonException("A reason without a name."),
        json.GetProperty("weight").GetDouble(),
        json.GetProperty("value").GetDouble());
}
