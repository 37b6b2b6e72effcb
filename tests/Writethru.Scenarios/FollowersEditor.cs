using System.Net.Http.Json;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>
/// The one editor of <see cref="FollowersTests"/>: does something at random, again and again, or lets senders and
/// another program do it, and keeps what was done by position. The same seed does the same.
/// </summary>
sealed class FollowersEditor(InProcessWire wire, FollowedHistory history, RandomHistory others, Random random)
{
    static readonly string[] _territories = ["KR", "JP", ""];

    FollowedHistory _history = history;

    /// <summary>How many takes the log has.</summary>
    int _takes;

    public int Takes, Corrections, Kills, Holds, Releases, Lifted, RightsChanges, Revocations;

    Api Desk => others.Desk;

    GateModel Model => _history.Model;

    long Head => wire.Get<SqliteLog>().Head;

    List<GateModel.Story> Living => [.. Model.Stories.Where(story => story.KillMark is null)];

    public async Task StepAsync()
    {
        // Also what makes the streams say that they live, so that nobody waits for ever.
        await MoveClockAsync(TimeSpan.FromSeconds(1));
        switch (random.Next(33))
        {
            case 0 or 1:
                await CloseAsync();
                break;
            case 2 or 3 or 4 or 5:
                await HoldOrReleaseAsync();
                break;
            case 6 or 7 or 8:
                await MoveClockAsync(TimeSpan.FromMinutes(random.Next(1, 30)));
                break;
            case 9 or 10 or 11:
                await ChangeRightsAsync();
                break;
            case 12 when random.Next(3) == 0:
                await RevokeAsync();
                break;
            case < 18:
                await FileAsync(null);
                break;
            case > 24:
                await others.StepOfSendersAsync();
                NoteNew();
                break;
            case 18 or 19:
                await FileAsync(Pick([.. Living.Where(story => story.Takes[^1].Pending)]));
                break;
            default:
                await FileAsync(Pick(Living));
                break;
        }
    }

    /// <summary>Goes on from another history, of a log that will be put back or was.</summary>
    public void GoOnFrom(FollowedHistory other)
    {
        _history = other;
        _takes = other.Model.Stories.Sum(story => story.Takes.Count);
        others.GoOnFrom(other.Model);
    }

    T? Pick<T>(List<T> from) where T : class => from.Count == 0 ? null : from[random.Next(from.Count)];

    async Task FileAsync(GateModel.Story? story)
    {
        var isCorrection = story is not null && random.Next(4) == 0;
        var last = story?.Takes.Last(copy => !copy.IsHold);
        // Often a shorter one than that of the take before, which must open nothing.
        var embargo = !isCorrection && random.Next(last is { Pending: true } ? 2 : 4) == 0
            ? wire.Clock.GetUtcNow().AddMinutes(random.Next(1, last is { Pending: true } ? 5 : 60))
            : (DateTimeOffset?)null;
        story = story?.Whole;
        var take = new GateModel.ModelTake
        {
            Number = (story?.Takes.Count ?? 0) + 1,
            Mark = others.NewMark(),
            NotForJapan = !isCorrection && random.Next(4) == 0,
        };
        var query = (story is null ? "" : $"story={story.Id}&") + (isCorrection ? "cause=correction&" : "")
            + (embargo is { } at ? $"embargo={at:yyyy-MM-ddTHH:mm:ssZ}" : "");
        var filed = await Desk.FileAsync(Copy(take, isCorrection), query);
        Assert.Equal(take.Number, filed.Take);
        Model.File(story ?? others.Open(filed.Story), take, embargo);
        NoteNew();
        Takes++;
        Corrections += isCorrection ? 1 : 0;
    }

    async Task CloseAsync()
    {
        if (Pick(Living) is not { } story)
            return;
        await Desk.VerbAsync(story.Id, random.Next(3) == 0 ? "takedown" : "kill", "The facts did not hold");
        Model.Kill(story, "dead");
        NoteNew();
        Kills++;
    }

    async Task HoldOrReleaseAsync()
    {
        var held = Living.Where(story => story.IsHeld).ToList();
        if (held.Count > 1 || random.Next(2) == 0 && held.Count > 0)
        {
            await ReleaseAsync(Pick(held)!);
            return;
        }
        if (Pick([.. Living.Where(story => !story.IsHeld)]) is not { } story)
            return;
        await Desk.VerbAsync(story.Id, "hold", "Being checked");
        Model.Hold(story, "held");
        NoteNew();
        Holds++;
    }

