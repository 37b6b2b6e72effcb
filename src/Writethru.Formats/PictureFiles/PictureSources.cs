using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.PictureFiles;

/// <summary>The three kinds of metadata of one file, and which of them counts.</summary>
sealed class PictureSources
{
    readonly IimBlock _iim;
    readonly XmpPacket? _xmp;
    readonly bool _isIimFirst;

    PictureSources(IimBlock iim, XmpPacket? xmp, TiffTags? exif, bool isIimFirst)
    {
        _iim = iim;
        _xmp = xmp;
        Exif = exif;
        _isIimFirst = isIimFirst;
    }

    /// <summary>Exif; null when there is none.</summary>
    public TiffTags? Exif { get; }

    /// <summary>Every property, for people.</summary>
    public IEnumerable<PictureProperty> Properties => _iim.Properties
        .Concat((_xmp?.Values ?? []).Select(value => new PictureProperty("XMP",
            value.Language.Length > 0 ? $"{value.Path} ({value.Language})" : value.Path, value.Value)))
        .Concat(Exif?.Properties ?? []);

    /// <summary>Reads the parts of a file.</summary>
    public static PictureSources Read(PictureParts parts)
    {
        var xmp = ReadXmp(parts);
        var isChanged = xmp is not null && parts.Digest is { } digest && IimBlock.IsOther(parts.Iim, digest);
        if (isChanged)
        {
            parts.Findings.Add(MetadataRemarks.Changed, Severity.Note,
                "The IIM was changed after the XMP was written: it counts first.");
        }
        return new PictureSources(IimBlock.Read(parts.Iim, parts.Findings), xmp,
            parts.Exif is { } exif ? TiffTags.Read(exif, parts.Findings) : null, isChanged);
    }

    /// <summary>
    /// The text that counts: of a field of IIM, a path of XMP, an entry of the first directory of Exif.
    /// </summary>
    public string Text(int iim, string xmp, int exif = 0) =>
        All(iim, xmp, exif).FirstOrDefault(text => text.Length > 0) ?? "";

    /// <summary>The texts of a field in all three, the one that counts first.</summary>
    public IEnumerable<string> All(int iim, string xmp, int exif = 0)
    {
        var ofXmp = xmp.Length > 0 && _xmp is not null ? [_xmp.Localized(xmp)] : Array.Empty<string>();
        var ofIim = iim > 0 ? _iim.Texts(iim) : [];
        var ofExif = exif > 0 && Exif is not null ? [Exif.Text("IFD0", exif)] : Array.Empty<string>();
        return (_isIimFirst ? ofIim.Concat(ofXmp) : ofXmp.Concat(ofIim)).Concat(ofExif);
    }

    /// <summary>The list that counts.</summary>
    public ImmutableArray<string> List(int iim, string xmp)
    {
        var (ofIim, ofXmp) = (_iim.Texts(iim), _xmp?.Texts(xmp) ?? []);
        return _isIimFirst ? (ofIim.IsEmpty ? ofXmp : ofIim) : ofXmp.IsEmpty ? ofIim : ofXmp;
    }

    /// <summary>A date of IIM and its time; empty when it has none.</summary>
    public string IimTime(int date, int time) => (_iim.Text(date), _iim.Text(time)) switch
    {
        ("" or "00000000", _) => "",
        (var day, "") => day,
        (var day, var clock) => $"{day}T{clock}",
    };

    /// <summary>A simple value of XMP.</summary>
    public string Xmp(string path) => _xmp?.Text(path) ?? "";

    /// <summary>Which of two times counts.</summary>
    public string First(string iim, string xmp) => _isIimFirst && iim.Length > 0 || xmp.Length == 0 ? iim : xmp;

    static XmpPacket? ReadXmp(PictureParts parts)
    {
        if (parts.Xmp.Count > 1)
            parts.Findings.Add(MetadataRemarks.Packet, Severity.Warning,
                $"{parts.Xmp.Count} packets of XMP; the first counts.");
        if (parts.Xmp.Count == 0 || XmpPacket.Read(parts.Xmp[0], parts.Findings) is not { } xmp)
            return null;
        var guid = xmp.Text($"xmpNote:{XmpNames.HasExtended}");
        if (guid.Length == 0 && parts.Extended.Count > 0)
            parts.Findings.Add(MetadataRemarks.Extended, Severity.Warning, "Extended XMP that no packet names.");
        if (guid.Length > 0 && ExtendedXmp.Join(parts.Extended, guid, parts.Findings) is { } whole
            && XmpPacket.Read(whole, parts.Findings) is { } further)
            xmp.Extend(further);
        return xmp;
    }
}
