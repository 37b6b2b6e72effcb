using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Writethru.Copy;
using Writethru.Copy.Json;

namespace Writethru.Archive.Sqlite;

/// <summary>
/// What one work may ask of the log and add to it, while nobody else writes. It sees everything that was committed and
/// everything that works before it have added. Only valid while the work runs, on the thread that runs it.
/// </summary>
public sealed class LogTransaction
{
    readonly LogSession _session;
    readonly int _blobThreshold;
    readonly Func<string, bool> _hasBlob;
    (ReadOnlyMemory<byte> Bytes, string? Name) _hashed;
    bool _isClosed;

    internal LogTransaction(LogSession session, int blobThreshold, Func<string, bool> hasBlob, DateTimeOffset now)
    {
        _session = session;
        _blobThreshold = blobThreshold;
        _hasBlob = hasBlob;
        Now = now;
    }

    /// <summary>
    /// When the work began, UTC, by <see cref="SqliteLog.Clock"/>: what has come by then has come. Entries and lines of
    /// the ledger bear this instant, or that of the entry before where it is later.
    /// </summary>
    public DateTimeOffset Now { get; }

    /// <summary>Position of the newest entry, 0 when there is none; entries of this transaction count.</summary>
    public long Head => Ask(session => session.Head);

    /// <summary>
    /// How often entries have been given up again since the log was opened. As long as it stays, what was found at a
    /// position is what lies there; then the position of one that is not yet durable may be another's.
    /// </summary>
    public long Dropped => Ask(session => session.Dropped);

    /// <summary>
    /// What this work, and those that become durable together with it, have added so far, in order: all that no fold
    /// has taken in yet.
    /// </summary>
    public IReadOnlyList<LogRecord> Added => Ask(session => session.Appended);

    /// <summary>
    /// What broke inside the transaction, however the work dealt with it: a half-added entry must not be kept.
    /// </summary>
    internal Exception? Broken { get; private set; }

    /// <summary>The story's newest take; null when the story has none.</summary>
    public FiledTake? LastTake(StoryId story) => (LastRecord(story)?.Entry as LogEntry.TakeFiled)?.Filed;

    /// <summary>The entry that filed the story's newest take; null when the story has none.</summary>
    public LogRecord? LastRecord(StoryId story) => Ask(session => session.LastOfStory.Record(story.Value));

    /// <summary>
    /// The newest take that a publisher sent under an identity of its own; where none is there, the refusal of an item
    /// that repeated another take under it; null when neither is.
    /// </summary>
    /// <exception cref="ArgumentException">The identity is empty: empty means that the sender gave none.</exception>
    public LogRecord? FindBySender(string publisher, string senderId)
    {
        ArgumentException.ThrowIfNullOrEmpty(senderId);
        return Ask(session => session.BySender.Record(publisher, senderId));
    }

    /// <summary>The newest take that a publisher sent under that identity and version; null when none.</summary>
    /// <param name="publisher">Name of the principal.</param>
    /// <param name="senderId">Its identity of the story, not empty.</param>
    /// <param name="senderVersion">Its version, verbatim; empty finds takes that came without one.</param>
    public LogRecord? FindBySenderVersion(string publisher, string senderId, string senderVersion)
    {
        ArgumentException.ThrowIfNullOrEmpty(senderId);
        return Ask(session => session.BySenderVersion.Record(publisher, senderId, senderVersion));
    }

    /// <summary>
    /// Where the newest take of each story lies that a publisher moved since an instant and that another take may
    /// continue; a kill is none, but the takes that it killed are. Newest first.
    /// </summary>
    /// <param name="publisher">Name of the principal.</param>
    /// <param name="agency">Whose stories, as <see cref="Take.Agency"/>; those of nobody in particular too.</param>
    /// <param name="since">Not before this instant, by the second.</param>
    /// <param name="limit">Most stories; of four times as many takes.</param>
    public IReadOnlyList<long> FindCandidates(string publisher, string agency, DateTimeOffset since, int limit) =>
        Ask(session => session.Candidates.Rows(
            row => row.GetInt64(0), publisher, since.ToUnixTimeSeconds(), agency, limit));

