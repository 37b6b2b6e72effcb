using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Tests.Rights;

/// <summary>By which right the files of a picture leave.</summary>
public class PictureGateTests
{
    static readonly DateTimeOffset _at = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_picture_by_itself_goes_as_its_newest_take()
    {
        var gate = Fold(Reader("kr", "KR"), Photo("photo", 1), Photo("photo", 2));

        Assert.Equal(Found("photo", 2), gate.DecidePicture("kr", "photo"));
        Assert.Equal(new RenditionDecision.Nothing(), gate.DecidePicture("kr", "other"));
        Assert.Equal(new RenditionDecision.Nothing(), gate.DecidePicture("nobody", "photo"));
    }

    [Fact]
    public void An_identity_is_no_right_where_the_terms_deny_it()
    {
        var gate = Fold(Reader("kr", "KR"), Reader("jp", "JP"), Photo("photo", 1, "KR"), Copy("story", 1, "photo"));

        Assert.Equal(Found("photo", 1), gate.DecidePicture("kr", "photo"));
        Assert.Equal(new RenditionDecision.Nothing(), gate.DecidePicture("jp", "photo"));
    }

    [Fact]
    public void Copy_cannot_lend_a_right_that_the_picture_itself_does_not_give()
    {
        var gate = Fold(Reader("jp", "JP"), Photo("photo", 1, "KR"), Copy("story", 1, "photo"));

        var copy = Assert.IsType<Decision.Deliver>(gate.Decide("jp", new StoryId("story"), 1));

        Assert.Equal([WithholdReason.Territory], copy.Pictures);
        Assert.Equal("territory", copy.Grant);
    }

    [Fact]
    public void An_embargoed_picture_is_withheld_in_copy_that_is_out()
    {
        var embargoed = Photo("photo", 1) with { EmbargoedUntil = _at.AddHours(1) };
        var gate = Fold(Reader("kr", "KR"), embargoed, Copy("story", 1, "photo"));

        Assert.Equal([WithholdReason.Embargoed], Pictures(gate, "kr", "story", 1));
        Assert.Equal(new RenditionDecision.Nothing(), gate.DecidePicture("kr", "photo"));

        gate = Next(gate, new LogEntry.EmbargoLifted(new StoryId("photo"), 1));

        Assert.Equal([null], Pictures(gate, "kr", "story", 1));
        Assert.Equal(Found("photo", 1), gate.DecidePicture("kr", "photo"));
    }

    [Fact]
    public void A_killed_picture_is_closed_by_every_way_for_the_desk_too()
    {
        var gate = Fold(Reader("kr", "KR"), Reader("late", "KR"), Desk(), Photo("photo", 1), Copy("story", 1, "photo"),
            Notice("photo", 2, Cause.Kill, "kr"));

        Assert.Equal([WithholdReason.Killed], Pictures(gate, "kr", "story", 1));
        Assert.Equal([WithholdReason.Killed], Pictures(gate, "desk", "story", 1));
        Assert.Equal(new RenditionDecision.Closed(new StoryId("photo")), gate.DecidePicture("kr", "photo"));
        Assert.Equal(new RenditionDecision.Closed(new StoryId("photo")), gate.DecidePicture("desk", "photo"));
        Assert.Equal(new RenditionDecision.Nothing(), gate.DecidePicture("late", "photo"));
    }

    [Fact]
    public void A_held_picture_comes_back_with_its_release()
    {
        var gate = Fold(Reader("kr", "KR"), Photo("photo", 1), Copy("story", 1, "photo"),
            Notice("photo", 2, Cause.Hold, "kr"));

        Assert.Equal([WithholdReason.Held], Pictures(gate, "kr", "story", 1));
        Assert.Equal(new RenditionDecision.Closed(new StoryId("photo")), gate.DecidePicture("kr", "photo"));

        gate = Next(gate,
            Photo("photo", 3) is var again ? again with { Filed = again.Filed with { Cause = Cause.Release } } : null!);

        Assert.Equal([null], Pictures(gate, "kr", "story", 1));
        Assert.Equal(Found("photo", 3), gate.DecidePicture("kr", "photo"));
    }

    [Fact]
    public void Killed_copy_closes_what_came_along_with_it_unless_other_copy_carries_it()
    {
        var gate = Fold(Reader("kr", "KR"), Copy("story", 1, "own"), Copy("second", 1, "shared"),
            Copy("third", 1, "shared"),
            Notice("story", 2, Cause.Kill, "kr"), Notice("second", 2, Cause.Kill, "kr"));

        Assert.Equal(new RenditionDecision.Closed(new StoryId("story")), gate.DecidePicture("kr", "own"));
        Assert.Equal(Found("third", 1), gate.DecidePicture("kr", "shared"));
    }

