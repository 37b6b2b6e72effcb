using CsCheck;
using NetVips;
using Writethru.Copy;
using Writethru.Desk.Pictures;
using Writethru.Formats.PictureFiles;
using Writethru.Tests.Support;

namespace Writethru.Tests.Desk.Pictures;

/// <summary>Real pictures through the real decoder.</summary>
public sealed class RenditionMakerTests : IDisposable
{
    readonly RenditionMaker _maker = new(new(), TimeProvider.System);

    public void Dispose() => _maker.Dispose();

    [Theory]
    [InlineData(".jpg", PictureKind.Jpeg), InlineData(".png", PictureKind.Png), InlineData(".webp", PictureKind.WebP)]
    [InlineData(".tif", PictureKind.Tiff), InlineData(".avif", PictureKind.Avif)]
    public async Task Each_kind_gets_a_thumbnail_and_a_preview(string suffix, PictureKind kind)
    {
        using var image = Plain(3000, 2000, 200, 100, 50);

        var made = await MadeAsync(image.WriteToBuffer(suffix));

        Assert.Equal((kind, 3000, 2000), (made.Header.Kind, made.Header.Width, made.Header.Height));
        Assert.Equal([("thumbnail", 400, 267), ("preview", 1200, 800)],
            made.Renditions.Select(rendition => (rendition.Name, rendition.Width, rendition.Height)));
        Assert.Empty(made.Remarks);
        Assert.All(made.Renditions, rendition =>
        {
            AssertColour(rendition, 0.5, 0.5, 200, 100, 50);
            Assert.True(PictureHeader.TryRead(rendition.Bytes.Span, out var header));
            Assert.Equal((PictureKind.Jpeg, rendition.Width, rendition.Height),
                (header.Kind, header.Width, header.Height));
        });
    }

    /// <summary>
    /// Where the stored left upper corner stands once the picture is upright (Exif 2.32, 4.6.4, tag 274).
    /// </summary>
    [Theory]
    [InlineData(1, false, 0.2, 0.2), InlineData(2, false, 0.8, 0.2), InlineData(3, false, 0.8, 0.8)]
    [InlineData(4, false, 0.2, 0.8), InlineData(5, true, 0.2, 0.2), InlineData(6, true, 0.8, 0.2)]
    [InlineData(7, true, 0.8, 0.8), InlineData(8, true, 0.2, 0.8)]
    public async Task A_rendition_is_upright(int orientation, bool isTurned, double x, double y)
    {
        using var white = Plain(1500, 900, 255, 255, 255);
        using var corner = Plain(750, 450, 200, 0, 0);
        using var both = white.Insert(corner, 0, 0);
        using var turned = both.Mutate(image => image.Set(GValue.GIntType, "orientation", orientation));

        var made = await MadeAsync(turned.JpegsaveBuffer());

        Assert.Equal((1500, 900), (made.Header.Width, made.Header.Height));
        Assert.All(made.Renditions, rendition =>
        {
            Assert.Equal(isTurned, rendition.Height > rendition.Width);
            AssertColour(rendition, x, y, 200, 0, 0);
            AssertColour(rendition, 1 - x, 1 - y, 255, 255, 255);
        });
    }

    [Fact]
    public async Task Print_colours_become_colours_of_a_screen()
    {
        using var image = Plain(600, 400, 180, 90, 60);
        using var print = image.IccTransform("cmyk", inputProfile: "srgb");

        var made = await MadeAsync(print.JpegsaveBuffer(q: 95));

        Assert.Equal(4, made.Header.Channels);
        Assert.All(made.Renditions, rendition => AssertColour(rendition, 0.5, 0.5, 180, 90, 60, within: 12));
    }

    [Fact]
    public async Task A_wide_gamut_becomes_sRGB_by_its_profile()
    {
        using var image = Plain(600, 400, 220, 60, 40);
        using var wide = image.IccTransform("p3", inputProfile: "srgb");
        Assert.True(Math.Abs(wide.Getpoint(5, 5)[0] - 220) > 8);

        var made = await MadeAsync(wide.PngsaveBuffer());

        Assert.All(made.Renditions, rendition => AssertColour(rendition, 0.5, 0.5, 220, 60, 40, within: 6));
    }

    [Fact]
    public async Task What_shines_through_is_white()
    {
        using var image = Plain(600, 400, 200, 0, 0);
        using var clear = image.Bandjoin(0);

        var made = await MadeAsync(clear.PngsaveBuffer());

        Assert.Equal(4, made.Header.Channels);
        Assert.All(made.Renditions, rendition => AssertColour(rendition, 0.5, 0.5, 255, 255, 255));
    }

