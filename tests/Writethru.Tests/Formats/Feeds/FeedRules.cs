using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Writethru.Tests.Formats.Feeds;

/// <summary>
/// The main rules by which the feed validator judges, written from the standards: RFC 4287, RFC 6721, RSS 2.0, JSON
/// Feed 1.1. Each gives what is wrong; nothing means that the feed passes.
/// </summary>
static partial class FeedRules
{
    static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";
    static readonly XNamespace _at = "http://purl.org/atompub/tombstones/1.0";
    static readonly XNamespace _content = "http://purl.org/rss/1.0/modules/content/";

    public static List<string> Check(string format, byte[] bytes) => format switch
    {
        "atom" => Atom(XDocument.Load(new MemoryStream(bytes)).Root!),
        "rss" => Rss(XDocument.Load(new MemoryStream(bytes)).Root!),
        _ => Json(bytes),
    };

    public static List<string> Atom(XElement feed)
    {
        var faults = new List<string>();
        if (feed.Name != _atom + "feed")
            faults.Add("root is no feed");
        ExactlyOne(feed, faults, _atom, "id", "title", "updated");
        foreach (var entry in feed.Elements(_atom + "entry"))
        {
            ExactlyOne(entry, faults, _atom, "id", "title", "updated", "content");
            AtMostOne(entry, faults, _atom, "published", "rights", "summary", "source");
            if (!entry.Elements(_atom + "author").Any() && !feed.Elements(_atom + "author").Any())
                faults.Add("no author");
            CheckHtml(entry.Element(_atom + "content")?.Value ?? "", faults);
            var alternates = entry.Elements(_atom + "link").Where(link => (string?)link.Attribute("rel") == "alternate")
                .Select(link => (string?)link.Attribute("type") ?? "").ToList();
            if (alternates.Distinct().Count() != alternates.Count)
                faults.Add("two alternate links of one type");
        }
        foreach (var dead in feed.Elements(_at + "deleted-entry"))
            faults.AddRange([.. IriFaults(dead.Attribute("ref")?.Value), .. DateFaults(dead.Attribute("when")?.Value)]);
        faults.AddRange(feed.Descendants(_atom + "id").SelectMany(id => IriFaults(id.Value)));
        foreach (var name in (string[])["updated", "published"])
            faults.AddRange(feed.Descendants(_atom + name).SelectMany(date => DateFaults(date.Value)));
        faults.AddRange(feed.Descendants(_atom + "link").SelectMany(link => IriFaults(link.Attribute("href")?.Value)));
        faults.AddRange(feed.Descendants(_atom + "author").Where(author =>
            string.IsNullOrWhiteSpace(author.Element(_atom + "name")?.Value)).Select(_ => "an author without a name"));
        faults.AddRange(feed.Descendants(_atom + "category").Where(category =>
            string.IsNullOrEmpty(category.Attribute("term")?.Value)).Select(_ => "a category without a term"));
        faults.AddRange(feed.Descendants(_atom + "category").Attributes("scheme").SelectMany(a => IriFaults(a.Value)));
        return faults;
    }

