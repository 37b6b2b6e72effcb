using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Writethru.Copy.Json;

/// <summary>
/// The canonical JSON of a take: content of the log, input of its hashes, output of <c>writethru read</c>, and what
/// equality of takes means. Keys stand in a fixed order and are only ever added; see
/// <c>docs/decisions/0001-canonical-json.md</c>.
/// </summary>
public static partial class CanonicalJson
{
    /// <summary>Version of the form, written as its first key.</summary>
    public const int Form = 1;

    /// <summary>Compact, and readable in every script: only what JSON must escape is escaped.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The take as UTF-8, without what was read from it.</summary>
    public static byte[] ToUtf8(Take take)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
            Write(json, take);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Whether two takes say the same, field by field.</summary>
    public static bool AreEqual(Take a, Take b) => ToUtf8(a).AsSpan().SequenceEqual(ToUtf8(b));

    /// <summary>
    /// Writes the take as one object. With a reading, the dateline's date gets the year that was found, a
    /// <c>located</c> object is added, usage terms get their rules and the advisory its claims.
    /// </summary>
    public static void Write(Utf8JsonWriter json, Take take, TakeReading? reading = null)
    {
        json.WriteStartObject();
        WriteFields(json, take, reading);
        json.WriteEndObject();
    }

    /// <summary>As <see cref="Write"/>, into an object that the caller has opened and may add to.</summary>
    public static void WriteFields(Utf8JsonWriter json, Take take, TakeReading? reading = null)
    {
        json.WriteNumber("form", Form);
        json.WriteString("headline", take.Headline);
        json.WriteString("slug", take.Slug);
        if (take.Urgency is { } urgency)
            json.WriteNumber("urgency", urgency);
        else
            json.WriteNull("urgency");
        json.WriteString("series", take.Series);
        WriteAdvisory(json, take.Advisory, reading);
        WriteDateline(json, take.Dateline, reading?.Located);
        json.WriteString("byline", take.Byline);
        json.WriteString("contact", take.Contact);
        json.WriteString("endMark", take.EndMark);
        json.WriteString("senderId", take.SenderId);
        json.WriteString("senderVersion", take.SenderVersion);
        json.WriteString("status", Words.Of(take.Status));
        json.WriteString("embargo", take.Embargo?.Until is { } until ? Instant.Write(until) : "");
        json.WriteString("embargoText", take.Embargo?.Text ?? "");
        json.WriteString("language", take.Language);
        json.WriteString("creditLine", take.CreditLine);
        WriteTerms(json, take.UsageTerms, reading?.Terms);
        BodyJson.Write(json, take.Body);
        WritePictures(json, take, reading);
        WriteExtras(json, take);
        MetadataJson.Write(json, take);
    }

    static void WriteAdvisory(Utf8JsonWriter json, Advisory? advisory, TakeReading? reading)
    {
        json.WritePropertyName("advisory");
        if (advisory is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("text", advisory.Text);
        if (reading?.Advisory is { } claims)
            AdvisoryJson.WriteFields(json, claims);
        if (reading?.Check is { } check)
        {
            json.WritePropertyName("check");
            AdvisoryCheckJson.Write(json, check);
        }
        json.WriteEndObject();
    }

    /// <summary>Writes a dateline as the value of a property that the caller has named.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="dateline">The dateline; null is written as null.</param>
    /// <param name="located">What was found about it; its date takes the place of one printed without a year.</param>
    public static void WriteDatelineValue(Utf8JsonWriter json, Dateline? dateline, Located? located)
    {
        if (dateline is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("text", dateline.Text);
        json.WriteStartArray("places");
        foreach (var place in dateline.Places)
            json.WriteStringValue(place);
        json.WriteEndArray();
        json.WriteString("region", dateline.Region);
        json.WriteString("date", located?.Date?.ToString("yyyy-MM-dd") ?? dateline.Date?.ToString() ?? "");
        json.WriteString("agency", dateline.Agency);
        json.WriteEndObject();
    }

    static void WriteDateline(Utf8JsonWriter json, Dateline? dateline, Located? located)
    {
        json.WritePropertyName("dateline");
        WriteDatelineValue(json, dateline, located);
        if (located is null)
            return;
        json.WritePropertyName("located");
        WriteLocated(json, located);
    }

    static void WriteTerms(Utf8JsonWriter json, UsageTerms? terms, TermsReading? reading)
    {
        json.WritePropertyName("usageTerms");
        WriteTermsValue(json, terms, reading);
    }

    /// <summary>Writes usage terms as the value of a property that the caller has named.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="terms">The terms; null is written as null.</param>
    /// <param name="reading">Their rules, when they were read.</param>
    public static void WriteTermsValue(Utf8JsonWriter json, UsageTerms? terms, TermsReading? reading)
    {
        if (terms is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("text", terms.Text);
        JsonFields.WriteSome(json, "policy", terms.Policy);
        if (reading is not null)
            WriteTermsReadingFields(json, reading);
        json.WriteEndObject();
    }

    static void WritePictures(Utf8JsonWriter json, Take take, TakeReading? reading)
    {
        json.WriteStartArray("pictures");
        for (var i = 0; i < take.Pictures.Length; i++)
            PictureJson.Write(json, take.Pictures[i], reading?.PictureTerms.ElementAtOrDefault(i));
        json.WriteEndArray();
    }

    static void WriteExtras(Utf8JsonWriter json, Take take)
    {
        json.WriteStartArray("extras");
        foreach (var extra in take.Extras)
        {
            json.WriteStartObject();
            json.WriteString("name", extra.Name);
            json.WriteString("text", extra.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
