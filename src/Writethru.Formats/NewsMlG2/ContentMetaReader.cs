using System.Collections.Frozen;
using Writethru.Copy;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.NewsMlG2;

/// <summary>Reads <c>contentMeta</c>: headlines, bylines, places, subjects.</summary>
sealed class ContentMetaReader(ItemReading item)
{
    const string ConceptNature = "http://cv.iptc.org/newscodes/cpnature/";

    static readonly FrozenDictionary<string, Action<ContentMetaReader, XmlPart>> _homes =
        new Dictionary<string, Action<ContentMetaReader, XmlPart>>
        {
            ["urgency"] = (meta, part) => meta.ReadUrgency(part),
            ["located"] = (meta, part) => meta.AddConcept(part, lists => lists.Places),
            ["creator"] = (meta, part) => meta._creators.Add(part),
            ["infoSource"] = (meta, part) => meta.ReadSource(part),
            ["genre"] = (meta, part) => meta.AddConcept(part, lists => lists.Genres),
            ["language"] = (meta, part) => meta.ReadLanguage(part),
            ["keyword"] = (meta, part) => meta.AddKeyword(part),
            ["subject"] = (meta, part) => meta.ReadSubject(part),
            ["slugline"] = (meta, part) => meta.Once(part, t => t.Slug, (t, text) => t with { Slug = text }),
            ["headline"] = (meta, part) => meta._headlines.Add(part),
            ["dateline"] = (meta, part) => meta.ReadDateline(part),
            ["by"] = (meta, part) => meta.ReadByline(part),
            ["creditline"] = (meta, part) =>
                meta.Once(part, t => t.CreditLine, (t, text) => t with { CreditLine = text }),
            ["description"] = (meta, part) => meta.ReadDescription(part),
        }.ToFrozenDictionary();

    static readonly FrozenSet<string> _plainAttributes = new[]
    {
        "qcode", "uri", "literal", "type", "typeuri", "rank", "id", "lang", "role", "space",
    }.ToFrozenSet();

    readonly List<XmlPart> _headlines = [];
    readonly List<XmlPart> _creators = [];

    /// <summary>
    /// The text of the dateline property; empty: our writer says that there is none; null: nothing is said.
    /// </summary>
    public string? Dateline { get; private set; }

    public void Read(XmlPart meta)
    {
        foreach (var part in meta.Children)
        {
            if (_homes.TryGetValue(part.Name, out var read))
                read(this, part);
            else
                item.Keep($"contentMeta/{part.Name}", part);
        }
        ReadHeadlines();
        ReadCreators();
    }

    void Set(Func<Take, Take> set) => item.Take = set(item.Take);

    void Add(XmlPart part, Func<Take, string, Take> set)
    {
        if (Texts.Of(part) is { Length: > 0 } text)
            Set(t => set(t, text));
    }

    void Once(XmlPart part, Func<Take, string> get, Func<Take, string, Take> set)
    {
        if (get(item.Take).Length == 0)
            Add(part, set);
        else
            item.Keep($"contentMeta/{part.Name}", part);
    }

    void ReadUrgency(XmlPart part)
    {
        if (int.TryParse(part.Text.Trim(), out var urgency) && urgency is >= 1 and <= 9)
            Set(t => t with { Urgency = urgency });
        else
        {
            item.Remark(NewsMlG2Remarks.ValueUnreadable, Severity.Warning, part,
                "'urgency': expected 1 to 9; kept as it came.");
            item.Keep("contentMeta/urgency", part);
        }
    }

    /// <summary>
    /// Names in further languages, broader concepts and the like have no home: the whole is kept beside it.
    /// </summary>
    void AddConcept(XmlPart part, Func<ItemLists, List<Concept>> list)
    {
        var concept = item.Codes.ConceptOf(part);
        if (concept is { Code: "", Name: "" })
            item.Keep($"contentMeta/{part.Name}", part);
        else
        {
            list(item.Lists).Add(concept);
            if (part.Children.Count() > 1 || part.Children.Any(child => child.Name != "name")
                || part.Attributes.Any(attribute => !_plainAttributes.Contains(attribute.Name))
                || part.Attribute("qcode") is not null && part.Attribute("literal") is not null)
                item.Keep($"contentMeta/{part.Name}", part);
        }
    }

    void ReadSubject(XmlPart part) => AddConcept(part, NatureOf(part) switch
    {
        "person" => lists => lists.People,
        "organisation" or "organization" => lists => lists.Organisations,
        "geoArea" or "poi" or "POI" => lists => lists.Places,
        _ => lists => lists.Subjects,
    });

