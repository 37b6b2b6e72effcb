using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>
/// The one gate of a running program: the newest <see cref="GateSnapshot"/>. Thread-safe: one writer applies entries in
/// the order of the log, any number of readers ask.
/// </summary>
public sealed class Gate
{
    volatile GateSnapshot _now = GateSnapshot.Empty;

    /// <summary>The state to decide by. Take it anew for every byte that leaves; never keep it across a wait.</summary>
    public GateSnapshot Now => _now;

    /// <summary>
    /// Takes in one entry. Called by the log after the entry is durable and before its writer is told.
    /// </summary>
    public void Apply(LogRecord record) => _now = _now.Apply(record);
}
