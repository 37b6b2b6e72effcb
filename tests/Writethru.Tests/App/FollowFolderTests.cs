using System.Text.Json;
using Writethru.App.Cli;

namespace Writethru.Tests.App;

/// <summary>What a folder that follows holds after each cause.</summary>
public sealed class FollowFolderTests : IDisposable
{
    readonly string _path = Directory.CreateTempSubdirectory("writethru-follow-").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Theory]
    [InlineData("first 1, development 2", "s.0001.txt s.0002.txt")]
    [InlineData("first 1, kill 2", "s.0002.kill.txt")]
    [InlineData("first 1, takedown 2", "s.0002.kill.txt")]
    [InlineData("first 1, hold 2", "s.0002.hold.txt")]
    [InlineData("first 1, hold 2, release 3", "s.0003.txt")]
    [InlineData("first 1, hold 2, release 3, development 4, hold 5", "s.0005.hold.txt")]
    [InlineData("first 1, hold 2, kill 3", "s.0003.kill.txt")]
    [InlineData("first 1, hold 2, release 3, hold 2, release 3", "s.0003.txt")]
    public void A_hold_takes_the_copy_away_and_a_release_brings_it_back(string items, string expected)
    {
        using (var folder = new FollowFolder(_path))
        {
            folder.Take("", [Item("other", "first", 1)]);
            foreach (var item in items.Split(", "))
                folder.Take("", [Item("s", item.Split(' ')[0], int.Parse(item.Split(' ')[1], null))]);
        }

        var files = Directory.GetFiles(_path).Select(Path.GetFileName).Where(name => !name!.StartsWith('.')).Order();

        Assert.Equal($"other.0001.txt {expected}", string.Join(' ', files));
    }

    /// <summary>
    /// Items, each with its cursor; how many of the cursors the server still knows; where it goes on and what is left.
    /// </summary>
    [Theory]
    [InlineData("a/1 b/1 a/2", 3, "c3", "a.0001.txt a.0002.txt b.0001.txt")]
    [InlineData("a/1 b/1 a/2", 2, "c2", "a.0001.txt b.0001.txt")]
    [InlineData("a/1 b/1 a/2", 0, "", "")]
    [InlineData("a/1 b/1 a/2k", 2, "", "b.0001.txt")]
    [InlineData("b/1 a/1 a/2k c/1", 2, "c1", "b.0001.txt")]
    [InlineData("b/1 a/1 a/2k c/1", 3, "c3", "a.0002.kill.txt b.0001.txt")]
    [InlineData("b/1 a/1 c/1 -a/2k", 3, "c1", "b.0001.txt c.0001.txt")]
    [InlineData("b/1 a/1 -a/2k c/1 a/2k", 5, "c5", "a.0002.kill.txt b.0001.txt c.0001.txt")]
    [InlineData("b/1 a/7 a/8k", 2, "", "b.0001.txt")]
    public async Task After_the_other_log_was_put_back_what_is_void_is_gone_and_what_it_removed_comes_again(
        string items, int known, string expected, string left)
    {
        using var folder = new FollowFolder(_path);
        foreach (var (index, item) in items.Split(' ').Index())
            folder.Take(index == 0 ? "" : $"c{index}", [Item(item, $"c{index + 1}")]);
        folder.WriteCursor("last");

        var next = await folder.GoBackAsync(cursor => Task.FromResult(int.Parse(cursor[1..], null) <= known));

        var files = Directory.GetFiles(_path).Select(Path.GetFileName).Where(name => !name!.StartsWith('.'));
        Assert.Equal((expected, left), (next, string.Join(' ', files.Order(StringComparer.Ordinal))));
        Assert.Equal(expected, folder.ReadCursor());
    }

    [Fact]
    public void Lines_of_long_ago_are_forgotten_and_those_that_are_kept_are_whole()
    {
        var file = Path.Combine(_path, ".journal");
        var journal = new FollowJournal(file, most: 3);
        journal.Begin("c0");
        for (var i = 1; i <= 20; i++)
            journal.Add([new FollowJournal.Line($"c{i}", $"s.{i:D4}.txt")]);
        File.AppendAllText(file, "c21 s.00");

        var lines = new FollowJournal(file, most: 3).Lines;

        Assert.InRange(lines.Count, 4, 7);
        Assert.Equal(("c20", "s.0020.txt"), (lines[^1].Cursor, lines[^1].File));
        Assert.Equal("", lines[0].File);
        Assert.All(lines.Skip(1), line => Assert.Equal($"c{int.Parse(line.File[2..6], null)}", line.Cursor));
    }

    /// <summary><c>a/2k</c>: the kill of a as its take 2; with a dash before it, told ahead of its place.</summary>
    static JsonElement Item(string word, string cursor)
    {
        var isKill = word.EndsWith('k');
        var place = word.Trim('-', 'k').Split('/');
        var (story, take) = (place[0], int.Parse(place[1], null));
        var (cause, content, format) = (isKill ? "kill" : "development", "Copy.", "plainwire");
        return word[0] == '-'
            ? JsonSerializer.SerializeToElement(new { story, take, cause, format, content })
            : JsonSerializer.SerializeToElement(new { story, take, cause, format, content, cursor });
    }

    static JsonElement Item(string story, string cause, int take) => JsonSerializer.SerializeToElement(
        new { story, take, cause, format = "plainwire", content = "Copy." });
}
