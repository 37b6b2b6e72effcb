using System.Text;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Feeds;

/// <summary>
/// Reads the properties of one item of a JSON Feed. A key twice: the first holds, the other is kept beside.
/// </summary>
sealed class JsonItemReader(FeedItem item, string against)
{
    static readonly string[] _ofAttachment =
        ["url", "mime_type", "title", "size_in_bytes", "duration_in_seconds"];

    /// <summary>Reads an item.</summary>
    public static void Read(JsonElement json, FeedItem item, string against)
    {
        var reader = new JsonItemReader(item, against);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            var isTwin = !seen.Add(property.Name);
            if (isTwin)
            {
                item.Notes.Add(FeedRemarks.KeyTwice, Severity.Warning,
                    $"'{property.Name[..Math.Min(40, property.Name.Length)]}' twice: the first holds.");
            }
            if (!isTwin && reader.ReadProperty(property.Name, property.Value))
                continue;
            item.Keep(property.Name, property.Value.GetRawText());
            if (property.Name != TakeExtension.Key)
                reader.Bind(property.Name, property.Value);
        }
        if (!json.TryGetProperty("content_html", out _) && !json.TryGetProperty("content_text", out _))
            item.Notes.AddForbidden(FeedRemarks.PartMissing, Severity.Note, "Neither content_html nor content_text.");
    }

    /// <summary>Keys of the sender's own, <c>_kio: {"embargo": …}</c>: what they say of use binds.</summary>
    void Bind(string name, JsonElement value)
    {
        foreach (var limit in LimitingNames.In(name, value))
            new TermsReader(item).Bind(limit);
    }

    /// <summary>The people of <c>authors</c> (1.1) or <c>author</c> (1.0).</summary>
    public static IEnumerable<Person> Authors(JsonElement json)
    {
        IEnumerable<JsonElement> found = json.TryGetProperty("authors", out var several)
            && several.ValueKind == JsonValueKind.Array ? several.EnumerateArray()
            : json.TryGetProperty("author", out var one) ? [one] : [];
        return found.Select(author => Person.Parse(JsonText.Member(author, "name") ?? ""))
            .Where(author => author.Name.Length > 0);
    }

    bool ReadProperty(string name, JsonElement value) => name switch
    {
        "id" => Text(JsonText.Scalar(value), text =>
            item.Set(name, text.Trim(), t => t.SenderId, (t, id) => t with { SenderId = id })),
        "title" => Text(value, text => item.Set(name, OneLine.Of(HtmlReferences.Resolve(text)),
            t => t.Headline, (t, line) => t with { Headline = line })),
        "url" => Text(value, text => AddLink(LinkRels.Alternate, text)),
        "external_url" => Text(value, text => AddLink(LinkRels.Related, text)),
        "content_html" => Text(value, text =>
            item.AddContent(name, FeedText.ReadHtml(text, item.Options, item.Notes), 3, against)),
        "content_text" => Text(value, text => item.AddContent(name, FeedText.ReadPlain(text), 2, against)),
        "summary" => Text(value, text => AddSummary(name, text)),
        "date_published" => Text(value, text => item.Published = text),
        "date_modified" => Text(value, text => item.Updated = text),
        "language" => Text(value, text => item.Take = item.Take with { Language = text }),
        "image" or "banner_image" => Text(value, text => AddPicture(name, text)),
        "tags" => ReadTags(value),
        "authors" or "author" => ReadAuthors(value),
        "attachments" => ReadAttachments(value),
        TakeExtension.Key => ReadExtension(value),
        _ => false,
    };

    static bool Text(JsonElement value, Action<string> read) => Text(JsonText.String(value), read);

    static bool Text(string? text, Action<string> read)
    {
        if (text is null)
            return false;
        read(text);
        return true;
    }

    void AddLink(string rel, string target)
    {
        var address = References.Resolve(against, target);
        if (address.Length == 0)
            return;
        if (rel == LinkRels.Alternate && item.Address.Length == 0)
            item.Address = address;
        item.Links.Add(new Link(rel, address));
    }

    void AddSummary(string name, string text)
    {
        if (text.Length > 0)
            item.Descriptions.Add(new Labelled(name, text));
    }

    void AddPicture(string name, string href)
    {
        if (References.Resolve(against, href) is { Length: > 0 } resolved)
            item.Pictures.Add(new Picture { Renditions = [new Rendition(name, resolved)] });
    }

    bool ReadTags(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return false;
        foreach (var tag in value.EnumerateArray().Select(JsonText.Scalar).OfType<string>().Select(tag => tag.Trim()))
        {
            if (tag.Length > 0)
                item.Keywords.Add(tag);
        }
        return value.EnumerateArray().All(tag => JsonText.Scalar(tag) is not null);
    }

    bool ReadAuthors(JsonElement value)
    {
        var people = value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().ToList(),
            JsonValueKind.Object => [value],
            _ => [],
        };
        foreach (var person in people)
        {
            item.AddAuthor("author", Person.Parse(JsonText.Member(person, "name") ?? ""));
            item.Keep("author/url", JsonText.Member(person, "url") ?? "");
        }
        return people.Count > 0;
    }

    bool ReadAttachments(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return false;
        foreach (var attachment in value.EnumerateArray())
            ReadAttachment(attachment);
        return true;
    }

    void ReadAttachment(JsonElement json)
    {
        var href = References.Resolve(against, JsonText.Member(json, "url") ?? "");
        if (href.Length == 0)
        {
            item.Keep("attachments", json.GetRawText());
            return;
        }
        var terms = new List<string>();
        foreach (var property in json.EnumerateObject().Where(property => !_ofAttachment.Contains(property.Name)))
        {
            item.Keep($"attachments/{property.Name}", property.Value.GetRawText());
            terms.AddRange(LimitingNames.In(property.Name, property.Value)
                .Select(limit => $"{limit.Path}: {limit.Words}"));
        }
        var (type, title) = (JsonText.Member(json, "mime_type") ?? "", JsonText.Member(json, "title") ?? "");
        if (!FeedPictures.IsPicture("", type, href))
        {
            item.Links.Add(new Link(LinkRels.Enclosure, href) { MediaType = type, Title = title });
            item.AddLicence(string.Join("; ", terms));
            return;
        }
        long? bytes = json.TryGetProperty("size_in_bytes", out var size) && size.ValueKind == JsonValueKind.Number
            && size.TryGetInt64(out var number) && number > 0 ? number : null;
        item.Pictures.Add(new Picture
        {
            Caption = title,
            UsageTerms = terms.Count > 0 ? new UsageTerms(string.Join("; ", terms)) : null,
            Renditions = [new Rendition("attachment", href) { MediaType = type, Bytes = bytes }],
        });
    }

    bool ReadExtension(JsonElement value)
    {
        item.Ours = TakeExtension.Read(Encoding.UTF8.GetBytes(value.GetRawText()), item.Notes);
        return item.Ours is not null;
    }
}
