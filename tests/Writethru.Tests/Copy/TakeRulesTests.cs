using Writethru.Copy;

namespace Writethru.Tests.Copy;

/// <summary>The whole table of which cause may follow which state of a story.</summary>
public class TakeRulesTests
{
    static readonly Cause[] _copy = [Cause.Development, Cause.Lead, Cause.WriteThru, Cause.Correction, Cause.Refile];

    static readonly Dictionary<StoryState, Cause[]> _allowed = new()
    {
        [StoryState.None] = [Cause.First, Cause.Kill],
        [StoryState.Living] = [.. _copy, Cause.Hold, Cause.Kill, Cause.Takedown],
        [StoryState.Held] = [.. _copy, Cause.Release, Cause.Kill, Cause.Takedown],
        [StoryState.Killed] = [],
        [StoryState.TakenDown] = [],
    };

    public static TheoryData<StoryState, Cause> Pairs() =>
        [.. Enum.GetValues<StoryState>().SelectMany(state => Enum.GetValues<Cause>().Select(cause => (state, cause)))];

    [Theory, MemberData(nameof(Pairs))]
    public void A_cause_may_follow_a_state_exactly_when_the_table_says_so(StoryState state, Cause cause)
    {
        var why = TakeRules.WhyNot(state, state == StoryState.None ? null : Last, cause);

        Assert.Equal(_allowed[state].Contains(cause), why is null);
        if (why is not null)
            Assert.EndsWith(".", why, StringComparison.Ordinal);
        if (why is not null && state != StoryState.None)
            Assert.Contains("story-x", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StoryState.None, Cause.First, StoryState.Living)]
    [InlineData(StoryState.None, Cause.Kill, StoryState.Killed)]
    [InlineData(StoryState.Living, Cause.Correction, StoryState.Living)]
    [InlineData(StoryState.Living, Cause.Hold, StoryState.Held)]
    [InlineData(StoryState.Held, Cause.Development, StoryState.Held)]
    [InlineData(StoryState.Held, Cause.Release, StoryState.Living)]
    [InlineData(StoryState.Held, Cause.Kill, StoryState.Killed)]
    [InlineData(StoryState.Living, Cause.Takedown, StoryState.TakenDown)]
    public void A_take_leaves_the_story_in_the_state_of_its_cause(StoryState before, Cause cause, StoryState after) =>
        Assert.Equal(after, TakeRules.After(before, cause));

    [Fact]
    public void A_correction_says_what_was_wrong_in_its_advisory_or_in_a_public_note_of_that_role()
    {
        Assert.True(TakeRules.SaysWhatWasWrong(new Take { Advisory = new Advisory("(CORRECTS year in para 2)") }));
        Assert.True(
            TakeRules.SaysWhatWasWrong(new Take { Notes = [new Note(NoteRoles.Correction, "Year in para 2")] }));
        Assert.False(TakeRules.SaysWhatWasWrong(new Take()));
        Assert.False(TakeRules.SaysWhatWasWrong(new Take { Advisory = new Advisory(" ") }));
        Assert.False(TakeRules.SaysWhatWasWrong(new Take { Notes = [new Note(NoteRoles.Closing, "hm/jk")] }));
        Assert.False(TakeRules.SaysWhatWasWrong(
            new Take { Notes = [new Note(NoteRoles.Correction, "Year in para 2", IsPublic: false)] }));
    }

    static FiledTake Last { get; } = new()
    {
        Story = new StoryId("story-x"), Number = 3, Cause = Cause.Development, FiledAt = default, Take = new Take(),
    };
}
