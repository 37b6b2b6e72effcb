using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Writethru.Archive.Sqlite;

/// <summary>What SQLite's result codes mean for the log (sqlite.org/rescode.html).</summary>
static partial class SqliteFailure
{
    public const int Constraint = 19;
    const int Busy = 5, Locked = 6, InputOutput = 10, Full = 13, CannotOpen = 14;

    /// <summary>
    /// There was no room left; the transaction can be rolled back and the file is sound. SQLite says so itself, or
    /// fails with what the system said: over a quota, or where a sync or the index of the write-ahead log finds none.
    /// What a failed sync may not have written lies beyond the end of that log, and the next commit writes over it.
    /// </summary>
    /// <param name="e">What a statement threw.</param>
    /// <param name="connection">Where it ran, last of all that failed there.</param>
    public static bool IsFull(Exception? e, SqliteConnection connection) => e is SqliteException failure
        && failure.SqliteErrorCode switch
        {
            Full => true,
            InputOutput or CannotOpen => Durably.IsDiskFull(SystemError(connection.Handle!.DangerousGetHandle())),
            _ => false,
        };

    /// <summary>
    /// SQLite could open no file that it needed, for want of a descriptor; nothing was written, and the file is sound.
    /// </summary>
    /// <param name="e">What a statement threw.</param>
    /// <param name="connection">Where it ran, last of all that failed there.</param>
    public static bool IsOutOfFiles(Exception? e, SqliteConnection connection) => e is SqliteException
    {
        SqliteErrorCode: InputOutput or CannotOpen
    } && Durably.IsOutOfFiles(SystemError(connection.Handle!.DangerousGetHandle()));

    /// <summary>Whether a file could not be opened at all.</summary>
    public static bool IsUnopened(SqliteException e) => e.SqliteErrorCode == CannotOpen;

    /// <summary>Somebody else holds the file; nothing was written.</summary>
    public static bool IsBusy(Exception e) => e is SqliteException { SqliteErrorCode: Busy or Locked };

    /// <summary>
    /// Whether it is about the file and not about one statement: PERM, NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN,
    /// PROTOCOL, FORMAT, NOTADB. SQLite may then have rolled back the whole transaction.
    /// </summary>
    public static bool IsOfFile(Exception? e) => e is SqliteException
    {
        SqliteErrorCode: 3 or 7 or 8 or InputOutput or 11 or Full or CannotOpen or 15 or 24 or 26
    };

    /// <summary>The error number behind the last failure of the file; the driver does not hand it on.</summary>
    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_system_errno")]
    private static partial int SystemError(nint connection);
}
