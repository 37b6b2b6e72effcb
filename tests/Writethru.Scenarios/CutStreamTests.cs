using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Writethru.Desk;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>
/// A stream that is cut behind any of its bytes and resumed with the last id that a client by the book then has: what
/// it had and what comes are together the stream, nothing twice and nothing missed.
/// </summary>
public class CutStreamTests
{
    static readonly byte[] _heartbeat = Encoding.ASCII.GetBytes(": heartbeat\n\n");

    static readonly DateTimeOffset _start = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("ninjs"), InlineData("plainwire")]
    public async Task A_stream_that_is_cut_behind_any_byte_goes_on_with_the_rest(string format)
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var paper = new Api(wire.Url, await desk.AddSubscriberAsync("paper", "KR", format: format));
        var from = await MakeHistoryAsync(wire, desk, paper);
        var bytes = await BytesAsync(wire, paper, from);
        var (whole, _) = EventStreamReader.Read(bytes, from);
        Dictionary<string, List<SseEvent>> rests = [];
        HashSet<(int Events, string LastId)> states = [];

        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var (had, lastId) = EventStreamReader.Read(bytes.AsSpan(0, cut), from);
            if (!states.Add((had.Count, lastId)))
                continue;
            if (!rests.TryGetValue(lastId, out var rest))
                rests[lastId] = rest = EventStreamReader.Read(await BytesAsync(wire, paper, lastId), lastId).Events;
            Assert.Equal(InPlace(whole), InPlace(had).Concat(InPlace(rest)));
            // What stops a story may be told ahead, to whoever has not come to its place.
            Assert.Empty(Ahead(rest).Except(InPlace(rest)));
        }

        Assert.Equal(["kill", "gap", "take", "take", "take", "take", "joined", "kill", "hold", "take", "take"],
            whole.Select(next => next.Type));
        Assert.Equal(InPlace(whole).Count + 1, rests.Count);
    }

    /// <summary>All that a stream may say, and copy whose characters are several bytes.</summary>
    /// <returns>A cursor of the reader, before the rights that it lacked came back.</returns>
    static async Task<string> MakeHistoryAsync(InProcessWire wire, Api desk, Api paper)
    {
        var story = (await FileAsync(desk, "Österreich")).Story;
        var killed = (await FileAsync(desk, "Åland")).Story;
        var held = (await FileAsync(desk, "Malmö")).Story;
        await desk.FileAsync(LinkingScenarios.Flash);
        var doubtful = await desk.FileAsync(LinkingScenarios.FollowUp);
        await paper.FeedAsync();
        await LapseAsync(desk, isLapsed: true);
        await FileAsync(desk, "서울");
        await FileAsync(desk, "東京 \u2028 \U0001F5DE");
        var from = (await paper.FeedAsync()).GetProperty("next").GetString()!;
        await LapseAsync(desk, isLapsed: false);
        await desk.FileAsync(Dispatches.Plain("Linz"), $"story={story}");
        using var accepted = await desk.PostAsync($"/v1/proposals/{doubtful.Position}-1/accept", new { });
        Assert.Equal(201, (int)accepted.StatusCode);
        await desk.KillAsync(killed, "Nie gewesen: ä");
        await desk.VerbAsync(held, "hold", "Geprüft");
        await desk.FileAsync(UnlikeTheKilled("Zürich"), "cause=first&embargo=2026-11-24T07:00:00Z");
        wire.Clock.Advance(TimeSpan.FromHours(2));
        await wire.Get<LiftEmbargoes>().RunAsync(CancellationToken.None);
        await desk.FileAsync(UnlikeTheKilled("Ærø"), "cause=first");
        return from;
    }

    static Task<Filed> FileAsync(Api desk, string mark) => desk.FileAsync(Dispatches.Plain(mark), "cause=first");

    static string UnlikeTheKilled(string mark) => $"""
        {mark} elects a mayor

        Voters of {mark} chose a mayor, who promised them wider pavements.

        """;

    static async Task LapseAsync(Api desk, bool isLapsed)
    {
        using var changed = await desk.Http.PatchAsJsonAsync("/v1/subscribers/paper", new { lapsed = isLapsed });
        Assert.Equal(200, (int)changed.StatusCode);
    }

    /// <summary>Every byte of a stream up to its first heartbeat, which needs the clock to move.</summary>
    static async Task<byte[]> BytesAsync(InProcessWire wire, Api reader, string lastId)
    {
        var reading = ReadAsync(reader, lastId);
        while (await Task.WhenAny(reading, Task.Delay(20)) != reading)
            wire.Clock.Advance(TimeSpan.FromSeconds(1));
        await wire.StreamsEndedAsync();
        return await reading;
    }

    static async Task<byte[]> ReadAsync(Api reader, string lastId)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/live");
        request.Headers.Add("Last-Event-ID", lastId);
        using var response = await reader.Http.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
        using var stream = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(timeout.Token);
        using var bytes = new MemoryStream();
        var buffer = new byte[4096];
        while (bytes.ToArray().AsSpan().IndexOf(_heartbeat) < 0)
            bytes.Write(buffer.AsSpan(0, await stream.ReadAsync(buffer, timeout.Token)));
        return bytes.ToArray()[..bytes.ToArray().AsSpan().IndexOf(_heartbeat)];
    }

    static List<string> InPlace(List<SseEvent> events) =>
        [.. events.Where(next => next.Id.Length > 0).Select(SaidBy)];

    static List<string> Ahead(List<SseEvent> events) =>
        [.. events.Where(next => next.Id.Length == 0).Select(SaidBy)];

    /// <summary>What an event says, without its cursors, of which each is another.</summary>
    static string SaidBy(SseEvent next) => next.Type + " " + string.Join(' ', JsonElement.Parse(next.Data)
        .EnumerateObject().Where(field => field.Name != "cursor").Select(field => $"{field.Name}={field.Value}"));
}
