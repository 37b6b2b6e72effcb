using System.Net.Http.Json;
using Writethru.Desk;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>
/// Does at random what desk, subscribers and senders do, and tells the model. The desk files, kills, holds, releases,
/// embargoes and unlinks here; senders are in <see cref="RandomSenders"/>, another program in
/// <see cref="OtherProgram"/>, joined stories in <see cref="RandomJoins"/>.
/// </summary>
sealed class RandomHistory : IDisposable
{
    static readonly string[] _territories = ["KR", "JP", ""];

    readonly RandomSenders _senders;
    readonly RandomJoins _joins;
    readonly OtherProgram _other;
    int _marks;

    RandomHistory(InProcessWire wire, Random random, GateModel model)
    {
        (Wire, Random, Model, Desk) = (wire, random, model, new Api(wire.Url, wire.DeskKey));
        (_senders, _joins, _other) = (new RandomSenders(this), new RandomJoins(this), new OtherProgram(this));
    }

    public InProcessWire Wire { get; }

    public Random Random { get; }

    public Api Desk { get; private set; }

    public GateModel Model { get; private set; }

    /// <summary>By name.</summary>
    public Dictionary<string, string> KeysOfPublishers { get; } = [];

    /// <summary>How often each move was made.</summary>
    public SortedDictionary<string, int> Done { get; } = [];

    /// <summary>Whose publishers are readers too, beside two subscribers.</summary>
    public static async Task<RandomHistory> StartAsync(InProcessWire wire, Random random)
    {
        var history = await OverAsync(wire, random, new GateModel());
        history.Model.Subscribers.AddRange(history.KeysOfPublishers.Select(who => new GateModel.Subscriber
        {
            Name = who.Key, Key = who.Value, Territory = "", Redistributes = false, IsPublisher = true,
        }));
        await history.SubscribeAsync();
        await history.SubscribeAsync();
        return history;
    }

    /// <summary>Of a model that has its subscribers.</summary>
    public static async Task<RandomHistory> OverAsync(InProcessWire wire, Random random, GateModel model)
    {
        var history = new RandomHistory(wire, random, model);
        foreach (var name in (string[])[.. RandomSenders.Names, OtherProgram.Name])
            history.KeysOfPublishers[name] = await history.Desk.AddPublisherAsync(name);
        return history;
    }

    /// <summary>The program was started again, and this is what its log tells.</summary>
    public void GoOnFrom(GateModel model)
    {
        Desk.Dispose();
        (Desk, Model) = (new Api(Wire.Url, Wire.DeskKey), model);
    }

    public void Dispose() => Desk.Dispose();

    public List<GateModel.Story> Living => [.. Model.Stories.Where(story => story.KillMark is null)];

    public T? Pick<T>(List<T> from) where T : class => from.Count == 0 ? null : from[Random.Next(from.Count)];

    public string NewMark() => $"z{_marks++}z";

    public void Count(string move) => Done[move] = Done.GetValueOrDefault(move) + 1;

    public Task StepAsync() => Random.Next(26) switch
    {
        0 => SubscribeAsync(),
        1 => Random.Next(3) == 0 ? RevokeAsync() : ChangeRightsAsync(),
        2 => KillAsync(),
        3 or 4 => MoveClockAsync(),
        5 or 6 => HoldOrReleaseAsync(),
        7 => UnlinkAsync(),
        8 => SetEmbargoAsync(),
        9 => AcceptWronglyAsync(),
        < 13 => PublishAsync(),
        _ => StepOfSendersAsync(),
    };

    /// <summary>Something that senders do, or a desk that joins what they sent.</summary>
    public Task StepOfSendersAsync() => Random.Next(13) switch
    {
        < 5 => _senders.SendAsync(),
        5 => _senders.StopAsync(),
        6 or 7 => _joins.DoubtAsync(),
        8 or 9 => _joins.AcceptAsync(),
        _ => _other.StepAsync(),
    };

