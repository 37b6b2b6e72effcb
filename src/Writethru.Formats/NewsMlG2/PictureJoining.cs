using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMlG2;

/// <summary>
/// Joins picture items of a message to the story that they belong to: by a link of the story, or by a package that
/// holds one story. A picture that is stopped, embargoed or expires by itself stays an item of its own.
/// </summary>
static class PictureJoining
{
    public static void Join(List<ReadItem> items, XmlSource source)
    {
        var packages = items.Where(item => item.Part.Name == "packageItem")
            .Select(item => item.Part.SelfAndDescendants().Where(part => part.Name == "itemRef")
                .Select(part => part.Attribute("residref") ?? "")
            .ToHashSet(StringComparer.Ordinal)).ToList();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not { IsPicture: true, Take: { } picture } || picture.SenderId.Length == 0)
                continue;
            var owner = OwnerOf(picture, items, packages);
            if (owner < 0 || picture.Status != TakeStatus.Usable || picture.Embargo is not null
                || picture.Expiry is not null || !picture.Body.IsEmpty || picture.Pictures.Length != 1)
                continue;
            var story = items[owner].Take!;
            items[owner] = items[owner] with
            {
                Take = story with
                {
                    Pictures = story.Pictures.Add(picture.Descriptions.Select(text => text.Text)
                        .Aggregate(picture.Pictures[0] with { After = story.Body.Length }, LooseText.On)),
                },
            };
            items[i] = items[i] with { Take = null };
            source.Remarks.Add(NewsMlG2Remarks.PictureJoined, Severity.Note, source.At(items[i].Part),
                "A picture item of the same message belongs to a story of it: its picture goes with the story; "
                + $"of its own fields these are only in the received bytes: {Left(picture)}.");
        }
    }

    static int OwnerOf(Take picture, List<ReadItem> items, List<HashSet<string>> packages)
    {
        var stories = Enumerable.Range(0, items.Count)
            .Where(i => items[i] is { IsPicture: false, Take: not null }).ToList();
        var linked = stories.Where(i => items[i].Take!.Links.Any(link => link.Target == picture.SenderId)).ToList();
        if (linked.Count > 0)
            return linked.Count == 1 ? linked[0] : -1;
        var together = packages.Where(refs => refs.Contains(picture.SenderId))
            .Select(refs => stories.Where(i => refs.Contains(items[i].Take!.SenderId)).ToList())
            .Where(found => found.Count == 1).Select(found => found[0]).Distinct().ToList();
        return together.Count == 1 ? together[0] : -1;
    }

    static string Left(Take take)
    {
        var names = new List<string>();
        void Name(string name, bool isThere)
        {
            if (isThere)
                names.Add(name);
        }
        Name("notes", take.Notes.Any(note => !note.IsPublic));
        Name("slug", take.Slug.Length > 0);
        Name("byline", take.Byline.Length > 0);
        Name("subjects", !take.Subjects.IsEmpty || !take.Genres.IsEmpty);
        Name("places", !take.Places.IsEmpty || take.Dateline is not null);
        Name("people", !take.People.IsEmpty || !take.Organisations.IsEmpty);
        Name("keywords", !take.Keywords.IsEmpty);
        Name("headlines", !take.Headlines.IsEmpty);
        Name("extras", !take.Extras.IsEmpty);
        return names.Count > 0 ? string.Join(", ", names) : "none";
    }
}
