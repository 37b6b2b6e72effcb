namespace Writethru.Tests.Support;

/// <summary>A machine whose wall clock can be set and whose monotonic clock cannot.</summary>
sealed class TwoClocks(DateTimeOffset wall) : TimeProvider
{
    long _ticks = 4711;

    public DateTimeOffset Wall { get; private set; } = wall;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Wall;

    public override long GetTimestamp() => _ticks;

    /// <summary>Time passes on both.</summary>
    public void Pass(TimeSpan time)
    {
        _ticks += time.Ticks;
        Wall += time;
    }

    /// <summary>Somebody sets the wall clock, or the machine sleeps.</summary>
    public void Step(TimeSpan step) => Wall += step;
}
