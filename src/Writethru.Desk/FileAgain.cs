using System.Collections.Immutable;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Reading.Advisories;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>
/// Files the copy that stands in a story once more, as its next takes: what was taken from under its readers, by a hold
/// or by copy that was not the story's, they must have again under a higher number.
/// </summary>
static class FileAgain
{
    /// <summary>
    /// The newest take that is out, and all after it that are not, oldest first; empty when there is no copy. Of what
    /// an earlier release brought back, or filed anew behind it, the take before that release says nothing any more.
    /// </summary>
    /// <param name="transaction">Where the verb runs.</param>
    /// <param name="now">The gate.</param>
    /// <param name="story">The story.</param>
    /// <param name="upTo">Number of the last take that is looked at.</param>
    /// <param name="isOther">Takes that are left aside beside those whose copy is none of the story's.</param>
    public static ImmutableArray<StandingCopy> Find(LogTransaction transaction, GateSnapshot now, StoryId story,
        int upTo, Func<FiledTake, bool>? isOther = null)
    {
        List<StandingCopy> copies = [];
        for (var number = upTo; number > 0; number--)
        {
            var entry = StoryInHand.Take(transaction, story, number);
            if (entry.Filed.IsHold || now.IsGone(story, number) || isOther?.Invoke(entry.Filed) == true)
                continue;
            var pending = now.FindPending(entry.Filed.Place);
            copies.Add(new StandingCopy(entry.Filed, pending) { NeedsTerms = entry.NeedsTerms });
            if (pending is null || entry.Filed.Cause == Cause.Release)
                break;
        }
        copies.Reverse();
        return [.. copies];
    }

    /// <summary>
    /// Files them, the first with the cause and words of the occasion, the others as they are. What is under embargo or
    /// waits keeps its ties, so that its number does not lie before the others when it comes out.
    /// </summary>
    /// <param name="transaction">Where the verb runs.</param>
    /// <param name="last">Number of the story's newest take.</param>
    /// <param name="copies">At least one.</param>
    /// <param name="cause">Cause of the first.</param>
    /// <param name="first">What is made of the first.</param>
    /// <returns>The first, and the position of the last.</returns>
    public static (FiledTake First, long Position) Run(LogTransaction transaction, int last,
        ImmutableArray<StandingCopy> copies, Cause cause, Func<StandingCopy, Take> first)
    {
        FiledTake? filedFirst = null;
        var position = 0L;
        foreach (var copy in copies)
        {
            var filed = copy.Filed with
            {
                Number = ++last,
                Cause = filedFirst is null ? cause : copy.Filed.Cause,
                FiledAt = transaction.Now,
                Take = filedFirst is null ? first(copy) : copy.Filed.Take,
                Label = filedFirst is null && copy.Pending is null && PrintedSeries.NumberOf(copy.Filed.Label) == 0
                    ? ""
                    : copy.Filed.Label,
            };
            position = transaction.Append(new LogEntry.TakeFiled
            {
                Filed = filed,
                EmbargoedUntil = copy.Pending?.EmbargoedUntil > transaction.Now ? copy.Pending.EmbargoedUntil : null,
                Waits = copy.Pending?.Waits ?? false,
                NeedsTerms = copy.NeedsTerms,
                Provenance = copy.Filed.Place,
            }, default, TakeReader.Read(filed.Take, copy.Filed.FiledAt), TakeReader.Version);
            filedFirst ??= filed;
        }
        return (filedFirst!, position);
    }

    /// <summary>
    /// The copy under a note of this desk. What the sender said of its own transmission is not true of this one.
    /// </summary>
    public static Take Under(string note, Take take) => Bare(take) with { Advisory = new Advisory(note) };

    /// <summary>Whether one of the two is the other, filed again as it was.</summary>
    public static bool IsSame(Take take, Take other) => CanonicalJson.AreEqual(Bare(take), Bare(other));

    static Take Bare(Take take) => take with
    {
        Advisory = null,
        Series = "",
        Signal = Signal.None,
        Sequence = "",
        SenderVersion = "",
        VersionCreated = null,
    };
}

/// <summary>Copy that stands in a story.</summary>
/// <param name="Filed">The take.</param>
/// <param name="Pending">What keeps it back; null when it is out, or nothing but a hold does.</param>
readonly record struct StandingCopy(FiledTake Filed, PendingTake? Pending)
{
    /// <summary>Whether no picture of it may leave without terms.</summary>
    public bool NeedsTerms { get; init; }
}
