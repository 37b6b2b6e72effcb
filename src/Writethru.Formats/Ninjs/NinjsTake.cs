using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;
using Writethru.Formats.Profiles;

namespace Writethru.Formats.Ninjs;

/// <summary>Reads the properties of one ninjs object. What has no home in a take is kept under its own key.</summary>
sealed partial class NinjsTake
{
    /// <summary>
    /// What each property of 1.0 to 3.3, of the Superdesk dialect and of dpa's digital wires is read by: by its
    /// name in lower case. False: it has no home, or not all of it; it is kept as it came.
    /// </summary>
    static readonly FrozenDictionary<string, (int Index, Func<NinjsTake, JsonElement, bool> Read)> _properties =
        new Dictionary<string, Func<NinjsTake, JsonElement, bool>>
        {
            ["uri"] = (t, v) => t.ReadUri(v),
            ["guid"] = (t, v) => t.ReadUri(v),
            ["urn"] = (t, v) => t.ReadUri(v),
            ["article_html"] = (t, v) => t._body.Take("body_html", v),
            ["version"] = (t, v) => Set(ref t._version, JsonText.Scalar(v)),
            ["type"] = (t, _) => t._type is "text" or "picture" or "graphic",
            ["pubstatus"] = (t, v) => t._limits.ReadStatus(v),
            ["embargoed"] = (t, v) => t._limits.ReadEmbargo("embargoed", v),
            ["embargoeduntil"] = (t, v) => t._limits.ReadEmbargo("embargoedUntil", v),
            ["usageterms"] = (t, v) => t._limits.ReadTerms(v),
            ["usage_terms"] = (t, v) => t._limits.ReadTerms(v),
            ["pub_status"] = (t, v) => t._limits.ReadStatus(v),
            ["embargo"] = (t, v) => t._limits.ReadEmbargo("embargo", v),
            ["embargoed_until"] = (t, v) => t._limits.ReadEmbargo("embargoed_until", v),
            ["rightsinfo"] = (t, v) => t._limits.ReadRights(v),
            ["versioncreated"] = (t, v) => Set(ref t._versionCreated, v),
            ["firstcreated"] = (t, v) => Set(ref t._firstCreated, v),
            ["expires"] = (t, v) => Set(ref t._expires, v),
            ["urgency"] = (t, v) => t.ReadRank("urgency", ref t._urgency, v),
            ["priority"] = (t, v) => t.ReadRank("priority", ref t._priority, v),
            ["wordcount"] = (t, v) => v.ValueKind == JsonValueKind.Number && v.TryGetInt32(out var count)
                && (t._wordCount = count) is not null,
            ["headline"] = (t, v) => JsonText.String(v) is { } text && (t._parts.Headline = text) is not null,
            ["headlines"] = (t, v) => t._parts.ReadHeadlines(v, t._kept),
            ["title"] = (t, v) => Set(ref t._title, v),
            ["slugline"] = (t, v) => Set(ref t._slug, v),
            ["by"] = (t, v) => Set(ref t._byline, v),
            ["byline"] = (t, v) => Set(ref t._byline, v),
            ["authors"] = (t, v) => t.ReadAuthors(v),
            ["language"] = (t, v) => Set(ref t._language, v),
            ["ednote"] = (t, v) => t.ReadNote(v),
            ["copyrightholder"] = (t, v) => Set(ref t._copyrightHolder, v),
            ["copyrightnotice"] = (t, v) => Set(ref t._copyrightNotice, v),
            ["creditline"] = (t, v) => JsonText.String(v) is { } text && (t._parts.CreditLine = text) is not null,
            ["source"] = (t, v) => t._parts.ReadSource(v),
            ["infosource"] = (t, v) => t._parts.ReadInfoSources(v, t._kept),
            ["infosources"] = (t, v) => t._parts.ReadInfoSources(v, t._kept),
            ["located"] = (t, v) => Set(ref t._located, v),
            ["dateline"] = (t, v) => Set(ref t._located, v),
            ["descriptions"] = (t, v) => t._parts.ReadDescriptions(v, t._kept, t._limits),
            ["bodies"] = (t, v) => t._body.Take("bodies", v),
            ["associations"] = (t, v) => t._pictures.Take(v, t._kept),
            ["renditions"] = (t, _) => t.IsPicture,
            ["subject"] = (t, v) => NinjsConcepts.Read(v, "", t._subjects, t._keywords),
            ["subjects"] = (t, v) => NinjsConcepts.Read(v, "", t._subjects, t._keywords),
            ["service"] = (t, v) => NinjsConcepts.Read(v, Schemes.Category, t._subjects),
            ["genre"] = (t, v) => NinjsConcepts.Read(v, "", t._genres),
            ["genres"] = (t, v) => NinjsConcepts.Read(v, "", t._genres),
            ["place"] = (t, v) => NinjsConcepts.Read(v, "", t._places),
            ["places"] = (t, v) => NinjsConcepts.Read(v, "", t._places),
            ["person"] = (t, v) => NinjsConcepts.Read(v, "", t._people),
            ["people"] = (t, v) => NinjsConcepts.Read(v, "", t._people),
            ["organisation"] = (t, v) => NinjsConcepts.Read(v, "", t._organisations),
            ["organisations"] = (t, v) => NinjsConcepts.Read(v, "", t._organisations),
            ["keywords"] = (t, v) => t.ReadKeywords(v),
            ["evolvedfrom"] = (t, v) => t.ReadEvolvedFrom(v),
            ["signal"] = (t, v) => t.ReadSignal(v),
            ["signals"] = (t, v) => t.ReadSignal(v),
            ["sign_off"] = (t, v) => t.ReadSignOff(v),
            ["standard"] = (_, _) => true,
            ["$standard"] = (_, _) => true,
            ["representationtype"] = (_, v) => JsonText.String(v) is "full" or "complete",
        }.Select((pair, i) => (pair.Key, Value: (i, pair.Value)))
        .ToFrozenDictionary(pair => pair.Key, pair => pair.Value);

