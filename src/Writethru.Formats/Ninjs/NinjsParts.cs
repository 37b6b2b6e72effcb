using System.Collections.Immutable;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats.Binding;

namespace Writethru.Formats.Ninjs;

/// <summary>What stands in lists of parts with roles: headlines, descriptions, sources.</summary>
/// <remarks>Each list is read element by element; what of it has no place in a take is kept as it came.</remarks>
sealed class NinjsParts
{
    readonly ImmutableArray<Labelled>.Builder _headlines = ImmutableArray.CreateBuilder<Labelled>(0);
    readonly ImmutableArray<Labelled>.Builder _descriptions = ImmutableArray.CreateBuilder<Labelled>(0);
    readonly ImmutableArray<Note>.Builder _notes = ImmutableArray.CreateBuilder<Note>(0);
    readonly List<Extra> _extras = [];

    public string Headline { get; set; } = "";

    public string Series { get; private set; } = "";

    public string EndMark { get; private set; } = "";

    public string Contact { get; private set; } = "";

    public string CreditLine { get; set; } = "";

    public string Provider { get; private set; } = "";

    public string Source { get; private set; } = "";

    public Signal Signal { get; private set; }

    /// <summary>The words of the embargo that our own writer carried; empty for none.</summary>
    public string Embargo { get; private set; } = "";

    /// <summary>
    /// The dateline that our own writer named; empty: it says that there is none; null: nothing is said.
    /// </summary>
    public string? Dateline { get; private set; }

    /// <summary>Headlines beside the main one.</summary>
    public ImmutableArray<Labelled> Headlines => _headlines.ToImmutable();

    public ImmutableArray<Labelled> Descriptions => _descriptions.ToImmutable();

    public ImmutableArray<Note> Notes => _notes.ToImmutable();

    public List<Extra> Extras => _extras;

