using System.Globalization;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.NewsMl12;

/// <summary>Reads a component that is a picture: its files, its caption, what may be done with it.</summary>
/// <remarks>
/// Nothing of a picture is kept outside of <see cref="Take.Pictures"/>: an extra would pass the gate where the picture
/// does not. What has no home in a picture is named in a remark instead.
/// </remarks>
sealed class NewsMlPicture(NewsMlDraft draft, NewsMlContent content)
{
    readonly List<string> _terms = [];
    readonly List<string> _bound = [];
    readonly List<string> _dropped = [];
    readonly List<string> _captions = [];
    readonly List<string> _loose = [];
    readonly List<Rendition> _renditions = [];
    Picture _picture = new();
    string _byline = "";
    WithholdReason? _withheld;
    int? _after;

    /// <summary>Reads the component with all that is in it.</summary>
    public PlacedPicture Read(XmlPart component)
    {
        foreach (var part in component.SelfAndDescendants().Where(part => part.Name == "NewsComponent"))
            ReadComponent(part, isOwn: part == component);
        return Finish(component);
    }

    /// <summary>Reads a single file that stands beside other content.</summary>
    public PlacedPicture ReadFile(XmlPart file)
    {
        AddRendition(file, "");
        return Finish(file);
    }

    PlacedPicture Finish(XmlPart component)
    {
        PartCaption(component);
        Say(component);
        var credit = _byline.Length == 0 || _picture.Credit.Contains(_byline, StringComparison.Ordinal)
            ? _picture.Credit
            : _picture.Credit.Length == 0 ? _byline
            : $"{_byline} / {_picture.Credit}";
        var picture = _withheld is { } reason
            ? new Picture().Withhold(reason)
            : _picture with
            {
                Credit = credit,
                Caption = string.Join('\n', _captions),
                Renditions = [.. _renditions],
                UsageTerms = _terms.Count > 0 ? new UsageTerms(string.Join("; ", _terms.Distinct())) : null,
            };
        picture = _loose.Aggregate(picture, LooseText.On);
        return new PlacedPicture(
            picture with { After = _after ?? 0 }, component.Attribute("Duid") ?? "", _after is not null);
    }

    /// <summary>
    /// Words that limit use leave the caption, as in NITF: the reader of licences does not look there.
    /// </summary>
    void PartCaption(XmlPart component)
    {
        if (draft.IsOurs || !_captions.Exists(caption => NitfMedia.TermsIn(caption) is not null))
            return;
        for (var i = 0; i < _captions.Count; i++)
        {
            if (NitfMedia.TermsIn(_captions[i]) is not { } parted)
                continue;
            _captions[i] = parted.Caption;
            _terms.Add(parted.UsageTerms!.Text);
            _picture = _picture with { Credit = CreditLine.Join(_picture.Credit, parted.Credit) };
        }
        _captions.RemoveAll(string.IsNullOrWhiteSpace);
        draft.Say(NewsMlRemarks.PictureBound, Severity.Note, component,
            "A caption with words that limit use: they are the picture's usage terms.");
    }

    void ReadComponent(XmlPart component, bool isOwn)
    {
        var role = component.Child("Role")?.Attribute("FormalName") ?? "";
        foreach (var line in component.Child("NewsLines")?.Children ?? [])
            ReadLine(line);
        foreach (var part in component.Children.Concat(component.Child("NewsManagement")?.Children ?? []))
            ReadStatus(part);
        foreach (var part in component.All("Metadata").SelectMany(metadata => metadata.All("Property")))
            ReadProperty(part);
        if (component.Child("AdministrativeMetadata") is { } administrative)
            ReadAdministrative(administrative);
        if (component.Child("RightsMetadata") is { } rights)
            ReadRights(rights);
        foreach (var property in component.Child("DescriptiveMetadata")?.All("Property") ?? [])
            ReadProperty(property);
        foreach (var item in component.All("ContentItem"))
        {
            switch (NewsMlContent.KindOf(item))
            {
                case ContentKind.Picture:
                    AddRendition(item, isOwn ? "" : role);
                    break;
                case ContentKind.Text:
                    AddText(item, role);
                    break;
                default:
                    _dropped.Add("ContentItem");
                    break;
            }
        }
    }

