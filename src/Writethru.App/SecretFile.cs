using Writethru.Archive;

namespace Writethru.App;

/// <summary>Files that only their owner can read.</summary>
static class SecretFile
{
    /// <summary>Writes the file whole or not at all.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var temporary = path + ".tmp";
        File.Delete(temporary);
        using (var stream = new FileStream(temporary, options))
        {
            stream.Write(content);
            stream.Flush();
            Durably.Sync(stream.SafeFileHandle);
        }
        Durably.Rename(temporary, path);
    }
}
