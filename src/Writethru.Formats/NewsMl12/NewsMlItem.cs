using System.Collections.Immutable;
using System.Globalization;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;
using Writethru.Formats.Profiles;

namespace Writethru.Formats.NewsMl12;

/// <summary>Reads one NewsItem.</summary>
sealed class NewsMlItem(XmlPart item, XmlPart? envelope, NewsMlDraft draft)
{
    readonly NewsMlComponents _components = new(draft);

    /// <summary>More paragraphs or pictures than allowed: the document is to be refused.</summary>
    public bool IsTooMuch { get; private set; }

    /// <summary>The item as one without copy; meant for when <see cref="Read"/> gives null.</summary>
    public ItemWithoutCopy WithoutCopy => new(
        draft.Kind, draft.Take.SenderId, draft.Take.Headline.Length > 0 ? draft.Take.Headline : draft.NameLabel);

    /// <summary>The take, also where the item holds no copy; meant for after <see cref="Read"/>.</summary>
    public Take Whole { get; private set; } = new();

    /// <summary>The take; null when the item holds no copy.</summary>
    /// <param name="around">The item that this one stands in, which binds it too; null when there is none.</param>
    public Take? Read(Take? around)
    {
        draft.Profile = draft.Options.Profile ?? RecogniseProfile();
        NewsMlManagement.Read(item, envelope, draft);
        foreach (var component in item.All("NewsComponent"))
            _components.Read(component);
        foreach (var comment in item.All("Comment"))
        {
            var name = comment.Attribute("FormalName") ?? "";
            draft.ReadField($"NewsItem/Comment/{name}".TrimEnd('/'), name, comment.TextOnOneLine, comment);
        }
        var copy = _components.Choose() ?? NewsMlUpdates.Read(item, draft) ?? TextContent.None;
        NewsMlNitf.Merge(copy.Copy, draft);
        if (copy.Head is { } head)
            NewsMlNitfHead.Read(head, draft);
        var take = Finish(copy.Copy);
        if (around is not null)
        {
            take = Around.Bind(take, around);
            draft.Say(NewsMlRemarks.PartStopped, Severity.Warning, item,
                "An item inside of one that is stopped, embargoed or limited: it is so too.");
        }
        Whole = take;
        IsTooMuch = _components.IsTooMuch || take.Body.Length > draft.Options.MaxParagraphs
            || take.Pictures.Length > draft.Options.MaxParagraphs;
        SayKept(take);
        return HoldsCopy(take) ? take : null;
    }

    ProviderProfile? RecogniseProfile() => ProviderProfiles.Recognise(
        item.Child("Identification", "NewsIdentifier", "ProviderId")?.TextOnOneLine,
        envelope?.Child("SentFrom", "Party")?.Attribute("FormalName"),
        item.SelfAndDescendants().FirstOrDefault(part => part.Name == "Provider")?.Child("Party")
            ?.Attribute("FormalName"));

    Take Finish(Take copy)
    {
        var (dateline, body, named) = NewsMlDateline.Settle(draft, copy);
        KeepLabels(dateline);
        if (draft.Take.Language.Length == 0)
            draft.Take = draft.Take with { Language = LanguageOf() };
        var take = draft.Take with
        {
            Dateline = dateline,
            Body = body,
            Pictures = Placed(named, body.Length),
            UsageTerms = draft.Terms.Count > 0 ? new UsageTerms(string.Join("; ", draft.Terms)) : null,
        };
        if (draft.Kind is NewsMlNames.PhotoType or "Picture" && take is { Body.IsEmpty: true, Pictures: [_] })
            take = take with { Kind = TakeKind.Picture };
        take = WithOurs(take);
        draft.Evidence.OwnWords = draft.Ours(NewsMlNames.Embargo) ?? "";
        take = draft.Evidence.Into(take with { Extras = [.. draft.Extras] });
        if (!draft.IsOurs)
            take = CopyParts.SetApart(take);
        if (take.Headline.Length == 0 && !draft.IsOurs && draft.Profile is { HeadlineFromLabel: true })
            take = take with { Headline = take.Body.IsEmpty ? draft.NameLabel : OneLine.Of(take.Body[0].Text) };
        return take;
    }

