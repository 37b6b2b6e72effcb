using System.Collections.Frozen;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Binding;

/// <summary>What a field that no standard has speaks of, by its name alone.</summary>
enum Limiting
{
    /// <summary>Nothing that stops or binds.</summary>
    None,

    /// <summary>Rights, a licence, terms of use.</summary>
    Rights,

    /// <summary>An instant before which the item may not be used.</summary>
    Embargo,

    /// <summary>Whether it may be used at all.</summary>
    Status,

    /// <summary>A text for editors: what it binds only its words say.</summary>
    Note,
}

/// <summary>A field that binds.</summary>
/// <param name="Kind">How it binds: rights, an embargo or a status; never a note, nor none.</param>
/// <param name="Path">Its name, with the names of what it stands in, parted by strokes.</param>
/// <param name="Words">What it says.</param>
/// <param name="Status">The status that it sets; usable where it sets none.</param>
readonly record struct Limit(Limiting Kind, string Path, string Words, TakeStatus Status)
{
    /// <summary>Its value as it stands in JSON; undefined elsewhere.</summary>
    public JsonElement Value { get; init; }
}

/// <summary>
/// Recognises, by their names, fields of a sender's own that bind: dropping them, or keeping them as an extra that
/// nobody obeys, would free the item.
/// </summary>
static class LimitingNames
{
    const int Deepest = 8;

    static readonly string[] _rights =
    [
        "rights", "licence", "license", "usage", "termsofuse", "restrict", "copyright", "permission", "territor",
        "limitation", "prohibit",
    ];

    /// <summary>Whose rights they are, which limits nothing.</summary>
    static readonly string[] _owners = ["holder", "owner", "year"];

    static readonly string[] _embargoes =
    [
        "embargo", "notbefore", "sperrfrist", "holduntil", "releasetime", "releasedate", "publishschedule",
        "publishafter",
    ];

    static readonly FrozenSet<string> _statuses = new[]
    {
        "status", "pubstatus", "state", "publishstatus", "publishingstatus", "publicationstatus", "itemstatus",
        "newsstatus", "storystatus", "articlestatus", "contentstatus", "editorialstatus", "managementstatus", "signal",
        "signals",
    }.ToFrozenSet();

    /// <summary>Names that say the status themselves: any value but a denial or a number sets it.</summary>
    static readonly FrozenSet<string> _holds = new[]
    {
        "hold", "onhold", "blocked", "withheld", "donotpublish", "donotuse", "notforpublication",
        "markedfornotpublication",
    }.ToFrozenSet();

    static readonly FrozenSet<string> _notes = new[]
    {
        "note", "notes", "ednote", "ednotes", "editornote", "editorsnote", "editorialnote",
        "editorialadvisory", "advisory",
        "instruction", "instructions", "specialinstructions", "comment",
    }.ToFrozenSet();

    static readonly FrozenSet<string> _stops = new[]
    {
        "canceled", "cancelled", "cancel", "killed", "kill", "withdrawn", "withdraw", "deleted", "delete", "recalled",
        "takedown", "unpublished", "retracted", "retract", "retraction",
    }.ToFrozenSet();

    static readonly FrozenSet<string> _waits = new[]
    {
        "withheld", "withhold", "hold", "onhold", "held", "embargoed", "draft", "pending", "spiked", "private",
        "internal", "confidential", "scheduled", "inprogress", "submitted", "blocked", "true",
    }.ToFrozenSet();

    static readonly string[] _private = ["internal", "private", "notebook", "confidential", "notforpublication"];

    /// <summary>What the name speaks of, whatever its case, prefix, hyphens and underscores.</summary>
    public static Limiting Of(string name)
    {
        var bare = Bare(name);
        if (_embargoes.Any(word => bare.Contains(word, StringComparison.Ordinal)))
            return Limiting.Embargo;
        if (_rights.Any(word => bare.Contains(word, StringComparison.Ordinal))
            && !_owners.Any(word => bare.Contains(word, StringComparison.Ordinal)))
            return Limiting.Rights;
        return _statuses.Contains(bare) || _holds.Contains(bare) || IsStatus(bare) ? Limiting.Status
            : _notes.Contains(bare) ? Limiting.Note
            : Limiting.None;
    }

