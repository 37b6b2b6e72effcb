using System.Text.Json;
using Microsoft.Data.Sqlite;
using Writethru.Copy;
using Writethru.Copy.Json;

namespace Writethru.Archive.Sqlite;

/// <summary>One walk over the log, from the first entry to the one that was the last when it began.</summary>
sealed class LogWalk : IDisposable
{
    const int Page = 256;

    readonly Func<string, Damage?> _inspectBlob;
    readonly Statement _page, _sender, _idempotency, _takeGaps, _counts, _integrity;
    readonly Statement? _candidate, _copy;
    readonly SqliteConnection? _ledger;
    readonly long _end;
    long _last;
    bool _isCounted = true;
    byte[] _chainHash = EntryHash.Origin;
    (long Sender, long Idempotency, long Candidate, long Copy, long Received, long Reading) _expected;

    /// <param name="connection">Only read from.</param>
    /// <param name="inspectBlob">What is wrong with the blob of that name; null when it is sound.</param>
    public LogWalk(SqliteConnection connection, Func<string, Damage?> inspectBlob)
    {
        _inspectBlob = inspectBlob;
        using var end = new Statement(connection, "SELECT max(position) FROM entry");
        _end = (long?)end.Scalar() ?? 0;
        _ledger = Has(connection, "ledger") ? connection : null;
        var trusted = _ledger is null ? "NULL" : "e.trusted";
        var shared = Has(connection, "shared") ? "shared" : "(SELECT 0 AS position, 0 AS first WHERE 0)";
        _page = new Statement(connection, $"""
            SELECT e.position, e.at, e.kind, e.story, e.take, e.content, e.content_hash, e.chain_hash,
                received.bytes, received.blob, reading.version, reading.content, reading.hash,
                {trusted}
            FROM entry e LEFT JOIN {shared} shared ON shared.position = e.position
                LEFT JOIN received ON received.position = coalesce(shared.first, e.position)
                LEFT JOIN reading ON reading.position = e.position
            WHERE e.position > $after AND e.position <= $end ORDER BY e.position LIMIT $limit
            """, "after", "end", "limit");
        _sender = new Statement(connection, """
            SELECT 1 FROM sender WHERE publisher = $publisher AND id = $id AND position = $position
                AND version = $version
            """, "publisher", "id", "position", "version");
        _idempotency = new Statement(connection,
            "SELECT position FROM idempotency WHERE publisher = $publisher AND key = $key", "publisher", "key");
        if (Has(connection, "candidate"))
            _candidate = new Statement(connection, """
                SELECT agency || ' of ' || story FROM candidate
                WHERE publisher = $publisher AND at = unixepoch($at) AND position = $position
                """, "publisher", "at", "position");
        if (Has(connection, "copy"))
            _copy = new Statement(connection,
                "SELECT key FROM copy WHERE publisher = $publisher AND key = $key AND position = $position",
                "publisher", "key", "position");
        var copies = _copy is null ? "0" : "(SELECT count(*) FROM copy WHERE position <= $end)";
        var candidates = _candidate is null ? "0" : "(SELECT count(*) FROM candidate WHERE position <= $end)";
        _takeGaps = new Statement(connection, """
            SELECT position, story, take, expected FROM (
                SELECT position, story, take,
                    coalesce(lag(take) OVER (PARTITION BY story ORDER BY position), 0) + 1 AS expected
                FROM entry WHERE kind = 'takeFiled' AND position <= $end)
            WHERE take <> expected ORDER BY position
            """, "end");
        _counts = new Statement(connection, $"""
            SELECT 'sender', count(*) FROM sender WHERE position <= $end
            UNION ALL SELECT 'idempotency', count(*) FROM idempotency WHERE position <= $end
            UNION ALL SELECT 'received', (SELECT count(*) FROM received WHERE position <= $end)
                + (SELECT count(*) FROM {shared} WHERE position <= $end)
            UNION ALL SELECT 'reading', count(*) FROM reading WHERE position <= $end
            UNION ALL SELECT 'candidate', {candidates}
            UNION ALL SELECT 'copy', {copies}
            """, "end");
        _integrity = new Statement(connection, "PRAGMA integrity_check(20)");
    }

