using System.Net.Http.Json;
using System.Text.Json;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>Takes that come without an identity, over HTTP and from the command line.</summary>
public class LinkingScenarios
{
    const string Fire = "A fire at the oil terminal closed the harbor of Mirada on Tuesday, Captain Nils Ferro of the "
        + "Halvard Quay port office said.";

    internal const string Flash = $"""
        (URGENT) Fire closes harbor of Mirada

        MIRADA, Nov. 24 (Saltern) -- {Fire}
        (END)

        """;

    const string Lead = $"""
        (LEAD) Fire closes harbor of Mirada, 400 leave homes

        MIRADA, Nov. 24 (Saltern) -- {Fire}

        Some 400 people were told to leave their homes, Mayor Ilse Tarn said.
        (END)

        """;

    const string Costs = "A fire at the oil terminal closed the harbor for a day and cost millions, the Halvard Quay "
        + "port office said.";

    internal const string FollowUp = $"""
        Mirada counts the damage

        MIRADA, Nov. 24 (Saltern) -- {Costs}
        (END)

        """;

    static readonly DateTimeOffset _start = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_lead_that_names_no_story_reaches_the_subscriber_as_the_next_take_and_the_answer_says_why()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        var flash = await desk.FileAsync(Flash);

        using var response = await desk.PublishAsync(Lead, idempotencyKey: "k");
        var text = await response.Content.ReadAsStringAsync();
        using var again = await desk.PublishAsync(Lead, idempotencyKey: "k");

        var answer = JsonElement.Parse(text);
        Assert.Equal(201, (int)response.StatusCode);
        Assert.Equal((flash.Story, 2),
            (answer.GetProperty("story").GetString(), answer.GetProperty("take").GetInt32()));
        var linked = answer.GetProperty("linked");
        Assert.Equal(flash.Story, linked.GetProperty("story").GetString());
        Assert.True(linked.GetProperty("score").GetDouble() >= 0.6);
        Assert.Equal(["words", "headline", "names", "place", "series"], linked.GetProperty("reasons").EnumerateArray()
            .Select(reason => reason.GetProperty("name").GetString()));
        Assert.False(linked.TryGetProperty("doubt", out _));
        Assert.Equal((200, text), ((int)again.StatusCode, await again.Content.ReadAsStringAsync()));
        var items = (await reader.FeedAsync()).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([1, 2], items.Select(item => item.GetProperty("take").GetInt32()));
        // How the desk found the story is the desk's.
        Assert.DoesNotContain("linked", (await reader.FeedAsync()).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposal_is_listed_for_the_desk_alone_until_somebody_rejects_it()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        string[] asDesk = ["--to", wire.Url, "--key", wire.DeskKey];
        var flash = await desk.FileAsync(Flash);
        var filed = await desk.FileAsync(FollowUp);

        var listed = await CommandLineRun.RunAsync(["admin", "proposals", "list", .. asDesk]);
        var forReader = await reader.GetAsync("/v1/proposals");
        var id = listed.Output.Split('\t')[0];
        using var byReader = await reader.PostAsync($"/v1/proposals/{id}/reject", new { });
        var rejected = await CommandLineRun.RunAsync(["admin", "proposals", "reject", id, .. asDesk]);
        var again = await CommandLineRun.RunAsync(["admin", "proposals", "reject", id, .. asDesk]);

        Assert.Equal((flash.Story != filed.Story, 1), (true, filed.Take));
        Assert.StartsWith($"{filed.Position}-1\t{filed.Story} take 1\t{flash.Story} take 1\t0.", listed.Output,
            StringComparison.Ordinal);
        Assert.Contains("\tlowScore\twords 0.", listed.Output, StringComparison.Ordinal);
        Assert.Equal(403, forReader.Status);
        Assert.Equal(403, (int)byReader.StatusCode);
        Assert.Equal((0, 0), (listed.Exit, rejected.Exit));
        Assert.NotEqual(0, again.Exit);
        Assert.Equal("[]", (await desk.GetAsync("/v1/proposals")).Body);
        Assert.Equal(200, (await reader.GetAsync($"/v1/stories/{filed.Story}")).Status);
    }

    [Fact]
    public async Task Copy_that_comes_again_is_one_take_and_after_its_kill_its_sender_is_told_that_nobody_gets_it()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        var flash = await desk.FileAsync(Flash);
        var lead = await desk.FileAsync(Lead);

