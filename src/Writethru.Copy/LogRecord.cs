namespace Writethru.Copy;

/// <summary>An entry in its place in the log.</summary>
public sealed record LogRecord
{
    /// <summary>Place in the log: 1, 2, 3 … without gaps. The only clock of the system.</summary>
    public required long Position { get; init; }

    /// <summary>When it was written, UTC; never earlier than the entry before.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// What the trusted clock showed then: earlier than <see cref="At"/> where an entry before was written by a clock
    /// that was ahead. What has come by it has come; nothing comes by <see cref="At"/>.
    /// </summary>
    public DateTimeOffset TrustedAt { get => field == default ? At : field; init; }

    /// <summary>The fact.</summary>
    public required LogEntry Entry { get; init; }

    /// <summary>
    /// What was read from the take of a <see cref="LogEntry.TakeFiled"/>; null for every other entry.
    /// </summary>
    public TakeReading? Reading { get; init; }
}
