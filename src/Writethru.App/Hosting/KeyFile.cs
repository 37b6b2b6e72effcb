using System.Security.Cryptography;

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
