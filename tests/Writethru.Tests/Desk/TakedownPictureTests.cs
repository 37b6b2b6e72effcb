using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Desk;

namespace Writethru.Tests.Desk;

/// <summary>One picture of a story taken down: who sees it afterwards, and what goes out.</summary>
public sealed class TakedownPictureTests : IAsyncDisposable
{
    static readonly Picture _bridge = new()
    {
        Caption = "The bridge.", Credit = "Roe", SenderId = "urn:p1",
        Renditions = [new Rendition("high", "https://x.example/p1.jpg")],
    };

    static readonly Picture _boats = new()
    {
        Caption = "Boats.", Credit = "Doe", SenderId = "urn:p2",
        Renditions = [new Rendition("high", "https://x.example/p2.jpg")],
    };

    readonly DeskLog _desk = new();

    static CancellationToken Cancel => DeskLog.Cancel;

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task It_is_gone_from_every_take_and_the_newest_copy_goes_out_again_without_it_and_says_so()
    {
        await _desk.SubscribeAsync("gazette");
        var story = (await FileAsync("1", _bridge)).Story;
        await FileAsync("2", _boats, _bridge);

        var done = Assert.IsType<StoryOutcome.Done>(await TakeDownAsync(story, 2));

        Assert.Equal((3, Cause.Refile), (done.Take.Number, done.Take.Cause));
        Assert.Equal("Boats.", Assert.Single(done.Take.Take.Pictures).Caption);
        Assert.Equal("(REFILE: Picture 2 of take 2 was taken down, for the right to it ended: The licence ended. "
            + "Remove it everywhere.)", done.Take.Take.Advisory!.Text);
        Assert.Equal([WithholdReason.TakenDown], Pictures(story, 1));
        Assert.Equal([null, WithholdReason.TakenDown], Pictures(story, 2));
        Assert.Equal([null], Pictures(story, 3));
        Assert.Null(Of("gazette", story, 2).Take.Links.FirstOrDefault());
    }

    [Fact]
    public async Task A_later_take_that_brings_it_again_does_not_show_it_nor_a_link_to_it()
    {
        await _desk.SubscribeAsync("gazette");
        var story = (await FileAsync("1", _boats, _bridge)).Story;
        await TakeDownAsync(story, 2);

        var later = await FileAsync("2", _bridge with { Caption = "Another caption." }, _boats);
        var linking = await FileAsync("3", _boats);

        Assert.Equal([WithholdReason.TakenDown, null], Pictures(story, later.Number));
        Assert.Equal([null], Pictures(story, linking.Number));
        Assert.Empty(Of("gazette", story, linking.Number).Take.Body[0].Marks);
        Assert.Empty(Of("gazette", story, linking.Number).Take.Links);
    }

    [Fact]
    public async Task Every_rendering_of_before_is_another_one()
    {
        await _desk.SubscribeAsync("gazette");
        var story = (await FileAsync("1", _bridge)).Story;
        await FileAsync("2");
        var before = (Grant(story, 1), Grant(story, 2));
        await FileAsync("3", _bridge);

        await TakeDownAsync(story, 1);

        Assert.NotEqual(before.Item1, Grant(story, 1));
        Assert.NotEqual(before.Item2, Grant(story, 2));
    }

    [Fact]
    public async Task The_desk_still_has_it_marked()
    {
        await _desk.Log.WriteAsync(transaction => transaction.Append(new LogEntry.PrincipalChanged(
            new Principal { Name = "desk", Role = Role.Desk, Keys = [new ApiKey { Hash = "hash-desk" }] })), Cancel);
        var story = (await FileAsync("1", _boats, _bridge)).Story;

        await TakeDownAsync(story, 2);

        var decision = Assert.IsType<Decision.Deliver>(_desk.Gate.Now.Decide("desk", story, 1));
        Assert.Equal([null, null], decision.Pictures);
        Assert.Equal([2], decision.TakenDown);
        Assert.Equal("The bridge.", Of("desk", story, 1).Take.Pictures[1].Caption);
    }

    [Theory]
    [InlineData("urn:p1", "Another.", "Xoe", "other.jpg", true)]
    [InlineData("", "The bridge.", "Roe", "other.jpg", true)]
    [InlineData("urn:p9", "Another.", "Xoe", "p1.jpg", true)]
    [InlineData("urn:p9", "The bridge.", "Roe", "other.jpg", false)]
    [InlineData("", "The bridge.", "Doe", "other.jpg", false)]
    [InlineData("", "", "Roe", "other.jpg", false)]
    public async Task A_picture_is_known_again_by_file_by_identity_else_by_caption_and_credit(
        string id, string caption, string credit, string file, bool isSame)
    {
        await _desk.SubscribeAsync("gazette");
        var story = (await FileAsync("1", _bridge)).Story;
        await TakeDownAsync(story, 1);

        var next = await FileAsync("2", new Picture
        {
            SenderId = id, Caption = caption, Credit = credit,
            Renditions = [new Rendition("", "https://x.example/" + file)],
        });

        Assert.Equal([isSame ? WithholdReason.TakenDown : null], Pictures(story, next.Number));
    }

    [Fact]
    public async Task Another_story_with_the_same_picture_keeps_it()
    {
        await _desk.SubscribeAsync("gazette");
        var story = (await FileAsync("1", _bridge)).Story;
        var other = await _desk.FileAsync(DeskLog.Ferry("urn:other") with { Pictures = [_bridge] });

        await TakeDownAsync(story, 1);

        Assert.Equal([null], Pictures(other.Story, 1));
    }