    public static List<string> Rss(XElement rss)
    {
        var faults = new List<string>();
        if (rss.Name != "rss" || rss.Attribute("version")?.Value != "2.0" || rss.Elements("channel").Count() != 1)
            return ["root is no rss 2.0 with one channel"];
        var channel = rss.Element("channel")!;
        ExactlyOne(channel, faults, XNamespace.None, "title", "link", "description");
        faults.AddRange(IriFaults(channel.Element("link")?.Value));
        foreach (var item in channel.Elements("item"))
        {
            AtMostOne(item, faults, XNamespace.None, "title", "link", "description", "guid", "pubDate", "enclosure",
                "author", "source");
            AtMostOne(item, faults, _content, "encoded");
            if (item.Element("title") is null && item.Element("description") is null)
                faults.Add("neither title nor description");
            if (item.Element("guid") is not { } guid || guid.Attribute("isPermaLink")?.Value != "false")
                faults.Add("no guid, or one that says it is a link");
            if (item.Element("link") is { } link)
                faults.AddRange(IriFaults(link.Value));
            CheckHtml(item.Element(_content + "encoded")?.Value ?? "", faults);
        }
        if (!channel.Elements("item").Elements("guid").All(guid => guid.Value.Length > 0))
            faults.Add("an empty guid");
        faults.AddRange(rss.Descendants().Where(e => e.Name == "pubDate" || e.Name == "lastBuildDate")
            .Where(date => !DateTime.TryParseExact(date.Value, "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
                CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            .Select(date => $"'{date.Value}' is no date of RFC 822"));
        faults.AddRange(rss.Descendants("enclosure").Where(file =>
            !long.TryParse(file.Attribute("length")?.Value, out _)
            || file.Attribute("type")?.Value.Contains('/', StringComparison.Ordinal) is not true)
            .Select(_ => "an enclosure without length or type"));
        faults.AddRange(rss.Descendants("enclosure").SelectMany(file => IriFaults(file.Attribute("url")?.Value)));
        return faults;
    }

    public static List<string> Json(byte[] bytes)
    {
        var faults = new List<string>();
        using var document = JsonDocument.Parse(bytes);
        var feed = document.RootElement;
        if (Text(feed, "version") != "https://jsonfeed.org/version/1.1" || Text(feed, "title").Length == 0)
            faults.Add("no version or title");
        foreach (var item in feed.GetProperty("items").EnumerateArray())
        {
            faults.AddRange(IriFaults(Text(item, "id")));
            if (!item.TryGetProperty("content_html", out _) && !item.TryGetProperty("content_text", out _))
                faults.Add("no content");
            CheckHtml(Text(item, "content_html"), faults);
            foreach (var key in (string[])["date_published", "date_modified"])
            {
                if (item.TryGetProperty(key, out var date))
                    faults.AddRange(DateFaults(date.GetString()));
            }
            foreach (var key in (string[])["url", "external_url", "image"])
            {
                if (item.TryGetProperty(key, out var address))
                    faults.AddRange(IriFaults(address.GetString()));
            }
            if (item.TryGetProperty("attachments", out var files))
            {
                faults.AddRange(files.EnumerateArray().Where(file => Text(file, "mime_type").Length == 0
                    || Text(file, "url").Length == 0).Select(_ => "an attachment without url or media type"));
            }
        }
        return faults;
    }

    static string Text(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    static void ExactlyOne(XElement part, List<string> faults, XNamespace ns, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (part.Elements(ns + name).Count() != 1)
                faults.Add($"{part.Name.LocalName} has {part.Elements(ns + name).Count()} {name}, not one");
        }
    }

    static void AtMostOne(XElement part, List<string> faults, XNamespace ns, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (part.Elements(ns + name).Count() > 1)
                faults.Add($"{part.Name.LocalName} has several {name}");
        }
    }

    static IEnumerable<string> IriFaults(string? iri) => iri is not null && AbsoluteIri().IsMatch(iri)
        ? []
        : [$"'{iri}' is no absolute IRI"];

    static IEnumerable<string> DateFaults(string? date) => date is not null && Rfc3339().IsMatch(date)
        ? []
        : [$"'{date}' is no date of RFC 3339"];

    static void CheckHtml(string html, List<string> faults)
    {
        if (Script().IsMatch(html))
            faults.Add($"script in '{html}'");
    }

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>""{}|\\^`]+$")]
    private static partial Regex AbsoluteIri();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Rfc3339();

    [GeneratedRegex(@"<(script|iframe|object|embed|style|meta|form)\b|<[^>]*\s(on\w+|style)=|"
        + @"(href|src)=""\s*(javascript|vbscript|data):",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Script();
}
