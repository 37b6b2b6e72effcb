using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk.Linking;
using Writethru.Rights;

namespace Writethru.Desk.Receiving;

/// <summary>
/// What a sender withholds of a story that is out holds the story; what it sends as usable then is the release of its
/// own hold, and of nobody else's.
/// </summary>
sealed class FileHold(Gate gate)
{
    /// <summary>
    /// Files the hold, and behind it the copy that came with it, which waits. Null when it is no hold: the item is
    /// usable, or nothing of the story is out, so that the take itself waits.
    /// </summary>
    /// <param name="transaction">Where to.</param>
    /// <param name="request">The bytes that the item was read from.</param>
    /// <param name="number">Which item of the bytes it is, from 1.</param>
    /// <param name="take">The item.</param>
    /// <param name="standing">The story, which the sender named.</param>
    /// <param name="choice">How it was found.</param>
    public FileOutcome? Run(LogTransaction transaction, IncomingRequest request, int number,
        Take take, StoryInHand standing, StoryChoice choice)
    {
        var now = gate.In(transaction);
        var last = standing.Last.Filed;
        if (take.Status != TakeStatus.Withheld || !now.IsOut(last.Story)
            || standing.State is not (StoryState.Living or StoryState.Held))
            return null;
        var hasCopy = !take.Body.IsEmpty || !take.Pictures.IsEmpty;
        var holder = request.Item.Publisher;
        if (now.HoldersOf(last.Story).Contains(holder))
            return hasCopy ? null : new FileOutcome.Repeated(standing.NewestHold(transaction).Filed, transaction.Head);
        var hold = new FiledTake
        {
            Story = last.Story,
            Number = last.Number + 1,
            Cause = Cause.Hold,
            FiledAt = transaction.Now,
            Take = hasCopy ? NoticeOf(take) : take with { Advisory = take.Advisory ?? NoticeOf(take).Advisory },
        };
        var position = request.Append(transaction, new LogEntry.TakeFiled
        {
            Filed = hold,
            Received = request.Received(number),
            Recipients = Recipients.Of(transaction, now, last.Story),
            HeldBy = holder,
            Linked = choice.Linked,
        });
        FileNotice.RunInOthers(transaction, gate, hold, holder);
        if (hasCopy)
        {
            position = request.Append(transaction, new LogEntry.TakeFiled
            {
                Filed = new FiledTake
                {
                    Story = last.Story,
                    Number = hold.Number + 1,
                    Cause = FileTake.CauseOf(request.Item, take, last),
                    FiledAt = transaction.Now,
                    Take = take,
                },
                Received = request.Received(number),
                Waits = true,
                NeedsTerms = now.FindPrincipal(request.Item.Publisher) is { WithholdsWithoutTerms: true },
            });
        }
        return new FileOutcome.Filed(hold, position)
        {
            Linked = choice.Linked,
            Remarks = [.. choice.Named.Take(1).Select(DeskRemarks.Named)],
        };
    }

    /// <summary>Whether an item lets a story go that nobody holds but its own sender.</summary>
    public static bool IsReleaseBy(GateSnapshot now, IncomingItem item, Take take, StoryId story) =>
        take.Status == TakeStatus.Usable && now.StateOf(story) == StoryState.Held
        && now.HoldersOf(story) is { Count: 1 } holders && holders.Contains(item.Publisher);

    /// <summary>
    /// Whether an item lets copy go that was never out, and waits for nothing but that its own sender withheld it,
    /// under the same identity. What waits for the desk as well, by its words or its likeness, does so still.
    /// </summary>
    public static bool LetsGo(LogTransaction transaction, GateSnapshot now, IncomingItem item, Take take, StoryId story)
    {
        if (take is not { Status: TakeStatus.Usable, SenderId.Length: > 0 } || now.StateOf(story) != StoryState.Living)
            return false;
        var waiting = now.Pending.Where(pending => pending.Story == story && pending.Waits)
            .Select(pending => StoryInHand.Take(transaction, story, pending.Number)).ToList();
        // A wait that came of a later take is that one's.
        return waiting.Count > 0 && waiting.All(entry => !entry.Waits || IsWithheldBy(item.Publisher, take, entry));
    }

    static bool IsWithheldBy(string publisher, Take take, LogEntry.TakeFiled entry) =>
        entry is { Proposed.IsEmpty: true, Filed.Take: { Status: TakeStatus.Withheld, Embargo: not { Until: null } } }
        && entry.Filed.Take.SenderId == take.SenderId && entry.Received?.Publisher == publisher;

    /// <summary>The note of an item that is withheld, without its copy.</summary>
    static Take NoticeOf(Take take) => new()
    {
        Status = TakeStatus.Withheld,
        Slug = take.Slug,
        Advisory = take.Advisory ?? new Advisory(NoticeWords.Of(Cause.Hold, "Its sender has withheld it.")),
    };
}
