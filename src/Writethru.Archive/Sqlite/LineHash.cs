using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Writethru.Archive.Sqlite;

/// <summary>
/// The hash of one line of the ledger, and their sum: 64 bits each. They show what a disk or a hand has changed;
/// whoever means to deceive can reckon them too.
/// </summary>
static class LineHash
{
    /// <summary>Lets statements of a connection say <c>line_hash(…)</c> and <c>line_sum(…)</c>.</summary>
    public static void AddTo(SqliteConnection connection)
    {
        connection.CreateFunction<long>("line_hash", Of, isDeterministic: true);
        connection.CreateAggregate("line_sum", 0L, (long sum, long hash) => Sum(sum, hash), isDeterministic: true);
    }

    /// <summary>The hash of what stands in the columns of a line, in order.</summary>
    public static long Of(object?[] columns)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var column in columns)
        {
            var bytes = column is null or DBNull
                ? []
                : Encoding.UTF8.GetBytes(Convert.ToString(column, CultureInfo.InvariantCulture)!);
            BinaryPrimitives.WriteInt32BigEndian(length, column is null or DBNull ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        return BinaryPrimitives.ReadInt64BigEndian(hash.GetHashAndReset());
    }

    /// <summary>In any order the same, so that a line may change in the middle.</summary>
    public static long Sum(long sum, long hash) => unchecked(sum + hash);
}
