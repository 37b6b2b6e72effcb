using System.Text.Json;
using Writethru.Formats;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>The labels that a house gives its takes, as an editor and a subscriber see them.</summary>
public class LabelScenarios(RunningWire wire) : IClassFixture<RunningWire>
{
    static string NewMark() => "m" + Guid.NewGuid().ToString("N")[..10];

    [Fact]
    public async Task A_lead_that_an_editor_files_without_a_label_moves_under_the_next_of_the_house()
    {
        using var kr = await wire.SubscribeAsync("KR");
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));

        using var first = await wire.Desk.PublishAsync(Dispatches.Plain(NewMark()), $"story={filed.Story}&cause=lead", "k" + filed.Story);
        var answer = await first.Content.ReadAsStringAsync();
        using var second = await wire.Desk.PublishAsync(Dispatches.Plain(NewMark()), $"story={filed.Story}&cause=lead");

        Assert.Equal("LEAD", JsonElement.Parse(answer).GetProperty("label").GetString());
        Assert.Equal("2nd LD", (await JsonOf(second)).GetProperty("label").GetString());
        var items = (await kr.FeedAsync()).GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("story").GetString() == filed.Story).ToList();
        Assert.Equal(["", "LEAD", "2nd LD"], items.Select(item =>
            item.TryGetProperty("label", out var label) ? label.GetString() : ""));
        foreach (var format in WireFormats.All)
        {
            using var response = await kr.Http.GetAsync($"/v1/stories/{filed.Story}?format={format.Name}");
            Assert.Equal("2nd LD", Assert.Single(response.Headers.GetValues("Writethru-Label")));
            var take = Assert.Single(format.Read(await response.Content.ReadAsByteArrayAsync(), ReadOptions.Default).Takes);
            Assert.Equal("2nd LD", take.Series);
        }
        using var unlabelled = await kr.Http.GetAsync($"/v1/stories/{filed.Story}/takes/1");
        Assert.False(unlabelled.Headers.Contains("Writethru-Label"));
    }

    [Fact]
    public async Task A_printed_label_is_answered_with_none_of_ours_and_stands_alone()
    {
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));

        using var response = await wire.Desk.PublishAsync(
            $"(4th LD) Bridge reopens\n\n{Dispatches.Plain(NewMark())}", $"story={filed.Story}&cause=lead");

        Assert.False((await JsonOf(response)).TryGetProperty("label", out _));
        var (_, body) = await wire.Desk.GetAsync($"/v1/stories/{filed.Story}?format=plainwire");
        Assert.Contains("(4th LD)", body);
        Assert.DoesNotContain("LEAD", body);
        Assert.DoesNotContain("5th LD", body);
    }

    static async Task<JsonElement> JsonOf(HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsByteArrayAsync());
}