    readonly bool[] _seen = new bool[_properties.Count];
    readonly JsonElement _root;
    readonly RemarkBook _remarks;
    readonly ReadOptions _options;
    readonly List<Extra> _kept = [];
    readonly List<string> _keywords = [];
    readonly List<string> _authors = [];
    readonly NinjsBody _body;
    readonly NinjsPictures _pictures;
    readonly NinjsParts _parts = new();
    readonly NinjsLimits _limits;
    readonly ImmutableArray<Concept>.Builder _subjects = ImmutableArray.CreateBuilder<Concept>(0);
    readonly ImmutableArray<Concept>.Builder _genres = ImmutableArray.CreateBuilder<Concept>(0);
    readonly ImmutableArray<Concept>.Builder _places = ImmutableArray.CreateBuilder<Concept>(0);
    readonly ImmutableArray<Concept>.Builder _people = ImmutableArray.CreateBuilder<Concept>(0);
    readonly ImmutableArray<Concept>.Builder _organisations = ImmutableArray.CreateBuilder<Concept>(0);
    string _version = "", _type = "", _title = "", _slug = "", _byline = "", _language = "", _note = "", _located = "",
        _copyrightHolder = "", _copyrightNotice = "";
    HashSet<string>? _seenOthers;
    string? _uri, _zone;
    int? _urgency, _priority, _wordCount;
    JsonElement _versionCreated, _firstCreated, _expires;

    public NinjsTake(JsonElement root, ReadOptions options, RemarkBook remarks)
    {
        (_root, _options, _remarks) = (root, options, remarks);
        _body = new NinjsBody(remarks, options);
        _pictures = new NinjsPictures(remarks);
        _limits = new NinjsLimits(remarks, Zone);
    }

    /// <summary>The kind of item in the sender's word; empty when it does not say.</summary>
    public string Kind => _type;

    /// <summary>Whether the item holds more than the limits allow.</summary>
    public bool IsTooMuch => _body.IsTooMuch || _body.Paragraphs.Length > _options.MaxParagraphs
        || _body.Pictures.Length + _pictures.Count > _options.MaxParagraphs;

    bool IsPicture => _type is "picture" or "graphic";

    /// <summary>What this program writes of a picture stands with its association.</summary>
    bool IsOursWithPicture => _pictures.Count > 0 && IsOurs;

    bool IsOurs => _uri?.StartsWith(NinjsRoles.OurUri, StringComparison.Ordinal) is true;

