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
    const int Kept = 3, Steps = 200, Lost = 30;
    static readonly DateTimeOffset _start = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [MemberData(nameof(Seeds.Of), Kept, MemberType = typeof(Seeds))]
    public async Task Everybody_was_given_what_it_may_have_and_nothing_else_and_a_recall_names_them(int seed)
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        var model = await SubscribeAsync(wire);
        using var others = await RandomHistory.OverAsync(wire, new Random(seed + 1000), model);
        var history = new FollowedHistory(model, wire.Get<SqliteLog>().Head);
        var editor = new FollowersEditor(wire, history, others, new Random(seed));
        var followers = history.Model.Subscribers
            .Select((who, i) => new Follower(wire, who, isLive: i % 2 == 0, new Random(seed * 1000 + i))).ToList();
        await FollowAsync(wire, editor, followers, Steps);
        await LoseAsync(wire, editor, history, followers);
        await FollowAsync(wire, editor, followers, Lost);

        using var desk = new Api(wire.Url, wire.DeskKey);
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
            + $"{oracle.Lapses} lapses that ended, {oracle.Joined} told of joined stories, {oracle.Restored} of a log "
            + "that was put back; " + string.Join(", ", others.Done.Select(move => $"{move.Key} {move.Value}")));
        if (seed > Kept)
            return;
        // Of more seeds each may leave something out.
        Assert.All([editor.Takes, editor.Corrections, editor.Kills, editor.Holds, editor.Releases, editor.Lifted,
            editor.RightsChanges, editor.Revocations, disconnects, oracle.Bodies, oracle.Notices, ahead, oracle.Due,
            oracle.Recalled, oracle.Restored],
            count => Assert.True(count > 0, $"Seed {seed} leaves something out."));
    }

    /// <summary>The editor does so many things, and everybody follows until it has all.</summary>
    static async Task FollowAsync(InProcessWire wire, FollowersEditor editor, List<Follower> followers, int steps)
    {
        var isDone = false;
        var following = Task.WhenAll(
            followers.Select(follower => follower.FollowAsync(() => Volatile.Read(ref isDone))));
        try
        {
            for (var i = 0; i < steps; i++)
                await editor.StepAsync();
        }
        finally
        {
            Volatile.Write(ref isDone, true);
            while (await Task.WhenAny(following, Task.Delay(20)) != following)
                wire.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        await following;
    }

    /// <summary>What is done now is followed as well, and lost: the log is put back to where it was before.</summary>
    static async Task LoseAsync(InProcessWire wire, FollowersEditor editor, FollowedHistory history,
        List<Follower> followers)
    {
        using var copy = new TemporaryFolder();
        followers.ForEach(follower => follower.BeginLoss());
        await wire.RestartAsync(data => TemporaryFolder.Copy(data, copy.At("data")));
        editor.GoOnFrom(new FollowedHistory(history.Model.Copied(), history.Head));
        await FollowAsync(wire, editor, followers, Lost);
        await wire.RestartAsync(data => TemporaryFolder.Copy(copy.At("data"), data));
        followers.ForEach(follower => follower.EndLoss());
        editor.GoOnFrom(history);
    }

    static async Task<GateModel> SubscribeAsync(InProcessWire wire)
    {
        using var desk = new Api(wire.Url, wire.DeskKey);
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
