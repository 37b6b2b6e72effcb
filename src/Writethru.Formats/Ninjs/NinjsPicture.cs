using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Ninjs;

/// <summary>Reads the fields of one picture: of an association, or of an item that is a picture itself.</summary>
/// <remarks>
/// Whatever may bind the picture stands among its usage terms, as words or as raw JSON: the gate reads nothing else,
/// and denies what it does not understand. Nothing of a picture is kept outside of it: what is kept raw would pass the
/// gate even where the picture is withheld. Fields without a home are named in a remark instead.
/// </remarks>
sealed class NinjsPicture
{
    /// <summary>Words in the role of a description that say that it may bind.</summary>
    static readonly string[] _limitsRoles = ["term", "right", "restrict", "instruction", "usage", "embargo"];

    readonly HashSet<string> _seen = [];
    readonly List<string> _terms = [];
    readonly List<string> _policies = [];
    readonly List<string> _limits = [];
    readonly List<string> _dropped = [];
    readonly List<(string Name, string Text)> _loose = [];
    readonly ImmutableArray<Rendition>.Builder _renditions = ImmutableArray.CreateBuilder<Rendition>();
    string? _reason, _caption, _text, _credit, _creditLine, _by, _senderId, _title;
    string _uri = "", _rel = "", _headline = "", _source = "", _copyright = "";
    int _after = -1;

    readonly bool _isItem;

    /// <summary>Reads the fields.</summary>
    /// <param name="item">The object.</param>
    /// <param name="isItem">Whether it is the item itself: then status, embargo and terms bind the whole take.</param>
    public NinjsPicture(JsonElement item, bool isItem = false)
    {
        _isItem = isItem;
        foreach (var property in item.EnumerateObject())
            Read(NinjsKeys.Of(property), property.Name, property.Value);
        if (_caption is not null && _text is not null && _text != _caption)
            _loose.Add(("description_text", _text));
        if (_headline.Length > 0 && _title is { Length: > 0 } && _title != _headline)
            _loose.Add(("title", _title));
        if (_copyright.Length > 0 && !IsOurs)
            Bind("copyrightNotice", _copyright);
        if (Status is TakeStatus.Usable)
        {
            if (_reason is not null)
                Bind("edNote", _reason);
            return;
        }
        _dropped.AddRange(_seen.Where(IsShown));
        if (_terms.Count > _limits.Count)
            _dropped.Add("usageTerms");
        if (_policies.Count > 0)
            _dropped.Add("rightsInfo");
    }

    /// <summary>The strictest of the picture's statuses; one that is not known withholds.</summary>
    public TakeStatus Status { get; private set; }

    /// <summary>A status that is none of the three, shortened; null when there is none.</summary>
    public string? UnknownStatus { get; private set; }

    /// <summary>Names of the fields that were put among the terms, beside the terms themselves.</summary>
    public IReadOnlyList<string> Binding => _limits;

    /// <summary>Names of the fields that are kept nowhere.</summary>
    public IReadOnlyList<string> Dropped => _dropped;

    /// <summary>Names of the texts that have no place of their own and stay with the picture.</summary>
    public IReadOnlyList<string> Loose => [.. _loose.Select(text => text.Name)];

    /// <summary>Number of the paragraph before it; -1 when nobody named it.</summary>
    public int After => _after >= 0 ? _after
        : _rel.StartsWith(NinjsRoles.AfterParagraph, StringComparison.Ordinal)
            && int.TryParse(_rel[NinjsRoles.AfterParagraph.Length..], NumberStyles.None,
                CultureInfo.InvariantCulture, out var after) ? after : -1;

    /// <summary>Why the picture is withheld; null when it is not.</summary>
    public WithholdReason? Withheld => Status switch
    {
        TakeStatus.Usable => null,
        _ when _reason is not null && Words.Read<WithholdReason>(_reason[NinjsRoles.Withheld.Length..]) is { } read =>
            read,
        TakeStatus.Canceled => WithholdReason.Killed,
        _ => WithholdReason.Waiting,
    };

