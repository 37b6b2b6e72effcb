using System.Collections.Immutable;
using System.Text.Json;

namespace Writethru.Copy;

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
        return new Take
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
            Body = Items(json, "body", item => new Paragraph(Text(item, "text"))),
            Pictures = Items(json, "pictures", ReadPicture),
            Extras = Items(json, "extras", item => new Extra(Text(item, "name"), Text(item, "text"))),
        };
    }

    static Dateline ReadDateline(JsonElement json) => new()
    {
        Text = Text(json, "text"),
        Places = Items(json, "places", item => item.GetString() ?? ""),
        Region = Text(json, "region"),
        Date = PrintedDate.Parse(Text(json, "date")),
        Agency = Text(json, "agency"),
    };

    static Picture ReadPicture(JsonElement json) => new()
    {
        After = Number(json, "after") ?? 0,
        Caption = Text(json, "caption"),
        Credit = Text(json, "credit"),
        Source = Text(json, "source"),
        UsageTerms = ReadTerms(json),
        Withheld = Words.Read<WithholdReason>(Text(json, "withheld")),
    };

    static UsageTerms? ReadTerms(JsonElement json) =>
        Child(json, "usageTerms") is { } terms ? new UsageTerms(Text(terms, "text")) : null;

    static string Text(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    static int? Number(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out var number)
            ? number
            : null;

    static JsonElement? Child(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    static ImmutableArray<T> Items<T>(JsonElement json, string key, Func<JsonElement, T> read) =>
        json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(read)]
            : [];
}
