using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk.Linking;

/// <summary>
/// The sender's identity of a story that was stopped stays that story's. Whoever files an item of it elsewhere, by
/// naming another story, files that item alone: later ones must still be stopped, and not come out there.
/// </summary>
static class StoppedIdentity
{
    /// <summary>The take without the identity, where a stopped story has it and another one was named.</summary>
    public static Take Without(LogTransaction transaction, GateSnapshot now, IncomingItem item, Take take) =>
        item.Story is { } named && FindStory.StoryOf(transaction, item.Publisher, take.SenderId, now.Moves) is { } known
        && known != now.Moves.Resolve(named) && now.StateOf(known) != StoryState.Living
            ? take with { SenderId = "", SenderVersion = "" }
            : take;
}
