using System.Text.Json;
using static Writethru.Copy.Json.JsonFields;

namespace Writethru.Copy.Json;

public static partial class CanonicalJson
{
    /// <summary>Reads what <see cref="Write"/> wrote. Keys that are not known are passed over.</summary>
    /// <exception cref="JsonException">The element is not a take in this form.</exception>
    public static Take ReadTake(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || Number(json, "form") is not Form)
            throw new JsonException($"Expected a take in form {Form}.");
        var embargoText = Text(json, "embargoText");
        var until = Instant.Parse(Text(json, "embargo"));
        return MetadataJson.Read(json, new Take
        {
            Headline = Text(json, "headline"),
            Slug = Text(json, "slug"),
            Urgency = Number(json, "urgency"),
            Series = Text(json, "series"),
            Advisory = Child(json, "advisory") is { } advisory ? new Advisory(Text(advisory, "text")) : null,
            Dateline = Child(json, "dateline") is { } dateline ? ReadDateline(dateline) : null,
            Byline = Text(json, "byline"),
            Contact = Text(json, "contact"),
            EndMark = Text(json, "endMark"),
            SenderId = Text(json, "senderId"),
            SenderVersion = Text(json, "senderVersion"),
            Status = Words.Read<TakeStatus>(Text(json, "status")) ?? TakeStatus.Usable,
            Embargo = embargoText.Length > 0 || until is not null ? new Embargo(embargoText, until) : null,
            Language = Text(json, "language"),
            CreditLine = Text(json, "creditLine"),
            UsageTerms = ReadTerms(json),
            Body = BodyJson.Read(json),
            Pictures = Items(json, "pictures", PictureJson.Read),
            Extras = Items(json, "extras", item => new Extra(Text(item, "name"), Text(item, "text"))),
        });
    }

    static Dateline ReadDateline(JsonElement json) => new()
    {
        Text = Text(json, "text"),
        Places = Items(json, "places", item => item.GetString() ?? ""),
        Region = Text(json, "region"),
        Date = PrintedDate.Parse(Text(json, "date")),
        Agency = Text(json, "agency"),
    };

    internal static UsageTerms? ReadTerms(JsonElement json) =>
        Child(json, "usageTerms") is { } terms
            ? new UsageTerms(Text(terms, "text")) { Policy = Text(terms, "policy") }
            : null;
}
