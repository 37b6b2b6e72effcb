using System.Net.Http.Json;
using Writethru.Archive.Sqlite;
using Writethru.Desk;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>
/// The one editor of <see cref="FollowersTests"/>: does something at random, again and again, and keeps what it did by
/// position. The same seed does the same.
/// </summary>
sealed class FollowersEditor(InProcessWire wire, Api desk, FollowedHistory history, Random random)
{
    static readonly string[] _territories = ["KR", "JP", ""];

    readonly Dictionary<GateModel.ModelTake, long> _filedAt = [];
    int _marks;

    public int Takes, Corrections, Kills, Holds, Releases, Lifted, RightsChanges, Revocations;

    GateModel Model => history.Model;

    long Head => wire.Get<SqliteLog>().Head;

    List<GateModel.Story> Living => [.. Model.Stories.Where(story => story.KillMark is null)];

    public async Task StepAsync()
    {
        // Also what makes the streams say that they live, so that nobody waits for ever.
        await MoveClockAsync(TimeSpan.FromSeconds(1));
        switch (random.Next(25))
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
            case 18 or 19:
                await FileAsync(Pick([.. Living.Where(story => story.Takes[^1].Pending)]));
                break;
            default:
                await FileAsync(Pick(Living));
                break;
        }
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
        var take = new GateModel.ModelTake
        {
            Number = (story?.Takes.Count ?? 0) + 1,
            Mark = $"BODYz{_marks++}z",
            NotForJapan = !isCorrection && random.Next(4) == 0,
        };
        var query = (story is null ? "" : $"story={story.Id}&") + (isCorrection ? "cause=correction&" : "")
            + (embargo is { } at ? $"embargo={at:yyyy-MM-ddTHH:mm:ssZ}" : "");
        var filed = await desk.FileAsync(Copy(take, isCorrection), query);
        Assert.Equal(take.Number, filed.Take);
        if (story is null)
            Model.Stories.Add(story = new GateModel.Story { Id = filed.Story });
        Model.File(story, take, embargo);
        Note(filed.Position, BroughtBy(story, take));
        Takes++;
        Corrections += isCorrection ? 1 : 0;
    }

    async Task CloseAsync()
    {
        if (Pick(Living) is not { } story)
            return;
        await desk.VerbAsync(story.Id, random.Next(3) == 0 ? "takedown" : "kill", "The facts did not hold");
        story.KillMark = "dead";
        Note(Head, new Brought(BroughtKind.Kill, story, story.Takes.Count + 1));
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
        await desk.VerbAsync(story.Id, "hold", "Being checked");
        Model.Hold(story, "held");
        Note(Head, new Brought(BroughtKind.Hold, story, story.Takes.Count));
        Holds++;
    }

    async Task ReleaseAsync(GateModel.Story story)
    {
        using var response = await desk.PostAsync($"/v1/stories/{story.Id}/release", new { });
        Assert.Equal(200, (int)response.StatusCode);
        var before = story.Takes.Count;
        Model.Release(story);
        Note(Head, [.. story.Takes[before..].Select(take => BroughtBy(story, take))]);
        Releases++;
    }

    /// <summary>Embargoes that pass are lifted, the earliest first.</summary>
    async Task MoveClockAsync(TimeSpan by)
    {
        wire.Clock.Advance(by);
        await wire.Get<LiftEmbargoes>().RunAsync(CancellationToken.None);
        var due = Living.SelectMany(story => story.Takes.Select(take => (Story: story, Take: take)))
            .Where(pending => pending.Take.Pending && pending.Take.Embargo <= wire.Clock.GetUtcNow())
            .OrderBy(pending => pending.Take.Embargo).ThenBy(pending => _filedAt[pending.Take]).ToList();
        foreach (var (story, take) in due)
        {
            GateModel.Free(story, take);
            Note(history.Head + 1, BroughtBy(story, take));
        }
        Assert.Equal(Head, history.Head);
        Lifted += due.Count;
    }

    async Task ChangeRightsAsync()
    {
        // Some are never touched: what they must be given depends on nothing but the stories. And some often, so that
        // what ended comes back.
        var changed = Model.Subscribers.Where((who, i) => i % 5 < 2 && !who.Revoked).ToList();
        var who = Pick(random.Next(3) == 0 ? changed : changed[..4])!;
        (who.Territory, who.Lapsed, who.GetsEmbargoed) =
            (_territories[random.Next(_territories.Length)], random.Next(3) == 0, random.Next(2) == 0);
        using var response = await desk.Http.PatchAsJsonAsync($"/v1/subscribers/{who.Name}",
            new { territory = who.Territory, lapsed = who.Lapsed, getsEmbargoed = who.GetsEmbargoed });
        Assert.Equal(200, (int)response.StatusCode);
        // A change to what is so already is none.
        Note(Head, [.. Enumerable.Repeat<Brought?>(null, (int)(Head - history.Head))]);
        RightsChanges++;
    }

    async Task RevokeAsync()
    {
        var who = Pick([.. Model.Subscribers.Where((who, i) => i % 5 < 2 && !who.Revoked)])!;
        using var response = await desk.PostAsync($"/v1/subscribers/{who.Name}/revoke", new { });
        Assert.Equal(204, (int)response.StatusCode);
        who.Revoked = true;
        Note(Head, (Brought?)null);
        Revocations++;
    }

    void Note(long head, params IReadOnlyCollection<Brought?> brought)
    {
        var position = head - brought.Count;
        foreach (var entry in brought)
        {
            position++;
            if (entry?.Take is { } take)
                _filedAt.TryAdd(take, position);
        }
        history.Note(head, brought);
    }

    /// <summary>What comes out behind a hold comes with the release, and not by itself.</summary>
    static Brought? BroughtBy(GateModel.Story story, GateModel.ModelTake take) =>
        take.Behind ? null : new(BroughtKind.Take, story, take.Number, take, OnlyAgreed: !take.Open);

    static string Copy(GateModel.ModelTake take, bool isCorrection) => take.NotForJapan
        ? $$"""
            {"headlines": [{"value": "Ferry {{take.Mark}}"}], "slugline": "FERRY",
             "usageTerms": "For use only in the Republic of Korea",
             "bodies": [{"contentType": "text/html", "value": "<p>The ferry sailed, {{take.Mark}}.</p>"}]}
            """
        : $"""
            {(isCorrection ? "(ATTN: CORRECTS hour in para 1)\n" : "")}Headline {take.Mark}

            PORT MIRADA, Nov. 24 (Saltern) -- The port opened at noon, {take.Mark}.

            """;
}
