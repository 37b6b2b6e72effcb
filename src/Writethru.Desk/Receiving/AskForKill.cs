using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk.Linking;
using Writethru.Rights;

namespace Writethru.Desk.Receiving;

/// <summary>
/// What a publisher cancels in a story that has copy of others too: nothing of it goes out any more, and the desk is
/// asked for the kill.
/// </summary>
sealed class AskForKill(Gate gate)
{
    /// <summary>Files the hold, with the bytes that came, and the request; of a held story the request alone.</summary>
    /// <param name="transaction">Where to.</param>
    /// <param name="request">The bytes that the cancellation was read from.</param>
    /// <param name="number">Which item of the bytes it is, from 1.</param>
    /// <param name="take">The cancellation.</param>
    /// <param name="standing">The story.</param>
    /// <param name="choice">How it was found.</param>
    public FileOutcome Run(LogTransaction transaction, IncomingRequest request, int number, Take take,
        StoryInHand standing, StoryChoice choice)
    {
        var last = standing.Last.Filed;
        var reason = take.Advisory?.Text is { Length: > 0 } note
            ? FileNotice.OneLine(NoticeWords.ReasonIn(Cause.Kill, note) is { Length: > 0 } own ? own : note)
            : "Its sender has canceled it.";
        if (standing.State == StoryState.Held)
        {
            // The same notice again has asked already.
            if (standing.NewestHold(transaction) is { Received: { } asked, Filed: var held }
                && asked.Sha256 == request.Received(number).Sha256 && asked.Item == number)
                return new FileOutcome.Repeated(held, transaction.FindTake(held.Story, held.Number)!.Position);
            var refused = request.Refuse(transaction, number, Refusal.Conflict, [DeskRemarks.KillAsked(last.Story)]);
            Ask(standing.NewestHold(transaction).Filed.Number);
            return refused;
        }
        var hold = new FiledTake
        {
            Story = last.Story,
            Number = last.Number + 1,
            Cause = Cause.Hold,
            FiledAt = transaction.Now,
            Take = new Take
            {
                Status = TakeStatus.Withheld,
                Slug = take.Slug,
                Advisory = new Advisory(NoticeWords.Of(Cause.Hold, reason)),
            },
        };
        var position = request.Append(transaction, new LogEntry.TakeFiled
        {
            Filed = hold,
            Received = request.Received(number),
            Recipients = Recipients.Of(transaction, gate.In(transaction), last.Story),
            Linked = choice.Linked,
        });
        FileNotice.RunInOthers(transaction, gate, hold, holder: "");
        Ask(hold.Number);
        return new FileOutcome.Filed(hold, position)
        {
            Linked = choice.Linked,
            Remarks = [.. choice.Named.Take(1).Select(DeskRemarks.Named)],
        };

        void Ask(int hold) => transaction.Append(
            new LogEntry.KillAsked(last.Story, hold, reason, Substitute: null, request.Item.Publisher));
    }
}
