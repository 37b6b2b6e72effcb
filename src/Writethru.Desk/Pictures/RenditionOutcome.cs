using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.PictureFiles;

namespace Writethru.Desk.Pictures;

/// <summary>What became of a picture file that renditions were to be made of.</summary>
public abstract record RenditionOutcome
{
    RenditionOutcome() { }

    /// <summary>It is a picture and may be kept.</summary>
    /// <param name="Header">What the original says of itself.</param>
    /// <param name="Renditions">
    /// Thumbnail and preview, in this order; empty for a kind that is kept and not decoded, which a remark says.
    /// </param>
    /// <param name="Remarks">What was noticed, none of it an error.</param>
    public sealed record Made(
        PictureHeader Header, ImmutableArray<MadeRendition> Renditions, ImmutableArray<Remark> Remarks)
        : RenditionOutcome;

    /// <summary>No rendition was made.</summary>
    /// <param name="Remark">Why, with a stable code (PIC-…).</param>
    public sealed record Refused(Remark Remark) : RenditionOutcome
    {
        /// <summary>Whether nothing is wrong with the picture: all slots were taken for too long.</summary>
        public bool IsBusy => Remark.Code == PictureRemarks.BusyCode;
    }
}

/// <summary>A smaller JPEG of a picture: upright, in sRGB, without any metadata.</summary>
/// <param name="Name"><c>thumbnail</c> or <c>preview</c>.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Bytes">The file; the same original gives the same bytes in one build.</param>
public sealed record MadeRendition(string Name, int Width, int Height, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The longest side of a thumbnail, in pixels.</summary>
    public const int ThumbnailSide = 400;

    /// <summary>The longest side of a preview, in pixels.</summary>
    public const int PreviewSide = 1200;

    /// <summary>Always <c>image/jpeg</c>.</summary>
    public string MediaType { get; } = "image/jpeg";
}
