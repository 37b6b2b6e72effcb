namespace Writethru.Archive;

/// <summary>
/// The time by which embargoes open: what the wall clock and the machine's monotonic clock both have reached. It never
/// goes back while the program runs. Thread-safe.
/// </summary>
/// <remarks>
/// At the start the wall clock is trusted, whatever the log says: its last entry may have been written by a clock that
/// was ahead, and by that nothing opens. From then on time is also reckoned by the monotonic clock, which nobody can
/// set, and the earlier of the two counts: a wall clock that is set forward opens nothing before the monotonic clock
/// has gone as far, and one that is set back is waited for. Once a minute a wall clock that went a little apart, as it
/// does when it is corrected, is followed; a larger difference stays until <see cref="Trust"/> or a restart.
/// </remarks>
public sealed class TrustedClock
{
    /// <summary>Farthest that the wall clock is followed forward at once, and at most once a minute: 1 s.</summary>
    public static readonly TimeSpan MostAhead = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Farthest that it is followed back: 2 s, so that a leap second fits in. Time stands still meanwhile.
    /// </summary>
    public static readonly TimeSpan MostBehind = TimeSpan.FromSeconds(2);

    static readonly TimeSpan _between = TimeSpan.FromMinutes(1);

    readonly TimeProvider _time;
    readonly Lock _looking = new();
    DateTimeOffset _anchor, _now;
    long _anchored;

    /// <param name="time">The wall clock and the monotonic clock.</param>
    public TrustedClock(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _now = _anchor = time.GetUtcNow();
        _anchored = time.GetTimestamp();
    }

    /// <summary>The time, UTC; never earlier than it has been.</summary>
    public DateTimeOffset Now
    {
        get
        {
            lock (_looking)
                return Look().Now;
        }
    }

    /// <summary>What the clocks show now.</summary>
    public ClockReading Read()
    {
        lock (_looking)
            return Look();
    }

    /// <summary>
    /// How long until an instant is reached if nobody sets a clock, in whole milliseconds, rounded up.
    /// </summary>
    /// <returns>Zero when it has been reached.</returns>
    public TimeSpan Until(DateTimeOffset instant)
    {
        var reading = Read();
        return instant <= reading.Now
            ? TimeSpan.Zero
            : TimeSpan.FromMilliseconds(Math.Ceiling((instant - reading.Earlier).TotalMilliseconds));
    }

    /// <summary>As <see cref="Until"/>, for what must not wait for a clock that is behind.</summary>
    public TimeSpan UntilLatest(DateTimeOffset instant)
    {
        var latest = Read().Latest;
        return instant <= latest ? TimeSpan.Zero
            : TimeSpan.FromMilliseconds(Math.Ceiling((instant - latest).TotalMilliseconds));
    }

    /// <summary>
    /// A person says that the wall clock is right: the reckoning goes on from it. The time still does not go back; one
    /// that is ahead of the wall clock stands still until that has come as far.
    /// </summary>
    /// <returns>What the clocks showed before.</returns>
    public ClockReading Trust()
    {
        lock (_looking)
        {
            var before = Look();
            Anchor(before.Wall, _time.GetTimestamp());
            return before;
        }
    }

    ClockReading Look()
    {
        var stamp = _time.GetTimestamp();
        var wall = _time.GetUtcNow();
        var passed = _time.GetElapsedTime(_anchored, stamp);
        var reading = new ClockReading(_now, wall, _anchor + passed);
        if (passed >= _between && !reading.IsApart)
        {
            Anchor(wall, stamp);
            reading = reading with { Reckoned = wall };
        }
        if (reading.Earlier > _now)
            _now = reading.Earlier;
        return reading with { Now = _now };
    }

    void Anchor(DateTimeOffset at, long stamp) => (_anchor, _anchored) = (at, stamp);
}

/// <summary>What the clocks show at one moment, UTC.</summary>
/// <param name="Now">The time that counts.</param>
/// <param name="Wall">The wall clock.</param>
/// <param name="Reckoned">The monotonic clock, counted from where the wall clock was last trusted.</param>
public readonly record struct ClockReading(DateTimeOffset Now, DateTimeOffset Wall, DateTimeOffset Reckoned)
{
    /// <summary>How far the wall clock is ahead of what was reckoned; negative when it is behind.</summary>
    public TimeSpan Difference => Wall - Reckoned;

    /// <summary>When the newest entry of the log was written; null when there is none, or nobody looked.</summary>
    public DateTimeOffset? LastEntry { get; init; }

    /// <summary>
    /// How far the log's last entry lies ahead of the time that counts: it was written by a clock that was ahead, or
    /// this one is behind. Zero when it does not.
    /// </summary>
    public TimeSpan LogAhead => LastEntry > Now ? LastEntry.Value - Now : TimeSpan.Zero;

    /// <summary>Whether that is more than is followed: somebody set the clock, or the machine slept.</summary>
    public bool IsApart => Difference > TrustedClock.MostAhead || Difference < -TrustedClock.MostBehind;

    /// <summary>The clock that is behind.</summary>
    public DateTimeOffset Earlier => Wall < Reckoned ? Wall : Reckoned;

    /// <summary>The latest of the three: by it a right ends, for to end one too late cannot be taken back.</summary>
    public DateTimeOffset Latest => Wall > Reckoned ? Later(Wall) : Later(Reckoned);

    DateTimeOffset Later(DateTimeOffset other) => Now > other ? Now : other;
}
