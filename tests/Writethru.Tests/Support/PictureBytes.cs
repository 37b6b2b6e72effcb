using System.Buffers.Binary;
using System.IO.Compression;

namespace Writethru.Tests.Support;

/// <summary>Picture files built byte by byte: what an encoder would write, and what none would.</summary>
static class PictureBytes
{
    /// <summary>A JPEG of headers alone: the pixels are missing, the end is there.</summary>
    public static byte[] Jpeg(
        int width, int height, byte frame = 0xC0, int components = 3, int scans = 1, byte[]? segments = null)
    {
        var factors = Enumerable.Range(1, components).SelectMany(id => new byte[] { (byte)id, 0x11, 0 });
        byte[] sof =
        [
            0xFF, frame, 0, (byte)(8 + 3 * components), 8, .. Big16(height), .. Big16(width), (byte)components,
            .. factors,
        ];
        byte[] sos = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xFF, 0x00, 0x34];
        return [0xFF, 0xD8, .. segments ?? [], .. sof, .. Enumerable.Repeat(sos, scans).SelectMany(s => s), 0xFF, 0xD9];
    }

    /// <summary>A segment with its marker and length.</summary>
    public static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, .. Big16(content.Length + 2), .. content];

    /// <summary>A PNG with any IDAT: the checksums are right.</summary>
    public static byte[] Png(long width, long height, byte depth = 8, byte colour = 2, byte interlace = 0,
        byte[]? idat = null, params (string Type, byte[] Content)[] others) =>
    [
        0x89, .. "PNG\r\n"u8, 0x1A, 0x0A,
        .. Chunk("IHDR", [.. Big32(width), .. Big32(height), depth, colour, 0, 0, interlace]),
        .. others.SelectMany(other => Chunk(other.Type, other.Content)),
        .. Chunk("IDAT", idat ?? []),
        .. Chunk("IEND", []),
    ];

    public static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. System.Text.Encoding.ASCII.GetBytes(type), .. content];
        return [.. Big32(content.Length), .. named, .. Big32(Crc(named))];
    }

    /// <summary>A zlib stream of zeros.</summary>
    public static byte[] Zeros(int count)
    {
        using var into = new MemoryStream();
        using (var zlib = new ZLibStream(into, CompressionLevel.Fastest))
            zlib.Write(new byte[count]);
        return into.ToArray();
    }

    /// <summary>A TIFF with one directory of LONGs, and where the next one is said to be.</summary>
    public static byte[] Tiff(bool isLittle, uint next, params (int Tag, uint Count, uint Value)[] fields)
    {
        byte[] Of(long value, int size)
        {
            var big = Big32(value)[(4 - size)..];
            return isLittle ? [.. big.Reverse()] : big;
        }
        return
        [
            .. isLittle ? "II"u8 : "MM"u8, .. Of(42, 2), .. Of(8, 4), .. Of(fields.Length, 2),
            .. fields.SelectMany(f => (byte[])[.. Of(f.Tag, 2), .. Of(4, 2), .. Of(f.Count, 4), .. Of(f.Value, 4)]),
            .. Of(next, 4),
        ];
    }

    /// <summary>The fields of a small grey TIFF of one strip.</summary>
    public static (int Tag, uint Count, uint Value)[] TiffOf(uint width, uint height) =>
        [(256, 1, width), (257, 1, height), (258, 1, 8), (262, 1, 1), (273, 1, 8), (278, 1, height), (279, 1, 1)];

    /// <summary>A HEIF whose primary item, number 2, has the second of two sizes.</summary>
    public static byte[] Heif(string brand, (int Width, int Height) first, (int Width, int Height) second) =>
    [
        .. Box("ftyp", [.. System.Text.Encoding.ASCII.GetBytes(brand), 0, 0, 0, 0, .. "mif1"u8]),
        .. Box("meta",
        [
            0, 0, 0, 0,
            .. Box("pitm", [0, 0, 0, 0, 0, 2]),
            .. Box("iprp",
            [
                .. Box("ipco",
                [
                    .. Box("ispe", [0, 0, 0, 0, .. Big32(first.Width), .. Big32(first.Height)]),
                    .. Box("ispe", [0, 0, 0, 0, .. Big32(second.Width), .. Big32(second.Height)]),
                ]),
                .. Box("ipma", [0, 0, 0, 0, .. Big32(2), 0, 1, 1, 1, 0, 2, 1, 0x82]),
            ]),
        ]),
    ];

    public static byte[] Box(string type, byte[] content) =>
        [.. Big32(content.Length + 8), .. System.Text.Encoding.ASCII.GetBytes(type), .. content];

    public static byte[] Big16(int value) => [(byte)(value >> 8), (byte)value];

    public static byte[] Big32(long value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)value);
        return bytes;
    }

    /// <summary>Bit by bit (ISO/IEC 15948, annex D).</summary>
    static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var bit in bytes.SelectMany(one => Enumerable.Range(0, 8).Select(n => one >> n & 1)))
            crc = ((crc ^ (uint)bit) & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        return ~crc;
    }
}