    public Take Read()
    {
        var type = JsonText.Member(_root, "type");
        _type = type?.ToLowerInvariant() ?? "";
        foreach (var property in _root.EnumerateObject())
        {
            if (!ReadProperty(property))
                _kept.Add(new Extra(property.Name, property.Value.GetRawText()));
        }
        if (_uri is null)
            _remarks.Add(NinjsRemarks.NoUri, Severity.Warning, -1, "No uri: expected one.");
        _body.Finish(_parts.Dateline, _kept);
        if (IsPicture && !IsOursWithPicture)
            _pictures.TakeItem(_root, _limits.Terms);
        if (_kept.Count > 0)
        {
            var names = _kept.Select(extra => Short(extra.Name)).Distinct().Take(40);
            _remarks.Add(NinjsRemarks.KeysKept, Severity.Note, -1, $"Kept as they came: {string.Join(", ", names)}.");
        }
        return IsTooMuch ? new Take() : Finish();
    }

    Take Finish()
    {
        var pictures = _pictures.Read(_body.Paragraphs.Length, _body.Pictures);
        var take = new Take
        {
            SenderId = _uri ?? "",
            SenderVersion = _version,
            Headline = _parts.Headline.Length > 0 ? _parts.Headline : _title,
            Headlines = Headlines(),
            Descriptions = Descriptions(pictures),
            Slug = _slug,
            Urgency = _urgency,
            Priority = _priority,
            Series = _parts.Series,
            Advisory = _note.Length > 0 ? new Advisory(_note) : null,
            Notes = _parts.Notes,
            Dateline = _body.Dateline
                ?? (_located.Length > 0 ? new Dateline { Text = _located, Places = [_located] } : null),
            Byline = _byline.Length > 0 ? _byline : string.Join(", ", _authors),
            Contact = _parts.Contact,
            EndMark = _parts.EndMark,
            Language = _language,
            CreditLine = _parts.CreditLine,
            Provider = _parts.Provider,
            Source = _parts.Source,
            CopyrightHolder = _copyrightHolder,
            CopyrightNotice = _copyrightNotice,
            Signal = _parts.Signal,
            FirstCreated = Time("firstCreated", _firstCreated),
            VersionCreated = Time("versionCreated", _versionCreated),
            Expiry = Time("expires", _expires),
            WordCount = _wordCount ?? _body.WordCount,
            Subjects = _subjects.ToImmutable(),
            Genres = _genres.ToImmutable(),
            Places = _places.ToImmutable(),
            People = _people.ToImmutable(),
            Organisations = _organisations.ToImmutable(),
            Keywords = [.. _keywords],
            Links = _pictures.Links,
            Kind = IsPicture && _body.Paragraphs.IsEmpty && pictures.Length == 1 ? TakeKind.Picture : TakeKind.Text,
            Body = _body.Paragraphs,
            Pictures = pictures,
            Extras = [.. _parts.Extras, .. _kept],
        };
        take = _limits.Into(take, _parts.Embargo);
        return IsOurs ? take : CopyParts.SetApart(take);
    }

    /// <summary>A title beside a headline is a further headline, unless it says the same.</summary>
    ImmutableArray<Labelled> Headlines() =>
        _title.Length > 0 && _parts.Headline.Length > 0 && _title != _parts.Headline
            ? _parts.Headlines.Add(new Labelled("title", _title))
            : _parts.Headlines;

    /// <summary>The caption of an item that is a picture stands with the picture.</summary>
    ImmutableArray<Labelled> Descriptions(ImmutableArray<Picture> pictures) => IsPicture
        ? _parts.Descriptions.RemoveAll(labelled => labelled.Text == pictures[0].Caption)
        : _parts.Descriptions;

    bool ReadProperty(JsonProperty property)
    {
        var key = NinjsKeys.Of(property);
        var value = property.Value;
        var isKnown = _properties.TryGetValue(key, out var known);
        if (isKnown ? _seen[known.Index] : !(_seenOthers ??= []).Add(key))
        {
            _remarks.Add(NinjsRemarks.KeyTwice, Severity.Warning, -1,
                $"'{Short(property.Name)}' twice: expected once; the stricter status or the last value holds.");
        }
        if (isKnown)
        {
            _seen[known.Index] = true;
            return known.Read(this, value);
        }
        if (key.StartsWith("body_", StringComparison.Ordinal))
        {
            if (key == "body_footer")
                ReadWords(key, value);
            return _body.Take(key, value);
        }
        if (key.StartsWith("description_", StringComparison.Ordinal)
            || key.StartsWith("headline_", StringComparison.Ordinal))
        {
            if (key.StartsWith('d'))
                ReadWords(key, value);
            return _parts.ReadNamed(key, value);
        }
        if (LimitingNames.ArePrivate(key) && JsonText.String(value) is { Length: > 0 } note)
            return _parts.AddPrivate(key, note);
        _limits.ReadOther(property.Name, value);
        return false;
    }

