using Microsoft.Data.Sqlite;
using SQLitePCL;
using Writethru.Copy;
using Writethru.Copy.Json;

namespace Writethru.Archive.Sqlite;

/// <summary>
/// The writer's connection with its prepared statements, and where the chain stands. Used by one thread at a time.
/// </summary>
sealed class LogSession : IDisposable
{
    const int NoCheckpointOnClose = 1006; // SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE

    /// <summary>What a line of the ledger costs in the write-ahead log, roughly: most share their pages.</summary>
    const int LedgerLine = 1024;

    readonly SqliteConnection _connection;
    readonly List<Statement> _statements = [];
    readonly List<LogRecord> _appended = [];
    readonly Statement _begin, _commit, _rollback, _savepoint, _release, _rollbackTo, _checkpoint;
    readonly Statement _insertEntry, _insertReceived, _insertShared, _putReading, _insertSender, _insertIdempotency,
        _insertCandidate, _insertCopy, _insertSend, _markSent, _markReceived, _hashOfReceipt, _putReceipt,
        _putLedgerSum;
    byte[] _chainHash;
    LedgerSums _ledger;
    LedgerSums _writtenLedger;
    (string Sha256, long Position)? _kept;
    Mark _saved;

    public LogSession(SqliteConnection connection)
    {
        _connection = connection;
        (Head, _chainHash, LastAt) = ReadEnd();
        _ledger = _writtenLedger = LedgerSums.Read(connection);
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _rollback = Prepare("ROLLBACK");
        _savepoint = Prepare("SAVEPOINT work");
        _release = Prepare("RELEASE work");
        _rollbackTo = Prepare("ROLLBACK TO work");
        _checkpoint = Prepare("PRAGMA wal_checkpoint(PASSIVE)");
        _insertEntry = Prepare(Queries.InsertEntry,
            "position", "at", "trusted", "kind", "story", "take", "content", "content_hash", "chain_hash");
        _insertReceived = Prepare(Queries.InsertReceived, "position", "bytes", "blob");
        _insertShared = Prepare(Queries.InsertShared, "position", "first");
        _putReading = Prepare(Queries.PutReading, "position", "version", "content", "hash");
        _insertSender = Prepare(Queries.InsertSender, "publisher", "id", "version", "position");
        _insertIdempotency = Prepare(Queries.InsertIdempotency, "publisher", "key", "position");
        _insertCandidate = Prepare(Queries.InsertCandidate, "publisher", "at", "position", "agency", "story");
        _insertCopy = Prepare(Queries.InsertCopy, "publisher", "key", "position");
        _insertSend = Prepare(Queries.InsertSend,
            "story", "take", "subscriber", "path", "grant", "position", "begun");
        _markSent = Prepare(Queries.MarkSent, "sent", "story", "take", "subscriber", "path", "grant");
        _markReceived = Prepare(Queries.MarkReceived, "received", "subscriber", "position");
        _hashOfReceipt = Prepare(Queries.HashOfReceipt, "story", "take", "subscriber", "outcome");
        _putReceipt = Prepare(Queries.PutReceipt, "story", "take", "subscriber", "outcome", "note", "at");
        _putLedgerSum = Prepare(Queries.PutLedgerSum, "lines", "sum", "kind");
        At = Prepare(Queries.At, "position");
        Take = Prepare(Queries.Take, "story", "take");
        LastOfStory = Prepare(Queries.LastOfStory, "story");
        LastNumber = Prepare(Queries.LastNumber, "story");
        BySender = Prepare(Queries.BySender, "publisher", "id");
        BySenderVersion = Prepare(Queries.BySenderVersion, "publisher", "id", "version");
        Idempotent = Prepare(Queries.Idempotent, "publisher", "key");
        Recipients = Prepare(Queries.Recipients, "story");
        WasSent = Prepare(Queries.WasSent, "story", "take", "subscriber");
        Candidates = Prepare(Queries.Candidates, "publisher", "since", "agency", "limit");
        Copies = Prepare(Queries.Copies, "publisher", "key", "limit");
    }

    /// <summary>Position of the newest entry, in the open transaction when there is one.</summary>
    public long Head { get; private set; }

    /// <summary>When that was written; null when there is none.</summary>
    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>What the open transaction has added so far, in order.</summary>
    public IReadOnlyList<LogRecord> Appended => _appended;

    /// <summary>How many bytes the write-ahead log took since the last checkpoint, roughly.</summary>
    public long BytesSinceCheckpoint { get; private set; }

    /// <summary>How often what was added has been given up again.</summary>
    public long Dropped { get; private set; }

    public Statement At { get; }

    public Statement Take { get; }

