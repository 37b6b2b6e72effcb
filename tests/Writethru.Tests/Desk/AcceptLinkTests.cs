using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Desk;
using Writethru.Desk.Linking;

namespace Writethru.Tests.Desk;

/// <summary>
/// A doubtful take's story that a person joins to the one it was proposed for, and what follows from it.
/// </summary>
public sealed class AcceptLinkTests : IAsyncDisposable
{
    static readonly DateTimeOffset _later = new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero);

    readonly DeskLog _desk = new();

    static CancellationToken Cancel => DeskLog.Cancel;

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task The_copy_is_the_next_take_of_the_other_story_and_its_own_story_stays()
    {
        await _desk.SubscribeAsync("gazette");
        var (a, b) = await DoubtAsync();

        var done = Assert.IsType<StoryOutcome.Done>(await AcceptAsync(b));

        Assert.Equal((a, 2, Cause.Development), (done.Take.Story, done.Take.Number, done.Take.Cause));
        Assert.Equal(new TakePlace(b, 1), _desk.Story(a)[1].Provenance);
        Assert.True(CanonicalJson.AreEqual(_desk.Story(b)[0].Filed.Take, done.Take.Take));
        Assert.Single(_desk.Story(b));
        Assert.True(MayHave(b, 1));
        Assert.True(MayHave(a, 2));
        Assert.Equal([new TakePlace(b, 1)], _desk.Gate.Now.Moves.Origins(a));
        Assert.Empty(_desk.Gate.Now.Moves.Origins(b));
        Assert.Empty(_desk.Proposals.Open);
        Assert.IsType<StoryOutcome.Unknown>(await _desk.Accept.RunAsync("3-1", "desk", Cancel));
    }

    [Fact]
    public async Task What_comes_for_the_joined_story_continues_the_other_one_however_it_is_named()
    {
        var (a, b) = await DoubtAsync(id: "urn:b");
        await AcceptAsync(b);

        var byId = await _desk.FileAsync(FollowUp("urn:b", "3", "Third text, by identity."));
        var byName = await _desk.FileAsync(FollowUp("urn:c", "1", "Fourth text, named."),
            item => item with { Story = b });
        var byLink = await _desk.FileAsync(FollowUp("urn:d", "1", "Fifth text, by the one before.") with
        {
            Links = [new Link(LinkRels.PreviousVersion, "urn:b")],
        });

        Assert.Equal([(a, 3), (a, 4), (a, 5)],
            new[] { byId, byName, byLink }.Select(take => (take.Story, take.Number)));
        Assert.Single(_desk.Story(b));
    }

    [Fact]
    public async Task The_same_item_again_makes_no_take_and_is_answered_with_the_one_that_stands_for_it()
    {
        var (a, b) = await DoubtAsync(id: "urn:b");
        await AcceptAsync(b);
        await _desk.FileAsync(FollowUp("urn:c", "", "Another take of the story."), item => item with { Story = a });

        var again = Assert.IsType<FileOutcome.Repeated>(await _desk.ReceiveAsync(FollowUp("urn:b", "")));

        Assert.Equal((a, 2), (again.Take.Story, again.Take.Number));
        Assert.Equal(3, _desk.Story(a).Count);
    }

    [Fact]
    public async Task Copy_like_that_of_the_joined_story_is_linked_to_the_other_one_without_a_doubt_between_the_two()
    {
        var (a, b) = await DoubtAsync();
        await AcceptAsync(b);

        var next = await _desk.FileAsync(FollowUp() with
        {
            Body = [.. FollowUp().Body, new Paragraph("The port opens on Monday, Mayor Ilse Tarn said.")],
        });

        Assert.Equal((a, 3), (next.Story, next.Number));
    }

    [Fact]
    public async Task Who_follows_a_take_of_the_joined_story_is_told_of_the_newest_of_the_other_one()
    {
        var (a, b) = await DoubtAsync();
        await AcceptAsync(b);

        var stale = Assert.IsType<FileOutcome.Refused>(await _desk.ReceiveAsync(
            FollowUp(text: "Written over the first take of the joined story."),
            item => item with { Story = b, Follows = 2 }));

        Assert.Equal((Refusal.Stale, a, 2), (stale.Why, stale.Current!.Story, stale.Current.Number));
    }

    [Theory]
    [InlineData(true, false, true), InlineData(true, true, true), InlineData(false, true, true)]
    [InlineData(true, false, false), InlineData(true, true, false), InlineData(false, true, false)]
    public async Task Whatever_keeps_back_either_of_the_two_keeps_back_the_take(bool first, bool second, bool embargo)
    {
        await _desk.SubscribeAsync("gazette");
        var (a, b) = await DoubtAsync(
            first: take => first ? Kept(take, embargo) : take, second: take => second ? Kept(take, embargo) : take);

        await AcceptAsync(b);

        var take = _desk.Story(a)[1];
        Assert.Equal((embargo ? _later : null, !embargo), (take.EmbargoedUntil, take.Waits));
        Assert.False(MayHave(a, 2));
        Assert.NotNull(_desk.Gate.Now.FindPending(a, 2));
    }

    [Fact]
    public async Task Of_two_embargoes_the_later_one_binds_and_one_does_not_end_the_waiting_of_the_other()
    {
        var (a, b) = await DoubtAsync(first: take => Kept(take, true, _later.AddDays(-1)),
            second: take => Kept(take, true));
        await AcceptAsync(b);

        Assert.Equal(_later, _desk.Story(a)[1].EmbargoedUntil);
    }

    [Fact]
    public async Task What_was_not_out_comes_out_in_the_other_story_alone()
    {
        await _desk.SubscribeAsync("gazette");
        var (a, b) = await DoubtAsync(second: take => Kept(take, false));

        await AcceptAsync(b);
        Assert.IsType<StoryOutcome.Conflict>(await _desk.Release.RunAsync(b, null, "desk", Cancel));
        await _desk.Release.RunAsync(a, null, "desk", Cancel);

        Assert.True(MayHave(a, 2));
        Assert.False(MayHave(b, 1));
        await _desk.Log.WriteAsync(
            transaction => transaction.Append(new LogEntry.TakeReleased(b, 1, null, "desk")), Cancel);
        Assert.False(MayHave(b, 1));
    }

    [Theory]
    [InlineData(Cause.Kill, true), InlineData(Cause.Kill, false)]
    [InlineData(Cause.Takedown, true), InlineData(Cause.Takedown, false)]
    [InlineData(Cause.Hold, true), InlineData(Cause.Hold, false)]
    public async Task What_stops_one_of_the_two_stops_both_with_the_same_words(Cause cause, bool isOther)
    {
        await _desk.SubscribeAsync("gazette");
        var (a, b) = await DoubtAsync();
        await AcceptAsync(b);
        await _desk.SendAsync(_desk.Story(a)[0].Filed, "gazette");
        await _desk.SendAsync(_desk.Story(b)[0].Filed, "gazette");

        await StopAsync(isOther ? a : b, cause);

        foreach (var story in new[] { a, b })
        {
            var notice = _desk.Story(story)[^1].Filed;
            Assert.Equal(cause, notice.Cause);
            Assert.Contains("Wrong port", notice.Take.Advisory!.Text);
            Assert.False(MayHave(story, 1));
            Assert.True(MayHave(story, notice.Number));
        }
    }

    [Fact]
    public async Task A_kill_by_the_sender_of_joined_copy_closes_both_stories_without_its_words_in_the_other_notice()
    {
        await _desk.SubscribeAsync("gazette");
        var (a, b) = await DoubtAsync(id: "urn:b");
        await AcceptAsync(b);

        await _desk.FileAsync(FollowUp("urn:b", "9", "Dead words.") with { Status = TakeStatus.Canceled });

        Assert.Equal((Cause.Kill, Cause.Kill), (_desk.Story(a)[^1].Filed.Cause, _desk.Story(b)[^1].Filed.Cause));
        Assert.Empty(_desk.Story(b)[^1].Filed.Take.Body);
        Assert.False(MayHave(a, 2));
        Assert.False(MayHave(b, 1));
    }

    [Fact]
    public async Task The_release_of_one_brings_both_back_and_nothing_that_was_not_out()
    {
        await _desk.SubscribeAsync("gazette");
        var (a, b) = await DoubtAsync();
        var (c, d) = await DoubtAsync("Norwick", second: take => Kept(take, true));
        await AcceptAsync(b);
        await AcceptAsync(d);
        await StopAsync(b, Cause.Hold);
        await StopAsync(c, Cause.Hold);

        await _desk.Release.RunAsync(a, null, "desk", Cancel);
        await _desk.Release.RunAsync(c, null, "desk", Cancel);

        Assert.Equal((StoryState.Living, StoryState.Living), (_desk.Gate.Now.StateOf(a), _desk.Gate.Now.StateOf(b)));
        Assert.True(MayHave(a, 4));
        Assert.True(MayHave(b, 3));
        Assert.True(MayHave(c, 4));
        Assert.False(MayHave(c, 5));
        Assert.All(Enumerable.Range(1, _desk.Story(d).Count), number => Assert.False(MayHave(d, number)));
    }

    [Theory]
    [InlineData(Cause.Kill, true), InlineData(Cause.Kill, false)]
    [InlineData(Cause.Takedown, true), InlineData(Cause.Takedown, false)]
    [InlineData(Cause.Hold, true), InlineData(Cause.Hold, false)]
    public async Task Nothing_is_joined_that_was_killed_or_removed_or_is_held(Cause cause, bool isOther)
    {
        var (a, b) = await DoubtAsync();
        var id = IdOf(b);
        await StopAsync(isOther ? a : b, cause);

        var outcome = await _desk.Accept.RunAsync(id, "desk", Cancel);

        // A kill of the take's own story has ended the proposal.
        Assert.True(cause != Cause.Hold && !isOther
            ? outcome is StoryOutcome.Unknown
            : outcome is StoryOutcome.Conflict { Reason: var why } && why.Contains((isOther ? a : b).Value));
        Assert.Equal((isOther ? 2 : 1, isOther ? 1 : 2), (_desk.Story(a).Count, _desk.Story(b).Count));
        Assert.False(_desk.Gate.Now.Moves.IsJoined(b));
    }

    [Fact]
    public async Task Of_two_who_accept_at_once_one_is_told_that_it_was_done()
    {
        var (a, b) = await DoubtAsync();
        var id = IdOf(b);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => _desk.Accept.RunAsync(id, "desk", Cancel)));

        Assert.Single(outcomes, outcome => outcome is StoryOutcome.Done);
        Assert.Equal(2, _desk.Story(a).Count);
    }

    [Fact]
    public async Task A_take_that_comes_with_the_acceptance_in_one_batch_of_the_log_continues_the_other_story()
    {
        var (a, b) = await DoubtAsync(id: "urn:b");
        var id = IdOf(b);
        using var open = new ManualResetEventSlim();
        var gate = _desk.Log.WriteAsync(_ => { open.Wait(Cancel); return 0; }, Cancel);

        var accept = _desk.Accept.RunAsync(id, "desk", Cancel);
        var next = _desk.ReceiveAsync(FollowUp("urn:b", "2", "In the same batch."));
        var kill = _desk.Kill.RunAsync(b, "Wrong port", null, "desk", Cancel);
        open.Set();
        await Task.WhenAll(gate, accept, next, kill);

        // Whichever of the works came first, nothing comes after the kill and both stories are closed.
        Assert.True(_desk.Gate.Now.IsKilled(b));
        Assert.Equal(_desk.Gate.Now.Moves.IsJoined(b), _desk.Gate.Now.IsKilled(a));
    }

    [Fact]
    public async Task A_story_that_was_joined_to_a_joined_one_continues_the_last_of_the_three()
    {
        var (a, b) = await DoubtAsync();
        var c = (await _desk.FileAsync(FollowUp(headline: "Harbor office sums up") with { SenderId = "urn:c" })).Story;
        await _desk.Accept.RunAsync(
            _desk.Proposals.Open.First(proposal => proposal.Story == c && proposal.Link.Story == b).Id, "desk", Cancel);

        await AcceptAsync(b);
        var next = await _desk.FileAsync(FollowUp("urn:c", "2", "The third story goes on."));
        await StopAsync(c, Cause.Kill);

        Assert.Equal((a, 3), (next.Story, next.Number));
        Assert.All([a, b, c], story => Assert.True(_desk.Gate.Now.IsKilled(story)));
        Assert.Equal([new TakePlace(b, 2), new TakePlace(c, 1)], _desk.Gate.Now.Moves.Origins(a));
    }

    [Fact]
    public async Task Copy_behind_which_the_other_story_was_corrected_joins_it_and_never_stands_on_top()
    {
        await _desk.SubscribeAsync("gazette");
        var (a, b) = await DoubtAsync(id: "urn:b");
        var correction = await _desk.FileAsync(Fire("Mirada") with
        {
            Advisory = new Advisory("(CORRECTION: Corrects the name of the captain.)"),
            Body = [new Paragraph("A fire at the oil terminal closed the harbor of Mirada, Captain Nils Faro said.")],
        }, item => item with { Story = a, Cause = Cause.Correction });
        var order = _desk.Accept.OrderOf(_desk.Proposals.Open.Single())!;
        var head = _desk.Log.Head;

        var done = Assert.IsType<StoryOutcome.Done>(await AcceptAsync(b));

        Assert.Equal((1, 2, true, AcceptEffect.Behind),
            (order.Take.Number, order.Other.Number, order.IsOtherNewer, order.Effect));
        Assert.Equal((correction.Place, head + 1), (done.Take.Place, done.Position));
        Assert.Equal(correction.Place, _desk.Story(a)[^1].Filed.Place);
        Assert.True(_desk.Gate.Now.Moves.IsJoined(b));
        Assert.True(MayHave(b, 1));
        var next = await _desk.FileAsync(FollowUp("urn:b", "2", "What comes for it goes on in the other."));
        Assert.Equal((a, 3), (next.Story, next.Number));
        await _desk.SendAsync(_desk.Story(b)[0].Filed, "gazette");
        await StopAsync(a, Cause.Kill);
        Assert.Equal("gazette", Assert.Single(_desk.Story(b)[^1].Recipients).Subscriber);
        Assert.False(MayHave(b, 1));
    }

    [Fact]
    public async Task Newer_copy_is_still_the_next_take_when_the_other_story_was_only_held_and_released()
    {
        var (a, b) = await DoubtAsync();
        await StopAsync(a, Cause.Hold);
        await _desk.Release.RunAsync(a, null, "desk", Cancel);
        Assert.Equal(AcceptEffect.Next, _desk.Accept.OrderOf(_desk.Proposals.Open.Single())!.Effect);

        var done = Assert.IsType<StoryOutcome.Done>(await AcceptAsync(b));

        Assert.Equal((a, 4), (done.Take.Story, done.Take.Number));
        Assert.Null(_desk.Accept.OrderOf(new Proposal("x", default, new StoryId("none"), 1, "",
            new StoryLink(a, 1, LikelihoodReading.None, null))));
    }

    static Take Fire(string place) => Copy(place, $"Fire closes harbor of {place}",
        $"A fire at the oil terminal closed the harbor of {place}, Captain Nils Ferro of the Halvard Quay port office "
            + "said.");

    /// <summary>Alike, and not enough: half of the words, the place and the names.</summary>
    static Take FollowUp(string id = "", string version = "", string text = "", string place = "Mirada",
        string headline = "") =>
        Copy(place, headline.Length > 0 ? headline : $"{place} counts the damage", text.Length > 0 ? text
            : "A fire at the oil terminal closed the harbor for a day and cost millions, the Halvard Quay port office "
                + "said.")
            with { SenderId = id, SenderVersion = version };

    static Take Copy(string place, string headline, string text) => new()
    {
        Headline = headline,
        Dateline = new Dateline
        {
            Text = $"{place.ToUpperInvariant()}, Nov. 24 (Saltern) --",
            Places = [place.ToUpperInvariant()],
            Date = new PrintedDate(null, 11, 24),
            Agency = "Saltern" + place,
        },
        Body = [new Paragraph(text)],
    };

    static Take Kept(Take take, bool embargo, DateTimeOffset? until = null) => embargo
        ? take with { Embargo = new Embargo("EMBARGOED", until ?? _later) }
        : take with { Status = TakeStatus.Withheld };

    /// <summary>A story, and another one that is alike and not enough.</summary>
    async Task<(StoryId A, StoryId B)> DoubtAsync(string place = "Mirada", string id = "",
        Func<Take, Take>? first = null, Func<Take, Take>? second = null)
    {
        var a = await _desk.FileAsync((first ?? (take => take))(Fire(place)));
        var b = await _desk.FileAsync((second ?? (take => take))(FollowUp(id, place: place)));
        Assert.NotEqual(a.Story, b.Story);
        Assert.Equal(a.Story, Assert.Single(_desk.Proposals.Open, proposal => proposal.Story == b.Story).Link.Story);
        return (a.Story, b.Story);
    }

    string IdOf(StoryId story) => _desk.Proposals.Open.First(proposal => proposal.Story == story).Id;

    Task<StoryOutcome> AcceptAsync(StoryId story) => _desk.Accept.RunAsync(IdOf(story), "desk", Cancel);

    Task<StoryOutcome> StopAsync(StoryId story, Cause cause) => cause switch
    {
        Cause.Kill => _desk.Kill.RunAsync(story, "Wrong port", null, "desk", Cancel),
        Cause.Takedown => _desk.Takedown.RunAsync(story, "Wrong port", "desk", Cancel),
        _ => _desk.Hold.RunAsync(story, "Wrong port", "desk", Cancel),
    };

    bool MayHave(StoryId story, int number) => _desk.Gate.Now.Decide("gazette", story, number) is Decision.Deliver;
}
