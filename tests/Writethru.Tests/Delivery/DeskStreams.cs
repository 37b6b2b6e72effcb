using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Formats.Registry;
using Writethru.Tests.Desk;

namespace Writethru.Tests.Delivery;

/// <summary>Streams of a desk's log, without a server.</summary>
sealed class DeskStreams : IDisposable
{
    readonly DeskLog _desk;
    readonly Ledger _ledger;
    readonly LogRenderings _renderings;
    readonly Pull _pull;

    public DeskStreams(DeskLog desk, DeliveryOptions? options = null)
    {
        _desk = desk;
        _renderings = new LogRenderings(desk.Log);
        _ledger = new Ledger(desk.Log, desk.Gate, NullLogger<Ledger>.Instance);
        Outlet = new Outlet(desk.Log, desk.Gate);
        Epoch = new Epoch(RandomNumberGenerator.GetBytes(Epoch.Length), _ => { });
        Cursors = new Cursors(new byte[32], desk.Log, Epoch);
        _pull = new Pull(desk.Log, desk.Gate, Outlet, new StreamWalk(desk.Log, desk.Gate, Outlet),
            new StreamJson(_renderings.Renderings, Cursors, Epoch), options ?? new DeliveryOptions(), desk.Clock);
    }

    public Outlet Outlet { get; }

    public Epoch Epoch { get; }

    public Cursors Cursors { get; }

    /// <summary>One page behind a cursor; from the beginning without one.</summary>
    public async Task<JsonElement> PageAsync(string principal, string? after = null, int limit = 100)
    {
        using var answer = new MemoryStream();
        var output = PipeWriter.Create(answer, new StreamPipeWriterOptions(leaveOpen: true));
        var opened = after is null ? default : Cursors.Open(principal, after)!.Value;
        await _pull.WritePageAsync(new FeedRequest
        {
            To = _ledger.Open(principal, SendPath.Feed),
            After = opened.Place,
            Gap = opened.IsRestored ? StreamGap.Restored : null,
            Format = WireFormats.Find("ninjs")!,
            Limit = limit,
        }, output, DeskLog.Cancel, DeskLog.Cancel);
        await output.CompleteAsync();
        return JsonElement.Parse(answer.ToArray());
    }

    public static string TakeOf(JsonElement item) =>
        $"{item.GetProperty("story").GetString()}/{item.GetProperty("take").GetInt32()}";

    public void Dispose()
    {
        _ledger.Dispose();
        _renderings.Dispose();
    }
}
