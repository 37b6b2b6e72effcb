using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Delivery;

/// <summary>
/// Who was sent what: a line for each take and subscriber, on disk before the first byte leaves. Thread-safe.
/// </summary>
/// <remarks>
/// What the desk reads is not in it: a kill reaches the desk by itself. Where the disk takes no line, no copy leaves
/// that has none yet; notices leave all the same, for a kill that is told without a record is better than one untold.
/// </remarks>
public sealed class Ledger(SqliteLog log, Gate gate, ILogger<Ledger> logger) : IDisposable
{
    /// <summary>How many lines are remembered as being there; the others are looked up.</summary>
    const int Remembered = 100_000;

    /// <summary>
    /// How long a notice passes whose line the disk did not take: long enough to leave, and when it leaves again the
    /// line is tried again.
    /// </summary>
    static readonly TimeSpan _unrecorded = TimeSpan.FromSeconds(5);

    readonly MemoryCache _begun = new(new MemoryCacheOptions { SizeLimit = Remembered });

    /// <summary>Begins to send to a principal by a path.</summary>
    /// <param name="principal">Its id.</param>
    /// <param name="path">How.</param>
    /// <param name="keyHash">Hash of the key by which it is known; empty: by none.</param>
    public Sending Open(string principal, SendPath path, string keyHash = "") => new(this, principal, path, keyHash);

    /// <summary>
    /// Records that a subscriber has everything of its stream up to the position of a cursor it came with.
    /// </summary>
    public async Task AcknowledgeAsync(string principal, long position, CancellationToken cancel)
    {
        if (!IsSubscriber(principal) || _begun.TryGetValue(principal, out long known) && known >= position)
            return;
        try
        {
            await log.WriteAsync(transaction =>
            {
                transaction.MarkReceived(principal, position);
                return position;
            }, cancel).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsOfStore(failure))
        {
            // The next cursor says it again, and meanwhile the line says less than is so, not more.
            logger.LedgerClosed(principal, failure);
            return;
        }
        _begun.Set(principal, position, new MemoryCacheEntryOptions { Size = 1 });
    }

    /// <summary>
    /// Keeps a subscriber's word on a take; the archive's clock dates it. False when the take was never sent to it.
    /// </summary>
    public Task<bool> ReceiveAsync(Receipt receipt, CancellationToken cancel) =>
        log.WriteAsync(transaction => transaction.AddReceipt(receipt), cancel);

    /// <inheritdoc/>
    public void Dispose() => _begun.Dispose();

    /// <summary>
    /// Puts lines on disk where there are none, and marks others as sent in the same commit. False when there was
    /// nothing to begin, so that nobody has waited.
    /// </summary>
    internal async ValueTask<bool> BeginAsync(IReadOnlyList<(Send Send, bool IsNotice)> sends,
        IReadOnlyList<Send> flushed, CancellationToken cancel)
    {
        var missing = sends.Where(begin => !IsKnown(begin.Send)).ToList();
        if (missing.Count == 0)
            return false;
        try
        {
            int Begin(LogTransaction transaction)
            {
                transaction.MarkSent(flushed);
                transaction.BeginSends(missing.Select(begin => begin.Send));
                return missing.Count;
            }

            // What tells of a kill must not wait for copy, nor for the disk to have room for copy.
            await (missing.All(begin => begin.IsNotice)
                ? log.WriteUrgentAsync(Begin, cancel)
                : log.WriteAsync(Begin, cancel)).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsOfStore(failure) && missing.All(begin => begin.IsNotice))
        {
            logger.LedgerClosed(missing[0].Send.Subscriber, failure);
            foreach (var (send, _) in missing)
                Remember(send, _unrecorded);
            return true;
        }
        foreach (var (send, _) in missing)
            Remember(send);
        return true;
    }

    /// <summary>Marks lines as sent. They say less than is so when the disk does not take it.</summary>
    internal async Task MarkSentAsync(string principal, IReadOnlyList<Send> flushed)
    {
        try
        {
            await log.WriteAsync(transaction =>
            {
                transaction.MarkSent(flushed);
                return flushed.Count;
            }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsOfStore(failure) || failure is ObjectDisposedException)
        {
            logger.LedgerClosed(principal, failure);
        }
    }

    /// <summary>
    /// Whether what goes to this one leaves a line. A role is for good, so that whoever was revoked since the gate
    /// answered is one still: its line is written, and the gate is asked again before anything leaves.
    /// </summary>
    internal bool IsSubscriber(string principal) =>
        gate.Now.Principals.FindEver(principal) is { Role: Role.Subscriber };

    /// <summary>Whether the rights of a principal have ended, or the key by which it is known.</summary>
    internal bool IsOver(string principal, string keyHash) =>
        (keyHash.Length == 0
            ? gate.Now.FindPrincipal(principal)
            : gate.Now.Principals.FindByKey(keyHash, log.Clock.Read().Latest))?.Id != principal;

    internal static bool IsOfStore(Exception failure) => failure is
        ArchiveFullException or ArchiveBusyException or LogFailedException;

    bool IsKnown(Send send)
    {
        if (_begun.TryGetValue(KeyOf(send), out _))
            return true;
        var isKnown = log.IsBegun(send);
        if (isKnown)
            Remember(send);
        return isKnown;
    }

    void Remember(Send send, TimeSpan? @for = null) => _begun.Set(KeyOf(send), true,
        new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = @for });

    static (string, SendPath, StoryId, int, string) KeyOf(Send send) =>
        (send.Subscriber, send.Path, send.Story, send.Number, send.Grant);
}