    /// <summary>
    /// The takes that a publisher sent and that have that key of their copy, newest first; kills are none of them.
    /// </summary>
    /// <param name="publisher">Name of the principal.</param>
    /// <param name="key">As <see cref="SameCopy.KeyOf"/>.</param>
    /// <param name="limit">Most of them.</param>
    public IReadOnlyList<LogRecord> FindCopies(string publisher, string key, int limit) =>
        Ask(session => session.Copies.Records(publisher, key, limit));

    /// <summary>The entry at a position; null when there is none. Entries of this transaction count.</summary>
    public LogRecord? Find(long position) => Ask(session => session.At.Record(position));

    /// <summary>Position of the last entry that was written before an instant; 0 when there is none.</summary>
    public long LastBefore(DateTimeOffset instant)
    {
        var (before, behind) = (0L, Head + 1);
        while (behind - before > 1)
        {
            var middle = before + ((behind - before) / 2);
            if (Find(middle)!.At < instant)
                before = middle;
            else
                behind = middle;
        }
        return before;
    }

    /// <summary>The entry that filed a take; null when there is no such take.</summary>
    public LogRecord? FindTake(StoryId story, int number) => Ask(session => session.Take.Record(story.Value, number));

    /// <summary>What a publisher's idempotency key led to, a take or a refusal; null when the key is new.</summary>
    public LogRecord? FindIdempotent(string publisher, string idempotencyKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(idempotencyKey);
        return Ask(session => session.Idempotent.Record(publisher, idempotencyKey));
    }

    /// <summary>
    /// Adds an entry and returns its position: one more than the newest, without gaps. It exists for others only when
    /// the task of the work completes.
    /// </summary>
    /// <param name="entry">The fact. Its idempotency key must be new for the publisher; empty keys may repeat.</param>
    /// <param name="received">
    /// The bytes that <see cref="Received"/> in the entry describes; empty for an entry without one. Several entries of
    /// one work may come from the same bytes, which are then kept once. Bytes longer than
    /// <see cref="ArchiveOptions.BlobThreshold"/> must have been given to
    /// <see cref="SqliteLog.StoreReceivedAsync"/> before the work began.
    /// </param>
    /// <param name="reading">What was read from the take; only for a <see cref="LogEntry.TakeFiled"/>.</param>
    /// <param name="readerVersion">Version of the reader that read it, from 1; 0 when nobody read it.</param>
    /// <exception cref="ArgumentException">
    /// The entry cannot stand here; nothing was added. When it is the idempotency key that is not new, the work fails
    /// as a whole, even if it goes on.
    /// </exception>
    public long Append(LogEntry entry, ReadOnlyMemory<byte> received = default, TakeReading? reading = null,
        int readerVersion = 0)
    {
        ArgumentNullException.ThrowIfNull(entry);
        CheckPlace(entry);
        if (reading is not null && entry is not LogEntry.TakeFiled)
            throw new ArgumentException("Only a filed take has a reading.", nameof(reading));
        var blob = CheckReceived(entry.Source, received);
        return Change(session => session.Append(entry, Now, received, blob, reading, readerVersion));
    }

    /// <summary>
    /// Puts a new reading beside a take, in place of the one before. Folds that have already seen the take are not
    /// told: make readings anew before folds are added.
    /// </summary>
    /// <exception cref="ArgumentException">There is no entry at that position.</exception>
    public void ReplaceReading(long position, TakeReading? reading, int readerVersion)
    {
        if (position < 1 || position > Head)
            throw new ArgumentException($"No entry at position {position}; the newest is {Head}.", nameof(position));
        Change(session => session.PutReading(position, reading, readerVersion));
    }

    /// <summary>
    /// Records that takes are about to leave. The line is durable when the work's task completes: only then may the
    /// first byte go. A line that is there stays as it is.
    /// </summary>
    public void BeginSends(IEnumerable<Send> sends)
    {
        foreach (var send in sends)
            Change(session => session.Begin(send, Now));
    }

    /// <summary>Records that the last byte of takes has gone.</summary>
    public void MarkSent(IEnumerable<Send> sends)
    {
        foreach (var send in sends)
            Change(session => session.MarkSent(send, Now));
    }

    /// <summary>Records that a subscriber has everything of its stream up to a position.</summary>
    public void MarkReceived(string subscriber, long position) =>
        Change(session => session.MarkReceived(subscriber, position, Now));

    /// <summary>
    /// Keeps a subscriber's word on a take. False, and nothing is kept, when the take was never sent to it.
    /// </summary>
    public bool AddReceipt(Receipt receipt)
    {
        if (Ask(session => session.WasSent.Scalar(receipt.Story.Value, receipt.Number, receipt.Subscriber)) is null)
            return false;
        Change(session => session.Add(receipt, Now));
        return true;
    }

