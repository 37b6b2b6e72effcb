using System.Buffers.Binary;
using System.IO.Compression;
using Writethru.Copy;

namespace Writethru.Formats.PictureFiles;

/// <summary>Takes the metadata out of a PNG: XMP in iTXt, Exif in eXIf, JUMBF in caBX.</summary>
static class PngParts
{
    const int MostChunks = 10_000;

    static ReadOnlySpan<byte> XmpKey => "XML:com.adobe.xmp\0"u8;

    /// <summary>Takes out what there is.</summary>
    public static void Read(ReadOnlySpan<byte> png, PictureParts parts)
    {
        var at = 8;
        for (var chunks = 0; chunks < MostChunks && at + 12 <= png.Length; chunks++)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            if (length > png.Length - at - 12)
            {
                parts.Findings.Add(MetadataRemarks.Cut, Severity.Warning,
                    $"The chunk at byte {at} ends behind the file.");
                return;
            }
            var kind = png.Slice(at + 4, 4);
            var value = png.Slice(at + 8, (int)length);
            if (kind.SequenceEqual("iTXt"u8) && value.StartsWith(XmpKey) && parts.Xmp.Count < 2)
                ReadText(value[XmpKey.Length..], parts);
            else if (kind.SequenceEqual("eXIf"u8))
                parts.Exif ??= value.ToArray();
            else if (kind.SequenceEqual("caBX"u8))
                parts.HasManifest = true;
            at += 12 + (int)length;
        }
    }

    /// <summary>A flag and a method of compression, a language and a keyword in it, then the text.</summary>
    static void ReadText(ReadOnlySpan<byte> value, PictureParts parts)
    {
        if (value.Length < 4)
            return;
        var isPacked = value[0] == 1;
        var rest = value[2..];
        for (var i = 0; i < 2; i++)
        {
            var end = rest.IndexOf((byte)0);
            if (end < 0)
                return;
            rest = rest[(end + 1)..];
        }
        if (!isPacked)
            parts.Xmp.Add(rest.ToArray());
        else if (Inflate(rest) is { } text)
            parts.Xmp.Add(text);
        else
            parts.Findings.Add(MetadataRemarks.Packet, Severity.Warning,
                "XMP that cannot be unpacked, or is too long.");
    }

    static byte[]? Inflate(ReadOnlySpan<byte> packed)
    {
        using var source = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        var most = XmpPacket.Limits.MaxBytes;
        var (text, buffer) = (new List<byte>(), new byte[16 * 1024]);
        try
        {
            while (text.Count <= most && source.Read(buffer) is var count and > 0)
                text.AddRange(buffer.AsSpan(0, count));
        }
        catch (InvalidDataException)
        {
            return null;
        }
        return text.Count > most ? null : [.. text];
    }
}
