using Writethru.Archive.Sqlite;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>
/// The gate inside a transaction of the log: what a verb decides by, with all that its batch has added.
/// </summary>
static class GateInHand
{
    /// <summary>The state with everything that was added and is not durable yet. Ask again after each entry.</summary>
    public static GateSnapshot In(this Gate gate, LogTransaction transaction) =>
        gate.Ahead(transaction.Added, transaction.Dropped);
}
