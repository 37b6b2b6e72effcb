using System.Text.Json;
using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>Reads the properties of one ninjs object. What has no home in a take is kept under its own key.</summary>
sealed class NinjsTake(JsonElement root, RemarkBook remarks)
{
    readonly List<Extra> _kept = [];
    readonly NinjsBody _body = new(remarks);
    readonly NinjsPictures _pictures = new(remarks);
    readonly NinjsParts _parts = new();
    readonly List<string> _terms = [];
    readonly List<Embargo> _embargoes = [];
    Take _take = new();
    bool _hasUri;

    public Take Read()
    {
        NoteTwins();
        foreach (var property in root.EnumerateObject())
        {
            if (!ReadProperty(property.Name, property.Value))
                _kept.Add(new Extra(property.Name, property.Value.GetRawText()));
        }
        if (!_hasUri)
            remarks.Add(NinjsRemarks.NoUri, Severity.Warning, -1, "No uri: expected one.");
        _body.Finish(_parts.Dateline, _kept);
        if (_kept.Count > 0)
        {
            var names = _kept.Select(extra => Short(extra.Name)).Distinct().Take(40);
            remarks.Add(NinjsRemarks.KeysKept, Severity.Note, -1, $"Kept as they came: {string.Join(", ", names)}.");
        }
        return Finish();
    }

    Take Finish() => _take with
    {
        Series = _parts.Series,
        EndMark = _parts.EndMark,
        Contact = _parts.Contact,
        CreditLine = _parts.CreditLine.Length > 0 ? _parts.CreditLine : _take.CreditLine,
        Embargo = ReadEmbargoWords(),
        UsageTerms = _terms.Count > 0 ? new UsageTerms(string.Join("; ", _terms)) : null,
        Dateline = _body.Dateline ?? (_parts.Located.Length > 0
            ? new Dateline { Text = _parts.Located, Places = [_parts.Located] }
            : null),
        Body = _body.Paragraphs,
        Pictures = _pictures.Read(_body.Paragraphs.Length),
        Extras = [.. _parts.Extras, .. _kept],
    };

    /// <summary>
    /// The instant of the property with its words; words alone, a note's among them, when there is no instant.
    /// </summary>
    Embargo? ReadEmbargoWords()
    {
        if (_embargoes.Count > 0)
        {
            var embargo = PropertyEmbargo();
            return _parts.Embargo is { Length: > 0 } words ? embargo with { Text = words } : embargo;
        }
        if (_parts.Embargo is { } alone)
            return alone.Length > 0 ? new Embargo(alone, null) : null;
        if (_take.Advisory is not { } note || EmbargoWords.OfNote(note.Text) is not { } noted)
            return null;
        if (noted.Until is null)
        {
            remarks.Add(NinjsRemarks.EmbargoUnreadable, Severity.Warning, -1,
                "Words of an embargo in 'edNote' without a clear instant: the item waits for a person.");
        }
        return noted;
    }

    /// <summary>The embargo of the property; several that differ are no instant.</summary>
    Embargo PropertyEmbargo() => _embargoes.All(other => other.Until == _embargoes[0].Until)
        ? _embargoes[0]
        : new Embargo(string.Join("; ", _embargoes.Select(embargo => embargo.Text)), null);

