using System.Text.Json;
using static Writethru.Copy.Json.JsonFields;

namespace Writethru.Copy.Json;

/// <summary>
/// An advisory as read, in JSON: <c>{"claims":[{"action":"adds","target":"details","paras":[[2,2],[6,10]]}]}</c>. Keys
/// that would say nothing are absent, but for <c>claims</c>; spans are start and length in UTF-16 units of the text.
/// </summary>
public static class AdvisoryJson
{
    /// <summary>Writes the reading as one object.</summary>
    public static void Write(Utf8JsonWriter json, AdvisoryReading reading)
    {
        json.WriteStartObject();
        WriteFields(json, reading);
        json.WriteEndObject();
    }

    /// <summary>As <see cref="Write"/>, into an object that the caller has opened.</summary>
    public static void WriteFields(Utf8JsonWriter json, AdvisoryReading reading)
    {
        WriteSome(json, "series", reading.Series);
        json.WriteStartArray("claims");
        foreach (var claim in reading.Claims)
            WriteClaim(json, claim);
        json.WriteEndArray();
        WriteSome(json, "notUnderstood", reading.NotUnderstood, WriteSpan);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; claims of an unknown action or target are left out.</summary>
    public static AdvisoryReading Read(JsonElement json) => new()
    {
        Series = Text(json, "series"),
        Claims = [.. Items(json, "claims", ReadClaim).OfType<Claim>()],
        NotUnderstood = Items(json, "notUnderstood", ReadSpan),
    };

    static void WriteClaim(Utf8JsonWriter json, Claim claim)
    {
        json.WriteStartObject();
        json.WriteString("action", Words.Of(claim.Action));
        json.WriteString("target", Words.Of(claim.Target));
        WriteWhere(json, claim.Where);
        WriteSome(json, "note", claim.Note);
        WriteSome(json, "fromWords", claim.FromWords);
        WriteSome(json, "toWords", claim.ToWords);
        json.WritePropertyName("span");
        WriteSpan(json, claim.Span);
        json.WriteString("rule", claim.Rule);
        json.WriteEndObject();
    }

    static void WriteWhere(Utf8JsonWriter json, ParagraphReference? where)
    {
        switch (where)
        {
            case ParagraphReference.Listed listed:
                WriteSome(json, "paras", listed.Ranges, WriteRange);
                break;
            case ParagraphReference.First first:
                json.WriteNumber("first", first.Count);
                break;
            case ParagraphReference.Last last:
                json.WriteNumber("last", last.Count);
                break;
            case ParagraphReference.From from:
                json.WriteNumber("from", from.Number);
                break;
            case ParagraphReference.FromEnd fromEnd:
                json.WriteNumber("fromEnd", fromEnd.Number);
                break;
            case ParagraphReference.Throughout:
                json.WriteBoolean("throughout", true);
                break;
        }
    }

    static void WriteRange(Utf8JsonWriter json, ParagraphRange range)
    {
        json.WriteStartArray();
        json.WriteNumberValue(range.From);
        json.WriteNumberValue(range.To);
        json.WriteEndArray();
    }

    static Claim? ReadClaim(JsonElement json) =>
        Words.Read<ClaimAction>(Text(json, "action")) is { } action
        && Words.Read<ClaimTarget>(Text(json, "target")) is { } target
            ? new Claim
            {
                Action = action,
                Target = target,
                Where = ReadWhere(json),
                Note = Text(json, "note"),
                FromWords = Text(json, "fromWords"),
                ToWords = Text(json, "toWords"),
                Span = json.TryGetProperty("span", out var span) ? ReadSpan(span) : default,
                Rule = Text(json, "rule"),
            }
            : null;

    static ParagraphRange ReadRange(JsonElement json) => new(json[0].GetInt32(), json[1].GetInt32());

    static ParagraphReference? ReadWhere(JsonElement json) =>
        Items(json, "paras", ReadRange) is { IsEmpty: false } ranges
            ? new ParagraphReference.Listed(ranges)
        : Number(json, "first") is { } first ? new ParagraphReference.First(first)
        : Number(json, "last") is { } last ? new ParagraphReference.Last(last)
        : Number(json, "from") is { } from ? new ParagraphReference.From(from)
        : Number(json, "fromEnd") is { } fromEnd ? new ParagraphReference.FromEnd(fromEnd)
        : IsTrue(json, "throughout") ? new ParagraphReference.Throughout()
        : null;
}
