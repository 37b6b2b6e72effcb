using System.Buffers.Binary;
using Writethru.Copy;

namespace Writethru.Formats.PictureFiles;

/// <summary>Takes the metadata out of a WebP: the chunks XMP, EXIF and C2PA of its RIFF.</summary>
static class WebPParts
{
    const int MostChunks = 10_000;

    /// <summary>Takes out what there is.</summary>
    public static void Read(ReadOnlySpan<byte> webp, PictureParts parts)
    {
        var at = 12;
        for (var chunks = 0; chunks < MostChunks && at + 8 <= webp.Length; chunks++)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(webp[(at + 4)..]);
            if (length > webp.Length - at - 8)
            {
                parts.Findings.Add(MetadataRemarks.Cut, Severity.Warning,
                    $"The chunk at byte {at} ends behind the file.");
                return;
            }
            var kind = webp.Slice(at, 4);
            var value = webp.Slice(at + 8, (int)length);
            if (kind.SequenceEqual("XMP "u8))
                parts.Xmp.Add(value.ToArray());
            else if (kind.SequenceEqual("EXIF"u8))
                parts.Exif ??= value[(value.StartsWith(JpegParts.ExifHeader) && value.Length > 6 ? 6 : 0)..].ToArray();
            else if (kind.SequenceEqual("C2PA"u8))
                parts.HasManifest = true;
            at += 8 + (int)length + (int)(length % 2);
        }
    }
}
