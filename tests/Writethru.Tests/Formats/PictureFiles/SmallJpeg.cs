using System.Buffers.Binary;
using System.Text;

namespace Writethru.Tests.Formats.PictureFiles;

/// <summary>JPEGs made byte by byte: one grey block of 8 × 8 points, and whatever metadata a test wants.</summary>
static class SmallJpeg
{
    static readonly byte[] _jfif = [0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0];

    /// <summary>Tables, one code of one bit each, and a scan of two codes.</summary>
    static readonly byte[] _picture =
    [
        0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)1, 64),
        0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0,
        0xFF, 0xC4, 0, 20, 0x00, 1, .. new byte[15], 0,
        0xFF, 0xC4, 0, 20, 0x10, 1, .. new byte[15], 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x3F,
        0xFF, 0xD9,
    ];

    /// <summary>A picture with these segments behind its JFIF head.</summary>
    public static byte[] With(params byte[][] segments) =>
        [0xFF, 0xD8, .. _jfif, .. segments.SelectMany(segment => segment), .. _picture];

    /// <summary>What stands from the first scan on.</summary>
    public static ReadOnlySpan<byte> ScanOf(ReadOnlySpan<byte> jpeg) =>
        jpeg[jpeg.LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA])..];

    public static byte[] Segment(byte marker, params byte[][] parts)
    {
        var payload = parts.SelectMany(part => part).ToArray();
        return [0xFF, marker, .. BigEndian2(payload.Length + 2), .. payload];
    }

    public static byte[] Photoshop(params byte[][] blocks) => Segment(0xED, ["Photoshop 3.0\0"u8.ToArray(), .. blocks]);

    public static byte[] Block(int id, byte[] value) =>
        [.. "8BIM"u8, .. BigEndian2(id), 0, 0, .. BigEndian4(value.Length), .. value, .. new byte[value.Length % 2]];

    public static byte[] IimBlock(params byte[][] datasets) => Block(0x0404, [.. datasets.SelectMany(set => set)]);

    public static byte[] Digest(params byte[][] datasets) =>
        Block(0x0425, Writethru.Formats.PictureFiles.IimBlock.DigestOf(datasets.SelectMany(set => set).ToArray()));

    public static byte[] Dataset(int number, string text, Encoding? encoding = null) =>
        Dataset(2, number, (encoding ?? Encoding.UTF8).GetBytes(text));

    public static byte[] Dataset(int record, int number, byte[] value) =>
        [0x1C, (byte)record, (byte)number, .. BigEndian2(value.Length), .. value];

    /// <summary><c>ESC % G</c></summary>
    public static byte[] Utf8 => Dataset(1, 90, [0x1B, 0x25, 0x47]);

    public static byte[] Xmp(string properties) => Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0"u8.ToArray(),
        Encoding.UTF8.GetBytes(Packet(properties)));

    public static byte[] Extended(string guid, int whole, int offset, byte[] part) =>
        Segment(0xE1, "http://ns.adobe.com/xmp/extension/\0"u8.ToArray(), Encoding.ASCII.GetBytes(guid),
            BigEndian4(whole), BigEndian4(offset), part);

    public static string Packet(string properties) =>
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
        + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        + " xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" xmlns:xmpNote=\"http://ns.adobe.com/xmp/note/\""
        + " xmlns:xmpRights=\"http://ns.adobe.com/xap/1.0/rights/\" xmlns:plus=\"http://ns.useplus.org/ldf/xmp/1.0/\""
        + " xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\" xmlns:odd=\"urn:example:odd\">"
        + $"{properties}</rdf:Description></rdf:RDF></x:xmpmeta>";

    public static byte[] BigEndian2(int number)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)number);
        return bytes;
    }

    public static byte[] BigEndian4(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