    /// <summary>The picture; what of it is left when it is withheld.</summary>
    public Picture Picture
    {
        get
        {
            var picture = new Picture { After = After };
            if (Withheld is { } reason)
                return picture.Withhold(reason);
            picture = picture with
            {
                Caption = _caption ?? _text ?? "",
                Credit = _credit ?? _creditLine ?? _by ?? "",
                Creator = (_credit ?? _creditLine) is { } credit && _by is not null && _by != credit ? _by : "",
                Source = _source,
                Headline = _headline.Length > 0 ? _headline : _title ?? "",
                CopyrightNotice = _copyright,
                SenderId = _senderId ?? (IsOurs ? "" : _uri),
                Renditions = _renditions.ToImmutable(),
                UsageTerms = NinjsRights.Join(_terms, _policies),
            };
            return _loose.Select(text => text.Text).Aggregate(picture, LooseText.On);
        }
    }

    /// <summary>
    /// Whether this program wrote it: then its terms are all that binds it, and its notice no more than that.
    /// </summary>
    bool IsOurs => _uri.StartsWith(NinjsRoles.OurUri, StringComparison.Ordinal);

    void Read(string key, string name, JsonElement value)
    {
        var isFirst = _seen.Add(key);
        if (value.ValueKind == JsonValueKind.Null)
            return;
        switch (key)
        {
            case "usageterms" or "usage_terms" or "embargoed" or "embargoeduntil" or "embargo"
                or "expires" or "rightsinfo"
                or "pubstatus" or "pub_status" when _isItem:
                break;
            case "usageterms" or "usage_terms":
                ReadTerms(name, value);
                break;
            case "embargoed" or "embargoeduntil" or "embargo" or "expires":
                Bind(name, $"{name}: {JsonText.String(value) ?? value.GetRawText()}");
                break;
            case "rightsinfo" when NinjsRights.PolicyOf(value) is { } policy:
                _policies.Add(policy);
                break;
            case "rightsinfo":
                Bind(name, JsonText.String(value) ?? $"{name}: {value.GetRawText()}");
                break;
            case "copyrightnotice" when isFirst && JsonText.String(value) is { } notice:
                _copyright = notice;
                break;
            case "ednote" when JsonText.String(value) is { } note && _reason is null
                && note.StartsWith(NinjsRoles.Withheld, StringComparison.Ordinal):
                _reason = note;
                break;
            case "ednote" or "copyrightnotice":
                Bind(name, JsonText.String(value) ?? $"{name}: {value.GetRawText()}");
                break;
            case "pubstatus" or "pub_status":
                ReadStatus(value);
                break;
            default:
                if (isFirst && ReadShown(key, value))
                    break;
                if (!_isItem && IsProse(key) && JsonText.String(value) is { Length: > 0 } prose)
                    _loose.Add((name, NinjsBody.TextOf(prose)));
                else
                    _dropped.Add(name);
                ReadOther(key, name, value);
                break;
        }
    }

    /// <summary>What a field of the sender's own says of rights, embargo or a stop binds the picture.</summary>
    void ReadOther(string key, string name, JsonElement value)
    {
        if (key.StartsWith("description_", StringComparison.Ordinal) && IsBinding(key)
            && JsonText.String(value) is { } words)
            Bind(name, words);
        if (_isItem || key == "renditions")
            return;
        foreach (var limit in LimitingNames.In(name, value))
        {
            if (limit.Kind != Limiting.Status)
                Bind(limit.Path, $"{limit.Path}: {limit.Words}");
            else
                Status = limit.Status > Status ? limit.Status : Status;
        }
    }

