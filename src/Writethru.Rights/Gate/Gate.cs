using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>
/// The one gate of a running program: the newest <see cref="GateSnapshot"/>. Thread-safe: one writer applies entries in
/// the order of the log, any number of readers ask.
/// </summary>
public sealed class Gate
{
    readonly Lock _changing = new();
    volatile GateSnapshot _now = GateSnapshot.Empty;

    /// <summary>The state to decide by. Take it anew for every byte that leaves; never keep it across a wait.</summary>
    public GateSnapshot Now => _now;

    /// <summary>
    /// Takes in one entry. Called by the log after the entry is durable and before its writer is told.
    /// </summary>
    public void Apply(LogRecord record)
    {
        lock (_changing)
            _now = _now.Apply(record);
    }

    /// <summary>
    /// Closes what has ended and the log could not take: it must not leave meanwhile. Opens nothing, whatever the entry
    /// says; the entry itself comes later, and changes no more.
    /// </summary>
    /// <param name="ended">A window that is over, or a subscriber whose contract is.</param>
    public void Close(LogEntry ended)
    {
        lock (_changing)
            _now = _now.Close(ended);
    }
}
