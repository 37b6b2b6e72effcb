using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Nitf;

/// <summary>Reads <c>management-status</c> and <c>date.release</c> of a document as evidence.</summary>
sealed class NitfStatus(string zone, XmlSource source, Evidence evidence)
{
    readonly List<(SenderTime Time, int At)> _releases = [];
    bool _isUsable;

    /// <summary>When it was issued.</summary>
    public SenderTime? Issue { get; set; }

    public void Read(XmlPart docdata)
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
        if (text.Equals("embargoed", StringComparison.OrdinalIgnoreCase))
            evidence.Embargoed("embargoed");
        _isUsable = status == TakeStatus.Usable && !evidence.IsEmbargoed;
        if (status is null)
        {
            source.Remarks.Add(NitfRemarks.StatusUnknown, Severity.Warning, source.At(docdata),
                $"Found the management-status '{Quoted.Short(text)}', expected usable, embargoed, withheld or "
                + "canceled: taken as withheld.");
        }
        evidence.Stop(status ?? TakeStatus.Withheld);
    }

    public void ReadRelease(XmlPart part)
    {
        if (NitfRelease.Read(part, zone) is { } release)
            _releases.Add((release, source.At(part)));
    }

    /// <summary>
    /// An embargo is said by the status, or by a release that lies or may lie behind the issue. Any other release says
    /// nothing, and is kept.
    /// </summary>
    public Take Finish(Take take)
    {
        var binds = evidence.IsEmbargoed || evidence.OwnWords.Length > 0
            || _releases.Exists(release => NitfRelease.Binds(release.Time, Issue, _isUsable));
        if (binds)
            _releases.ForEach(release => evidence.Add(new Embargo(release.Time.Text, release.Time.At), release.At));
        return binds ? take : take with
        {
            Extras =
            [
                .. take.Extras, .. _releases.Select(release => new Extra("docdata/date.release", release.Time.Text)),
            ],
        };
    }
}
