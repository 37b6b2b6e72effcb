using System.Globalization;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;
using Writethru.Formats.Profiles;

namespace Writethru.Formats.Nitf;

/// <summary>
/// Reads the head over what the body says: identity, dates, status, subjects, notes. What has no home in a take is an
/// extra named by its place.
/// </summary>
sealed class NitfHead
{
    readonly XmlPart _root;
    readonly XmlSource _source;
    readonly NitfContent _content;
    readonly ProviderProfile? _profile;
    readonly Evidence _evidence;
    readonly NitfStatus _status;
    readonly NitfSubjects _subjects;
    readonly List<Extra> _extras = [], _ours = [];
    readonly List<(NitfMeta Meta, string Text)> _metas = [];
    readonly List<string> _terms = [], _keywords = [];
    readonly List<Note> _notes = [];
    readonly List<Link> _links = [];
    string _title = "", _keywordLine = "";
    Take _take;

    public NitfHead(NitfContent content, XmlPart root, ReadOptions options, XmlSource source)
    {
        (_content, _root, _source, _take) = (content, root, source, content.Copy);
        var docId = content.Head?.Child("docdata")?.Child("doc-id");
        _profile = options.Profile ?? ProviderProfiles.Recognise(docId?.Attribute("regsrc"), content.Copy.Provider,
            content.Copy.CopyrightHolder, docId?.Attribute("id-string"), content.Copy.Dateline?.Agency);
        _evidence = new Evidence(NitfRemarks.EmbargoUnreadable, source.Remarks.Add);
        _status = new NitfStatus(_profile?.Zone ?? "", source, _evidence);
        _subjects = new NitfSubjects(source);
    }

    public Take Read()
    {
        foreach (var part in _content.Head?.Children ?? [])
            ReadPart(part);
        return Finish();
    }

    Take Finish()
    {
        var copy = _content.Copy;
        if (_title.Length > 0 && _take.Headline.Length == 0)
            _take = _take with { Headline = _title };
        else if (_title.Length > 0 && _title != _take.Headline)
            _take = _take with { Headlines = _take.Headlines.Add(new Labelled("title", _title)) };
        if (_take.Slug.Length == 0)
            _take = _take with { Slug = _keywordLine };
        else if (_keywordLine.Length > 0 && _keywordLine != _take.Slug)
            _extras.Add(new Extra("meta/anpa-keyword", _keywordLine));
        if (copy.UsageTerms is { } inBody)
            _terms.Add(inBody.Text);
        _take = _subjects.Into(_take with
        {
            Language = LanguageOf(_root),
            UsageTerms = _terms.Count > 0 ? new UsageTerms(Restrictions.Join(_terms)) : null,
            Keywords = [.. _keywords, .. copy.Keywords],
            Notes = [.. _notes, .. copy.Notes],
            Links = [.. _links, .. copy.Links],
            Extras = [.. _ours, .. _extras, .. copy.Extras.Where(extra => !_ours.Exists(ours =>
                ours.Name == ExtraNames.SignOff && OneLine.Of(XmlText.Clean(ours.Text)) == OneLine.Of(extra.Text)))],
        });
        foreach (var (meta, text) in _metas)
            _take = meta.Into(_take, text);
        if (_take.SenderId.Length == 0)
        {
            _source.Remarks.Add(NitfRemarks.NoIdentity, Severity.Warning, _source.At(_root),
                "No doc-id with an id-string: read without the sender's identity.");
        }
        if (_extras.Count > 0)
        {
            _source.Remarks.Add(NitfRemarks.Kept, Severity.Note, -1,
                "Kept as extras: "
                    + $"{string.Join(", ", _extras.Select(extra => Quoted.Short(extra.Name)).Distinct().Take(40))}.");
        }
        _take = _evidence.Into(_status.Finish(_take));
        if (_take is { Embargo.Until: { } until, Expiry.At: { } end } && until > end)
        {
            _source.Remarks.Add(NitfRemarks.EmbargoAfterExpiry, Severity.Warning, -1,
                "The release lies behind the expiry: both are kept.");
        }
        return _take;
    }

