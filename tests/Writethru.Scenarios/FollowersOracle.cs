using System.Text.Json;

namespace Writethru.Scenarios;

/// <summary>
/// Holds what a follower noted against the history. A decision was made at some moment between two positions: what was
/// given must have been allowed at one of these moments, and what was allowed at all of them must have been given.
/// </summary>
sealed class FollowersOracle(int seed, FollowedHistory history)
{
    public int Bodies, Notices, Due, Recalled, Missed, Lapses, Joined, Restored;

    public void Check(Follower follower)
    {
        CheckNotRefusedTooLate(follower);
        CheckOrder(follower);
        CheckLoss(follower);
        foreach (var (story, high) in follower.Joined)
            CheckJoined(follower, story, high);
        HashSet<string> dead = [];
        foreach (var note in follower.Notes)
        {
            if (note.IsNotice)
                CheckNotice(follower, note);
            else
                CheckBody(follower, note, dead);
            if (note.IsKill)
                dead.Add(note.Story);
        }
        foreach (var (position, what) in history.Brings)
            CheckGiven(follower, position, what);
        foreach (var gap in follower.Gaps)
            CheckLapse(follower, gap);
        if (follower.Gaps.GroupBy(gap => gap.Change).Any(told => told.Count() > 1 && follower.Disconnects == 0))
            Fail(follower, null, "was told twice of one gap");
    }

    /// <summary>The recall against what the followers noted, and the lines of the ledger against the recall.</summary>
    public void CheckRecall(GateModel.Story story, long killedAt, IReadOnlyList<Follower> followers, JsonElement recall,
        JsonElement deliveries)
    {
        var states = recall.GetProperty("recipients").EnumerateArray().ToDictionary(
            recipient => recipient.GetProperty("subscriber").GetString()!,
            recipient => recipient.GetProperty("state").GetString()!);
        var kill = recall.GetProperty("take").GetInt32();
        var lines = deliveries.GetProperty("deliveries").EnumerateArray()
            .Where(line => line.GetProperty("take").GetInt32() < kill && line.GetProperty("sends").GetArrayLength() > 0)
            .Select(line => line.GetProperty("subscriber").GetString()!).ToHashSet();
        foreach (var follower in followers)
        {
            var has = follower.Notes.Exists(note => note.Story == story.Id && note.Bodies.Count > 0);
            var heard = follower.Notes.Exists(note => note.Story == story.Id && note.IsNotice);
            var isNamed = states.TryGetValue(follower.Name, out var state);
            var isRevoked = history.At(history.Head).Readers[follower.Name].IsRevoked;
            if (has && !isNamed)
                Fail(follower, story.Id, "has a body and is not named by the recall");
            var isElsewhere = history.CouldHaveHadElsewhere(follower.Name, story, killedAt);
            if (isNamed && !isElsewhere && !lines.Contains(follower.Name))
                Fail(follower, story.Id, "is named by the recall and has no line in the ledger");
            if (lines.Contains(follower.Name) && !history.CouldHaveHad(follower.Name, story, killedAt))
                Fail(follower, story.Id, "has a line in the ledger and could never have had a take");
            if (heard && !isElsewhere && !lines.Contains(follower.Name))
                Fail(follower, story.Id, "heard of a story of which it was sent nothing");
            if (isNamed && history.At(killedAt).Readers[follower.Name].IsRevoked && state != "unreachable")
                Fail(follower, story.Id, $"was revoked before the kill and stands as '{state}' in the recall");
            if (isNamed && !isRevoked && state is not ("begun" or "sent" or "received"))
                Fail(follower, story.Id, $"was told of the kill and stands as '{state}' in the recall");
        }
        Recalled += states.Count;
    }

    void CheckNotRefusedTooLate(Follower follower)
    {
        foreach (var head in follower.Answered.Where(head => history.At(head).Readers[follower.Name].IsRevoked))
            Fail(follower, null, $"was revoked and still answered when the head was {head}");
    }

