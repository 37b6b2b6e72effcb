using System.Text.Json;
using Writethru.Archive.Sqlite;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>
/// Fifty followers of one wire over real HTTP, by stream and by page, leaving and resuming as they like, while one
/// editor files, corrects, holds, releases, kills, embargoes and changes rights. Afterwards their notes are held
/// against what the editor did: what must have come, and what must not.
/// </summary>
public class FollowersTests(ITestOutputHelper output)
{
    const int Steps = 200;
    static readonly DateTimeOffset _start = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [MemberData(nameof(Seeds.Of), 3, MemberType = typeof(Seeds))]
    public async Task Everybody_was_given_what_it_may_have_and_nothing_else_and_a_recall_names_them(int seed)
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        var history = new FollowedHistory(await SubscribeAsync(desk), wire.Get<SqliteLog>().Head);
        var editor = new FollowersEditor(wire, desk, history, new Random(seed));
        var followers = history.Model.Subscribers
            .Select((who, i) => new Follower(wire, who, isLive: i % 2 == 0, new Random(seed * 1000 + i))).ToList();
        var isDone = false;
        var following = Task.WhenAll(
            followers.Select(follower => follower.FollowAsync(() => Volatile.Read(ref isDone))));
        try
        {
            for (var i = 0; i < Steps; i++)
                await editor.StepAsync();
        }
        finally
        {
            Volatile.Write(ref isDone, true);
            while (await Task.WhenAny(following, Task.Delay(20)) != following)
                wire.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        await following;

        var oracle = new FollowersOracle(seed, history);
        foreach (var follower in followers)
            oracle.Check(follower);
        foreach (var killed in history.Brings.Where(entry => entry.What.Cause == BroughtKind.Kill))
        {
            oracle.CheckRecall(killed.What.Story, killed.Position, followers,
                await ReadAsync(desk, $"/v1/stories/{killed.What.Story.Id}/recall"),
                await ReadAsync(desk, $"/v1/stories/{killed.What.Story.Id}/deliveries"));
        }

        var disconnects = followers.Sum(follower => follower.Disconnects);
        var ahead = followers.Sum(follower => follower.Notes.Count(note => note.Position == 0));
        output.WriteLine($"seed {seed}: {editor.Takes} takes, {editor.Corrections} corrections, {editor.Kills} kills, "
            + $"{editor.Holds} holds, {editor.Releases} releases, {editor.Lifted} embargoes lifted, "
            + $"{editor.RightsChanges} changes of rights, {editor.Revocations} revocations, {disconnects} disconnects; "
            + $"{oracle.Bodies} bodies and {oracle.Notices} notices ({ahead} told ahead) were allowed, {oracle.Due} "
            + $"items were due, {oracle.Recalled} recipients of recalls, {oracle.Missed} brought behind gaps, "
            + $"{oracle.Lapses} lapses that ended");
        Assert.All([editor.Takes, editor.Corrections, editor.Kills, editor.Holds, editor.Releases, editor.Lifted,
            editor.RightsChanges, editor.Revocations, disconnects, oracle.Bodies, oracle.Notices, ahead, oracle.Due,
            oracle.Recalled],
            count => Assert.True(count > 0, $"Seed {seed} leaves something out."));
        foreach (var follower in followers)
            follower.Dispose();
    }

    static async Task<GateModel> SubscribeAsync(Api desk)
    {
        var model = new GateModel();
        for (var i = 0; i < 50; i++)
        {
            var territory = (i % 3) switch { 0 => "KR", 1 => "JP", _ => "" };
            var (name, agrees) = ($"paper{i}", i % 4 == 0);
            using var response = await desk.PostAsync("/v1/subscribers",
                new { name, territory, getsEmbargoed = agrees, format = i % 7 == 0 ? "plainwire" : "ninjs" });
            Assert.Equal(201, (int)response.StatusCode);
            var key = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync()).GetProperty("key").GetString()!;
            model.Subscribers.Add(new GateModel.Subscriber
            {
                Name = name, Key = key, Territory = territory, Redistributes = false, GetsEmbargoed = agrees,
            });
        }
        return model;
    }

    static async Task<JsonElement> ReadAsync(Api desk, string path)
    {
        var (status, body) = await desk.GetAsync(path);
        Assert.True(status == 200, $"{path}: {status} {body}");
        return JsonElement.Parse(body);
    }
}