    /// <summary>The kind of concept, by the local part: senders have aliases of their own for IPTC's words.</summary>
    static string NatureOf(XmlPart part)
    {
        if (part.Attribute("type") is { } qcode)
            return qcode.Trim()[(qcode.Trim().IndexOf(':') + 1)..];
        return part.Attribute("typeuri") is { } uri && uri.StartsWith(ConceptNature, StringComparison.Ordinal)
            ? uri[ConceptNature.Length..]
            : "";
    }

    void ReadSource(XmlPart part)
    {
        var source = item.Codes.ConceptOf(part);
        var name = source.Name.Length > 0 ? source.Name : source.Code;
        if (item.Take.Source.Length == 0 && name.Length > 0)
            Set(t => t with { Source = name });
        else
            item.Keep("contentMeta/infoSource", part);
    }

    void ReadLanguage(XmlPart part)
    {
        if (item.Take.Language.Length == 0 && part.Attribute("tag")?.Trim() is { Length: > 0 } tag)
            Set(t => t with { Language = tag });
        else
            item.Keep("contentMeta/language", part);
    }

    void ReadDateline(XmlPart part)
    {
        if (Dateline is not null)
            item.Keep("contentMeta/dateline", part);
        else if (item.Codes.IsOurs(part.Attribute("role")))
            Dateline = "";
        else if (Texts.Of(part) is { Length: > 0 } text)
            Dateline = text;
    }

    void ReadByline(XmlPart part)
    {
        var text = Texts.Of(part);
        if (item.Take.Byline.Length == 0 && text.Length > 0)
            Set(t => t with { Byline = item.Codes.IsOurs(part.Attribute("role")) ? text : Bylines.WithoutBy(text) });
        else
            item.Keep("contentMeta/by", part);
    }

    /// <summary>Without a byline the creators are one where they are named; beside a byline they are kept.</summary>
    void ReadCreators()
    {
        var names = _creators.Select(part => item.Codes.ConceptOf(part))
            .Select(creator => creator.Name.Length > 0 ? creator.Name : creator.Code).ToList();
        var isByline = item.Take.Byline.Length == 0 && names.Exists(IsName);
        if (isByline)
            Set(t => t with { Byline = string.Join(", ", names.Where(IsName)) });
        foreach (var part in _creators.Where(part =>
            !isByline || part.Attributes.Count > 0 || part.Children.Count() != 1))
            item.Keep("contentMeta/creator", part);
    }

    /// <summary>Whether it is a person's or a desk's name, and not the name of an account.</summary>
    static bool IsName(string name) => name.Contains(' ') || name.Any(c => c > 0x2E7F);

    /// <summary>The headline is the one without a role, of the lowest rank, in the language of the copy.</summary>
    void ReadHeadlines()
    {
        var all = _headlines.Where(part => Texts.Of(part).Length > 0).ToList();
        if (all.Count == 0)
            return;
        var language = item.Take.Language;
        var main = all.OrderBy(part => part.Attribute("lang") is { } tag && language.Length > 0 && tag != language)
            .ThenBy(part => item.Codes.RoleOf(part) is not ("" or "main"))
            .ThenBy(part => int.TryParse(part.Attribute("rank"), out var rank) ? rank : 0).First();
        var others = all.Where(part => part != main);
        if (item.Codes.IsOurs(main.Attribute("role")))
            others = all;
        else
            Set(t => t with { Headline = Texts.Of(main) });
        var labelled = others.Select(part => new Labelled(RoleOf(part, "rank:"), Texts.Of(part)));
        Set(t => t with { Headlines = [.. labelled] });
    }

    void ReadDescription(XmlPart part)
    {
        if (Texts.Of(part) is { Length: > 0 } text)
        {
            item.Lists.Descriptions.Add(new Labelled(item.Codes.RoleOf(part), text));
            if (!item.Codes.AreOurs && Restrictions.Alone(text) is { } limit)
                item.Terms.Add(limit);
        }
    }

    void AddKeyword(XmlPart part)
    {
        if (Texts.Of(part) is { Length: > 0 } text)
            item.Lists.Keywords.Add(text);
    }

    string RoleOf(XmlPart part, string rank)
    {
        var role = item.Codes.RoleOf(part);
        return role.Length > 0 || item.Codes.IsOurs(part.Attribute("role")) ? role
            : part.Attribute("rank") is { } number ? rank + number.Trim() : "";
    }
}
