using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>What terms of later takes bind that moved before, of each story its newest take in the open.</summary>
static class BackBinding
{
    /// <inheritdoc cref="GateSnapshot.FindByTerms"/>
    public static IEnumerable<TakePlace> ByTerms(GateSnapshot gate, string terms) => Newest(gate,
        (story, take) => take.HasTerms(terms)
            || Items(gate, story, take).Any(later => gate.Find(later)?.Terms?.Text == terms)
            || Pictures(gate, story, take).Any(later => gate.Find(later.Place)?.Pictures[later.Index]?.Text == terms));

    /// <inheritdoc cref="GateSnapshot.FindBoundBy"/>
    public static IEnumerable<TakePlace> By(GateSnapshot gate, TakePlace later) =>
        gate.Find(later)?.Pictures.Any(terms => terms?.IsTimed == true) == true
            ? Newest(gate, (story, take) => story != later.Story
                && Pictures(gate, story, take).Any(bound => bound.Place == later))
            : [];

    /// <summary>
    /// Later takes that are out, whose terms bind a take as a whole too: of its story, and of the one that has its copy
    /// now.
    /// </summary>
    public static IEnumerable<TakePlace> Items(GateSnapshot gate, StoryId story, TakeStanding take)
    {
        var own = gate.Later.Items(story, take.Position);
        var now = gate.Moves.Resolve(new TakePlace(story, take.Number));
        return now == story ? own : own.Concat(gate.Later.Items(now, take.Position));
    }

    /// <summary>Pictures of later takes that are out, whose terms bind a picture of a take too.</summary>
    public static IEnumerable<(TakePlace Place, int Index)> Pictures(
        GateSnapshot gate, StoryId story, TakeStanding take, int index) =>
        index < take.Marks.Length
            ? gate.Later.Pictures(take, index, [story, gate.Moves.Resolve(new TakePlace(story, take.Number))])
            : [];

    static IEnumerable<(TakePlace Place, int Index)> Pictures(GateSnapshot gate, StoryId story, TakeStanding take) =>
        Enumerable.Range(0, take.Marks.Length).SelectMany(index => Pictures(gate, story, take, index));

    static IEnumerable<TakePlace> Newest(GateSnapshot gate, Func<StoryId, TakeStanding, bool> isBound) =>
        from known in gate.Living
        let newest = known.Standing.Takes.LastOrDefault(take => take.OpenedAt > 0)
        where newest is not null && isBound(known.Story, newest)
        select new TakePlace(known.Story, newest.Number);
}
