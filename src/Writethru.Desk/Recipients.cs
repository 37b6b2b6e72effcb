using System.Collections.Immutable;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>Whom a kill, takedown or hold must reach.</summary>
static class Recipients
{
    /// <summary>
    /// Everyone to whom a take of the story was sent, and everyone to whom the same copy was sent as a take of another
    /// story, before a person said where it belongs.
    /// </summary>
    /// <param name="transaction">Where the notice is filed.</param>
    /// <param name="now">The gate.</param>
    /// <param name="story">The story that is stopped.</param>
    public static ImmutableArray<Recipient> Of(LogTransaction transaction, GateSnapshot now, StoryId story)
    {
        var own = transaction.RecipientsOf(story);
        var elsewhere = now.Moves.Origins(story)
            .SelectMany(origin => transaction.RecipientsOf(origin.Story)
                .Where(recipient => recipient.Takes.Contains(origin.Number)))
            .Select(recipient => recipient.Subscriber)
            .Except(own.Select(recipient => recipient.Subscriber))
            .Select(name => new Recipient(name, []));
        return [.. own, .. elsewhere];
    }
}
