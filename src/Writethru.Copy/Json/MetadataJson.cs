using System.Text.Json;
using static Writethru.Copy.Json.JsonFields;

namespace Writethru.Copy.Json;

/// <summary>
/// What a take says about itself, in its canonical JSON: keys that form 1 got later, written only when they say
/// something, so that the bytes of takes without them stay what they were.
/// </summary>
static class MetadataJson
{
    public static void Write(Utf8JsonWriter json, Take take)
    {
        WriteSome(json, "sequence", take.Sequence);
        WriteSome(json, "signal", take.Signal == Signal.None ? "" : Words.Of(take.Signal));
        WriteSome(json, "priority", take.Priority);
        WriteTime(json, "firstCreated", take.FirstCreated);
        WriteTime(json, "versionCreated", take.VersionCreated);
        WriteTime(json, "expiry", take.Expiry);
        WriteSome(json, "provider", take.Provider);
        WriteSome(json, "source", take.Source);
        WriteSome(json, "copyrightNotice", take.CopyrightNotice);
        WriteSome(json, "copyrightHolder", take.CopyrightHolder);
        WriteSome(json, "wordCount", take.WordCount);
        WriteSome(json, "headlines", take.Headlines, WriteLabelled);
        WriteSome(json, "descriptions", take.Descriptions, WriteLabelled);
        WriteSome(json, "subjects", take.Subjects, WriteConcept);
        WriteSome(json, "genres", take.Genres, WriteConcept);
        WriteSome(json, "places", take.Places, WriteConcept);
        WriteSome(json, "people", take.People, WriteConcept);
        WriteSome(json, "organisations", take.Organisations, WriteConcept);
        WriteSome(json, "keywords", take.Keywords, (to, keyword) => to.WriteStringValue(keyword));
        WriteSome(json, "notes", take.Notes, WriteNote);
        WriteSome(json, "links", take.Links, WriteLink);
        WriteSome(json, "type", take.Kind == TakeKind.Text ? "" : Words.Of(take.Kind));
    }

    public static Take Read(JsonElement json, Take take) => take with
    {
        Sequence = Text(json, "sequence"),
        Signal = Words.Read<Signal>(Text(json, "signal")) ?? Signal.None,
        Priority = Number(json, "priority"),
        FirstCreated = ReadTime(json, "firstCreated"),
        VersionCreated = ReadTime(json, "versionCreated"),
        Expiry = ReadTime(json, "expiry"),
        Provider = Text(json, "provider"),
        Source = Text(json, "source"),
        CopyrightNotice = Text(json, "copyrightNotice"),
        CopyrightHolder = Text(json, "copyrightHolder"),
        WordCount = Number(json, "wordCount"),
        Headlines = Items(json, "headlines", ReadLabelled),
        Descriptions = Items(json, "descriptions", ReadLabelled),
        Subjects = Items(json, "subjects", ReadConcept),
        Genres = Items(json, "genres", ReadConcept),
        Places = Items(json, "places", ReadConcept),
        People = Items(json, "people", ReadConcept),
        Organisations = Items(json, "organisations", ReadConcept),
        Keywords = Items(json, "keywords", item => item.GetString() ?? ""),
        Notes = Items(json, "notes", ReadNote),
        Links = Items(json, "links", ReadLink),
        Kind = Words.Read<TakeKind>(Text(json, "type")) ?? TakeKind.Text,
    };

    public static void WriteTime(Utf8JsonWriter json, string key, SenderTime? time)
    {
        if (time is null)
            return;
        json.WriteStartObject(key);
        json.WriteString("text", time.Text);
        WriteSome(json, "at", time.At is { } at ? Instant.Write(at) : "");
        json.WriteEndObject();
    }

    public static SenderTime? ReadTime(JsonElement json, string key) => Child(json, key) is { } time
        ? new SenderTime(Text(time, "text"), Instant.Parse(Text(time, "at")))
        : null;

    static void WriteLabelled(Utf8JsonWriter json, Labelled labelled)
    {
        json.WriteStartObject();
        json.WriteString("role", labelled.Role);
        json.WriteString("text", labelled.Text);
        json.WriteEndObject();
    }

    static Labelled ReadLabelled(JsonElement json) => new(Text(json, "role"), Text(json, "text"));

    static void WriteConcept(Utf8JsonWriter json, Concept concept)
    {
        json.WriteStartObject();
        json.WriteString("scheme", concept.Scheme);
        json.WriteString("code", concept.Code);
        json.WriteString("name", concept.Name);
        json.WriteEndObject();
    }

    static Concept ReadConcept(JsonElement json) => new(Text(json, "scheme"), Text(json, "code"), Text(json, "name"));

    static void WriteNote(Utf8JsonWriter json, Note note)
    {
        json.WriteStartObject();
        json.WriteString("role", note.Role);
        json.WriteString("text", note.Text);
        json.WriteBoolean("public", note.IsPublic);
        json.WriteEndObject();
    }

    static Note ReadNote(JsonElement json) => new(Text(json, "role"), Text(json, "text"), IsTrue(json, "public"));

    static void WriteLink(Utf8JsonWriter json, Link link)
    {
        json.WriteStartObject();
        json.WriteString("rel", link.Rel);
        json.WriteString("target", link.Target);
        WriteSome(json, "version", link.Version);
        WriteSome(json, "title", link.Title);
        WriteSome(json, "mediaType", link.MediaType);
        json.WriteEndObject();
    }

    static Link ReadLink(JsonElement json) => new(Text(json, "rel"), Text(json, "target"))
    {
        Version = Text(json, "version"),
        Title = Text(json, "title"),
        MediaType = Text(json, "mediaType"),
    };
}