    /// <summary>Each place once and forwards, through every disconnect.</summary>
    void CheckOrder(Follower follower)
    {
        var last = (0L, 0L);
        foreach (var note in follower.Notes.Where(note => note.Position > 0))
        {
            // What was missed stands behind the change of rights, in the order in which it came.
            var place = note.Change > 0 ? (note.Change, note.Position) : (note.Position, 0);
            if (place.CompareTo(last) <= 0)
                Fail(follower, null, $"came to {note} after it had been at {last}");
            last = place;
        }
    }

    /// <summary>Who stood behind what was lost was told, and nobody else.</summary>
    void CheckLoss(Follower follower)
    {
        if (follower.IsToldOfLoss ? !follower.IsBeyond
            : follower.IsBeyond && !history.At(history.Head).Readers[follower.Name].IsRevoked)
            Fail(follower, null, $"stood {(follower.IsBeyond ? "behind" : "before")} what was lost, "
                + $"told of it: {follower.IsToldOfLoss}");
        Restored += follower.IsToldOfLoss ? 1 : 0;
    }

    /// <summary>That a story goes on as another is told to those who can have had it.</summary>
    void CheckJoined(Follower follower, string id, long high)
    {
        if (history.Model.Stories.Find(story => story.Id == id) is not { Into: not null } story
            || !history.CouldHaveHad(follower.Name, story, high + 1))
            Fail(follower, id, "was told that a story goes on, of which it can have had nothing");
        Joined++;
    }

    void CheckNotice(Follower follower, Follower.Note note)
    {
        var kind = note.IsKill ? BroughtKind.Kill : BroughtKind.Hold;
        var at = history.Brings.Single(entry =>
            entry.What.Story.Id == note.Story && entry.What.Number == note.Take && entry.What.Cause == kind);
        if (note.Bodies.Count > 0)
            Fail(follower, note.Story, $"was given copy with a notice: {note}");
        if (note.Position != 0 && note.Position != at.Position)
            Fail(follower, note.Story, $"was told at another place than {at.Position}: {note}");
        if (!history.CouldHaveHad(follower.Name, at.What.Story, at.Position))
            Fail(follower, note.Story, $"heard of a story of which it can have had nothing: {note}");
        if (history.Between(note.Low, note.High).All(moment => moment.Readers[follower.Name].IsRevoked))
            Fail(follower, note.Story, $"was revoked and told: {note}");
        Notices++;
    }

    void CheckBody(Follower follower, Follower.Note note, HashSet<string> dead)
    {
        if (dead.Contains(note.Story))
            Fail(follower, note.Story, $"was given copy after the kill: {note}");
        if (history.BroughtAt(note.Position) is not { Take: { } take } brought
            || (brought.Story.Id, brought.Number) != (note.Story, note.Take))
        {
            Fail(follower, note.Story, $"was given something that this position does not bring: {note}");
            return;
        }
        if (note.Bodies is not [var body] || body != "BODY" + take.Mark)
            Fail(follower, note.Story, $"was given other copy than {take.Mark}: {note}");
        if (!history.Between(note.Low, note.High).Any(moment => MayHave(moment, follower, brought, take)))
            Fail(follower, note.Story, $"was given what it could not have at any moment: {note}");
        if (history.IsOvertaken(brought, note.Change > 0 ? note.Low : note.Position))
            Fail(follower, note.Story, $"went back in time: {note}");
        if (note.Change > 0)
            CheckMissed(follower, note);
        Bodies++;
    }

    /// <summary>
    /// What was missed comes behind its gap, and only when it was not there before, or without its picture.
    /// </summary>
    void CheckMissed(Follower follower, Follower.Note note)
    {
        if (!follower.Gaps.Exists(gap => gap.Change == note.Change))
            Fail(follower, note.Story, $"was given what it missed without a gap: {note}");
        // Who was sent back reads both places once more, and what it had in either comes in both.
        var isReplayed = note.Change > follower.Replayed.From && note.Change <= follower.Replayed.To;
        if (!isReplayed && follower.Notes.Exists(other => other.Story == note.Story
            && other.Take >= note.Take && other.Bodies.Count > 0 && Math.Max(other.Position, other.Change) < note.Change
            && !IsOnlyAgreed(other) && (other.HasPicture || !note.HasPicture)))
            Fail(follower, note.Story, $"was given what it had: {note}");
        Missed++;
    }

