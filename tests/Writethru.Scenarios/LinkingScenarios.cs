using System.Text.Json;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>Takes that come without an identity, over HTTP and from the command line.</summary>
public class LinkingScenarios
{
    const string Flash = """
        (URGENT) Fire closes harbor of Mirada

        MIRADA, Nov. 24 (Saltern) -- A fire at the oil terminal closed the harbor of Mirada on Tuesday, Captain Nils Ferro of the Halvard Quay port office said.
        (END)

        """;

    const string Lead = """
        (LEAD) Fire closes harbor of Mirada, 400 leave homes

        MIRADA, Nov. 24 (Saltern) -- A fire at the oil terminal closed the harbor of Mirada on Tuesday, Captain Nils Ferro of the Halvard Quay port office said.

        Some 400 people were told to leave their homes, Mayor Ilse Tarn said.
        (END)

        """;

    const string FollowUp = """
        Mirada counts the damage

        MIRADA, Nov. 24 (Saltern) -- A fire at the oil terminal closed the harbor for a day and cost millions, the Halvard Quay port office said.
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
        Assert.Equal((flash.Story, 2), (answer.GetProperty("story").GetString(), answer.GetProperty("take").GetInt32()));
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
}
