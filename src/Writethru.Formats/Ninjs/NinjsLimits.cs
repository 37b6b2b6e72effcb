using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Ninjs;

/// <summary>Collects what of an item limits it: status and embargo as evidence, terms and policies.</summary>
sealed class NinjsLimits(RemarkBook remarks, Func<string> zone)
{
    readonly List<string> _terms = [];
    readonly List<string> _policies = [];
    readonly List<(string Name, JsonElement Value)> _embargoes = [];
    readonly Evidence _evidence = new(NinjsRemarks.EmbargoUnreadable, remarks.Add);

    /// <summary>All terms, joined; null when there are none.</summary>
    public UsageTerms? Terms => NinjsRights.Join(_terms, _policies);

    /// <summary>Reads the status; one that is not known withholds.</summary>
    public bool ReadStatus(JsonElement value)
    {
        var status = Words.Read<TakeStatus>(JsonText.String(value));
        if (status is null)
        {
            var raw = value.GetRawText();
            remarks.Add(NinjsRemarks.StatusUnknown, Severity.Warning, -1,
                $"Status {raw[..Math.Min(40, raw.Length)]}: expected usable, withheld or canceled; taken as withheld.");
        }
        _evidence.Stop(status ?? TakeStatus.Withheld);
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
                Stop(limit);
        }
    }

    /// <summary>Words of the sender's own place for instructions: what of them stops or limits binds.</summary>
    public void ReadWords(string name, string words)
    {
        if (LimitingNames.OfNote(name, words) is not { } limit)
            return;
        if (limit.Kind == Limiting.Embargo)
            _evidence.Add(limit, zone());
        else if (limit.Kind == Limiting.Status)
            Stop(limit);
        else if (Restrictions.Alone(words) is { } terms)
            ReadRights(name, terms, "");
    }

    /// <summary>
    /// A description whose role says that it binds: terms, unless its words say a status or an embargo.
    /// </summary>
    public void ReadOfRole(string role, string words)
    {
        if (role.Contains("instruction", StringComparison.OrdinalIgnoreCase)
            || LimitingNames.OfNote(role, words) is { Kind: not Limiting.Rights })
            ReadWords(role, words);
        else
            ReadRights(role, words, "");
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

    void Stop(Limit limit)
    {
        _evidence.Add(limit, "");
        remarks.Add(NinjsRemarks.StatusUnknown, Severity.Warning, -1,
            $"'{limit.Path[..Math.Min(60, limit.Path.Length)]}' stops the item: taken as {Words.Of(limit.Status)}.");
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

    /// <summary>The take with status, embargo and terms.</summary>
    /// <param name="take">What else was read.</param>
    /// <param name="words">The words of the embargo that our own writer carried; empty for none.</param>
    public Take Into(Take take, string words)
    {
        _evidence.OwnWords = words;
        _embargoes.ForEach(embargo => _evidence.Add(Read(embargo.Name, embargo.Value)));
        return _evidence.Into(take with { UsageTerms = Terms });
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