    [Fact]
    public async Task Sixteen_bits_become_eight()
    {
        using var black = Image.Black(600, 400);
        using var half = (black + 32768).Cast(Enums.BandFormat.Ushort);
        using var deep = half.Copy(interpretation: Enums.Interpretation.Grey16);

        var made = await MadeAsync(deep.PngsaveBuffer());

        Assert.Equal(16, made.Header.BitsPerSample);
        Assert.All(made.Renditions, rendition => AssertColour(rendition, 0.5, 0.5, 128, 128, 128));
    }

    [Theory]
    [InlineData(1, 1, 1, 1, 1, 1), InlineData(1, 60000, 1, 400, 1, 1200), InlineData(300, 200, 300, 200, 300, 200)]
    [InlineData(800, 600, 400, 300, 800, 600)]
    public async Task A_rendition_is_never_larger_than_its_picture(
        int width, int height, int w, int h, int wide, int high)
    {
        using var image = Plain(width, height, 10, 200, 30);

        var made = await MadeAsync(image.PngsaveBuffer());

        Assert.Equal([(w, h), (wide, high)], made.Renditions.Select(rendition => (rendition.Width, rendition.Height)));
    }

    [Fact]
    public async Task A_rendition_carries_nothing_but_pixels_and_is_the_same_each_time()
    {
        using var image = Plain(600, 400, 200, 100, 50);
        using var profiled = image.IccTransform("p3", inputProfile: "srgb");
        using var tagged = profiled.Mutate(m => m.Set(GValue.GStrType, "exif-ifd0-Artist", "Jane Roe"));
        var original = tagged.JpegsaveBuffer();
        Assert.True(original.AsSpan().IndexOf("Jane Roe"u8) > 0);

        var made = await MadeAsync(original);
        var again = await MadeAsync(original);

        Assert.All(made.Renditions, rendition => Assert.All(["Exif", "ICC_PROFILE", "Jane"], word =>
            Assert.True(rendition.Bytes.Span.IndexOf(System.Text.Encoding.ASCII.GetBytes(word)) < 0)));
        Assert.All(made.Renditions.Zip(again.Renditions), pair => Assert.Equal(pair.First.Bytes, pair.Second.Bytes));
    }

    [Theory, InlineData("<html><script>alert(1)</script>"), InlineData("PK\u0003\u0004archive")]
    public async Task A_picture_that_is_something_else_as_well_is_a_picture_with_a_remark(string tail)
    {
        using var image = Plain(60, 40, 200, 100, 50);

        var made = await MadeAsync([.. image.JpegsaveBuffer(), .. System.Text.Encoding.Latin1.GetBytes(tail)]);

        Assert.Equal("PIC-014", Assert.Single(made.Remarks).Code);
        Assert.All(made.Renditions, rendition => Assert.True(rendition.Bytes.Span.IndexOf("script"u8) < 0));
    }