    public async Task LiftAsync()
    {
        await Wire.Get<LiftEmbargoes>().RunAsync(CancellationToken.None);
        Model.LiftUpTo(Wire.Clock.GetUtcNow());
    }

    async Task SubscribeAsync()
    {
        var territory = _territories[Random.Next(_territories.Length)];
        var redistributes = Random.Next(4) == 0;
        var subscribers = Model.Subscribers.Where(who => !who.IsPublisher).ToList();
        var free = subscribers.Select(who => who.Name)
            .Except(subscribers.Where(who => !who.Revoked).Select(who => who.Name)).ToList();
        var name = free.Count > 0 && Random.Next(2) == 0 ? free[Random.Next(free.Count)]
            : $"subscriber{Model.Subscribers.Count}";
        var key = await Desk.AddSubscriberAsync(
            name, territory, redistributes, Random.Next(2) == 0 ? "ninjs" : "plainwire");
        Model.Subscribers.Add(new GateModel.Subscriber
        {
            Name = name, Key = key, Territory = territory, Redistributes = redistributes,
            Bearer = Model.Subscribers.Count(who => who.Name == name) + 1,
        });
    }

    GateModel.Subscriber? PickSubscriber() =>
        Pick([.. Model.Subscribers.Where(who => who is { Revoked: false, IsPublisher: false })]);

    /// <summary>Rights change while the subscriber has some copy and lacks other.</summary>
    async Task ChangeRightsAsync()
    {
        if (PickSubscriber() is not { } who)
            return;
        (who.Territory, who.Lapsed, who.GetsEmbargoed) =
            (_territories[Random.Next(_territories.Length)], Random.Next(4) == 0, Random.Next(2) == 0);
        using var response = await Desk.Http.PatchAsJsonAsync($"/v1/subscribers/{who.Name}",
            new { territory = who.Territory, lapsed = who.Lapsed, getsEmbargoed = who.GetsEmbargoed });
        Assert.Equal(200, (int)response.StatusCode);
        Count("rights changed");
    }

    async Task RevokeAsync()
    {
        if (PickSubscriber() is not { } who)
            return;
        using var response = await Desk.PostAsync($"/v1/subscribers/{who.Name}/revoke", new { });
        Assert.Equal(204, (int)response.StatusCode);
        who.Revoked = true;
        Count("revoked");
    }

    Task KillAsync() => Pick(Living) is { } story ? KillAsync(story) : Task.CompletedTask;

    async Task KillAsync(GateModel.Story story)
    {
        var mark = "REASON" + NewMark();
        if (Random.Next(2) == 0)
            await Desk.KillAsync(story.Id, mark);
        else
            await Desk.VerbAsync(story.Id, "takedown", mark);
        Model.Kill(story, mark);
        Count("killed");
    }

    /// <summary>What is held is held by the desk too, or released; what waits is let go; all else is held.</summary>
    async Task HoldOrReleaseAsync()
    {
        var stopped = Living.Where(story => story.IsHeld || IsWaiting(story)).ToList();
        if (Pick(Random.Next(3) == 0 ? Living : stopped) is not { } story)
            return;
        if (story.IsHeld ? story.Holders.Contains("") || Random.Next(2) == 0 : IsWaiting(story))
        {
            using var response = await Desk.PostAsync($"/v1/stories/{story.Id}/release", new { });
            Assert.Equal(200, (int)response.StatusCode);
            Count(story.IsHeld ? "released" : "let go");
            if (story.IsHeld)
                Model.Release(story);
            else
                GateModel.LetGo(story, Wire.Clock.GetUtcNow());
            return;
        }
        var mark = "REASON" + NewMark();
        await Desk.VerbAsync(story.Id, "hold", mark);
        Model.Hold(story, mark);
        Count("held");
    }

    static bool IsWaiting(GateModel.Story story) => story.Takes.Exists(take => take is { Pending: true, Waits: true });

    /// <summary>The newest copy of a story is another's.</summary>
    Task UnlinkAsync() =>
        Pick([.. Living.Where(story => story is { IsHeld: false, IsPhoto: false } && !story.Takes[^1].IsHold)])
            is { } story ? UnlinkAsync(story) : Task.CompletedTask;

