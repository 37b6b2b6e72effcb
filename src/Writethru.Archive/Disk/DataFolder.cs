namespace Writethru.Archive.Disk;

/// <summary>The folder that holds everything Writethru keeps, locked for as long as this object lives.</summary>
public sealed class DataFolder : IDisposable
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    const int UnixWouldBlock = 11;
    const int MacWouldBlock = 35;
    const int WindowsSharingViolation = unchecked((int)0x80070020);

    readonly FileStream _lock;

    DataFolder(string path, FileStream heldLock)
    {
        Path = path;
        _lock = heldLock;
    }

    /// <summary>The folder, absolute.</summary>
    public string Path { get; }

    /// <summary>The database of the log.</summary>
    public string DatabaseFile => DatabaseIn(Path);

    /// <summary>The folder of blobs.</summary>
    public string BlobFolder => BlobsIn(Path);

    /// <summary>The folder of keys; only its owner may enter.</summary>
    public string KeyFolder => System.IO.Path.Combine(Path, "keys");

    /// <summary>Makes the folder where it is missing, readable by its owner only, and takes its lock.</summary>
    /// <exception cref="DataFolderInUseException">Somebody else holds the lock.</exception>
    public static DataFolder Open(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder));
        MakeFolder(path);
        var opened = new DataFolder(path, TakeLock(path));
        MakeFolder(opened.BlobFolder);
        MakeFolder(opened.KeyFolder);
        MakeDatabaseFile(opened.DatabaseFile);
        return opened;
    }

    internal static string DatabaseIn(string folder) => System.IO.Path.Combine(folder, "wire.db");

    internal static string BlobsIn(string folder) => System.IO.Path.Combine(folder, "blobs");

    /// <summary>Lets the lock go. The lock file stays: removing it would let two programs hold two locks.</summary>
    public void Dispose() => _lock.Dispose();

    static FileStream TakeLock(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite,
                FileShare.None);
        }
        catch (IOException e) when (e.HResult is UnixWouldBlock or MacWouldBlock or WindowsSharingViolation)
        {
            throw new DataFolderInUseException(path, e);
        }
    }

    /// <summary>
    /// SQLite makes files that everybody may read, and gives its journal the mode of the database: so the database is
    /// made here, empty and for its owner only, also in a folder that was there before.
    /// </summary>
    static void MakeDatabaseFile(string path)
    {
        if (File.Exists(path))
            return;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(path, options).Dispose();
    }

    static void MakeFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly);
        Durably.SyncFolder(System.IO.Path.GetDirectoryName(path)!);
    }
}
