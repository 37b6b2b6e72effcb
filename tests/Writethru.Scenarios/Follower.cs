using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Writethru.Archive.Sqlite;
using Writethru.Delivery;
using Writethru.Rights;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>
/// A subscriber at work: follows its own stream at its own speed, leaves at random, resumes from its last cursor, and
/// notes what it was given.
/// </summary>
sealed partial class Follower(InProcessWire wire, GateModel.Subscriber who, bool isLive, Random random)
{
    readonly int _slowness = random.Next(1, 12);

    /// <summary>How long it may stay away; some come back when much has been killed meanwhile.</summary>
    readonly int _absence = random.Next(3) == 0 ? 800 : 1;

    string _cursor = "";
    StreamPlace _place;
    (int Notes, int Gaps, int Passes, int Answered, int Joined, long Head) _kept;

    public string Name => who.Name;

    /// <summary>Everything that it was given, in the order in which it came.</summary>
    public List<Note> Notes { get; private set; } = [];

    /// <summary>Where it was told that rights came back.</summary>
    public List<Gap> Gaps { get; private set; } = [];

    /// <summary>How its cursor moved.</summary>
    public List<Pass> Passes { get; private set; } = [];

    /// <summary>Head of the log just before each request that was not refused.</summary>
    public List<long> Answered { get; private set; } = [];

    /// <summary>The stories of which it was told that they go on as another, each with the head just before.</summary>
    public List<(string Story, long High)> Joined { get; private set; } = [];

    /// <summary>Whether it stood behind what was lost when the log was put back, and whether it was told so.</summary>
    public bool IsBeyond { get; private set; }

    /// <inheritdoc cref="IsBeyond"/>
    public bool IsToldOfLoss => Replayed.To > 0;

    /// <summary>What came again, behind the first of the two positions, when it was sent back; 0 for never.</summary>
    public (long From, long To) Replayed { get; private set; }

    public int Disconnects { get; private set; }

    long Head => wire.Get<SqliteLog>().Head;

    /// <summary>Nothing that has been decided by now can know of more than this.</summary>
    long Latest => Math.Max(Head, wire.Get<Gate>().Now.Position);

