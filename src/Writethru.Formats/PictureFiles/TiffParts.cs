namespace Writethru.Formats.PictureFiles;

/// <summary>Takes the metadata out of a TIFF: the file is its own Exif.</summary>
static class TiffParts
{
    /// <summary>Takes out what there is.</summary>
    public static void Read(ReadOnlySpan<byte> tiff, PictureParts parts)
    {
        parts.Exif = tiff.ToArray();
        var tags = TiffTags.Read(parts.Exif, new Binding.Findings());
        if (tags.Raw("IFD0", TiffNames.Xmp) is { } xmp)
            parts.Xmp.Add(xmp);
        if (tags.Raw("IFD0", TiffNames.Photoshop) is { } photoshop)
            PhotoshopBlocks.Read([photoshop], parts);
        if (parts.Iim.Count == 0 && tags.Raw("IFD0", TiffNames.Iim) is { } iim)
            parts.Iim.Add(iim);
    }
}
