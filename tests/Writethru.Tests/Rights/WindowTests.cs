using System.Collections.Immutable;
using Writethru.Copy;
using static Writethru.Tests.Rights.TermsGate;

namespace Writethru.Tests.Rights;

/// <summary>Windows of usage terms, entry by entry.</summary>
public class WindowTests
{
    static readonly StoryId _story = new("story");
    static readonly Terms _fromOne = Window(Noon.AddHours(1), null);
    static readonly Terms _untilOne = Window(null, Noon.AddHours(1));

    readonly TermsGate _gate = new();

    public WindowTests() => _gate.Subscribe(Subscriber());

    [Fact]
    public void A_window_ends_by_its_entry_alone_and_the_take_does_not_come_again()
    {
        var filed = _gate.File("story", 1, null, _untilOne, null);
        Assert.Equal(Noon.AddHours(1), _gate.Now.Windows.NextEnd);
        Assert.Empty(_gate.Reach(Noon.AddHours(1).AddTicks(-1)));
        Assert.Null(_gate.Picture("who"));

        var reached = Assert.Single(_gate.Reach(Noon.AddHours(1)));

        Assert.Equal([WithholdReason.Expired, null], Pictures());
        Assert.True(_gate.Now.OpensAt("who", _story, 1, filed));
        Assert.False(_gate.Now.OpensAt("who", _story, 1, reached));
        Assert.Null(_gate.Now.Windows.NextEnd);
        Assert.Empty(_gate.Reach(Noon.AddDays(1)));
    }

    [Fact]
    public void A_window_begins_by_its_entry_and_the_take_comes_again_there()
    {
        _gate.File("story", 1, null, _fromOne);
        Assert.Equal([WithholdReason.Embargoed], Pictures());
        Assert.Empty(_gate.Reach(Noon.AddHours(1).AddTicks(-1)));

        var reached = Assert.Single(_gate.Reach(Noon.AddHours(1)));

        Assert.Null(_gate.Picture("who"));
        Assert.True(_gate.Now.OpensAt("who", _story, 1, reached));
        Assert.Equal(reached, _gate.Now.MovedAt(_story, 1));
        Assert.Null(_gate.Now.Windows.NextBegin);
    }

    [Fact]
    public void Terms_of_the_item_keep_the_item_until_they_begin_and_once_they_end()
    {
        _gate.File("story", 1, Window(Noon.AddHours(1), Noon.AddHours(2)));
        Assert.Equal(new Decision.Withhold(WithholdReason.Embargoed), _gate.Decide("who"));

        _gate.Reach(Noon.AddHours(1));
        Assert.IsType<Decision.Deliver>(_gate.Decide("who"));
        _gate.Reach(Noon.AddHours(2));

        Assert.Equal(new Decision.Withhold(WithholdReason.Expired), _gate.Decide("who"));
    }

    [Fact]
    public void After_a_long_pause_one_entry_a_take_brings_all_that_came()
    {
        _gate.File("story", 1, null, _fromOne, _untilOne, Window(Noon.AddHours(2), Noon.AddHours(5)));
        _gate.File("other", 1, null, _untilOne);

        var reached = _gate.Reach(Noon.AddHours(3));

        Assert.Equal(2, reached.Count);
        Assert.Equal([null, WithholdReason.Expired, null], Pictures());
        Assert.Equal(WithholdReason.Expired, _gate.Picture("who", "other"));
        Assert.Equal(Noon.AddHours(5), _gate.Now.Windows.NextEnd);
    }

    [Fact]
    public void A_clock_that_is_ahead_ends_windows_and_begins_none()
    {
        _gate.File("story", 1, null, _fromOne, _untilOne);

        var reached = Assert.Single(_gate.Reach(Noon.AddMinutes(30), latest: Noon.AddHours(2)));

        Assert.Equal([WithholdReason.Embargoed, WithholdReason.Expired], Pictures());
        Assert.False(_gate.Now.OpensAt("who", _story, 1, reached));
        Assert.Single(_gate.Reach(Noon.AddHours(1)));
        Assert.Equal([null, WithholdReason.Expired], Pictures());
    }

    [Fact]
    public void Time_that_has_come_for_a_take_never_goes_back()
    {
        _gate.File("story", 1, null, _untilOne);
        _gate.Reach(Noon.AddHours(2));

        _gate.At = Noon;
        _gate.Append(new LogEntry.WindowReached(_story, 1, Noon));

        Assert.Equal([WithholdReason.Expired], Pictures());
    }

    [Fact]
    public void A_killed_story_is_waited_for_no_more_and_others_are()
    {
        _gate.File("story", 1, null, _fromOne, _untilOne);
        _gate.File("other", 1, null, Window(null, Noon.AddHours(3)));

        _gate.Kill("story", 2);

        Assert.Null(_gate.Now.Windows.NextBegin);
        Assert.Equal(Noon.AddHours(3), _gate.Now.Windows.NextEnd);
    }

    [Fact]
    public void A_picture_by_itself_expires_and_copy_does_not()
    {
        var expiry = new SenderTime("2031-05-17T13:00:00Z", Noon.AddHours(1));
        _gate.FileTake("photo", 1, new Take { Kind = TakeKind.Picture, Expiry = expiry }, null, [null]);
        _gate.FileTake("text", 1, new Take { Expiry = expiry }, null, [null]);

        Assert.Single(_gate.Reach(Noon.AddHours(1)));

        Assert.Equal(new Decision.Withhold(WithholdReason.Expired), _gate.Decide("who", "photo"));
        Assert.IsType<Decision.Deliver>(_gate.Decide("who", "text"));
    }

    [Fact]
    public void Of_a_take_under_embargo_those_who_agreed_get_more_when_a_window_begins_and_nobody_else_anything()
    {
        _gate.Subscribe(Subscriber("agreed") with { GetsEmbargoed = true });
        _gate.Append(new LogEntry.TakeFiled
        {
            Filed = new FiledTake
            {
                Story = _story, Number = 1, Cause = Cause.First, FiledAt = Noon,
                Take = new Take { Pictures = [new Picture { UsageTerms = new UsageTerms(_fromOne.Text) }] },
            },
            EmbargoedUntil = Noon.AddHours(2),
        }, new TakeReading { PictureTerms = [_fromOne.Reading] });

        var reached = Assert.Single(_gate.Reach(Noon.AddHours(1)));

        Assert.True(_gate.Now.OpensAt("agreed", _story, 1, reached));
        Assert.Null(_gate.Picture("agreed"));
        Assert.False(_gate.Now.OpensAt("who", _story, 1, reached));
        Assert.Equal(new Decision.Withhold(WithholdReason.Embargoed), _gate.Decide("who"));
        Assert.Equal(0, _gate.Now.MovedAt(_story, 1));
    }

    static Terms Window(DateTimeOffset? from, DateTimeOffset? until) =>
        Rule(new UsageRule { Kind = UsageKinds.Window, From = from, Until = until }, $"{from:HH} to {until:HH}");

    ImmutableArray<WithholdReason?> Pictures() => Assert.IsType<Decision.Deliver>(_gate.Decide("who")).Pictures;
}