    public Statement LastOfStory { get; }

    public Statement LastNumber { get; }

    public Statement BySender { get; }

    public Statement BySenderVersion { get; }

    public Statement Idempotent { get; }

    public Statement Candidates { get; }

    public Statement Copies { get; }

    public Statement Recipients { get; }

    public Statement WasSent { get; }

    public void Begin()
    {
        _appended.Clear();
        _begin.Run();
    }

    public void Commit()
    {
        if (_ledger != _writtenLedger)
        {
            foreach (var (kind, lines, sum) in _ledger.Rows)
                _putLedgerSum.Run(lines, sum, kind);
        }
        _commit.Run();
        _writtenLedger = _ledger;
    }

    /// <summary>
    /// Gives up the open transaction, if there still is one, and goes back to the state at its start.
    /// </summary>
    public void Rollback(Mark start)
    {
        Dropped++;
        GoBackTo(start);
        _appended.Clear();
        if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            _rollback.Run();
    }

    public Mark Here() => new(Head, _chainHash, LastAt, _ledger, _appended.Count);

    public void BeginWork()
    {
        _saved = Here();
        _kept = null;
        _savepoint.Run();
    }

    public void KeepWork() => _release.Run();

    public void DropWork()
    {
        Dropped++;
        _rollbackTo.Run();
        _release.Run();
        GoBackTo(_saved);
        _appended.RemoveRange(_saved.Appended, _appended.Count - _saved.Appended);
    }

    void GoBackTo(Mark mark) =>
        (Head, _chainHash, LastAt, _ledger) = (mark.Head, mark.ChainHash, mark.LastAt, mark.Ledger);

    /// <summary>
    /// The instant of what is written now: never earlier than the entry before, whatever the clock says.
    /// </summary>
    DateTimeOffset InOrder(DateTimeOffset now) => LastAt > now ? LastAt.Value : now;

    /// <summary>
    /// Adds an entry whose shape the caller has checked; <paramref name="blob"/> when its bytes lie as one.
    /// </summary>
    public long Append(LogEntry entry, DateTimeOffset now, ReadOnlyMemory<byte> received, string? blob,
        TakeReading? reading, int readerVersion)
    {
        var position = Head + 1;
        var instant = InOrder(now);
        var at = Instant.Write(instant);
        var trusted = instant == now ? null : Instant.Write(now);
        var content = LogEntryJson.ToUtf8(entry);
        var contentHash = EntryHash.OfContent(content);
        var chainHash = EntryHash.OfChain(_chainHash, position, at, trusted, contentHash);
        var facts = EntryFacts.Of(entry);
        _insertEntry.Run(position, at, trusted, facts.Kind, facts.Story, facts.Take, content, contentHash, chainHash);
        if (facts.Received is { } source)
        {
            KeepReceived(position, source, received, blob);
            if (source.IdempotencyKey.Length > 0)
                _insertIdempotency.Run(source.Publisher, source.IdempotencyKey, position);
            foreach (var (id, version) in facts.Senders)
                _insertSender.Run(source.Publisher, id, version, position);
            if (facts.Agency is { } agency)
                _insertCandidate.Run(source.Publisher, instant.ToUnixTimeSeconds(), position, agency, facts.Story);
            if (facts.CopyKey is { } key)
                _insertCopy.Run(source.Publisher, key, position);
        }
        if (entry is LogEntry.TakeFiled)
            PutReading(position, reading, readerVersion);
        (Head, _chainHash, LastAt) = (position, chainHash, instant);
        _appended.Add(new LogRecord
        {
            Position = position,
            At = instant,
            TrustedAt = now,
            Entry = entry,
            Reading = reading,
        });
        BytesSinceCheckpoint += content.Length + 8192;
        return position;
    }

    /// <summary>Bytes that an entry of the same work came from as well are not kept again.</summary>
    void KeepReceived(long position, Received source, ReadOnlyMemory<byte> received, string? blob)
    {
        if (blob is null && _kept is { } kept && kept.Sha256 == source.Sha256)
        {
            _insertShared.Run(position, kept.Position);
            return;
        }
        _insertReceived.Run(position, blob is null ? received.ToArray() : null, blob);
        if (blob is not null)
            return;
        _kept = (source.Sha256, position);
        BytesSinceCheckpoint += received.Length;
    }

    public void PutReading(long position, TakeReading? reading, int readerVersion)
    {
        var content = EntryRow.WriteReading(reading);
        _putReading.Run(position, readerVersion, content, EntryHash.OfReading(readerVersion, content));
        BytesSinceCheckpoint += (content?.Length ?? 0) + 4096;
    }

