using System.Text.Json;
using static Writethru.Copy.Json.JsonFields;

namespace Writethru.Copy.Json;

/// <summary>A diff as JSON: what <c>diff --json</c> and the API answer.</summary>
/// <remarks>
/// <c>{"fields":[{"name","old","new"}],"paragraphs":[{"kind","old","new","words":[{"old":[start,length],"new":[…]}]}],
/// "pictures":[{"kind","old","new","fields":[…]}]}</c>; numbers from 1, spans in UTF-16 units; a key that says nothing
/// is absent.
/// </remarks>
public static class ParagraphDiffJson
{
    /// <summary>Writes the diff as one object.</summary>
    public static void Write(Utf8JsonWriter json, ParagraphDiff diff)
    {
        json.WriteStartObject();
        json.WriteStartArray("fields");
        foreach (var field in diff.Fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("old", field.Old);
            json.WriteString("new", field.New);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("paragraphs");
        foreach (var change in diff.Paragraphs)
        {
            WriteStart(json, change.Kind, change.Old, change.New);
            WriteSome(json, "words", change.Words, WriteWord);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("pictures");
        foreach (var picture in diff.Pictures)
        {
            WriteStart(json, picture.Kind, picture.Old, picture.New);
            WriteSome(json, "fields", picture.Fields, (writer, field) => writer.WriteStringValue(field));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteStart(Utf8JsonWriter json, ChangeKind kind, int? old, int? @new)
    {
        json.WriteStartObject();
        json.WriteString("kind", Words.Of(kind));
        WriteSome(json, "old", old);
        WriteSome(json, "new", @new);
    }

    static void WriteWord(Utf8JsonWriter json, WordChange word)
    {
        json.WriteStartObject();
        json.WritePropertyName("old");
        WriteSpan(json, word.Old);
        json.WritePropertyName("new");
        WriteSpan(json, word.New);
        json.WriteEndObject();
    }
}
