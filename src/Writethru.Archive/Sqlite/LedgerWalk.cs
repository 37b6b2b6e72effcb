using Microsoft.Data.Sqlite;
using Writethru.Archive.Sqlite;

namespace Writethru.Archive.Sqlite;

/// <summary>One walk over the ledger: every line against its hash, all of them against their sum.</summary>
static class LedgerWalk
{
    /// <summary>Everything that is not what was written, as the ledger stood at one moment.</summary>
    public static List<Damage> Run(SqliteConnection connection, CancellationToken cancel)
    {
        Execute(connection, "BEGIN");
        try
        {
            var sums = LedgerSums.Read(connection);
            return
            [
                .. Walk(connection, "send", "story, take, subscriber, path, grant, position, begun, sent, received",
                    sums.Sends, cancel),
                .. Walk(connection, "receipt", "story, take, subscriber, outcome, note, at", sums.Receipts, cancel),
            ];
        }
        finally
        {
            Execute(connection, "COMMIT");
        }
    }

    static List<Damage> Walk(SqliteConnection connection, string table, string columns, LedgerSum expected,
        CancellationToken cancel)
    {
        var damages = new List<Damage>();
        var found = new LedgerSum();
        using var lines = new Statement(connection, $"SELECT hash, {columns} FROM {table}");
        lines.Rows(row =>
        {
            cancel.ThrowIfCancellationRequested();
            var values = new object[row.FieldCount];
            row.GetValues(values);
            var (kept, hash) = (row.GetInt64(0), LineHash.Of(values[1..]));
            if (kept != hash)
                damages.Add(new Damage(0, "", $"ledger, {table}",
                    $"take {values[2]} of {values[1]} to {values[3]} with hash {kept:x16}", $"{hash:x16}"));
            found = found.With(null, kept);
            return true;
        });
        if (found != expected)
            damages.Add(new Damage(0, "", $"ledger, {table}", $"{found.Lines} lines with sum {found.Sum:x16}",
                $"{expected.Lines} lines with sum {expected.Sum:x16}"));
        return damages;
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        statement.Run();
    }
}
