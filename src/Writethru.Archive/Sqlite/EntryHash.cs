using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Writethru.Archive.Sqlite;

/// <summary>The hashes that make a changed byte visible.</summary>
static class EntryHash
{
    /// <summary>What the first entry follows: 32 zero bytes.</summary>
    public static byte[] Origin { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>The hash of an entry's content.</summary>
    public static byte[] OfContent(ReadOnlySpan<byte> content) => SHA256.HashData(content);

    /// <summary>The hash that ties an entry to its place, its instant and everything before it.</summary>
    public static byte[] OfChain(ReadOnlySpan<byte> before, long position, string at, ReadOnlySpan<byte> contentHash)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        AppendNumber(hash, position);
        hash.AppendData(Encoding.UTF8.GetBytes(at));
        hash.AppendData(contentHash);
        return hash.GetHashAndReset();
    }

    /// <summary>The hash of a reading, with the version of its reader.</summary>
    public static byte[] OfReading(long version, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendNumber(hash, version);
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }

    static void AppendNumber(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
