using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.NewsMl12;

/// <summary>
/// Walks the components of an item: which of them is the copy, which are pictures, what belongs to either.
/// </summary>
sealed class NewsMlComponents(NewsMlDraft draft)
{
    readonly NewsMlContent _content = new(draft);
    readonly NewsMlSurvey _survey = new();
    readonly List<FoundText> _texts = [];

    /// <summary>More paragraphs or cells than allowed.</summary>
    public bool IsTooMuch => _content.IsTooMuch;

    /// <summary>Reads the outermost component with all that is in it.</summary>
    public void Read(XmlPart root) => Read(root, "", null, isRoot: true);

    /// <summary>The copy; null when there is none.</summary>
    public TextContent? Choose()
    {
        var main = _texts.FirstOrDefault(text => text is { Kind: TextRole.Main, Role.Length: > 0 })
            ?? _texts.FirstOrDefault(text => text.Kind == TextRole.Main) ?? _texts.FirstOrDefault();
        if (main is null)
            return null;
        var group = _texts.Where(text => text.Group == main.Group && text.Kind == main.Kind).ToList();
        var chosen = NewsMlChoice.Of(group, out var left);
        foreach (var text in _texts.Where(text => left.Contains(text) || !group.Contains(text)))
        {
            draft.Keep($"NewsComponent/{(text.Role.Length > 0 ? text.Role : "Main")}", text.Content.Plain);
            draft.Say(NewsMlRemarks.ContentChosen, Severity.Note, text.Item,
                "Content beside the copy, or the same in another form: kept as an extra.");
        }
        return chosen;
    }

    void Read(XmlPart component, string inherited, XmlPart? choice, bool isRoot)
    {
        var own = component.Child("Role")?.Attribute("FormalName")?.Trim() ?? "";
        var role = own.Length > 0 ? own : inherited;
        if (draft.IsOurs && own == NewsMlNames.PictureRole || _survey.IsPicture(component, role))
        {
            draft.Pictures.Add(new NewsMlPicture(draft, _content).Read(component));
            draft.HasOtherContent = true;
            if (isRoot)
                ReadMetadata(component, "");
            return;
        }
        ReadMetadata(component, role);
        var isChoice = "yes".Equals(component.Attribute("EquivalentsList"), StringComparison.OrdinalIgnoreCase);
        foreach (var child in component.Children)
        {
            if (child.Name == "ContentItem")
                ReadItem(child, role, isChoice ? component : choice ?? component, isChoice || choice is not null);
            else if (child.Name == "NewsComponent")
                Read(child, role, isChoice ? component : choice, isRoot: false);
            else if (child.Name == "NewsItemRef")
                draft.AddLink(new Link(LinkRels.Related, child.Attribute("NewsItem") ?? "")
                {
                    Title = child.Child("Comment")?.TextOnOneLine ?? "",
                });
        }
    }

    void ReadMetadata(XmlPart component, string role)
    {
        var isCopy = TextRoles.Of(role) == TextRole.Main || component.Child("NewsComponent") is not null;
        NewsMlStatus.ReadPart(component, isCopy, draft);
        foreach (var part in component.Children)
        {
            switch (part.Name)
            {
                case "NewsLines" when isCopy:
                    NewsMlLines.Read(part, draft);
                    break;
                case "NewsLines":
                    NewsMlLines.ReadBinding(part, draft);
                    draft.Keep($"NewsComponent/{role}/NewsLines", part.TextOnOneLine);
                    break;
                case "RightsMetadata":
                    NewsMlRights.Read(part, draft);
                    break;
                case "NewsManagement":
                    NewsMlStatus.ReadPart(part, isCopy, draft);
                    break;
                case "AdministrativeMetadata" when isCopy:
                    NewsMlStatus.ReadPart(part, isCopy, draft);
                    NewsMlMetadata.ReadAdministrative(part, draft);
                    break;
                case "DescriptiveMetadata" when isCopy:
                    NewsMlMetadata.ReadDescriptive(part, draft);
                    break;
                case "AdministrativeMetadata" or "DescriptiveMetadata":
                    NewsMlStatus.ReadPart(part, isCopy, draft);
                    NewsMlMetadata.ReadBinding(part, draft);
                    break;
                case "Metadata":
                    NewsMlMetadata.ReadCustom(part, draft);
                    break;
                case "Comment":
                    draft.ReadField(
                        "NewsComponent/Comment", part.Attribute("FormalName") ?? "", part.TextOnOneLine, part);
                    break;
            }
        }
    }

    void ReadItem(XmlPart item, string role, XmlPart group, bool isChoice)
    {
        switch (NewsMlContent.KindOf(item))
        {
            case ContentKind.Text:
                ReadText(item, role, group, isChoice);
                break;
            case ContentKind.Picture:
                draft.Pictures.Add(new NewsMlPicture(draft, _content).ReadFile(item));
                draft.HasOtherContent = true;
                break;
            case ContentKind.Style:
                draft.Say(NewsMlRemarks.ContentLeftOut, Severity.Note, item, "A style sheet: left out.");
                break;
            default:
                ReadOther(item);
                break;
        }
    }

