using System.Security.Cryptography;
using Writethru.Archive;

namespace Writethru.App.Hosting;

/// <summary>A secret of the data folder: random bytes in a file that only its owner can read.</summary>
static class KeyFile
{
    /// <summary>The bytes of the file; made when it is missing.</summary>
    /// <exception cref="InvalidDataException">The file has another length.</exception>
    public static byte[] LoadOrCreate(string path, int length)
    {
        if (!File.Exists(path))
            SecretFile.Write(path, RandomNumberGenerator.GetBytes(length));
        var key = File.ReadAllBytes(path);
        return key.Length == length
            ? key
            : throw new InvalidDataException($"Key file {path}: found {key.Length} bytes, expected {length}.");
    }
}

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
