using System.Collections.Frozen;
using System.Text.Json;
using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>
/// What the fields of an associated picture say of its use, and which of them a take has no place for.
/// </summary>
/// <remarks>
/// Whatever may bind the picture stands among its usage terms, as words or as raw JSON: the gate reads nothing else,
/// and denies what it does not understand.
/// </remarks>
sealed class NinjsPictureFields
{
    static readonly FrozenSet<string> _texts = new[]
    {
        "uri", "name", "rel", "type", "description_text", "description_caption", "creditline", "by", "byline",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string> _shownOnlyWithThePicture = new[]
    {
        "description_text", "description_caption", "descriptions", "infosources", "creditline", "by", "byline",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    readonly List<string> _terms = [];
    readonly List<string> _binding = [];
    readonly List<string> _dropped = [];
    string? _reason;

    public NinjsPictureFields(JsonElement item)
    {
        foreach (var property in item.EnumerateObject())
            Read(property.Name, property.Value);
        if (Status is TakeStatus.Usable)
        {
            if (_reason is not null)
                Bind("edNote", _reason);
            return;
        }
        _dropped.AddRange(_seen.Where(_shownOnlyWithThePicture.Contains));
        if (_terms.Count > 0)
            _dropped.Add("usageTerms");
    }

    /// <summary>The strictest of the picture's statuses; one that is not known withholds.</summary>
    public TakeStatus Status { get; private set; }

    /// <summary>A status that is none of the three, shortened; null when there is none.</summary>
    public string? UnknownStatus { get; private set; }

    /// <summary>All terms, joined; null when there are none.</summary>
    public UsageTerms? Terms => _terms.Count > 0 ? new UsageTerms(string.Join("; ", _terms)) : null;

    /// <summary>Names of the fields that were put among the terms, beside the terms themselves.</summary>
    public IReadOnlyList<string> Binding => _binding;

    /// <summary>Names of the fields that are kept nowhere.</summary>
    public IReadOnlyList<string> Dropped => _dropped;

    /// <summary>Why the picture is withheld; null when it is not.</summary>
    public WithholdReason? Withheld => Status switch
    {
        TakeStatus.Usable => null,
        _ when _reason is not null && Words.Read<WithholdReason>(_reason[NinjsRoles.Withheld.Length..]) is { } read =>
            read,
        TakeStatus.Canceled => WithholdReason.Killed,
        _ => WithholdReason.Waiting,
    };

    void Read(string name, JsonElement value)
    {
        var isFirst = _seen.Add(name);
        if (value.ValueKind == JsonValueKind.Null)
            return;
        switch (name.ToLowerInvariant())
        {
            case "usageterms":
                ReadTerms(name, value);
                break;
            case "embargoed" or "embargoeduntil" or "expires":
                Bind(name, $"{name}: {JsonText.String(value) ?? value.GetRawText()}");
                break;
            case "rightsinfo" or "copyrightnotice":
                Bind(name, JsonText.String(value) ?? $"{name}: {value.GetRawText()}");
                break;
            case "ednote" when JsonText.String(value) is { } note && _reason is null
                && note.StartsWith(NinjsRoles.Withheld, StringComparison.Ordinal):
                _reason = note;
                break;
            case "ednote":
                Bind(name, JsonText.String(value) ?? $"{name}: {value.GetRawText()}");
                break;
            case "pubstatus":
                ReadStatus(value);
                break;
            default:
                if (!isFirst || !HasPlace(name, value))
                    _dropped.Add(name);
                break;
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
        _binding.Add(name);
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

    static bool HasPlace(string name, JsonElement value) => name.ToLowerInvariant() switch
    {
        "descriptions" => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() <= 1,
        "infosources" => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(part =>
            JsonText.Member(part, "role") is NinjsRoles.Credit or NinjsRoles.Source
            && JsonText.Member(part, "name") is not null),
        _ => _texts.Contains(name) && value.ValueKind == JsonValueKind.String,
    };
}
