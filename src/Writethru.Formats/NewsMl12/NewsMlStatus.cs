using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.NewsMl12;

/// <summary>Reads what an item's status is and what it will be: usable, an embargo, an expiry, a kill.</summary>
/// <remarks>Of several that differ, the safer one binds.</remarks>
sealed class NewsMlStatus(XmlPart management, NewsMlDraft draft)
{
    static readonly string[] _stopped = ["kill", "killed", "cancel", "cancelled", "withdraw", "withdrawn", "retracted"];

    static readonly string[] _held = ["hold", "withhold", "held"];

    /// <summary>What it can do at most.</summary>
    TakeStatus _mostly = TakeStatus.Canceled;

    public void Read()
    {
        if (management.Child("Status") is null)
            draft.SayMissing(management, "Status");
        ReadAll();
    }

    /// <summary>
    /// Reads what a part of the item says of its own status. NewsML has no place for that, and so it binds the item; a
    /// part that is not the copy holds it at most.
    /// </summary>
    public static void ReadPart(XmlPart part, bool isCopy, NewsMlDraft draft)
    {
        if (!part.Children.Any(child => child.Name is "Status" or "StatusWillChange" or "Instruction"))
            return;
        var before = (draft.Evidence.Status, draft.Evidence.Embargoes);
        new NewsMlStatus(part, draft) { _mostly = isCopy ? TakeStatus.Canceled : TakeStatus.Withheld }.ReadAll();
        if (before != (draft.Evidence.Status, draft.Evidence.Embargoes))
        {
            draft.Say(NewsMlRemarks.PartStopped, Severity.Warning, part,
                "A part of the item is stopped or embargoed by itself: so is the item.");
        }
    }

    /// <summary>A property or a line that calls itself the status: what it stops is stopped.</summary>
    public static void ReadField(string value, NewsMlDraft draft)
    {
        draft.Evidence.Stop(StatusOf(value.Trim()));
        if (value.Trim().Equals("Embargoed", StringComparison.OrdinalIgnoreCase))
            draft.Evidence.AddWords(value, draft.Zone);
    }

    /// <summary>Whether a status leaves a picture free.</summary>
    public static bool IsUsable(string name) => name.Trim().ToLowerInvariant() is "usable" or "open";

    void ReadAll()
    {
        var isEmbargoed = false;
        foreach (var status in management.All("Status"))
        {
            var name = status.Attribute("FormalName")?.Trim() ?? "";
            isEmbargoed |= name.Equals("Embargoed", StringComparison.OrdinalIgnoreCase);
            Settle(StatusOf(name) ?? Unknown(status, name));
        }
        foreach (var instruction in management.All("Instruction"))
            ReadInstruction(instruction);
        foreach (var change in management.All("StatusWillChange"))
            ReadChange(change);
        if (isEmbargoed)
            draft.Evidence.Embargoed("Embargoed");
    }

    /// <summary>An instruction speaks of this revision, or only of those that it names.</summary>
    void ReadInstruction(XmlPart instruction)
    {
        var name = instruction.Attribute("FormalName") ?? "";
        var effects = instruction.All("RevisionStatus").ToList();
        if (FieldNames.IsEmbargo(name) && (effects.Count == 0 || effects.Exists(IsOfThis)))
            draft.Evidence.AddWords(instruction.TextOnOneLine is { Length: > 0 } words ? words : name, draft.Zone);
        if (effects.Count == 0
            && (StatusOf(name) ?? LimitingNames.StatusOf(name)) is { } stop and not TakeStatus.Usable)
            Settle(stop);
        foreach (var effect in effects.Where(IsOfThis))
        {
            if (StatusOf(effect.Child("Status")?.Attribute("FormalName")?.Trim() ?? "") is { } status)
                Settle(status);
        }
    }

    bool IsOfThis(XmlPart effect) => effect.Attribute("Revision")?.Trim() is { Length: > 0 } revision
        && revision == draft.Take.SenderVersion;

    /// <summary>Settles the status that the content itself names.</summary>
    public static void ReadContent(string name, XmlPart part, NewsMlDraft draft)
    {
        var status = new NewsMlStatus(part, draft);
        status.Settle(StatusOf(name) ?? status.Unknown(part, name));
    }

    void Settle(TakeStatus status) => draft.Evidence.Stop(status < _mostly ? status : _mostly);

    /// <summary>Usable for an embargoed item too: its embargo is what binds it.</summary>
    static TakeStatus? StatusOf(string name) => name.ToLowerInvariant() switch
    {
        "usable" or "embargoed" or "open" => TakeStatus.Usable,
        "canceled" => TakeStatus.Canceled,
        "withheld" => TakeStatus.Withheld,
        var other when _stopped.Contains(other) => TakeStatus.Canceled,
        var other when _held.Contains(other) => TakeStatus.Withheld,
        _ => null,
    };

    TakeStatus Unknown(XmlPart status, string name)
    {
        draft.Say(NewsMlRemarks.StatusUnknown, Severity.Warning, status,
            $"Status '{Quoted.Short(name)}': expected Usable, Embargoed, Withheld or Canceled; "
            + "taken as withheld.");
        return TakeStatus.Withheld;
    }

    /// <summary>
    /// What becomes usable is embargoed until then; what stops being usable expires. Never the one for the other.
    /// </summary>
    void ReadChange(XmlPart change)
    {
        var future = change.Child("FutureStatus")?.Attribute("FormalName")?.Trim() ?? "";
        var at = change.Child("DateAndTime");
        var text = at?.Text.Trim() ?? "";
        var time = SenderTimes.Read(text, draft.Zone);
        if (StatusOf(future) is TakeStatus.Withheld or TakeStatus.Canceled)
        {
            if (draft.Take.Expiry is null && time is not null)
                draft.Take = draft.Take with { Expiry = time };
            else
                draft.Keep("NewsManagement/StatusWillChange", $"{future} {text}");
            return;
        }
        var isKnown = future.Equals("Usable", StringComparison.OrdinalIgnoreCase);
        draft.Evidence.Add(new Embargo(
            isKnown && text.Length > 0 ? text : $"StatusWillChange {future} {text}".TrimEnd(),
            isKnown ? time?.At : null), draft.Source.At(at ?? change));
    }
}
