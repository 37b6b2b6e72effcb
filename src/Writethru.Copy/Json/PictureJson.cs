using System.Text.Json;
using static Writethru.Copy.Json.JsonFields;

namespace Writethru.Copy.Json;

/// <summary>A picture in the canonical JSON of its take.</summary>
static class PictureJson
{
    public static void Write(Utf8JsonWriter json, Picture picture, TermsReading? terms)
    {
        json.WriteStartObject();
        json.WriteNumber("after", picture.After);
        if (picture.Withheld is { } reason)
            json.WriteString("withheld", Words.Of(reason));
        else
            WriteFields(json, picture, terms);
        json.WriteEndObject();
    }

    static void WriteFields(Utf8JsonWriter json, Picture picture, TermsReading? terms)
    {
        json.WriteString("caption", picture.Caption);
        json.WriteString("credit", picture.Credit);
        json.WriteString("source", picture.Source);
        json.WritePropertyName("usageTerms");
        CanonicalJson.WriteTermsValue(json, picture.UsageTerms, terms);
        WriteSome(json, "headline", picture.Headline);
        WriteSome(json, "copyrightNotice", picture.CopyrightNotice);
        WriteSome(json, "senderId", picture.SenderId);
        WriteSome(json, "renditions", picture.Renditions, WriteRendition);
        WriteSome(json, "id", picture.Id);
        WriteSome(json, "creator", picture.Creator);
        WriteSome(json, "instructions", picture.Instructions);
        WriteSome(json, "city", picture.City);
        WriteSome(json, "country", picture.Country);
        WriteSome(json, "countryCode", picture.CountryCode);
        MetadataJson.WriteTime(json, "taken", picture.Taken);
        WriteSome(json, "keywords", picture.Keywords, (to, keyword) => to.WriteStringValue(keyword));
        WriteSome(json, "subjectCodes", picture.SubjectCodes, (to, code) => to.WriteStringValue(code));
        WriteSome(json, "licensor", picture.Licensor);
        WriteSome(json, "dataMining", picture.DataMining);
        WriteSome(json, "digitalSourceType", picture.DigitalSourceType);
    }

    static void WriteRendition(Utf8JsonWriter json, Rendition rendition)
    {
        json.WriteStartObject();
        json.WriteString("name", rendition.Name);
        json.WriteString("href", rendition.Href);
        WriteSome(json, "mediaType", rendition.MediaType);
        WriteSome(json, "width", rendition.Width);
        WriteSome(json, "height", rendition.Height);
        WriteSome(json, "bytes", rendition.Bytes);
        WriteSome(json, "sha256", rendition.Sha256);
        json.WriteEndObject();
    }

    public static Picture Read(JsonElement json) => new()
    {
        After = Number(json, "after") ?? 0,
        Caption = Text(json, "caption"),
        Credit = Text(json, "credit"),
        Source = Text(json, "source"),
        UsageTerms = CanonicalJson.ReadTerms(json),
        Headline = Text(json, "headline"),
        CopyrightNotice = Text(json, "copyrightNotice"),
        SenderId = Text(json, "senderId"),
        Renditions = Items(json, "renditions", ReadRendition),
        Id = Text(json, "id"),
        Creator = Text(json, "creator"),
        Instructions = Text(json, "instructions"),
        City = Text(json, "city"),
        Country = Text(json, "country"),
        CountryCode = Text(json, "countryCode"),
        Taken = MetadataJson.ReadTime(json, "taken"),
        Keywords = Items(json, "keywords", item => item.GetString() ?? ""),
        SubjectCodes = Items(json, "subjectCodes", item => item.GetString() ?? ""),
        Licensor = Text(json, "licensor"),
        DataMining = Text(json, "dataMining"),
        DigitalSourceType = Text(json, "digitalSourceType"),
        Withheld = Words.Read<WithholdReason>(Text(json, "withheld")),
    };

    static Rendition ReadRendition(JsonElement json) => new(Text(json, "name"), Text(json, "href"))
    {
        MediaType = Text(json, "mediaType"),
        Width = Number(json, "width"),
        Height = Number(json, "height"),
        Bytes = Long(json, "bytes"),
        Sha256 = Text(json, "sha256"),
    };
}
