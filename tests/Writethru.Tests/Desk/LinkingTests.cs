using System.Collections.Immutable;
using System.Text;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Desk.Linking;
using Writethru.Desk.Receiving;
using Writethru.Formats;
using Writethru.Rights;

namespace Writethru.Tests.Desk;

/// <summary>Which story a take continues when nobody names one, and when a person must say.</summary>
public sealed class LinkingTests : IAsyncDisposable
{
    static readonly Take _flash = Copy("Fire closes harbor of Mirada",
        "A fire at the oil terminal closed the harbor of Mirada, Captain Nils Ferro of the Halvard Quay port office "
            + "said.")
        with
    { Series = "URGENT" };

    static readonly Take _lead = _flash with
    {
        Series = "LEAD",
        Headline = "Fire closes harbor of Mirada, 400 leave homes",
        Body = [.. _flash.Body, new Paragraph("Some 400 people were told to leave their homes, Mayor Ilse Tarn said.")],
    };

    /// <summary>Alike, and not enough: half of the words, the place and the names.</summary>
    static readonly Take _followUp = Copy("Mirada counts the damage",
        "A fire at the oil terminal closed the harbor for a day and cost millions, the Halvard Quay port office said.");

    static readonly Take _other = Copy("Painting stolen from museum in Norwick",
        "Thieves took a painting of a lighthouse from the Tide Museum in Norwick at noon, Inspector Oda Lind said.");

    readonly DeskLog _desk = new();
    Receive _receive;

    public LinkingTests() => _receive = With(new LinkingOptions());

    SqliteLog Log => _desk.Log;

    Gate Gate => _desk.Gate;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_lead_without_any_identity_continues_its_flash_and_the_entry_says_why()
    {
        var flash = await FileAsync(_flash);
        await FileAsync(_other);

        var lead = await FileAsync(_lead);

        Assert.Equal((flash.Take.Story, 2, Cause.Lead), (lead.Take.Story, lead.Take.Number, lead.Take.Cause));
        var link = EntryAt(lead).Linked!;
        Assert.Equal((flash.Take.Story, 1, null), (link.Story, link.Number, link.Doubt));
        Assert.True(link.Likelihood.Score >= 0.6);
        Assert.Equal(Enum.GetValues<LikelihoodFeature>().TakeWhile(feature => feature != LikelihoodFeature.Permalink),
            link.Likelihood.Reasons.Select(reason => reason.Feature));
        Assert.Empty(EntryAt(lead).Proposed);
        Assert.Null(EntryAt(flash).Linked);
    }

    [Fact]
    public async Task Copy_that_is_alike_and_not_enough_opens_a_story_that_is_proposed_for_the_other()
    {
        var flash = await FileAsync(_flash);

        var filed = await FileAsync(_followUp);

        AssertProposed(filed, LinkDoubt.LowScore, flash);
        Assert.False(EntryAt(filed).Waits);
        Assert.InRange(EntryAt(filed).Proposed[0].Likelihood.Score, 0.4, 0.599);
    }

    [Fact]
    public async Task Other_copy_opens_a_story_and_nothing_is_proposed()
    {
        await FileAsync(_flash);

        var filed = await FileAsync(_other);

        Assert.Equal(1, filed.Take.Number);
        Assert.Equal((null, 0), (EntryAt(filed).Linked, EntryAt(filed).Proposed.Length));
    }

    [Fact]
    public async Task What_the_sender_calls_its_story_comes_before_likeness()
    {
        await FileAsync(_flash with { SenderId = "fire" });
        var painting = await FileAsync(_other with { SenderId = "painting" });

        var filed = await FileAsync(_lead with { SenderId = "painting" });

        Assert.Equal((painting.Take.Story, 2), (filed.Take.Story, filed.Take.Number));
        Assert.Null(EntryAt(filed).Linked);
    }

    [Fact]
    public async Task The_item_that_the_sender_names_as_the_one_before_comes_before_likeness()
    {
        await FileAsync(_flash with { SenderId = "urn:x:1" });
        var painting = await FileAsync(_other with { SenderId = "urn:x:2" });

        var filed = await FileAsync(_lead with { SenderId = "urn:x:3", Links = [Before("urn:x:2")] });

        Assert.Equal((painting.Take.Story, 2), (filed.Take.Story, filed.Take.Number));
        Assert.Null(EntryAt(filed).Linked);
    }

