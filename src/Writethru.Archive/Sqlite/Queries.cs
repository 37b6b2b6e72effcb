namespace Writethru.Archive.Sqlite;

/// <summary>The finds that the writer (inside its transaction) and the readers (up to the head) share.</summary>
static class Queries
{
    public const string At = EntryRow.Select + "WHERE e.position = $position";

    public const string Take = EntryRow.Select
        + "WHERE e.kind = 'takeFiled' AND e.story = $story AND e.take = $take";

    public const string LastOfStory = EntryRow.Select
        + "WHERE e.kind = 'takeFiled' AND e.story = $story ORDER BY e.take DESC LIMIT 1";

    public const string LastNumber = "SELECT max(take) FROM entry WHERE kind = 'takeFiled' AND story = $story";

    public const string Story = EntryRow.Select
        + "WHERE e.kind = 'takeFiled' AND e.story = $story AND e.position <= $head ORDER BY e.take";

    public const string After = EntryRow.Select
        + "WHERE e.position > $after AND e.position <= $head ORDER BY e.position LIMIT $limit";

    /// <summary>The columns before the content: a row of many pages is not read for them.</summary>
    const string Place = "SELECT position, kind, story, take FROM entry ";

    public const string PlacesAfter =
        Place + "WHERE position > $after AND position <= $head ORDER BY position LIMIT $limit";

    public const string PlacesBefore = Place + "WHERE position < $before ORDER BY position DESC LIMIT $limit";

    public const string ChainHash = "SELECT chain_hash FROM entry WHERE position = $position";

    public const string BySender = EntryRow.Select + """
        WHERE e.position = (SELECT max(position) FROM sender WHERE publisher = $publisher AND id = $id)
        """;

    public const string BySenderVersion = EntryRow.Select + """
        WHERE e.position = (SELECT max(position) FROM sender
            WHERE publisher = $publisher AND id = $id AND version = $version)
        """;

    public const string Idempotent = EntryRow.Select + """
        WHERE e.position = (SELECT position FROM idempotency WHERE publisher = $publisher AND key = $key)
        """;

    /// <summary>The inner limit bounds the work when one story has moved a great many takes.</summary>
    public const string Candidates = """
        SELECT max(position) FROM (
            SELECT story, position FROM candidate
            WHERE publisher = $publisher AND at >= $since
                AND (agency = $agency COLLATE NOCASE OR agency = '' OR $agency = '')
            ORDER BY at DESC, position DESC LIMIT 4 * $limit)
        GROUP BY story ORDER BY 1 DESC LIMIT $limit
        """;

    public const string Copies = EntryRow.Select + """
        WHERE e.position IN (SELECT position FROM copy
            WHERE publisher = $publisher AND key = $key ORDER BY position DESC LIMIT $limit)
        ORDER BY e.position DESC
        """;

    public const string Received = """
        SELECT bytes, blob FROM received
        WHERE position = coalesce((SELECT first FROM shared WHERE position = $position), $position)
        """;

    public const string StaleReadings = """
        SELECT position FROM (
            SELECT position FROM reading WHERE version < $version
            UNION ALL SELECT position FROM reading WHERE version > $version)
        WHERE position <= $head LIMIT $limit
        """;

    public const string Readings = """
        SELECT e.position, r.version, r.content, r.hash FROM entry e LEFT JOIN reading r ON r.position = e.position
        WHERE e.kind = 'takeFiled' AND e.position <= $head
        """;

    public const string LastTwo = """
        SELECT position, at, content, content_hash, chain_hash, trusted FROM entry ORDER BY position DESC LIMIT 2
        """;

    public const string InsertEntry = """
        INSERT INTO entry (position, at, trusted, kind, story, take, content, content_hash, chain_hash)
        VALUES ($position, $at, $trusted, $kind, $story, $take, $content, $content_hash, $chain_hash)
        """;

    public const string InsertReceived =
        "INSERT INTO received (position, bytes, blob) VALUES ($position, $bytes, $blob)";

    public const string InsertShared = "INSERT INTO shared (position, first) VALUES ($position, $first)";