    [Fact]
    public async Task Metadata_that_is_garbage_does_not_stop_a_picture()
    {
        using var image = Plain(60, 40, 200, 100, 50);
        var jpeg = image.JpegsaveBuffer();
        var xmp = PictureBytes.Segment(0xE1, [.. "http://ns.adobe.com/xmp/extension/\0"u8, .. new byte[60000]]);
        var exif = PictureBytes.Segment(0xE1, [.. "Exif\0\0MM\0*\0\0\0\u0008"u8, 0xFF, 0xFF, .. new byte[90]]);
        var icc = PictureBytes.Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. new byte[500]]);

        var made = await MadeAsync([.. jpeg[..2], .. xmp, .. exif, .. icc, .. jpeg[2..]]);

        Assert.Equal(2, made.Renditions.Length);
    }

    [Fact]
    public async Task Heic_is_kept_without_renditions()
    {
        var made = await MadeAsync(PictureBytes.Heif("heic", (8, 8), (4032, 3024)));

        Assert.Equal((4032, 3024), (made.Header.Width, made.Header.Height));
        Assert.Empty(made.Renditions);
        Assert.Equal("PIC-013", Assert.Single(made.Remarks).Code);
    }

    [Fact]
    public async Task A_heif_that_lies_about_its_size_is_refused()
    {
        using var image = Plain(3000, 3000, 1, 2, 3);
        var lie = image.WriteToBuffer(".avif");
        var size = lie.AsSpan().IndexOf("ispe"u8);
        PictureBytes.Big32(10).CopyTo(lie, size + 8);
        PictureBytes.Big32(10).CopyTo(lie, size + 12);

        Assert.Equal("PIC-012", (await RefusedAsync(lie)).Code);
    }

    [Theory, InlineData(".jpg"), InlineData(".png"), InlineData(".webp"), InlineData(".tif")]
    public async Task A_picture_that_is_cut_short_is_refused_wherever_it_was_cut(string suffix)
    {
        using var image = Plain(300, 200, 200, 100, 50);
        var whole = image.WriteToBuffer(suffix);

        for (var part = 0; part < 16; part++)
            Assert.Contains((await RefusedAsync(whole[..(whole.Length * part / 16)])).Code,
                new[] { "PIC-001", "PIC-002", "PIC-009" });
    }

    [Fact]
    public async Task Pixels_that_are_not_there_are_refused_by_the_decoder() =>
        Assert.Equal("PIC-012", (await RefusedAsync(PictureBytes.Png(600, 400, idat: [1, 2, 3]))).Code);

    [Fact]
    public void A_decode_that_is_cancelled_ends()
    {
        using var image = Plain(5000, 4000, 200, 100, 50);
        var png = image.PngsaveBuffer(compression: 1);

        Assert.Throws<VipsException>(() => Libvips.Make(png, new CancellationToken(canceled: true)));
    }

    /// <summary>
    /// A JPEG and a WebP have no checksum: what is amiss in their pixels is a colour like any other. A PNG has.
    /// </summary>
    [Theory, InlineData(".jpg", true), InlineData(".webp", true), InlineData(".png", false)]
    public async Task A_hole_in_a_picture_is_found_where_its_kind_can_tell(string suffix, bool isMade)
    {
        using var image = Plain(1600, 1200, 200, 100, 50);
        using var grain = Image.Gaussnoise(1600, 1200, sigma: 20, seed: 3);
        using var rough = (image + grain).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        var bytes = rough.WriteToBuffer(suffix);
        bytes.AsSpan(bytes.Length / 3, bytes.Length / 2).Clear();

        if (isMade)
            Assert.Equal(2, (await MadeAsync(bytes)).Renditions.Length);
        else
            Assert.Equal("PIC-009", (await RefusedAsync(bytes)).Code);
    }

    [Fact]
    public async Task No_bytes_make_it_throw()
    {
        using var image = Plain(24, 16, 200, 100, 50);
        byte[][] files = [.. new[] { ".jpg", ".png", ".webp", ".tif", ".avif" }.Select(s => image.WriteToBuffer(s))];

        await Gen.Select(Gen.Int[0, files.Length - 1], Gen.Select(Gen.Double[0, 1], Gen.Byte).Array[1, 8]).SampleAsync(
            async (file, changes) =>
            {
                var bytes = files[file].ToArray();
                foreach (var (place, value) in changes)
                    bytes[(int)(place * (bytes.Length - 1))] = value;
                return await _maker.MakeAsync(bytes, CancellationToken.None) is not null;
            }, iter: 300);
    }

    async Task<RenditionOutcome.Made> MadeAsync(byte[] original)
    {
        var outcome = await _maker.MakeAsync(original, TestContext.Current.CancellationToken);
        Assert.True(outcome is RenditionOutcome.Made, (outcome as RenditionOutcome.Refused)?.Remark.Message);
        return (RenditionOutcome.Made)outcome;
    }

    async Task<Remark> RefusedAsync(byte[] original) => Assert.IsType<RenditionOutcome.Refused>(
        await _maker.MakeAsync(original, TestContext.Current.CancellationToken)).Remark;

    static Image Plain(int width, int height, double red, double green, double blue)
    {
        using var black = Image.Black(width, height, bands: 3);
        using var colour = black + new[] { red, green, blue };
        using var bytes = colour.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    static void AssertColour(
        MadeRendition rendition, double x, double y, int red, int green, int blue, double within = 4)
    {
        using var image = Image.NewFromBuffer(rendition.Bytes.ToArray());
        var found = image.Getpoint((int)(x * image.Width), (int)(y * image.Height));
        Assert.Equal(3, found.Length);
        Assert.True(Math.Abs(found[0] - red) <= within && Math.Abs(found[1] - green) <= within
            && Math.Abs(found[2] - blue) <= within, string.Join(' ', found));
    }
}
