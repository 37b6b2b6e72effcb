using Microsoft.Data.Sqlite;
using Writethru.Archive.Sqlite;

namespace Writethru.Archive.Sqlite;

/// <summary>
/// How many lines the ledger has of each kind, and the sum of their hashes: what shows a line that was taken out or put
/// in. Written in the commit that changes the lines.
/// </summary>
readonly record struct LedgerSums(LedgerSum Sends, LedgerSum Receipts)
{
    const string SendKind = "send", ReceiptKind = "receipt";

    /// <summary>The rows of the table, as they shall lie there.</summary>
    public IEnumerable<(string Kind, long Lines, long Sum)> Rows =>
        [(SendKind, Sends.Lines, Sends.Sum), (ReceiptKind, Receipts.Lines, Receipts.Sum)];

    /// <summary>What the table says.</summary>
    public static LedgerSums Read(SqliteConnection connection)
    {
        using var sums = new Statement(connection, Queries.LedgerSums);
        var found = sums.Rows(row => (Kind: row.GetString(0), Sum: new LedgerSum(row.GetInt64(1), row.GetInt64(2))))
            .ToDictionary(row => row.Kind, row => row.Sum);
        return new LedgerSums(found.GetValueOrDefault(SendKind), found.GetValueOrDefault(ReceiptKind));
    }

    /// <summary>After a line of a send; <paramref name="before"/> is its hash until now, null when it is new.</summary>
    public LedgerSums WithSend(long? before, long after) => this with { Sends = Sends.With(before, after) };

    /// <summary>After a receipt.</summary>
    public LedgerSums WithReceipt(long? before, long after) => this with { Receipts = Receipts.With(before, after) };
}

/// <summary>Count and sum of the lines of one kind.</summary>
readonly record struct LedgerSum(long Lines, long Sum)
{
    public LedgerSum With(long? before, long after) => before is { } was
        ? this with { Sum = LineHash.Sum(unchecked(Sum - was), after) }
        : new LedgerSum(Lines + 1, LineHash.Sum(Sum, after));
}