    static string LanguageOf(XmlPart root) => new[]
    {
        root.Attribute("baselang"), root.Attribute("lang"), root.Child("body")?.Attribute("lang"),
    }.FirstOrDefault(tag => tag is { Length: > 0 }) ?? "";

    void ReadPart(XmlPart part)
    {
        switch (part.Name)
        {
            case "title" when _title.Length == 0:
                _title = NitfText.OneLineOf(part);
                break;
            case "meta":
                ReadMeta(part);
                break;
            case "tobject":
                _subjects.Read(part, _extras);
                break;
            case "docdata":
                ReadDocdata(part);
                break;
            case "pubdata":
                ReadPubdata(part);
                break;
            case "iim":
                foreach (var set in part.All("ds"))
                    Keep($"iim/{set.Attribute("num")}", set.Attribute("value"));
                break;
            default:
                Keep(part.Name, NitfText.WholeOf(part));
                break;
        }
    }

    /// <summary>Ours go to their fields. A stranger's may limit use by its name alone, and then it binds.</summary>
    void ReadMeta(XmlPart part)
    {
        var (name, value) = (part.Attribute("name") ?? part.Attribute("http-equiv") ?? "",
            part.Attribute("content") ?? "");
        if (NitfMeta.Find(name) is { } meta)
            _metas.Add((meta, NitfMeta.Unescape(value)));
        else if (name == NitfMeta.Embargo)
            _evidence.OwnWords = NitfMeta.Unescape(value);
        else if (name.StartsWith(NitfMeta.Extra, StringComparison.Ordinal)
            && ExtraNames.GoesOut(name[NitfMeta.Extra.Length..]))
            _ours.Add(new Extra(name[NitfMeta.Extra.Length..], NitfMeta.Unescape(value)));
        else if (name.Equals("anpa-keyword", StringComparison.OrdinalIgnoreCase) && _keywordLine.Length == 0)
            _keywordLine = value;
        else if (FieldNames.MayBind(name) && value.Length > 0)
        {
            _terms.Add($"{name}: {value}");
            _source.Remarks.Add(NitfRemarks.MayBind, Severity.Warning, _source.At(part),
                $"A meta that may limit use, '{Quoted.Short(name)}': among the usage terms, to be cleared.");
        }
        else
        {
            Keep($"meta/{name}", value);
            if (LimitingNames.Of(name, name, value) is { } limit)
                BindBy(limit, part);
        }
    }

    void BindBy(Limit limit, XmlPart part)
    {
        _evidence.Add(limit, _profile?.Zone ?? "");
        if (limit.Kind == Limiting.Rights)
            _terms.Add($"{limit.Path}: {limit.Words}");
        _source.Remarks.Add(NitfRemarks.MayBind, Severity.Warning, _source.At(part),
            $"A meta that stops or limits the document, '{Quoted.Short(limit.Path)}'.");
    }

    void ReadDocdata(XmlPart docdata)
    {
        _status.Read(docdata);
        if (docdata.Attribute("management-doc-idref") is { Length: > 0 } before)
            _links.Add(new Link(LinkRels.PreviousVersion, before));
        Keep("docdata/management-idref-status", docdata.Attribute("management-idref-status"));
        foreach (var part in docdata.Children)
            ReadDatum(part);
    }

