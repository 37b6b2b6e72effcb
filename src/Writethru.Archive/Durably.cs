using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Writethru.Archive;

/// <summary>What makes a file outlive a loss of power: its bytes synced, then the folder that names it.</summary>
/// <remarks>
/// The library's own sync swallows a failed <c>fsync</c> on Unix, and what was not written is then forgotten: so libc
/// is asked, and its answer looked at. On macOS fsync reaches the drive, not its platter.
/// </remarks>
public static partial class Durably
{
    const int ReadOnly = 0;
    const int NoSpace = 28, QuotaOfLinux = 122, QuotaOfMac = 69;
    const int TooManyInSystem = 23, TooManyInProcess = 24, WindowsTooMany = unchecked((int)0x80070004);
    const int WindowsDiskFull = unchecked((int)0x80070070), WindowsHandleDiskFull = unchecked((int)0x80070027);

    /// <summary>Syncs what was written to a file. Write out what a stream has buffered before.</summary>
    /// <exception cref="IOException">The disk did not take it; what it holds is not known.</exception>
    public static void Sync(SafeFileHandle file)
    {
        if (!(OperatingSystem.IsWindows() ? FlushFile(file) : SyncFile(file) == 0))
            throw Failure("fsync of a file");
    }

    /// <summary>Gives a synced file its name, in place of one that has it, and syncs the folder.</summary>
    /// <exception cref="IOException">The disk did not take the name.</exception>
    public static void Rename(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        SyncFolder(Path.GetDirectoryName(Path.GetFullPath(to))!);
    }

    /// <summary>
    /// Writes a file, syncs it, gives it its name and syncs the folder; or leaves nothing under that name.
    /// </summary>
    /// <param name="bytes">The whole content.</param>
    /// <param name="temporary">A name on the same volume that nobody else uses.</param>
    /// <param name="final">The name it gets; a file that already has it is replaced.</param>
    /// <param name="cancel">Leaves nothing behind.</param>
    /// <exception cref="IOException">The disk failed or is full.</exception>
    public static async Task WriteAsync(ReadOnlyMemory<byte> bytes, string temporary, string final,
        CancellationToken cancel)
    {
        try
        {
            // No size is asked for beforehand: the library's answer to a full disk would not say that it is one.
            using (var file = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None,
                FileOptions.Asynchronous))
            {
                await RandomAccess.WriteAsync(file, bytes, 0, cancel).ConfigureAwait(false);
                Sync(file);
            }
            Rename(temporary, final);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>
    /// Syncs the names in a folder. On Windows it does nothing: NTFS keeps names in its own journal and has no such
    /// call.
    /// </summary>
    internal static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        WithFolder(folder, () => { });
    }

    /// <summary>Makes a folder and syncs the one that names it.</summary>
    /// <remarks>
    /// That one is open before: where no descriptor is left, there is no folder either whose name nobody has synced.
    /// </remarks>
    internal static void MakeFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            WithFolder(Path.GetDirectoryName(path)!, () => Directory.CreateDirectory(path));
    }

    /// <summary>Opens a folder, changes something in it, and syncs it.</summary>
    static void WithFolder(string folder, Action change)
    {
        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
            throw Failure($"open of folder {folder}");
        try
        {
            change();
            if (SyncDescriptor(descriptor) != 0)
                throw Failure($"fsync of folder {folder}");
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    /// <summary>Takes blocks of the disk for a part of a file, so that writing there cannot find it full.</summary>
    internal static void Allocate(SafeFileHandle file, long offset, long length)
    {
        if (!OperatingSystem.IsLinux())
        {
            RandomAccess.SetLength(file, offset + length); // as much as there is elsewhere
            return;
        }
        if (AllocateFile(file, offset, length) is not 0 and var error)
            throw Failure("posix_fallocate", error);
    }

    /// <summary>Whether an exception says that there is no room left on the disk.</summary>
    internal static bool IsDiskFull(IOException e) =>
        IsDiskFull(e.HResult) || e.HResult is WindowsDiskFull or WindowsHandleDiskFull;

    /// <summary>Whether an error number of the system says so.</summary>
    internal static bool IsDiskFull(int error) =>
        error is NoSpace || error == (OperatingSystem.IsMacOS() ? QuotaOfMac : QuotaOfLinux);

    /// <summary>Whether an exception says that the process, or the whole system, has no descriptor left.</summary>
    public static bool IsOutOfFiles(Exception e) =>
        e is IOException && (IsOutOfFiles(e.HResult) || e.HResult == WindowsTooMany);

    /// <summary>Whether an error number of the system says so.</summary>
    internal static bool IsOutOfFiles(int error) => error is TooManyInProcess or TooManyInSystem;

    static IOException Failure(string call) => Failure(call, Marshal.GetLastPInvokeError());

    static IOException Failure(string call, int error) =>
        new($"{call}: {Marshal.GetPInvokeErrorMessage(error)}", error);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int SyncFile(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int SyncDescriptor(int descriptor);

    [LibraryImport("kernel32", EntryPoint = "FlushFileBuffers", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool FlushFile(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "posix_fallocate")]
    private static partial int AllocateFile(SafeFileHandle file, long offset, long length);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
