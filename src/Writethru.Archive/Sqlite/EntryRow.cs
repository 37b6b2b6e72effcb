using System.Buffers;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Writethru.Copy;
using Writethru.Copy.Json;

namespace Writethru.Archive.Sqlite;

/// <summary>A row of the log, turned into a record; never one whose bytes are not those that were written.</summary>
static class EntryRow
{
    /// <summary>The columns that <see cref="Read"/> reads; continue with WHERE, and call the entry <c>e</c>.</summary>
    public const string Select = """
        SELECT e.position, e.at, e.content, e.content_hash, r.version, r.content, r.hash, e.trusted
        FROM entry e LEFT JOIN reading r ON r.position = e.position

        """;

    /// <exception cref="LogDamagedException">
    /// Content or reading does not have its hash, or the reading is gone.
    /// </exception>
    public static LogRecord Read(SqliteDataReader row)
    {
        var entry = ReadUnread(row);
        return entry.Entry is LogEntry.TakeFiled ? entry with { Reading = ReadReading(row, entry.Position) } : entry;
    }

    /// <summary>The same without the reading, which is not looked at.</summary>
    /// <exception cref="LogDamagedException">Content does not have its hash.</exception>
    public static LogRecord ReadUnread(SqliteDataReader row)
    {
        var position = row.GetInt64(0);
        var content = (byte[])row[2];
        Expect(position, "content", (byte[])row[3], EntryHash.OfContent(content));
        return new LogRecord
        {
            Position = position,
            At = ReadInstant(position, row.GetString(1)),
            TrustedAt = ReadInstant(position, row[7] as string ?? row.GetString(1)),
            Entry = LogEntryJson.Read(content),
        };
    }

    /// <summary>Whether the reading of a row of <see cref="Queries.Readings"/> is there and what was written.</summary>
    public static bool IsSoundReading(SqliteDataReader row) => !row.IsDBNull(3)
        && EntryHash.OfReading(row.GetInt64(1), row[2] as byte[]).AsSpan().SequenceEqual((byte[])row[3]);

    static DateTimeOffset ReadInstant(long position, string text) => Instant.Parse(text)
        ?? throw new LogDamagedException(new Damage(position, "", "at", text, "an RFC 3339 instant"));

    /// <summary>A reading as it is kept; null stays null.</summary>
    public static byte[]? WriteReading(TakeReading? reading)
    {
        if (reading is null)
            return null;
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, CanonicalJson.Options))
            CanonicalJson.WriteReading(json, reading);
        return buffer.WrittenSpan.ToArray();
    }

    static TakeReading? ReadReading(SqliteDataReader row, long position)
    {
        if (row.IsDBNull(4))
            throw new LogDamagedException(new Damage(position, "", "reading", "none", "one"));
        var content = row.IsDBNull(5) ? null : (byte[])row[5];
        Expect(position, "reading", (byte[])row[6], EntryHash.OfReading(row.GetInt64(4), content));
        if (content is null)
            return null;
        using var document = JsonDocument.Parse(content);
        return CanonicalJson.ReadReading(document.RootElement);
    }

    static void Expect(long position, string part, byte[] kept, byte[] found)
    {
        if (!found.AsSpan().SequenceEqual(kept))
            throw new LogDamagedException(new Damage(position, "", part,
                Convert.ToHexStringLower(found), Convert.ToHexStringLower(kept)));
    }
}