    [Theory]
    [InlineData(LinkRels.Related), InlineData(LinkRels.DerivedFrom), InlineData("")]
    public async Task An_item_that_it_only_points_to_is_not_the_one_before(string rel)
    {
        await FileAsync(_other with { SenderId = "urn:x:2" });

        var filed = await FileAsync(_flash with { Links = [new Link(rel, "urn:x:2")] });

        Assert.Equal(1, filed.Take.Number);
    }

    [Fact]
    public async Task Items_of_several_stories_named_as_the_one_before_are_proposed()
    {
        var a = await FileAsync(_flash with { SenderId = "urn:x:1" });
        var b = await FileAsync(_other with { SenderId = "urn:x:2" });

        var filed = await FileAsync(_lead with { Links = [Before("urn:x:1"), Before("urn:x:2"), Before("urn:x:9")] });

        AssertProposed(filed, LinkDoubt.SeveralStories, a, b);
    }

    [Fact]
    public async Task The_item_before_of_another_publisher_is_not_known()
    {
        await FileAsync(_other with { SenderId = "urn:x:2" }, publisher: "norwick");

        var filed = await FileAsync(_flash with { Links = [Before("urn:x:2")] });

        Assert.Equal(1, filed.Take.Number);
    }

    [Fact]
    public async Task Copy_of_another_publisher_is_neither_linked_nor_proposed()
    {
        await FileAsync(_flash, publisher: "norwick");

        var filed = await FileAsync(_lead);

        Assert.Equal(1, filed.Take.Number);
        Assert.Empty(EntryAt(filed).Proposed);
    }

    [Fact]
    public async Task Copy_of_another_agency_is_neither_linked_nor_proposed()
    {
        await FileAsync(_flash with { Provider = "Norwick News" });

        var filed = await FileAsync(_lead with { Provider = "Saltern" });

        Assert.Equal((1, 0), (filed.Take.Number, EntryAt(filed).Proposed.Length));
    }

    [Theory]
    [InlineData(36, 2), InlineData(37, 1)]
    public async Task A_story_without_a_take_for_36_hours_is_not_continued(int hours, int number)
    {
        await FileAsync(_flash);
        _desk.Clock.Advance(TimeSpan.FromHours(hours));

        Assert.Equal(number, (await FileAsync(_lead)).Take.Number);
    }

    [Fact]
    public async Task Two_stories_that_are_as_likely_are_both_proposed()
    {
        var a = await FileAsync(_flash);
        var b = await FileAsync(_flash with { Headline = "Fire closes harbor at Mirada" }, cause: Cause.First);

        var filed = await FileAsync(_lead);

        AssertProposed(filed, LinkDoubt.SeveralStories, a, b);
    }

    [Fact]
    public async Task What_is_like_a_killed_story_never_continues_it_and_waits_for_a_person()
    {
        var flash = await FileAsync(_flash);
        await _desk.Kill.RunAsync(flash.Take.Story, "No fire", null, "desk", Cancel);

        var filed = await FileAsync(_lead);

        AssertProposed(filed, LinkDoubt.Stopped, flash);
        Assert.True(EntryAt(filed).Waits);
        Assert.True(Gate.Now.FindPending(filed.Take.Story, 1)!.Waits);
    }

    [Fact]
    public async Task What_only_follows_a_killed_story_is_proposed_and_does_not_wait()
    {
        var flash = await FileAsync(_flash);
        await _desk.Kill.RunAsync(flash.Take.Story, "No fire", null, "desk", Cancel);

        var filed = await FileAsync(_followUp);

        AssertProposed(filed, LinkDoubt.Stopped, flash);
        Assert.False(EntryAt(filed).Waits);
    }

    [Fact]
    public async Task A_kill_ends_no_story_by_likeness()
    {
        var flash = await FileAsync(_flash);

        var kill = await FileAsync(_lead with { Status = TakeStatus.Canceled });

        AssertProposed(kill, LinkDoubt.Kill, flash);
        Assert.Equal(Cause.Kill, kill.Take.Cause);
        Assert.False(Gate.Now.IsKilled(flash.Take.Story));
    }

    [Fact]
    public async Task A_take_that_continues_an_embargoed_story_stays_under_its_embargo()
    {
        var until = _desk.Clock.GetUtcNow().AddHours(2);
        await FileAsync(_flash with { Embargo = new Embargo("EMBARGOED", until) });

        var filed = await FileAsync(_lead);

        Assert.Equal((2, until), (filed.Take.Number, EntryAt(filed).EmbargoedUntil));
    }

