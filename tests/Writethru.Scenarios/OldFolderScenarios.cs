using System.Formats.Tar;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Rights;
using Writethru.Scenarios.Support;
using Writethru.Tests.Support;

namespace Writethru.Scenarios;

/// <summary>
/// A data folder that the program of 2026-11-24 made, before takes named whose copy they repeat: a killed story, one
/// that was held and released, one of which a take was unlinked, and a picture. The newest program opens it.
/// </summary>
public sealed class OldFolderScenarios : IAsyncLifetime
{
    /// <summary>
    /// Identities and the key that the old program gave, and the cursor behind its first take of Held.
    /// </summary>
    const string Killed = "62nyibagyka8g33p", Held = "3m5v7e2t57p7tc7f", Parted = "8qzuwy6eq54kx4dj",
        Unlinked = "ns95cjhdhhvb4e6k", Picture = "kf77cxh7qcrkej5f",
        Key = "wt_MiwMsLiO-U6eBd2dq1FExhRU-vfigjaXcTJ8xfNu92M",
        Cursor = "xR3TBGnNEKMxbQlb37wLqS_JvMlh3ZxOVVTyDyeZ5b0p1Hsg";

    /// <summary>The folder was made shortly before.</summary>
    static readonly DateTimeOffset _start = new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero);

    InProcessWire _wire = null!;
    Api _desk = null!, _reader = null!;

    public async ValueTask InitializeAsync()
    {
        _wire = await InProcessWire.StartAsync(_start);
        await _wire.RestartAsync(Put);
        _reader = new Api(_wire.Url, Key);
        _desk = new Api(_wire.Url, (await _wire.Get<Principals>().AddAsync(
            new Principal { Name = "night", Role = Role.Desk }, "", TestContext.Current.CancellationToken))!);
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        _desk.Dispose();
        await _wire.DisposeAsync();
    }

    [Fact]
    public async Task It_is_sound_as_it_lies_and_after_the_program_has_had_it()
    {
        using var folder = new TemporaryFolder();
        Put(folder.At("data"));
        var asItLay = await CommandLineRun.RunAsync(["verify", "--data", folder.At("data")]);
        await _wire.RestartAsync(data => TemporaryFolder.Copy(data, folder.At("after")));
        var after = await CommandLineRun.RunAsync(["verify", "--data", folder.At("after")]);

        Assert.All([asItLay, after], run =>
        {
            Assert.Equal(0, run.Exit);
            Assert.Contains(" 0 damaged", run.Output, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task What_was_killed_is_closed_and_its_reader_has_the_notice()
    {
        var story = await _reader.GetAsync($"/v1/stories/{Killed}");
        var take = await _reader.GetAsync($"/v1/stories/{Killed}/takes/1");
        var items = (await _reader.FeedAsync()).GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("story").GetString() == Killed).ToList();

        Assert.Equal((410, 410), (story.Status, take.Status));
        Assert.Contains("The ferry is in port.", story.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("ran aground", story.Body + take.Body, StringComparison.Ordinal);
        Assert.Equal("kill", Assert.Single(items).GetProperty("cause").GetString());
    }

    [Fact]
    public async Task A_cursor_of_before_goes_on_where_it_was()
    {
        var all = (await _reader.FeedAsync()).GetProperty("items").EnumerateArray().Select(NameOf).ToList();

        var rest = await _reader.FeedAsync(Cursor);

        Assert.False(rest.TryGetProperty("gap", out _));
        Assert.Equal(all[(all.IndexOf($"{Held}/1") + 1)..],
            rest.GetProperty("items").EnumerateArray().Select(NameOf));
    }

    [Fact]
    public async Task A_release_and_a_refile_are_known_for_the_copy_that_they_repeat()
    {
        var moves = _wire.Get<Gate>().Now.Moves;
        Assert.True(moves.IsSame(new(new(Held), 2), new(new(Held), 4)));
        Assert.False(moves.IsSame(new(new(Held), 1), new(new(Held), 4)));
        Assert.True(moves.IsSame(new(new(Parted), 1), new(new(Parted), 3)));
        using var unlinked = await _desk.PostAsync($"/v1/stories/{Held}/takes/4/unlink", new { });
        var other = (await unlinked.Content.ReadFromJsonAsync<Filed>())!.Story;
        await _desk.KillAsync(other);

        Assert.Equal("200 404 404 200", await StatusesAsync(Held, 1, 2, 4, 5));
        Assert.Equal(410, (await _reader.GetAsync($"/v1/stories/{other}")).Status);
    }

    [Fact]
    public async Task A_kill_of_unlinked_copy_closes_it_where_it_was_before_and_nothing_else()
    {
        await _desk.KillAsync(Unlinked);

        Assert.Equal("200 404 200", await StatusesAsync(Parted, 1, 2, 3));
        Assert.Equal("410", await StatusesAsync(Unlinked, 1));
    }

    [Fact]
    public async Task The_picture_is_had_with_its_terms_and_is_closed_by_a_kill()
    {
        var path = $"/v1/pictures/{Picture}/renditions/original";
        using var elsewhere = new Api(_wire.Url, await _desk.AddSubscriberAsync("nippo", "JP"));

        var before = await _reader.GetAsync(path);
        var there = await elsewhere.GetAsync(path);
        await _desk.KillAsync(Picture);
        var after = await _reader.GetAsync(path);

        Assert.Equal((200, 404, 410), (before.Status, there.Status, after.Status));
    }

    async Task<string> StatusesAsync(string story, params int[] takes)
    {
        List<int> statuses = [];
        foreach (var take in takes)
            statuses.Add((await _reader.GetAsync($"/v1/stories/{story}/takes/{take}")).Status);
        return string.Join(' ', statuses);
    }

    static string NameOf(JsonElement item) =>
        $"{item.GetProperty("story").GetString()}/{item.GetProperty("take").GetInt32()}";

    static void Put(string data)
    {
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        Directory.CreateDirectory(data);
        using var packed = new GZipStream(
            File.OpenRead(RepoFiles.Golden("folders", "2026-11-24.tar.gz")), CompressionMode.Decompress);
        TarFile.ExtractToDirectory(packed, data, overwriteFiles: false);
    }
}