    /// <summary>
    /// To whom takes of a story were sent, or were about to be, by name: whom a kill filed in this work must reach.
    /// </summary>
    public ImmutableArray<Recipient> RecipientsOf(StoryId story) =>
        [.. Ask(session => session.Recipients.Rows(row => (Subscriber: row.GetString(0), Take: row.GetInt32(1)),
                story.Value))
            .GroupBy(sent => sent.Subscriber, sent => sent.Take)
            .Select(sent => new Recipient(sent.Key, [.. sent]))];

    /// <summary>Asks or sets a PRAGMA of the writer's connection: how tests see it and fill the disk.</summary>
    internal object? Pragma(string pragma) => Ask(session => session.Pragma(pragma));

    internal void Close() => _isClosed = true;

    void CheckPlace(LogEntry entry)
    {
        foreach (var take in entry.Needs)
            CheckFiled(take.Story, take.Number);
        if (entry is LogEntry.TakeFiled { Filed: var filed })
        {
            if (!StoryId.IsWellFormed(filed.Story.Value))
                throw new ArgumentException($"'{filed.Story}' is not a story's identity.", nameof(entry));
            var expected = Ask(session => (long?)session.LastNumber.Scalar(filed.Story.Value) ?? 0) + 1;
            if (filed.Number != expected)
                throw new ArgumentException(
                    $"Story {filed.Story}: found take {filed.Number}, expected {expected}.", nameof(entry));
        }
        if (entry is LogEntry.PartRejected rejected && Find(rejected.Position)?.Entry is not LogEntry.ItemRefused)
            throw new ArgumentException($"Nothing was refused at {rejected.Position}.", nameof(entry));
        if (entry is LogEntry.NoticeDismissed dismissed && Find(dismissed.Position)?.Entry is not (
            LogEntry.ItemRefused { Notice: not null } or LogEntry.TakeFiled { Filed: { IsKill: true, Number: 1 } }))
            throw new ArgumentException($"No notice without a story came at {dismissed.Position}.", nameof(entry));
    }

    void CheckFiled(StoryId story, int number)
    {
        var last = Ask(session => (long?)session.LastNumber.Scalar(story.Value) ?? 0);
        if (number < 1 || number > last)
            throw new ArgumentException($"Story {story} has {last} takes; found take {number}.");
    }

    /// <summary>
    /// Makes sure that the bytes are those of the entry; returns their blob's name when they lie as one.
    /// </summary>
    string? CheckReceived(Received? source, ReadOnlyMemory<byte> received)
    {
        if (source is null)
        {
            return received.IsEmpty
                ? null
                : throw new ArgumentException("The entry says of no bytes where they came from.", nameof(received));
        }
        var name = NameOf(received);
        if (source.Length != received.Length || source.Sha256 != name)
            throw new ArgumentException($"Received {received.Length} bytes with SHA-256 {name}; the entry says "
                + $"{source.Length} bytes with {source.Sha256}.", nameof(received));
        if (received.Length <= _blobThreshold)
            return null;
        return _hasBlob(name)
            ? name
            : throw new ArgumentException($"{received.Length} bytes were not stored as blob {name} before their entry.",
                nameof(received));
    }

    /// <summary>Many entries may come from the same bytes: they are hashed once, not once an entry.</summary>
    string NameOf(ReadOnlyMemory<byte> received)
    {
        if (_hashed.Name is { } known && _hashed.Bytes.Equals(received))
            return known;
        var name = ContentHash.Of(received.Span);
        _hashed = (received, name);
        return name;
    }

    T Ask<T>(Func<LogSession, T> question)
    {
        if (_isClosed)
            throw new InvalidOperationException("The work that this transaction belongs to has ended.");
        try
        {
            return question(_session);
        }
        catch (SqliteException e)
        {
            Broken = e;
            throw;
        }
    }

    void Change(Action<LogSession> change) => Change(session =>
    {
        change(session);
        return true;
    });

    T Change<T>(Func<LogSession, T> change)
    {
        try
        {
            return Ask(change);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SqliteFailure.Constraint)
        {
            throw new ArgumentException($"The entry contradicts one before it: {e.Message}", e);
        }
    }
}