        using var again = await desk.PublishAsync(Flash);
        await desk.KillAsync(flash.Story);
        var start = (await reader.FeedAsync()).GetProperty("next").GetString()!;
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Lead, TestContext.Current.CancellationToken);
        var killed = await CommandLineRun.RunAsync(
            ["publish", file, "--to", wire.Url.ToString(), "--key", wire.DeskKey]);
        File.Delete(file);
        var first = await desk.FileAsync(Lead, "cause=first");

        Assert.Equal((200, flash), ((int)again.StatusCode, await again.Content.ReadFromJsonAsync<Filed>()));
        Assert.Equal((0, $"{lead.Story} take 2 at {lead.Position} (already there)"),
            (killed.Exit, killed.Output.Trim()));
        Assert.Contains($"Take 2 of story {lead.Story} was killed at ", killed.Errors, StringComparison.Ordinal);
        Assert.Equal(404, (await reader.GetAsync($"/v1/stories/{first.Story}")).Status);
        Assert.Equal(0, (await reader.FeedAsync(start)).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Copy_of_a_killed_story_that_comes_again_under_no_name_reaches_nobody()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        var flash = await desk.FileAsync(Flash);
        await desk.KillAsync(flash.Story);
        var start = (await reader.FeedAsync()).GetProperty("next").GetString()!;

        var lead = await desk.FileAsync(Lead);

        Assert.NotEqual(flash.Story, lead.Story);
        Assert.Equal(404, (await reader.GetAsync($"/v1/stories/{lead.Story}")).Status);
        Assert.Equal(0, (await reader.FeedAsync(start)).GetProperty("items").GetArrayLength());
        using var released = await desk.PostAsync($"/v1/stories/{lead.Story}/release", new { });
        Assert.Equal(200, (int)released.StatusCode);
        Assert.Equal(200, (await reader.GetAsync($"/v1/stories/{lead.Story}")).Status);
    }

    [Fact]
    public async Task An_accepted_proposal_reaches_readers_as_the_next_take_and_a_kill_of_either_story_as_two_notices()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        string[] asDesk = ["--to", wire.Url, "--key", wire.DeskKey];
        var flash = await desk.FileAsync(Flash);
        var filed = await desk.FileAsync(FollowUp);
        var start = (await reader.FeedAsync()).GetProperty("next").GetString()!;
        var id = $"{filed.Position}-1";

        using var byReader = await reader.PostAsync($"/v1/proposals/{id}/accept", new { });
        var accepted = await CommandLineRun.RunAsync(["admin", "proposals", "accept", id, .. asDesk]);
        var again = await CommandLineRun.RunAsync(["admin", "proposals", "accept", id, .. asDesk]);
        var items = (await reader.FeedAsync(start)).GetProperty("items").EnumerateArray().ToList();
        var next = await desk.FileAsync(
            FollowUp.Replace("cost millions", "cost more than that", StringComparison.Ordinal),
            $"story={filed.Story}");
        await desk.KillAsync(filed.Story, "It was another port");

        Assert.Equal(403, (int)byReader.StatusCode);
        Assert.Equal((0, $"{flash.Story} take 2 at {filed.Position + 1}"), (accepted.Exit, accepted.Output.Trim()));
        Assert.NotEqual(0, again.Exit);
        Assert.Equal((flash.Story, 2), Assert.Single(items.Select(item =>
            (item.GetProperty("story").GetString(), item.GetProperty("take").GetInt32()))));
        Assert.Equal((flash.Story, 3), (next.Story, next.Take));
        Assert.Equal([flash.Story, filed.Story],
            (await reader.FeedAsync(start)).GetProperty("items").EnumerateArray()
                .Where(item => item.GetProperty("cause").GetString() == "kill")
                .Select(item => item.GetProperty("story").GetString()!).OrderBy(story => story != flash.Story));
        foreach (var path in new[] { $"{flash.Story}", $"{flash.Story}/takes/2", $"{filed.Story}",
            $"{filed.Story}/takes/1" })
        {
            var (status, body) = await reader.GetAsync($"/v1/stories/{path}");
            Assert.Equal(410, status);
            Assert.Contains("It was another port", body, StringComparison.Ordinal);
            Assert.DoesNotContain("cost millions", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_unlinked_take_becomes_a_story_and_the_copy_before_it_stands_for_the_old_one()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        string[] asDesk = ["--to", wire.Url, "--key", wire.DeskKey];
        var flash = await desk.FileAsync(Flash);
        var lead = await desk.FileAsync(Lead);
        Assert.Equal((flash.Story, 2), (lead.Story, lead.Take));
        var start = (await reader.FeedAsync()).GetProperty("next").GetString()!;

        using var byReader = await reader.PostAsync($"/v1/stories/{flash.Story}/takes/2/unlink", new { });
        using var notNewest = await desk.PostAsync($"/v1/stories/{flash.Story}/takes/1/unlink", new { });
        using var none = await desk.PostAsync($"/v1/stories/{flash.Story}/takes/9/unlink", new { });
        var unlinked = await CommandLineRun.RunAsync(["admin", "unlink", flash.Story, "2", .. asDesk]);

        Assert.Equal((403, 409, 404), ((int)byReader.StatusCode, (int)notNewest.StatusCode, (int)none.StatusCode));
        Assert.Equal(0, unlinked.Exit);
        var story = unlinked.Output.Split(' ')[0];
        var items = (await reader.FeedAsync(start)).GetProperty("items").EnumerateArray().Select(item =>
            (item.GetProperty("story").GetString(), item.GetProperty("take").GetInt32(),
                item.GetProperty("cause").GetString()));
        Assert.Equal([(story, 1, "first"), (flash.Story, 3, "refile")], items);
        var newest = (await reader.GetAsync($"/v1/stories/{flash.Story}?format=plainwire")).Body;
        Assert.Contains("Take 2 belongs to another story.", newest, StringComparison.Ordinal);
        Assert.DoesNotContain("400 people", newest, StringComparison.Ordinal);
        await desk.KillAsync(story);
        Assert.Equal(410, (await reader.GetAsync($"/v1/stories/{story}")).Status);
        Assert.Equal(await reader.GetAsync("/v1/stories/nosuchstory/takes/2"),
            await reader.GetAsync($"/v1/stories/{flash.Story}/takes/2"));
        foreach (var path in new[] { $"/v1/stories/{flash.Story}", $"/v1/stories/{flash.Story}/diff",
            $"/stories/{flash.Story}",
            $"/stories/{flash.Story}?take=2", "/v1/feed" })
            Assert.DoesNotContain("400 people", (await reader.GetAsync(path)).Body, StringComparison.Ordinal);
    }
}