    void ReadText(XmlPart item, string role, XmlPart group, bool isChoice)
    {
        NewsMlMetadata.ReadWords(item, draft);
        var content = _content.Read(item);
        if (content.IsEmpty)
            return;
        var kind = TextRoles.Of(role);
        switch (kind)
        {
            case TextRole.Headline:
                draft.SetOrKeep("NewsComponent/HeadLine", OneLine.Of(content.Plain),
                    take => take.Headline, (take, text) => take with { Headline = text });
                break;
            case TextRole.SubHeadline:
                NewsMlLines.AddHeadline(draft, NewsMlNames.SubHeadline, OneLine.Of(content.Plain));
                break;
            case TextRole.Contact:
                draft.SetOrKeep("NewsComponent/Contact", content.Plain,
                    take => take.Contact, (take, text) => take with { Contact = text });
                break;
            case TextRole.Caption when draft.Pictures.FindLastIndex(picture =>
                picture.Picture is { Caption: "", Withheld: null }) is >= 0 and var at:
                draft.Pictures[at] = draft.Pictures[at] with
                {
                    Picture = draft.Pictures[at].Picture with { Caption = content.Plain },
                };
                break;
            case TextRole.Description or TextRole.Caption:
                draft.Take = draft.Take with
                {
                    Descriptions = draft.Take.Descriptions.Add(new Labelled(role, content.Plain)),
                };
                break;
            default:
                _texts.Add(new FoundText(item, group, role, kind, isChoice, content));
                break;
        }
    }

    void ReadOther(XmlPart item)
    {
        var media = item.Child("MediaType")?.Attribute("FormalName") ?? "";
        var mime = item.Child("MimeType")?.Attribute("FormalName") ?? "";
        draft.HasOtherContent = true;
        if (media.Length > 0 && draft.Kind is "News" or "NewsItem")
            draft.Kind = media.ToLowerInvariant();
        if (item.Attribute("Href") is { Length: > 0 } href)
        {
            var isText = media.Equals("Text", StringComparison.OrdinalIgnoreCase)
                || mime.StartsWith("text/", StringComparison.OrdinalIgnoreCase);
            draft.AddLink(new Link(isText ? LinkRels.Related : LinkRels.Enclosure, href)
            {
                Title = item.Child("Comment")?.TextOnOneLine ?? "",
                MediaType = mime,
            });
        }
        else if (item.SelfAndDescendants().Any(part => part.Name == "DataContent" && part.Content.Count > 0))
        {
            draft.Say(NewsMlRemarks.ContentLeftOut, Severity.Warning, item,
                $"Content of the kind '{Quoted.Short(media + mime)}', which is no text: left out.");
        }
    }
}

/// <summary>A text that may be the copy.</summary>
/// <param name="Item">Its ContentItem.</param>
/// <param name="Group">The component whose content it is part of, or one of whose equivalents it is.</param>
/// <param name="Role">Its role, verbatim.</param>
/// <param name="Kind">What the role means.</param>
/// <param name="IsChoice">Whether the others of the group say the same.</param>
/// <param name="Content">The text.</param>
sealed record FoundText(XmlPart Item, XmlPart Group, string Role, TextRole Kind, bool IsChoice, TextContent Content);

/// <summary>Makes one copy of the texts of a component.</summary>
static class NewsMlChoice
{
    /// <summary>
    /// Of equivalents, and of the same text twice, the one whose form says most; parts that differ follow each other.
    /// </summary>
    /// <param name="group">The texts, in document order; at least one.</param>
    /// <param name="left">Those that were not taken.</param>
    public static TextContent Of(List<FoundText> group, out List<FoundText> left)
    {
        var (taken, plain) = (new List<FoundText>(), new List<string>());
        left = [];
        foreach (var text in group)
        {
            var words = OneLine.Of(text.Content.Plain);
            var twin = text.IsChoice && taken.Count > 0 ? 0 : plain.IndexOf(words);
            if (twin < 0)
            {
                taken.Add(text);
                plain.Add(words);
            }
            else if (text.Content.Rank < taken[twin].Content.Rank && !text.Content.Copy.Body.IsEmpty)
            {
                left.Add(taken[twin]);
                (taken[twin], plain[twin]) = (text, words);
            }
            else
                left.Add(text);
        }
        return Joined(taken);
    }

    static TextContent Joined(List<FoundText> parts)
    {
        if (parts is [{ Content: var only }])
            return only;
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        var pictures = ImmutableArray.CreateBuilder<Picture>();
        foreach (var copy in parts.Select(part => part.Content.Copy))
        {
            var before = paragraphs.Count;
            pictures.AddRange(copy.Pictures.Select(picture => picture with { After = picture.After + before }));
            paragraphs.AddRange(copy.Body);
        }
        return parts[0].Content with
        {
            Copy = parts[0].Content.Copy with { Body = paragraphs.ToImmutable(), Pictures = pictures.ToImmutable() },
        };
    }
}
