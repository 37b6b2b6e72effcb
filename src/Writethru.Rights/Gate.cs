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
    GateSnapshot _ahead = GateSnapshot.Empty;
    long _dropped;

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

    /// <summary>
    /// The state after entries that are not durable yet: what a verb decides by, inside its transaction. Nothing may
    /// leave by it. Only for the thread that writes the log.
    /// </summary>
    /// <param name="added">All entries behind <see cref="Now"/>, in order.</param>
    /// <param name="dropped">How often entries were given up: what was folded before that counts no more.</param>
    public GateSnapshot Ahead(IReadOnlyList<LogRecord> added, long dropped)
    {
        var now = _now;
        if (dropped != _dropped || _ahead.Position < now.Position)
            (_ahead, _dropped) = (now, dropped);
        for (var i = added.Count == 0 ? 0 : (int)(_ahead.Position + 1 - added[0].Position); i < added.Count; i++)
            _ahead = _ahead.Apply(added[i]);
        return _ahead;
    }
}
