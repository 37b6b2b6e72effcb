using System.Runtime.InteropServices;

namespace Writethru.Archive.Disk;

/// <summary>What makes a file outlive a loss of power: its bytes synced, then the folder that names it.</summary>
static partial class Durably
{
    const int ReadOnly = 0;

    /// <summary>
    /// Writes a file, syncs it, gives it its name and syncs the folder; or leaves nothing under that name.
    /// </summary>
    /// <param name="bytes">The whole content.</param>
    /// <param name="temporary">A name on the same volume that nobody else uses.</param>
    /// <param name="final">The name it gets; a file that already has it is replaced.</param>
    /// <param name="cancel">Leaves nothing behind.</param>
    public static async Task WriteAsync(ReadOnlyMemory<byte> bytes, string temporary, string final,
        CancellationToken cancel)
    {
        try
        {
            using (var file = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None,
                FileOptions.Asynchronous, bytes.Length))
            {
                await RandomAccess.WriteAsync(file, bytes, 0, cancel).ConfigureAwait(false);
                RandomAccess.FlushToDisk(file);
            }
            File.Move(temporary, final, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
        SyncFolder(Path.GetDirectoryName(final)!);
    }

    /// <summary>
    /// Syncs the names in a folder. On Windows it does nothing: NTFS keeps names in its own journal and has no such
    /// call. On macOS fsync reaches the drive, not its platter.
    /// </summary>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
            throw Failure("open", folder);
        try
        {
            if (Sync(descriptor) != 0)
                throw Failure("fsync", folder);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    /// <summary>Whether an exception says that there is no room left on the disk.</summary>
    public static bool IsDiskFull(IOException e) => e.HResult is 28 or 122
        or unchecked((int)0x80070070) or unchecked((int)0x80070027);

    static IOException Failure(string call, string folder)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"{call} of folder {folder}: {Marshal.GetPInvokeErrorMessage(error)}", error);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
