using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Writethru.Archive.Disk;
using Writethru.Copy;

namespace Writethru.Archive.Sqlite;

/// <summary>
/// The one append-only log, in SQLite. One thread writes, many may read; everything here is safe to call from any
/// thread. Reads are synchronous, short, and show nothing that is not durable and folded.
/// </summary>
public sealed class SqliteLog : IAsyncDisposable
{
    const int ReplayPage = 512;

    readonly LogWriter _writer;
    readonly LogReaders _readers;
    readonly LogHead _head;
    readonly ArchiveOptions _options;
    readonly ILogger _logger;
    bool _isDisposed;

    SqliteLog(DataFolder folder, Reserve reserve, BlobStore blobs, LogSession session, ArchiveOptions options,
        TimeProvider clock, ILogger logger)
    {
        (Folder, Reserve, Blobs, _options, _logger) = (folder, reserve, blobs, options, logger);
        Clock = new TrustedClock(clock);
        _head = new LogHead(session.Head, session.LastAt, clock);
        _readers = new LogReaders(folder.DatabaseFile);
        _writer = new LogWriter(session, _head, folder, reserve, blobs.Contains, options, Clock, logger);
    }

    /// <summary>The data folder, locked until the log is disposed.</summary>
    public DataFolder Folder { get; }

    /// <summary>The blobs beside the log.</summary>
    public BlobStore Blobs { get; }

    /// <summary>The time by which embargoes open.</summary>
    public TrustedClock Clock { get; }

    /// <summary>What the clocks show now, and where the log's last entry stands against them.</summary>
    public ClockReading ReadClock() => Clock.Read() with { LastEntry = _head.LastAt };

    /// <summary>Position of the last entry that is durable and folded; 0 when there is none.</summary>
    public long Head => _head.Position;

    /// <summary>Whether the file has failed: nothing is accepted any more, reads go on.</summary>
    public bool IsFailed => _writer.IsFailed;

    /// <summary>
    /// Whether the disk is full: copy is refused and what is urgent goes through as long as the reserve lasts. It ends
    /// with the first write that finds room; <see cref="FindRoomAsync"/> is one.
    /// </summary>
    public bool IsFull => _writer.IsFull;

    /// <summary>The room that is kept for what is urgent.</summary>
    internal Reserve Reserve { get; }

    /// <summary>How many commits added entries since the log was opened.</summary>
    internal long Commits => _writer.Commits;

    /// <summary>Runs just before every COMMIT: where tests let the disk fail.</summary>
    internal Action? BeforeCommit { set => _writer.BeforeCommit = value; }

