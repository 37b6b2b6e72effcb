using Writethru.Copy;

namespace Writethru.Delivery;

/// <summary>
/// One answer, page or stream on its way to one principal. Whatever it hands out has its line in the ledger by then,
/// and was asked of the gate after that. Used by one caller at a time.
/// </summary>
public sealed class Sending
{
    /// <summary>The grant of a picture that went along with copy: less than its own take.</summary>
    const string CarriedGrant = "carried";

    readonly Ledger _ledger;
    readonly SendPath _path;
    readonly string _keyHash;
    readonly List<Send> _open = [];

    internal Sending(Ledger ledger, string principal, SendPath path, string keyHash) =>
        (_ledger, Principal, _path, _keyHash) = (ledger, principal, path, keyHash);

    /// <summary>Id of whoever gets it.</summary>
    public string Principal { get; }

    /// <summary>Whether its rights have ended, or the key by which it came. A stream ends then.</summary>
    internal bool IsOver => _ledger.IsOver(Principal, _keyHash);

    /// <summary>
    /// Marks as sent what was handed out since the last time: call it when the connection has taken the bytes.
    /// </summary>
    public Task CompleteAsync() => TakeOpen() is { Count: > 0 } sent
        ? _ledger.MarkSentAsync(Principal, sent)
        : Task.CompletedTask;

    /// <summary>
    /// Asks for takes, records them, and asks anew until all that was answered is recorded: no wait lies between the
    /// gate's last answer and the return.
    /// </summary>
    /// <param name="pick">Asks the gate; called again after every wait.</param>
    /// <param name="takes">The takes in an answer, with their places in the stream.</param>
    /// <param name="cancel">Gives up.</param>
    internal async ValueTask<T> HandOutAsync<T>(Func<T> pick,
        Func<T, IEnumerable<(Deliverable Take, long? Position)>> takes,
        CancellationToken cancel)
    {
        while (true)
        {
            var picked = pick();
            if (!_ledger.IsSubscriber(Principal))
                return picked;
            var sends = takes(picked).SelectMany(take => LinesOf(take.Take, take.Position)).ToList();
            if (await _ledger.BeginAsync(sends, [], cancel).ConfigureAwait(false))
                continue;
            _open.AddRange(sends.Select(begin => begin.Send));
            return picked;
        }
    }

    /// <summary>
    /// Records the takes of a stretch that are about to be handed out one by one, in one commit; and in the same, as
    /// sent, what the connection has taken.
    /// </summary>
    internal async Task PrepareAsync(Outlet outlet, StreamStretch stretch, bool isFlushed, CancellationToken cancel)
    {
        if (!_ledger.IsSubscriber(Principal))
            return;
        var flushed = isFlushed ? TakeOpen() : [];
        var sends = stretch.Steps.OfType<StreamStep.Brought>()
            .SelectMany(step => outlet.Pick(Principal, step) is { } take ? LinesOf(take, step.Place.Position) : [])
            .ToList();
        if (!await _ledger.BeginAsync(sends, flushed, cancel).ConfigureAwait(false) && flushed.Count > 0)
            _open.AddRange(flushed);
    }

    List<Send> TakeOpen()
    {
        var open = _open.ToList();
        _open.Clear();
        return open;
    }

    /// <summary>Its own line, and one for each picture in it that is a story of its own.</summary>
    IEnumerable<(Send Send, bool IsNotice)> LinesOf(Deliverable take, long? position) => take.Carried
        .Select(carried => (new Send
        {
            Story = carried.Filed.Story,
            Number = carried.Filed.Number,
            Subscriber = Principal,
            Path = _path,
            Grant = CarriedGrant,
        }, false))
        .Prepend(LineOf(take, position));

    (Send Send, bool IsNotice) LineOf(Deliverable take, long? position) => (new Send
    {
        Story = take.Filed.Story,
        Number = take.Filed.Number,
        Subscriber = Principal,
        Path = _path,
        Grant = take.Grant,
        Position = position,
    }, take.Filed.IsKill || take.Filed.IsHold);
}
