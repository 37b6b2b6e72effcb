using System.Collections.Frozen;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Feeds;

/// <summary>Reads the elements of a feed that its items inherit.</summary>
static class FeedHeadReader
{
    delegate FeedHead Reading(FeedHead head, XmlPart part, Func<string> line);

    static readonly FrozenDictionary<string, Reading> _readings = new Dictionary<string, Reading>
    {
        ["title"] = (head, _, line) => head with { Title = Or(head.Title, line()) },
        ["dc:title"] = (head, _, line) => head with { Title = Or(head.Title, line()) },
        ["id"] = (head, part, _) => head with { Id = part.Text.Trim() },
        ["link"] = ReadLink,
        ["language"] = (head, part, _) => head with { Language = Or(head.Language, part.TextOnOneLine) },
        ["dc:language"] = (head, part, _) => head with { Language = Or(head.Language, part.TextOnOneLine) },
        ["rights"] = (head, _, line) => head with { Rights = And(head.Rights, line()) },
        ["copyright"] = (head, _, line) => head with { Rights = And(head.Rights, line()) },
        ["dc:rights"] = (head, _, line) => head with { Rights = And(head.Rights, line()) },
        ["dcterms:rights"] = (head, _, line) => head with { Rights = And(head.Rights, line()) },
        ["author"] = (head, part, _) => head with { Author = Or(head.Author, Person.Read(part).Name) },
        ["license"] = ReadLicence,
        ["cc:license"] = ReadLicence,
        ["dcterms:license"] = ReadLicence,
    }.ToFrozenDictionary();

    /// <summary>The head with the element; null when it is of no use to the items.</summary>
    public static FeedHead? Read(XmlPart part, FeedHead head, ReadOptions options, ItemNotes notes) =>
        _readings.TryGetValue(FeedNames.Of(part), out var read)
            ? read(head, part, () => FeedText.Read(part, options, notes).Line)
            : MediaReader.IsLimiting(part) ? head with { Media = head.Media.Add(part) }
            : LimitingParts.In(FeedNames.Shown(part), part).ToList() is { Count: > 0 } limits
                ? head with
                {
                    Licence = limits.Aggregate(head.Licence,
                        (held, limit) => And(held, $"{limit.Path}: {limit.Words}")),
                }
            : null;

    /// <summary>Whether nothing is lost without it: when the feed was made, and how to poll it.</summary>
    public static bool SaysNothing(XmlPart part) => FeedNames.Of(part) is "updated" or "modified" or "lastbuilddate"
            or "pubdate" or "dc:date" or "ttl" or "docs" or "generator" or "cloud" or "skiphours" or "skipdays"
            or "items"
        || string.IsNullOrWhiteSpace(part.Text) && part.Attributes.Count == 0;

    static FeedHead ReadLink(FeedHead head, XmlPart part, Func<string> line)
    {
        var rel = AtomRels.Read(part.Attribute("rel"));
        var target = (part.Attribute("href") ?? part.TextOnOneLine).Trim();
        if (rel == "license")
            return head with { Licence = And(head.Licence, $"license: {target}") };
        return rel == LinkRels.Alternate
            ? head with { Link = Or(head.Link, References.Resolve(head.Base, target)) }
            : head;
    }

    static FeedHead ReadLicence(FeedHead head, XmlPart part, Func<string> line) =>
        head with { Licence = And(head.Licence, $"license: {part.Attribute("resource") ?? part.TextOnOneLine}") };

    /// <summary>Two texts of rights both hold.</summary>
    static string And(string held, string text) => held.Length == 0 || held == text ? text
        : text.Length == 0 ? held
        : $"{held}; {text}";

    static string Or(string held, string text) => held.Length > 0 ? held : text;
}