    void ReadDatum(XmlPart part)
    {
        switch (part.Name)
        {
            case "doc-id":
                ReadIdentity(part);
                break;
            case "du-key":
                ReadKey(part);
                break;
            case "urgency":
                ReadUrgency(part);
                break;
            case "date.issue":
                ReadIssue(part, part.Attribute("norm"));
                break;
            case "date.release":
                _status.ReadRelease(part);
                break;
            case "date.expire":
                ReadExpiry(part);
                break;
            case "ed-msg":
                ReadMessage(part);
                break;
            case "note":
                _notes.AddRange(NitfRoles.NotesOf(part));
                break;
            case "correction":
                ReadCorrection(part);
                break;
            case "doc.copyright":
                SetOrKeep(part, "holder", _take.CopyrightHolder, (take, text) => take with { CopyrightHolder = text });
                Keep("docdata/doc.copyright/year", part.Attribute("year"));
                break;
            case "doc.rights":
                ReadRights(part);
                break;
            case "del-list":
                ReadRoute(part);
                break;
            case "key-list":
                ReadKeywords(part);
                break;
            case "identified-content":
                _subjects.ReadIdentified(part, _extras);
                break;
            case "evloc":
                _subjects.ReadPlace(part);
                break;
            default:
                Keep($"docdata/{part.Name}", NitfText.WholeOf(part));
                break;
        }
    }

    void ReadIdentity(XmlPart part)
    {
        SetOrKeep(part, "id-string", _take.SenderId, (take, text) => take with { SenderId = text });
        SetOrKeep(part, "regsrc", _take.Provider, (take, text) => take with { Provider = text });
    }

    /// <summary>A version of 2 or more says that this is not the first.</summary>
    void ReadKey(XmlPart part)
    {
        SetOrKeep(part, "key", _take.Slug, (take, text) => take with { Slug = text });
        SetOrKeep(part, "version", _take.SenderVersion, (take, text) => take with { SenderVersion = text });
        if (_take.Signal == Signal.None && int.TryParse(part.Attribute("version"), NumberStyles.None,
            CultureInfo.InvariantCulture, out var version) && version > 1)
            _take = _take with { Signal = Signal.Update };
        Keep("docdata/du-key/generation", part.Attribute("generation"));
        Keep("docdata/du-key/part", part.Attribute("part"));
    }

    void ReadUrgency(XmlPart part)
    {
        var text = part.Attribute("ed-urg") ?? "";
        if (text.Trim() is [>= '1' and <= '9'] digit && _take.Urgency is null)
            _take = _take with { Urgency = digit[0] - '0' };
        else if (text.Length > 0)
        {
            _source.Remarks.Add(NitfRemarks.ValueUnreadable, Severity.Warning, _source.At(part),
                $"Found the urgency '{Quoted.Short(text)}', expected one digit, 1 to 9: kept as an extra.");
            Keep("docdata/urgency", text);
        }
    }

    void ReadIssue(XmlPart part, string? text)
    {
        if (ReadTime(part, text) is not { } time)
            return;
        if (_take.VersionCreated is null)
            _take = _take with { VersionCreated = time };
        else if (_take.VersionCreated.Text != time.Text)
            Keep($"docdata/{part.Name}", time.Text);
        _status.Issue ??= time;
    }

    void ReadExpiry(XmlPart part)
    {
        if (ReadTime(part, part.Attribute("norm")) is not { } time)
            return;
        if (_take.Expiry is null)
            _take = _take with { Expiry = time };
        else if (_take.Expiry.Text != time.Text)
            Keep("docdata/date.expire", time.Text);
    }

    SenderTime? ReadTime(XmlPart part, string? text)
    {
        var time = SenderTimes.Read(text, _profile?.Zone ?? "");
        if (time is { At: null })
        {
            _source.Remarks.Add(NitfRemarks.TimeUnreadable, Severity.Warning, _source.At(part),
                $"Found '{Quoted.Short(time.Text)}' in {part.Name}, expected an instant with a zone: kept as it is.");
        }
        return time;
    }