    /// <summary>What has no element of its own and was written by us.</summary>
    Take WithOurs(Take take) => take with
    {
        FirstCreated = OurTime(NewsMlNames.FirstCreated) ?? take.FirstCreated,
        VersionCreated = OurTime(NewsMlNames.VersionCreated) ?? take.VersionCreated,
        Expiry = OurTime(NewsMlNames.Expiry) ?? take.Expiry,
        EndMark = draft.Ours(NewsMlNames.EndMark) ?? take.EndMark,
        Contact = draft.Ours(NewsMlNames.Contact) ?? take.Contact,
        WordCount = int.TryParse(draft.Ours(NewsMlNames.WordCount), NumberStyles.None,
            CultureInfo.InvariantCulture, out var words) ? words : take.WordCount,
    };

    SenderTime? OurTime(string name) => SenderTimes.Read(draft.Ours(name), "");

    /// <summary>A label is the slug where no line is; a town of origin that no dateline names is a place.</summary>
    void KeepLabels(Dateline? dateline)
    {
        if (draft.NameLabel.Length > 0)
        {
            draft.SetOrKeep("Identification/NameLabel", draft.NameLabel,
                take => take.Slug, (take, text) => take with { Slug = text });
        }
        foreach (var place in draft.Origins.Where(place =>
            dateline?.Places.Contains(place, StringComparer.OrdinalIgnoreCase) is not true))
            NewsMlMetadata.AddPlace(draft, place);
    }

    string LanguageOf() => item.SelfAndDescendants()
        .Where(part => part.Name is "NewsItem" or "HeadLine" or "NewsComponent")
        .Select(part => part.Attribute("lang")).FirstOrDefault(language => language is { Length: > 0 }) ?? "";

    /// <summary>
    /// The pictures of the components, at the places where the copy refers to them; what the copy names and no
    /// component holds is a picture too. Without a place: behind the last paragraph.
    /// </summary>
    ImmutableArray<Picture> Placed(ImmutableArray<Picture> named, int paragraphs)
    {
        var pictures = draft.Pictures.ToList();
        foreach (var reference in named)
        {
            var href = reference.Renditions.IsEmpty ? "" : reference.Renditions[0].Href;
            var at = pictures.FindIndex(picture => picture.Duid.Length > 0 && href.TrimStart('#') == picture.Duid
                || picture.Picture.Renditions.Any(file => file.Href.Length > 0 && file.Href == href));
            if (at < 0)
                pictures.Add(new PlacedPicture(reference, "", IsPlaced: true));
            else if (!pictures[at].IsPlaced)
                pictures[at] = pictures[at] with
                {
                    Picture = pictures[at].Picture with { After = reference.After },
                    IsPlaced = true,
                };
        }
        var placed = pictures.Select(picture =>
            picture.IsPlaced ? picture.Picture : picture.Picture with { After = paragraphs });
        return draft.IsOurs ? [.. placed] : [.. placed.OrderBy(picture => picture.After)];
    }

    bool HoldsCopy(Take take) => draft.IsOurs || take.Body.Length > 0 || take.Advisory is not null
        || take.Pictures.Any(picture => picture.Caption.Length > 0)
        || take.Status != TakeStatus.Usable || take.IsPartial
        || take.Headline.Length > 0 && !draft.HasOtherContent;

    void SayKept(Take take)
    {
        if (take.Extras.IsEmpty)
            return;
        var names = take.Extras.Select(extra => Quoted.Short(extra.Name)).Distinct().Take(40);
        draft.Say(NewsMlRemarks.FieldsKept, Severity.Note, item, $"Kept as they came: {string.Join(", ", names)}.");
    }
}
