using System.Collections.Immutable;
using System.Globalization;
using Writethru.Copy;
using Writethru.Copy.Datelines;

namespace Writethru.Formats.NewsMlG2;

/// <summary>Writes <c>contentMeta</c>, in the order of the standard.</summary>
static class ContentMetaWriter
{
    public static void Write(ItemMarkup item, Take take, string? language)
    {
        item.Start("contentMeta");
        if (take.Urgency is { } urgency and >= 1 and <= 9)
            item.Line("urgency", urgency.ToString(CultureInfo.InvariantCulture), "");
        else if (take.Urgency is not null)
            item.Omit("urgency", "The standard allows 1 to 9.");
        if (take.Source.Length > 0)
            item.Start("infoSource").Line("name", take.Source, "source").End("infoSource");
        if (language is not null)
            item.Empty("language", ("tag", language));
        Concepts(item, "genre", take.Genres, "genres");
        for (var i = 0; i < take.Keywords.Length; i++)
            item.Line("keyword", take.Keywords[i], $"keywords[{i}]");
        Concepts(item, "subject", take.Subjects, "subjects");
        Concepts(item, "subject", take.People, "people", "cpnat:person");
        Concepts(item, "subject", take.Organisations, "organisations", "cpnat:organisation");
        Concepts(item, "subject", take.Places, "places", "cpnat:geoArea");
        item.Line("slugline", take.Slug, "slug");
        item.Block("headline", take.Headline, "headline");
        for (var i = 0; i < take.Headlines.Length; i++)
        {
            item.Block("headline", take.Headlines[i].Text, $"headlines[{i}].text",
                ("role", Roles.Ours(take.Headlines[i].Role)));
        }
        WriteDateline(item, take);
        item.Block("by", take.Byline, "byline",
            ("role", Bylines.WithoutBy(take.Byline) == take.Byline ? null : Roles.Ours("")));
        item.Line("creditline", take.CreditLine, "creditLine");
        for (var i = 0; i < take.Descriptions.Length; i++)
        {
            item.Block("description", take.Descriptions[i].Text, $"descriptions[{i}].text",
                ("role", take.Descriptions[i].Role.Length > 0 ? Roles.Of(take.Descriptions[i].Role) : null));
        }
        if (take is { Kind: TakeKind.Picture, Pictures: [{ Withheld: null } picture] })
            item.Block("description", picture.Caption, "pictures[0].caption", ("role", PictureItem.CaptionRole));
        item.End("contentMeta");
    }

    static void Concepts(
        ItemMarkup item, string element, ImmutableArray<Concept> concepts, string field, string? type = null)
    {
        for (var i = 0; i < concepts.Length; i++)
            item.Concept(element, concepts[i], $"{field}[{i}]", type);
    }

    /// <summary>An empty dateline says that there is none where copy looks as if there were.</summary>
    static void WriteDateline(ItemMarkup item, Take take)
    {
        if (take.Dateline is { } dateline)
        {
            if (!OpeningDateline.IsCarriedByText(dateline))
                item.Omit("dateline", "Its parts do not follow from its text; only that is carried.");
            item.Block("dateline", dateline.Text, "dateline");
        }
        else if (!take.Body.IsEmpty && DatelineGrammar.Find(take.Body[0].Text) is not null)
            item.Empty("dateline", ("role", Roles.Ours(Roles.None)));
    }
}
