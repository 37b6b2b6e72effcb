namespace Writethru.Formats.PictureFiles;

/// <summary>What a picture file is, told by its first bytes alone, never by its name or a declared type.</summary>
public enum PictureKind
{
    /// <summary>JPEG (ISO/IEC 10918-1).</summary>
    Jpeg,

    /// <summary>PNG (ISO/IEC 15948), animated or not.</summary>
    Png,

    /// <summary>WebP: a RIFF file with a frame of VP8 or VP8L, or several.</summary>
    WebP,

    /// <summary>TIFF 6.0 in either byte order, and BigTIFF, whose header is not read.</summary>
    Tiff,

    /// <summary>HEIF (ISO/IEC 23008-12) whose pictures are not AV1: HEIC from telephones.</summary>
    Heic,

    /// <summary>HEIF with pictures of AV1.</summary>
    Avif,
}
