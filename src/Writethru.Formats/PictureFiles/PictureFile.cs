using Writethru.Copy;
using Writethru.Formats.Binding;

namespace Writethru.Formats.PictureFiles;

/// <summary>Reads what the metadata of a picture's file says. Stateless and safe to use from many threads.</summary>
public static class PictureFile
{
    /// <summary>The name under which an item is kept that is the file of a picture.</summary>
    public const string Name = "picture";

    /// <summary>
    /// Reads IIM, XMP and Exif of a JPEG, PNG, WebP, TIFF, HEIC or AVIF. Never throws for bad bytes, decodes no pixel,
    /// and is bounded by the length of the bytes.
    /// </summary>
    /// <remarks>
    /// XMP counts over IIM, and both over Exif, unless the digest beside the IIM says that it was changed after the XMP
    /// (Metadata Working Group, Guidelines for Handling Image Metadata 2.0, 3.3). What limits use binds wherever it
    /// stands.
    /// </remarks>
    public static PictureFileReading Read(ReadOnlySpan<byte> bytes)
    {
        var parts = new PictureParts(new Findings());
        var kind = PictureHeader.KindOf(bytes);
        switch (kind)
        {
            case PictureKind.Jpeg:
                JpegParts.Read(bytes, parts);
                break;
            case PictureKind.Png:
                PngParts.Read(bytes, parts);
                break;
            case PictureKind.WebP:
                WebPParts.Read(bytes, parts);
                break;
            case PictureKind.Tiff:
                TiffParts.Read(bytes, parts);
                break;
            case PictureKind.Heic or PictureKind.Avif:
                HeifParts.Read(bytes, parts);
                break;
            default:
                parts.Findings.Add(MetadataRemarks.Unknown, Severity.Warning,
                    "Found bytes of no kind of picture that is known, expected JPEG, PNG, WebP, TIFF, HEIC or AVIF.");
                break;
        }
        var sources = PictureSources.Read(parts);
        return new PictureFileReading
        {
            Kind = kind,
            Take = new PictureTake(sources, parts.Findings).Build(),
            HasManifest = parts.HasManifest,
            Properties = [.. sources.Properties],
            Remarks = [.. parts.Findings.Remarks],
        };
    }
}
