using Microsoft.Extensions.Logging.Abstractions;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Rights;
using Writethru.Tests.Archive;

namespace Writethru.Tests.Delivery;

/// <summary>What the audit says of pictures that were handed out, or were not.</summary>
public sealed class PictureAuditTests : IAsyncDisposable
{
    const string Terms = "For use in Korea only. No archive";

    static readonly StoryId _story = new("story");

    readonly LogFolder _folder = new();
    readonly SqliteLog _log;
    readonly Gate _gate = new();
    readonly Ledger _ledger;
    readonly DateTimeOffset _start;

    public PictureAuditTests()
    {
        _log = _folder.Open();
        _log.AddFold(_gate.Apply);
        _ledger = new Ledger(_log, _gate, NullLogger<Ledger>.Instance);
        _start = _folder.Clock.GetUtcNow();
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _ledger.Dispose();
        await _log.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_decision_bears_the_rule_and_the_words_that_made_it_then()
    {
        await SubscribeAsync("gazette", "JP");
        await FileAsync();
        await SendAsync("gazette");                               // Japan: the territory decides
        await SubscribeAsync("gazette", "KR", archives: true);
        await SendAsync("gazette");                               // Korea, with an archive
        await SubscribeAsync("gazette", "KR");
        await SendAsync("gazette");                               // all of it

        var lines = Read();

        Assert.Equal(
            [
                (1, WithholdReason.Territory, "territory", "For use in Korea only", "gazette publishes in JP"),
                (2, (WithholdReason?)null, "", "", ""),
                (1, WithholdReason.Archive, "archive", "No archive", "gazette keeps an archive that is used again"),
                (2, null, "", "", ""),
                (1, null, "", "", ""),
                (2, null, "", "", ""),
            ],
            lines.Select(line => (line.Picture, line.Withheld, line.Clause?.Kind ?? "", line.Clause?.Words ?? "",
                line.Clause?.Against ?? "")));
        Assert.All(lines, line => Assert.Equal(line.Picture == 1 ? Terms : "", line.Terms));
        Assert.Equal([2, 2, 3, 3, 4, 4], lines.Select(line => line.Position));
    }

    [Fact]
    public async Task It_does_not_change_with_what_happens_later()
    {
        await SubscribeAsync("gazette", "JP");
        await FileAsync();
        await SendAsync("gazette");
        var before = Read();

        await SubscribeAsync("gazette", "KR");
        await _log.AppendAsync(new LogEntry.TakeFiled
        {
            Filed = new FiledTake
                { Story = _story, Number = 2, Cause = Cause.Kill, FiledAt = _start, Take = new Take() },
        });

        Assert.Equal(before, Read());
    }

    [Fact]
    public async Task Entries_of_the_same_instant_are_told_apart_by_what_was_granted()
    {
        await SubscribeAsync("gazette", "JP", moves: false);
        await FileAsync(moves: false);
        await SendAsync("gazette", moves: false);
        await SubscribeAsync("gazette", "KR", moves: false);
        await SendAsync("gazette", moves: false);

        var lines = Read().Where(line => line.Picture == 1).OrderBy(line => line.Position).ToList();

        Assert.Equal([WithholdReason.Territory, null], lines.Select(line => line.Withheld));
        Assert.Equal("For use in Korea only", lines[0].Clause?.Words);
        Assert.Equal([2L, 3L], lines.Select(line => line.Position));
    }

    [Fact]
    public async Task Pages_and_times_and_subscribers_lose_and_repeat_nothing()
    {
        foreach (var name in new[] { "a", "b", "c" })
            await SubscribeAsync(name, "KR");
        await FileAsync();
        var middle = _folder.Clock.GetUtcNow();
        foreach (var name in new[] { "a", "b", "c" })
            await SendAsync(name);
        var audit = new PictureAudit(_log);
        List<string> paged = [];
        Send? after = null;
        do
        {
            var page = audit.Read(_start, DateTimeOffset.MaxValue.AddDays(-1), null, after, 1, Cancel);
            paged.AddRange(page.Decisions.Select(line => line.Subscriber + line.Picture));
            after = page.Last;
        }
        while (after is not null);

        Assert.Equal(["a1", "a2", "b1", "b2", "c1", "c2"], paged);
        Assert.Equal(["b", "b"],
            audit.Read(_start, middle.AddDays(1), "b", null, 10, Cancel).Decisions.Select(line => line.Subscriber));
        Assert.Equal(["b", "b"],
            audit.Read(middle.AddMilliseconds(1500), middle.AddMilliseconds(3000), null, null, 10, Cancel)
            .Decisions.Select(line => line.Subscriber));
        Assert.Empty(audit.Read(_start, middle, null, null, 10, Cancel).Decisions);
    }

    [Fact]
    public async Task Notices_and_copy_without_pictures_have_no_line()
    {
        await SubscribeAsync("gazette", "KR");
        await _log.AppendAsync(LogFolder.Filed("plain", 1));
        await SendAsync("gazette", "plain");

        Assert.Empty(Read());
    }

    [Fact]
    public async Task What_terms_kept_from_one_subscriber_whole_is_told_when_it_was_filed_and_to_that_question_alone()
    {
        await SubscribeAsync("gazette", "JP");
        await SubscribeAsync("herald", "KR");
        var filed = LogFolder.Filed("photo", 1);
        await _log.AppendAsync(filed with
        {
            Filed = filed.Filed with
            {
                Take = new Take { Kind = TakeKind.Picture,
                    Pictures = [new Picture { UsageTerms = new UsageTerms(Terms) }] },
            },
        }, reading: new TakeReading
        {
            PictureTerms =
            [
                new TermsReading
                {
                    Rules = [new UsageRule { Kind = UsageKinds.Territory, Allow = ["KR"], Span = new TextSpan(0, 21) }],
                },
            ],
        }, readerVersion: 1);
        Move(true);
        await SubscribeAsync("gazette", "KR");
        var audit = new PictureAudit(_log);

        IReadOnlyList<PictureDecision> About(string? who, double from = 0) =>
            audit.Read(_start.AddSeconds(from), _start.AddDays(1), who, null, 1000, Cancel).Decisions;

        var kept = Assert.Single(About("gazette"));
        Assert.Equal((3, 1, WithholdReason.Territory, (SendPath?)null, "For use in Korea only",
            "gazette publishes in JP"),
            (kept.Position, kept.Picture, kept.Withheld, kept.Path, kept.Clause?.Words, kept.Clause?.Against));
        Assert.Empty(About("herald"));
        Assert.Empty(About(null));
        Assert.Empty(About("gazette", from: 60));
    }

    IReadOnlyList<PictureDecision> Read() =>
        new PictureAudit(_log).Read(_start, _start.AddDays(1), null, null, 1000, Cancel).Decisions;

    void Move(bool moves)
    {
        if (moves)
            _folder.Clock.Advance(TimeSpan.FromMilliseconds(1500));
    }

    async Task SubscribeAsync(string name, string territory, bool archives = false, bool moves = true)
    {
        await _log.AppendAsync(new LogEntry.PrincipalChanged(new Principal
        {
            Name = name, Role = Role.Subscriber, Keys = [new ApiKey { Hash = "hash-" + name }],
            Territories = [territory], Archives = archives,
        }));
        Move(moves);
    }

    /// <summary>Two pictures, the second without terms.</summary>
    async Task FileAsync(bool moves = true)
    {
        var filed = LogFolder.Filed(_story.Value, 1);
        await _log.AppendAsync(filed with
        {
            Filed = filed.Filed with
            {
                Take = filed.Filed.Take
                    with { Pictures = [new Picture { UsageTerms = new UsageTerms(Terms) }, new Picture()] },
            },
        }, reading: new TakeReading
        {
            PictureTerms =
            [
                new TermsReading
                {
                    Rules =
                    [
                        new UsageRule { Kind = UsageKinds.Territory, Allow = ["KR"], Span = new TextSpan(0, 21) },
                        new UsageRule { Kind = UsageKinds.Archive, Value = "none", Span = new TextSpan(23, 10) },
                    ],
                },
                null,
            ],
        }, readerVersion: 1);
        Move(moves);
    }

    async Task SendAsync(string name, string story = "story", bool moves = true)
    {
        Assert.IsType<StoryAnswer.Found>(await new Outlet(_log, _gate).FindAsync(
            _ledger.Open(name, SendPath.Story), new StoryId(story), 1, Cancel));
        Move(moves);
    }
}
