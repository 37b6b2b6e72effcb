using System.Text.Json;
using static Writethru.Copy.JsonFields;

namespace Writethru.Copy;

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
        Withheld = Words.Read<WithholdReason>(Text(json, "withheld")),
    };

    static Rendition ReadRendition(JsonElement json) => new(Text(json, "name"), Text(json, "href"))
    {
        MediaType = Text(json, "mediaType"),
        Width = Number(json, "width"),
        Height = Number(json, "height"),
        Bytes = Long(json, "bytes"),
    };
}
