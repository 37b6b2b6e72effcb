using System.Runtime.InteropServices;

namespace Writethru.Archive.Disk;

/// <summary>
/// How many files and sockets the system lets this process have open. The runtime has raised it already.
/// </summary>
public static partial class OpenFiles
{
    const int LimitOfLinux = 7, LimitOfMac = 8;

    /// <summary>How many more than now; null where the system says no limit.</summary>
    public static long? Left()
    {
        if (OperatingSystem.IsWindows()
            || GetLimit(OperatingSystem.IsMacOS() ? LimitOfMac : LimitOfLinux, out var limit) != 0
            || limit.Now > int.MaxValue)
            return null;
        return (long)limit.Now - Directory.GetFileSystemEntries("/dev/fd").Length;
    }

    [StructLayout(LayoutKind.Sequential)]
    readonly struct Limit
    {
        public readonly ulong Now, Most;
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, out Limit limit);
}
