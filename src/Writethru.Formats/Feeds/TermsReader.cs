using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Feeds;

/// <summary>Reads what binds an item: embargo, expiry, rights, licence, draft.</summary>
sealed class TermsReader(FeedItem item)
{
    /// <summary>After which instant the sender no longer offers the item.</summary>
    public void ReadExpiry(XmlPart part)
    {
        if (item.Take.Expiry is null)
            item.Take = item.Take with { Expiry = item.Read(part.TextOnOneLine) };
        else
            item.Keep(FeedNames.Shown(part), part.TextOnOneLine);
    }

    /// <summary>An instant as machines write it, or as people do.</summary>
    public void ReadEmbargo(string text)
    {
        if (text.Length > 0)
            item.Evidence.Add(new Embargo(text, item.Read(text)?.At ?? EmbargoInstant.Find(text)));
    }

    /// <summary>What a field of the sender's own says of use binds.</summary>
    public void Bind(Limit limit)
    {
        if (limit.Kind == Limiting.Rights)
            item.AddLicence($"{limit.Path}: {limit.Words}");
        else if (limit.Kind == Limiting.Embargo)
            ReadEmbargo(limit.Words);
        else
            Stop(limit.Status, $"'{limit.Path}' says '{Quoted.Short(limit.Words)}'");
    }

    /// <summary>The status, where it is stricter than what is known.</summary>
    public void Stop(TakeStatus status, string why)
    {
        item.Evidence.Stop(status);
        item.Notes.Add(FeedRemarks.Stopped, Severity.Warning, $"{why}: taken as {Words.Of(status)}.");
    }

    /// <summary>
    /// A period (DCMI Period): its start is an embargo and its end an expiry, never the other way round. One instant
    /// alone is when a thing becomes available.
    /// </summary>
    public void ReadValidity(XmlPart part)
    {
        if (!part.TextOnOneLine.Contains('=', StringComparison.Ordinal) && !FeedNames.Is(part, "dcterms:valid"))
        {
            ReadEmbargo(part.TextOnOneLine);
            return;
        }
        foreach (var piece in part.TextOnOneLine.Split(';', StringSplitOptions.TrimEntries))
        {
            if (piece.StartsWith("start=", StringComparison.OrdinalIgnoreCase))
                ReadEmbargo(piece["start=".Length..]);
            else if (piece.StartsWith("end=", StringComparison.OrdinalIgnoreCase) && item.Take.Expiry is null)
                item.Take = item.Take with { Expiry = item.Read(piece["end=".Length..]) };
            else if (!piece.StartsWith("scheme=", StringComparison.OrdinalIgnoreCase))
                item.Keep(FeedNames.Shown(part), piece);
        }
    }

    /// <summary>A text about rights.</summary>
    public void ReadRights(XmlPart part) => item.AddRights(FeedText.Read(part, item.Options, item.Notes).Lines);

    /// <summary>A licence by its address or its words.</summary>
    public void ReadLicence(XmlPart part)
    {
        var words = part.Attribute("resource") ?? part.TextOnOneLine;
        item.AddLicence(words.Length > 0 ? $"license: {words}" : "");
    }

    /// <summary>A draft waits (RFC 5023, 13.1.1).</summary>
    public void ReadControl(XmlPart part)
    {
        if (part.Child("draft")?.TextOnOneLine is not { } draft
            || !draft.Equals("yes", StringComparison.OrdinalIgnoreCase))
            return;
        Stop(TakeStatus.Withheld, "A draft by its app:control");
    }
}