    /// <summary>
    /// Locks the data folder, brings the database to the form of this program, and makes sure that the last entry
    /// follows from the one before it.
    /// </summary>
    /// <exception cref="DataFolderInUseException">Somebody else has it open.</exception>
    /// <exception cref="MigrationException">
    /// The database is not one that this program made or can bring forward.
    /// </exception>
    /// <exception cref="InvalidDataException">The file is no database, or SQLite cannot read it.</exception>
    /// <exception cref="LogDamagedException">The end of the log is damaged; nothing may be added to it.</exception>
    public static SqliteLog Open(ArchiveOptions options, TimeProvider clock, ILogger<SqliteLog> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.BlobThreshold);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxBatch, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxQueued, 1);
        var folder = DataFolder.Open(options.Folder);
        SqliteConnection? connection = null;
        try
        {
            var blobs = new BlobStore(folder.BlobFolder);
            blobs.ClearIncoming();
            var reserve = new Reserve(folder.ReserveFile, options.Reserve);
            connection = Connections.OpenWriter(folder.DatabaseFile, reserve);
            foreach (var migration in Migrations.Run(connection, Migrations.Known, clock.GetUtcNow()))
                logger.Migrated(folder.Path, migration.Name);
            Durably.SyncFolder(folder.Path); // SQLite does not sync the name of a database that it made
            var log = new SqliteLog(folder, reserve, blobs, new LogSession(connection), options, clock, logger);
            logger.Opened(folder.Path, log.Head);
            return log;
        }
        catch (Exception failure)
        {
            var isFull = connection is not null && SqliteFailure.IsFull(failure, connection);
            connection?.Dispose();
            folder.Dispose();
            if (isFull)
                throw new ArchiveFullException(folder.Path, failure);
            if (failure is SqliteException)
            {
                throw new InvalidDataException($"The log in {folder.Path} cannot be opened: {failure.Message} "
                    + "`writethru verify` names what is damaged.", failure);
            }
            throw;
        }
    }

    /// <summary>
    /// Runs a work on the writer's thread and completes when everything it added is on disk and folded. Works that
    /// queue together are committed together, each for itself: one that throws leaves nothing behind, and only its own
    /// task fails.
    /// </summary>
    /// <param name="work">
    /// Quick, without waiting and without I/O of its own: all other writers wait for it. It must not keep the
    /// transaction.
    /// </param>
    /// <param name="cancel">Takes the work back as long as it has not begun; later it is not looked at.</param>
    /// <exception cref="ArchiveFullException">
    /// The disk is full; nothing was added, and the same write may succeed later.
    /// </exception>
    /// <exception cref="LogFailedException">
    /// The file failed, now or earlier. What was being added may or may not be there.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The log was closed.</exception>
    public Task<T> WriteAsync<T>(Func<LogTransaction, T> work, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        return _writer.WriteAsync(work, cancel);
    }

    /// <summary>
    /// As <see cref="WriteAsync"/>, to know how it would end: what the work adds is dropped as soon as it has run, and
    /// bytes that its entries come from need not be kept.
    /// </summary>
    /// <param name="work">As there.</param>
    /// <param name="cancel">Takes the work back as long as it has not begun; later it is not looked at.</param>
    /// <exception cref="ArchiveFullException">The disk is full: nothing would be added.</exception>
    /// <exception cref="LogFailedException">The file failed, now or earlier.</exception>
    public Task<T> TryAsync<T>(Func<LogTransaction, T> work, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        return _writer.TryAsync(work, cancel);
    }

    /// <summary>
    /// As <see cref="WriteAsync"/>, for what stops or narrows, and for the record of that: it goes before every work
    /// that waits, and on a full disk it gets the room of the reserve.
    /// </summary>
    /// <param name="work">As there; run once more when the disk turns out to be full.</param>
    /// <param name="cancel">Takes the work back as long as it has not begun; later it is not looked at.</param>
    /// <exception cref="ArchiveFullException">The reserve is used up too.</exception>
    /// <exception cref="LogFailedException">The file failed, now or earlier.</exception>
    public Task<T> WriteUrgentAsync<T>(Func<LogTransaction, T> work, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        return _writer.WriteUrgentAsync(work, cancel);
    }

    /// <summary>Makes the reserve whole where the disk was full, so that copy is taken in again.</summary>
    /// <exception cref="ArchiveFullException">There is no room yet.</exception>
    /// <exception cref="LogFailedException">The file failed, now or earlier.</exception>
    public Task FindRoomAsync(CancellationToken cancel) =>
        IsFull ? WriteAsync(transaction => transaction.Head, cancel) : Task.CompletedTask;

    /// <summary>
    /// Keeps received bytes that are too long for the database as a blob, durably; returns at once for shorter ones.
    /// Call it with whatever was received, before the work that adds their entry.
    /// </summary>
    /// <exception cref="ArchiveFullException">The disk is full; nothing was kept.</exception>
    /// <exception cref="ArchiveBusyException">No descriptor is left; nothing was kept.</exception>
    /// <exception cref="LogFailedException">The disk failed. The log is fenced.</exception>
    public Task StoreReceivedAsync(ReadOnlyMemory<byte> received, CancellationToken cancel) =>
        received.Length <= _options.BlobThreshold ? Task.CompletedTask : StoreBlobAsync(received, cancel);

    /// <summary>Keeps bytes as a blob, durably, and returns its name.</summary>
    /// <exception cref="ArchiveFullException">The disk is full; nothing was kept.</exception>
    /// <exception cref="ArchiveBusyException">No descriptor is left; nothing was kept.</exception>
    /// <exception cref="LogFailedException">The disk failed. The log is fenced.</exception>
    public async Task<string> StoreBlobAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        await FindRoomAsync(cancel).ConfigureAwait(false);
        try
        {
            return await Blobs.PutAsync(bytes, cancel).ConfigureAwait(false);
        }
        catch (IOException e) when (Shortage(e) is { } shortage)
        {
            throw shortage;
        }
        catch (IOException e)
        {
            _writer.Fence(e);
            throw new LogFailedException(Folder.Path, e);
        }
    }

    /// <summary>
    /// The bytes of a stream, which wait on the disk and not in memory until the last has come; null when there are
    /// more than <paramref name="most"/>. Nothing of them is kept.
    /// </summary>
    /// <exception cref="ArchiveFullException">The disk is full.</exception>
    /// <exception cref="ArchiveBusyException">No descriptor is left.</exception>
    /// <exception cref="IOException">The stream broke, or the disk failed.</exception>
    public async Task<byte[]?> SpoolAsync(Stream stream, int most, CancellationToken cancel)
    {
        await FindRoomAsync(cancel).ConfigureAwait(false);
        try
        {
            return await Blobs.SpoolAsync(stream, most, cancel).ConfigureAwait(false);
        }
        catch (IOException e) when (Shortage(e) is { } shortage)
        {
            throw shortage;
        }
    }

    /// <summary>What is said where room or descriptors are short, and nothing has failed; null otherwise.</summary>
    Exception? Shortage(IOException cause)
    {
        if (Durably.IsOutOfFiles(cause))
            return new ArchiveBusyException(Folder.Path, cause);
        if (!Durably.IsDiskFull(cause))
            return null;
        _writer.BeFull();
        return new ArchiveFullException(Folder.Path, cause);
    }

    /// <summary>
    /// Adds a fold. It is given the whole log in order before this returns, on the calling thread, and from then on
    /// every entry once and in order, on the writer's thread, when the entry is durable and before the task that added
    /// it completes.
    /// </summary>
    /// <param name="apply">
    /// Must be quick and must not throw: all writers wait for it, and when it throws, what it feeds can no longer be
    /// trusted, so the log is fenced. Must not call the log.
    /// </param>
    public void AddFold(Action<LogRecord> apply) => _head.Add(apply, after => Read(after, ReplayPage));

    /// <summary>
    /// Waits until the head is beyond a position, or until the time is up, and returns the head: beyond the position,
    /// or not.
    /// </summary>
    public Task<long> WaitBeyondAsync(long position, TimeSpan timeout, CancellationToken cancel) =>
        _head.WaitBeyondAsync(position, timeout, cancel);

    /// <summary>The entries after a position, in order, at most <paramref name="limit"/>.</summary>
    /// <exception cref="LogDamagedException">One of them is not what was written.</exception>
    public IReadOnlyList<LogRecord> Read(long after, int limit)
    {
        var head = Head;
        if (after >= head || limit < 1)
            return [];
        var page = _readers.Ask(reader => reader.After.Records(Math.Max(after, 0), head, limit));
        var expected = Math.Max(after, 0) + 1;
        foreach (var record in page)
        {
            if (record.Position != expected++)
                throw new LogDamagedException(new Damage(expected - 1, "", "position", "no entry", "an entry"));
        }
        return page;
    }

    /// <summary>What the entries after a position are about, in order, at most <paramref name="limit"/>.</summary>
    public IReadOnlyList<EntryPlace> Places(long after, int limit)
    {
        var head = Head;
        return after >= head || limit < 1 ? [] : _readers.Ask(reader =>
            reader.PlacesAfter.Rows(EntryPlace.Read, Math.Max(after, 0), head, limit));
    }

    /// <summary>What the entries before a position are about, newest first, at most <paramref name="limit"/>.</summary>
    public IReadOnlyList<EntryPlace> PlacesBack(long before, int limit)
    {
        var first = Math.Min(before, Head + 1);
        return first <= 1 || limit < 1 ? [] : _readers.Ask(reader =>
            reader.PlacesBefore.Rows(EntryPlace.Read, first, limit));
    }

    /// <summary>
    /// The hash that ties the entry at a position to everything before it; of position 0 what the first entry follows;
    /// null beyond the head. Equal hashes are equal logs up to there.
    /// </summary>
    public byte[]? ChainHash(long position) => position == 0 ? EntryHash.Origin
        : position < 0 || position > Head ? null
        : (byte[]?)_readers.Ask(reader => reader.ChainHash.Scalar(position));

    /// <summary>The entry at a position; null when there is none yet.</summary>
    /// <exception cref="LogDamagedException">It is not what was written.</exception>
    public LogRecord? Find(long position) =>
        position < 1 || position > Head ? null : Read(position - 1, 1) is [var found] ? found : null;

    /// <summary>The same without what was read from it, which may be damaged.</summary>
    /// <exception cref="LogDamagedException">The entry itself is not what was written.</exception>
    public LogRecord? FindUnread(long position)
    {
        var head = Head;
        return _readers.Ask(reader => reader.After.Rows(EntryRow.ReadUnread, position - 1, head, 1)) is [var found]
            && found.Position == position ? found : null;
    }

    /// <summary>The entry that filed a take, without what was read from it; null when there is no such take.</summary>
    /// <exception cref="LogDamagedException">The entry itself is not what was written.</exception>
    public LogRecord? FindTakeUnread(StoryId story, int number) =>
        _readers.Ask(reader => reader.Take.Rows(EntryRow.ReadUnread, story.Value, number)) is [var found]
            ? found
            : null;

    /// <summary>The entries that filed the takes of a story, in order; empty when there is no such story.</summary>
    /// <exception cref="LogDamagedException">One of them is not what was written.</exception>
    public IReadOnlyList<LogRecord> Story(StoryId story)
    {
        var head = Head;
        return _readers.Ask(reader => reader.Story.Records(story.Value, head));
    }

    /// <summary>The entry that filed a take; null when there is no such take.</summary>
    /// <exception cref="LogDamagedException">It is not what was written.</exception>
    public LogRecord? FindTake(StoryId story, int number) => FindTake(story, number, Head);

    /// <summary>
    /// The entry that filed a take, for whoever knows of it by a fold that has taken it in: a fold is told before the
    /// head moves.
    /// </summary>
    /// <param name="story">The story.</param>
    /// <param name="number">The take.</param>
    /// <param name="upTo">How far the fold is.</param>
    /// <exception cref="LogDamagedException">It is not what was written.</exception>
    public LogRecord? FindTake(StoryId story, int number, long upTo)
    {
        var found = _readers.Ask(reader => reader.Take.Record(story.Value, number));
        return found?.Position <= upTo ? found : null;
    }

    /// <summary>
    /// The bytes that an entry came from, verbatim; null when it came from none, or there is no such entry.
    /// </summary>
    /// <exception cref="LogDamagedException">They are not the bytes that were received.</exception>
    public byte[]? ReceivedBytes(long position)
    {
        if (Find(position) is not { } record || record.Entry.Source is not { } received)
            return null;
        var (bytes, blob) = _readers.Ask(reader => reader.Received.Rows(row => (row[0] as byte[], row[1] as string),
            position)) is [var kept] ? kept : (null, null);
        bytes ??= blob is null ? null : Blobs.Read(blob);
        var found = bytes is null ? "nothing" : BlobStore.NameOf(bytes);
        return found == received.Sha256
            ? bytes
            : throw new LogDamagedException(new Damage(position, blob ?? "", "received", found, received.Sha256));
    }

    /// <summary>
    /// Positions of takes whose reading was made by another version of the reader, or that have none of any version, at
    /// most <paramref name="limit"/>, in no order. Ask again until it is empty, writing the new ones with
    /// <see cref="LogTransaction.ReplaceReading"/>.
    /// </summary>
    public IReadOnlyList<long> StaleReadings(int readerVersion, int limit)
    {
        var head = Head;
        return _readers.Ask(reader => reader.StaleReadings.Rows(row => row.GetInt64(0), readerVersion, head, limit));
    }

    /// <summary>
    /// Positions of takes whose reading is not what was written, or is gone. Looks at every reading: once, at the
    /// start.
    /// </summary>
    public IReadOnlyList<long> DamagedReadings()
    {
        var head = Head;
        return [.. _readers.Ask(reader => reader.Readings.Rows(
            row => EntryRow.IsSoundReading(row) ? 0 : row.GetInt64(0), head)).Where(position => position > 0)];
    }

    /// <summary>Whether a line of the ledger is there for this send, whatever has become of it.</summary>
    public bool IsBegun(Send send) => _readers.Ask(reader => reader.HasSend.Scalar(
        send.Story.Value, send.Number, send.Subscriber, Words.Of(send.Path), send.Grant)) is not null;

    /// <summary>The ledger's lines of a story, by take, subscriber and when they were begun.</summary>
    public IReadOnlyList<Send> Sends(StoryId story) =>
        _readers.Ask(reader => reader.Sends.Rows(row => LedgerRow.ReadSend(row, story), story.Value));

    /// <summary>The ledger's lines of one take to one subscriber, in no order.</summary>
    public IReadOnlyList<Send> Sends(StoryId story, int number, string subscriber) => _readers.Ask(reader =>
        reader.SendsOfTake.Rows(row => LedgerRow.ReadSend(row, story), story.Value, number, subscriber));

    /// <summary>
    /// The ledger's lines of all stories that were begun in a time, by the second in which they were begun, at most
    /// <paramref name="limit"/>.
    /// </summary>
    /// <param name="from">From this second on.</param>
    /// <param name="until">Not from this instant on, rounded up to a second.</param>
    /// <param name="subscriber">Only those to this one; null for all.</param>
    /// <param name="after">The line after which the list goes on; null for the first.</param>
    /// <param name="limit">Most lines.</param>
    public IReadOnlyList<Send> SendsBegun(DateTimeOffset from, DateTimeOffset until, string? subscriber, Send? after,
        int limit) => _readers.Ask(reader => reader.SendsBegun.Rows(
            row => LedgerRow.ReadSend(row, new StoryId(row.GetString(8))),
            LedgerRow.Second(from), LedgerRow.Second(until.AddTicks(TimeSpan.TicksPerSecond - 1)), subscriber,
            after is null ? "" : Instant.Write(after.Begun), after?.Story.Value ?? "", after?.Number ?? 0,
            after?.Subscriber ?? "", after is null ? "" : Words.Of(after.Path), after?.Grant ?? "", limit));

    /// <summary>What subscribers have said of the takes of a story, by take, subscriber and time.</summary>
    public IReadOnlyList<Receipt> Receipts(StoryId story) =>
        _readers.Ask(reader => reader.Receipts.Rows(row => LedgerRow.ReadReceipt(row, story), story.Value));

    /// <summary>Commits what is queued, closes every file and lets the folder's lock go.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        _readers.Dispose();
        await _writer.DisposeAsync().ConfigureAwait(false);
        Folder.Dispose();
        _logger.Closed(Folder.Path, Head);
    }
}
