using Microsoft.Data.Sqlite;
using Writethru.Archive.Sqlite;

namespace Writethru.Tests.Archive;

/// <summary>
/// Lets commits and blocks of a log find as much room as a disk would have that is full but for the reserve.
/// </summary>
sealed class FullDisk(SqliteLog log)
{
    const int Full = 13, NoSpace = 28;

    bool _isFull, _isUsedUp;

    public void Fill()
    {
        _isFull = true;
        log.BeforeCommit = () =>
        {
            if (_isFull && (_isUsedUp || log.Reserve.IsHeld))
                throw new SqliteException("database or disk is full", Full);
        };
        log.Reserve.BeforeHold = () =>
        {
            if (_isFull)
                throw new IOException("posix_fallocate: No space left on device", NoSpace);
        };
    }

    /// <summary>The reserve is no help any more either.</summary>
    public void UseUp()
    {
        Fill();
        _isUsedUp = true;
    }

    public void MakeRoom() => (_isFull, _isUsedUp) = (false, false);
}
