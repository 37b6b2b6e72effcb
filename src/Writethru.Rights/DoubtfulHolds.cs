using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>When publishers held stories by words that leave a doubt. A fold of the log.</summary>
/// <remarks>Rules: <c>docs/decisions/0031-notices-that-name-an-item.md</c>.</remarks>
public sealed record DoubtfulHolds
{
    /// <summary>Most stories an hour that a publisher may hold so.</summary>
    const int MostAnHour = 3;

    ImmutableDictionary<string, ImmutableArray<DateTimeOffset>> _newest =
        ImmutableDictionary<string, ImmutableArray<DateTimeOffset>>.Empty;

    DoubtfulHolds() { }

    internal static DoubtfulHolds None { get; } = new();

    /// <summary>Whether a publisher has held as many as it may within the hour, whatever became of them.</summary>
    public bool AreTooMany(string publisher, DateTimeOffset now) =>
        _newest.GetValueOrDefault(publisher, []) is { Length: MostAnHour } held && held[0] >= now.AddHours(-1);

    internal DoubtfulHolds File(LogRecord record, LogEntry.TakeFiled entry) =>
        entry is { Filed.IsHold: true, Linked.Doubt: LinkDoubt.Named, Received: { } received }
            ? new DoubtfulHolds
            {
                _newest = _newest.SetItem(received.Publisher,
                    [.. _newest.GetValueOrDefault(received.Publisher, []).Add(record.At).TakeLast(MostAnHour)]),
            }
            : this;
}
