using Writethru.Formats.Binding;

namespace Writethru.Formats.PictureFiles;

/// <summary>The metadata that a picture's file carries, taken out of it and not yet read.</summary>
/// <param name="findings">Where remarks go.</param>
sealed class PictureParts(Findings findings)
{
    /// <summary>Where remarks go.</summary>
    public Findings Findings { get; } = findings;

    /// <summary>The blocks of IIM, in the order of the file.</summary>
    public List<byte[]> Iim { get; } = [];

    /// <summary>MD5 of the IIM as whoever wrote the XMP last saw it (8BIM 0x0425); null when none.</summary>
    public byte[]? Digest { get; set; }

    /// <summary>The packets of XMP; the first counts.</summary>
    public List<byte[]> Xmp { get; } = [];

    /// <summary>The parts of extended XMP.</summary>
    public List<ExtendedXmpPart> Extended { get; } = [];

    /// <summary>Exif: a structure of TIFF from its byte order on; null when none.</summary>
    public byte[]? Exif { get; set; }

    /// <summary>Whether there is a manifest of C2PA.</summary>
    public bool HasManifest { get; set; }
}

/// <summary>One segment of extended XMP (XMP specification, part 3, 1.1.3.1).</summary>
/// <param name="Guid">MD5 of the whole, 32 hexadecimal digits.</param>
/// <param name="Whole">Length of the whole.</param>
/// <param name="Offset">Where in the whole this part stands.</param>
/// <param name="Bytes">The part.</param>
readonly record struct ExtendedXmpPart(string Guid, uint Whole, uint Offset, byte[] Bytes);
