using System.Buffers.Binary;
using System.Text;
using Writethru.Copy;

namespace Writethru.Formats.PictureFiles;

/// <summary>
/// Takes the metadata out of a JPEG: Exif and XMP in APP1, Photoshop's blocks in APP13, JUMBF in APP11.
/// </summary>
static class JpegParts
{
    /// <summary>GUID, length and offset before each part of extended XMP.</summary>
    const int ExtendedHead = 40;

    public static ReadOnlySpan<byte> ExifHeader => "Exif\0"u8;

    public static ReadOnlySpan<byte> XmpHeader => "http://ns.adobe.com/xap/1.0/\0"u8;

    public static ReadOnlySpan<byte> ExtendedHeader => "http://ns.adobe.com/xmp/extension/\0"u8;

    public static ReadOnlySpan<byte> PhotoshopHeader => "Photoshop 3.0\0"u8;

    public static ReadOnlySpan<byte> MultiPictureHeader => "MPF\0"u8;

    /// <summary>Takes out what there is.</summary>
    public static void Read(ReadOnlySpan<byte> jpeg, PictureParts parts)
    {
        var segments = JpegSegments.Find(jpeg);
        if (!segments.HasScan)
            parts.Findings.Add(MetadataRemarks.Cut, Severity.Warning, "The JPEG has no scan where one was expected.");
        var photoshop = new List<byte[]>();
        foreach (var segment in segments.All)
        {
            var payload = segment.Payload(jpeg);
            if (IsPhotoshop(segment, jpeg))
                photoshop.Add(payload[PhotoshopHeader.Length..].ToArray());
            else if (segment.Marker == JpegSegments.App13 && payload is [0x1C, ..])
                parts.Iim.Add(payload.ToArray());
            else if (segment.Marker == JpegSegments.App1)
                ReadApp1(payload, parts);
            else if (IsManifest(segment, jpeg))
                parts.HasManifest = true;
        }
        PhotoshopBlocks.Read(photoshop, parts);
    }

    public static bool IsPhotoshop(JpegSegment segment, ReadOnlySpan<byte> jpeg) =>
        segment.Marker == JpegSegments.App13 && segment.Payload(jpeg).StartsWith(PhotoshopHeader);

    public static bool IsXmp(JpegSegment segment, ReadOnlySpan<byte> jpeg) => segment.Marker == JpegSegments.App1
        && segment.Payload(jpeg) is var payload
        && (payload.StartsWith(XmpHeader) || payload.StartsWith(ExtendedHeader));

    /// <summary>A superbox of JUMBF whose description is that of a manifest store (C2PA, 11.3.1).</summary>
    static bool IsManifest(JpegSegment segment, ReadOnlySpan<byte> jpeg) => segment.Marker == JpegSegments.App11
        && segment.Payload(jpeg) is var payload && payload.StartsWith("JP"u8)
        && payload[..Math.Min(128, payload.Length)].IndexOf("c2pa"u8) >= 0;

    static void ReadApp1(ReadOnlySpan<byte> payload, PictureParts parts)
    {
        if (payload.StartsWith(ExifHeader) && payload.Length > 6)
        {
            // A second segment is what does not fit the first in some cameras' files, and no directory of its own.
            parts.Exif ??= payload[6..].ToArray();
        }
        else if (payload.StartsWith(XmpHeader))
            parts.Xmp.Add(payload[XmpHeader.Length..].ToArray());
        else if (payload.StartsWith(ExtendedHeader) && payload.Length >= ExtendedHeader.Length + ExtendedHead)
        {
            var head = payload[ExtendedHeader.Length..];
            parts.Extended.Add(new ExtendedXmpPart(
                Encoding.Latin1.GetString(head[..32]),
                BinaryPrimitives.ReadUInt32BigEndian(head[32..]),
                BinaryPrimitives.ReadUInt32BigEndian(head[36..]),
                head[ExtendedHead..].ToArray()));
        }
    }
}
