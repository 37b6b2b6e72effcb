using System.Text.Json;
using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>What of an item binds whoever gets it: status, embargo, terms. Of two values the safer one holds.</summary>
sealed class NinjsBinding(RemarkBook remarks, Func<string> zone)
{
    readonly List<string> _terms = [];
    readonly List<(string Name, JsonElement Value)> _embargoes = [];

    /// <summary>The strictest status; one that is not known withholds.</summary>
    public TakeStatus Status { get; private set; }

    /// <summary>All terms, joined; null when there are none.</summary>
    public UsageTerms? Terms => _terms.Count > 0 ? new UsageTerms(string.Join("; ", _terms)) : null;

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

    /// <summary>A machine-readable licence that we do not evaluate binds as words that are not understood.</summary>
    public bool ReadRights(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return true;
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
        if (note.Length == 0 || EmbargoWords.OfNote(note) is not { } noted)
            return null;
        if (noted.Until is null)
        {
            remarks.Add(NinjsRemarks.EmbargoUnreadable, Severity.Warning, -1,
                "Words of an embargo in 'edNote' without a clear instant: the item waits for a person.");
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
        return new Embargo(text.Length > 0 ? text : name, NinjsTimes.Read(value, zone)?.At);
    }

    bool AddTerms(string terms)
    {
        if (terms.Length > 0)
            _terms.Add(terms);
        return true;
    }
}
