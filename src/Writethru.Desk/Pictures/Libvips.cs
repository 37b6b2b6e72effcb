using System.Collections.Immutable;
using NetVips;

namespace Writethru.Desk.Pictures;

/// <summary>The pixels: everything that is asked of libvips.</summary>
static class Libvips
{
    /// <summary>The quality of the JPEGs that are made, of 100: no faults are seen at these sizes.</summary>
    const int Quality = 82;

    static readonly string[] _loaders =
    [
        "VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadTiff",
        "VipsForeignLoadHeif",
    ];

    /// <summary>libvips calls it as long as the process lives, so it must be held.</summary>
    static readonly NetVips.Log.LogDelegate _silence = (_, _, _) => { };

    /// <summary>
    /// One setting for the process: nothing kept from one picture to the next, and no reader but those of the kinds
    /// that are taken in, whatever bytes of a picture call themselves. Its warnings are about pictures, which are
    /// refused or not; they would go to the console past our log.
    /// </summary>
    static Libvips()
    {
        Cache.Max = 0;
        NetVips.NetVips.BlockUntrusted = true;
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in _loaders)
            Operation.Block(loader, false);
        NetVips.Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning | Enums.LogLevelFlags.Message, _silence);
    }

    /// <summary>Thumbnail and preview of a picture, from one decode of it.</summary>
    /// <exception cref="VipsException">It cannot be decoded, or it was cancelled.</exception>
    public static ImmutableArray<MadeRendition> Make(byte[] original, CancellationToken cancel)
    {
        // Upright, in sRGB, never larger than it was; the decoder shrinks as it reads where it can. What the decoder
        // has to fail on reaches it as an option in words only: the parameter of that name is not passed on to it.
        using var shrunk = Image.ThumbnailBuffer(original, MadeRendition.PreviewSide, height: MadeRendition.PreviewSide,
            size: Enums.Size.Down, outputProfile: HasOtherColours(original) ? "srgb" : null,
            optionString: "[fail-on=error]");
        shrunk.SetProgress(new Silent(), cancel);
        // What was shrunk can be read once, in order.
        using var preview = shrunk.CopyMemory();
        using var thumbnail = preview.ThumbnailImage(
            MadeRendition.ThumbnailSide, height: MadeRendition.ThumbnailSide, size: Enums.Size.Down, noRotate: true);
        return [Written("thumbnail", thumbnail), Written("preview", preview)];
    }

    /// <summary>What a rendition that was made here looks like.</summary>
    public static PictureLook LookOf(byte[] rendition)
    {
        using var shrunk = Image.ThumbnailBuffer(rendition, PictureLook.Side, height: PictureLook.Side,
            size: Enums.Size.Force);
        return new([.. shrunk.WriteToMemory<byte>()]);
    }

    /// <summary>
    /// Whether its colours are those of a profile or of print, by its header alone: what says nothing is sRGB, and the
    /// way through profiles costs more than all the rest.
    /// </summary>
    static bool HasOtherColours(byte[] original)
    {
        using var header = Image.NewFromBuffer(original, access: Enums.Access.Sequential);
        return header.Interpretation == Enums.Interpretation.Cmyk || header.Contains("icc-profile-data");
    }

    static MadeRendition Written(string name, Image image)
    {
        using var colour = image.Colourspace(Enums.Interpretation.Srgb);
        using var opaque = colour.HasAlpha() ? colour.Flatten(background: [255, 255, 255]) : colour.Copy();
        using var bytes = opaque.Cast(Enums.BandFormat.Uchar);
        return new(name, bytes.Width, bytes.Height,
            bytes.JpegsaveBuffer(q: Quality, optimizeCoding: true, keep: Enums.ForeignKeep.None));
    }

    /// <summary>libvips looks at a cancellation only where it may tell of its progress.</summary>
    sealed class Silent : IProgress<int>
    {
        public void Report(int value) { }
    }
}
