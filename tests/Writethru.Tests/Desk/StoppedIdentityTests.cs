using Writethru.Copy;
using Writethru.Desk;
using static Writethru.Tests.Desk.DeskLog;

namespace Writethru.Tests.Desk;

/// <summary>The identity of a story that was stopped stays with it, wherever a person files an item of it.</summary>
public sealed class StoppedIdentityTests : IAsyncDisposable
{
    readonly DeskLog _desk = new();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task What_is_filed_into_another_story_does_not_bring_the_killed_identity_there()
    {
        var killed = (await _desk.FileAsync(Item("1"))).Story;
        Assert.IsType<StoryOutcome.Done>(await _desk.Kill.RunAsync(killed, "Wrong port", null, "desk", Cancel));
        Assert.IsType<FileOutcome.Refused>(await _desk.ReceiveAsync(Item("2")));
        var living = (await _desk.FileAsync(Ferry("urn:living", text: "Lanterns were lit on the quay."))).Story;

        var named = await _desk.FileAsync(Item("2"), item => item with { Story = living });
        var next = Assert.IsType<FileOutcome.Refused>(await _desk.ReceiveAsync(Item("9")));

        Assert.Equal((living, 2), (named.Story, named.Number));
        Assert.Equal(Refusal.Conflict, next.Why);
        Assert.Contains($"{killed}", next.Remarks[^1].Message);
        Assert.Equal(2, _desk.Story(living).Count);
    }

    [Fact]
    public async Task Nor_that_of_a_story_on_hold()
    {
        var held = (await _desk.FileAsync(Item("1"))).Story;
        Assert.IsType<StoryOutcome.Done>(await _desk.Hold.RunAsync(held, "Being checked", "desk", Cancel));
        var living = (await _desk.FileAsync(Ferry("urn:living", text: "Lanterns were lit on the quay."))).Story;

        await _desk.FileAsync(Item("2"), item => item with { Story = living });
        var next = await _desk.FileAsync(Item("9"));

        Assert.Equal(held, next.Story);
    }

    [Fact]
    public async Task That_of_a_living_story_goes_with_what_is_filed_elsewhere()
    {
        await _desk.FileAsync(Item("1"));
        var other = (await _desk.FileAsync(Ferry("urn:living", text: "Lanterns were lit on the quay."))).Story;

        await _desk.FileAsync(Item("2"), item => item with { Story = other });
        var next = await _desk.FileAsync(Item("9"));

        Assert.Equal(other, next.Story);
    }

    static Take Item(string version) => Ferry("urn:stopped", version, version switch
    {
        "1" => "The ferry ran aground off Port Mirada on Monday.",
        "2" => "Two hundred passengers were brought ashore by tugs.",
        _ => "The harbour master opens an inquiry next week.",
    });
}
