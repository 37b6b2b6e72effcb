using Microsoft.Extensions.Logging.Abstractions;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Rights;
using Writethru.Tests.Archive;

namespace Writethru.Tests.Desk;

/// <summary>
/// Copy that carries a picture which is a story by itself: it follows that one's terms, and comes again by them.
/// </summary>
public sealed class CarriedPictureTests : IAsyncDisposable
{
    const string Terms = "For use in Korea only";

    static readonly StoryId _photo = new("photo"), _copy = new("copy");

    readonly LogFolder _folder = new();
    readonly SqliteLog _log;
    readonly Gate _gate = new();
    readonly DateTimeOffset _start;

    public CarriedPictureTests()
    {
        _log = _folder.Open();
        _log.AddFold(_gate.Apply);
        _start = _folder.Clock.GetUtcNow();
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_window_of_the_picture_begins_in_the_copy_too_and_brings_it_again()
    {
        await FileAsync(new UsageRule
            { Kind = UsageKinds.Window, From = _start.AddHours(1), Until = _start.AddHours(2) });
        Assert.Equal(WithholdReason.Embargoed, Picture());
        var windows = new ReachWindows(_log, _gate, NullLogger<ReachWindows>.Instance);

        _folder.Clock.Advance(TimeSpan.FromHours(1));
        await windows.RunAsync(Cancel);

        Assert.Null(Picture());
        Assert.True(_gate.Now.OpensAt("reader", _copy, 1, _log.Head));
        Assert.Equal(new LogEntry.TakeCleared(_copy, 1), _log.Find(_log.Head)!.Entry);
        _folder.Clock.Advance(TimeSpan.FromHours(1));
        await windows.RunAsync(Cancel);
        Assert.Equal(WithholdReason.Expired, Picture());
        Assert.IsType<LogEntry.WindowReached>(_log.Find(_log.Head)!.Entry);
    }

    [Fact]
    public async Task When_the_embargo_of_the_picture_is_lifted_the_copy_comes_again_with_it()
    {
        await FileAsync(null, embargoedUntil: _start.AddHours(1));
        Assert.Equal(WithholdReason.Embargoed, Picture());

        _folder.Clock.Advance(TimeSpan.FromHours(1));
        await new LiftEmbargoes(_log, _gate, NullLogger<LiftEmbargoes>.Instance).RunAsync(Cancel);

        Assert.Null(Picture());
        Assert.True(_gate.Now.OpensAt("reader", _copy, 1, _log.Head));
    }

    [Fact]
    public async Task Copy_that_is_over_or_carries_it_no_more_does_not_come_again()
    {
        await FileAsync(null, embargoedUntil: _start.AddHours(1));
        await _log.AppendAsync(LogFolder.Filed(_copy.Value, 2));
        var before = _log.Head;

        _folder.Clock.Advance(TimeSpan.FromHours(1));
        await new LiftEmbargoes(_log, _gate, NullLogger<LiftEmbargoes>.Instance).RunAsync(Cancel);

        Assert.Equal(before + 1, _log.Head);
    }

    [Fact]
    public async Task Why_names_the_words_of_the_pictures_own_story()
    {
        await FileAsync(new UsageRule
            { Kind = UsageKinds.Territory, Allow = ["KR"], Span = new TextSpan(0, Terms.Length) });

        var clause = _gate.Now.Explain("reader", _copy, 1).Pictures[0];

        Assert.Equal(WithholdReason.Territory, Picture());
        Assert.Equal((WithholdReason.Territory, "territory", Terms, "reader publishes in JP"),
            (clause!.Reason, clause.Kind, clause.Words, clause.Against));
    }

    [Fact]
    public async Task Why_says_that_the_pictures_own_story_was_stopped()
    {
        await FileAsync(null);
        await _log.AppendAsync(new LogEntry.TakeFiled
        {
            Filed = new FiledTake
                { Story = _photo, Number = 2, Cause = Cause.Kill, FiledAt = _start, Take = new Take() },
        });

        var explained = _gate.Now.Explain("reader", _copy, 1);

        Assert.Equal(WithholdReason.Killed, Picture());
        Assert.Contains("story photo by itself, which is kept back: killed", explained.Rule);
    }

    /// <summary>The picture with a rule, and copy that carries it and says nothing of its terms.</summary>
    async Task FileAsync(UsageRule? rule, DateTimeOffset? embargoedUntil = null)
    {
        await _log.AppendAsync(new LogEntry.PrincipalChanged(
            new Principal { Name = "reader", Role = Role.Subscriber, Territories = ["JP"] }));
        var picture = new Picture { Id = _photo.Value, Caption = "Boats." };
        await _log.AppendAsync(new LogEntry.TakeFiled
        {
            Filed = new FiledTake
            {
                Story = _photo, Number = 1, Cause = Cause.First, FiledAt = _start,
                Take = new Take { Kind = TakeKind.Picture,
                    Pictures = [picture with { UsageTerms = rule is null ? null : new UsageTerms(Terms) }] },
            },
            EmbargoedUntil = embargoedUntil,
        }, reading: new TakeReading { PictureTerms = [rule is null ? null : new TermsReading { Rules = [rule] }] },
        readerVersion: 1);
        var copy = LogFolder.Filed(_copy.Value, 1);
        await _log.AppendAsync(copy with
        {
            Filed = copy.Filed with { Take = copy.Filed.Take with { Pictures = [picture] } },
        }, reading: new TakeReading { PictureTerms = [null] }, readerVersion: 1);
    }

    WithholdReason? Picture() => Assert.IsType<Decision.Deliver>(_gate.Now.Decide("reader", _copy, 1)).Pictures[0];
}
