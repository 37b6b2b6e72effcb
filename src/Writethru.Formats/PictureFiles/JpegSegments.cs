using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Writethru.Formats.PictureFiles;

/// <summary>One marker segment of a JPEG before its first scan.</summary>
/// <param name="Marker">The second byte of the marker: 0xE1 for APP1.</param>
/// <param name="Start">Where the marker's first byte stands.</param>
/// <param name="Length">Length with the marker.</param>
readonly record struct JpegSegment(byte Marker, int Start, int Length)
{
    /// <summary>Bytes of marker and length.</summary>
    const int Head = 4;

    /// <summary>What the segment holds, without marker and length.</summary>
    public ReadOnlySpan<byte> Payload(ReadOnlySpan<byte> jpeg) =>
        Length > Head ? jpeg.Slice(Start + Head, Length - Head) : [];
}

/// <summary>The marker segments of a JPEG as far as its first scan (ITU-T T.81, B.1).</summary>
/// <param name="All">The segments behind SOI, in order.</param>
/// <param name="ScanStart">Where the marker of the first scan stands: from here on nothing is metadata.</param>
/// <param name="HasScan">Whether they lead to a scan.</param>
/// <param name="IsGapless">Whether nothing stands between them.</param>
sealed record JpegSegments(ImmutableArray<JpegSegment> All, int ScanStart, bool HasScan, bool IsGapless)
{
    public const byte App1 = 0xE1;
    public const byte App2 = 0xE2;
    public const byte App11 = 0xEB;
    public const byte App13 = 0xED;
    const byte App0 = 0xE0;
    const byte StartOfScan = 0xDA;
    const int Most = 50_000;

    /// <summary>Finds the segments.</summary>
    public static JpegSegments Find(ReadOnlySpan<byte> jpeg)
    {
        var all = ImmutableArray.CreateBuilder<JpegSegment>();
        var (at, isGapless) = (2, true);
        while (all.Count < Most && at + 4 <= jpeg.Length && jpeg[at] == 0xFF)
        {
            var start = at;
            while (at + 1 < jpeg.Length && jpeg[at + 1] == 0xFF)
                at++;
            isGapless &= start == at;
            if (at + 4 > jpeg.Length)
                break;
            var marker = jpeg[at + 1];
            if (marker == StartOfScan)
                return new JpegSegments(all.ToImmutable(), at, HasScan: true, isGapless);
            if (marker is 0x01 or (>= 0xD0 and <= 0xD9))
            {
                (at, isGapless) = (at + 2, false);
                continue;
            }
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            if (length < 4 || at + length > jpeg.Length)
                break;
            all.Add(new JpegSegment(marker, at, length));
            at += length;
        }
        return new JpegSegments(all.ToImmutable(), Math.Min(at, jpeg.Length), HasScan: false, isGapless);
    }

    /// <summary>Whether it is one of the segments that stand first: JFIF and Exif.</summary>
    public static bool StandsFirst(JpegSegment segment, ReadOnlySpan<byte> jpeg) => segment.Marker == App0
        || segment.Marker == App1 && segment.Payload(jpeg).StartsWith(JpegParts.ExifHeader);
}
