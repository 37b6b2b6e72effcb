using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Nitf;

/// <summary>
/// What of a document says whether and when it may be used: its status, its embargo. In doubt it waits.
/// </summary>
sealed class NitfBinding(string zone, XmlSource source)
{
    readonly List<SenderTime> _releases = [];
    TakeStatus? _status, _typed;
    Embargo? _noted;
    bool _isEmbargoed;

    /// <summary>Words of the embargo that our own writer named; empty: it says that there is none in words.</summary>
    public string? Words { get; set; }

    /// <summary>When it was issued.</summary>
    public SenderTime? Issue { get; set; }

    /// <summary>Written by our own writer: its status is what was meant, whatever a note looks like.</summary>
    public bool IsOurs { get; set; }

    /// <summary>When it expires.</summary>
    public DateTimeOffset? Expires { get; set; }

    /// <summary>Reads the status; of two, the stricter holds.</summary>
    public void ReadStatus(XmlPart docdata)
    {
        var text = (docdata.Attribute("management-status") ?? "").Trim();
        if (text.Length == 0)
            return;
        TakeStatus? status = text.ToLowerInvariant() switch
        {
            "usable" or "embargoed" => TakeStatus.Usable,
            "withheld" or "withhold" or "hold" or "held" => TakeStatus.Withheld,
            "canceled" or "cancelled" or "kill" or "killed" or "withdrawn" => TakeStatus.Canceled,
            _ => null,
        };
        _isEmbargoed |= text.Equals("embargoed", StringComparison.OrdinalIgnoreCase);
        if (status is null)
        {
            source.Remarks.Add(NitfRemarks.StatusUnknown, Severity.Warning, source.At(docdata),
                $"Found the management-status '{text[..Math.Min(40, text.Length)]}', expected usable, embargoed, "
                + "withheld or canceled: taken as withheld.");
        }
        var read = status ?? TakeStatus.Withheld;
        _status = _status is { } before && before > read ? before : read;
    }

    public void ReadRelease(XmlPart part)
    {
        if (NitfRelease.Read(part, zone) is { } release)
            _releases.Add(release);
    }

    /// <summary>A message whose type alone says that it is a kill, a hold or an embargo.</summary>
    public void ReadMessage(string type, string text)
    {
        if (FieldNames.IsEmbargo(type))
            _noted ??= new Embargo(text, EmbargoInstant.Find(text));
        else if (StatusWords.Read(type.ToUpperInvariant()) is { } status && !(_typed > status))
            _typed = status;
    }

    /// <summary>A field of the sender's own that is a status or an embargo.</summary>
    public void Read(Limit limit)
    {
        if (limit.Kind == Limiting.Embargo)
            _noted ??= new Embargo(limit.Words,
                SenderTimes.Read(limit.Words, zone)?.At ?? EmbargoInstant.Find(limit.Words));
        else if (limit.Kind == Limiting.Status && !(_typed > limit.Status))
            _typed = limit.Status;
    }

    /// <summary>The take with its status and embargo.</summary>
    public Take Into(Take take)
    {
        if (_status is { } status)
            take = take with { Status = status };
        if (!IsOurs && WordsOfStatus(take) is { } inWords && inWords > take.Status)
        {
            source.Remarks.Add(NitfRemarks.StatusWords, Severity.Warning, -1,
                "The words of a kill or a hold in a note to editors, which no management-status says.");
            take = take with { Status = inWords };
        }
        var embargo = EmbargoOf(take);
        if (embargo is { Until: null })
        {
            source.Remarks.Add(NitfRemarks.EmbargoUnreadable, Severity.Warning, -1,
                "An embargo without one instant beyond doubt: the item waits for a person.");
        }
        if (embargo?.Until is { } until && Expires is { } end && until > end)
        {
            source.Remarks.Add(NitfRemarks.EmbargoAfterExpiry, Severity.Warning, -1,
                "The release lies behind the expiry: both are kept.");
        }
        return embargo is not null || _releases.Count == 0
            ? take with { Embargo = embargo }
            : take with
            {
                Extras = [.. take.Extras, .. _releases.Select(release =>
                    new Extra("docdata/date.release", release.Text))],
            };
    }

    TakeStatus? WordsOfStatus(Take take) => NotesOf(take).Select(note => StatusWords.Read(note)).Append(_typed).Max();

    static IEnumerable<string> NotesOf(Take take) =>
        take.Notes.Select(note => note.Text).Prepend(take.Advisory?.Text ?? "");

    /// <summary>
    /// An embargo is said by the status, by a release that lies or may lie behind the issue, or in words. Any other
    /// release that no status calls an embargo says nothing.
    /// </summary>
    Embargo? EmbargoOf(Take take)
    {
        var until = _releases.Count > 0 && _releases.All(release => release.At == _releases[0].At)
            ? _releases[0].At
            : null;
        var text = Words is { Length: > 0 } words
            ? words
            : string.Join("; ", _releases.Select(release => release.Text));
        if (_isEmbargoed || Words is { Length: > 0 })
            return new Embargo(text.Length > 0 ? text : "embargoed", until);
        var isUsable = _status == TakeStatus.Usable && !_isEmbargoed;
        if (_releases.Exists(release => NitfRelease.Binds(release, Issue, isUsable)))
            return new Embargo(text, until);
        return Words is null ? _noted ?? InWords(take) : null;
    }

    /// <summary>The embargo in the words of a note, the headline or the lead; null when there is none.</summary>
    public static Embargo? InWords(Take take) =>
        NotesOf(take).Select(EmbargoWords.OfNote).FirstOrDefault(embargo => embargo is not null)
        ?? take.Notes.Where(note => FieldNames.IsEmbargo(note.Role)).Select(note =>
            new Embargo(note.Text, EmbargoInstant.Find(note.Text))).FirstOrDefault()
        ?? EmbargoWords.OfHeadline(take.Headline) ?? EmbargoWords.OfLine(take.Headline)
        ?? (take.Body.IsEmpty ? null : EmbargoWords.OfCopy(take.Body[0].Text));
}
