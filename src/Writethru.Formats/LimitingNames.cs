using System.Text.Json;
using Writethru.Copy;

namespace Writethru.Formats;

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
        "rights", "licence", "license", "usageterm", "termsofuse", "restriction", "copyright", "permission",
        "usagerule",
    ];

    /// <summary>Whose rights they are, which limits nothing.</summary>
    static readonly string[] _owners = ["holder", "owner", "year"];

    static readonly string[] _embargoes = 
        ["embargo", "notbefore", "sperrfrist", "holduntil", "releasetime", "publishschedule"];

    static readonly string[] _statuses =
    [
        "status", "pubstatus", "state", "publishstatus", "publicationstatus", "itemstatus", "notforpublication",
        "markedfornotpublication", "donotpublish", "withheld", "killed",
    ];

    static readonly string[] _stops =
        ["canceled", "cancelled", "killed", "kill", "withdrawn", "deleted", "recalled", "takedown", "unpublished"];

    static readonly string[] _waits =
    [
        "withheld", "hold", "onhold", "held", "embargoed", "draft", "pending", "spiked", "private", "scheduled",
        "inprogress", "submitted", "true",
    ];

    /// <summary>What the name speaks of, whatever its case, prefix, hyphens and underscores.</summary>
    public static Limiting Of(string name)
    {
        var bare = Bare(name);
        if (_embargoes.Any(word => bare.Contains(word, StringComparison.Ordinal)))
            return Limiting.Embargo;
        if (_rights.Any(word => bare.Contains(word, StringComparison.Ordinal))
            && !_owners.Any(word => bare.Contains(word, StringComparison.Ordinal)))
            return Limiting.Rights;
        return _statuses.Contains(bare) ? Limiting.Status : Limiting.None;
    }

    /// <summary>What words of a status beside the standard's say; null when they are none that stop.</summary>
    public static TakeStatus? StatusOf(string? words) => words is null ? null
        : _stops.Contains(Bare(words)) ? TakeStatus.Canceled
        : _waits.Contains(Bare(words)) ? TakeStatus.Withheld
        : null;

    /// <summary>Whether a text under that name is for a desk alone, and never to be published.</summary>
    public static bool ArePrivate(string name) => Bare(name) is var bare
        && _private.Any(word => bare.Contains(word, StringComparison.Ordinal));

    static readonly string[] _private = ["internal", "private", "notebook", "confidential", "notforpublication"];

    /// <summary>Every member of the value whose name speaks of something and whose value says anything.</summary>
    /// <param name="name">The value's own name.</param>
    /// <param name="value">The value.</param>
    public static IEnumerable<(Limiting Kind, string Path, JsonElement Value)> In(string name, JsonElement value) =>
        In(name, name, value, 0);

    static IEnumerable<(Limiting Kind, string Path, JsonElement Value)> In(
        string path, string name, JsonElement value, int depth)
    {
        if (SaysNothing(value) || depth > Deepest)
            return [];
        if (Of(name) is not Limiting.None and var kind)
            return [(kind, path, value)];
        return value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject()
                .SelectMany(child => In($"{path}/{child.Name}", child.Name, child.Value, depth + 1)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(child => In(path, "", child, depth + 1)),
            _ => [],
        };
    }

    /// <summary>The value as words: a text or number, else its JSON.</summary>
    public static string WordsOf(JsonElement value) => JsonText.Scalar(value) ?? value.GetRawText();

    /// <summary>Null, false, an empty text or list.</summary>
    public static bool SaysNothing(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False or JsonValueKind.Undefined => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(child => !SaysNothing(child.Value)),
        _ => false,
    };

    static string Bare(string name)
    {
        var local = name[(name.LastIndexOf(':') + 1)..];
        return string.Concat(local.Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }
}
