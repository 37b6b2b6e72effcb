using System.Buffers.Binary;
using System.IO.Compression;

namespace Writethru.Desk.Pictures;

/// <summary>What the compressed texts and the colour profile of a PNG become, counted and thrown away.</summary>
/// <remarks>Decoders inflate them whole, each by its own limit; one of 1 KB may become 1 MB.</remarks>
static class InflatedChunks
{
    /// <summary>Most bytes that all of them together may become; real profiles are below 3 MB.</summary>
    public const int MostBytes = 16 << 20;

    /// <summary>Most compressed chunks.</summary>
    public const int MostChunks = 100;

    /// <summary>Most chunks beside those of the pixels; decoders keep each.</summary>
    public const int MostOthers = 1000;

    /// <summary>Whether they stay within the limits. The bytes are of a PNG whose header could be read.</summary>
    public static bool AreWithin(ReadOnlySpan<byte> png)
    {
        long left = MostBytes;
        int chunks = 0, others = 0;
        for (var at = 8L; at + 12 <= png.Length;)
        {
            var chunk = png[(int)at..];
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (length > (uint)chunk.Length - 12)
                break;
            var type = chunk.Slice(4, 4);
            if (!type.SequenceEqual("IDAT"u8) && ++others > MostOthers)
                return false;
            if (Compressed(type, chunk.Slice(8, (int)length)) is { IsEmpty: false } compressed
                && (++chunks > MostChunks || (left -= Inflated(compressed, left)) < 0))
                return false;
            at += 12 + length;
        }
        return true;
    }

    /// <summary>
    /// The zlib stream of iCCP and zTXt (a keyword, NUL, the method) and of iTXt (a keyword, NUL, a flag, the method, a
    /// language, NUL, a translated keyword, NUL); empty for any other chunk (ISO/IEC 15948, 11.3.3.3 and 11.3.4).
    /// </summary>
    static ReadOnlySpan<byte> Compressed(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        var isInternational = type.SequenceEqual("iTXt"u8);
        if (!isInternational && !type.SequenceEqual("iCCP"u8) && !type.SequenceEqual("zTXt"u8))
            return default;
        content = After(content, 0);
        if (!isInternational)
            return content.IsEmpty ? default : content[1..];
        return content is [1, _, ..] ? After(After(content[2..], 0), 0) : default;
    }

    static ReadOnlySpan<byte> After(ReadOnlySpan<byte> bytes, byte end) =>
        bytes.IndexOf(end) is var at and >= 0 ? bytes[(at + 1)..] : default;

    /// <summary>How many bytes it becomes, at most one more than asked for; broken data ends where it breaks.</summary>
    static long Inflated(ReadOnlySpan<byte> compressed, long most)
    {
        using var stream = new ZLibStream(new MemoryStream(compressed.ToArray()), CompressionMode.Decompress);
        Span<byte> buffer = stackalloc byte[4096];
        long all = 0;
        try
        {
            while (all <= most && stream.Read(buffer) is var read and > 0)
                all += read;
        }
        catch (InvalidDataException)
        {
            // What came before it counts; a decoder would stop here too.
            return all;
        }
        return all;
    }
}
