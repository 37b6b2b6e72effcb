using CsCheck;
using Writethru.Formats.PictureFiles;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats.PictureFiles;

public class PictureHeaderTests
{
    [Fact]
    public void A_jpeg_says_its_size_through_segments_and_fill_bytes()
    {
        var exif = PictureBytes.Segment(0xE1, [.. "Exif\0\0"u8, 0xFF, 0xC0, 0, 17, 8, 0, 1, 0, 1, 3, 0xFF, 0xD9]);

        var header = Read(PictureBytes.Jpeg(640, 480, segments: [.. exif, 0xFF, 0xFF, 0xFF]));

        Assert.Equal((PictureKind.Jpeg, 640, 480, 3, 8), (header.Kind, header.Width, header.Height, header.Channels,
            header.BitsPerSample));
        Assert.Equal((1, false, 0, 0L), (header.Scans, header.IsCutShort, header.TrailingBytes, header.HeldBytes));
    }

    [Fact]
    public void A_progressive_jpeg_is_held_whole_and_says_how_many_scans_it_has()
    {
        var header = Read(PictureBytes.Jpeg(1000, 1000, frame: 0xC2, scans: 7));

        Assert.Equal((7, 6_000_000L, 3_000_000L), (header.Scans, header.HeldBytes, header.DecodedBytes));
    }

    [Fact]
    public void What_follows_the_end_is_counted()
    {
        Assert.Equal(13, Read([.. PictureBytes.Jpeg(8, 8), .. "<html></html>"u8]).TrailingBytes);
        Assert.Equal(13, Read([.. PictureBytes.Png(8, 8), .. "<html></html>"u8]).TrailingBytes);
    }

    [Fact]
    public void A_jpeg_without_lines_or_without_a_frame_is_not_read()
    {
        AssertUnreadable(PictureBytes.Jpeg(640, 0));
        AssertUnreadable([0xFF, 0xD8, 0xFF, 0xD9]);
    }

    [Theory]
    [InlineData(8, 0, 1, 8), InlineData(1, 0, 1, 8), InlineData(16, 2, 3, 16), InlineData(8, 3, 3, 8)]
    [InlineData(8, 4, 2, 8), InlineData(16, 6, 4, 16)]
    public void A_png_says_its_channels_and_depth(byte depth, byte colour, int channels, int bits)
    {
        var header = Read(PictureBytes.Png(31, 17, depth, colour));

        Assert.Equal((31, 17, channels, bits), (header.Width, header.Height, header.Channels, header.BitsPerSample));
    }

    [Fact]
    public void A_png_says_that_it_moves_and_that_it_has_alpha()
    {
        var header = Read(PictureBytes.Png(8, 8, others: [("acTL", [0, 0, 0, 9, 0, 0, 0, 0]), ("tRNS", new byte[6])]));

        Assert.Equal((true, 9, 4), (header.IsAnimated, header.Pages, header.Channels));
    }