    /// <summary>A note; in a list or an object, which no version of ninjs allows, the texts that stand there.</summary>
    bool ReadNote(JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
            return Set(ref _note, value);
        JsonElement[] parts = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        var read = parts.Select(NinjsPart.Read).ToList();
        _note = string.Join('\n', read.Select(part => part.Value ?? part.Name).Prepend(_note)
            .Where(text => !string.IsNullOrWhiteSpace(text)));
        foreach (var text in read.Select(part => part.Value ?? part.Name).OfType<string>())
            _limits.ReadWords("edNote", text);
        return read.TrueForAll(part => part is { HasMore: false } && (part.Value ?? part.Name) is not null);
    }

    /// <summary>A signal that is none of the standard's may stop the item.</summary>
    bool ReadSignal(JsonElement value)
    {
        if (_parts.ReadSignal(value))
            return true;
        _limits.ReadOther("signals", value);
        return false;
    }

    /// <summary>Text for editors outside of the note to editors; markup is no part of it.</summary>
    void ReadWords(string key, JsonElement value)
    {
        if (JsonText.String(value) is { Length: > 0 } text)
            _limits.ReadWords(key, Tags().Replace(text, " ").Trim());
    }

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tags();

    bool ReadUri(JsonElement value)
    {
        if (JsonText.String(value) is not { } uri || _uri is not null)
            return false;
        _uri = uri;
        return true;
    }

    bool ReadRank(string name, ref int? rank, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return true;
        if (int.TryParse(JsonText.Scalar(value), out var read) && read is >= 1 and <= 9)
        {
            rank = read;
            return true;
        }
        _remarks.Add(
            NinjsRemarks.ValueUnreadable, Severity.Warning, -1, $"'{name}': expected 1 to 9; kept as it came.");
        return false;
    }

    bool ReadKeywords(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return value.ValueKind == JsonValueKind.Null;
        var words = value.EnumerateArray().Select(JsonText.String).ToList();
        _keywords.AddRange(words.OfType<string>());
        return !words.Contains(null);
    }

    /// <summary>
    /// Superdesk's authors stand for the byline where there is none; kept, since they have codes and roles.
    /// </summary>
    bool ReadAuthors(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
            _authors.AddRange(value.EnumerateArray().Select(item => NinjsPart.Read(item).Name).OfType<string>());
        return value.ValueKind == JsonValueKind.Null;
    }

    bool ReadEvolvedFrom(JsonElement value)
    {
        if (JsonText.String(value) is not { Length: > 0 } other)
            return value.ValueKind == JsonValueKind.Null;
        _pictures.AddLink(LinkRels.DerivedFrom, other);
        return true;
    }

    bool ReadSignOff(JsonElement value)
    {
        if (JsonText.String(value) is not { Length: > 0 } signOff)
            return value.ValueKind == JsonValueKind.Null;
        _parts.Extras.Add(new Extra(ExtraNames.SignOff, signOff));
        return true;
    }

    SenderTime? Time(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            return null;
        var time = NinjsTimes.Read(value, Zone);
        if (time is { At: null })
        {
            _remarks.Add(NinjsRemarks.TimeUnreadable, Severity.Warning, -1,
                $"'{name}' is no instant with a zone: expected RFC 3339; kept as it is written.");
        }
        return time;
    }

    /// <summary>The zone of the profile that was chosen, or that the item's own words name.</summary>
    string Zone() => _zone ??= (_options.Profile ?? ProviderProfiles.Recognise(
        _parts.Provider, _copyrightHolder, _parts.CreditLine, _parts.Source, _uri))?.Zone ?? "";

    static bool Set(ref string field, JsonElement value) => Set(ref field, JsonText.String(value))
        || value.ValueKind == JsonValueKind.Null;

    static bool Set(ref string field, string? text)
    {
        if (text is null)
            return false;
        field = text;
        return true;
    }

    static bool Set(ref JsonElement field, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return true;
        if (value.ValueKind != JsonValueKind.String)
            return false;
        field = value;
        return true;
    }

    static string Short(string name) => name[..Math.Min(60, name.Length)];
}