    [Fact]
    public async Task What_may_be_embargoed_copy_of_another_story_waits_for_a_person()
    {
        var until = _desk.Clock.GetUtcNow().AddHours(2);
        var flash = await FileAsync(
            _flash with { SenderId = "a", SenderVersion = "2", Embargo = new Embargo("", until) });

        var filed = await FileAsync(_lead with { SenderId = "b", SenderVersion = "1" });

        AssertProposed(filed, LinkDoubt.OtherIdentity, flash);
        Assert.True(EntryAt(filed).Waits);
    }

    [Theory]
    [InlineData("", "", true), InlineData("1", "1", true), InlineData("2", "1", false), InlineData("1", "3", false)]
    public async Task Another_identity_of_a_sender_that_counts_versions_is_another_story(string a, string b, bool links)
    {
        var flash = await FileAsync(_flash with { SenderId = "a", SenderVersion = a });

        var filed = await FileAsync(_lead with { SenderId = "b", SenderVersion = b });

        if (links)
            Assert.Equal((flash.Take.Story, 2), (filed.Take.Story, filed.Take.Number));
        else
            AssertProposed(filed, LinkDoubt.OtherIdentity, flash);
    }

    [Fact]
    public async Task Another_identity_of_a_sender_that_keeps_them_is_another_story()
    {
        await FileAsync(_flash with { SenderId = "a" });
        var second = await FileAsync(_lead with { SenderId = "a" });

        var filed = await FileAsync(_lead with { SenderId = "b", Series = "2nd LD" });

        Assert.Equal(2, second.Take.Number);
        AssertProposed(filed, LinkDoubt.OtherIdentity, second);
    }

    [Fact]
    public async Task What_comes_alike_every_day_is_proposed()
    {
        var flash = await FileAsync(_flash);

        var filed = await FileAsync(
            _lead with { Dateline = _lead.Dateline! with { Date = new PrintedDate(null, 11, 25) } });

        AssertProposed(filed, LinkDoubt.OtherDay, flash);
    }

    [Theory]
    [InlineData("LEAD", "2nd LD"), InlineData("URGENT", "LEAD"), InlineData("", "LEAD")]
    public async Task An_earlier_edition_that_comes_late_does_not_follow_a_later_one(string late, string there)
    {
        var lead = await FileAsync(_lead with { Series = there });

        var filed = await FileAsync(_flash with { Series = late });

        AssertProposed(filed, LinkDoubt.EarlierEdition, lead);
    }

    [Fact]
    public async Task An_edition_that_was_made_before_the_one_that_is_there_does_not_follow_it()
    {
        static SenderTime Made(int minute) => new("x", new DateTimeOffset(2031, 5, 17, 9, minute, 0, TimeSpan.Zero));
        var first = await FileAsync(_flash with { Series = "", VersionCreated = Made(20) });

        var filed = await FileAsync(_lead with { Series = "", VersionCreated = Made(10) });

        AssertProposed(filed, LinkDoubt.EarlierEdition, first);
    }

    [Fact]
    public async Task Copy_that_the_story_has_makes_no_take_also_when_the_story_has_moved_on()
    {
        var flash = await FileAsync(_flash with { Series = "" });
        await FileAsync(_lead with { Series = "" });

        var again = Assert.Single(await ReceiveAsync("again", _flash with { Series = "", Sequence = "a0044" }));

        Assert.Equal(flash.Position, Assert.IsType<FileOutcome.Repeated>(again).Position);
        Assert.Equal(2, Gate.Now.CountTakes(flash.Take.Story));
    }

    [Fact]
    public async Task Two_items_of_one_story_in_a_feed_do_not_overtake_each_other_at_every_fetch()
    {
        Take[] feed = [_flash with { SenderId = "urn:x:1" }, _lead with { SenderId = "urn:x:2" }];
        var first = await ReceiveAsync("feed", feed);
        var head = Log.Head;

        var again = await ReceiveAsync("feed", feed);

        Assert.Single(first.Cast<FileOutcome.Filed>().Select(filed => filed.Take.Story).Distinct());
        Assert.All(again, outcome => Assert.IsType<FileOutcome.Repeated>(outcome));
        Assert.Equal(head, Log.Head);
    }

