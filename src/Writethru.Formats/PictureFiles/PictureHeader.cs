using System.Diagnostics.CodeAnalysis;

namespace Writethru.Formats.PictureFiles;

/// <summary>What a picture file says of itself before anything of it is decoded.</summary>
/// <remarks>
/// Nothing here is proven: a decoder may find other pixels. Reading never throws, never looks beyond the bytes, and its
/// steps are bounded by their length. What else the bytes may be read as (a page, an archive) changes nothing: they are
/// what their first bytes say.
/// </remarks>
public sealed record PictureHeader
{
    /// <summary>By its first bytes.</summary>
    public required PictureKind Kind { get; init; }

    /// <summary>Width in pixels as stored, before any orientation; at least 1.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels as stored, before any orientation; at least 1.</summary>
    public required int Height { get; init; }

    /// <summary>
    /// Samples a pixel: 1 grey, 2 with alpha, 3 colour, 4 with alpha or CMYK. A palette counts as colour.
    /// </summary>
    public int Channels { get; init; } = 3;

    /// <summary>Bits a sample once decoded; 1 to 64.</summary>
    public int BitsPerSample { get; init; } = 8;

    /// <summary>Pages of a TIFF or frames of an animation, at least 1; TIFF pages are counted up to 1,000.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>Whether the pages are the frames of an animation.</summary>
    public bool IsAnimated { get; init; }

    /// <summary>Passes in which the whole picture is coded: those of a progressive JPEG; 1 for all else.</summary>
    public int Scans { get; init; } = 1;

    /// <summary>Whether the file ends before the end that its own structure gives it.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>
    /// Bytes after the end of the picture, which no viewer shows; 0 for kinds that do not say where they end.
    /// </summary>
    public int TrailingBytes { get; init; }

    /// <summary>
    /// Bits that a decoder must hold of each pixel of the whole picture at once; 0 when it can go line by line.
    /// </summary>
    internal int HeldBitsPerPixel { get; init; }

    /// <summary>Bytes that a decoder must hold at once whatever it is asked for, such as one strip of a TIFF.</summary>
    internal long HeldAtLeast { get; init; }

    /// <summary>Pixels of one page.</summary>
    public long Pixels => (long)Width * Height;

    /// <summary>Bytes of one page when decoded.</summary>
    public long DecodedBytes => Times(Pixels, Channels * (long)((BitsPerSample + 7) / 8));

    /// <summary>
    /// Bytes that a decoder has to hold at once: nearly none for a picture that is decoded line by line, all of it and
    /// more for a progressive JPEG, an interlaced PNG, WebP, HEIF.
    /// </summary>
    public long HeldBytes => Math.Max(HeldAtLeast, Times(Pixels, HeldBitsPerPixel) / 8);

    /// <summary>The media type of the kind.</summary>
    public string MediaType => Kind switch
    {
        PictureKind.Jpeg => "image/jpeg",
        PictureKind.Png => "image/png",
        PictureKind.WebP => "image/webp",
        PictureKind.Tiff => "image/tiff",
        PictureKind.Heic => "image/heic",
        _ => "image/avif",
    };

    /// <summary>The ending of a file name for the kind, without a dot.</summary>
    public string Extension => Kind switch
    {
        PictureKind.Jpeg => "jpg",
        PictureKind.Png => "png",
        PictureKind.WebP => "webp",
        PictureKind.Tiff => "tif",
        PictureKind.Heic => "heic",
        _ => "avif",
    };

    /// <summary>The kind by the first bytes; null when they are of no picture that is taken in.</summary>
    public static PictureKind? KindOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => PictureKind.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PictureKind.Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] =>
            PictureKind.WebP,
        [(byte)'I', (byte)'I', 42 or 43, 0, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..] => PictureKind.Tiff,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => HeifBoxes.KindOf(bytes),
        _ => null,
    };

    /// <summary>
    /// Reads the header. False when the bytes are of no picture (<see cref="KindOf"/> is null then), or when the header
    /// of one cannot be read: cut off before its size, a size of 0, a checksum that fails, directories in a circle.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out PictureHeader? header)
    {
        header = KindOf(bytes) switch
        {
            PictureKind.Jpeg => JpegMarkers.Header(bytes),
            PictureKind.Png => PngChunks.Header(bytes),
            PictureKind.WebP => WebPChunks.Header(bytes),
            PictureKind.Tiff => TiffDirectories.Header(bytes),
            { } kind => HeifBoxes.Header(bytes, kind),
            null => null,
        };
        if (header is { Width: > 0, Height: > 0, Channels: > 0, BitsPerSample: > 0 })
            return true;
        header = null;
        return false;
    }

    /// <summary>The product of two numbers that are not negative, or the greatest number.</summary>
    internal static long Times(long one, long other) =>
        (long)UInt128.Min((UInt128)(ulong)one * (ulong)other, long.MaxValue);
}
