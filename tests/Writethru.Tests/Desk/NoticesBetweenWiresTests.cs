using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Desk;
using Writethru.Formats.Registry;
using Writethru.Tests.Delivery;

namespace Writethru.Tests.Desk;

/// <summary>
/// What one program hands out in a format, another takes in: its story must stand as that of the first, and nothing may
/// be opened beside it.
/// </summary>
public sealed class NoticesBetweenWiresTests : IAsyncDisposable
{
    const string Reader = "newsroom", Agency = "agency";

    static readonly Take _ferry = new()
    {
        Slug = "FERRY",
        Headline = "Ferry to Skerrow resumes",
        Dateline = new Dateline
            { Text = "SKERROW, Nov. 24 (KIO) --", Places = ["SKERROW"], Date = new(null, 11, 24), Agency = "KIO" },
        Body =
        [
            new Paragraph("The ferry to Skerrow sailed again on Tuesday, the harbour office said."),
            new Paragraph("It had been laid up for nine days."),
        ],
        EndMark = "(END)",
    };

    static readonly Take _ferryLed = _ferry with
    {
        Body = [.. _ferry.Body, new Paragraph("Some 40 cars were on board when it left, two of them ambulances.")],
    };

    static readonly Take _ferryRight = _ferryLed with
    {
        Advisory = new Advisory("(CORRECTION: Corrects the number of days in para 2.)"),
        Body = _ferryLed.Body.SetItem(1, new Paragraph("It had been laid up for ten days.")),
    };

    /// <summary>What happens to a story, in the order in which its reader is handed it.</summary>
    static readonly ImmutableArray<(string Name, string Steps, StoryState State)> _histories =
    [
        ("two takes", "first next", StoryState.Living),
        ("correction", "first next correct", StoryState.Living),
        ("hold", "first next hold", StoryState.Held),
        ("hold of a first take", "first hold", StoryState.Held),
        ("release", "first next hold release", StoryState.Living),
        ("held twice", "first hold release next hold release", StoryState.Living),
        ("correction behind a release", "first next hold release correct", StoryState.Living),
        ("kill", "first next kill", StoryState.Killed),
        ("kill of a first take", "first kill", StoryState.Killed),
        ("kill of a held story", "first next hold kill", StoryState.Killed),
        ("takedown", "first next takedown", StoryState.TakenDown),
        ("takedown of a held story", "first next hold takedown", StoryState.TakenDown),
    ];

    readonly DeskLog _a = new();
    readonly DeskLog _b = new();
    readonly Ledger _ledger;

