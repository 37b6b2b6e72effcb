using System.Buffers.Binary;

namespace Writethru.Formats.PictureFiles;

/// <summary>The chunks of a PNG (ISO/IEC 15948, 5 and 11), read as far as its size and its end.</summary>
static class PngChunks
{
    const int Signature = 8, Around = 12;

    public static PictureHeader? Header(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Signature + Around + 13 || !bytes[Signature..].StartsWith("\0\0\0\rIHDR"u8)
            || BinaryPrimitives.ReadUInt32BigEndian(bytes[29..]) != Crc(bytes[12..29]))
            return null;
        var header = Start(bytes[16..29]);
        var at = (long)Signature;
        while (header is not null && at + Around <= bytes.Length)
        {
            var chunk = bytes[(int)at..];
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (length > (uint)chunk.Length - Around)
                break;
            var type = chunk.Slice(4, 4);
            at += Around + length;
            if (type.SequenceEqual("IEND"u8))
                return header with { TrailingBytes = bytes.Length - (int)at };
            if (type.SequenceEqual("tRNS"u8) && header.Channels is 1 or 3)
                header = header with { Channels = header.Channels + 1 };
            // acTL: an animated PNG says how many frames it has.
            if (type.SequenceEqual("acTL"u8) && length >= 8)
                header = header with
                {
                    IsAnimated = true,
                    Pages = (int)Math.Clamp(BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), 1, int.MaxValue),
                };
        }
        return header is null ? null : header with { IsCutShort = true };
    }

    /// <summary>IHDR (11.2.2): size, depth, colour type, interlace.</summary>
    static PictureHeader? Start(ReadOnlySpan<byte> ihdr)
    {
        var width = BinaryPrimitives.ReadUInt32BigEndian(ihdr);
        var height = BinaryPrimitives.ReadUInt32BigEndian(ihdr[4..]);
        int? channels = (ihdr[9], ihdr[8]) switch
        {
            (0, 1 or 2 or 4 or 8 or 16) => 1,
            (2, 8 or 16) or (3, 1 or 2 or 4 or 8) => 3,
            (4, 8 or 16) => 2,
            (6, 8 or 16) => 4,
            _ => null,
        };
        if (channels is not { } samples || width > int.MaxValue || height > int.MaxValue || ihdr[12] > 1)
            return null;
        var bits = Math.Max((int)ihdr[8], 8);
        return new PictureHeader
        {
            Kind = PictureKind.Png,
            Width = (int)width,
            Height = (int)height,
            Channels = samples,
            BitsPerSample = bits,
            HeldBitsPerPixel = ihdr[12] == 1 ? 4 * bits : 0,
        };
    }

    /// <summary>The checksum of a chunk's type and content (annex D).</summary>
    static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
        return ~crc;
    }
}
