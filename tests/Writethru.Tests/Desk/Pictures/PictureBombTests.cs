using Microsoft.Extensions.Time.Testing;
using Writethru.Desk.Pictures;
using Writethru.Tests.Support;

namespace Writethru.Tests.Desk.Pictures;

/// <summary>
/// Pictures that ask for more than they are, and what is no picture: refused by name, and never decoded.
/// </summary>
public sealed class PictureBombTests : IDisposable
{
    readonly FakeTimeProvider _clock = new();
    readonly RenditionMaker _neverDecodes;

    public PictureBombTests() => _neverDecodes = new(
        new() { DecodeSlots = 1 }, _clock, (_, _) => throw new InvalidOperationException("It was decoded."));

    public void Dispose() => _neverDecodes.Dispose();

    static readonly Dictionary<string, (string Code, Func<byte[]> Make)> _bombs = new()
    {
        ["JPEG of 65500 by 65500"] = ("PIC-004", () => PictureBytes.Jpeg(65500, 65500)),
        ["PNG of 65535 by 65535 in 1 KB"] = ("PIC-004", () => PictureBytes.Png(65535, 65535, idat: new byte[900])),
        ["PNG of 2 billion by 2 billion"] = ("PIC-004", () => PictureBytes.Png(int.MaxValue, int.MaxValue)),
        ["TIFF of 2 billion by 2 billion"] =
            ("PIC-004", () => PictureBytes.Tiff(true, 0, PictureBytes.TiffOf(int.MaxValue, int.MaxValue))),
        ["PNG of nothing within the pixels"] =
            ("PIC-005", () => PictureBytes.Png(9000, 9000, idat: PictureBytes.Zeros(1 << 20))),
        ["TIFF of nothing within the pixels"] =
            ("PIC-005", () => PictureBytes.Tiff(false, 0, PictureBytes.TiffOf(9000, 9000))),
        ["JPEG of nothing within the pixels"] = ("PIC-005", () => PictureBytes.Jpeg(9900, 9900)),
        ["interlaced PNG, held whole"] =
            ("PIC-006", () => PictureBytes.Png(9000, 9000, interlace: 1, idat: new byte[3 << 20])),
        ["progressive JPEG, held whole"] =
            ("PIC-006", () => [.. PictureBytes.Jpeg(9000, 9000, frame: 0xC2), .. new byte[3 << 20]]),
        ["HEIF with a larger one inside"] = ("PIC-006", () => PictureBytes.Heif("avif", (60000, 60000), (8, 8))),
        ["zTXt bomb"] = ("PIC-007", () => WithChunk("zTXt", [.. "Comment\0\0"u8, .. PictureBytes.Zeros(17 << 20)])),
        ["iCCP bomb"] = ("PIC-007", () => WithChunk("iCCP", [.. "sRGB\0\0"u8, .. PictureBytes.Zeros(17 << 20)])),
        ["iTXt bomb"] = ("PIC-007", () => WithChunk("iTXt",
            [.. "XML:com.adobe.xmp\0"u8, 1, 0, 0, 0, .. PictureBytes.Zeros(17 << 20)])),
        ["two thousand texts"] = ("PIC-007", () => PictureBytes.Png(8, 8, others:
            [.. Enumerable.Repeat(("tEXt", "a\0b"u8.ToArray()), 2000)])),
        ["JPEG of 500 scans"] = ("PIC-008", () => PictureBytes.Jpeg(4000, 4000, frame: 0xC2, scans: 500)),
        ["TIFF in a circle"] = ("PIC-002", () => PictureBytes.Tiff(true, 8, PictureBytes.TiffOf(8, 8))),
        ["TIFF of 4 billion strips"] = ("PIC-002", () =>
            PictureBytes.Tiff(true, 0, [(256, 1, 9), (257, 1, 9), (258, 1, 8), (273, uint.MaxValue, 8)])),
        ["HEIF box of size 0"] = ("PIC-002", () => WithBox([0, 0, 0, 0, .. "meta"u8])),
        ["HEIF box of 2^64 bytes"] = ("PIC-002", () =>
            WithBox([0, 0, 0, 1, .. "meta"u8, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0])),
        ["nothing"] = ("PIC-001", () => []),
        ["a page that calls itself a GIF"] = ("PIC-001", () => [.. "GIF89a/*<script>alert(1)</script>*/"u8]),
        ["SVG"] = ("PIC-001", () => [.. "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8]),
        ["PDF"] = ("PIC-001", () => [.. "%PDF-1.7"u8]),
        ["a picture behind a line of text"] = ("PIC-001", () => [.. "x\n"u8, .. PictureBytes.Jpeg(8, 8)]),
    };

    public static TheoryData<string> Bombs => [.. _bombs.Keys];

    [Theory, MemberData(nameof(Bombs))]
    public async Task It_is_refused_before_it_is_decoded(string name)
    {
        var (code, make) = _bombs[name];

        var outcome = await _neverDecodes.MakeAsync(make(), TestContext.Current.CancellationToken);

        Assert.Equal(code, Assert.IsType<RenditionOutcome.Refused>(outcome).Remark.Code);
        Assert.Equal(1, _neverDecodes.FreeSlots);
    }

    [Fact]
    public async Task A_file_above_its_limit_is_refused()
    {
        using var maker = new RenditionMaker(new() { MaxBytes = 100 }, _clock, (_, _) => []);

        var outcome = await maker.MakeAsync(PictureBytes.Png(8, 8, idat: new byte[200]), CancellationToken.None);

        Assert.Equal("PIC-003", Assert.IsType<RenditionOutcome.Refused>(outcome).Remark.Code);
    }

    [Fact]
    public async Task Bombs_are_refused_while_all_slots_are_taken_and_pictures_are_told_to_come_again()
    {
        using var done = new ManualResetEventSlim();
        using var maker = new RenditionMaker(new() { DecodeSlots = 1 }, _clock, (_, cancel) =>
        {
            done.Wait(cancel);
            return [];
        });
        var first = maker.MakeAsync(PictureBytes.Jpeg(8, 8), CancellationToken.None);

        var bomb = await maker.MakeAsync(PictureBytes.Jpeg(65500, 65500), CancellationToken.None);
        var second = maker.MakeAsync(PictureBytes.Jpeg(8, 8), CancellationToken.None);
        Assert.Equal(0, maker.FreeSlots);
        done.Set();

        Assert.Equal("PIC-004", Assert.IsType<RenditionOutcome.Refused>(bomb).Remark.Code);
        Assert.IsType<RenditionOutcome.Made>(await first);
        Assert.IsType<RenditionOutcome.Made>(await second);
        Assert.Equal(1, maker.FreeSlots);
    }

    [Fact]
    public async Task Who_finds_no_slot_in_time_is_busy_and_not_at_fault()
    {
        using var done = new ManualResetEventSlim();
        using var maker = new RenditionMaker(
            new() { DecodeSlots = 1, Deadline = TimeSpan.FromMinutes(5) }, _clock, (_, _) =>
            {
                done.Wait(CancellationToken.None);
                return [];
            });
        var first = maker.MakeAsync(PictureBytes.Jpeg(8, 8), CancellationToken.None);
        var second = maker.MakeAsync(PictureBytes.Jpeg(8, 8), CancellationToken.None);

        _clock.Advance(TimeSpan.FromMinutes(1));

        var refused = Assert.IsType<RenditionOutcome.Refused>(await second);
        Assert.True(refused.IsBusy);
        done.Set();
        Assert.IsType<RenditionOutcome.Made>(await first);
    }

    [Fact]
    public async Task What_misses_its_deadline_is_refused_and_keeps_its_slot_until_it_has_really_ended()
    {
        using var stop = new ManualResetEventSlim();
        var begun = 0;
        var first = new TaskCompletionSource();
        using var maker = new RenditionMaker(new() { DecodeSlots = 1 }, _clock, (_, cancel) =>
        {
            begun++;
            first.TrySetResult();
            // A decoder that looks at no cancellation.
            stop.Wait(CancellationToken.None);
            cancel.ThrowIfCancellationRequested();
            return [];
        });
        var late = maker.MakeAsync(PictureBytes.Jpeg(8, 8), CancellationToken.None);
        await first.Task;

        _clock.Advance(TimeSpan.FromMinutes(1));

        var refused = Assert.IsType<RenditionOutcome.Refused>(await late);
        Assert.Equal(("PIC-010", false), (refused.Remark.Code, refused.IsBusy));
        // The next one waits, and its clock stands still: it is made because the slot is given back.
        var next = maker.MakeAsync(PictureBytes.Jpeg(8, 8), TestContext.Current.CancellationToken);
        Assert.Equal((0, 1, false), (maker.FreeSlots, begun, next.IsCompleted));
        stop.Set();
        Assert.IsType<RenditionOutcome.Made>(await next);
        Assert.Equal((1, 2), (maker.FreeSlots, begun));
    }

    [Fact]
    public async Task Who_gives_up_is_not_answered()
    {
        using var maker = new RenditionMaker(new(), _clock, (_, cancel) =>
        {
            cancel.WaitHandle.WaitOne();
            cancel.ThrowIfCancellationRequested();
            return [];
        });
        using var cancel = new CancellationTokenSource();
        var made = maker.MakeAsync(PictureBytes.Jpeg(8, 8), cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => made);
    }

    static byte[] WithChunk(string type, byte[] content) => PictureBytes.Png(8, 8, others: [(type, content)]);

    static byte[] WithBox(byte[] box) => [.. PictureBytes.Box("ftyp", [.. "heic"u8, 0, 0, 0, 0, .. "mif1"u8]), .. box];
}
