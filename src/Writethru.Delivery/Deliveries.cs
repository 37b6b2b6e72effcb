using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Delivery;

/// <summary>
/// What became of each take for each subscriber: a line of the ledger, or the reason why there is none. For the desk.
/// Thread-safe.
/// </summary>
public sealed class Deliveries(SqliteLog log, Gate gate)
{
    /// <summary>Every take of a story by every subscriber, revoked ones too; by take, then by name.</summary>
    /// <param name="story">The story; unknown: nothing.</param>
    /// <param name="subscriber">Id of the only one; null for all.</param>
    /// <param name="number">Only this take; null for all.</param>
    public IReadOnlyList<DeliveryOutcome> Of(StoryId story, string? subscriber = null, int? number = null)
    {
        var now = gate.Now;
        var sends = log.Sends(story).ToLookup(send => (send.Number, send.Subscriber));
        var receipts = log.Receipts(story).ToLookup(receipt => (receipt.Number, receipt.Subscriber));
        var names = now.Principals.All
            .Where(who => who.Role == Role.Subscriber && (subscriber is null || who.Id == subscriber))
            .Select(who => who.Id).Order(StringComparer.Ordinal).ToList();
        return [.. Takes(story).Where(take => number is null || take.Number == number)
            .SelectMany(take => names.Select(name => new DeliveryOutcome(take, now.Principals.LabelOf(name),
                [.. sends[(take.Number, name)]], [.. receipts[(take.Number, name)]],
                now.Explain(name, story, take.Number))))];
    }

    /// <summary>Whether there is such a story.</summary>
    public bool Knows(StoryId story) => gate.Now.StateOf(story) != StoryState.None;

    /// <summary>
    /// Whom the newest kill, takedown, hold or correction of a story must reach, and how far it has come; null when the
    /// story lives and has none.
    /// </summary>
    public Recall? Recall(StoryId story)
    {
        var now = gate.Now;
        var closing = now.NoticeOf(story) is { } number
            ? log.FindTake(story, number)?.Entry as LogEntry.TakeFiled
            : null;
        var notice = closing?.Filed ?? Takes(story).LastOrDefault(take => take.Cause == Cause.Correction);
        if (notice is null)
            return null;
        var sends = log.Sends(story).ToLookup(send => send.Subscriber);
        var receipts = log.Receipts(story).ToLookup(receipt => receipt.Subscriber);
        // Whoever's line came behind a kill or hold found the gate closed: it was sent nothing and will hear of
        // nothing.
        var names = closing?.Recipients.Select(recipient => recipient.Subscriber)
            ?? sends.Where(sent => sent.Any(send => send.Number < notice.Number)).Select(sent => sent.Key);
        return new Recall(notice, [.. names.Order(StringComparer.Ordinal)
            .Select(name => RecipientOf(now, notice, name, [.. sends[name]], [.. receipts[name]]))]);
    }

    /// <summary>A correction has come also where a newer take has, for that holds it.</summary>
    static RecallRecipient RecipientOf(GateSnapshot now, FiledTake notice, string name,
        Send[] sends, Receipt[] receipts)
    {
        var told = sends.Where(send => send.Number >= notice.Number).ToList();
        var said = receipts.Where(receipt => receipt.Number >= notice.Number).ToList();
        var decision = now.Explain(name, notice.Story, notice.Number);
        return new RecallRecipient(now.Principals.LabelOf(name),
            [.. sends.Where(send => send.Number < notice.Number)], told, said,
            DeliveryOutcome.StateOf(told, said) ?? (now.FindPrincipal(name) is null ? DeliveryState.Unreachable
                : decision.Decision is Decision.Withhold ? DeliveryState.Withheld
                : DeliveryState.NotAsked),
            decision.Rule);
    }

    List<FiledTake> Takes(StoryId story) =>
        [.. log.Story(story).Select(record => record.Entry).OfType<LogEntry.TakeFiled>().Select(entry => entry.Filed)];
}

/// <summary>What became of one take for one subscriber.</summary>
/// <param name="Take">The take.</param>
/// <param name="Subscriber">What the subscriber is called.</param>
/// <param name="Sends">Lines of the ledger, oldest first.</param>
/// <param name="Receipts">What it said of the take.</param>
/// <param name="Now">What the gate answers now. Sent and withheld now is what a kill, a change of rights and a hold
/// do.</param>
public sealed record DeliveryOutcome(FiledTake Take, string Subscriber, IReadOnlyList<Send> Sends,
    IReadOnlyList<Receipt> Receipts, Explanation Now)
{
    /// <summary>How far it has come.</summary>
    public DeliveryState State => StateOf(Sends, Receipts)
        ?? (Now.Decision is Decision.Deliver ? DeliveryState.NotAsked : DeliveryState.Withheld);

    /// <summary>How far something sent has come; null when nothing was sent.</summary>
    internal static DeliveryState? StateOf(IReadOnlyList<Send> sends, IReadOnlyList<Receipt> receipts) =>
        receipts.MaxBy(receipt => receipt.At) is { } said
            ? said.Outcome == ReceiptOutcome.Failed ? DeliveryState.Failed : DeliveryState.Confirmed
        : sends.Count == 0 ? null
        : sends.Any(send => send.Received is not null) ? DeliveryState.Received
        : sends.Any(send => send.Sent is not null) ? DeliveryState.Sent
        : DeliveryState.Begun;
}

/// <summary>Whom a kill, takedown, hold or correction must reach, and the state of each.</summary>
/// <param name="Notice">The newest of them.</param>
/// <param name="Recipients">Everyone to whom an earlier take was sent, or its copy as another story, by name.</param>
public sealed record Recall(FiledTake Notice, IReadOnlyList<RecallRecipient> Recipients);

/// <summary>One whom a recall must reach.</summary>
/// <param name="Subscriber">What the subscriber is called.</param>
/// <param name="Sent">The takes that were sent to it, as the ledger has them.</param>
/// <param name="Told">How the notice went; of a correction, this take or a newer one.</param>
/// <param name="Receipts">What it said of the notice.</param>
/// <param name="State">How far the notice has come.</param>
/// <param name="Rule">Why it may have the notice, or not.</param>
public sealed record RecallRecipient(string Subscriber, IReadOnlyList<Send> Sent, IReadOnlyList<Send> Told,
    IReadOnlyList<Receipt> Receipts, DeliveryState State, string Rule);
