using Microsoft.Data.Sqlite;

namespace Writethru.Archive.Sqlite;

/// <summary>What SQLite's result codes mean for the log (sqlite.org/rescode.html).</summary>
static class SqliteFailure
{
    public const int Constraint = 19;
    const int Busy = 5, Locked = 6, Full = 13;

    /// <summary>There was no room left; the transaction can be rolled back and the file is sound.</summary>
    public static bool IsFull(Exception? e) => e is SqliteException { SqliteErrorCode: Full };

    /// <summary>Somebody else holds the file; nothing was written.</summary>
    public static bool IsBusy(Exception e) => e is SqliteException { SqliteErrorCode: Busy or Locked };

    /// <summary>
    /// Whether it is about the file and not about one statement: PERM, NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN,
    /// PROTOCOL, FORMAT, NOTADB. SQLite may then have rolled back the whole transaction.
    /// </summary>
    public static bool IsOfFile(Exception? e) => e is SqliteException
    {
        SqliteErrorCode: 3 or 7 or 8 or 10 or 11 or Full or 14 or 15 or 24 or 26
    };
}
