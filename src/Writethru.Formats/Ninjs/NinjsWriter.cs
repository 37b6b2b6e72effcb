using System.Globalization;
using System.Text.Json;
using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>A take as one ninjs 3.1 object.</summary>
static class NinjsWriter
{
    public static void Write(Utf8JsonWriter json, FiledTake filed)
    {
        var take = filed.Take;
        json.WriteStartObject();
        WriteIdentity(json, filed);
        if (take.Urgency is { } urgency)
            json.WriteNumber("urgency", urgency);
        if (take.Embargo?.Until is { } until)
            json.WriteString("embargoedUntil", Instant.Write(until));
        Text(json, "language", take.Language);
        Text(json, "slugline", take.Slug);
        Text(json, "by", take.Byline);
        Text(json, "located", string.Join('/', take.Dateline?.Places ?? []));
        Text(json, "edNote", take.Advisory?.Text ?? "");
        Text(json, "usageTerms", take.UsageTerms?.Text ?? "");
        if (take.Headline.Length > 0)
        {
            json.WriteStartArray("headlines");
            WritePart(json, "main", "", take.Headline);
            json.WriteEndArray();
        }
        WriteDescriptions(json, take);
        WriteBodies(json, take);
        WriteInfoSources(json, take);
        WritePictures(json, filed);
        json.WriteEndObject();
    }

    static void WriteIdentity(Utf8JsonWriter json, FiledTake filed)
    {
        json.WriteStartObject("standard");
        json.WriteString("name", "ninjs");
        json.WriteString("version", "3.1");
        json.WriteString("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#");
        json.WriteEndObject();
        json.WriteString("uri", $"urn:writethru:{filed.Story.Value}");
        json.WriteString("version", filed.Number.ToString(CultureInfo.InvariantCulture));
        json.WriteString("type", "text");
        json.WriteString("versionCreated", Instant.Write(filed.FiledAt));
        json.WriteString("pubStatus", Words.Of(Notice.Of(filed).Status));
    }

    static void WriteDescriptions(Utf8JsonWriter json, Take take)
    {
        List<(string Role, string Text)> parts = [];
        if (take.Series.Length > 0)
            parts.Add((NinjsRoles.Series, take.Series));
        if (take.Dateline is { } dateline)
            parts.Add((NinjsRoles.Dateline, dateline.Text));
        else if (!take.Body.IsEmpty && DatelineGrammar.Find(take.Body[0].Text) is not null)
            parts.Add((NinjsRoles.Dateline, ""));
        if (take.Embargo is { } embargo && (embargo.Until is not { } until || embargo.Text != Instant.Write(until)))
            parts.Add((NinjsRoles.Embargo, embargo.Text));
        else if (take.Embargo is null && take.Advisory is { } note && EmbargoWords.OfNote(note.Text) is not null)
            parts.Add((NinjsRoles.Embargo, ""));
        if (take.EndMark.Length > 0)
            parts.Add((NinjsRoles.EndMark, take.EndMark));
        parts.AddRange(take.Extras.Where(extra => NinjsRoles.CarriesExtra(extra.Name))
            .Select(extra => (NinjsRoles.Prefix + extra.Name, extra.Text)));
        if (parts.Count == 0)
            return;
        json.WriteStartArray("descriptions");
        foreach (var (role, text) in parts)
            WritePart(json, role, "", text);
        json.WriteEndArray();
    }

    /// <summary>Plain text, parted by empty lines; HTML where a paragraph holds what that cannot carry.</summary>
    static void WriteBodies(Utf8JsonWriter json, Take take)
    {
        List<string> paragraphs = [.. take.Body.Select(paragraph => paragraph.Text)];
        if (take.Dateline is { Text.Length: > 0 } dateline && paragraphs.Count > 0)
            paragraphs[0] = $"{dateline.Text} {paragraphs[0]}";
        if (paragraphs.Count == 0)
            return;
        json.WriteStartArray("bodies");
        var plain = PlainParagraphs.Join(paragraphs);
        if (PlainParagraphs.Part(plain).SequenceEqual(paragraphs))
            WritePart(json, "main", "text/plain", plain);
        else
            WritePart(json, "main", "text/html", HtmlParagraphs.Join(paragraphs));
        json.WriteEndArray();
    }

    static void WriteInfoSources(Utf8JsonWriter json, Take take)
    {
        if (take.CreditLine.Length == 0 && take.Contact.Length == 0)
            return;
        json.WriteStartArray("infoSources");
        if (take.CreditLine.Length > 0)
            WriteSource(json, NinjsRoles.CreditLine, take.CreditLine);
        if (take.Contact.Length > 0)
        {
            json.WriteStartObject();
            json.WriteString("role", NinjsRoles.Contact);
            json.WriteStartArray("contactInfo");
            json.WriteStartObject();
            json.WriteString("value", take.Contact);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void WritePictures(Utf8JsonWriter json, FiledTake filed)
    {
        if (filed.Take.Pictures.IsEmpty)
            return;
        json.WriteStartArray("associations");
        for (var i = 0; i < filed.Take.Pictures.Length; i++)
            WritePicture(json, filed.Take.Pictures[i], $"urn:writethru:{filed.Story.Value}:picture:{i + 1}", i + 1);
        json.WriteEndArray();
    }

    static void WritePicture(Utf8JsonWriter json, Picture picture, string uri, int number)
    {
        json.WriteStartObject();
        json.WriteString("uri", uri);
        json.WriteString("name", $"picture-{number.ToString(CultureInfo.InvariantCulture)}");
        json.WriteString("rel", NinjsRoles.AfterParagraph + picture.After.ToString(CultureInfo.InvariantCulture));
        json.WriteString("type", "picture");
        if (picture.Withheld is { } reason)
        {
            json.WriteString("pubStatus", "withheld");
            json.WriteString("edNote", NinjsRoles.Withheld + Words.Of(reason));
        }
        else
        {
            Text(json, "usageTerms", picture.UsageTerms?.Text ?? "");
            json.WriteStartArray("descriptions");
            WritePart(json, NinjsRoles.Caption, "", picture.Caption);
            json.WriteEndArray();
            json.WriteStartArray("infoSources");
            if (picture.Credit.Length > 0)
                WriteSource(json, NinjsRoles.Credit, picture.Credit);
            if (picture.Source.Length > 0)
                WriteSource(json, NinjsRoles.Source, picture.Source);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    static void WritePart(Utf8JsonWriter json, string role, string contentType, string value)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        Text(json, "contentType", contentType);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    static void WriteSource(Utf8JsonWriter json, string role, string name)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    static void Text(Utf8JsonWriter json, string key, string value)
    {
        if (value.Length > 0)
            json.WriteString(key, value);
    }
}
