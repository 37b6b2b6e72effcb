using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Markup;

/// <summary>Reads one element of NITF into the parts of a take, in document order.</summary>
sealed class NitfContentReader
{
    readonly ReadOptions _options;
    readonly XmlSource _source;
    readonly BodyBuilder _body;
    readonly NitfMedia _media;
    readonly List<int> _places = [];
    readonly HashSet<XmlPart> _read = [];
    readonly List<Labelled> _headlines = [], _descriptions = [];
    readonly List<Note> _notes = [];
    readonly List<Link> _links = [];
    readonly List<Extra> _extras = [];
    readonly List<string> _bylines = [], _terms = [], _keywords = [];
    Take _take = new();
    XmlPart? _head;
    bool _isWhole, _hasSpans;

    public NitfContentReader(ReadOptions options, XmlSource source)
    {
        _options = options;
        _source = source;
        _body = new BodyBuilder(options);
        _media = new NitfMedia(options, source);
    }

    public NitfContent Read(XmlPart part)
    {
        ReadApart(part);
        MarkupReader.Feed(part, _body, IsReadHere);
        _body.Finish();
        Say();
        return new NitfContent(Finish(), _head, _body.IsTooMuch, _isWhole);
    }

    Take Finish()
    {
        var pictures = _body.Pictures.Select((picture, i) =>
            _places[i] == NitfMedia.InPlace ? picture : picture with { After = _places[i] });
        var lead = _isWhole
            ? new LeadDateline(_take.Dateline, _body.Paragraphs, [.. pictures], "")
            : LeadDateline.Of(_take.Dateline, _body.Paragraphs, [.. pictures]);
        if (_take.Dateline is { } named && lead.Dateline != named && lead.Dateline is { } printed
            && !printed.Text.Contains(named.Text, StringComparison.OrdinalIgnoreCase))
            _extras.Add(new Extra("dateline", named.Text));
        if (lead.Byline.Length > 0 && _bylines.Count == 0)
            _bylines.Add(lead.Byline);
        return _take with
        {
            Dateline = lead.Dateline,
            Body = lead.Body,
            Pictures = lead.Pictures,
            Byline = string.Join("; ", _bylines),
            UsageTerms = _terms.Count > 0 ? new UsageTerms(Restrictions.Join(_terms)) : null,
            Headlines = [.. _headlines],
            Descriptions = [.. _descriptions],
            Keywords = [.. _keywords],
            Notes = [.. _notes],
            Links = [.. _links],
            Extras = [.. _extras],
        };
    }

    void Say()
    {
        if (_hasSpans)
        {
            _source.Remarks.Add(NitfContentRemarks.Spans, Severity.Note, -1,
                "Cells that span columns or rows: each stands once, in its own row.");
        }
        if (_body.LostMarks.Count > 0)
        {
            _source.Remarks.Add(NitfContentRemarks.MarksLost, Severity.Note, -1,
                $"Markup without a place in a take, its text is kept: {Names(_body.LostMarks)}.");
        }
        if (_body.LostContent.Count > 0)
        {
            _source.Remarks.Add(NitfContentRemarks.ContentLost, Severity.Warning, -1,
                $"Elements that are no copy, left out: {Names(_body.LostContent)}.");
        }
    }

    static readonly string[] _spans = ["colspan", "rowspan", "morerows", "namest", "spanname"];

    static string Names(IEnumerable<string> names) =>
        string.Join(", ", names.Take(20).Select(name => name[..Math.Min(60, name.Length)]));

    /// <summary>
    /// In an element that holds blocks, byline, dateline and the like stand apart; inside of a paragraph they are text.
    /// </summary>
    void ReadApart(XmlPart holder)
    {
        if (holder.Name is "nitf" or "body"
            && holder.Children.Where(child => child.Name is "body" or "body.content").Skip(1)
                .FirstOrDefault() is { } next)
        {
            _source.Remarks.Add(NitfContentRemarks.SeveralBodies, Severity.Note, _source.At(next),
                $"Several {next.Name}: read one behind the other.");
        }
        foreach (var child in holder.Children)
        {
            if (ReadLine(child))
                _read.Add(child);
        }
    }