    [Fact]
    public void The_same_bytes_under_another_identity_have_a_right_of_their_own()
    {
        var gate = Fold(Reader("kr", "KR"), Photo("ours", 1), Photo("theirs", 1), Notice("ours", 2, Cause.Kill, "kr"));

        Assert.Equal(new RenditionDecision.Closed(new StoryId("ours")), gate.DecidePicture("kr", "ours"));
        Assert.Equal(Found("theirs", 1), gate.DecidePicture("kr", "theirs"));
    }

    [Fact]
    public void Terms_that_were_put_right_bind_the_takes_before_and_copy_that_carries_them()
    {
        var gate = Fold(Reader("jp", "JP"), Reader("kr", "KR"), Photo("photo", 1), Copy("story", 1, "photo"));
        Assert.Equal(Found("photo", 1), gate.DecidePicture("jp", "photo"));

        gate = Next(gate, Photo("photo", 2, "KR"));

        Assert.Equal(new Decision.Withhold(WithholdReason.Territory), gate.Decide("jp", new StoryId("photo"), 1));
        Assert.Equal([WithholdReason.Territory], Pictures(gate, "jp", "story", 1));
        Assert.Equal(new RenditionDecision.Nothing(), gate.DecidePicture("jp", "photo"));
        Assert.Equal(Found("photo", 2), gate.DecidePicture("kr", "photo"));
    }

    [Fact]
    public void A_newer_take_of_copy_that_limits_its_picture_closes_the_files_of_the_older_one()
    {
        var limited = Copy("story", 2, "own") is var copy
            ? copy
                with { Filed = copy.Filed with { Take = copy.Filed.Take with { Pictures = [Picture("own", "KR")] } } }
            : null!;
        var gate = Fold(Reader("jp", "JP"), Copy("story", 1, "own"));
        Assert.Equal(Found("story", 1), gate.DecidePicture("jp", "own"));

        gate = Next(gate, limited);

        Assert.Equal(new RenditionDecision.Nothing(), gate.DecidePicture("jp", "own"));
    }

    static RenditionDecision.Deliver Found(string story, int take) => new(new TakePlace(new StoryId(story), take), 0);

    static System.Collections.Immutable.ImmutableArray<WithholdReason?> Pictures(GateSnapshot gate, string who,
        string story, int take) =>
        Assert.IsType<Decision.Deliver>(gate.Decide(who, new StoryId(story), take)).Pictures;

    static LogEntry.TakeFiled Photo(string id, int number, string onlyIn = "") =>
        Filed(id, number, new Take { Kind = TakeKind.Picture, Pictures = [Picture(id, onlyIn)] });

    static LogEntry.TakeFiled Copy(string story, int number, string picture) =>
        Filed(story, number, new Take { Body = [new Paragraph("Text.")], Pictures = [Picture(picture, "")] });

    static Picture Picture(string id, string onlyIn) => new()
    {
        Id = id,
        UsageTerms = onlyIn.Length == 0 ? null : new UsageTerms(onlyIn),
        Renditions = [new Rendition(RenditionNames.Original, "x") { Sha256 = "5ha" }],
    };

    static LogEntry.TakeFiled Notice(string story, int number, Cause cause, string sentTo) =>
        Filed(story, number, new Take()) is var notice
            ? notice with
            {
                Filed = notice.Filed with { Cause = cause },
                Recipients = [new Recipient(sentTo, [.. Enumerable.Range(1, number - 1)])],
            }
            : null!;

    static LogEntry.TakeFiled Filed(string story, int number, Take take) => new()
    {
        Filed = new FiledTake
        {
            Story = new StoryId(story),
            Number = number,
            Cause = number == 1 ? Cause.First : Cause.Development,
            FiledAt = _at,
            Take = take,
        },
    };

    static LogEntry.PrincipalChanged Desk() =>
        new(new Principal { Name = "desk", Role = Role.Desk, Keys = [new ApiKey { Hash = "d" }] });

    static LogEntry.PrincipalChanged Reader(string name, string territory) => new(new Principal
    {
        Name = name, Role = Role.Subscriber, Keys = [new ApiKey { Hash = name }], Territories = [territory],
    });

    static GateSnapshot Fold(params LogEntry[] entries) => entries.Aggregate(GateSnapshot.Empty, Next);

    /// <summary>The terms of a picture are the one country that it is for.</summary>
    static GateSnapshot Next(GateSnapshot gate, LogEntry entry) => gate.Apply(new LogRecord
    {
        Position = gate.Position + 1,
        At = _at,
        Entry = entry,
        Reading = entry is LogEntry.TakeFiled filed
            ? new TakeReading
            {
                PictureTerms =
                [
                    .. filed.Filed.Take.Pictures.Select(picture => picture.UsageTerms is { } terms
                        ? new TermsReading
                            { Rules = [new UsageRule { Kind = UsageKinds.Territory, Allow = [terms.Text] }] }
                        : null),
                ],
            }
            : null,
    });
}
