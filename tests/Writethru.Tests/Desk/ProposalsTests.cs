using Writethru.Copy;
using Writethru.Desk.Linking;
using Writethru.Tests.Archive;

namespace Writethru.Tests.Desk;

/// <summary>Which proposals stand, as the log goes on.</summary>
public class ProposalsTests
{
    readonly Proposals _proposals = new();
    DateTimeOffset _now = new(2031, 5, 17, 9, 30, 0, TimeSpan.Zero);
    long _position;

    [Fact]
    public void A_take_is_listed_once_for_each_story_that_it_may_belong_to()
    {
        Apply(Filed("a", "x", "y"));
        Apply(LogFolder.Filed("b", 1));
        Apply(Filed("c", "x"));

        Assert.Equal(["1-1", "1-2", "3-1"], _proposals.Open.Select(proposal => proposal.Id));
        Assert.Equal("y", _proposals.Find("1-2")!.Link.Story.Value);
        Assert.Null(_proposals.Find("2-1"));
        Assert.Null(_proposals.Find(""));
    }

    [Fact]
    public void A_rejection_takes_away_that_one_and_no_other()
    {
        Apply(Filed("a", "x", "y"));
        Apply(Filed("b", "x"));

        Apply(new LogEntry.LinkRejected(new StoryId("a"), 1, new StoryId("x"), "desk"));
        Apply(new LogEntry.LinkRejected(new StoryId("a"), 1, new StoryId("x"), "desk"));

        Assert.Equal(["1-2", "2-1"], _proposals.Open.Select(proposal => proposal.Id));
    }

    [Fact]
    public void A_kill_of_the_take_ends_its_proposals_a_kill_of_the_other_story_does_not()
    {
        Apply(Filed("a", "x"));
        Apply(Filed("b", "x"));

        Apply(Kill("a", 2));
        Apply(Kill("x", 2));

        Assert.Equal(["2-1"], _proposals.Open.Select(proposal => proposal.Id));
    }

    [Fact]
    public void A_kill_that_may_belong_to_a_story_is_listed()
    {
        var kill = Filed("k", "x");

        Apply(kill with { Filed = kill.Filed with { Cause = Cause.Kill } });

        Assert.Single(_proposals.Open);
    }

    [Fact]
    public void After_seven_days_of_the_log_a_proposal_is_over()
    {
        Apply(Filed("a", "x"));
        _now = _now.AddDays(4);
        Apply(Filed("b", "x"));
        _now = _now.AddDays(4);
        Apply(Filed("c", "x"));

        Assert.Equal(["2-1", "3-1"], _proposals.Open.Select(proposal => proposal.Id));
    }

    void Apply(LogEntry entry) =>
        _proposals.Apply(new LogRecord { Position = ++_position, At = _now, Entry = entry });

    static LogEntry.TakeFiled Kill(string story, int number)
    {
        var entry = LogFolder.Filed(story, number);
        return entry with { Filed = entry.Filed with { Cause = Cause.Kill } };
    }

    static LogEntry.TakeFiled Filed(string story, params string[] others) => LogFolder.Filed(story, 1) with
    {
        Proposed =
        [
            .. others.Select(other => new StoryLink(
                new StoryId(other), 1, new LikelihoodReading(0.5, []), LinkDoubt.LowScore)),
        ],
    };
}
