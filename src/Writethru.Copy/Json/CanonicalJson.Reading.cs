using System.Text.Json;
using static Writethru.Copy.Json.JsonFields;

namespace Writethru.Copy.Json;

public static partial class CanonicalJson
{
    /// <summary>Writes a reading as one object: how it lies beside its take.</summary>
    public static void WriteReading(Utf8JsonWriter json, TakeReading reading)
    {
        json.WriteStartObject();
        if (reading.Located is { } located)
        {
            json.WritePropertyName("located");
            WriteLocated(json, located);
        }
        if (reading.Terms is { } terms)
        {
            json.WritePropertyName("terms");
            WriteTermsReading(json, terms);
        }
        if (reading.Advisory is { } advisory)
        {
            json.WritePropertyName("advisory");
            AdvisoryJson.Write(json, advisory);
        }
        if (reading.Check is { } check)
        {
            json.WritePropertyName("check");
            AdvisoryCheckJson.Write(json, check);
        }
        json.WriteStartArray("pictureTerms");
        foreach (var pictureTerms in reading.PictureTerms)
        {
            if (pictureTerms is null)
                json.WriteNullValue();
            else
                WriteTermsReading(json, pictureTerms);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="WriteReading"/> wrote.</summary>
    public static TakeReading ReadReading(JsonElement json) => new()
    {
        Located = Child(json, "located") is { } located ? ReadLocated(located) : null,
        Terms = Child(json, "terms") is { } terms ? ReadTermsReading(terms) : null,
        Advisory = Child(json, "advisory") is { } advisory ? AdvisoryJson.Read(advisory) : null,
        Check = Child(json, "check") is { } check ? AdvisoryCheckJson.Read(check) : null,
        PictureTerms = Items(json, "pictureTerms",
            item => item.ValueKind == JsonValueKind.Object ? ReadTermsReading(item) : null),
    };

    static void WriteLocated(Utf8JsonWriter json, Located located)
    {
        json.WriteStartObject();
        json.WriteString("date", located.Date?.ToString("yyyy-MM-dd") ?? "");
        json.WriteString("basis", Words.Of(located.Basis));
        json.WriteStartArray("places");
        foreach (var place in located.Places)
        {
            json.WriteStartObject();
            json.WriteString("name", place.Name);
            json.WriteString("country", place.Country);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static Located ReadLocated(JsonElement json) => new()
    {
        Date = PrintedDate.Parse(Text(json, "date")) is { Year: { } year } date
            ? new DateOnly(year, date.Month, date.Day)
            : null,
        Basis = Words.Read<DateBasis>(Text(json, "basis")) ?? DateBasis.None,
        Places = Items(json, "places", item => new LocatedPlace(Text(item, "name"), Text(item, "country"))),
    };

    static void WriteTermsReading(Utf8JsonWriter json, TermsReading reading)
    {
        json.WriteStartObject();
        WriteTermsReadingFields(json, reading);
        json.WriteEndObject();
    }

    static void WriteTermsReadingFields(Utf8JsonWriter json, TermsReading reading)
    {
        json.WriteStartArray("rules");
        foreach (var rule in reading.Rules)
            WriteRule(json, rule);
        json.WriteEndArray();
        json.WriteStartArray("notUnderstood");
        foreach (var span in reading.NotUnderstood)
            WriteSpan(json, span);
        json.WriteEndArray();
    }

    static void WriteRule(Utf8JsonWriter json, UsageRule rule)
    {
        json.WriteStartObject();
        json.WriteString("kind", rule.Kind);
        if (UsageKinds.IsByLists(rule.Kind))
        {
            WriteCodes(json, "allow", rule.Allow);
            WriteCodes(json, "deny", rule.Deny);
        }
        else
        {
            json.WriteString("value", rule.Value);
        }
        if (rule.From is { } from)
            json.WriteString("from", Instant.Write(from));
        if (rule.Until is { } until)
            json.WriteString("until", Instant.Write(until));
        json.WritePropertyName("span");
        WriteSpan(json, rule.Span);
        json.WriteNumber("sure", rule.Sure);
        json.WriteEndObject();
    }

    static void WriteCodes(Utf8JsonWriter json, string key, IEnumerable<string> codes)
    {
        json.WriteStartArray(key);
        foreach (var code in codes)
            json.WriteStringValue(code);
        json.WriteEndArray();
    }

    static TermsReading ReadTermsReading(JsonElement json) => new()
    {
        Rules = Items(json, "rules", ReadRule),
        NotUnderstood = Items(json, "notUnderstood", ReadSpan),
    };

    static UsageRule ReadRule(JsonElement json) => new()
    {
        Kind = Text(json, "kind"),
        Allow = Items(json, "allow", item => item.GetString() ?? ""),
        Deny = Items(json, "deny", item => item.GetString() ?? ""),
        Value = Text(json, "value"),
        From = Instant.Parse(Text(json, "from")),
        Until = Instant.Parse(Text(json, "until")),
        Span = json.TryGetProperty("span", out var span) ? ReadSpan(span) : default,
        Sure = json.TryGetProperty("sure", out var sure) ? sure.GetDouble() : 1,
    };
}