    /// <summary>Reads <c>headlines</c>: the one of role main, else the first, is the headline.</summary>
    public bool ReadHeadlines(JsonElement value, List<Extra> kept)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return value.ValueKind == JsonValueKind.Null;
        var all = value.EnumerateArray().Select(NinjsPart.Read).ToList();
        var main = all.FindIndex(part => part is { Value: not null, Role: "main" or "headline" });
        main = main >= 0 ? main : all.FindIndex(part => part.Value is not null);
        for (var i = 0; i < all.Count; i++)
        {
            if (i == main)
                Headline = all[i].Value!;
            else if (all[i].Value is { } text)
                _headlines.Add(new Labelled(all[i].Role ?? "", text));
        }
        if (!all.TrueForAll(IsText))
            kept.Add(new Extra("headlines", value.GetRawText()));
        return true;
    }

    /// <summary>
    /// A property whose name holds the role, as in 1.x: <c>headline_short</c>, <c>description_text</c>.
    /// </summary>
    public bool ReadNamed(string key, JsonElement value)
    {
        if (JsonText.String(value) is not { } text)
            return value.ValueKind == JsonValueKind.Null;
        if (key.StartsWith("description_", StringComparison.Ordinal) && LimitingNames.ArePrivate(key))
            return AddPrivate(key["description_".Length..], text);
        var (list, role) = key.StartsWith("headline_", StringComparison.Ordinal)
            ? (_headlines, key["headline_".Length..])
            : (_descriptions, key["description_".Length..]);
        list.Add(new Labelled(role, text));
        return true;
    }

    /// <summary>Takes text for editors alone: it leaves by no path.</summary>
    public bool AddPrivate(string role, string text)
    {
        _notes.Add(new Note(role, text, IsPublic: false));
        return true;
    }

    public void AddHeadline(string role, string text) => _headlines.Add(new Labelled(role, text));

    /// <summary>Reads <c>descriptions</c>; those with our roles are fields of their own.</summary>
    public bool ReadDescriptions(JsonElement value, List<Extra> kept, NinjsLimits limits) =>
        Each(value, kept, "descriptions", part =>
    {
        if (part.Value is not { } text)
            return false;
        if (part.Role is { } role && role.StartsWith(NinjsRoles.Prefix, StringComparison.Ordinal)
            && ReadOurs(role, text))
            return true;
        if (part.Role is { } named && LimitingNames.ArePrivate(named))
            return AddPrivate(named, text) && IsText(part);
        if (part.Role is { } binds && NinjsPicture.IsBinding(binds))
            limits.ReadOfRole(binds, text);
        _descriptions.Add(new Labelled(part.Role ?? "", text));
        return IsText(part);
    });

    /// <summary>Reads the sources: provider, source, credit line and contact by their roles.</summary>
    public bool ReadInfoSources(JsonElement value, List<Extra> kept)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return value.ValueKind == JsonValueKind.Null;
        var others = value.EnumerateArray().Where(item => !ReadInfoSource(item)).Select(item => item.GetRawText());
        Keep(kept, "infoSources", [.. others]);
        return true;
    }

    /// <summary>Superdesk's <c>source</c>: the agency.</summary>
    public bool ReadSource(JsonElement value)
    {
        if (JsonText.String(value) is not { } source)
            return value.ValueKind == JsonValueKind.Null;
        Source = source;
        return true;
    }

    /// <summary>One signal or several: <c>sig:correction</c>, a URI of it, or the word.</summary>
    public bool ReadSignal(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().Aggregate(true, (all, item) => ReadSignal(item) && all);
        var part = NinjsPart.Read(value);
        var word = part.Code ?? part.Uri ?? part.Literal ?? part.Name ?? "";
        if (Words.Read<Signal>(word[(word.LastIndexOfAny([':', '/']) + 1)..]) is not { } signal)
            return false;
        Signal = signal;
        return true;
    }

    bool ReadOurs(string role, string text)
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
            case NinjsRoles.Signal:
                Signal = Words.Read<Signal>(text) ?? Signal;
                return true;
        }
        if (role.StartsWith(NinjsRoles.Note, StringComparison.Ordinal))
            _notes.Add(new Note(role[NinjsRoles.Note.Length..], text));
        else if (role.StartsWith(NinjsRoles.PrivateNote, StringComparison.Ordinal))
            _notes.Add(new Note(role[NinjsRoles.PrivateNote.Length..], text, IsPublic: false));
        else if (NinjsRoles.CarriesExtra(role[NinjsRoles.Prefix.Length..]))
            _extras.Add(new Extra(role[NinjsRoles.Prefix.Length..], text));
        else
            return false;
        return true;
    }

    bool ReadInfoSource(JsonElement item)
    {
        var part = NinjsPart.Read(item);
        switch (part.Role)
        {
            case NinjsRoles.Contact when ContactOf(item) is { } contact:
                Contact = contact;
                return true;
            case NinjsRoles.CreditLine when part.Name is { } line:
                CreditLine = line;
                return true;
            case NinjsRoles.Credit or "creditline" when part.Name is { } credit && CreditLine.Length == 0:
                CreditLine = credit;
                break;
            case NinjsRoles.Provider when part.Name is { } provider:
                Provider = provider;
                break;
            case NinjsRoles.Source or null when part.Name is { } source && Source.Length == 0:
                Source = source;
                break;
            default:
                return false;
        }
        return part is { HasMore: false, Uri: null, Literal: null, Scheme: null, Code: null };
    }

    static string? ContactOf(JsonElement item)
    {
        foreach (var property in item.EnumerateObject())
        {
            if (NinjsKeys.Of(property) == "contactinfo" && property.Value.ValueKind == JsonValueKind.Array
                && property.Value.GetArrayLength() == 1)
                return JsonText.Member(property.Value[0], "value");
        }
        return null;
    }

    static bool Each(JsonElement value, List<Extra> kept, string name, Func<NinjsPart, bool> read)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return value.ValueKind == JsonValueKind.Null;
        List<string> others = [];
        foreach (var item in value.EnumerateArray())
        {
            if (!read(NinjsPart.Read(item)))
                others.Add(item.GetRawText());
        }
        Keep(kept, name, others);
        return true;
    }

    static void Keep(List<Extra> kept, string name, List<string> others)
    {
        if (others.Count > 0)
            kept.Add(new Extra(name, $"[{string.Join(',', others)}]"));
    }

    static bool IsText(NinjsPart part) => part is
        { Value: not null, HasMore: false, Name: null, ContentType: null or "" or "text/plain" };
}
