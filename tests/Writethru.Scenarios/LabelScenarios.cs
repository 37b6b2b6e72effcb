using System.Text.Json;
using Writethru.Formats;
using Writethru.Formats.Registry;
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

        using var first = await wire.Desk.PublishAsync(Dispatches.Plain(NewMark()),
            $"story={filed.Story}&cause=lead", "k" + filed.Story);
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
            var take = Assert.Single(
                format.Read(await response.Content.ReadAsByteArrayAsync(), ReadOptions.Default).Takes);
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

    [Theory]
    [InlineData("reuters", "UPDATE 1", "UPDATE 1-Bridge reopens at"),
    InlineData("Ap", "1st Ld", "(1st Ld) Bridge reopens at")]
    [InlineData("none", null, "Bridge reopens at")]
    public async Task A_server_labels_in_the_style_that_it_was_started_with(string style, string? label, string line)
    {
        using var folder = new TemporaryFolder();
        await using var server = await WireProcess.ServeAsync(
            folder.At("data"), "env", $"WRITETHRU_Desk__HouseStyle={style}");
        using var desk = new Api(server.Url, server.DeskKey);
        var filed = await desk.FileAsync(Dispatches.Plain(NewMark()));

        using var response = await desk.PublishAsync(Dispatches.Plain(NewMark()), $"story={filed.Story}&cause=lead");

        Assert.Equal(label,
            (await JsonOf(response)).TryGetProperty("label", out var answered) ? answered.GetString() : null);
        var (_, body) = await desk.GetAsync($"/v1/stories/{filed.Story}?format=plainwire");
        Assert.Contains($"\n{line}", "\n" + body);
    }

    [Theory]
    [InlineData("house"), InlineData("9")]
    public async Task A_server_with_a_style_that_nobody_knows_says_so_in_a_line_and_does_not_start(string style)
    {
        using var folder = new TemporaryFolder();
        await using var server = WireProcess.Start("env", $"WRITETHRU_Desk__HouseStyle={style}",
            WireProcess.Executable, "serve", "--data", folder.At("data"), "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, await server.WaitForExitAsync());
        await server.WaitForAsync("HouseStyle");
        Assert.DoesNotContain(server.Output, text => text.Contains("   at ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("lead", "Yonhap", "3rd LD"), InlineData("writeThru", "Ap", "3rd Ld-Writethru")]
    [InlineData("correction", "Dpa", "BERICHTIGUNG"), InlineData("lead", "None", "")]
    public async Task A_draft_for_a_cause_begins_with_the_label_counted_on_from_the_take_before(
        string cause, string style, string label)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("old.txt"), $"(2nd LD) {Dispatches.Plain("Mirada")}");
        await File.WriteAllTextAsync(folder.At("new.txt"), Dispatches.Plain("Saemaru"));
        await File.WriteAllTextAsync(folder.At("own.txt"), $"(URGENT) {Dispatches.Plain("Saemaru")}");

        var note = await CommandLineRun.RunAsync(["draft", folder.At("new.txt"), "--against", folder.At("old.txt")]);
        var draft = await CommandLineRun.RunAsync(["draft", folder.At("new.txt"), "--against", folder.At("old.txt"),
            "--cause", cause, "--style", style]);
        var own = await CommandLineRun.RunAsync(["draft", folder.At("own.txt"), "--against", folder.At("old.txt"),
            "--cause", cause, "--style", style]);

        Assert.Equal((0, label.Length > 0 ? $"{label}\n{note.Output}" : note.Output), (draft.Exit, draft.Output));
        Assert.Equal((0, note.Output), (own.Exit, own.Output));
    }

    static async Task<JsonElement> JsonOf(HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsByteArrayAsync());
}
