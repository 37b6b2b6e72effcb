using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Ninjs;

/// <summary>What of an item binds whoever gets it: status, embargo, terms. Of two values the safer one holds.</summary>
sealed class NinjsBinding(RemarkBook remarks, Func<string> zone)
{
    readonly List<string> _terms = [];
    readonly List<string> _policies = [];
    Embargo? _worded;
    readonly List<(string Name, JsonElement Value)> _embargoes = [];

    /// <summary>The strictest status; one that is not known withholds.</summary>
    public TakeStatus Status { get; private set; }

    /// <summary>All terms, joined; null when there are none.</summary>
    public UsageTerms? Terms => NinjsRights.Join(_terms, _policies);

    public bool ReadStatus(JsonElement value)
    {
        var status = Words.Read<TakeStatus>(JsonText.String(value));
        if (status is null)
        {
            var raw = value.GetRawText();
            remarks.Add(NinjsRemarks.StatusUnknown, Severity.Warning, -1,
                $"Status {raw[..Math.Min(40, raw.Length)]}: expected usable, withheld or canceled; taken as withheld.");
        }
        var read = status ?? TakeStatus.Withheld;
        Status = read > Status ? read : Status;
        return status is not null;
    }

    /// <summary>
    /// Members of the sender's own, at any depth: an embargo, rights or a stop among them binds.
    /// </summary>
    public void ReadOther(string name, JsonElement value)
    {
        foreach (var limit in LimitingNames.In(name, value))
        {
            if (limit.Kind == Limiting.Embargo)
                ReadEmbargo(limit.Path, limit.Value);
            else if (limit.Kind == Limiting.Rights)
                ReadRights(limit.Path, limit.Words, $"{limit.Path}: ");
            else
                Stop(limit.Status, limit.Path);
        }
    }

    /// <summary>Words of the sender's own place for instructions: what of them stops or limits binds.</summary>
    public void ReadWords(string name, string words)
    {
        if (StatusWords.Read(words) is { } status)
            Stop(status, name);
        else if (EmbargoWords.OfNote(words) is { } embargo)
            _worded ??= embargo;
        else if (Restrictions.Alone(words) is { } terms)
            ReadRights(name, terms, "");
    }

    /// <summary>
    /// A description whose role says that it binds: terms, unless its words say a status or an embargo.
    /// </summary>
    public void ReadOfRole(string role, string words)
    {
        if (StatusWords.Read(words) is null && EmbargoWords.OfNote(words) is null
            && !role.Contains("instruction", StringComparison.OrdinalIgnoreCase))
            ReadRights(role, words, "");
        else
            ReadWords(role, words);
    }

    void ReadRights(string name, string words, string label)
    {
        if (_terms.Exists(known => known.Contains(words, StringComparison.Ordinal)))
            return;
        remarks.Add(NinjsRemarks.RightsExpression, Severity.Warning, -1,
            $"'{name[..Math.Min(60, name.Length)]}' speaks of rights: "
            + "it stands among the usage terms, so that a person must clear it.");
        AddTerms(label + words);
    }

    void Stop(TakeStatus status, string name)
    {
        Status = status > Status ? status : Status;
        remarks.Add(NinjsRemarks.StatusUnknown, Severity.Warning, -1,
            $"'{name[..Math.Min(60, name.Length)]}' stops the item: taken as {Words.Of(status)}.");
    }

    public bool ReadEmbargo(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Null)
            _embargoes.Add((name, value));
        return true;
    }

    public bool ReadTerms(JsonElement value)
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

    /// <summary>
    /// A policy is kept as it is; a licence that is only linked, or is no policy, binds as words that are not
    /// understood.
    /// </summary>
    public bool ReadRights(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return true;
        if (NinjsRights.PolicyOf(value) is { } policy)
        {
            _policies.Add(policy);
            return true;
        }
        remarks.Add(NinjsRemarks.RightsExpression, Severity.Warning, -1,
            "A rights expression: not evaluated; it stands among the usage terms, so that a person must clear it.");
        return AddTerms(value.GetRawText());
    }

    /// <summary>
    /// The instant of the property with its words; words alone, a note's among them, when there is no instant.
    /// </summary>
    /// <param name="words">
    /// The words that our own writer named; empty: it says that there is no embargo; null: nothing is said.
    /// </param>
    /// <param name="note">The note to editors.</param>
    public Embargo? Embargo(string? words, string note)
    {
        if (_embargoes.Count > 0)
        {
            var embargo = OfProperties();
            return words is { Length: > 0 } ? embargo with { Text = words } : embargo;
        }
        if (words is not null)
            return words.Length > 0 ? new Embargo(words, null) : null;
        if ((EmbargoWords.OfNote(note) ?? _worded) is not { } noted)
            return null;
        if (noted.Until is null)
        {
            remarks.Add(NinjsRemarks.EmbargoUnreadable, Severity.Warning, -1,
                "Words of an embargo in a note without a clear instant: the item waits for a person.");
        }
        return noted;
    }

    /// <summary>The embargo of the properties; several that differ are no instant.</summary>
    Embargo OfProperties()
    {
        var read = _embargoes.ConvertAll(embargo => Read(embargo.Name, embargo.Value));
        foreach (var (embargo, (name, _)) in read.Zip(_embargoes))
        {
            if (embargo.Until is null || embargo.Until != read[0].Until)
            {
                remarks.Add(NinjsRemarks.EmbargoUnreadable, Severity.Warning, -1,
                    $"'{name}' is no single instant with a zone: expected RFC 3339; the item waits for a person.");
            }
        }
        return read.TrueForAll(other => other.Until == read[0].Until)
            ? read[0]
            : new Embargo(string.Join("; ", read.Select(embargo => embargo.Text)), null);
    }

    Embargo Read(string name, JsonElement value)
    {
        var text = JsonText.String(value) ?? value.GetRawText();
        return new Embargo(text.Length > 0 ? text : name, NinjsTimes.Read(value, zone)?.At
            ?? (value.ValueKind == JsonValueKind.String ? EmbargoInstant.Find(text) : null));
    }

    bool AddTerms(string terms)
    {
        if (terms.Length > 0)
            _terms.Add(terms);
        return true;
    }
}
