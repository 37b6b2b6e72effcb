using System.Text;
using System.Text.Json;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>Parts of editions over HTTP: kept, proposed, drafted for a person, never filed.</summary>
public class PartScenarios
{
    const string Whole = """
        BC-EU--Harbor Strike,120
        Dockers in Port Ellery walk out
        PORT ELLERY, Norland (AP) _ Dockers in Port Ellery walked out on Tuesday over pay.

        The port handles a third of the grain of Norland.

        """;

    const string Part = """
        BC-EU--Harbor Strike, Add 1,40
        Dockers in Port Ellery walk out
        PORT ELLERY, Norland (AP) _ The first ship to leave was the Maren, with 2,000 tons of grain.

        """;

    static readonly DateTimeOffset _start = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_part_is_proposed_and_drafted_for_the_desk_and_reaches_nobody_until_a_person_files_the_whole()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        string[] asDesk = ["--to", wire.Url, "--key", wire.DeskKey];
        var whole = await desk.FileAsync(Whole);

        using var refused = await desk.PublishAsync(Part);
        var problem = JsonElement.Parse(await refused.Content.ReadAsByteArrayAsync());
        var listed = JsonElement.Parse((await desk.GetAsync("/v1/proposals")).Body).EnumerateArray().Single();
        var id = listed.GetProperty("id").GetString()!;
        var printed = await CommandLineRun.RunAsync(["admin", "proposals", "list", .. asDesk]);
        using var draft = await desk.Http.GetAsync($"/v1/proposals/{id}/draft?format=plainwire");
        var text = await draft.Content.ReadAsStringAsync();

        Assert.Equal((422, "item-partial"), ((int)refused.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal((whole.Story, 1), (problem.GetProperty("proposed").GetProperty("story").GetString(),
            problem.GetProperty("proposed").GetProperty("take").GetInt32()));
        Assert.Equal(("partial", whole.Story, 1), (listed.GetProperty("kind").GetString(),
            listed.GetProperty("story").GetString(), listed.GetProperty("take").GetInt32()));
        Assert.Equal("behind the last paragraph", listed.GetProperty("part").GetProperty("place").GetString());
        Assert.StartsWith($"{id}\t{whole.Story} take 1\tadd\tbehind the last paragraph\tThe first ship", printed.Output,
            StringComparison.Ordinal);
        Assert.Equal((200, "1", "machine"), ((int)draft.StatusCode,
            draft.Headers.GetValues("Writethru-Follows").Single(),
            draft.Headers.GetValues("Writethru-Draft").Single()));
        Assert.Matches("(?s)DRAFT made by machine.*walked out on Tuesday.*a third of the grain.*the Maren", text);
        Assert.Equal(403, (await reader.GetAsync($"/v1/proposals/{id}/draft")).Status);
        Assert.DoesNotContain("Maren", (await reader.FeedAsync()).GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Maren", (await desk.FeedAsync()).GetRawText(), StringComparison.Ordinal);

        using var filed = await desk.PublishAsync(
            Whole.TrimEnd() + "\n\nThe first ship to leave was the Maren.\n", $"story={whole.Story}");
        var closed = await CommandLineRun.RunAsync(["admin", "proposals", "reject", id, .. asDesk]);

        Assert.Equal((201, 0), ((int)filed.StatusCode, closed.Exit));
        Assert.Equal("[]", (await desk.GetAsync("/v1/proposals")).Body);
        Assert.Equal(404, (await desk.GetAsync($"/v1/proposals/{id}/draft")).Status);
        Assert.Contains("Maren", (await reader.GetAsync($"/v1/stories/{whole.Story}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_does_not_say_its_place_has_no_draft_and_one_that_nobody_knows_is_only_kept()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var alone = await desk.PublishAsync(Part);
        await desk.FileAsync(Whole);
        using var second = await desk.PublishAsync(Part.Replace("Add 1", "Add 2", StringComparison.Ordinal));
        var id = JsonElement.Parse((await desk.GetAsync("/v1/proposals")).Body)
            .EnumerateArray().Single().GetProperty("id").GetString();

        var (status, body) = await desk.GetAsync($"/v1/proposals/{id}/draft");
        using var accepted = await desk.PostAsync($"/v1/proposals/{id}/accept", new { });

        var problem = JsonElement.Parse(await alone.Content.ReadAsByteArrayAsync());
        Assert.False(problem.TryGetProperty("proposed", out _));
        Assert.Equal(Encoding.UTF8.GetBytes(Part),
            await desk.Http.GetByteArrayAsync($"/v1/refusals/{problem.GetProperty("position").GetInt64()}"));
        Assert.Equal((409, 409), (status, (int)accepted.StatusCode));
        Assert.Contains("does not say", body, StringComparison.Ordinal);
    }
}
