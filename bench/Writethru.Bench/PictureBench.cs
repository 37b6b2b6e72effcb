using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using NetVips;
using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Desk;
using Writethru.Desk.Linking;
using Writethru.Desk.Pictures;
using Writethru.Desk.Receiving;
using Writethru.Rights;

namespace Writethru.Bench;

/// <summary>
/// Pictures a second through the rendition maker, one after the other and in all slots, and through the whole intake
/// (read, renditions, files and entry on the disk) in all slots, beside libvips alone making one thumbnail of the
/// preview's size from the same bytes. The best of several rounds of each, in turns.
/// </summary>
static class PictureBench
{
    const int Rounds = 7;

    /// <summary>Prints a row of a table for each picture.</summary>
    public static async Task<int> PrintAsync(TextWriter output)
    {
        var options = new PictureOptions();
        using var maker = new RenditionMaker(options, TimeProvider.System);
        var folder = Directory.CreateTempSubdirectory("writethru-bench").FullName;
        await using var log = SqliteLog.Open(new ArchiveOptions { Folder = folder }, TimeProvider.System,
            NullLogger<SqliteLog>.Instance);
        var gate = new Gate();
        log.AddFold(gate.Apply);
        var looks = new PictureLooks(log);
        var linking = new LinkingOptions();
        var receive = new ReceivePicture(log, gate,
            new FileTake(gate, linking, new DeskOptions(), new LikeStoppedPicture(log, gate, looks, linking)),
            new KeepFile(log, maker, looks), NullLogger<ReceivePicture>.Instance);
        await output.WriteLineAsync(
            $"| picture | libvips alone: a second | one by one | ratio | {options.DecodeSlots} slots | ratio | "
            + $"intake, {options.DecodeSlots} at once | ratio |\n|---|---|---|---|---|---|---|---|");
        foreach (var (name, width, height, pictures) in new[] { ("24 Mpx", 6000, 4000, 6), ("2 Mpx", 1732, 1155, 24) })
        {
            var jpeg = Photo(width, height);
            double alone = 0, one = 0, all = 0, intake = 0;
            for (var round = 0; round < Rounds; round++)
            {
                alone = Math.Max(alone, await RateAsync(pictures, 1, () =>
                {
                    Shrink(jpeg);
                    return Task.CompletedTask;
                }));
                one = Math.Max(one, await RateAsync(pictures, 1, () => MakeAsync(maker, jpeg)));
                all = Math.Max(all, await RateAsync(pictures, options.DecodeSlots, () => MakeAsync(maker, jpeg)));
                intake = Math.Max(intake,
                    await RateAsync(pictures, options.DecodeSlots, () => FileAsync(receive, jpeg)));
            }
            await output.WriteLineAsync($"| JPEG, {name}, {jpeg.Length / 1e6:F1} MB | {alone:F1} | {one:F1} | "
                + $"{one / alone:F2} | {all:F1} | {all / alone:F2} | "
                + $"{intake:F1} | {intake / alone:F2} |");
        }
        await log.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    static async Task<double> RateAsync(int pictures, int atOnce, Func<Task> make)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            for (var picture = 0; picture < pictures / atOnce; picture++)
                await make();
        }));
        return pictures / watch.Elapsed.TotalSeconds;
    }

    static async Task MakeAsync(RenditionMaker maker, byte[] jpeg)
    {
        if (await maker.MakeAsync(jpeg, CancellationToken.None) is not RenditionOutcome.Made { Renditions.Length: 2 })
            throw new InvalidOperationException("Found no renditions, expected two.");
    }

    /// <summary>Each picture is one of its own: the bytes behind its end differ.</summary>
    static async Task FileAsync(ReceivePicture receive, byte[] jpeg)
    {
        var outcomes = await receive.RunAsync(new IncomingItem
        {
            Bytes = (byte[])[.. jpeg, .. Guid.NewGuid().ToByteArray()],
            Publisher = "bench",
        }, CancellationToken.None);
        if (outcomes is not [FileOutcome.Filed])
            throw new InvalidOperationException("Found a picture that was not filed, expected one that was.");
    }

    static void Shrink(byte[] jpeg)
    {
        using var small = Image.ThumbnailBuffer(
            jpeg, MadeRendition.PreviewSide, height: MadeRendition.PreviewSide, size: Enums.Size.Down);
        small.JpegsaveBuffer(q: 82);
    }

    /// <summary>Soft shapes and some grain, which compress as a photo does.</summary>
    static byte[] Photo(int width, int height)
    {
        using var shapes = Image.Perlin(width, height, cellSize: 256, uchar: true, seed: 7);
        using var grain = Image.Gaussnoise(width, height, sigma: 6, mean: 0, seed: 7);
        using var grey = (shapes + grain).Cast(Enums.BandFormat.Uchar);
        using var colour = grey.Bandjoin(shapes, grey).Copy(interpretation: Enums.Interpretation.Srgb);
        return colour.JpegsaveBuffer(q: 88);
    }
}