    public NoticesBetweenWiresTests() => _ledger = new Ledger(_a.Log, _a.Gate, NullLogger<Ledger>.Instance);

    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        foreach (var format in WireFormats.All)
        {
            foreach (var (history, _, _) in _histories)
                data.Add(format.Name, history);
        }
        return data;
    }

    public async ValueTask DisposeAsync()
    {
        _ledger.Dispose();
        await _a.DisposeAsync();
        await _b.DisposeAsync();
    }

    [Theory, MemberData(nameof(All))]
    public Task A_story_stands_in_the_second_program_as_in_the_first(string format, string history) =>
        StandsAlikeAsync(format, history, hasSlug: true);

    [Theory, MemberData(nameof(All))]
    public Task A_story_without_a_slug_stands_alike_too(string format, string history) =>
        StandsAlikeAsync(format, history, hasSlug: false);

    [Theory, MemberData(nameof(All))]
    public async Task A_reader_that_had_only_the_newest_copy_is_stopped_alike(string format, string history)
    {
        var items = await HandOutAsync(format, history, hasSlug: false);
        var from = Steps(history).ToList().FindLastIndex(step => step is not ("hold" or "kill" or "takedown"));

        foreach (var item in items.Skip(from))
            await TakeInAsync(item);

        AssertStandsAlike(history);
    }

    [Theory, MemberData(nameof(All))]
    public async Task What_comes_twice_makes_nothing_more(string format, string history)
    {
        var items = await HandOutAsync(format, history, hasSlug: false);

        foreach (var item in items)
        {
            await TakeInAsync(item);
            var position = _b.Log.Head;
            await TakeInAsync(item);
            Assert.Equal(position, _b.Log.Head);
        }

        AssertStandsAlike(history);
    }

    async Task StandsAlikeAsync(string format, string history, bool hasSlug)
    {
        foreach (var item in await HandOutAsync(format, history, hasSlug))
            await TakeInAsync(item);

        AssertStandsAlike(history);
    }

    void AssertStandsAlike(string history)
    {
        var state = _histories.Single(one => one.Name == history).State;
        var mine = Assert.Single(Stories(_b));
        var theirs = Assert.Single(Stories(_a));
        Assert.Equal((state, state), (_a.Gate.Now.StateOf(theirs), _b.Gate.Now.StateOf(mine)));
        Assert.Equal(TextOf(_a, theirs), TextOf(_b, mine));
        Assert.Empty(_b.Proposals.Open);
        Assert.Empty(_b.Orphans.Open);
        Assert.DoesNotContain(_b.Gate.Now.Pending, _ => true);
    }

    /// <summary>The bytes of everything that a reader of the first program gets of a history, in order.</summary>
    async Task<List<byte[]>> HandOutAsync(string format, string history, bool hasSlug)
    {
        await _a.SubscribeAsync(Reader);
        var story = default(StoryId);
        List<byte[]> items = [];
        foreach (var step in Steps(history))
        {
            switch (step)
            {
                case "first":
                    story = (await _a.FileAsync(Slugged(_ferry, hasSlug))).Story;
                    break;
                case "next":
                    await _a.FileAsync(Slugged(_ferryLed, hasSlug), item => item with { Story = story });
                    break;
                case "correct":
                    await _a.FileAsync(Slugged(_ferryRight, hasSlug),
                        item => item with { Story = story, Cause = Cause.Correction });
                    break;
                case "hold":
                    await _a.Hold.RunAsync(story, "The port denies it.", "ann", DeskLog.Cancel);
                    break;
                case "release":
                    await _a.Release.RunAsync(story, null, "ann", DeskLog.Cancel);
                    break;
                case "kill":
                    await _a.Kill.RunAsync(story, "It is not so.", substitute: false, "ann", DeskLog.Cancel);
                    break;
                case "takedown":
                    await _a.Takedown.RunAsync(story, "The contract with the port ended.", "ann", DeskLog.Cancel);
                    break;
            }
            items.Add(await WriteNewestAsync(format, story));
        }
        return items;
    }

    async Task<byte[]> WriteNewestAsync(string format, StoryId story)
    {
        var newest = _a.Story(story)[^1].Filed.Number;
        var answer = await new Outlet(_a.Log, _a.Gate).FindAsync(
            _ledger.Open(Reader, SendPath.Story), story, newest, DeskLog.Cancel);
        var found = answer switch
        {
            StoryAnswer.Found it => it.Take,
            StoryAnswer.Held it => it.Notice,
            StoryAnswer.Killed it => it.Notice,
            _ => throw new InvalidOperationException($"Take {newest} is not handed out."),
        };
        using var renderings = new LogRenderings(_a.Log);
        return renderings.Of(found, WireFormats.Find(format)!, Channel.Default).Content.ToArray();
    }

    /// <summary>Through the real intake. Every item lies a minute behind the one before.</summary>
    async Task TakeInAsync(byte[] bytes)
    {
        _b.Clock.Advance(TimeSpan.FromMinutes(1));
        await _b.Receive.RunAsync(new IncomingItem { Bytes = bytes, Publisher = Agency }, DeskLog.Cancel);
    }

    static Take Slugged(Take take, bool hasSlug) => hasSlug ? take : take with { Slug = "" };

    static string[] Steps(string history) => _histories.Single(one => one.Name == history).Steps.Split(' ');

    static List<StoryId> Stories(DeskLog desk)
    {
        List<StoryId> stories = [];
        for (var position = 1L; position <= desk.Log.Head; position++)
        {
            if (desk.Log.Find(position)?.Entry is LogEntry.TakeFiled filed)
                stories.Add(filed.Filed.Story);
        }
        return [.. stories.Distinct()];
    }

    /// <summary>The paragraphs of the newest take that holds any.</summary>
    static string TextOf(DeskLog desk, StoryId story) => string.Join('\n', desk.Story(story)
        .Last(take => !take.Filed.Take.Body.IsEmpty).Filed.Take.Body.Select(paragraph => paragraph.Text));
}
