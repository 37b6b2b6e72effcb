using Writethru.Copy;
using Writethru.Desk;

namespace Writethru.Tests.Desk;

/// <summary>Parts of editions: refused, kept, and proposed for the take that they belong to.</summary>
public sealed class PartTests : IAsyncDisposable
{
    readonly DeskLog _desk = new();

    static CancellationToken Cancel => DeskLog.Cancel;

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("id"), InlineData("before"), InlineData("named"), InlineData("slug")]
    public async Task A_part_is_proposed_for_the_newest_copy_of_the_story_that_its_sender_means(string how)
    {
        var ferry = await _desk.FileAsync(Ferry("urn:a", "FERRY"));
        await _desk.FileAsync(Ferry("urn:a", "FERRY", "Second text."));
        await _desk.FileAsync(Ferry("urn:b", "HARBOR"));

        var refused = await PartAsync(how switch
        {
            "id" => Add("urn:a", ""),
            "before" => Add("urn:c", "") with { Links = [new Link(LinkRels.PreviousVersion, "urn:a")] },
            "slug" => Add("urn:c", "ferry"),
            _ => Add("urn:c", ""),
        }, item => how == "named" ? item with { Story = ferry.Story } : item);

        Assert.Equal(new TakePlace(ferry.Story, 2), refused.PartOf);
        var open = Assert.Single(_desk.Proposals.Parts);
        Assert.Equal((refused.Position, refused.PartOf, "More text."),
            (open.Position, open.Of, open.Part.Body[0].Text));
        Assert.Equal(2, _desk.Story(ferry.Story).Count);
    }

    [Fact]
    public async Task Nothing_is_guessed_where_no_story_or_several_may_be_meant()
    {
        await _desk.FileAsync(Ferry("urn:a", "FERRY"));
        await _desk.FileAsync(Ferry("urn:b", "FERRY"));
        await _desk.FileAsync(Ferry("urn:c", "HARBOR") with { Provider = "Saltern" });
        await _desk.FileAsync(Ferry("urn:d", "MUSEUM") with { Dateline = On(23) });

        Assert.Null((await PartAsync(Add("urn:x", "FERRY"))).PartOf);
        Assert.Null((await PartAsync(Add("urn:x", "HARBOR") with { Provider = "Harbour News" })).PartOf);
        Assert.Null((await PartAsync(Add("urn:x", "MUSEUM") with { Dateline = On(24) })).PartOf);
        Assert.Null((await PartAsync(Add("urn:x", "OTHER"))).PartOf);
        Assert.Null((await PartAsync(Add("urn:x", ""))).PartOf);
        Assert.Null((await PartAsync(Add("urn:x", ""), item => item with { Story = new StoryId("none") })).PartOf);
        Assert.Null((await PartAsync(Add("urn:a", ""), item => item with { Publisher = "another" })).PartOf);

        Assert.Empty(_desk.Proposals.Parts);
    }

    [Fact]
    public async Task A_killed_story_has_no_parts_and_its_kill_closes_those_that_were_open()
    {
        var ferry = await _desk.FileAsync(Ferry("urn:a", "FERRY"));
        await PartAsync(Add("urn:a", ""));

        await _desk.Kill.RunAsync(ferry.Story, "Wrong port", null, "desk", Cancel);
        var late = await PartAsync(Add("urn:a", ""));

        Assert.Null(late.PartOf);
        Assert.Empty(_desk.Proposals.Parts);
    }

    [Fact]
    public async Task A_part_of_a_held_story_is_for_the_copy_behind_the_hold()
    {
        var ferry = await _desk.FileAsync(Ferry("urn:a", "FERRY"));
        await _desk.Hold.RunAsync(ferry.Story, "Being checked", "desk", Cancel);

        Assert.Equal(ferry.Place, (await PartAsync(Add("urn:a", ""))).PartOf);
    }

    [Fact]
    public async Task A_part_is_closed_by_a_person_and_never_accepted()
    {
        await _desk.FileAsync(Ferry("urn:a", "FERRY"));
        var refused = await PartAsync(Add("urn:a", ""));
        var id = Assert.Single(_desk.Proposals.Parts).Id;

        Assert.IsType<StoryOutcome.Conflict>(await _desk.Accept.RunAsync(id, "desk", Cancel));
        Assert.True(await _desk.Reject.RunAsync(id, "desk", Cancel));
        Assert.False(await _desk.Reject.RunAsync(id, "desk", Cancel));

        Assert.Empty(_desk.Proposals.Parts);
        Assert.NotNull(_desk.Log.ReceivedBytes(refused.Position));
    }

    [Fact]
    public async Task The_same_request_again_is_answered_with_the_same_take()
    {
        await _desk.FileAsync(Ferry("urn:a", "FERRY"));
        var item = DeskLog.Item("bytes") with { IdempotencyKey = "k" };
        var first = (await _desk.ReceiveAsync(item, [Add("urn:a", "")]))[0];
        await _desk.FileAsync(Ferry("urn:a", "FERRY", "Second text."));

        var again = (await _desk.ReceiveAsync(item, [Add("urn:a", "")]))[0];

        Assert.Equal(Assert.IsType<FileOutcome.Refused>(first).PartOf,
            Assert.IsType<FileOutcome.Refused>(again).PartOf);
        Assert.Single(_desk.Proposals.Parts);
    }

    static Take Ferry(string id, string slug, string text = "First text.") =>
        DeskLog.Ferry(id, "", text) with { Slug = slug };

    static Take Add(string id, string slug) => Ferry(id, slug, "More text.") with { Signal = Signal.Add };

    static Dateline On(int day) =>
        new() { Text = "MIRADA --", Places = ["MIRADA"], Date = new PrintedDate(null, 11, day), Agency = "Saltern" };

    async Task<FileOutcome.Refused> PartAsync(Take part, Func<IncomingItem, IncomingItem>? with = null)
    {
        var refused = Assert.IsType<FileOutcome.Refused>(await _desk.ReceiveAsync(part, with));
        Assert.Equal(Refusal.Partial, refused.Why);
        return refused;
    }
}
