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
        SELECT e.position, e.at, e.content, e.content_hash, r.version, r.content, r.hash
        FROM entry e LEFT JOIN reading r ON r.position = e.position

        """;

    /// <exception cref="LogDamagedException">Content or reading does not have its hash.</exception>
    public static LogRecord Read(SqliteDataReader row)
    {
        var position = row.GetInt64(0);
        var at = row.GetString(1);
        var content = (byte[])row[2];
        Expect(position, "content", (byte[])row[3], EntryHash.OfContent(content));
        return new LogRecord
        {
            Position = position,
            At = Instant.Parse(at)
                ?? throw new LogDamagedException(new Damage(position, "", "at", at, "an RFC 3339 instant")),
            Entry = LogEntryJson.Read(content),
            Reading = row.IsDBNull(4) ? null : ReadReading(row, position),
        };
    }

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
