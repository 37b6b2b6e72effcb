using System.Security.Cryptography;

namespace Writethru.Archive;

/// <summary>The hash by which received bytes are known, in the log and as the name of a blob.</summary>
static class ContentHash
{
    /// <summary>SHA-256, lower-case hex.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
