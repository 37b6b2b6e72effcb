using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Reading.Likelihood;

namespace Writethru.Desk.Linking;

/// <summary>A story that a take may continue.</summary>
/// <param name="Position">Where the take of it lies that is compared.</param>
/// <param name="Story">The story.</param>
/// <param name="Number">That take.</param>
/// <param name="At">When it was filed.</param>
/// <param name="Traits">What it is compared by.</param>
sealed record Candidate(long Position, StoryId Story, int Number, DateTimeOffset At, StoryTraits Traits);

/// <summary>
/// Candidates as they are compared again and again, each drawn from its entry once. For one thread at a time.
/// </summary>
sealed class Candidates
{
    /// <summary>Most that are kept: those of five publishers, 10 kB each as a rule.</summary>
    const int Most = 1000;

    readonly Dictionary<long, Candidate> _known = [];
    long _dropped;

    /// <summary>The candidate at a position that holds a filed take.</summary>
    public Candidate At(LogTransaction transaction, long position)
    {
        if (_dropped != transaction.Dropped)
        {
            _known.Clear();
            _dropped = transaction.Dropped;
        }
        if (_known.TryGetValue(position, out var known))
            return known;
        var filed = ((LogEntry.TakeFiled)transaction.Find(position)!.Entry).Filed;
        var candidate = new Candidate(
            position, filed.Story, filed.Number, filed.FiledAt, StoryTraits.Of(filed.Take));
        if (_known.Count >= Most)
            _known.Clear();
        _known.Add(position, candidate);
        return candidate;
    }
}
