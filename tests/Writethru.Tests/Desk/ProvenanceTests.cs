using Writethru.Copy;
using Writethru.Desk;
using Writethru.Rights;

namespace Writethru.Tests.Desk;

/// <summary>A take that repeats copy names it, and what stops or binds one of them does so to all.</summary>
public sealed class ProvenanceTests : IAsyncDisposable
{
    readonly DeskLog _desk = new();

    static CancellationToken Cancel => DeskLog.Cancel;

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Copy_that_two_releases_brought_back_is_closed_wherever_it_stands_when_it_is_unlinked_and_killed()
    {
        await _desk.SubscribeAsync("gazette");
        var story = await StoryAsync();
        for (var i = 0; i < 2; i++)
        {
            await _desk.Hold.RunAsync(story, "Being checked", "desk", Cancel);
            await _desk.Release.RunAsync(story, null, "desk", Cancel);
        }
        Assert.Equal([new TakePlace(story, 2), new TakePlace(story, 4)],
            new[] { 3, 5 }.Select(index => _desk.Story(story)[index].Provenance!.Value));

        var other = Assert.IsType<StoryOutcome.Done>(await _desk.Unlink.RunAsync(story, 6, "desk", Cancel)).Take.Story;
        await _desk.Kill.RunAsync(other, "Wrong ferry", null, "desk", Cancel);

        Assert.Equal([1, 7], Enumerable.Range(1, 7).Where(number => MayHave(story, number)));
        Assert.False(_desk.Gate.Now.IsKilled(story));
    }

    [Fact]
    public async Task Copy_to_which_a_photo_was_added_is_the_same_copy()
    {
        await _desk.SubscribeAsync("gazette");
        var story = await StoryAsync();
        await AddPhotoAsync(story);

        var other = Assert.IsType<StoryOutcome.Done>(await _desk.Unlink.RunAsync(story, 3, "desk", Cancel)).Take.Story;
        await _desk.Kill.RunAsync(other, "Wrong ferry", null, "desk", Cancel);

        Assert.Equal([1, 4], Enumerable.Range(1, 4).Where(number => MayHave(story, number)));
        Assert.Equal("Right text.", _desk.Story(story)[3].Filed.Take.Body[0].Text);
    }

    /// <summary>As the program wrote it before takes named the copy that they repeat.</summary>
    [Fact]
    public async Task Entries_of_before_get_their_provenance_from_what_stood_in_the_story()
    {
        await _desk.SubscribeAsync("gazette");
        var story = await StoryAsync();
        await _desk.Hold.RunAsync(story, "Being checked", "desk", Cancel);
        await _desk.Release.RunAsync(story, null, "desk", Cancel);
        await AddPhotoAsync(story);
        var before = new Gate();
        foreach (var record in _desk.Log.Read(0, 100))
        {
            before.Apply(record.Entry is LogEntry.TakeFiled filed
                ? record with { Entry = filed with { Provenance = null } }
                : record);
        }

        Assert.All(new[] { 4, 5 }, number =>
            Assert.True(before.Now.Moves.IsSame(new TakePlace(story, 2), new TakePlace(story, number))));
        Assert.False(before.Now.Moves.IsSame(new TakePlace(story, 1), new TakePlace(story, 4)));
    }

    [Fact]
    public async Task Terms_of_later_copy_that_is_out_bind_the_copy_before_and_its_repeats_elsewhere()
    {
        await _desk.SubscribeAsync("gazette");
        var story = await StoryAsync();
        var other = Assert.IsType<StoryOutcome.Done>(await _desk.Unlink.RunAsync(story, 2, "desk", Cancel)).Take.Story;
        Assert.True(MayHave(story, 2) && MayHave(other, 1));

        await _desk.FileAsync(DeskLog.Ferry("urn:wrong", "2", "Wrong text, longer.") with
        {
            UsageTerms = new UsageTerms("For use only in the Republic of Korea."),
        });

        Assert.False(MayHave(other, 2));
        Assert.False(MayHave(other, 1));
        Assert.False(MayHave(story, 2));
        Assert.True(MayHave(story, 1) && MayHave(story, 3));
    }

