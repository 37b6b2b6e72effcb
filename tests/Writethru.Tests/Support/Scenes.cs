using NetVips;

namespace Writethru.Tests.Support;

/// <summary>Photos of our own that look like something: soft patches of colour, others for each number.</summary>
static class Scenes
{
    /// <summary>A JPEG of the scene of that number, as large and as good as is wished.</summary>
    public static byte[] Jpeg(int number, int width = 900, int height = 600, int quality = 90)
    {
        using var image = Of(number, width, height);
        return image.JpegsaveBuffer(q: quality);
    }

    /// <summary>The scene itself.</summary>
    public static Image Of(int number, int width = 900, int height = 600)
    {
        const int across = 12, down = 8;
        var patches = Enumerable.Range(0, across * down * 3)
            .Select(i => (byte)(unchecked((uint)(i + 1) * 2654435761u * (uint)(number + 1)) >> 24)).ToArray();
        using var small = Image.NewFromMemory(patches, across, down, 3, Enums.BandFormat.Uchar);
        using var named = small.Copy(interpretation: Enums.Interpretation.Srgb);
        return named.Resize((double)width / across, kernel: Enums.Kernel.Linear, vscale: (double)height / down)
            .CopyMemory();
    }

    /// <summary>The same picture in other bytes: a comment behind its first marker.</summary>
    public static byte[] WithComment(byte[] jpeg, string comment = "again") =>
        [.. jpeg[..2], .. PictureBytes.Segment(0xFE, System.Text.Encoding.UTF8.GetBytes(comment)), .. jpeg[2..]];
}