    public void Begin(Send send, DateTimeOffset now)
    {
        if (_insertSend.Scalar(send.Story.Value, send.Number, send.Subscriber, Words.Of(send.Path), send.Grant,
            send.Position, Instant.Write(InOrder(now))) is long hash)
            _ledger = _ledger.WithSend(null, hash);
        BytesSinceCheckpoint += LedgerLine;
    }

    public void MarkSent(Send send, DateTimeOffset now)
    {
        CountSends(_markSent.Rows(ReadHashes, Instant.Write(InOrder(now)), send.Story.Value, send.Number,
            send.Subscriber, Words.Of(send.Path), send.Grant));
        BytesSinceCheckpoint += LedgerLine;
    }

    public void MarkReceived(string subscriber, long position, DateTimeOffset now)
    {
        CountSends(_markReceived.Rows(ReadHashes, Instant.Write(InOrder(now)), subscriber, position));
        BytesSinceCheckpoint += LedgerLine;
    }

    public void Add(Receipt receipt, DateTimeOffset now)
    {
        var (story, outcome) = (receipt.Story.Value, Words.Of(receipt.Outcome));
        var before = (long?)_hashOfReceipt.Scalar(story, receipt.Number, receipt.Subscriber, outcome);
        var after = (long)_putReceipt.Scalar(story, receipt.Number, receipt.Subscriber, outcome, receipt.Note,
            Instant.Write(InOrder(now)))!;
        _ledger = _ledger.WithReceipt(before, after);
        BytesSinceCheckpoint += LedgerLine;
    }

    static (long Before, long After) ReadHashes(SqliteDataReader row) => (row.GetInt64(0), row.GetInt64(1));

    void CountSends(List<(long Before, long After)> changed)
    {
        foreach (var (before, after) in changed)
            _ledger = _ledger.WithSend(before, after);
    }

    /// <summary>Moves what is committed into the database file, as far as readers let it; syncs both files.</summary>
    public void Checkpoint()
    {
        _checkpoint.Scalar();
        BytesSinceCheckpoint = 0;
    }

    /// <summary>Asks or sets a PRAGMA of this connection.</summary>
    public object? Pragma(string pragma)
    {
        using var statement = new Statement(_connection, "PRAGMA " + pragma);
        return statement.Scalar();
    }

    /// <summary>
    /// Whether a statement here failed for want of room; nothing of the open transaction is kept then.
    /// </summary>
    public bool IsFull(Exception e) => SqliteFailure.IsFull(e, _connection);

    /// <summary>Whether a statement here failed for want of a descriptor; the file is sound.</summary>
    public bool IsOutOfFiles(Exception e) => SqliteFailure.IsOutOfFiles(e, _connection) || Durably.IsOutOfFiles(e);

    /// <summary>After a failure of the file: closing must not write to it either.</summary>
    public void LeaveFileAlone() => raw.sqlite3_db_config(_connection.Handle, NoCheckpointOnClose, 1, out _);

    public void Dispose()
    {
        _statements.ForEach(statement => statement.Dispose());
        _connection.Dispose();
    }

    /// <summary>
    /// Head, its chain hash and its instant, after making sure that it does follow the entry before it.
    /// </summary>
    (long Head, byte[] ChainHash, DateTimeOffset? At) ReadEnd()
    {
        using var lastTwo = new Statement(_connection, Queries.LastTwo);
        var ends = lastTwo.Rows(row => (Position: row.GetInt64(0), At: row.GetString(1), Content: (byte[])row[2],
            ContentHash: (byte[])row[3], ChainHash: (byte[])row[4], Trusted: row[5] as string));
        if (ends is not [var last, ..])
            return (0, EntryHash.Origin, null);
        var before = ends is [_, var other] ? other.ChainHash : EntryHash.Origin;
        var expected = EntryHash.OfChain(
            before, last.Position, last.At, last.Trusted, EntryHash.OfContent(last.Content));
        if (!expected.AsSpan().SequenceEqual(last.ChainHash))
            throw new LogDamagedException(new Damage(last.Position, "", "chain",
                Convert.ToHexStringLower(last.ChainHash), Convert.ToHexStringLower(expected)));
        return (last.Position, last.ChainHash, Instant.Parse(last.At));
    }

    Statement Prepare(string sql, params ReadOnlySpan<string> names)
    {
        var statement = new Statement(_connection, sql, names);
        _statements.Add(statement);
        return statement;
    }

    /// <summary>Where the chain and the ledger stood.</summary>
    public readonly record struct Mark(
        long Head, byte[] ChainHash, DateTimeOffset? LastAt, LedgerSums Ledger, int Appended);
}