    /// <summary>Whether the element is read here; what is not is body.</summary>
    bool IsReadHere(XmlPart part)
    {
        if (_read.Contains(part) || HiddenParts.Take(part, _options, _notes))
            return true;
        switch (part.Name)
        {
            case "head":
                _head ??= part;
                return true;
            case "body.head":
                ReadHead(part);
                return true;
            case "body.end":
                ReadEnd(part);
                return true;
            case "body.content" or "body" or "block":
                ReadApart(part);
                return false;
            case "media":
                ReadMedia(part);
                return true;
            case "note":
                ReadNote(part);
                return true;
            case "td" or "th" or "entry":
                _hasSpans |= _spans.Any(name => part.Attribute(name) is not (null or "" or "0" or "1"));
                return false;
            case "frac":
                _body.Text(FractionOf(part));
                return true;
            case "nitf-table-metadata":
                Keep(part, part.Child("nitf-table-summary") is { } summary ? NitfText.OneLineOf(summary) : "");
                return true;
            case "table-reference":
                _source.Remarks.Add(NitfContentRemarks.TableElsewhere, Severity.Warning, _source.At(part),
                    "A table that lies elsewhere: only its name is kept.");
                Keep(part, part.Attribute("idref") ?? "");
                return true;
            default:
                return false;
        }
    }

    void ReadHead(XmlPart head)
    {
        foreach (var child in head.Children)
        {
            if (child.Name is "hedline")
                ReadHedline(child);
            else if (child.Name is "hl1" or "hl2")
                AddHeadline(child);
            else if (child.Name is "note")
                ReadNote(child);
            else if (!ReadLine(child))
                KeepUnknown(child);
        }
        if (head.Content.Any(node => node.Part is null && !string.IsNullOrWhiteSpace(node.Text)))
            Keep(head, OneLine.Of(string.Concat(head.Content.Select(node => node.Text))));
    }

    void ReadHedline(XmlPart hedline)
    {
        var hasLines = false;
        foreach (var line in hedline.Children)
        {
            hasLines |= line.Name is "hl1" or "hl2";
            AddHeadline(line);
        }
        if (!hasLines)
            AddHeadline(hedline);
    }

    /// <summary>
    /// The first hl1 is the headline; every other line is a further one, with its class for its role.
    /// </summary>
    void AddHeadline(XmlPart line)
    {
        var text = NitfText.OneLineOf(line);
        if (NitfRoles.Of(line) is { } role)
            _headlines.Add(new Labelled(role, text));
        else if (text.Length == 0)
            return;
        else if (line.Name != "hl2" && _take.Headline.Length == 0)
            _take = _take with { Headline = text };
        else
            _headlines.Add(new Labelled(line.Name == "hl2" ? "sub" : line.Name, text));
    }

    /// <summary>Reads a line that stands above the copy or apart in a block; false when it is none.</summary>
    bool ReadLine(XmlPart part)
    {
        switch (part.Name)
        {
            case "byline":
                Add(_bylines, WithoutBy(NitfText.OneLineOf(part)));
                return true;
            case "dateline":
                ReadDateline(part);
                return true;
            case "distributor":
                SetOrKeep(part, _take.Provider, (take, text) => take with { Provider = text });
                return true;
            case "copyrite":
                SetOrKeep(part, _take.CopyrightNotice, (take, text) => take with { CopyrightNotice = text });
                return true;
            case "rights":
                ReadRights(part);
                return true;
            case "abstract":
                var summary = NitfText.LinesOf(part, _options);
                ReadMediaIn(part);
                if (summary.Length > 0)
                    _descriptions.Add(new Labelled(NitfRoles.Of(part) ?? "abstract", summary));
                return true;
            case "key-list":
                foreach (var keyword in part.All("keyword"))
                    Add(_keywords, keyword.Attribute("key") ?? keyword.TextOnOneLine);
                return true;
            case "series" or "tobject" or "datasource" or "classifier":
                Keep(part, NitfText.WholeOf(part));
                return true;
            default:
                return false;
        }
    }

    void SetOrKeep(XmlPart part, string there, Func<Take, string, Take> set)
    {
        var text = NitfText.OneLineOf(part);
        if (there.Length == 0)
            _take = set(_take, text);
        else if (there != text)
            Keep(part, text);
    }

    void ReadDateline(XmlPart part)
    {
        _isWhole |= NitfRoles.Of(part) == NitfRoles.Dateline;
        var time = NitfDateline.TimeOf(part);
        if (NitfDateline.Read(part) is not { } dateline)
            Keep(part, NitfText.OneLineOf(part));
        else if (_take.Dateline is not null)
            Keep(part, dateline.Text);
        else
            _take = _take with { Dateline = dateline };
        if (time.Length > 0)
            _extras.Add(new Extra("dateline/story.date", time));
    }

