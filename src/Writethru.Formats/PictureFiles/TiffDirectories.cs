using System.Buffers.Binary;

namespace Writethru.Formats.PictureFiles;

/// <summary>
/// The directories of a TIFF (TIFF 6.0, 2), read as far as the size of the first page and their count.
/// </summary>
/// <remarks>BigTIFF is for pictures above 4 GB, which nobody sends; its header is not read.</remarks>
static class TiffDirectories
{
    const int MostPages = 1000, Entry = 12;

    public static PictureHeader? Header(ReadOnlySpan<byte> bytes)
    {
        var isLittle = bytes[0] == 'I';
        if (bytes.Length < 8 || Number(bytes[2..], 2, isLittle) != 42)
            return null;
        var start = Number(bytes[4..], 4, isLittle);
        var header = First(bytes, start, isLittle);
        if (header is null)
            return null;
        var seen = new HashSet<uint>();
        while (start != 0 && seen.Count < MostPages)
        {
            // Directories in a circle: no decoder ends there by itself.
            if (!seen.Add(start))
                return null;
            if (Next(bytes, start, isLittle) is not { } next)
                return header with { Pages = seen.Count, IsCutShort = true };
            start = next;
        }
        return header with { Pages = seen.Count };
    }

    static uint? Next(ReadOnlySpan<byte> bytes, uint start, bool isLittle)
    {
        if (start > (uint)bytes.Length - 2)
            return null;
        var at = start + 2L + Entry * Number(bytes[(int)start..], 2, isLittle);
        return at + 4 > bytes.Length ? null : Number(bytes[(int)at..], 4, isLittle);
    }

    static PictureHeader? First(ReadOnlySpan<byte> bytes, uint start, bool isLittle)
    {
        if (start < 8 || start > (uint)bytes.Length - 2)
            return null;
        uint width = 0, height = 0, samples = 1, bits = 1, rows = uint.MaxValue, tileWidth = 0, tileHeight = 0;
        uint photometric = 0, pieces = 0;
        var isCutShort = false;
        var entries = Number(bytes[(int)start..], 2, isLittle);
        for (var entry = 0L; entry < entries; entry++)
        {
            var at = start + 2L + Entry * entry;
            if (at + Entry > bytes.Length)
                return null;
            var field = bytes.Slice((int)at, Entry);
            var count = Number(field[4..], 4, isLittle);
            var value = Value(bytes, field, isLittle);
            isCutShort |= value is null;
            switch (Number(field, 2, isLittle))
            {
                case 256: width = value ?? 0; break;
                case 257: height = value ?? 0; break;
                case 258: bits = value ?? 0; break;
                case 262: photometric = value ?? 0; break;
                case 277: samples = value ?? 0; break;
                case 278: rows = value ?? 0; break;
                case 322: tileWidth = value ?? 0; break;
                case 323: tileHeight = value ?? 0; break;
                case 273 or 324: pieces = value is null ? 0 : count; break;
            }
        }
        // No strips in the file, or more of them than lines, or more tiles than pixels: a list to fill memory with.
        var most = PictureHeader.Times(tileWidth > 0 ? PictureHeader.Times(width, height) : height, samples);
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue || samples is 0 or > 64 || bits is 0 or > 64
            || pieces == 0 || pieces > most)
            return null;
        var decoded = Math.Max(bits, 8) / 8 * samples;
        return new PictureHeader
        {
            Kind = PictureKind.Tiff,
            Width = (int)width,
            Height = (int)height,
            Channels = photometric == 3 ? 3 : (int)samples,
            BitsPerSample = (int)Math.Max(bits, 8),
            IsCutShort = isCutShort,
            HeldAtLeast = tileWidth > 0
                ? PictureHeader.Times(PictureHeader.Times(width + (long)tileWidth, tileHeight), decoded)
                : PictureHeader.Times(PictureHeader.Times(width, Math.Min(rows, height)), decoded),
        };
    }

    /// <summary>
    /// The first value of a field of whole numbers (BYTE, SHORT, LONG); null when it lies outside the file.
    /// </summary>
    static uint? Value(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> field, bool isLittle)
    {
        var size = Number(field[2..], 2, isLittle) switch
        {
            3 or 8 => 2,
            4 or 9 or 11 or 13 => 4,
            5 or 10 or 12 => 8,
            _ => 1,
        };
        var all = PictureHeader.Times(size, Number(field[4..], 4, isLittle));
        if (all <= 4)
            return Number(field[8..], Math.Min(size, 4), isLittle);
        var at = Number(field[8..], 4, isLittle);
        return at + all > bytes.Length ? null : Number(bytes[(int)at..], Math.Min(size, 4), isLittle);
    }

    static uint Number(ReadOnlySpan<byte> bytes, int size, bool isLittle) => size switch
    {
        1 => bytes[0],
        2 => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes),
        _ => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes),
    };
}