    /// <summary>A picture has no status of its own in a take: what stops or embargoes it must be cleared.</summary>
    void ReadStatus(XmlPart part)
    {
        var name = part.Attribute("FormalName") ?? "";
        if (part.Name == "Status" && !NewsMlStatus.IsUsable(name))
            Bind(part.Name, $"Status: {name}");
        else if (part.Name == "StatusWillChange")
        {
            var future = part.Child("FutureStatus")?.Attribute("FormalName");
            Bind(part.Name, $"StatusWillChange: {future} {part.TextOnOneLine}");
        }
        else if (part.Name == "Instruction")
            Bind(part.Name, $"Instruction: {name} {part.TextOnOneLine}".TrimEnd());
        else if (part.Name == "Comment" && part.TextOnOneLine is { Length: > 0 } comment)
        {
            if (FieldNames.MayBind(name) || LimitingNames.OfNote(name, comment) is not null)
                Bind(part.Name, comment);
            else
                _loose.Add(comment);
        }
    }

    void AddText(XmlPart item, string role)
    {
        var text = draft.IsOurs && item.Child("DataContent") is { } data ? data.Text : content.Read(item).Plain;
        if (string.IsNullOrWhiteSpace(text))
            return;
        if (TextRoles.Of(role) == TextRole.Headline)
            _picture = _picture with { Headline = text };
        else
            _captions.AddRange((draft.IsOurs ? [text] : text.Split('\n')).Except(_captions).ToList());
    }

    void ReadLine(XmlPart line)
    {
        var text = draft.Words(line);
        if (string.IsNullOrWhiteSpace(text))
            return;
        switch (line.Name)
        {
            case "HeadLine" when _picture.Headline.Length == 0:
                _picture = _picture with { Headline = text };
                break;
            case "CreditLine" when _picture.Credit.Length == 0:
                _picture = _picture with { Credit = text };
                break;
            case "ByLine" when _byline.Length == 0:
                _byline = text;
                break;
            case "CopyrightLine" when _picture.CopyrightNotice.Length == 0:
                _picture = _picture with { CopyrightNotice = text };
                if (!draft.IsOurs && !Ownership.IsNotice(text))
                    Bind("CopyrightLine", text);
                break;
            case "RightsLine":
                _terms.Add(text);
                break;
            case "NewsLine":
                ReadTypedLine(line);
                break;
            default:
                if (FieldNames.MayBind(line.Name))
                    Bind(line.Name, $"{line.Name}: {text}");
                else
                    _dropped.Add(line.Name);
                break;
        }
    }

    void ReadTypedLine(XmlPart line)
    {
        var type = line.Child("NewsLineType")?.Attribute("FormalName") ?? "";
        foreach (var part in line.All("NewsLineText"))
        {
            var text = draft.Words(part);
            if (draft.IsOurs && type == NewsMlNames.Withheld)
                _withheld = Words.Read<WithholdReason>(text.Replace("withheld: ", "", StringComparison.Ordinal))
                    ?? WithholdReason.Waiting;
            else if (NewsMlLines.Binds(type) || !draft.IsOurs && BindsBy(type, text))
                Bind(type, FieldNames.IsEmbargo(type) ? $"{type}: {text}" : text);
            else
                _loose.Add(text);
        }
    }

    void ReadAdministrative(XmlPart metadata)
    {
        foreach (var part in metadata.Children)
        {
            var name = NewsMlMetadata.Parties(part).FirstOrDefault() ?? "";
            if (part.Name == "Property")
                ReadProperty(part);
            else if (part.Name is "Status" or "StatusWillChange")
                ReadStatus(part);
            else if (part.Name == "Source" && _picture.Source.Length == 0)
                _picture = _picture with { Source = name };
            else if (part.Name == "SystemIdentifier")
                _picture = _picture with { SenderId = part.Text };
            else if (part.Name == "Creator" && _byline.Length == 0)
                _byline = name;
            else if (part.Name is not ("Provider" or "Creator" or "Catalog") && (name + part.TextOnOneLine).Length > 0)
                _dropped.Add(part.Name);
        }
    }

