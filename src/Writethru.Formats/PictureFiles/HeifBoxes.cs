using System.Buffers.Binary;

namespace Writethru.Formats.PictureFiles;

/// <summary>
/// The boxes of a HEIF (ISO/IEC 14496-12, 4.2; 23008-12, 6.5 and 9.3), read as far as the size of its pictures.
/// </summary>
static class HeifBoxes
{
    /// <summary>ftyp (14496-12, 4.3): a major brand, a version, and the brands that it goes together with.</summary>
    public static PictureKind? KindOf(ReadOnlySpan<byte> bytes)
    {
        var length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (length < 16 || length > bytes.Length)
            return null;
        var isHeif = false;
        for (var at = 8; at + 4 <= length; at += 4)
        {
            if (at == 12)
                continue;
            var brand = bytes.Slice(at, 4);
            if (brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8))
                return PictureKind.Avif;
            isHeif |= brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8) || brand.StartsWith("hei"u8)
                || brand.SequenceEqual("hevc"u8) || brand.SequenceEqual("hevx"u8);
        }
        return isHeif ? PictureKind.Heic : null;
    }

    /// <summary>
    /// The size is that of the primary picture, by its properties. What the file holds besides (tiles, thumbnails,
    /// masks) is decoded with it and may be larger: memory is reckoned from the largest of all.
    /// </summary>
    public static PictureHeader? Header(ReadOnlySpan<byte> bytes, PictureKind kind)
    {
        var isCutShort = Find(bytes, "meta"u8, out var meta);
        if (meta.Length < 4)
            return null;
        meta = meta[4..];
        Find(meta, "pitm"u8, out var primary);
        Find(meta, "iprp"u8, out var properties);
        Find(properties, "ipco"u8, out var container);
        Find(properties, "ipma"u8, out var associations);
        if (Item(primary) is not { } item)
            return null;

        var wanted = PropertiesOf(item, associations);
        PictureHeader? header = null;
        long most = 0;
        var bits = 8;
        var index = 0;
        while (TryBox(ref container, out var type, out var box, out _))
        {
            index++;
            if (type.SequenceEqual("pixi"u8) && box.Length >= 6)
                bits = Math.Max(bits, (int)box[5]);
            if (!type.SequenceEqual("ispe"u8) || box.Length < 12)
                continue;
            var width = BinaryPrimitives.ReadUInt32BigEndian(box[4..]);
            var height = BinaryPrimitives.ReadUInt32BigEndian(box[8..]);
            most = Math.Max(most, PictureHeader.Times(width, height));
            if (header is null && width <= int.MaxValue && height <= int.MaxValue && wanted.Contains(index))
                header = new() { Kind = kind, Width = (int)width, Height = (int)height };
        }
        // Planes as coded, and the pixels made of them, each with alpha.
        var held = 8L * ((bits + 7) / 8);
        return header is null ? null : header with
        {
            BitsPerSample = bits,
            HeldAtLeast = PictureHeader.Times(most, held),
            IsCutShort = isCutShort,
        };
    }

    static uint? Item(ReadOnlySpan<byte> pitm) => pitm switch
    {
        [0, _, _, _, _, _, ..] => BinaryPrimitives.ReadUInt16BigEndian(pitm[4..]),
        [> 0, _, _, _, _, _, _, _, ..] => BinaryPrimitives.ReadUInt32BigEndian(pitm[4..]),
        _ => null,
    };

    /// <summary>ipma (23008-12, 9.3.1): for each item the numbers of its properties, from 1.</summary>
    static HashSet<int> PropertiesOf(uint item, ReadOnlySpan<byte> ipma)
    {
        HashSet<int> found = [];
        if (ipma.Length < 8)
            return found;
        var idSize = ipma[0] < 1 ? 2 : 4;
        var size = (ipma[3] & 1) != 0 ? 2 : 1;
        var rest = ipma[8..];
        for (var left = BinaryPrimitives.ReadUInt32BigEndian(ipma[4..]); left > 0 && rest.Length > idSize; left--)
        {
            var id = idSize == 2
                ? BinaryPrimitives.ReadUInt16BigEndian(rest)
                : BinaryPrimitives.ReadUInt32BigEndian(rest);
            var count = rest[idSize];
            rest = rest[(idSize + 1)..];
            for (; count > 0 && rest.Length >= size; count--)
            {
                if (id == item)
                    found.Add(size == 2 ? BinaryPrimitives.ReadUInt16BigEndian(rest) & 0x7FFF : rest[0] & 0x7F);
                rest = rest[size..];
            }
        }
        return found;
    }

    /// <summary>
    /// The content of the first box of a type, empty when there is none. True when a box reaches beyond the end.
    /// </summary>
    public static bool Find(ReadOnlySpan<byte> boxes, ReadOnlySpan<byte> wanted, out ReadOnlySpan<byte> content)
    {
        content = default;
        var isFound = false;
        while (TryBox(ref boxes, out var type, out var box, out var isCutShort))
        {
            if (!isFound && type.SequenceEqual(wanted))
            {
                content = box;
                isFound = true;
            }
            if (isCutShort)
                return true;
        }
        return false;
    }

    /// <summary>
    /// Takes one box off. A size of 0 reaches to the end, 1 stands for eight bytes of it behind the type.
    /// </summary>
    public static bool TryBox(
        scoped ref ReadOnlySpan<byte> boxes, out ReadOnlySpan<byte> type, out ReadOnlySpan<byte> content,
        out bool isCutShort)
    {
        type = content = default;
        isCutShort = false;
        if (boxes.Length < 8)
            return false;
        ulong size = BinaryPrimitives.ReadUInt32BigEndian(boxes);
        var head = size == 1 ? 16 : 8;
        if (boxes.Length < head)
            return false;
        if (size == 1)
            size = BinaryPrimitives.ReadUInt64BigEndian(boxes[8..]);
        else if (size == 0)
            size = (ulong)boxes.Length;
        if (size < (ulong)head)
            return false;
        isCutShort = size > (ulong)boxes.Length;
        var taken = (int)Math.Min(size, (ulong)boxes.Length);
        type = boxes.Slice(4, 4);
        content = boxes[head..taken];
        boxes = boxes[taken..];
        return true;
    }
}
