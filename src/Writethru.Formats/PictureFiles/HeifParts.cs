using System.Buffers.Binary;
using System.Text;
using Writethru.Copy;

namespace Writethru.Formats.PictureFiles;

/// <summary>
/// Takes the metadata out of HEIC and AVIF: the items of Exif and XMP that the meta box names (ISO/IEC 23008-12,
/// annex A).
/// </summary>
static class HeifParts
{
    const int MostBoxes = 10_000;
    const int MostItems = 1_000;

    static ReadOnlySpan<byte> ManifestId =>
        [0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81];

    /// <summary>Takes out what there is.</summary>
    public static void Read(ReadOnlySpan<byte> heif, PictureParts parts)
    {
        var boxes = heif;
        for (var i = 0; i < MostBoxes && HeifBoxes.TryBox(ref boxes, out var type, out var box, out _); i++)
            parts.HasManifest |= type.SequenceEqual("uuid"u8) && box.StartsWith(ManifestId);
        HeifBoxes.Find(heif, "meta"u8, out var meta);
        if (meta.Length < 4)
            return;
        HeifBoxes.Find(meta[4..], "iinf"u8, out var kindsBox);
        HeifBoxes.Find(meta[4..], "iloc"u8, out var placesBox);
        var places = PlacesIn(new BoxReader(placesBox));
        foreach (var (item, kind) in KindsIn(kindsBox))
        {
            if (!places.TryGetValue(item, out var place))
                continue;
            if (place.Length <= 0 || place.At > heif.Length || place.Length > heif.Length - place.At)
                parts.Findings.Add(MetadataRemarks.Cut, Severity.Warning, $"The item {kind} ends behind the file.");
            else if (kind == "Exif")
                parts.Exif ??= TiffIn(heif.Slice((int)place.At, (int)place.Length));
            else if (kind == "mime" && parts.Xmp.Count < 2)
                parts.Xmp.Add(heif.Slice((int)place.At, (int)place.Length).ToArray());
        }
    }

    /// <summary>Four bytes say how far behind them the TIFF begins.</summary>
    static byte[]? TiffIn(ReadOnlySpan<byte> exif) =>
        exif.Length > 4 && BinaryPrimitives.ReadUInt32BigEndian(exif) is var skip && skip < exif.Length - 4
            ? exif[(4 + (int)skip)..].ToArray()
            : null;

    /// <summary>The items of Exif and XMP, by their entries (14496-12, 8.11.6).</summary>
    static Dictionary<uint, string> KindsIn(ReadOnlySpan<byte> iinf)
    {
        var kinds = new Dictionary<uint, string>();
        if (iinf.Length < 8)
            return kinds;
        var entries = iinf[(iinf[0] == 0 ? 6 : 8)..];
        for (var i = 0; i < MostItems && HeifBoxes.TryBox(ref entries, out var type, out var box, out _); i++)
        {
            var entry = new BoxReader(box);
            var version = entry.Number(1);
            entry.Number(3);
            if (!type.SequenceEqual("infe"u8) || version is not (2 or 3))
                continue;
            var item = (uint)entry.Number(version == 2 ? 2 : 4);
            entry.Number(2);
            var name = entry.Text(4);
            if (name == "Exif" || name == "mime" && box.IndexOf("application/rdf+xml"u8) >= 0)
                kinds.TryAdd(item, name);
        }
        return kinds;
    }

    /// <summary>
    /// Items of one stretch in the file itself (8.11.3); others are no metadata that anybody writes.
    /// </summary>
    static Dictionary<uint, (long At, long Length)> PlacesIn(BoxReader iloc)
    {
        var places = new Dictionary<uint, (long, long)>();
        var version = iloc.Number(1);
        iloc.Number(3);
        var sizes = iloc.Number(2);
        var (offset, length, origin, index) =
            ((int)(sizes >> 12 & 15), (int)(sizes >> 8 & 15), (int)(sizes >> 4 & 15), (int)(sizes & 15));
        var count = iloc.Number(version < 2 ? 2 : 4);
        for (var i = 0; i < Math.Min(count, MostItems) && !iloc.IsAtEnd; i++)
        {
            var item = (uint)iloc.Number(version < 2 ? 2 : 4);
            var method = version > 0 ? iloc.Number(2) & 15 : 0;
            iloc.Number(2);
            var from = iloc.Number(origin);
            var extents = iloc.Number(2);
            for (var j = 0; j < extents && !iloc.IsAtEnd; j++)
            {
                if (version > 0)
                    iloc.Number(index);
                var (at, size) = (iloc.Number(offset), iloc.Number(length));
                if (j == 0 && extents == 1 && method == 0 && from >= 0 && at >= 0 && from <= long.MaxValue - at)
                    places.TryAdd(item, (from + at, size));
            }
        }
        return places;
    }

    /// <summary>Reads numbers one after the other; behind the end they are 0.</summary>
    ref struct BoxReader(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> _rest = bytes;

        public readonly bool IsAtEnd => _rest.IsEmpty;

        public long Number(int size)
        {
            var number = 0L;
            foreach (var octet in Take(size))
                number = number << 8 | octet;
            return number;
        }

        public string Text(int size) =>
            Encoding.Latin1.GetString(Take(size));

        ReadOnlySpan<byte> Take(int size)
        {
            if (size > _rest.Length)
            {
                _rest = [];
                return [];
            }
            var taken = _rest[..size];
            _rest = _rest[size..];
            return taken;
        }
    }
}
