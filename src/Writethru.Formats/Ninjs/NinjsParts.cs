using System.Text.Json;
using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>What stands in lists of parts with roles: descriptions and sources.</summary>
sealed class NinjsParts
{
    readonly List<Extra> _extras = [];

    public string Series { get; private set; } = "";

    public string EndMark { get; private set; } = "";

    public string Contact { get; private set; } = "";

    public string CreditLine { get; private set; } = "";

    public string Located { get; private set; } = "";

    /// <summary>
    /// The words that our own writer named; empty: it says that there is no embargo; null: nothing is said.
    /// </summary>
    public string? Embargo { get; private set; }

    /// <summary>
    /// The dateline that our own writer named; empty: it says that there is none; null: nothing is said.
    /// </summary>
    public string? Dateline { get; private set; }

    public IReadOnlyList<Extra> Extras => _extras;

    public bool ReadLocated(JsonElement value)
    {
        if (JsonText.String(value) is not { } located)
            return false;
        Located = located;
        return true;
    }

    /// <summary>Reads the descriptions with our roles; keeps the array as it came when there are others.</summary>
    public bool ReadDescriptions(JsonElement value, List<Extra> kept) =>
        Each(value, kept, "descriptions", item => JsonText.Member(item, "value") is { } text
            && JsonText.Member(item, "role") is { } role && ReadDescription(role, text));

    /// <summary>Reads the sources with our roles; keeps the others as they came.</summary>
    public bool ReadInfoSources(JsonElement value, List<Extra> kept) =>
        Each(value, kept, "infoSources", ReadInfoSource);

    bool ReadDescription(string role, string text)
    {
        switch (role)
        {
            case NinjsRoles.Series:
                Series = text;
                return true;
            case NinjsRoles.EndMark:
                EndMark = text;
                return true;
            case NinjsRoles.Embargo:
                Embargo = text;
                return true;
            case NinjsRoles.Dateline:
                Dateline = text;
                return true;
        }
        if (!role.StartsWith(NinjsRoles.Prefix, StringComparison.Ordinal)
            || !NinjsRoles.CarriesExtra(role[NinjsRoles.Prefix.Length..]))
            return false;
        _extras.Add(new Extra(role[NinjsRoles.Prefix.Length..], text));
        return true;
    }

    bool ReadInfoSource(JsonElement item)
    {
        switch (JsonText.Member(item, "role"))
        {
            case NinjsRoles.CreditLine when JsonText.Member(item, "name") is { } name:
                CreditLine = name;
                return true;
            case NinjsRoles.Contact when item.TryGetProperty("contactInfo", out var contacts)
                && contacts.ValueKind == JsonValueKind.Array && contacts.GetArrayLength() == 1
                && JsonText.Member(contacts[0], "value") is { } contact:
                Contact = contact;
                return true;
            default:
                return false;
        }
    }

    static bool Each(JsonElement value, List<Extra> kept, string name, Func<JsonElement, bool> read)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return false;
        var others = value.EnumerateArray().Where(item => !read(item)).Select(item => item.GetRawText()).ToList();
        if (others.Count > 0)
            kept.Add(new Extra(name, $"[{string.Join(',', others)}]"));
        return true;
    }
}
