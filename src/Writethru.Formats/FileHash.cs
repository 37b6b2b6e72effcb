using System.Buffers;

namespace Writethru.Formats;

/// <summary>Hashes of files as items write them.</summary>
static class FileHash
{
    static readonly SearchValues<char> _hex = SearchValues.Create("0123456789abcdef");

    /// <summary>A SHA-256 in lower-case hex; empty for anything else.</summary>
    public static string Read(string? text)
    {
        var hash = text?.Trim().ToLowerInvariant() ?? "";
        return hash.Length == 64 && hash.AsSpan().IndexOfAnyExcept(_hex) < 0 ? hash : "";
    }

    /// <summary>Whether the name of a way to hash, by whatever scheme, is that of SHA-256.</summary>
    public static bool IsSha256(string? name) =>
        name?.Replace("-", "", StringComparison.Ordinal).EndsWith("sha256", StringComparison.OrdinalIgnoreCase) is true;
}