    /// <summary>Who owns the copy binds nobody; everything else that stands among the rights does.</summary>
    void ReadRights(XmlPart part)
    {
        var owners = part.All("rights.owner").Select(NitfText.OneLineOf).Where(text => text.Length > 0).ToList();
        if (owners.Count > 0 && _take.CopyrightHolder.Length == 0)
            _take = _take with { CopyrightHolder = string.Join("; ", owners) };
        foreach (var node in part.Content)
        {
            if (node.Part is null)
                Add(_terms, OneLine.Of(node.Text));
            else if (node.Part.Name == "rights.limitations")
                Add(_terms, NitfText.LinesOf(node.Part, _options));
            else if (node.Part.Name != "rights.owner" && NitfText.WholeOf(node.Part) is { Length: > 0 } whole)
                Add(_terms, $"{node.Part.Name}: {whole}");
        }
    }

    void ReadNote(XmlPart part)
    {
        var text = NitfText.LinesOf(part, _options);
        ReadMediaIn(part);
        if (text.Length == 0)
            return;
        var kind = part.Attribute("noteclass")?.Trim() ?? "";
        var known = kind.ToLowerInvariant();
        var isPublic = !NitfRoles.IsPrivate(part.Attribute("type"), known);
        if (NitfRoles.Of(part) is { } role)
            _notes.Add(new Note(role, text, isPublic));
        else if (isPublic && known == "cpyrt" && _take.CopyrightNotice.Length == 0)
            _take = _take with { CopyrightNotice = text };
        else if (isPublic && known is "editorsnote" && _take.Advisory is null)
            _take = _take with { Advisory = new Advisory(text) };
        else
            _notes.Add(new Note(known is "editorsnote" or "undef" ? "" : kind, text, isPublic));
    }

    void ReadEnd(XmlPart end)
    {
        foreach (var child in end.Children)
        {
            var text = NitfText.LinesOf(child, _options);
            if (text.Length == 0)
                continue;
            if (child.Name != "tagline")
                Keep(child, text);
            else if (NitfRoles.IsPrivate(child.Attribute("type")))
                _notes.Add(new Note(NoteRoles.Closing, text, IsPublic: false));
            else if (_take.Contact.Length == 0 && text.Contains('@') && !text.Any(char.IsWhiteSpace)
                && NitfRoles.Of(child) is null)
                _take = _take with { Contact = text };
            else if (NitfRoles.Of(child) is null && LimitingNames.OfNote(child.Name, text) is not null)
                _notes.Add(new Note(NoteRoles.Closing, text));
            else
                _extras.Add(new Extra(ExtraNames.SignOff, text));
        }
    }

    /// <summary>A picture in an abstract or a note is a picture: its caption is no text of theirs.</summary>
    void ReadMediaIn(XmlPart part)
    {
        foreach (var media in part.SelfAndDescendants().Where(element => element.Name == "media"))
            ReadMedia(media);
    }

    void ReadMedia(XmlPart part)
    {
        if (NitfMedia.IsPicture(part))
        {
            var picture = _media.Read(part);
            _body.Add(picture);
            _places.Add(picture.After);
            return;
        }
        _source.Remarks.Add(NitfContentRemarks.OtherMedia, Severity.Note, _source.At(part),
            "Media that are no picture: kept as links.");
        foreach (var reference in part.All("media-reference"))
        {
            if (reference.Attribute("source") is { Length: > 0 } file)
                _links.Add(new Link(LinkRels.Enclosure, file) { MediaType = reference.Attribute("mime-type") ?? "" });
        }
        Keep(part, NitfText.WholeOf(part));
    }

    static string FractionOf(XmlPart part)
    {
        var (above, below) = (part.Child("numer")?.TextOnOneLine, part.Child("denom")?.TextOnOneLine);
        return above is null || below is null ? part.TextOnOneLine : $" {above}/{below}";
    }

    static string WithoutBy(string byline) =>
        byline.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? byline[3..].TrimStart() : byline;

    void KeepUnknown(XmlPart part)
    {
        _source.Remarks.Add(NitfContentRemarks.Unknown, Severity.Warning, _source.At(part),
            $"Found {part.Name[..Math.Min(60, part.Name.Length)]} in body.head, where NITF has none: "
                + "kept as an extra.");
        Keep(part, NitfText.WholeOf(part));
    }

    void Keep(XmlPart part, string text)
    {
        if (text.Length > 0)
            _extras.Add(new Extra(part.Name, text));
    }

    static void Add(List<string> texts, string text)
    {
        if (text.Length > 0)
            texts.Add(text);
    }
}
