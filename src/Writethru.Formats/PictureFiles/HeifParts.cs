using System.Buffers.Binary;
using System.Text;
using Writethru.Copy;

namespace Writethru.Formats.PictureFiles;

/// <summary>
/// Takes the metadata out of HEIC and AVIF: the items of Exif and XMP that the meta box names (ISO/IEC 23008-12, annex A).
/// </summary>
static class HeifParts
{
    const int MostBoxes = 10_000;
    const int MostItems = 1_000;

    static ReadOnlySpan<byte> ManifestId =>
        [0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81];

    public static bool AreIn(ReadOnlySpan<byte> bytes) => bytes.Length >= 12 && bytes[4..].StartsWith("ftyp"u8)
        && bytes[..Math.Min(64, bytes.Length)] is var head
        && (head.IndexOf("heic"u8) >= 0 || head.IndexOf("heix"u8) >= 0 || head.IndexOf("mif1"u8) >= 0
            || head.IndexOf("avif"u8) >= 0 || head.IndexOf("msf1"u8) >= 0);

    /// <summary>Takes out what there is.</summary>
    public static void Read(ReadOnlySpan<byte> heif, PictureParts parts)
    {
        var meta = default(Range?);
        foreach (var (kind, range) in Boxes(heif, 0, heif.Length))
        {
            if (kind == "meta")
                meta ??= range;
            else if (kind == "uuid" && heif[range].StartsWith(ManifestId))
                parts.HasManifest = true;
        }
        if (meta is not { } found || heif[found].Length < 4)
            return;
        var kinds = new Dictionary<uint, string>();
        var places = new Dictionary<uint, (long At, long Length)>();
        var (start, length) = found.GetOffsetAndLength(heif.Length);
        foreach (var (kind, range) in Boxes(heif, start + 4, start + length))
        {
            if (kind == "iinf")
                ReadKinds(heif, range, kinds);
            else if (kind == "iloc")
                ReadPlaces(new BoxReader(heif[range]), places);
        }
        foreach (var (item, kind) in kinds)
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

    static List<(string Kind, Range Value)> Boxes(ReadOnlySpan<byte> bytes, int from, int to)
    {
        var boxes = new List<(string, Range)>();
        for (var at = from; at + 8 <= to && boxes.Count < MostBoxes;)
        {
            long size = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            var head = 8;
            if (size == 1 && at + 16 <= to)
                (size, head) = (BinaryPrimitives.ReadInt64BigEndian(bytes[(at + 8)..]), 16);
            else if (size == 0)
                size = to - at;
            if (size < head || size > to - at)
                break;
            boxes.Add((Encoding.Latin1.GetString(bytes.Slice(at + 4, 4)), (at + head)..(at + (int)size)));
            at += (int)size;
        }
        return boxes;
    }

    static void ReadKinds(ReadOnlySpan<byte> heif, Range iinf, Dictionary<uint, string> kinds)
    {
        var (start, length) = iinf.GetOffsetAndLength(heif.Length);
        if (length < 6)
            return;
        foreach (var (kind, range) in Boxes(heif, start + (heif[start] == 0 ? 6 : 8), start + length))
        {
            var entry = new BoxReader(heif[range]);
            var version = entry.Number(1);
            entry.Number(3);
            if (kind != "infe" || version is not (2 or 3) || kinds.Count >= MostItems)
                continue;
            var item = (uint)entry.Number(version == 2 ? 2 : 4);
            entry.Number(2);
            var name = entry.Text(4);
            if (name == "Exif" || name == "mime" && heif[range].IndexOf("application/rdf+xml"u8) >= 0)
                kinds.TryAdd(item, name);
        }
    }

    /// <summary>Items of one stretch in the file itself; others are no metadata that anybody writes.</summary>
    static void ReadPlaces(BoxReader iloc, Dictionary<uint, (long, long)> places)
    {
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