    void ReadRights(XmlPart rights)
    {
        _terms.AddRange(NewsMlRights.Terms(rights, draft.IsOurs));
        foreach (var copyright in rights.All("Copyright"))
        {
            var notice = string.Join(' ', copyright.Children.Select(part => part.TextOnOneLine)).Trim();
            if (_picture.CopyrightNotice.Length == 0)
                _picture = _picture with { CopyrightNotice = notice };
            else if (!_picture.CopyrightNotice.Contains(notice, StringComparison.Ordinal))
                Bind("Copyright", notice);
        }
    }

    void ReadProperty(XmlPart property)
    {
        var name = property.Attribute("FormalName") ?? "";
        if (name == NewsMlNames.After && draft.IsOurs
            && int.TryParse(
                property.Attribute("Value"), NumberStyles.None, CultureInfo.InvariantCulture, out var after))
            _after = after;
        else if (BindsBy(property))
            Bind(name, $"{name}: {property.Attribute("Value")}");
        else
            _dropped.Add(name);
    }

    static bool BindsBy(XmlPart property) =>
        property.Attribute("Value") is { Length: > 0 } value
        && !FieldNames.SaysNone(property.Attribute("FormalName"), value)
        && (FieldNames.MayBind(property.Attribute("FormalName"))
            || property.Attribute("FormalName") is "Status" && !NewsMlStatus.IsUsable(value)
            || BindsBy(property.Attribute("FormalName") ?? "", value));

    /// <summary>Whether a field binds by its name, or by its words where they say nothing else.</summary>
    static bool BindsBy(string name, string words) => LimitingNames.Of(name, name, words) is not null
        || LimitingNames.OfNote(name, words) is { } limit
            && (limit.Kind != Limiting.Rights || Restrictions.Alone(words) is not null);

    void AddRendition(XmlPart item, string role)
    {
        if (item.Attribute("Href") is not { } href)
        {
            _dropped.Add("DataContent of a picture");
            return;
        }
        var properties = item.Child("Characteristics")?.All("Property").ToList() ?? [];
        var format = item.Child("Format")?.Attribute("FormalName") ?? "";
        _renditions.Add(new Rendition(role.Length > 0 ? role : Value(properties, "ImageUse"), href)
        {
            MediaType = item.Child("MimeType")?.Attribute("FormalName") ?? PictureFormats.MediaTypeOf(format),
            Width = Number(Value(properties, "Width", "PixelWidth")),
            Height = Number(Value(properties, "Height", "PixelHeight")),
            Bytes = long.TryParse(item.Child("Characteristics", "SizeInBytes")?.TextOnOneLine, NumberStyles.None,
                CultureInfo.InvariantCulture, out var bytes) ? bytes : null,
            Sha256 = FileHash.Read(Value(properties, NewsMlNames.Sha256, "Sha256", "SHA256")),
        });
        foreach (var property in properties.Where(BindsBy))
            ReadProperty(property);
        foreach (var comment in item.All("Comment"))
            ReadStatus(comment);
    }

    static string Value(List<XmlPart> properties, params string[] names) =>
        properties.FirstOrDefault(property => names.Contains(property.Attribute("FormalName")))
            ?.Attribute("Value") ?? "";

    static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    void Bind(string name, string words)
    {
        if (string.IsNullOrWhiteSpace(words))
            return;
        _terms.Add(words);
        _bound.Add(name);
    }

    void Say(XmlPart component)
    {
        if (_bound.Count > 0)
        {
            draft.Say(NewsMlRemarks.PictureBound, Severity.Warning, component,
                $"Lines that may bind a picture: {Names(_bound)}; among its usage terms, to be cleared.");
        }
        if (_dropped.Count > 0)
        {
            draft.Say(NewsMlRemarks.PictureFieldsDropped, Severity.Warning, component,
                $"Fields of a picture that a take has no place for: {Names(_dropped)}.");
        }
    }

    static string Names(List<string> names) =>
        string.Join(", ", names.Distinct().Take(20).Select(Quoted.Short));
}