    /// <summary>What was accepted was wrong after all, and its copy often in itself.</summary>
    async Task AcceptWronglyAsync()
    {
        if (await _joins.AcceptAsync() is not { } into)
            return;
        await UnlinkAsync(into);
        if (Random.Next(3) > 0)
            await KillAsync(Random.Next(4) > 0 ? Model.Stories[^1] : into);
    }

    async Task UnlinkAsync(GateModel.Story story)
    {
        using var response = await Desk.PostAsync(
            $"/v1/stories/{story.Id}/takes/{story.Takes.Count}/unlink", new { });
        var id = response.IsSuccessStatusCode ? (await response.Content.ReadFromJsonAsync<Filed>())!.Story : "";
        Assert.Equal(response.IsSuccessStatusCode ? 201 : 409, (int)response.StatusCode);
        Assert.Equal(id.Length > 0, Model.Unlink(story, id));
        Count(id.Length > 0 ? "unlinked" : "not unlinked");
    }

    /// <summary>What is not out gets another embargo, a later or an earlier one.</summary>
    async Task SetEmbargoAsync()
    {
        if (Pick(Living) is not { } story)
            return;
        var until = Wire.Clock.GetUtcNow().AddMinutes(Random.Next(1, 60));
        using var response = await Desk.PostAsync(
            $"/v1/stories/{story.Id}/embargo", new { until = $"{until:yyyy-MM-ddTHH:mm:ssZ}", reason = "Moved" });
        var pending = story.Takes.Where(take => take.Pending).ToList();
        Assert.Equal(pending.Count > 0 ? 200 : 409, (int)response.StatusCode);
        pending.ForEach(take => take.Embargo = until);
        Count(pending.Count > 0 ? "embargo moved" : "no embargo to move");
    }

    async Task MoveClockAsync()
    {
        Wire.Clock.Advance(TimeSpan.FromMinutes(Random.Next(1, 30)));
        await LiftAsync();
    }

    public async Task PublishAsync()
    {
        var story = Random.Next(2) == 0 ? Pick(Living) : null;
        var embargo = Random.Next(3) == 0
            ? Wire.Clock.GetUtcNow().AddMinutes(Random.Next(1, 60))
            : (DateTimeOffset?)null;
        // What is filed for a story that goes on as another continues that one.
        var into = story?.Whole;
        var take = new GateModel.ModelTake
        {
            Number = (into?.Takes.Count ?? 0) + 1,
            Mark = NewMark(),
            IsPhoto = story?.IsPhoto ?? Random.Next(4) == 0,
        };
        take.HasNotebook = !take.IsPhoto && Random.Next(4) == 0;
        take.Note = take.HasNotebook ? "NOTE" + take.Mark : "";
        take.NotForJapan = !take.HasNotebook && Random.Next(4) == 0;
        var query = (story is null ? "" : $"story={story.Id}&")
            + (embargo is { } at ? $"embargo={at:yyyy-MM-ddTHH:mm:ssZ}&" : "")
            + (take.HasNotebook || take.IsPhoto ? $"slug={take.Slug}" : "");
        var filed = take.IsPhoto
            // Each looks like nothing else: what looks like a stopped one waits.
            ? await Desk.FilePhotoAsync(Photos.Scene(_marks, $"A caption with BODY{take.Mark}.",
                terms: take.NotForJapan ? "For use only in the Republic of Korea" : ""), query)
            : await Desk.FileAsync(RandomCopy.Of(take), query);
        Assert.Equal((into?.Id ?? filed.Story, take.Number), (filed.Story, filed.Take));
        Model.File(into ?? Open(filed.Story, take.IsPhoto), take, embargo);
        Count("filed");
    }

    public GateModel.Story Open(string id, bool isPhoto = false)
    {
        var story = new GateModel.Story { Id = id, IsPhoto = isPhoto };
        Model.Stories.Add(story);
        return story;
    }
}
