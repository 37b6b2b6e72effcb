using System.Collections.Immutable;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk.Pictures;
using Writethru.Rights;

namespace Writethru.Desk.Linking;

/// <summary>
/// Finds the picture of the same publisher that was killed, is held or is not out yet and that a picture looks like,
/// whatever is said of it and whichever take brings it: such a take waits for a person.
/// </summary>
/// <remarks>Rules: <c>docs/decisions/0022-repeats.md</c>.</remarks>
public sealed class LikeStoppedPicture(SqliteLog log, Gate gate, PictureLooks looks, LinkingOptions options)
{
    /// <summary>For the thread that writes the log.</summary>
    readonly StoppedTakes _stopped = new();

    /// <summary>
    /// Looks at all that is stopped, so that no thumbnail has to be decoded while the log is written. Only what the
    /// program has not seen since it began costs anything.
    /// </summary>
    /// <param name="publisher">Who sends pictures with their files.</param>
    /// <param name="cancel">Gives up.</param>
    internal async Task PrepareAsync(string publisher, CancellationToken cancel)
    {
        if (!options.IsOnFor(publisher))
            return;
        var stopped = await log.WriteAsync(
            transaction => _stopped.Of(transaction, gate.In(transaction), publisher, besides: null)
                .SelectMany(take => take.Filed.Take.Pictures).ToImmutableArray(),
            cancel).ConfigureAwait(false);
        foreach (var picture in stopped)
            looks.Of(picture);
    }

    /// <summary>Finds it; null for none.</summary>
    /// <param name="transaction">Where it is asked.</param>
    /// <param name="publisher">Who sends the take.</param>
    /// <param name="take">The take, with the files that it goes on with.</param>
    /// <param name="before">The copy that it continues, whose story stops it by itself; null when it opens one.</param>
    /// <param name="until">The embargo of the take; null for none.</param>
    internal StoppedCopy? Run(LogTransaction transaction, string publisher, Take take, FiledTake? before,
        DateTimeOffset? until)
    {
        if (take.Status == TakeStatus.Canceled || !options.IsOnFor(publisher))
            return null;
        var brought = take.Pictures.Index().Where(picture => IsBrought(picture.Item, before)).ToImmutableArray();
        if (brought.IsEmpty)
            return null;
        var now = gate.In(transaction);
        return (
            from stopped in _stopped.Of(transaction, now, publisher, before?.Story)
            where !IsOutBy(stopped, until)
            from gone in StoppedWith(now, stopped.Filed)
            // What has looked so before the stop, and lives, is not that picture coming back.
            where before?.Take.Pictures.Any(lived => IsOther(lived, gone)) != true
            from picture in brought
            where IsOther(picture.Item, gone)
            select new StoppedCopy(stopped.Kill, new StoryLink(stopped.Filed.Story, stopped.Filed.Number,
                new LikelihoodReading(1, []), LinkDoubt.Stopped))
            {
                Picture = picture.Index + 1,
            }).FirstOrDefault();
    }

    /// <summary>Whether it has a file that the copy before has not.</summary>
    static bool IsBrought(Picture picture, FiledTake? before) => picture.Id.Length > 0
        && before?.Take.Pictures.Any(known => HeldFiles.OriginalOf(known) == HeldFiles.OriginalOf(picture)) != true;

    /// <summary>Copy and its photo may come one by one under one embargo: neither tells of the other.</summary>
    static bool IsOutBy(StoppedTake stopped, DateTimeOffset? until) =>
        stopped.Pending is { Waits: false, EmbargoedUntil: { } end } && end <= until;

    /// <summary>
    /// The pictures of a stopped take that are stopped with it: by itself its own; in copy those that came along with
    /// it and that nothing else carries.
    /// </summary>
    static IEnumerable<Picture> StoppedWith(GateSnapshot now, FiledTake stopped) => stopped.Take.Pictures.Where(
        picture => picture.Id.Length > 0 && (stopped.Take.Kind == TakeKind.Picture
            || (now.StateOf(new StoryId(picture.Id)) == StoryState.None
                && !now.FindCarriers(new StoryId(picture.Id)).Any())));

    /// <summary>
    /// Whether it looks like the stopped picture under another identity: where it is that one, the gate says so.
    /// </summary>
    bool IsOther(Picture picture, Picture stopped) =>
        picture.Id.Length > 0 && picture.Id != stopped.Id && looks.AreAlike(picture, stopped);
}
