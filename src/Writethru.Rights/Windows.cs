using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>
/// Which instants that usage terms name have come, for each take, and which come next. A fold of the log: it has no
/// clock, so a window begins and ends by an entry, and stays as it is until there is one.
/// </summary>
public sealed record Windows
{
    /// <summary>No take names an instant.</summary>
    public static Windows None { get; } = new();

    ImmutableDictionary<TakePlace, TakeWindows> _takes = ImmutableDictionary<TakePlace, TakeWindows>.Empty;
    ImmutableSortedSet<DueWindow> _begins = [];
    ImmutableSortedSet<DueWindow> _ends = [];

    /// <summary>When the next window begins; null when none is ahead.</summary>
    public DateTimeOffset? NextBegin => _begins.IsEmpty ? null : _begins.Min.At;

    /// <summary>When the next window ends; null when none is ahead.</summary>
    public DateTimeOffset? NextEnd => _ends.IsEmpty ? null : _ends.Min.At;

    /// <summary>The entries that are due, one a take, the earliest first.</summary>
    /// <param name="now">The time by which windows begin.</param>
    /// <param name="latest">The time by which they end; not before <paramref name="now"/>.</param>
    public IReadOnlyList<LogEntry.WindowReached> Due(DateTimeOffset now, DateTimeOffset latest)
    {
        List<TakePlace> places = [];
        places.AddRange(_ends.TakeWhile(due => due.At <= latest).Select(due => due.Place));
        places.AddRange(_begins.TakeWhile(due => due.At <= now).Select(due => due.Place));
        return [.. places.Distinct()
            .Select(place =>
                new LogEntry.WindowReached(place.Story, place.Number, _takes[place].NewestDue(now, latest)))
            .OrderBy(reached => reached.At)];
    }

    /// <summary>Whether a window of the take begins when that is written at an instant.</summary>
    public bool MayBegin(LogEntry.WindowReached reached, DateTimeOffset at) =>
        _takes.TryGetValue(new TakePlace(reached.Story, reached.Number), out var windows) && windows.NextBegin <= at;

    /// <summary>
    /// The time that counts for a take; for one that names no instant, or was killed, nothing has begun.
    /// </summary>
    internal Reach ReachOf(TakePlace take) => _takes.TryGetValue(take, out var windows) ? windows.Reach : Reach.Nothing;

    /// <summary>After a take was filed: what its terms name is ahead; after a kill nothing of the story is.</summary>
    internal Windows File(LogRecord record, FiledTake filed) =>
        filed.IsKill ? Forget(filed) : filed.IsHold ? this : Add(record, filed);

    Windows Add(LogRecord record, FiledTake filed)
    {
        var rules = (record.Reading?.PictureTerms ?? []).Append(record.Reading?.Terms)
            .SelectMany(terms => terms?.Rules ?? []).Where(rule => rule.Kind is UsageKinds.Window or UsageKinds.Embargo)
            .ToList();
        var begins = rules.Select(rule => rule.From).OfType<DateTimeOffset>();
        var ends = rules.Select(rule => rule.Until).Append(ExpiryOf(filed.Take)).OfType<DateTimeOffset>();
        var windows = new TakeWindows(record.Position, [.. begins.Distinct().Order()], [.. ends.Distinct().Order()],
            new Reach(record.TrustedAt, record.TrustedAt));
        return windows.Begins.IsEmpty && windows.Ends.IsEmpty ? this : Put(filed.Place, windows);
    }

    /// <summary>When a picture by itself is no longer offered; null when it is not said, and for copy.</summary>
    internal static DateTimeOffset? ExpiryOf(Take take) => take.Kind == TakeKind.Picture ? take.Expiry?.At : null;

    /// <summary>After an instant has come that a take names; itself when the take names none any more.</summary>
    internal Windows Advance(LogEntry.WindowReached reached, DateTimeOffset at)
    {
        var place = new TakePlace(reached.Story, reached.Number);
        return _takes.TryGetValue(place, out var was)
            ? Remove(place, was).Put(place, was with { Reach = was.Reach.After(at, reached.At) })
            : this;
    }

    Windows Forget(FiledTake kill)
    {
        var rest = this;
        for (var number = 1; number < kill.Number; number++)
        {
            var place = new TakePlace(kill.Story, number);
            if (rest._takes.TryGetValue(place, out var windows))
                rest = rest.Remove(place, windows);
        }
        return rest;
    }

    Windows Put(TakePlace place, TakeWindows windows) => this with
    {
        _takes = _takes.SetItem(place, windows),
        _begins = windows.NextBegin is { } begin ? _begins.Add(new(begin, windows.Position, place)) : _begins,
        _ends = windows.NextEnd is { } end ? _ends.Add(new(end, windows.Position, place)) : _ends,
    };

    Windows Remove(TakePlace place, TakeWindows windows) => this with
    {
        _takes = _takes.Remove(place),
        _begins = windows.NextBegin is { } begin ? _begins.Remove(new(begin, windows.Position, place)) : _begins,
        _ends = windows.NextEnd is { } end ? _ends.Remove(new(end, windows.Position, place)) : _ends,
    };

    /// <summary>The instants that a take's terms name, in order, and how far time has come for it.</summary>
    sealed record TakeWindows(long Position, ImmutableArray<DateTimeOffset> Begins, ImmutableArray<DateTimeOffset> Ends,
        Reach Reach)
    {
        public DateTimeOffset? NextBegin => After(Begins, Reach.Begun);

        public DateTimeOffset? NextEnd => After(Ends, Reach.Ended);

        public DateTimeOffset NewestDue(DateTimeOffset now, DateTimeOffset latest) =>
            Begins.Where(begin => begin <= now).Concat(Ends.Where(end => end <= latest)).Max();

        static DateTimeOffset? After(ImmutableArray<DateTimeOffset> instants, DateTimeOffset reached)
        {
            foreach (var instant in instants)
            {
                if (instant > reached)
                    return instant;
            }
            return null;
        }
    }

    /// <summary>The next begin, or end, of a take filed at a position.</summary>
    readonly record struct DueWindow(DateTimeOffset At, long Position, TakePlace Place) : IComparable<DueWindow>
    {
        public int CompareTo(DueWindow other) =>
            At.CompareTo(other.At) is not 0 and var order ? order : Position.CompareTo(other.Position);
    }
}

/// <summary>How far time has come for a take.</summary>
/// <param name="Begun">What begins by this instant has begun.</param>
/// <param name="Ended">What ends by this instant is over.</param>
readonly record struct Reach(DateTimeOffset Begun, DateTimeOffset Ended)
{
    /// <summary>Nothing has begun, and everything is over.</summary>
    public static Reach Nothing { get; } = new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

    /// <summary>Later, never earlier.</summary>
    public Reach After(DateTimeOffset written, DateTimeOffset reached) =>
        new(Later(Begun, written), Later(Ended, Later(written, reached)));

    static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
