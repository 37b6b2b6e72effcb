using System.Buffers.Binary;

namespace Writethru.Formats.PictureFiles;

/// <summary>The chunks of a WebP (RFC 9649, 2), read as far as its size and its end.</summary>
static class WebPChunks
{
    const int Prologue = 12, ChunkHeader = 8;

    public static PictureHeader? Header(ReadOnlySpan<byte> bytes)
    {
        var end = ChunkHeader + (long)BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        PictureHeader? header = null;
        var frames = 0;
        var at = (long)Prologue;
        while (at + ChunkHeader <= Math.Min(end, bytes.Length))
        {
            var chunk = bytes[(int)at..];
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            var content = chunk[ChunkHeader..];
            if (chunk.StartsWith("ANMF"u8))
                frames++;
            // The canvas of VP8X and the frame may differ; the larger side of each is what can be asked of a decoder.
            else if (Size(chunk, content) is { } found)
                header = header is null ? found : header with
                {
                    Width = Math.Max(header.Width, found.Width),
                    Height = Math.Max(header.Height, found.Height),
                };
            at += ChunkHeader + length + (length & 1);
        }
        return header is null ? null : header with
        {
            Pages = Math.Max(frames, 1),
            IsAnimated = header.IsAnimated || frames > 0,
            IsCutShort = end > bytes.Length,
            TrailingBytes = (int)Math.Max(0, bytes.Length - end),
        };
    }

    static PictureHeader? Size(ReadOnlySpan<byte> chunk, ReadOnlySpan<byte> content)
    {
        if (chunk.StartsWith("VP8X"u8) && content.Length >= 10)
            return Of(1 + (int)UInt24(content[4..]), 1 + (int)UInt24(content[7..])) with
            {
                IsAnimated = (content[0] & 0x02) != 0,
                Channels = (content[0] & 0x10) != 0 ? 4 : 3,
            };
        // RFC 6386, 9.1: a key frame, its start code, two sizes of 14 bits.
        if (chunk.StartsWith("VP8 "u8) && content is [var tag, _, _, 0x9D, 0x01, 0x2A, _, _, _, _, ..]
            && (tag & 1) == 0)
            return Of(BinaryPrimitives.ReadUInt16LittleEndian(content[6..]) & 0x3FFF,
                BinaryPrimitives.ReadUInt16LittleEndian(content[8..]) & 0x3FFF);
        // RFC 9649, 3.4: a signature byte, two sizes of 14 bits less one, whether there is alpha.
        if (chunk.StartsWith("VP8L"u8) && content is [0x2F, _, _, _, _, ..])
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(content[1..]);
            return Of(1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF)) with
            {
                Channels = (bits >> 28 & 1) != 0 ? 4 : 3,
            };
        }
        return null;
    }

    static PictureHeader Of(int width, int height) =>
        new() { Kind = PictureKind.WebP, Width = width, Height = height, HeldBitsPerPixel = 32 };

    static uint UInt24(ReadOnlySpan<byte> bytes) => (uint)(bytes[0] | bytes[1] << 8 | bytes[2] << 16);
}