    /// <summary>For every entry, what is wrong with it.</summary>
    public IEnumerable<List<Damage>> Entries(CancellationToken cancel)
    {
        while (_page.Rows(EntryParts.Read, _last, _end, Page) is { Count: > 0 } page)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var parts in page)
                yield return Inspect(parts);
        }
    }

    /// <summary>
    /// What no single entry shows: gaps among a story's takes, rows of no entry, the database's own form.
    /// </summary>
    public IEnumerable<Damage> Whole(CancellationToken cancel)
    {
        foreach (var (position, story, found, expected) in _takeGaps.Rows(
            row => (row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetInt64(3)), _end))
            yield return new Damage(position, "", "take number", $"take {found} of {story}", $"take {expected}");
        var counts = _counts.Rows(row => (Table: row.GetString(0), Count: row.GetInt64(1)), _end)
            .ToDictionary(row => row.Table, row => row.Count);
        var (sender, idempotency, candidate, copy, received, reading) = _expected;
        foreach (var (table, expected) in ((string, long)[])[("sender", sender), ("idempotency", idempotency),
            ("candidate", candidate), ("copy", copy), ("received", received), ("reading", reading)])
        {
            if (_isCounted && counts[table] != expected)
                yield return new Damage(0, "", table, $"{counts[table]} rows", $"{expected} rows");
        }
        foreach (var damage in _ledger is null ? [] : LedgerWalk.Run(_ledger, cancel))
            yield return damage;
        foreach (var line in _integrity.Rows(row => row.GetString(0)))
        {
            if (line != "ok")
                yield return new Damage(0, "", "database", line, "ok");
        }
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_page, _sender, _idempotency, _takeGaps, _counts, _integrity])
            statement.Dispose();
        _candidate?.Dispose();
        _copy?.Dispose();
    }

    /// <summary>A folder is looked at as it is: an older program's database has no such table yet.</summary>
    static bool Has(SqliteConnection connection, string table)
    {
        using var found = new Statement(connection,
            "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = $name", "name");
        return found.Scalar(table) is not null;
    }

    List<Damage> Inspect(EntryParts parts)
    {
        var damages = new List<Damage>();
        void Compare(string part, string found, string expected, string blob = "")
        {
            if (found != expected)
                damages.Add(new Damage(parts.Position, blob, part, found, expected));
        }

        Compare("position", $"{parts.Position}", $"{_last + 1}");
        var contentHash = EntryHash.OfContent(parts.Content);
        Compare("content", Hex(contentHash), Hex(parts.ContentHash));
        Compare("chain", Hex(parts.ChainHash),
            Hex(EntryHash.OfChain(_chainHash, parts.Position, parts.At, parts.Trusted, parts.ContentHash)));
        (_last, _chainHash) = (parts.Position, parts.ChainHash);
        if (parts.Reading is { } reading)
            Compare("reading", Hex(EntryHash.OfReading(reading.Version, reading.Content)), Hex(reading.Hash));
        if (!contentHash.AsSpan().SequenceEqual(parts.ContentHash))
            _isCounted = false; // what such an entry says of the other tables is not worth comparing
        else if (ReadEntry(parts.Content) is { } entry)
        {
            CompareFacts(parts, EntryFacts.Of(entry), Compare);
            CompareFiles(entry, Compare);
        }
        else
            Compare("content", "no entry", "the canonical JSON of an entry");
        return damages;
    }

    void CompareFacts(EntryParts parts, EntryFacts facts, Comparison compare)
    {
        compare("kind", parts.Kind, facts.Kind);
        compare("story", parts.Story ?? "", facts.Story ?? "");
        compare("take", $"{parts.Take}", $"{facts.Take}");
        compare("reading", parts.Reading is null ? "none" : "one", facts.Kind == "takeFiled" ? "one" : "none");
        if (facts.Kind == "takeFiled")
            _expected.Reading++;
        if (facts.Received is not { } received)
            return;
        _expected.Received++;
        if (parts.Blob is { } blob)
        {
            compare("received", blob, received.Sha256, blob);
            if (_inspectBlob(blob) is { } damage)
                compare("received", damage.Found, damage.Expected, blob);
        }
        else
        {
            compare("received", parts.Bytes is { } bytes ? ContentHash.Of(bytes) : "nothing", received.Sha256);
        }
        CompareFinds(parts, received, facts, compare);
    }

    /// <summary>The files of pictures are what the take says that they are, and are there.</summary>
    void CompareFiles(LogEntry entry, Comparison compare)
    {
        if (entry is not LogEntry.TakeFiled { Filed.Take.Pictures: var pictures })
            return;
        foreach (var file in pictures.Where(picture => picture.Id.Length > 0)
            .SelectMany(picture => picture.Renditions).Where(rendition => rendition.Sha256.Length > 0))
        {
            if (_inspectBlob(file.Sha256) is { } damage)
                compare(file.Name, damage.Found, damage.Expected, file.Sha256);
        }
    }

    void CompareFinds(EntryParts parts, Received received, EntryFacts facts, Comparison compare)
    {
        var position = parts.Position;
        foreach (var (id, version) in facts.Senders)
        {
            _expected.Sender++;
            var found = _sender.Scalar(received.Publisher, id, position, version);
            compare("sender", found is null ? "no row" : "a row", "a row");
        }
        if (facts.Agency is { } agency && _candidate is not null)
        {
            _expected.Candidate++;
            var found = _candidate.Scalar(received.Publisher, parts.At, position) as string;
            compare("candidate", found ?? "no row", $"{agency} of {facts.Story}");
        }
        if (_copy is not null && facts.CopyKey is { } key)
        {
            _expected.Copy++;
            compare("copy", _copy.Scalar(received.Publisher, key, position) as string ?? "no row", key);
        }
        if (received.IdempotencyKey.Length > 0)
        {
            _expected.Idempotency++;
            var found = _idempotency.Scalar(received.Publisher, received.IdempotencyKey);
            compare("idempotency", found is null ? "no row" : $"{found}", $"{position}");
        }
    }

    static LogEntry? ReadEntry(byte[] content)
    {
        try
        {
            return LogEntryJson.Read(content);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException
            or InvalidOperationException or ArgumentException)
        {
            return null; // the walk goes on and names it
        }
    }

    static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    delegate void Comparison(string part, string found, string expected, string blob = "");
}

/// <summary>Everything that is kept of one entry, as it lies there.</summary>
sealed record EntryParts(long Position, string At, string Kind, string? Story, long? Take, byte[] Content,
    byte[] ContentHash, byte[] ChainHash, byte[]? Bytes, string? Blob,
    (long Version, byte[]? Content, byte[] Hash)? Reading, string? Trusted)
{
    public static EntryParts Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row[3] as string, row[4] as long?, (byte[])row[5],
        (byte[])row[6], (byte[])row[7], row[8] as byte[], row[9] as string,
        row.IsDBNull(12) ? null : (row.GetInt64(10), row[11] as byte[], (byte[])row[12]),
        row[13] as string);
}
