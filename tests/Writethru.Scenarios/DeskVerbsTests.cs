using System.Text.Json;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>The desk's verbs as a person types them, and what they may not do.</summary>
public sealed class DeskVerbsTests : IAsyncLifetime
{
    static readonly DateTimeOffset _now = new(2026, 11, 25, 1, 0, 0, TimeSpan.Zero);

    readonly TemporaryFolder _folder = new();
    InProcessWire _wire = null!;
    Api _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _wire = await InProcessWire.StartAsync(_now);
        _desk = new Api(_wire.Url, _wire.DeskKey);
    }

    public async ValueTask DisposeAsync()
    {
        _desk.Dispose();
        await _wire.DisposeAsync();
        _folder.Dispose();
    }

    long Head => _wire.Get<SqliteLog>().Head;

    Task<CommandLineRun> RunAsync(params string[] arguments) =>
        CommandLineRun.RunAsync([.. arguments, "--to", _wire.Url, "--key", _wire.DeskKey]);

    async Task<string> WriteAsync(string copy)
    {
        var file = _folder.At($"{Guid.NewGuid():N}.txt");
        await File.WriteAllTextAsync(file, copy);
        return file;
    }

    static void AssertDone(CommandLineRun run, string output) =>
        Assert.Equal((0, output), (run.Exit, run.Output.TrimEnd()));

    static void AssertRefused(CommandLineRun run, int exit, string error)
    {
        Assert.Equal((exit, ""), (run.Exit, run.Output));
        Assert.Contains(error, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_is_held_and_released_and_killed_and_nothing_follows()
    {
        var story = (await _desk.FileAsync(Dispatches.Plain("zholdz"))).Story;

        AssertRefused(await RunAsync("hold", story), 2, "--reason");
        AssertDone(await RunAsync("hold", story, "--reason", "Being looked at"), $"{story} take 2 at {Head}");
        var waiting = await RunAsync("waiting");
        Assert.Contains($"held\t{story} take 2", waiting.Output, StringComparison.Ordinal);
        Assert.Contains("Being looked at", waiting.Output, StringComparison.Ordinal);
        AssertDone(await RunAsync("release", story), $"{story} take 3 at {Head}");
        AssertRefused(await RunAsync("release", story), 1, "take-conflict");
        AssertRefused(await RunAsync("kill", story), 2, "parameter-invalid");
        AssertDone(await RunAsync("kill", story, "--reason", "It is wrong", "--substitute", "yes"),
            $"{story} take 4 at {Head}");
        Assert.Contains("A substitute will follow", (await _desk.GetAsync($"/v1/stories/{story}")).Body,
            StringComparison.Ordinal);
        AssertRefused(await RunAsync("takedown", story, "--reason", "The right ended"), 1, "take-conflict");
        AssertRefused(await RunAsync("kill", "nosuchstory", "--reason", "It is wrong"), 1, "story-unknown");
    }

    [Fact]
    public async Task An_embargo_ends_earlier_only_for_a_reason()
    {
        var story = (await _desk.FileAsync(Dispatches.Plain("zembz"), "embargo=2026-11-25T06:00:00Z")).Story;

        AssertRefused(await RunAsync("embargo", story), 2, "--until INSTANT and --lift");
        AssertDone(await RunAsync("embargo", story, "--until", "2026-11-25T09:00:00Z"), $"{story} take 1 at {Head}");
        AssertRefused(await RunAsync("embargo", story, "--lift"), 2, "earlier");
        AssertDone(await RunAsync("embargo", story, "--lift", "--reason", "It was read out"),
            $"{story} take 1 at {Head}");
        AssertRefused(await RunAsync("embargo", story, "--until", "2026-11-25T09:00:00Z"), 1, "take-conflict");
    }

    [Fact]
    public async Task A_correction_must_say_what_was_wrong()
    {
        var story = (await _desk.FileAsync(Dispatches.Plain("zcorz"))).Story;
        var mute = await WriteAsync(Dispatches.Plain("zcorrectz"));
        var told = await WriteAsync(Dispatches.Plain("zcorrectz")
            .Replace("\n\nPORT", "\n\n(CORRECTS name of the place in 1st graf)\n\nPORT", StringComparison.Ordinal));

        AssertRefused(await RunAsync("correct", story, mute), 2, "correction-unexplained");
        AssertRefused(await RunAsync("correct", story, told, "--follows", "7"), 1, "take-stale");
        var done = await RunAsync("correct", story, told, "--follows", "1");
        Assert.True(done.Exit == 0, done.Errors);
        Assert.StartsWith($"{story} take 2 at {Head}", done.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_says_story_cause_and_what_would_stay_back_and_keeps_nothing()
    {
        var story = (await _desk.FileAsync(Dispatches.Plain("zcheckz"))).Story;
        await _desk.VerbAsync(story, "hold", "Being looked at");
        var lead = await WriteAsync(Dispatches.Plain("zleadz"));
        var waits = await WriteAsync("EMBARGOED until Tuesday\n\n" + Dispatches.Plain("zwaitz"));
        var terms = await WriteAsync(Dispatches.WithPictures("ztermz").Replace("No Redistribution",
            "Not for the froobles of Zork", StringComparison.Ordinal));
        var unreadable = await WriteAsync("\0\u0001\u0002");
        var large = await WriteAsync(Dispatches.Plain("zlargez")
            + string.Concat(Enumerable.Repeat("Much more of it.\n\n", 20_000)));
        var (head, blobs) = (Head, Blobs());

        var held = await RunAsync("publish", "--check", lead, "--story", story, "--cause", "lead");
        var waiting = await RunAsync("publish", "--check", waits);
        var unclear = await RunAsync("publish", "--check", terms);
        var refused = await RunAsync("publish", "--check", unreadable);
        var whole = await RunAsync("publish", "--check", large);

        Assert.StartsWith($"{story} take 3 would be filed as lead", held.Output, StringComparison.Ordinal);
        Assert.Contains("stays back (held): Take 2 holds the story: Being looked at", held.Errors,
            StringComparison.Ordinal);
        Assert.StartsWith("a new story, take 1 would be filed as first (waiting: only the desk sees it yet)",
            waiting.Output, StringComparison.Ordinal);
        Assert.Contains("(waiting): \"EMBARGOED until Tuesday\"", waiting.Errors, StringComparison.Ordinal);
        Assert.Contains("picture 1 stays back (unclearTerms)", unclear.Errors, StringComparison.Ordinal);
        Assert.Contains("froobles", unclear.Errors, StringComparison.Ordinal);
        Assert.Contains("picture 1 stays back (territory)", unclear.Errors, StringComparison.Ordinal);
        AssertRefused(refused, 2, "item-unreadable");
        Assert.True(whole.Exit == 0, whole.Errors);
        Assert.Equal((head, blobs), (Head, Blobs()));

        var filed = await RunAsync("publish", waits);
        Assert.Equal(waiting.Errors, filed.Errors);
        Assert.Equal(head + 1, Head);
    }

    int Blobs() => Directory
        .GetFiles(_wire.Get<SqliteLog>().Folder.BlobFolder, "*", SearchOption.AllDirectories)
        .Length;

    [Fact]
    public async Task What_was_refused_is_listed_newest_first_and_received_again_under_the_senders_name()
    {
        using var added = await _desk.PostAsync("/v1/principals", new { name = "gazette", role = "publisher" });
        var key = JsonElement.Parse(await added.Content.ReadAsByteArrayAsync()).GetProperty("key").GetString()!;
        using var gazette = new Api(_wire.Url, key);
        var story = (await gazette.FileAsync(Dispatches.Plain("zrefz"))).Story;
        using var unknown = await gazette.PublishAsync(Dispatches.Plain("znextz"), "story=nosuchstory");
        var first = Head;
        using var unreadable = await _desk.PublishAsync("\0\u0001\u0002");

        var listed = (await RunAsync("refused", "list")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var page = JsonElement.Parse((await _desk.GetAsync("/v1/refusals?limit=1")).Body);
        var before = page.GetProperty("next").GetInt64();
        var next = JsonElement.Parse((await _desk.GetAsync($"/v1/refusals?before={before}")).Body);

        Assert.Equal([$"{Head}", $"{first}"], listed.Select(line => line.Split('\t')[0]));
        Assert.Contains("\tgazette\t", listed[1], StringComparison.Ordinal);
        Assert.Equal(first, next.GetProperty("refusals")[0].GetProperty("position").GetInt64());
        Assert.Equal(0, next.GetProperty("next").GetInt64());
        var replayed = await RunAsync("refused", "replay", $"{first}", "--story", story);
        AssertDone(replayed, $"{story} take 2 at {Head}");
        var entry = (LogEntry.TakeFiled)_wire.Get<SqliteLog>().Find(Head)!.Entry;
        Assert.Equal("gazette", entry.Received!.Publisher);
        AssertRefused(await RunAsync("refused", "replay", "1"), 1, "not-found");
        using var revoked = await _desk.PostAsync("/v1/principals/gazette/revoke", new { });
        AssertRefused(await RunAsync("refused", "replay", $"{first}"), 1, "take-conflict");
    }

    [Fact]
    public async Task Terms_are_cleared_verbatim()
    {
        await _desk.FileAsync(Dispatches.WithPictures("zclearz")
            .Replace("No Redistribution", "Not for the froobles of Zork", StringComparison.Ordinal));
        var terms = (await RunAsync("waiting")).Output.Split('\n')
            .Single(line => line.StartsWith("terms\t", StringComparison.Ordinal))["terms\t".Length..];

        AssertRefused(await RunAsync("clear", terms[1..]), 1, "not-found");
        AssertDone(await RunAsync("clear", terms), "");
        Assert.Empty((await RunAsync("waiting")).Output.Trim());
    }

    [Fact]
    public async Task Killed_copy_is_read_by_the_desk_alone_for_a_reason_that_is_in_the_log_before_it_is_answered()
    {
        var readerKey = await _desk.AddSubscriberAsync("paper");
        using var paper = new Api(_wire.Url, readerKey);
        var story = (await _desk.FileAsync(Dispatches.Plain("zkilledz"))).Story;
        await paper.FeedAsync();
        var path = $"/v1/stories/{story}/takes/1/read-killed";

        AssertRefused(await RunAsync("read-killed", story, "1", "--reason", "A complaint"), 1, "take-conflict");
        await _desk.KillAsync(story);
        var (head, why) = (Head, new { reason = "A complaint" });
        using var bySubscriber = await paper.PostAsync(path, why);
        using var unexplained = await _desk.PostAsync(path, new { reason = " " });
        using var unknown = await _desk.PostAsync($"/v1/stories/{story}/takes/9/read-killed", why);
        Assert.Equal((403, 400, 404),
            ((int)bySubscriber.StatusCode, (int)unexplained.StatusCode, (int)unknown.StatusCode));
        Assert.Equal(head, Head);

        var read = await RunAsync("read-killed", story, "1", "--reason", "A\ncomplaint");

        var answer = JsonElement.Parse(read.Output);
        Assert.Contains("zkilledz", answer.GetProperty("copy").GetProperty("headline").GetString(),
            StringComparison.Ordinal);
        Assert.Equal(head + 1, answer.GetProperty("position").GetInt64());
        Assert.Equal(new LogEntry.KilledRead(new StoryId(story), 1, "A complaint", "desk"),
            _wire.Get<SqliteLog>().Find(head + 1)!.Entry);
        Assert.Equal(410, (await _desk.GetAsync($"/v1/stories/{story}/takes/1")).Status);
        Assert.Equal(410, (await paper.GetAsync($"/v1/stories/{story}/takes/1")).Status);
        var behind = (await paper.FeedAsync()).GetProperty("next").GetString()!;
        await RunAsync("read-killed", story, "1", "--reason", "Once more");
        Assert.Empty((await paper.FeedAsync(behind)).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Bytes_that_repeat_killed_copy_are_closed_too()
    {
        var story = (await _desk.FileAsync(Dispatches.Plain("zrepeatz"))).Story;
        await _desk.KillAsync(story);
        using var again = await _desk.PublishAsync(Dispatches.Plain("zrepeatz"), "", "a-key");
        Assert.Equal(200, (int)again.StatusCode);

        var (status, body) = await _desk.GetAsync($"/v1/refusals/{Head}");

        Assert.Equal(409, status);
        Assert.DoesNotContain("zrepeatz", body, StringComparison.Ordinal);
    }
}
