using Writethru.Archive.Sqlite;
using Writethru.Copy;

namespace Writethru.Desk;

/// <summary>
/// Copy that was had from this desk and comes back edited bears the identity of its story here. That says where it was
/// had, not who sent it: kept as a sender's, a second edit of the same file would be refused for its version.
/// </summary>
static class OwnIdentity
{
    const string Namespace = "urn:writethru:";

    /// <summary>
    /// The take without an identity of ours; another Writethru's stays, for its stories are not here.
    /// </summary>
    public static Take Without(LogTransaction transaction, Take take) =>
        take.SenderId.StartsWith(Namespace, StringComparison.Ordinal)
        && take.SenderId[Namespace.Length..] is var story && StoryId.IsWellFormed(story)
        && transaction.LastTake(new StoryId(story)) is not null
            ? take with { SenderId = "", SenderVersion = "" }
            : take;
}