    [Fact]
    public async Task Terms_of_a_take_that_is_not_out_bind_nothing_yet()
    {
        await _desk.SubscribeAsync("gazette");
        var first = await _desk.FileAsync(DeskLog.Ferry("urn:right", "1", "Right text."));
        await _desk.FileAsync(DeskLog.Ferry("urn:right", "2", "Right text, longer.") with
        {
            UsageTerms = new UsageTerms("For use only in the Republic of Korea."),
            Embargo = new Embargo("EMBARGOED", _desk.Clock.GetUtcNow().AddMinutes(10)),
        });

        Assert.True(MayHave(first.Story, 1));
        _desk.Clock.Advance(TimeSpan.FromMinutes(10));
        await _desk.Lift.RunAsync(Cancel);
        Assert.False(MayHave(first.Story, 1));
    }

    [Theory]
    [InlineData("urn:other", false), InlineData("urn:right", false)]
    public async Task A_picture_is_bound_by_what_its_publisher_says_of_it_later_here_or_in_another_story(string id,
        bool isFree)
    {
        await _desk.SubscribeAsync("gazette");
        var first = await _desk.FileAsync(WithPhoto(DeskLog.Ferry("urn:right", "1", "Right text."), ""));

        await _desk.FileAsync(
            WithPhoto(DeskLog.Ferry(id, "2", "Quite another text about the harbour."), "No use in Japan. Korea only."));

        Assert.Equal(isFree, PictureOf(first.Story, 1) is null);
    }

    [Fact]
    public async Task What_another_publisher_says_of_a_picture_binds_nothing_here_and_looser_words_open_nothing()
    {
        await _desk.SubscribeAsync("gazette");
        var strict = await _desk.FileAsync(WithPhoto(DeskLog.Ferry("urn:strict"), "Republic of Korea only."));
        var free = await _desk.FileAsync(
            WithPhoto(DeskLog.Ferry("urn:free"), "") with { Pictures = [Photo("urn:photo:2", "")] });

        await _desk.FileAsync(WithPhoto(DeskLog.Ferry("urn:later", "1", "Quite another text."), ""));
        await _desk.FileAsync(
            DeskLog.Ferry("urn:foreign", "1",
                "A third text.") with { Pictures = [Photo("urn:photo:2", "Republic of Korea only.")] },
            item => item with { Publisher = "another" });

        Assert.NotNull(PictureOf(strict.Story, 1));
        Assert.Null(PictureOf(free.Story, 1));
    }

    async Task<StoryId> StoryAsync()
    {
        var right = await _desk.FileAsync(DeskLog.Ferry("urn:right", "1", "Right text."));
        await _desk.FileAsync(
            DeskLog.Ferry("urn:wrong", "1", "Wrong text."), item => item with { Story = right.Story });
        return right.Story;
    }

    /// <summary>
    /// The newest copy once more with a photo, as the desk files it when a picture is linked to a story.
    /// </summary>
    Task<long> AddPhotoAsync(StoryId story) =>
        _desk.Log.WriteAsync(transaction => new CarryingStories(_desk.Gate).Refile(
        transaction, story, Cause.Development, "(ATTN: ADDS photo)", take => WithPhoto(take, ""))!.Position, Cancel);

    static Take WithPhoto(Take take, string terms) => take with { Pictures = [Photo("urn:photo:1", terms)] };

    static Picture Photo(string id, string terms) => new()
    {
        SenderId = id, Caption = "The ferry at its pier.",
        UsageTerms = terms.Length == 0 ? null : new UsageTerms(terms),
    };

    bool MayHave(StoryId story, int number) => _desk.Gate.Now.Decide("gazette", story, number) is Decision.Deliver;

    WithholdReason? PictureOf(StoryId story, int number) =>
        Assert.IsType<Decision.Deliver>(_desk.Gate.Now.Decide("gazette", story, number)).Pictures[0];
}
