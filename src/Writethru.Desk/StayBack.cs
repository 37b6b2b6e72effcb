using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>
/// Why a take, or a picture of it, goes to nobody but the desk, or not to everybody; and by which words.
/// </summary>
/// <param name="Picture">Number of the picture, from 1; 0: the item as a whole.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">The same in a sentence, which quotes the words.</param>
public sealed record StayBack(int Picture, WithholdReason Reason, string Detail)
{
    /// <summary>
    /// All that keeps a take back which was just filed, by what it and its story say; nothing of any subscriber.
    /// </summary>
    /// <param name="now">The gate, with the take in it.</param>
    /// <param name="filed">The entry that filed it.</param>
    /// <param name="named">The embargo that its sender named beside it; null for none.</param>
    /// <param name="hold">The hold of its story; null when that is not held.</param>
    /// <param name="isDoubtful">Whether it may be copy that was stopped, or is not out.</param>
    internal static ImmutableArray<StayBack> Of(GateSnapshot now, LogRecord filed, DateTimeOffset? named,
        FiledTake? hold, bool isDoubtful)
    {
        var entry = (LogEntry.TakeFiled)filed.Entry;
        var take = entry.Filed.Take;
        var found = ImmutableArray.CreateBuilder<StayBack>();
        if (hold is not null)
        {
            found.Add(new StayBack(0, WithholdReason.Held,
                $"Take {hold.Number} holds the story: {Hold.ReasonOf(hold)}"));
        }
        if (entry.Waits)
            found.Add(new StayBack(0, WithholdReason.Waiting, WhyItWaits(take, named, isDoubtful)));
        if (entry.EmbargoedUntil is { } until)
        {
            found.Add(new StayBack(0, WithholdReason.Embargoed,
                $"Until {Instant.Write(until)}: {WhyUntil(take, named, until)}"));
        }
        found.AddRange(OfTerms(now, 0, take.UsageTerms, filed.Reading?.Terms));
        foreach (var (i, picture) in take.Pictures.Index())
        {
            if (picture.UsageTerms is null && take.UsageTerms is null && entry.NeedsTerms)
            {
                found.Add(new StayBack(i + 1, WithholdReason.NoTerms,
                    "It has no usage terms, and its publisher's pictures need some."));
            }
            found.AddRange(OfTerms(now, i + 1, picture.UsageTerms, filed.Reading?.PictureTerms.ElementAtOrDefault(i)));
        }
        return found.DrainToImmutable();
    }

    static string WhyItWaits(Take take, DateTimeOffset? named, bool isDoubtful) =>
        take.Status == TakeStatus.Withheld
            ? "Its status is withheld; its sender's next usable version lets it go, or a person."
        : take.Embargo is { Until: null } embargo && named is null
            ? $"\"{embargo.Text}\" names no instant that could be read; a person must release it."
        : isDoubtful ? "It is like copy that was killed, is held or is not out, or was stopped before it came; a "
            + "person must release it."
        : "The copy before it waits for a person, who must release both.";

    static string WhyUntil(Take take, DateTimeOffset? named, DateTimeOffset until) =>
        named == until ? "the embargo that was named."
        : take.Embargo is { } embargo && embargo.Until == until ? $"\"{embargo.Text}\"."
        : "the embargo of the take before it.";

    static IEnumerable<StayBack> OfTerms(GateSnapshot now, int picture, UsageTerms? terms, TermsReading? reading)
    {
        if (terms is null)
            yield break;
        if (now.UnclearTerms.Contains(terms.Whole))
        {
            var words = string.Join(", ", reading is null
                ? []
                : reading.NotUnderstood.Select(span => $"\"{Cut(terms, span)}\""));
            yield return new StayBack(picture, WithholdReason.UnclearTerms, $"Its terms say \"{terms.Whole}\"; "
                + (words.Length > 0 ? $"{words} was not understood" : "they were not surely understood")
                + ", and a person must clear them.");
        }
        foreach (var rule in reading is null ? [] : reading.Rules)
        {
            if (ReasonOf(rule) is { } reason)
                yield return new StayBack(picture, reason, $"Its terms say \"{Cut(terms, rule.Span)}\"; it goes to "
                    + "nobody whom that excludes.");
        }
    }

    static string Cut(UsageTerms terms, TextSpan span) => terms.Whole.Substring(span.Start, span.Length);

    /// <summary>What a rule may withhold by; null for one that keeps its take from nobody.</summary>
    static WithholdReason? ReasonOf(UsageRule rule) => rule.Kind switch
    {
        UsageKinds.Territory => WithholdReason.Territory,
        UsageKinds.Medium => WithholdReason.Medium,
        UsageKinds.Clients => WithholdReason.Clients,
        UsageKinds.Redistribution or UsageKinds.Sale => WithholdReason.Redistribution,
        UsageKinds.Archive => WithholdReason.Archive,
        // What is no use by machines goes to nearly everybody.
        UsageKinds.Purpose => rule.Deny.Any(UsagePurposes.Usual.Contains) ? WithholdReason.Purpose : null,
        UsageKinds.Editorial or UsageKinds.Commercial => WithholdReason.Commercial,
        UsageKinds.Window or UsageKinds.Embargo =>
            rule.From is not null ? WithholdReason.Embargoed : rule.Until is not null ? WithholdReason.Expired : null,
        _ => null,
    };
}
