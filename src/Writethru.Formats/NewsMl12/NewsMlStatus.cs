using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMl12;

/// <summary>Reads what an item's status is and what it will be: usable, an embargo, an expiry, a kill.</summary>
/// <remarks>Of several that differ, the safer one binds.</remarks>
sealed class NewsMlStatus(XmlPart management, NewsMlDraft draft)
{
    static readonly string[] _stopped = ["kill", "killed", "cancel", "cancelled", "withdraw", "withdrawn", "retracted"];

    static readonly string[] _held = ["hold", "withhold", "held"];

    public void Read()
    {
        var isEmbargoed = false;
        if (management.Child("Status") is null)
            draft.SayMissing(management, "Status");
        foreach (var status in management.All("Status"))
        {
            var name = status.Attribute("FormalName")?.Trim() ?? "";
            isEmbargoed |= name.Equals("Embargoed", StringComparison.OrdinalIgnoreCase);
            Settle(StatusOf(name) ?? Unknown(status, name));
        }
        foreach (var instruction in management.All("Instruction"))
        {
            if (instruction.Child("RevisionStatus") is null
                && StatusOf(instruction.Attribute("FormalName") ?? "") is { } stop and not TakeStatus.Usable)
                Settle(stop);
        }
        foreach (var change in management.All("StatusWillChange"))
            ReadChange(change);
        if (!isEmbargoed || draft.Embargoes.Count > 0)
            return;
        draft.Embargoes.Add(new Embargo("Embargoed", null));
        draft.Say(NewsMlRemarks.EmbargoUnreadable, Severity.Warning, management,
            "Status Embargoed without the time at which it will change: the item waits for a person.");
    }

    /// <summary>Settles the status that the content itself names.</summary>
    public static void ReadContent(string name, XmlPart part, NewsMlDraft draft)
    {
        var status = new NewsMlStatus(part, draft);
        status.Settle(StatusOf(name) ?? status.Unknown(part, name));
    }

    void Settle(TakeStatus status)
    {
        if (status > draft.Take.Status)
            draft.Take = draft.Take with { Status = status };
    }

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
            $"Status '{NewsMlDraft.Short(name)}': expected Usable, Embargoed, Withheld or Canceled; "
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
        var time = SenderTimes.Read(text, draft.Profile?.Zone ?? "");
        if (StatusOf(future) is TakeStatus.Withheld or TakeStatus.Canceled)
        {
            if (draft.Take.Expiry is null && time is not null)
                draft.Take = draft.Take with { Expiry = time };
            else
                draft.Keep("NewsManagement/StatusWillChange", $"{future} {text}");
            return;
        }
        var isKnown = future.Equals("Usable", StringComparison.OrdinalIgnoreCase);
        draft.Embargoes.Add(new Embargo(
            isKnown && text.Length > 0 ? text : $"StatusWillChange {future} {text}".TrimEnd(),
            isKnown ? time?.At : null));
        if (!isKnown || time?.At is null)
        {
            draft.Say(NewsMlRemarks.EmbargoUnreadable, Severity.Warning, at ?? change,
                $"Status will change to '{NewsMlDraft.Short(future)}' at '{NewsMlDraft.Short(text)}': "
                + "expected Usable and an instant with a zone; the item waits for a person.");
        }
    }
}