    [Fact]
    public async Task Stories_that_have_the_copy_by_another_name_lose_the_picture_too()
    {
        await _desk.SubscribeAsync("gazette");
        var a = await _desk.FileAsync(DeskLog.Ferry("urn:right", "", "Right text."));
        var b = await FileAsync("1", _bridge);
        await _desk.Log.WriteAsync(transaction =>
        {
            transaction.Append(new LogEntry.TakeFiled
            {
                Filed = b with { Story = a.Story, Number = 2, Cause = Cause.Development },
                Provenance = b.Place,
            });
            return transaction.Append(new LogEntry.StoryJoined(b.Story, a.Story, "desk"));
        }, Cancel);

        await TakeDownAsync(a.Story, 1);
        var c = Assert.IsType<StoryOutcome.Done>(await _desk.Unlink.RunAsync(a.Story, 3, "desk", Cancel)).Take;

        Assert.Equal([WithholdReason.TakenDown], Pictures(a.Story, 2));
        Assert.Equal([WithholdReason.TakenDown], Pictures(b.Story, 1));
        Assert.Empty(Of("gazette", b.Story, 2).Take.Pictures);
        // The copy that is unlinked is the one that stands, without the picture.
        Assert.Empty(Pictures(c.Story, 1));
        Assert.Equal("Right text.", _desk.Story(a.Story)[^1].Filed.Take.Body[0].Text);
        Assert.Equal(c.Story, (await FileAsync("2")).Story);
    }

    [Fact]
    public async Task What_is_under_embargo_or_held_stays_so_and_loses_the_picture_all_the_same()
    {
        await _desk.SubscribeAsync("gazette");
        var story = (await FileAsync("1", _bridge)).Story;
        await _desk.FileAsync(Take("2", _bridge) with
        {
            Embargo = new Embargo("EMBARGOED", new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        });

        await TakeDownAsync(story, 1);
        await _desk.Hold.RunAsync(story, "Being checked", "desk", Cancel);
        var held = Assert.IsType<StoryOutcome.Conflict>(await TakeDownAsync(story, 1, take: 9));

        Assert.Contains("take 4", held.Reason);
        Assert.Equal([null, null, null],
            _desk.Story(story).Skip(2).Select(take => take.Filed.Take.Pictures.FirstOrDefault()));
        Assert.NotNull(_desk.Gate.Now.FindPending(story, 4));
    }

    [Fact]
    public async Task A_picture_that_is_not_there_or_is_gone_already_and_a_story_that_is_over_change_nothing()
    {
        var story = (await FileAsync("1", _bridge)).Story;

        Assert.IsType<StoryOutcome.Unknown>(await TakeDownAsync(story, 0));
        Assert.IsType<StoryOutcome.Unknown>(await TakeDownAsync(story, 2));
        Assert.IsType<StoryOutcome.Unknown>(await TakeDownAsync(new StoryId("none"), 1));
        Assert.IsType<StoryOutcome.Conflict>(await TakeDownAsync(story, 1, take: 2));
        await TakeDownAsync(story, 1);
        await FileAsync("2", _bridge);
        Assert.IsType<StoryOutcome.Conflict>(await TakeDownAsync(story, 1));
        await _desk.Kill.RunAsync(story, "Wrong port", null, "desk", Cancel);
        Assert.IsType<StoryOutcome.Conflict>(await TakeDownAsync(story, 1));

        Assert.Equal(4, _desk.Story(story).Count);
    }

    [Fact]
    public async Task Of_those_who_take_it_down_at_once_one_does()
    {
        var story = (await FileAsync("1", _bridge)).Story;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TakeDownAsync(story, 1)));

        Assert.Single(outcomes, outcome => outcome is StoryOutcome.Done);
        Assert.Equal(2, _desk.Story(story).Count);
    }

    /// <summary>Each take has a link to the bridge in its copy and beside it.</summary>
    static Take Take(string version, params ImmutableArray<Picture> pictures) =>
        DeskLog.Ferry("urn:ferry", version, "Text " + version) with
        {
            Body = [new Paragraph("Text " + version)
            {
                Marks = [new Mark(new TextSpan(0, 4), MarkKind.Link, "https://x.example/p1.jpg")],
            }],
            Links = [new Link(LinkRels.Related, "urn:p1")],
            Pictures = pictures,
        };

    Task<FiledTake> FileAsync(string version, params ImmutableArray<Picture> pictures) =>
        _desk.FileAsync(Take(version, pictures));

    Task<StoryOutcome> TakeDownAsync(StoryId story, int number, int? take = null) =>
        _desk.TakedownPicture.RunAsync(story, number, take, "The licence\nended", "desk", Cancel);

    string Grant(StoryId story, int number) =>
        Assert.IsType<Decision.Deliver>(_desk.Gate.Now.Decide("gazette", story, number)).Grant;

    ImmutableArray<WithholdReason?> Pictures(StoryId story, int number) =>
        Assert.IsType<Decision.Deliver>(_desk.Gate.Now.Decide("gazette", story, number)).Pictures;

    FiledTake Of(string who, StoryId story, int number) => Assert.IsType<StoryAnswer.Found>(
        new Outlet(_desk.Log, _desk.Gate).Find(who, story, number)).Take.Filed;
}