    async Task ReleaseAsync(GateModel.Story story)
    {
        using var response = await Desk.PostAsync($"/v1/stories/{story.Id}/release", new { });
        Assert.Equal(200, (int)response.StatusCode);
        Model.Release(story);
        NoteNew();
        Releases++;
    }

    /// <summary>Embargoes that pass are lifted, the earliest first.</summary>
    async Task MoveClockAsync(TimeSpan by)
    {
        wire.Clock.Advance(by);
        await wire.Get<LiftEmbargoes>().RunAsync(CancellationToken.None);
        var due = Living.SelectMany(story => story.Takes).Count(take =>
            take is { Pending: true, Waits: false } && take.Embargo <= wire.Clock.GetUtcNow());
        Lifted += due;
        // One by one, since each is out before the next.
        for (; due > 0; due--)
        {
            var lifted = Assert.IsType<LogEntry.EmbargoLifted>(EntryAt(_history.Head + 1));
            var story = StoryOf(lifted.Story);
            GateModel.Free(story, story.Takes[lifted.Number - 1]);
            _history.Note(_history.Head + 1, BroughtBy(story, story.Takes[lifted.Number - 1]));
        }
        Assert.Equal(Head, _history.Head);
    }

    async Task ChangeRightsAsync()
    {
        // Some are never touched: what they must be given depends on nothing but the stories. And some often, so that
        // what ended comes back.
        var changed = Model.Subscribers.Where((who, i) => i % 5 < 2 && !who.Revoked).ToList();
        var who = Pick(random.Next(3) == 0 ? changed : changed[..4])!;
        (who.Territory, who.Lapsed, who.GetsEmbargoed) =
            (_territories[random.Next(_territories.Length)], random.Next(3) == 0, random.Next(2) == 0);
        using var response = await Desk.Http.PatchAsJsonAsync($"/v1/subscribers/{who.Name}",
            new { territory = who.Territory, lapsed = who.Lapsed, getsEmbargoed = who.GetsEmbargoed });
        Assert.Equal(200, (int)response.StatusCode);
        NoteNew();
        RightsChanges++;
    }

    async Task RevokeAsync()
    {
        var who = Pick([.. Model.Subscribers.Where((who, i) => i % 5 < 2 && !who.Revoked)])!;
        using var response = await Desk.PostAsync($"/v1/subscribers/{who.Name}/revoke", new { });
        Assert.Equal(204, (int)response.StatusCode);
        who.Revoked = true;
        NoteNew();
        Revocations++;
    }

    /// <summary>What stands in the log since the last time must be what the model has, each once.</summary>
    void NoteNew()
    {
        var from = _history.Head + 1;
        _history.Note(Head, [.. Enumerable.Range(0, (int)(Head - from + 1)).Select(i => BroughtBy(EntryAt(from + i)))]);
        Assert.Equal(Model.Stories.Sum(story => story.Takes.Count), _takes);
    }

    LogEntry EntryAt(long position) => wire.Get<SqliteLog>().Find(position)!.Entry;

    GateModel.Story StoryOf(StoryId id) => Model.Stories.Single(story => story.Id == id.Value);

    Brought? BroughtBy(LogEntry entry)
    {
        if (entry is not LogEntry.TakeFiled { Filed: var filed })
            return null;
        var story = StoryOf(filed.Story);
        if (filed.IsKill)
            return new Brought(BroughtKind.Kill, story, filed.Number);
        var take = story.Takes[filed.Number - 1];
        _takes++;
        return take.IsHold ? new Brought(BroughtKind.Hold, story, filed.Number) : BroughtBy(story, take);
    }

    /// <summary>What comes out behind a hold comes with the release, and not by itself.</summary>
    static Brought? BroughtBy(GateModel.Story story, GateModel.ModelTake take) =>
        take.Behind ? null : new(BroughtKind.Take, story, take.Number, take, OnlyAgreed: !take.Open);

    static string Copy(GateModel.ModelTake take, bool isCorrection) => take.NotForJapan
        ? $$"""
            {"headlines": [{"value": "Ferry BODY{{take.Mark}}"}], "slugline": "FERRY",
             "usageTerms": "For use only in the Republic of Korea",
             "bodies": [{"contentType": "text/html", "value": "<p>The ferry sailed, BODY{{take.Mark}}.</p>"}]}
            """
        : $"""
            {(isCorrection ? "(ATTN: CORRECTS hour in para 1)\n" : "")}Headline BODY{take.Mark}

            PORT MIRADA, Nov. 24 (Saltern) -- The port opened at noon, BODY{take.Mark}.

            """;
}