    /// <summary>Reads what is shown with the picture; false when the value, or a part of it, has no place.</summary>
    bool ReadShown(string key, JsonElement value) => key switch
    {
        "uri" or "guid" => Set(ref _uri, value),
        "rel" => Set(ref _rel, value),
        "name" or "type" => value.ValueKind == JsonValueKind.String,
        "headline" => Set(ref _headline, value),
        "title" => (_title = JsonText.String(value)) is not null,
        "headlines" => Each(value, part => part.Value is { } text && _headline.Length == 0
            && (_headline = text) is not null),
        "description_caption" => (_caption ??= JsonText.String(value)) is not null,
        "description_text" => (_text = JsonText.String(value)) is not null,
        "descriptions" => Each(value, ReadDescription),
        "creditline" => (_creditLine = JsonText.String(value)) is not null,
        "by" or "byline" => (_by ??= JsonText.String(value)) is not null,
        "infosources" => Each(value, ReadSource),
        "altids" => Each(value, part => part is { Role: NinjsRoles.SenderId, Value: not null }
            && (_senderId = part.Value) is not null),
        "renditions" => NinjsRenditions.Read(value, _renditions, Bind),
        _ => false,
    };

    bool ReadDescription(NinjsPart part)
    {
        if (part.Value is not { } text)
            return false;
        var role = part.Role ?? "";
        if (role == NinjsRoles.After)
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _after);
        if (role.Equals("creditline", StringComparison.OrdinalIgnoreCase))
            return (_creditLine ??= text) == text;
        if (role == NinjsRoles.Caption || _caption is null && !IsBinding(role))
        {
            if (_caption is not null)
                _loose.Add(("descriptions", _caption));
            _caption = text;
            return true;
        }
        if (IsBinding(role))
            Bind($"descriptions/{role}", text);
        else
            _loose.Add(($"descriptions/{role}", text));
        return true;
    }

    bool ReadSource(NinjsPart part)
    {
        switch (part)
        {
            case { Role: NinjsRoles.Credit, Name: { } name, HasMore: false }:
                _credit = name;
                return true;
            case { Role: NinjsRoles.Source, Name: { } name, HasMore: false }:
                _source = name;
                return true;
            default:
                return false;
        }
    }

    void ReadTerms(string name, JsonElement value)
    {
        if (JsonText.String(value) is not { } terms)
            Bind(name, $"{name}: {value.GetRawText()}");
        else if (terms.Length > 0)
            _terms.Add(terms);
    }

    void Bind(string name, string words)
    {
        if (words.Length == 0)
            return;
        _terms.Add(words);
        _limits.Add(name);
    }

    void ReadStatus(JsonElement value)
    {
        var status = Words.Read<TakeStatus>(JsonText.String(value));
        if (status is null)
        {
            var raw = value.GetRawText();
            UnknownStatus = raw[..Math.Min(40, raw.Length)];
        }
        var read = status ?? TakeStatus.Withheld;
        Status = read > Status ? read : Status;
    }

    /// <summary>Whether the role of a description says that it may bind.</summary>
    public static bool IsBinding(string role) =>
        _limitsRoles.Any(word => role.Contains(word, StringComparison.OrdinalIgnoreCase));

    static bool IsProse(string key) => key is "caption" or "instructions" or "special_instructions"
        || key.StartsWith("body_", StringComparison.Ordinal) || key.StartsWith("headline_", StringComparison.Ordinal)
        || key.StartsWith("description_", StringComparison.Ordinal) && !IsBinding(key);

    static bool IsShown(string key) => key is "description_text" or "description_caption" or "descriptions"
        or "infosources" or "creditline" or "by" or "byline" or "renditions" or "headline" or "headlines" or "title";

    static bool Set(ref string field, JsonElement value)
    {
        if (JsonText.String(value) is not { } text)
            return false;
        field = text;
        return true;
    }

    static bool Each(JsonElement value, Func<NinjsPart, bool> read)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return false;
        var isWhole = true;
        foreach (var item in value.EnumerateArray())
            isWhole &= read(NinjsPart.Read(item));
        return isWhole;
    }
}
