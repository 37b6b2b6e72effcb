using System.Collections.Frozen;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMlG2;

/// <summary>Reads <c>itemMeta</c>: what binds the item, who moves it, its notes and links.</summary>
sealed class ItemMetaReader(ItemReading item)
{
    const string ItemRelation = "http://cv.iptc.org/newscodes/itemrelation/";

    static readonly FrozenDictionary<string, Action<ItemMetaReader, XmlPart>> _homes =
        new Dictionary<string, Action<ItemMetaReader, XmlPart>>
        {
            ["itemClass"] = (_, _) => { },
            ["provider"] = (meta, part) => meta.ReadProvider(part),
            ["versionCreated"] = (meta, part) => meta.Set(t => t with { VersionCreated = meta.item.Time(part) }),
            ["firstCreated"] = (meta, part) => meta.Set(t => t with { FirstCreated = meta.item.Time(part) }),
            ["expires"] = (meta, part) => meta.Set(t => t with { Expiry = meta.item.Time(part) ?? t.Expiry }),
            ["embargoed"] = (meta, part) => meta.ReadEmbargo(part),
            ["pubStatus"] = (meta, part) => meta.ReadStatus(part),
            ["signal"] = (meta, part) => meta.ReadSignal(part),
            ["edNote"] = (meta, part) => meta._notes.Read(part),
            ["link"] = (meta, part) => meta.ReadLink(part),
            ["title"] = (meta, part) => meta.ReadTitle(part),
            ["itemMetaExtProperty"] = (meta, part) => meta.ReadOurs(part),
            ["generator"] = (_, _) => { },
        }.ToFrozenDictionary();

    static readonly FrozenDictionary<string, Signal> _signals = new Dictionary<string, Signal>
    {
        ["update"] = Signal.Update,
        ["correction"] = Signal.Correction,
        ["refile"] = Signal.Refile,
        ["repeat"] = Signal.Repeat,
        ["add"] = Signal.Add,
        ["insert"] = Signal.Insert,
        ["sub"] = Signal.Sub,
        ["delta"] = Signal.Delta,
    }.ToFrozenDictionary();

    static readonly FrozenDictionary<string, string> _relations = new Dictionary<string, string>
    {
        ["previousVersion"] = LinkRels.PreviousVersion,
        ["prevVersion"] = LinkRels.PreviousVersion,
        ["derivedFrom"] = LinkRels.DerivedFrom,
        ["evolvedFrom"] = LinkRels.DerivedFrom,
        ["seeAlso"] = LinkRels.Related,
    }.ToFrozenDictionary();

    readonly ItemReading item = item;
    readonly NoteReader _notes = new(item);
    bool _hasStatus;
    string _title = "";

    public void Read(XmlPart meta)
    {
        foreach (var part in meta.Children)
        {
            if (_homes.TryGetValue(part.Name, out var read))
                read(this, part);
            else
                item.Keep($"itemMeta/{part.Name}", part);
        }
        _notes.Finish();
    }

    /// <summary>
    /// Whether a part may stop an item: status, embargo, signals, notes, properties of the sender's own.
    /// </summary>
    public static bool MayStop(XmlPart part) =>
        part.Name is "embargoed" or "pubStatus" or "edNote" or "signal" or "itemMetaExtProperty";

    /// <summary>Reads only what may stop the item.</summary>
    public void ReadBinding(XmlPart meta)
    {
        foreach (var part in meta.Children.Where(MayStop))
            _homes[part.Name](this, part);
    }

    /// <summary>
    /// The title becomes the headline of an item that has none; beside a headline it is kept, and what it says of a
    /// kill or an embargo holds.
    /// </summary>
    public void Finish()
    {
        if (!item.Codes.AreOurs)
            item.Evidence.AddTitle(_title);
        if (_title.Length == 0 || _title == item.Take.Headline)
            return;
        if (item.Take.Headline.Length == 0)
            Set(t => t with { Headline = _title });
        else
            item.Extras.Add(new Extra("itemMeta/title", _title));
    }

    void Set(Func<Take, Take> set) => item.Take = set(item.Take);

    void ReadProvider(XmlPart part)
    {
        var provider = item.Codes.ConceptOf(part);
        Set(t => t with { Provider = provider.Name.Length > 0 ? provider.Name : provider.Code });
        if (provider is { Name.Length: > 0, Code.Length: > 0 } || part.Children.Any(child => child.Name != "name"))
            item.Keep("itemMeta/provider", part);
    }