    [Fact]
    public async Task A_take_is_not_compared_with_copy_that_was_given_up_before_it_was_durable()
    {
        var file = _desk.FileBy(new LinkingOptions(), new DeskOptions());
        FileOutcome Run(LogTransaction transaction, Take take) =>
            file.Run(transaction, new IncomingRequest(Item("x", "harbour"), "test", 1), 1, take, []);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Log.WriteAsync<int>(transaction =>
        {
            Run(transaction, _flash);
            Run(transaction, _followUp); // has compared itself with the flash
            throw new InvalidOperationException();
        }, Cancel));

        var outcomes = await Log.WriteAsync(transaction => new[] { Run(transaction, _other), Run(transaction, _lead) },
            Cancel);

        Assert.All(outcomes, outcome => Assert.Equal(1, Assert.IsType<FileOutcome.Filed>(outcome).Take.Number));
        Assert.All(outcomes, outcome => Assert.Empty(outcome.Proposed));
    }

    [Fact]
    public async Task Whoever_says_that_it_is_the_first_take_is_believed()
    {
        await FileAsync(_flash);

        var filed = await FileAsync(_lead, cause: Cause.First);

        Assert.Equal((1, Cause.First, 0), (filed.Take.Number, filed.Take.Cause, EntryAt(filed).Proposed.Length));
    }

    [Fact]
    public async Task It_can_be_switched_off_for_all_and_for_one_publisher()
    {
        await FileAsync(_flash);
        _receive = With(new LinkingOptions { NotFor = ["harbour"] });
        var notForHarbour = await FileAsync(_lead);
        _receive = With(new LinkingOptions { ByLikeness = false });
        var off = await FileAsync(_lead with { Urgency = 3 });
        _receive = With(new LinkingOptions { NotFor = ["norwick"] });

        Assert.Equal((1, 1), (notForHarbour.Take.Number, off.Take.Number));
        Assert.Empty(EntryAt(off).Proposed);
        Assert.NotEmpty(EntryAt(await FileAsync(_lead with { Series = "2nd LD" })).Proposed);
    }

    [Fact]
    public async Task A_story_that_was_named_is_continued_whatever_the_copy_is_like()
    {
        await FileAsync(_flash);
        var painting = await FileAsync(_other);

        var filed = await FileAsync(_lead, story: painting.Take.Story);

        Assert.Equal((painting.Take.Story, 2), (filed.Take.Story, filed.Take.Number));
    }

    void AssertProposed(FileOutcome.Filed filed, LinkDoubt doubt, params FileOutcome.Filed[] others)
    {
        var entry = EntryAt(filed);
        Assert.Equal((1, null), (filed.Take.Number, entry.Linked));
        Assert.Equal(others.Select(other => other.Take.Story.Value).Order(),
            entry.Proposed.Select(link => link.Story.Value).Order());
        Assert.All(entry.Proposed, link => Assert.Equal(doubt, link.Doubt));
        Assert.Equal(entry.Proposed.Length, filed.Proposed.Length);
    }

    LogEntry.TakeFiled EntryAt(FileOutcome.Filed filed) => (LogEntry.TakeFiled)Log.Find(filed.Position)!.Entry;

    async Task<FileOutcome.Filed> FileAsync(
        Take take, string publisher = "harbour", Cause? cause = null, StoryId? story = null)
    {
        var item = Item($"{Log.Head}", publisher) with { Cause = cause, Story = story };
        var result = new ReadResult { Format = "test", Takes = [take] };
        return Assert.IsType<FileOutcome.Filed>(Assert.Single(await _receive.FileAsync(item, result, Cancel)));
    }

    async Task<ImmutableArray<FileOutcome>> ReceiveAsync(string bytes, params Take[] takes) => await _receive.FileAsync(
        Item(bytes, "harbour"), new ReadResult { Format = "test", Takes = [.. takes] }, Cancel);

    Receive With(LinkingOptions options) => _desk.ReceiveBy(options, new DeskOptions());

    static IncomingItem Item(string bytes, string publisher) =>
        new() { Bytes = Encoding.UTF8.GetBytes(bytes), Publisher = publisher };

    static Link Before(string target) => new(LinkRels.PreviousVersion, target);

    static Take Copy(string headline, string text) => new()
    {
        Headline = headline,
        Dateline = new Dateline
        {
            Text = "MIRADA, Nov. 24 (Saltern) --",
            Places = ["MIRADA"],
            Date = new PrintedDate(null, 11, 24),
            Agency = "Saltern",
        },
        Body = [new Paragraph(text)],
    };
}