    /// <summary>
    /// A key twice is settled towards safety: the stricter status, an embargo that waits, else the last one.
    /// </summary>
    void NoteTwins()
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in root.EnumerateObject())
        {
            if (!seen.Add(property.Name))
            {
                remarks.Add(NinjsRemarks.KeyTwice, Severity.Warning, -1,
                    $"'{Short(property.Name)}' twice: expected once; the stricter status or the last value holds.");
            }
        }
    }

    static string Short(string name) => name[..Math.Min(60, name.Length)];

    bool ReadProperty(string name, JsonElement value) => name.ToLowerInvariant() switch
    {
        "uri" or "guid" => ReadUri(value),
        "version" => Set(JsonText.Scalar(value), (t, v) => t with { SenderVersion = v }),
        "pubstatus" => ReadStatus(value),
        "embargoed" or "embargoeduntil" => ReadEmbargo(name, value),
        "versioncreated" => SetTime(value, (t, time) => t with { VersionCreated = time }),
        "firstcreated" => SetTime(value, (t, time) => t with { FirstCreated = time }),
        "urgency" => ReadUrgency(value),
        "headline" => Set(JsonText.String(value), (t, v) => t with { Headline = v }),
        "headlines" => ReadHeadlines(value),
        "slugline" => Set(JsonText.String(value), (t, v) => t with { Slug = v }),
        "by" or "byline" => Set(JsonText.String(value), (t, v) => t with { Byline = v }),
        "language" => Set(JsonText.String(value), (t, v) => t with { Language = v }),
        "creditline" => Set(JsonText.String(value), (t, v) => t with { CreditLine = v }),
        "ednote" => Set(JsonText.String(value), (t, v) => t with { Advisory = v.Length > 0 ? new Advisory(v) : null }),
        "usageterms" => ReadTerms(value),
        "rightsinfo" => ReadRights(value),
        "located" or "dateline" => _parts.ReadLocated(value),
        "descriptions" => _parts.ReadDescriptions(value, _kept),
        "infosources" => _parts.ReadInfoSources(value, _kept),
        "associations" => _pictures.Take(value, _kept),
        "standard" or "$standard" => true,
        "type" => JsonText.String(value) is "text",
        "representationtype" => JsonText.String(value) is "full" or "complete",
        _ => _body.Take(name, value),
    };

    bool Set(string? value, Func<Take, string, Take> set)
    {
        if (value is null)
            return false;
        _take = set(_take, value);
        return true;
    }

    bool SetTime(JsonElement value, Func<Take, SenderTime, Take> set)
    {
        if (SenderTimes.Read(JsonText.String(value), "") is not { } time)
            return false;
        _take = set(_take, time);
        return true;
    }

    bool AddTerms(string terms)
    {
        if (terms.Length > 0)
            _terms.Add(terms);
        return true;
    }

    bool ReadTerms(JsonElement value)
    {
        if (JsonText.String(value) is { } terms)
            return AddTerms(terms);
        if (value.ValueKind == JsonValueKind.Null)
            return true;
        remarks.Add(NinjsRemarks.ValueUnreadable, Severity.Warning, -1,
            "'usageTerms' that is no text: it stands among the usage terms as it came, "
            + "so that a person must clear it.");
        return AddTerms($"usageTerms: {value.GetRawText()}");
    }

    /// <summary>A machine-readable licence that we do not evaluate binds as words that are not understood.</summary>
    bool ReadRights(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return true;
        remarks.Add(NinjsRemarks.RightsExpression, Severity.Warning, -1,
            "A rights expression: not evaluated; it stands among the usage terms, so that a person must clear it.");
        return AddTerms(value.GetRawText());
    }

    bool ReadUri(JsonElement value)
    {
        if (JsonText.String(value) is not { } uri || _hasUri)
            return false;
        _hasUri = true;
        _take = _take with { SenderId = uri };
        return true;
    }

    bool ReadStatus(JsonElement value)
    {
        var status = Words.Read<TakeStatus>(JsonText.String(value));
        if (status is null)
        {
            var raw = value.GetRawText();
            remarks.Add(NinjsRemarks.StatusUnknown, Severity.Warning, -1,
                $"Status {raw[..Math.Min(40, raw.Length)]}: expected usable, withheld or canceled; taken as withheld.");
        }
        var read = status ?? TakeStatus.Withheld;
        if (read > _take.Status)
            _take = _take with { Status = read };
        return status is not null;
    }

    bool ReadEmbargo(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return true;
        var text = JsonText.String(value) ?? value.GetRawText();
        var until = Instant.Parse(text);
        _embargoes.Add(new Embargo(text.Length > 0 ? text : name, until));
        if (until is null || _embargoes[0].Until != until)
        {
            remarks.Add(NinjsRemarks.EmbargoUnreadable, Severity.Warning, -1,
                $"'{name}' is no single instant with a zone: expected RFC 3339; the item waits for a person.");
        }
        return true;
    }

    bool ReadUrgency(JsonElement value)
    {
        if (int.TryParse(JsonText.Scalar(value), out var urgency) && urgency is >= 1 and <= 9)
        {
            _take = _take with { Urgency = urgency };
            return true;
        }
        remarks.Add(NinjsRemarks.ValueUnreadable, Severity.Warning, -1, "'urgency': expected 1 to 9; kept as it came.");
        return false;
    }

    bool ReadHeadlines(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return false;
        var all = value.EnumerateArray().ToList();
        var main = all.FindIndex(item => JsonText.Member(item, "role") is "main" or "headline");
        main = main >= 0 ? main : all.FindIndex(item => JsonText.Member(item, "value") is not null);
        if (main < 0)
            return all.Count == 0;
        _take = _take with { Headline = JsonText.Member(all[main], "value")! };
        return all.Count == 1;
    }
}
