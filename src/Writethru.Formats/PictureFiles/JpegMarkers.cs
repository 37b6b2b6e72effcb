using System.Buffers.Binary;

namespace Writethru.Formats.PictureFiles;

/// <summary>The markers of a JPEG (ISO/IEC 10918-1, annex B), read as far as its size and its end.</summary>
static class JpegMarkers
{
    const byte StartOfScan = 0xDA, EndOfImage = 0xD9;

    public static PictureHeader? Header(ReadOnlySpan<byte> bytes)
    {
        PictureHeader? header = null;
        var scans = 0;
        var at = 2;
        while (NextMarker(bytes, ref at) is { } marker)
        {
            if (marker == EndOfImage)
                return header is null
                    ? null
                    : header with { Scans = Math.Max(scans, 1), TrailingBytes = bytes.Length - at };
            if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
                continue;
            if (at + 2 > bytes.Length)
                break;
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
            if (length < 2 || at + length > bytes.Length)
                break;
            if (IsFrame(marker) && header is null && (header = Frame(marker, bytes.Slice(at + 2, length - 2))) is null)
                return null;
            if (marker == StartOfScan)
                scans++;
            at += length;
        }
        return header is null ? null : header with { Scans = Math.Max(scans, 1), IsCutShort = true };
    }

    /// <summary>
    /// The next marker, and the place behind it. Bytes before it are the data of a scan, in which FF 00 and restarts
    /// are no markers, or garbage that decoders skip as well; FF may be repeated to fill (B.1.1.2).
    /// </summary>
    static byte? NextMarker(ReadOnlySpan<byte> bytes, ref int at)
    {
        while (at < bytes.Length)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0)
                break;
            at += next + 1;
            while (at < bytes.Length && bytes[at] == 0xFF)
                at++;
            if (at < bytes.Length && bytes[at++] is var marker and not (0 or (>= 0xD0 and <= 0xD7)))
                return marker;
        }
        return null;
    }

    static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>SOFn (B.2.2): precision, lines, samples a line, components with their sampling factors.</summary>
    static PictureHeader? Frame(byte marker, ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 6 || frame.Length < 6 + 3 * frame[5] || frame[5] == 0)
            return null;
        int most = 1, all = 0;
        for (var component = 0; component < frame[5]; component++)
        {
            var factors = frame[7 + 3 * component];
            var samples = (factors >> 4) * (factors & 15);
            all += samples;
            most = Math.Max(most, samples);
        }
        // Progressive, and all that is coded in several passes: two bytes for each coefficient until the last of them.
        var isHeld = (marker & 3) == 2;
        return new PictureHeader
        {
            Kind = PictureKind.Jpeg,
            BitsPerSample = frame[0],
            Height = BinaryPrimitives.ReadUInt16BigEndian(frame[1..]),
            Width = BinaryPrimitives.ReadUInt16BigEndian(frame[3..]),
            Channels = frame[5],
            HeldBitsPerPixel = isHeld ? (16 * all + most - 1) / most : 0,
        };
    }
}
