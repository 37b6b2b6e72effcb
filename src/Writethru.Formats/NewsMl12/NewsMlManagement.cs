using System.Collections.Frozen;
using System.Globalization;
using Writethru.Copy;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.NewsMl12;

/// <summary>Reads who an item is and how it is to be handled: NewsEnvelope, Identification, NewsManagement.</summary>
static class NewsMlManagement
{
    /// <summary>What an instruction to the receiver says that the item does.</summary>
    static readonly FrozenDictionary<string, Signal> _signals = new Dictionary<string, Signal>
    {
        ["correction"] = Signal.Correction,
        ["corrected"] = Signal.Correction,
        ["correct"] = Signal.Correction,
        ["update"] = Signal.Update,
        ["refile"] = Signal.Refile,
        ["repeat"] = Signal.Repeat,
        ["addition"] = Signal.Add,
        ["insert"] = Signal.Insert,
        ["substitute"] = Signal.Sub,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads all three.</summary>
    public static void Read(XmlPart item, XmlPart? envelope, NewsMlDraft draft)
    {
        if (item.Child("Identification") is { } identification)
            ReadIdentification(identification, draft);
        else
            draft.SayMissing(item, "Identification");
        if (envelope is not null)
            ReadEnvelope(envelope, draft);
        else
            draft.SayMissing(item, "NewsEnvelope before it");
        if (item.Child("NewsManagement") is { } management)
            new NewsMlStatus(management, draft).Read();
        else
            draft.SayMissing(item, "NewsManagement");
        if (item.Child("NewsManagement") is { } known)
            ReadManagement(known, draft);
        ReadRevision(item, draft);
    }

    static void ReadEnvelope(XmlPart envelope, NewsMlDraft draft)
    {
        draft.Take = draft.Take with
        {
            Sequence = envelope.Child("TransmissionId")?.TextOnOneLine ?? "",
            Priority = OneToNine(envelope.Child("Priority"), draft),
            Provider = draft.Take.Provider.Length > 0
                ? draft.Take.Provider
                : envelope.Child("SentFrom", "Party")?.Attribute("FormalName") ?? "",
        };
        if (envelope.Child("TransmissionId")?.Attribute("Repeat") is { Length: > 0 } repeat && repeat != "0")
            draft.Take = draft.Take with { Signal = Signal.Repeat };
        foreach (var part in envelope.Children.Where(part => part.Name is "NewsService" or "NewsProduct"))
            draft.Keep($"NewsEnvelope/{part.Name}", part.Attribute("FormalName") ?? "");
        draft.Keep("NewsEnvelope/SentTo", envelope.Child("SentTo", "Party")?.Attribute("FormalName") ?? "");
    }

    static void ReadIdentification(XmlPart identification, NewsMlDraft draft)
    {
        var identifier = identification.Child("NewsIdentifier");
        var uri = identification.All("Label")
            .FirstOrDefault(label => label.Child("LabelType")?.Attribute("FormalName") == NewsMlNames.Uri);
        draft.IsOurs = uri is not null;
        draft.NameLabel = identification.Child("NameLabel") is { } name ? draft.Words(name) : "";
        if (identifier is not null)
            ReadIdentifier(identifier, draft);
        else
            draft.SayMissing(identification, "NewsIdentifier");
        if (uri is not null)
            draft.Take = draft.Take with { SenderId = uri.Child("LabelText")?.Text ?? "" };
        draft.Keep("Identification/DateLabel", identification.Child("DateLabel")?.TextOnOneLine ?? "");
        foreach (var label in identification.All("Label").Where(label => label != uri))
        {
            var type = label.Child("LabelType")?.Attribute("FormalName") ?? "";
            draft.ReadField($"Identification/Label/{type}", type, label.Child("LabelText")?.TextOnOneLine ?? "", label);
        }
    }

    /// <summary>
    /// The identity of the story is the public identifier without its revision, so that all revisions have the same.
    /// </summary>
    static void ReadIdentifier(XmlPart identifier, NewsMlDraft draft)
    {
        draft.SayWanted(identifier, "ProviderId", "DateId", "NewsItemId", "RevisionId", "PublicIdentifier");
        var revision = identifier.Child("RevisionId")?.TextOnOneLine ?? "";
        var whole = identifier.Child("PublicIdentifier")?.TextOnOneLine ?? "";
        string[] parts = [.. ((string[])["ProviderId", "DateId", "NewsItemId"]).Select(name =>
            identifier.Child(name)?.TextOnOneLine ?? "")];
        var made = parts.All(part => part.Length > 0) ? $"urn:newsml:{string.Join(':', parts)}" : "";
        var story = WithoutRevision(whole, revision);
        var id = story.Length > 0 ? story : made.Length > 0 ? made : parts[2];
        if (made.Length > 0 && story.Length > 0 && made != story)
            draft.Keep("Identification/NewsIdentifier", made);
        draft.Take = draft.Take with { SenderId = id, SenderVersion = revision };
    }

    static string WithoutRevision(string whole, string revision)
    {
        var colon = whole.LastIndexOf(':');
        var last = whole[(colon + 1)..];
        return colon > 0 && revision.Length > 0 && last.TrimEnd('U', 'A', 'N') == revision ? whole[..colon] : whole;
    }

    static void ReadRevision(XmlPart item, NewsMlDraft draft)
    {
        var revision = item.Child("Identification", "NewsIdentifier", "RevisionId");
        var previous = revision?.Attribute("PreviousRevision")?.Trim() ?? "";
        if (previous is not ("" or "0"))
        {
            draft.Take = draft.Take with
            {
                Signal = draft.Take.Signal == Signal.None ? Signal.Update : draft.Take.Signal,
                Links =
                [
                    new Link(LinkRels.PreviousVersion, draft.Take.SenderId) { Version = previous },
                    .. draft.Take.Links,
                ],
            };
        }
        var update = revision?.Attribute("Update")?.Trim() ?? "";
        var isPart = update is "U" or "u" || item.Child("Update") is not null;
        var isOnlyManagement = update is "A" or "a";
        if (!isPart && !isOnlyManagement)
            return;
        var stops = isOnlyManagement && draft.Evidence.Status != TakeStatus.Usable;
        draft.Say(NewsMlRemarks.Partial, Severity.Warning, revision ?? item, stops
            ? "Only new management data, which stop the item: taken for the whole of it."
            : "Only a part of the item, to be worked into the revision before: kept whole and marked partial.");
        draft.Take = draft.Take with { Signal = stops ? Signal.Update : Signal.Delta };
    }

    static void ReadManagement(XmlPart management, NewsMlDraft draft)
    {
        draft.SayWanted(management, "NewsItemType", "FirstCreated", "ThisRevisionCreated");
        var type = management.Child("NewsItemType")?.Attribute("FormalName") ?? "";
        draft.Kind = type.Length > 0 ? type : draft.Kind;
        if (type is not ("" or "News" or NewsMlNames.PhotoType))
            draft.Keep("NewsManagement/NewsItemType", type);
        draft.Take = draft.Take with
        {
            FirstCreated = draft.Time(management.Child("FirstCreated")),
            VersionCreated = draft.Time(management.Child("ThisRevisionCreated")),
            Urgency = OneToNine(management.Child("Urgency"), draft),
        };
        foreach (var part in management.Children)
            ReadPointer(part, draft);
        foreach (var property in management.All("Property"))
        {
            var name = property.Attribute("FormalName") ?? "";
            if (name.StartsWith(NewsMlNames.Prefix, StringComparison.Ordinal) && draft.IsOurs)
                draft.SetOurs(name, property.Attribute("Value") ?? "");
            else
                draft.ReadField($"NewsManagement/Property/{name}", name, property.Attribute("Value") ?? "", property);
        }
    }

    static void ReadPointer(XmlPart part, NewsMlDraft draft)
    {
        switch (part.Name)
        {
            case "DerivedFrom":
                draft.AddLink(LinkOf(part, LinkRels.DerivedFrom));
                break;
            case "AssociatedWith":
                draft.AddLink(LinkOf(part, part.Attribute("FormalName") ?? LinkRels.Related));
                break;
            case "RevisionHistory":
                draft.AddLink(new Link("revisionHistory", part.Attribute("Href") ?? ""));
                break;
            case "Instruction":
                ReadInstruction(part, draft);
                break;
        }
    }

    static Link LinkOf(XmlPart part, string rel) => new(rel, part.Attribute("NewsItem") ?? "")
    {
        Title = Comment(part, null),
        Version = Comment(part, NewsMlNames.LinkVersion),
        MediaType = Comment(part, NewsMlNames.LinkMediaType),
    };

    static string Comment(XmlPart part, string? name) => part.All("Comment")
        .FirstOrDefault(comment => comment.Attribute("FormalName") == name)?.Text ?? "";

    static void ReadInstruction(XmlPart instruction, NewsMlDraft draft)
    {
        var name = instruction.Attribute("FormalName") ?? "";
        var effects = instruction.All("RevisionStatus").Select(effect =>
            $"{effect.Attribute("Revision")} {effect.Child("Status")?.Attribute("FormalName")}".Trim()).ToList();
        if (_signals.TryGetValue(name, out var signal))
            draft.Take = draft.Take with { Signal = signal };
        else if (!draft.IsOurs && effects.Count == 0)
            draft.AddNote(new Note("instruction", name));
        if (effects.Count > 0 && !draft.IsOurs)
            draft.Keep($"NewsManagement/Instruction/{name}", string.Join("; ", effects));
    }

    static int? OneToNine(XmlPart? part, NewsMlDraft draft)
    {
        if ((part?.Attribute("FormalName") ?? part?.TextOnOneLine) is not { Length: > 0 } name || part is null)
            return null;
        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and <= 9)
            return number;
        draft.Say(NewsMlRemarks.ValueUnreadable, Severity.Warning, part,
            $"{part.Name} '{Quoted.Short(name)}': expected 1 to 9; kept as it came.");
        draft.Keep($"NewsManagement/{part.Name}", name);
        return null;
    }
}