    /// <summary>What words of a status beside the standard's say; null when they are none that stop.</summary>
    public static TakeStatus? StatusOf(string? words) => words is null ? null
        : _stops.Contains(Bare(words)) ? TakeStatus.Canceled
        : _waits.Contains(Bare(words)) ? TakeStatus.Withheld
        : StatusWords.Read(words);

    /// <summary>
    /// What a field says by its name and its words: a status by its words, and a name that is a status itself, such as
    /// <c>hold</c> or <c>killed</c>, where its words affirm it. Null when it stops nothing.
    /// </summary>
    public static TakeStatus? StatusOf(string name, string words)
    {
        var bare = Bare(name);
        if (Denies(words))
            return null;
        if (_holds.Contains(bare))
            return IsNumber(words) ? null : StatusOf(words) ?? TakeStatus.Withheld;
        if (IsStatus(bare))
            return Affirms(words) ? StatusOf(bare) : null;
        return StatusOf(words);
    }

    /// <summary>How a field binds; null when it does not.</summary>
    public static Limit? Of(string path, string name, string words) => Of(Of(name), path, name, words);

    /// <summary>Every member of the value that binds.</summary>
    /// <param name="name">The value's own name.</param>
    /// <param name="value">The value.</param>
    public static IEnumerable<Limit> In(string name, JsonElement value) =>
        In(name, name, value, (Limiting.None, ""), 0);

    /// <summary>What a status or a note holds is a status or a note, unless its own name says better.</summary>
    static IEnumerable<Limit> In(
        string path, string name, JsonElement value, (Limiting Kind, string Name) around, int depth)
    {
        if (SaysNothing(value) || depth > Deepest)
            return [];
        var kind = Of(name);
        var (said, by) = kind == Limiting.None ? around : (kind, name);
        if (said is Limiting.Rights or Limiting.Embargo
            || value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            return Of(said, path, by, WordsOf(value)) is { } limit ? [limit with { Value = value }] : [];
        return value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject()
                .SelectMany(child => In($"{path}/{child.Name}", child.Name, child.Value, (said, by), depth + 1))
            : value.EnumerateArray().SelectMany(child => In(path, "", child, (said, by), depth + 1));
    }

    /// <summary>Whether a text under that name is for a desk alone, and never to be published.</summary>
    public static bool ArePrivate(string name) => Bare(name) is var bare
        && _private.Any(word => bare.Contains(word, StringComparison.Ordinal));

    /// <summary>The value as words: a text or number, else its JSON.</summary>
    static string WordsOf(JsonElement value) => JsonText.Scalar(value) ?? value.GetRawText();

    /// <summary>Null, false, an empty text or list.</summary>
    static bool SaysNothing(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False or JsonValueKind.Undefined => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(child => !SaysNothing(child.Value)),
        _ => false,
    };

    /// <summary>How a field of that kind binds; null when it does not.</summary>
    public static Limit? Of(Limiting kind, string path, string name, string words)
    {
        if (string.IsNullOrWhiteSpace(words) || kind == Limiting.Embargo && Denies(words))
            return null;
        return kind switch
        {
            Limiting.Rights or Limiting.Embargo => new Limit(kind, path, words, TakeStatus.Usable),
            Limiting.Status when StatusOf(name, words) is { } status => new Limit(kind, path, words, status),
            Limiting.Note => OfNote(path, words),
            _ => null,
        };
    }

    /// <summary>What the words of a note bind, whatever its name; null when they bind nothing.</summary>
    public static Limit? OfNote(string path, string words) =>
        StatusWords.Read(words) is { } status ? new Limit(Limiting.Status, path, words, status)
        : EmbargoWords.OfNote(words) is not null ? new Limit(Limiting.Embargo, path, words, TakeStatus.Usable)
        : Restrictions.AreIn(words) ? new Limit(Limiting.Rights, path, words, TakeStatus.Usable)
        : null;

    static bool IsStatus(string bare) => _stops.Contains(bare) || bare is "internal" or "private" or "confidential"
        or "draft" or "spiked";

    static bool Affirms(string words) => words.Trim().ToLowerInvariant() is "true" or "yes" or "y";

    static bool Denies(string words) =>
        words.Trim().ToLowerInvariant() is "false" or "no" or "n" or "none" or "null" or "0" or "off" or "-";

    static bool IsNumber(string words) => words.Trim() is not "1" and var number && number.All(char.IsAsciiDigit);

    static string Bare(string name)
    {
        var local = name[(name.LastIndexOf(':') + 1)..];
        return string.Concat(local.Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }
}