    public const string PutReading = """
        INSERT INTO reading (position, version, content, hash) VALUES ($position, $version, $content, $hash)
        ON CONFLICT (position) DO UPDATE
            SET version = excluded.version, content = excluded.content, hash = excluded.hash
        """;

    public const string InsertSender =
        "INSERT INTO sender (publisher, id, version, position) VALUES ($publisher, $id, $version, $position)";

    public const string InsertCandidate = """
        INSERT INTO candidate (publisher, at, position, agency, story)
        VALUES ($publisher, $at, $position, $agency, $story)
        """;

    public const string InsertCopy = "INSERT INTO copy (publisher, key, position) VALUES ($publisher, $key, $position)";


    public const string InsertIdempotency =
        "INSERT INTO idempotency (publisher, key, position) VALUES ($publisher, $key, $position)";

    public const string InsertSend = """
        INSERT INTO send (story, take, subscriber, path, grant, position, begun, hash)
        VALUES ($story, $take, $subscriber, $path, $grant, $position, $begun,
            line_hash($story, $take, $subscriber, $path, $grant, $position, $begun, NULL, NULL))
        ON CONFLICT DO NOTHING
        RETURNING hash
        """;

    public const string MarkSent = """
        UPDATE send SET sent = $sent,
            hash = line_hash(story, take, subscriber, path, grant, position, begun, $sent, received)
        WHERE story = $story AND take = $take AND subscriber = $subscriber AND path = $path AND grant = $grant
            AND sent IS NULL
        RETURNING line_hash(story, take, subscriber, path, grant, position, begun, NULL, received), hash
        """;

    public const string MarkReceived = """
        UPDATE send SET received = $received,
            hash = line_hash(story, take, subscriber, path, grant, position, begun, sent, $received)
        WHERE subscriber = $subscriber AND position <= $position AND position IS NOT NULL AND received IS NULL
        RETURNING line_hash(story, take, subscriber, path, grant, position, begun, sent, NULL), hash
        """;

    public const string HashOfReceipt = """
        SELECT hash FROM receipt
        WHERE story = $story AND take = $take AND subscriber = $subscriber AND outcome = $outcome
        """;

    public const string PutReceipt = """
        INSERT INTO receipt (story, take, subscriber, outcome, note, at, hash)
        VALUES ($story, $take, $subscriber, $outcome, $note, $at,
            line_hash($story, $take, $subscriber, $outcome, $note, $at))
        ON CONFLICT DO UPDATE SET note = excluded.note, at = excluded.at, hash = excluded.hash
        RETURNING hash
        """;

    public const string LedgerSums = "SELECT kind, lines, sum FROM ledger";

    public const string PutLedgerSum = "UPDATE ledger SET lines = $lines, sum = $sum WHERE kind = $kind";

    public const string Recipients =
        "SELECT DISTINCT subscriber, take FROM send WHERE story = $story ORDER BY subscriber, take";

    public const string HasSend = """
        SELECT 1 FROM send
        WHERE story = $story AND take = $take AND subscriber = $subscriber AND path = $path AND grant = $grant
        """;

    public const string WasSent =
        "SELECT 1 FROM send WHERE story = $story AND take = $take AND subscriber = $subscriber LIMIT 1";

    public const string Sends = """
        SELECT take, subscriber, path, grant, position, begun, sent, received FROM send
        WHERE story = $story ORDER BY take, subscriber, begun, path
        """;

    public const string SendsOfTake = """
        SELECT take, subscriber, path, grant, position, begun, sent, received FROM send
        WHERE story = $story AND take = $take AND subscriber = $subscriber
        """;

    public const string SendsBegun = """
        SELECT take, subscriber, path, grant, position, begun, sent, received, story FROM send
        WHERE begun >= $from AND begun < $until AND ($only IS NULL OR subscriber = $only)
            AND (begun, story, take, subscriber, path, grant) > ($begun, $story, $take, $subscriber, $path, $grant)
        ORDER BY begun, story, take, subscriber, path, grant LIMIT $limit
        """;

    public const string Receipts =
        "SELECT take, subscriber, outcome, note, at FROM receipt WHERE story = $story ORDER BY take, subscriber, at";
}