    /// <summary>Follows until there is nothing more, or its key is refused.</summary>
    /// <param name="isDone">Whether nothing will be added to the log any more.</param>
    public async Task FollowAsync(Func<bool> isDone)
    {
        using var api = new Api(wire.Url, who.Key);
        for (var hasEnded = false; !hasEnded;)
        {
            try
            {
                hasEnded = isLive ? await StreamAsync(api, isDone) : await PageAsync(api, isDone());
                if (!hasEnded && random.Next(4) == 0)
                    await Task.Delay(random.Next(_absence));
            }
            catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.Unauthorized)
            {
                return;
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                Disconnects++;
            }
        }
    }

    /// <summary>True when the stream has said all that there is.</summary>
    async Task<bool> StreamAsync(Api api, Func<bool> isDone)
    {
        var (isLast, low, left) = (isDone(), Head, random.Next(1, 40));
        using var stream = await api.OpenLiveAsync(_cursor == "" ? "" : null, _cursor == "" ? null : _cursor);
        Answered.Add(low);
        while (isLast || left-- > 0)
        {
            if (await stream.NextAsync() is not { } next)
                break;
            if (next.Type == SseEvent.Heartbeat && isLast)
            {
                Passes.Add(new Pass(_place.Position, low, low, Latest));
                return true;
            }
            if (next.Type == SseEvent.Heartbeat && isDone())
                break;
            if (next.Type == SseEvent.Heartbeat)
                continue;
            var place = next.Id == "" ? default : Open(next.Id);
            if (next.Type == "gap" && IsOfLoss(JsonElement.Parse(next.Data)))
            {
                GoBack(next.Id);
                continue;
            }
            if (next.Type == "gap")
                Gaps.Add(new Gap(place.Position, Notes.Count, low, Latest));
            else if (next.Type == "joined")
                Joined.Add((JsonElement.Parse(next.Data).GetProperty("story").GetString()!, Latest));
            else
                Keep(JsonElement.Parse(next.Data), place, low);
            if (place.Position > 0)
            {
                Passes.Add(new Pass(_place.Position, place.Position, Math.Max(low, _place.Position), Latest));
                (_cursor, _place, low) = (next.Id, place, Math.Max(low, place.Position));
            }
            await DawdleAsync();
        }
        Disconnects++;
        return false;
    }

    /// <summary>True when the page was the last one.</summary>
    async Task<bool> PageAsync(Api api, bool isLast)
    {
        var low = Head;
        using var patience = new CancellationTokenSource();
        if (!isLast && random.Next(5) == 0)
            patience.CancelAfter(random.Next(30));
        var path = $"/v1/feed?after={_cursor}&limit={random.Next(1, 30)}&wait={(isLast ? 0 : random.Next(4))}";
        using var response = await api.Http.GetAsync(path, patience.Token);
        response.EnsureSuccessStatusCode();
        Answered.Add(low);
        var page = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync());
        var decided = low;
        foreach (var item in page.GetProperty("items").EnumerateArray())
        {
            var place = Open(item.GetProperty("cursor").GetString()!);
            Keep(item, place, decided);
            decided = Math.Max(decided, place.Position);
        }
        foreach (var notice in page.GetProperty("kills").EnumerateArray()
            .Concat(page.GetProperty("holds").EnumerateArray()))
            Keep(notice, default, decided);
        Joined.AddRange(page.GetProperty("joined").EnumerateArray()
            .Select(joined => (joined.GetProperty("story").GetString()!, Latest)));
        var next = page.GetProperty("next").GetString()!;
        var isGap = page.TryGetProperty("gap", out var gap);
        if (isGap && IsOfLoss(gap))
        {
            GoBack(next);
            return false;
        }
        if (isGap)
            Gaps.Add(new Gap(Open(next).Position, Notes.Count, low, Latest));
        Passes.Add(new Pass(_place.Position, Open(next).Position, low, Latest));
        (_cursor, _place) = (next, Open(next));
        await DawdleAsync();
        return isLast && !isGap && _place.Missed is null && _place.Position >= low;
    }

    /// <summary>From here on all may be lost: the log will be put back as it is now.</summary>
    public void BeginLoss() => _kept = (Notes.Count, Gaps.Count, Passes.Count, Answered.Count, Joined.Count, Head);

    /// <summary>The log was put back: what came since is void, wherever it stands.</summary>
    public void EndLoss()
    {
        IsBeyond = _place.Position > _kept.Head;
        (Notes, Gaps) = (Notes[.._kept.Notes], Gaps[.._kept.Gaps]);
        (Passes, Answered) = (Passes[.._kept.Passes], Answered[.._kept.Answered]);
        Joined = Joined[.._kept.Joined];
    }

    static bool IsOfLoss(JsonElement gap) => gap.GetProperty("reason").GetString() == "restored";

    /// <summary>What came behind the last place in common is void, and comes again as far as it stands.</summary>
    void GoBack(string cursor)
    {
        var common = Open(cursor);
        (_cursor, _place, Replayed) = (cursor, common, (common.Position, _kept.Head));
        Notes.RemoveAll(note => note.Position > common.Position || note.Change > common.Position);
        Gaps.RemoveAll(gap => gap.Change > common.Position);
        Passes = [.. Passes.Where(pass => pass.From < common.Position)
            .Select(pass => pass with { To = Math.Min(pass.To, common.Position) })];
    }

    void Keep(JsonElement item, StreamPlace place, long low) => Notes.Add(new Note(
        place.Missed ?? place.Position, place.Missed is null ? 0 : place.Position,
        item.GetProperty("story").GetString()!, item.GetProperty("take").GetInt32(),
        item.GetProperty("cause").GetString()!,
        [.. BodyPattern().Matches(item.GetRawText()).Select(match => match.Value).Distinct()],
        item.GetRawText().Contains("KRONLY", StringComparison.Ordinal), low, Latest));

    StreamPlace Open(string cursor) => wire.Get<Cursors>().Open(Name, cursor)?.Place
        ?? throw new InvalidOperationException($"{Name} was given a cursor that is not its own: {cursor}");

    Task DawdleAsync() => random.Next(3) == 0 ? Task.Delay(random.Next(_slowness)) : Task.CompletedTask;

    [GeneratedRegex("BODYz[0-9]+z")]
    private static partial Regex BodyPattern();

    /// <summary>One thing that it was given.</summary>
    /// <param name="Position">The entry that brings it; 0 for a notice that was told ahead of its place.</param>
    /// <param name="Change">
    /// The change of rights behind which it was brought, where it was missed in its place; else 0.
    /// </param>
    /// <param name="Story">The story.</param>
    /// <param name="Take">The take.</param>
    /// <param name="Cause">Its cause.</param>
    /// <param name="Bodies">Marks of the bodies in it.</param>
    /// <param name="HasPicture">Whether the picture is in it that not everybody may have.</param>
    /// <param name="Low">The head of the log was not before this when it was decided.</param>
    /// <param name="High">Nor behind this.</param>
    public sealed record Note(
        long Position, long Change, string Story, int Take, string Cause, IReadOnlyList<string> Bodies,
        bool HasPicture, long Low, long High)
    {
        public bool IsKill => Cause is "kill" or "takedown";

        public bool IsNotice => IsKill || Cause == "hold";

        public override string ToString() =>
            $"{Story}/{Take} {Cause} at {Position}{(Change > 0 ? $" missed before {Change}" : "")} "
            + $"decided in {Low}..{High} {string.Join(' ', Bodies)}";
    }

    /// <summary>Its cursor moved, and everything between was decided while the head was within these.</summary>
    public sealed record Pass(long From, long To, long Low, long High);

    /// <summary>It was told that rights came back.</summary>
    /// <param name="Change">Position of the change.</param>
    /// <param name="Noted">How much it had been given by then.</param>
    /// <param name="Low">The head was not before this when it was told.</param>
    /// <param name="High">Nor behind this.</param>
    public sealed record Gap(long Change, int Noted, long Low, long High);
}
