using Writethru.Copy;
using Writethru.Formats.PictureFiles;

namespace Writethru.Desk.Pictures;

/// <summary>Says no to a picture by what its header says, before a decoder sees a byte of it.</summary>
static class PictureLimits
{
    /// <summary>A progressive JPEG of ten scans is ordinary; each one is a pass over the whole picture.</summary>
    public const int MostScans = 100;

    /// <summary>What a picture may always become, however small its file.</summary>
    public const long FreeBytes = 64L << 20;

    /// <summary>The header, or why the picture is refused.</summary>
    public static (PictureHeader? Header, Remark? Refusal) Check(ReadOnlySpan<byte> bytes, PictureOptions options)
    {
        if (PictureHeader.KindOf(bytes) is not { } kind)
            return (null, PictureRemarks.NoPicture(bytes));
        if (bytes.Length > options.MaxBytes)
            return (null, PictureRemarks.TooManyBytes(bytes.Length, options.MaxBytes));
        return PictureHeader.TryRead(bytes, out var header)
            ? (header, Refusal(header, bytes, options))
            : (null, PictureRemarks.Unreadable(kind));
    }

    static Remark? Refusal(PictureHeader header, ReadOnlySpan<byte> bytes, PictureOptions options)
    {
        if (header.Pixels > options.MaxPixels)
            return PictureRemarks.TooManyPixels(header, options.MaxPixels);
        if (header.DecodedBytes > FreeBytes && header.DecodedBytes > (long)options.MaxRatio * bytes.Length)
            return PictureRemarks.Ratio(header, bytes.Length, options.MaxRatio);
        if (header.HeldBytes > options.MaxDecodeBytes)
            return PictureRemarks.TooMuchHeld(header, options.MaxDecodeBytes);
        if (header.Scans > MostScans)
            return PictureRemarks.TooManyScans(header, MostScans);
        if (header.IsCutShort)
            return PictureRemarks.CutShort(header);
        return header.Kind == PictureKind.Png && !InflatedChunks.AreWithin(bytes)
            ? PictureRemarks.Inflated(InflatedChunks.MostBytes)
            : null;
    }
}