    bool IsOnlyAgreed(Follower.Note note) => history.BroughtAt(note.Position) is { OnlyAgreed: true };

    /// <summary>
    /// What came for everybody while a contract was out, is the newest of a story that stood through the answer, and
    /// was not there: it must have come behind the gap, for that contract had covered it.
    /// </summary>
    void CheckLapse(Follower follower, Follower.Gap gap)
    {
        if (!history.At(gap.Change - 1).Readers[follower.Name].IsLapsed)
            return;
        var since = gap.Change - 1;
        while (since >= history.Start && history.At(since).Readers[follower.Name].IsLapsed)
            since--;
        if (since < history.Start)
            return;
        foreach (var (position, what) in history.Brings)
        {
            if (position <= since + 1 || position >= gap.Change)
                continue;
            if (what.Take is not { NotForJapan: false } take || what.OnlyAgreed || take.IsRelease
                || follower.Notes.Exists(note =>
                    note.Story == what.Story.Id && note.Take >= what.Number && note.Bodies.Count > 0)
                || !history.Between(position, history.Head).All(moment => !moment.Killed.Contains(what.Story))
                || !history.Between(gap.Change, history.Head).All(moment => MayHave(moment, follower, what, take))
                || what.Story.Takes.Exists(other =>
                    other.Number > what.Number && history.At(history.Head).Open.Contains(other)))
                continue;
            Fail(follower, what.Story.Id, $"was never given {what.Number} of {position}, of a lapse that ended");
        }
        Lapses++;
    }

    void CheckGiven(Follower follower, long position, Brought what)
    {
        if (follower.Passes.Find(pass => pass.From < position && position <= pass.To) is not { } pass)
        {
            if (!history.At(history.Head).Readers[follower.Name].IsRevoked)
                Fail(follower, what.Story.Id, $"never came to {position}");
            return;
        }
        var moments = history.Between(Math.Max(pass.Low, position), pass.High);
        var hasCopy = follower.Notes.Exists(note => note.Story == what.Story.Id && note.Bodies.Count > 0
            && (what.Cause == BroughtKind.Kill || note.High < position));
        var isDue = what.Take is { } take
            ? !history.IsOvertaken(what, position) && moments.All(moment => MayHave(moment, follower, what, take))
            : hasCopy && moments.All(moment => !moment.Readers[follower.Name].IsRevoked
                && (what.Cause == BroughtKind.Kill || !moment.Killed.Contains(what.Story)));
        if (!isDue)
            return;
        if (!follower.Notes.Exists(note => note.Position == position && note.Change == 0))
            Fail(follower, what.Story.Id, $"was not given {what.Cause} {what.Number} of {position}, passed by {pass}");
        Due++;
    }

    static bool MayHave(Moment moment, Follower follower, Brought what, GateModel.ModelTake take) =>
        moment.Readers[follower.Name] is var reader && reader.May.Contains(take)
        && (!what.OnlyAgreed || reader.GetsEmbargoed);

    void Fail(Follower follower, string? story, string what) => Assert.Fail(
        $"Seed {seed}: {follower.Name} {what}\nIt noted:\n"
            + string.Join('\n', follower.Notes.Where(note => story is null || note.Story == story))
            + "\nThe editor did:\n" + string.Join('\n', history.Brings.Where(entry => entry.What.Story.Id == story)
                .Select(entry => $"{entry.Position}: {entry.What.Cause} {entry.What.Number} {entry.What.Take?.Mark} "
                    + $"embargo {entry.What.Take?.Embargo:HH:mm:ss} onlyAgreed {entry.What.OnlyAgreed}")));
}
