using NetVips;
using Writethru.Desk.Pictures;
using Writethru.Tests.Support;

namespace Writethru.Tests.Desk.Pictures;

/// <summary>When two files are one picture to the eye.</summary>
public sealed class PictureLookTests : IDisposable
{
    readonly RenditionMaker _maker = new(new(), TimeProvider.System);

    public void Dispose() => _maker.Dispose();

    static readonly Dictionary<string, Func<byte[]>> _same = new()
    {
        ["a comment"] = () => Scenes.WithComment(Scenes.Jpeg(1)),
        ["other quality"] = () => Scenes.Jpeg(1, quality: 35),
        ["half the size"] = () => Scenes.Jpeg(1, 450, 300),
        ["twice the size"] = () => Scenes.Jpeg(1, 1800, 1200),
        ["another kind"] = () => As(".png", Scenes.Of(1)),
        ["WebP"] = () => As(".webp", Scenes.Of(1)),
    };

    static readonly Dictionary<string, Func<byte[]>> _other = new()
    {
        ["another scene"] = () => Scenes.Jpeg(2),
        ["a part"] = () => As(".jpg", Scenes.Of(1).Crop(0, 0, 700, 600)),
        ["a mirror"] = () => As(".jpg", Scenes.Of(1).FlipHor()),
        ["somebody beside it"] = () => As(".jpg", Scenes.Of(1).Insert(Scenes.Of(3, 180, 200), 100, 300)),
        ["black"] = () => As(".jpg", Image.Black(900, 600, 3)),
    };

    public static TheoryData<string> Same => [.. _same.Keys];

    public static TheoryData<string> Other => [.. _other.Keys];

    [Theory, MemberData(nameof(Same))]
    public async Task The_same_picture_looks_the_same_in_other_bytes(string name) =>
        Assert.True((await LookAsync(Scenes.Jpeg(1))).IsLike(await LookAsync(_same[name]())));

    [Theory, MemberData(nameof(Other))]
    public async Task Another_picture_looks_other(string name) =>
        Assert.False((await LookAsync(Scenes.Jpeg(1))).IsLike(await LookAsync(_other[name]())));

    [Fact]
    public async Task Scenes_look_like_themselves_alone()
    {
        var looks = new List<PictureLook>();
        for (var number = 0; number < 40; number++)
            looks.Add(await LookAsync(Scenes.Jpeg(number, 300, 200)));

        for (var one = 0; one < looks.Count; one++)
        {
            for (var other = 0; other < looks.Count; other++)
                Assert.Equal(one == other, looks[one].IsLike(looks[other]));
        }
    }

    [Fact]
    public async Task Fields_of_one_colour_are_alike_only_when_they_are_the_same()
    {
        var grey = await LookAsync(Field(120));

        Assert.True(grey.IsLike(await LookAsync(Scenes.WithComment(Field(120)))));
        Assert.False(grey.IsLike(await LookAsync(Field(122))));
    }

    static byte[] Field(int shade)
    {
        using var black = Image.Black(600, 400, 3);
        using var filled = black + new double[] { shade, shade, shade };
        return As(".jpg", filled.Cast(Enums.BandFormat.Uchar));
    }

    static byte[] As(string suffix, Image image)
    {
        using (image)
            return image.WriteToBuffer(suffix);
    }

    async Task<PictureLook> LookAsync(byte[] original)
    {
        var made = Assert.IsType<RenditionOutcome.Made>(
            await _maker.MakeAsync(original, TestContext.Current.CancellationToken));
        return Libvips.LookOf(made.Renditions[0].Bytes.ToArray());
    }
}
