using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using Writethru.Copy;
using Writethru.Formats.Binding;

namespace Writethru.Formats.PictureFiles;

/// <summary>One dataset of IIM (IPTC-NAA Information Interchange Model, 4.2).</summary>
/// <param name="Record">Number of the record; 2 holds what is said about the picture.</param>
/// <param name="Number">Number in the record.</param>
/// <param name="Bytes">The value.</param>
readonly record struct IimDataset(int Record, int Number, byte[] Bytes)
{
    /// <summary>Most datasets of one block.</summary>
    public const int Most = 10_000;

    const byte Tag = 0x1C;

    /// <summary>The longest value with the plain length of two bytes.</summary>
    const int LongestPlain = 0x7FFF;

    /// <summary><c>2:120</c></summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Record}:{Number:D2}");

    /// <summary>The datasets of a block, as far as it can be followed.</summary>
    public static ImmutableArray<IimDataset> Read(ReadOnlySpan<byte> block, Findings findings)
    {
        var datasets = ImmutableArray.CreateBuilder<IimDataset>();
        var at = 0;
        while (at + 5 <= block.Length && block[at] == Tag)
        {
            if (datasets.Count == Most)
            {
                findings.Add(MetadataRemarks.TooMany, Severity.Warning, $"More than {Most} datasets of IIM.");
                return datasets.ToImmutable();
            }
            var (record, number) = (block[at + 1], block[at + 2]);
            if (!TryLength(block[(at + 3)..], out var head, out var length))
            {
                findings.Add(MetadataRemarks.Cut, Severity.Warning,
                    $"IIM {record}:{number:D2} has no length that can be.");
                return datasets.ToImmutable();
            }
            at += 3 + head;
            if (length > block.Length - at)
            {
                findings.Add(MetadataRemarks.Cut, Severity.Warning,
                    $"IIM {record}:{number:D2} of {length} bytes where {block.Length - at} are left.");
                length = head == 2 ? block.Length - at : 0;
                if (length > 0)
                    datasets.Add(new IimDataset(record, number, block.Slice(at, (int)length).ToArray()));
                return datasets.ToImmutable();
            }
            datasets.Add(new IimDataset(record, number, block.Slice(at, (int)length).ToArray()));
            at += (int)length;
        }
        if (at < block.Length && block[at..].IndexOfAnyExcept((byte)0) >= 0)
            findings.Add(MetadataRemarks.Cut, Severity.Warning, $"No dataset at byte {at} of the IIM.");
        return datasets.ToImmutable();
    }

    /// <summary>Writes the dataset, with an extended length where it needs one (IIM, 1.5.3).</summary>
    public void Write(List<byte> block)
    {
        block.AddRange([Tag, (byte)Record, (byte)Number]);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, Bytes.Length);
        if (Bytes.Length > LongestPlain)
            block.AddRange([0x80, 0x04, .. length]);
        else
            block.AddRange(length[2..]);
        block.AddRange(Bytes);
    }

    static bool TryLength(ReadOnlySpan<byte> from, out int head, out long length)
    {
        length = BinaryPrimitives.ReadUInt16BigEndian(from);
        head = 2;
        if (length <= LongestPlain)
            return true;
        var octets = (int)length & LongestPlain;
        if (octets is < 1 or > 4 || from.Length < 2 + octets)
            return false;
        head = 2 + octets;
        length = 0;
        foreach (var octet in from.Slice(2, octets))
            length = length << 8 | octet;
        return true;
    }
}