    /// <summary>The first message that all may have is the advisory; the provider's profile knows the others.</summary>
    void ReadMessage(XmlPart part)
    {
        var text = part.Attribute("info") is { Length: > 0 } info ? info : NitfText.OneLineOf(part);
        var kind = part.Attribute("msg-type") ?? "";
        _evidence.AddMessage(kind, text.Length > 0 ? text : kind);
        if (text.Length == 0)
            return;
        var role = _profile?.NoteRoles.GetValueOrDefault(kind) ?? kind;
        var isPublic = _profile?.PrivateNotes.Contains(kind) is not true && !NitfRoles.IsPrivate(kind);
        if (isPublic && _take.Advisory == _content.Copy.Advisory && (kind.Length == 0 || role == kind))
        {
            if (_content.Copy.Advisory is { } inBody)
                _notes.Add(new Note("", inBody.Text));
            _take = _take with { Advisory = new Advisory(text) };
            Keep("docdata/ed-msg/msg-type", kind);
        }
        else
            _notes.Add(new Note(role, text, isPublic));
    }

    void ReadCorrection(XmlPart part)
    {
        _take = _take with { Signal = Signal.Correction };
        if (part.Attribute("info") is { Length: > 0 } info)
            _notes.Add(new Note(NoteRoles.Correction, info));
        if (part.Attribute("id-string") is { Length: > 0 } before
            && !_links.Exists(link => link.Target == before))
            _links.Add(new Link(LinkRels.PreviousVersion, before));
        Keep("docdata/correction/regsrc", part.Attribute("regsrc"));
    }

    /// <summary>The owner binds nobody; limits stand as they were written, all else with its name.</summary>
    void ReadRights(XmlPart part)
    {
        foreach (var attribute in part.Attributes.Where(attribute => attribute.Value.Length > 0))
        {
            if (attribute.Name == "owner")
                SetOrKeep(part, "owner", _take.CopyrightHolder, (take, text) => take with { CopyrightHolder = text });
            else if (attribute.Name == "limitations")
                _terms.Add(attribute.Value);
            else if (attribute.Name != "id")
                _terms.Add($"{attribute.Name}: {attribute.Value}");
        }
    }

    void ReadRoute(XmlPart part)
    {
        foreach (var from in part.All("from-src"))
        {
            SetOrKeep(from, "src-name", _take.Source, (take, text) => take with { Source = text });
            Keep("docdata/from-src/level-number", from.Attribute("level-number"));
        }
    }

    void ReadKeywords(XmlPart list)
    {
        Keep("docdata/key-list", list.Attribute("key") ?? list.Attribute("name"));
        foreach (var keyword in list.All("keyword"))
        {
            if ((keyword.Attribute("key") is { Length: > 0 } key ? key : keyword.TextOnOneLine) is { Length: > 0 } word)
                _keywords.Add(word);
        }
    }

    void ReadPubdata(XmlPart part)
    {
        foreach (var attribute in part.Attributes)
        {
            switch (attribute.Name)
            {
                case "item-length" when IsWords(part) && int.TryParse(attribute.Value, NumberStyles.None,
                    CultureInfo.InvariantCulture, out var words) && _take.WordCount is null:
                    _take = _take with { WordCount = words };
                    break;
                case "unit-of-measure" when IsWords(part):
                    break;
                case "date.publication" when _take.VersionCreated is null:
                    ReadIssue(part, attribute.Value);
                    break;
                case "date.publication" when SenderTimes.Read(attribute.Value, _profile?.Zone ?? "") is { } time
                    && (time.Text == _take.VersionCreated?.Text || time.At is { } at && at == _take.VersionCreated?.At):
                    break;
                default:
                    Keep($"pubdata/{attribute.Name}", attribute.Value);
                    break;
            }
        }
    }

    static bool IsWords(XmlPart part) => (part.Attribute("unit-of-measure") ?? "")
        .StartsWith("word", StringComparison.OrdinalIgnoreCase);

    void SetOrKeep(XmlPart part, string name, string there, Func<Take, string, Take> set)
    {
        if (part.Attribute(name) is not { Length: > 0 } text || OneLine.Of(text) == OneLine.Of(there))
            return;
        if (there.Length == 0)
            _take = set(_take, text);
        else
            Keep($"docdata/{part.Name}/{name}", text);
    }

    void Keep(string place, string? text)
    {
        if (text is { Length: > 0 })
            _extras.Add(new Extra(place, text));
    }
}