    void ReadTitle(XmlPart part)
    {
        if (_title.Length == 0)
            _title = Texts.Of(part);
    }

    void ReadEmbargo(XmlPart part)
    {
        var time = item.Time(part);
        item.Evidence.Add(new Embargo(time?.Text ?? "embargoed", time?.At), item.Source.At(part));
    }

    void ReadStatus(XmlPart part)
    {
        List<TakeStatus?> named = [.. ((QCode?[])[item.Codes.Of(part), item.Codes.Of(part, qcode: "")])
            .Where(code => code is not null).Select(StatusOf)];
        var status = named.Contains(null) ? null : named.Max();
        if (status is null)
        {
            item.Remark(NewsMlG2Remarks.StatusUnknown, Severity.Warning, part,
                "A status that is none of usable, withheld, canceled: taken as withheld.");
            item.Keep("itemMeta/pubStatus", part);
        }
        else if (_hasStatus)
        {
            item.Remark(NewsMlG2Remarks.Twice, Severity.Warning, part,
                "A second status: expected one; the stricter one holds.");
        }
        _hasStatus = true;
        item.Evidence.Stop(status ?? TakeStatus.Withheld);
    }

    /// <summary>The status by any alias of its scheme; an alias that nothing explains must be <c>stat</c>.</summary>
    TakeStatus? StatusOf(QCode? named) => named switch
    {
        { Scheme: "http://cv.iptc.org/newscodes/pubstatusg2/", Code: var code } => StatusOf(code),
        { Scheme: "http://cv.iptc.org/newscodes/pubstatusg/", Code: var code } => StatusOf(code),
        _ => null,
    };

    static TakeStatus? StatusOf(string code) =>
        code is "cancelled" ? TakeStatus.Canceled : Words.Read<TakeStatus>(code);

    void ReadSignal(XmlPart part)
    {
        var code = item.Codes.Of(part);
        if (code is { Scheme: "http://cv.iptc.org/newscodes/signal/" or Codes.Ours, Code: var local }
            && _signals.TryGetValue(local, out var signal))
            Set(t => t with { Signal = Stronger(t.Signal, signal) });
        else
        {
            item.Keep("itemMeta/signal", part);
            item.Stop(LimitingNames.StatusOf(code?.Code), part);
        }
    }

    /// <summary>Of several, a part stays a part, and a correction is more than an update.</summary>
    static Signal Stronger(Signal one, Signal other) => one > other && one != Signal.Repeat || other == Signal.Repeat
        && one is Signal.Update or Signal.Correction ? one : other;

    void ReadLink(XmlPart part)
    {
        var target = part.Attribute("residref") ?? part.Attribute("href");
        if (string.IsNullOrWhiteSpace(target))
        {
            item.Keep("itemMeta/link", part);
            return;
        }
        var title = part.Child("title") is { } child ? Texts.Of(child) : part.Attribute("title") ?? "";
        item.Lists.Links.Add(new Link(RelationOf(part), target.Trim())
        {
            Version = part.Attribute("version")?.Trim() ?? "",
            Title = title,
            MediaType = part.Attribute("contenttype")?.Trim() ?? "",
        });
        if (part.Children.Any(other => other.Name != "title")
            || part.Attribute("residref") is not null && part.Attribute("href") is not null)
            item.Keep("itemMeta/link", part);
    }

    string RelationOf(XmlPart part)
    {
        if (item.Codes.Of(part, "rel", "reluri") is not { } code)
            return "";
        if (code.Scheme == ItemRelation && _relations.TryGetValue(code.Code, out var relation))
            return relation;
        return code.Scheme == Codes.Ours ? code.Code : part.Attribute("rel")?.Trim() ?? code.Scheme + code.Code;
    }

    void ReadOurs(XmlPart part)
    {
        if (!item.Codes.IsOurs(part.Attribute("rel")))
        {
            item.Keep("itemMeta/itemMetaExtProperty", part);
            return;
        }
        var name = item.Codes.RoleOf(part, "rel");
        var value = part.Attribute("value") ?? "";
        if (name.StartsWith(Roles.Extra, StringComparison.Ordinal))
            item.Extras.Add(new Extra(name[Roles.Extra.Length..], value));
        else if (!item.Ours.TryAdd(name, value))
            item.Keep("itemMeta/itemMetaExtProperty", part);
    }
}
