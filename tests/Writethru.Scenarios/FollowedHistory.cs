namespace Writethru.Scenarios;

/// <summary>
/// What stood at which position of the log, told from what the editor did and in which order. It knows nothing of
/// what was sent, and shares no code with the gate.
/// </summary>
sealed class FollowedHistory(GateModel model, long start)
{
    readonly List<Moment> _moments = [Moment.Of(model)];
    readonly List<Brought?> _brought = [null];

    /// <summary>Position of the last thing that was done.</summary>
    public long Head => start + _moments.Count - 1;

    /// <summary>Position of the last thing that was done before the editor began.</summary>
    public long Start => start;

    public GateModel Model => model;

    /// <summary>What was done since the last time, one entry of the log each; null where it brings nothing.</summary>
    public void Note(long head, params IReadOnlyCollection<Brought?> brought)
    {
        Assert.Equal(head - Head, brought.Count);
        var moment = Moment.Of(model);
        foreach (var entry in brought)
        {
            _moments.Add(moment);
            _brought.Add(entry);
        }
    }

    public Moment At(long position) => _moments[(int)(position - start)];

    /// <summary>Every state in which a decision between the two positions can have been made.</summary>
    public IEnumerable<Moment> Between(long low, long high)
    {
        for (var position = low; position <= high; position++)
            yield return At(position);
    }

    public IEnumerable<(long Position, Brought What)> Brings => _brought
        .Select((what, i) => (Position: start + i, What: what!)).Where(entry => entry.What is not null);

    public Brought? BroughtAt(long position) => _brought[(int)(position - start)];

    /// <summary>Whether the reader could have been sent any copy of the story before this position.</summary>
    public bool CouldHaveHad(string who, GateModel.Story story, long position) =>
        CouldHave(who, story.Takes, position) || CouldHaveHadElsewhere(who, story, position);

    /// <summary>The same of copy that it has from another story.</summary>
    public bool CouldHaveHadElsewhere(string who, GateModel.Story story, long position) => CouldHave(who,
        [.. Model.Stories.Where(other => other != story).SelectMany(other => other.Takes)
            .Where(take => take.Copy.StandsIn == story)], position);

    bool CouldHave(string who, List<GateModel.ModelTake> takes, long position) =>
        takes.Count > 0 && Between(start, position - 1).Any(moment => moment.Readers[who].May.Overlaps(takes));

    /// <summary>Whether a newer take of the story was in the open before it came to this one.</summary>
    public bool IsOvertaken(Brought brought, long position) => brought.Story.Takes
        .Any(other => other.Number > brought.Number && At(position - 1).Open.Contains(other));
}

/// <summary>What an entry of the log brings to the streams of those who may have it.</summary>
/// <param name="Cause">Take (of any cause), Hold, or Kill.</param>
/// <param name="Story">The story.</param>
/// <param name="Number">The take.</param>
/// <param name="Take">The copy, for takes.</param>
/// <param name="OnlyAgreed">It is under embargo: this entry brings it only to those who keep embargoes.</param>
sealed record Brought(
    BroughtKind Cause, GateModel.Story Story, int Number, GateModel.ModelTake? Take = null, bool OnlyAgreed = false);

enum BroughtKind
{
    Take,
    Hold,
    Kill,
}

/// <summary>What everybody might have after one position.</summary>
sealed record Moment(
    Dictionary<string, ReaderAt> Readers, HashSet<GateModel.ModelTake> Open, HashSet<GateModel.Story> Killed)
{
    public static Moment Of(GateModel model) => new(
        model.Subscribers.ToDictionary(who => who.Name, who => new ReaderAt(
            [.. model.Stories.SelectMany(story => story.Takes.Where(take =>
                !take.IsHold && !who.Revoked && GateModel.MayHave(who, story, take)))],
            who.GetsEmbargoed, who.Revoked, who.Lapsed)),
        [.. model.Stories.SelectMany(story => story.Takes).Where(take => take.Open)],
        [.. model.Stories.Where(story => story.KillMark is not null)]);
}

/// <summary>One reader after one position.</summary>
sealed record ReaderAt(HashSet<GateModel.ModelTake> May, bool GetsEmbargoed, bool IsRevoked,
    bool IsLapsed);
