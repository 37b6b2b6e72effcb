using System.Globalization;
using Microsoft.Data.Sqlite;
using Writethru.Copy;

namespace Writethru.Archive.Sqlite;

/// <summary>Rows of the ledger's tables, read.</summary>
static class LedgerRow
{
    /// <summary>
    /// What every instant of a second begins with, with and without a fraction: text sorts before both.
    /// </summary>
    public static string Second(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss",
        CultureInfo.InvariantCulture);

    /// <summary>A line of the ledger.</summary>
    public static Send ReadSend(SqliteDataReader row, StoryId story) => new()
    {
        Story = story,
        Number = row.GetInt32(0),
        Subscriber = row.GetString(1),
        Path = Word<SendPath>(row.GetString(2)),
        Grant = row.GetString(3),
        Position = row[4] as long?,
        Begun = At(row.GetString(5)),
        Sent = Instant.Parse(row[6] as string),
        Received = Instant.Parse(row[7] as string),
    };

    /// <summary>A subscriber's word on a take.</summary>
    public static Receipt ReadReceipt(SqliteDataReader row, StoryId story) => new(story, row.GetInt32(0),
        row.GetString(1), Word<ReceiptOutcome>(row.GetString(2)), row.GetString(3))
    {
        At = At(row.GetString(4)),
    };

    static T Word<T>(string word) where T : struct, Enum => Words.Read<T>(word)
        ?? throw new InvalidDataException($"Found '{word}' in the ledger, expected a {typeof(T).Name}.");

    static DateTimeOffset At(string instant) => Instant.Parse(instant)
        ?? throw new InvalidDataException($"Found '{instant}' in the ledger, expected an instant.");
}
