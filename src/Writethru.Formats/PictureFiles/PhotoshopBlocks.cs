using System.Buffers.Binary;
using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Binding;

namespace Writethru.Formats.PictureFiles;

/// <summary>One image resource of Photoshop.</summary>
/// <param name="Id">What it is: 0x0404 for IIM.</param>
/// <param name="Value">Its value.</param>
/// <param name="Raw">The whole as it stands in the file, padding included.</param>
sealed record PhotoshopBlock(int Id, byte[] Value, byte[] Raw)
{
    /// <summary>IIM.</summary>
    public const int Iim = 0x0404;

    /// <summary>MD5 of the IIM when the XMP was last written.</summary>
    public const int Digest = 0x0425;
}

/// <summary>The image resources of Photoshop, which run through all APP13 segments of a JPEG.</summary>
static class PhotoshopBlocks
{
    const int Most = 10_000;

    /// <summary>Signature, number, an empty name and the length.</summary>
    const int ShortestHead = 12;

    static ReadOnlySpan<byte> Signature => "8BIM"u8;

    /// <summary>Puts IIM and digest among the parts.</summary>
    public static void Read(IReadOnlyList<byte[]> segments, PictureParts parts)
    {
        foreach (var block in Find(segments, parts.Findings))
        {
            if (block.Id == PhotoshopBlock.Iim && block.Value.Length > 0)
                parts.Iim.Add(block.Value);
            else if (block.Id == PhotoshopBlock.Digest && block.Value.Length == 16)
                parts.Digest ??= block.Value;
        }
    }

    /// <summary>
    /// The resources. One may go on in the next segment; one that claims more than there is ends with its own segment,
    /// so that it swallows none of the others.
    /// </summary>
    public static ImmutableArray<PhotoshopBlock> Find(IReadOnlyList<byte[]> segments, Findings findings)
    {
        var blocks = ImmutableArray.CreateBuilder<PhotoshopBlock>();
        var whole = segments.SelectMany(bytes => bytes).ToArray();
        var ends = new List<int>();
        foreach (var bytes in segments)
            ends.Add(bytes.Length + (ends.Count > 0 ? ends[^1] : 0));
        var segment = 0;
        for (var at = 0; at < whole.Length && blocks.Count < Most;)
        {
            while (ends[segment] <= at)
                segment++;
            var end = ends[segment];
            if (!TryHead(whole, at, out var valueAt, out var length))
            {
                if (whole.AsSpan(at, end - at).IndexOfAnyExcept((byte)0) >= 0)
                    findings.Add(MetadataRemarks.Cut, Severity.Warning, $"No image resource at byte {at} of APP13.");
                at = end;
                continue;
            }
            if (length > whole.Length - valueAt)
            {
                findings.Add(MetadataRemarks.Cut, Severity.Warning,
                    $"An image resource of {length} bytes where {whole.Length - valueAt} are left.");
                length = Math.Max(0, end - valueAt);
            }
            var next = valueAt + (int)length;
            if (next % 2 != valueAt % 2 && !(next + 4 <= whole.Length && IsSignature(whole.AsSpan(next))))
                next = Math.Min(next + 1, whole.Length);
            blocks.Add(new PhotoshopBlock(BinaryPrimitives.ReadUInt16BigEndian(whole.AsSpan(at + 4)),
                whole[valueAt..(valueAt + (int)length)], whole[at..next]));
            at = next;
        }
        if (blocks.Count == Most)
            findings.Add(MetadataRemarks.TooMany, Severity.Warning, $"More than {Most} image resources.");
        return blocks.ToImmutable();
    }

    /// <summary>A resource without a name, padded.</summary>
    public static byte[] Write(int id, ReadOnlySpan<byte> value)
    {
        var raw = new byte[ShortestHead + value.Length + value.Length % 2];
        Signature.CopyTo(raw);
        BinaryPrimitives.WriteUInt16BigEndian(raw.AsSpan(4), (ushort)id);
        BinaryPrimitives.WriteInt32BigEndian(raw.AsSpan(8), value.Length);
        value.CopyTo(raw.AsSpan(ShortestHead));
        return raw;
    }

    static bool TryHead(byte[] whole, int at, out int valueAt, out long length)
    {
        (valueAt, length) = (0, 0);
        if (at + ShortestHead > whole.Length || !IsSignature(whole.AsSpan(at)))
            return false;
        var name = 1 + whole[at + 6];
        valueAt = at + 6 + name + name % 2 + 4;
        if (valueAt > whole.Length)
            return false;
        length = BinaryPrimitives.ReadUInt32BigEndian(whole.AsSpan(valueAt - 4));
        return true;
    }

    static bool IsSignature(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature)
        || bytes.StartsWith("MeSa"u8) || bytes.StartsWith("AgHg"u8) || bytes.StartsWith("PHUT"u8)
        || bytes.StartsWith("DCSR"u8);
}
