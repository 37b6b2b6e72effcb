namespace Writethru.Archive;

/// <summary>
/// Room on the disk that is kept for what must go through when it is full: a file whose blocks are taken, and given up
/// when they are needed. Its length is how much it shall hold, with blocks or without, so that a spent one is known
/// over a restart. Used by one thread at a time; <see cref="IsHeld"/> by any.
/// </summary>
sealed class Reserve(string file, long most)
{
    /// <summary>Smaller ones would not take a kill with its lines.</summary>
    const long Least = 1024 * 1024;

    /// <summary>What must be free besides, before copy is taken in again.</summary>
    const long Margin = 1024 * 1024;

    volatile bool _isHeld;

    /// <summary>Whether its blocks are taken: what must go through will find room.</summary>
    public bool IsHeld => _isHeld;

    /// <summary>Runs just before blocks are taken: where tests let the disk be full.</summary>
    public Action? BeforeHold { get; set; }

    /// <summary>
    /// Takes the blocks, where they are not taken yet. False when there is no room for them and a little more.
    /// </summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public bool TryHold()
    {
        try
        {
            BeforeHold?.Invoke();
            using var held = File.OpenHandle(file, FileMode.OpenOrCreate, FileAccess.ReadWrite);
            var length = Math.Max(RandomAccess.GetLength(held), Wanted());
            if (length < Least)
                return false;
            try
            {
                Durably.Allocate(held, 0, length);
                _isHeld = true;
                Durably.Allocate(held, length, Margin);
            }
            finally
            {
                RandomAccess.SetLength(held, length);
            }
            Durably.Sync(held);
            return true;
        }
        catch (IOException e) when (Durably.IsDiskFull(e))
        {
            if (!IsHeld)
                GiveUp(); // a part of it would be missing elsewhere
            return false;
        }
    }

    /// <summary>Gives the blocks back to the disk.</summary>
    public void GiveUp()
    {
        _isHeld = false;
        if (!File.Exists(file))
            return;
        using var held = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
        var length = RandomAccess.GetLength(held);
        RandomAccess.SetLength(held, 0);
        RandomAccess.SetLength(held, length);
    }

    /// <summary>At most a quarter of what is free, so that a small disk is not taken by it.</summary>
    long Wanted() =>
        Math.Min(most, new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(file))!).AvailableFreeSpace / 4);
}