    [Fact]
    public void A_png_whose_checksum_fails_or_whose_depth_is_none_is_not_read()
    {
        var broken = PictureBytes.Png(8, 8);
        broken[19]++;

        AssertUnreadable(broken);
        AssertUnreadable(PictureBytes.Png(8, 8, depth: 3));
        AssertUnreadable(PictureBytes.Png(0, 8));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void A_tiff_says_its_size_in_either_byte_order(bool isLittle)
    {
        var header = Read(PictureBytes.Tiff(isLittle, 0, PictureBytes.TiffOf(300, 200)));

        Assert.Equal((PictureKind.Tiff, 300, 200, 1, 1), (header.Kind, header.Width, header.Height, header.Channels,
            header.Pages));
    }

    [Fact]
    public void A_tiff_in_a_circle_with_too_many_strips_or_of_64_bits_is_not_read()
    {
        AssertUnreadable(PictureBytes.Tiff(true, 8, PictureBytes.TiffOf(300, 200)));
        AssertUnreadable(PictureBytes.Tiff(true, 0, [(256, 1, 9), (257, 1, 9), (273, uint.MaxValue, 8), (258, 1, 8)]));
        AssertUnreadable([.. "II"u8, 43, 0, 8, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0]);
    }

    [Fact]
    public void A_heif_says_the_size_of_its_primary_picture_and_holds_the_largest()
    {
        var header = Read(PictureBytes.Heif("heic", (4000, 3000), (320, 240)));

        Assert.Equal((PictureKind.Heic, 320, 240), (header.Kind, header.Width, header.Height));
        Assert.Equal(8L * 4000 * 3000, header.HeldBytes);
        Assert.Equal(PictureKind.Avif, PictureHeader.KindOf(PictureBytes.Heif("avif", (1, 1), (1, 1))));
    }

    [Fact]
    public void Boxes_of_no_size_and_of_all_sizes_end_the_reading()
    {
        var ftyp = PictureBytes.Box("ftyp", [.. "heic"u8, 0, 0, 0, 0, .. "mif1"u8]);
        byte[] endless = [0, 0, 0, 1, .. "meta"u8, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0];
        byte[] toTheEnd = [0, 0, 0, 0, .. "meta"u8, 0, 0, 0, 0, 0, 0, 0, 0, .. "pitm"u8];
        byte[] tooSmall = [0, 0, 0, 7, .. "meta"u8, 0, 0, 0, 0];

        Assert.All([endless, toTheEnd, tooSmall], box => AssertUnreadable([.. ftyp, .. box]));
    }

    [Theory]
    [InlineData("GIF89a/*<script>*/"), InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("%PDF-1.7\n1 0"), InlineData("<html><img src=x>"), InlineData("PK\u0003\u0004 and so on"),
    InlineData("BM123456789"), InlineData("")]
    [InlineData("\0\0\0\u0018ftypisom\0\0\0\0isommp42")]
    public void What_is_no_picture_by_its_first_bytes_is_none(string bytes)
    {
        var latin = System.Text.Encoding.Latin1.GetBytes(bytes);

        Assert.Null(PictureHeader.KindOf(latin));
        AssertUnreadable(latin);
    }

    [Fact]
    public void No_bytes_make_it_throw() =>
        Gen.Select(Gen.Int[0, _shapes.Length - 1], Gen.Int[0, 400], Gen.Select(Gen.Int[0, 400], Gen.Byte).Array[0, 6])
            .Sample((shape, length, changes) =>
            {
                var bytes = _shapes[shape][..Math.Min(length, _shapes[shape].Length)];
                foreach (var (at, value) in changes.Where(change => change.Item1 < bytes.Length))
                    bytes[at] = value;
                return !PictureHeader.TryRead(bytes, out var header) 
                    || header is { Width: > 0, Height: > 0, HeldBytes: >= 0 };
            }, iter: 3000);

    static readonly byte[][] _shapes =
    [
        PictureBytes.Jpeg(8, 8, frame: 0xC2, scans: 3),
        PictureBytes.Png(8, 8, others: [("acTL", [0, 0, 0, 9, 0, 0, 0, 0])]),
        PictureBytes.Tiff(true, 0, PictureBytes.TiffOf(8, 8)), PictureBytes.Tiff(false, 0, PictureBytes.TiffOf(8, 8)),
        PictureBytes.Heif("heic", (8, 8), (8, 8)),
        [.. "RIFF"u8, 30, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 18, 0, 0, 0, 7, 0, 0, 7, 0, 0,
            .. "ANMF"u8, 0, 0, 0, 0],
        [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8 "u8, 10, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 8, 0, 8, 0],
        [.. "RIFF"u8, 18, 0, 0, 0, .. "WEBPVP8L"u8, 5, 0, 0, 0, 0x2F, 7, 0xC0, 1, 0, 0],
    ];

    [Fact]
    public void Every_shape_that_is_mutated_is_read_when_it_is_whole() =>
        Assert.All(_shapes, shape => Assert.Equal((8, 8), (Read(shape).Width, Read(shape).Height)));

    static PictureHeader Read(byte[] bytes)
    {
        Assert.True(PictureHeader.TryRead(bytes, out var header));
        return header;
    }

    static void AssertUnreadable(byte[] bytes) => Assert.False(PictureHeader.TryRead(bytes, out _));
}
