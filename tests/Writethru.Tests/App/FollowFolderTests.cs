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

    static JsonElement Item(string story, string cause, int take) => JsonSerializer.SerializeToElement(
        new { story, take, cause, format = "plainwire", content = "Copy." });
}
