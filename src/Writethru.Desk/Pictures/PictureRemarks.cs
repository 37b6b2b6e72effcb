using Writethru.Copy;
using Writethru.Formats.PictureFiles;

namespace Writethru.Desk.Pictures;

/// <summary>What the desk says about a picture file. Codes are stable.</summary>
static class PictureRemarks
{
    public const string BusyCode = "PIC-011";

    public static Remark NoPicture(ReadOnlySpan<byte> bytes) => Error("PIC-001",
        $"Found bytes that begin with {Convert.ToHexString(bytes[..Math.Min(12, bytes.Length)])}, "
        + "expected a JPEG, PNG, WebP, TIFF, HEIC or AVIF.");

    public static Remark Unreadable(PictureKind kind) => Error("PIC-002",
        $"Found a {Name(kind)} whose header cannot be read, expected one with a size of at least 1 × 1 pixels.");

    public static Remark TooManyBytes(long found, long most) =>
        Error("PIC-003", $"Found a picture of {found} bytes, expected {most} at most.");

    public static Remark TooManyPixels(PictureHeader header, long most) => Error("PIC-004",
        $"Found {Size(header)}, {header.Pixels} pixels, expected {most} at most.");

    public static Remark Ratio(PictureHeader header, int bytes, int most) => Error("PIC-005",
        $"Found {Size(header)} in {bytes} bytes, which become {header.DecodedBytes}, expected {most} times as many "
        + "at most.");

    public static Remark TooMuchHeld(PictureHeader header, long most) => Error("PIC-006",
        $"Found {Size(header)}, of which a decoder holds {header.HeldBytes} bytes at once, expected {most} at most.");

    public static Remark Inflated(long most) => Error("PIC-007",
        $"Found a PNG whose texts or colour profile become more than {most} bytes, or are more than "
        + $"{InflatedChunks.MostChunks}, expected fewer.");

    public static Remark TooManyScans(PictureHeader header, int most) => Error("PIC-008",
        $"Found {Size(header)} in {header.Scans} scans, expected {most} at most.");

    public static Remark CutShort(PictureHeader header) =>
        Error("PIC-009", $"Found {Size(header)} that is cut short, expected its end.");

    public static Remark Late(PictureHeader header, TimeSpan deadline) => Error("PIC-010",
        $"Found {Size(header)} that was not decoded after {deadline.TotalSeconds} s, expected less.");

    public static Remark Busy(TimeSpan waited) => Error(BusyCode,
        $"Found all decoders at work for {waited.TotalSeconds} s, expected a free one; nothing is wrong with the "
        + "picture.");

    public static Remark Undecodable(PictureHeader header, string why) => Error("PIC-012",
        $"Found {Size(header)} that cannot be decoded ({why}), expected pixels.");

    public static Remark OriginalOnly(PictureHeader header) => new("PIC-013", Severity.Warning, 0, 0, 0,
        $"Found {Size(header)}, which is kept but not decoded here; it has no thumbnail and no preview.");

    public static Remark Trailing(PictureHeader header, int end) => new("PIC-014", Severity.Warning, 0, 0, end,
        $"Found {header.TrailingBytes} bytes after the end of the picture, expected none; they are kept.");

    public static Remark FirstPage(PictureHeader header) => new("PIC-015", Severity.Note, 0, 0, 0,
        $"Found {header.Pages} {(header.IsAnimated ? "frames" : "pages")}; the renditions show the first.");

    static string Size(PictureHeader header) => $"a {Name(header.Kind)} of {header.Width} × {header.Height}";

    static string Name(PictureKind kind) => kind == PictureKind.WebP ? "WebP" : kind.ToString().ToUpperInvariant();

    static Remark Error(string code, string message) => new(code, Severity.Error, 0, 0, 0, message);
}
