using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk.Pictures;
using Writethru.Formats.PictureFiles;
using Writethru.Rights;

namespace Writethru.Desk.Receiving;

/// <summary>
/// Takes in a picture by itself: a story of its own kind, with renditions. Named with a picture's story it replaces
/// that one; named with a story of copy it opens one of its own, or is the one that was there, and is linked there.
/// Thread-safe.
/// </summary>
public sealed class ReceivePicture(SqliteLog log, Gate gate, FileTake fileTake, KeepFile keep,
    ILogger<ReceivePicture> logger)
{
    /// <summary>Receives the file of a picture. Completes when its outcome is durable.</summary>
    /// <param name="item">The file, and what is said of it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>
    /// What became of the picture; after it the take of the story that it was linked to, when it was. Never empty.
    /// </returns>
    public async Task<ImmutableArray<FileOutcome>> RunAsync(IncomingItem item, CancellationToken cancel)
    {
        var read = PictureFile.Read(item.Bytes.Span);
        var kept = await keep.RunAsync(item.Bytes, cancel).ConfigureAwait(false);
        await log.StoreReceivedAsync(item.Bytes, cancel).ConfigureAwait(false);
        await fileTake.PrepareAsync(item, cancel).ConfigureAwait(false);
        var outcomes = await log.WriteAsync(transaction => Run(transaction, item, read, kept), cancel)
            .ConfigureAwait(false);
        foreach (var outcome in outcomes)
            Receive.Report(logger, item, outcome);
        return outcomes;
    }

    /// <inheritdoc cref="Receive.TryAsync"/>
    public async Task<(ImmutableArray<FileOutcome> Outcomes, GateSnapshot Then)> TryAsync(IncomingItem item,
        CancellationToken cancel)
    {
        var read = PictureFile.Read(item.Bytes.Span);
        var kept = await keep.TryAsync(item.Bytes, cancel).ConfigureAwait(false);
        await fileTake.PrepareAsync(item, cancel).ConfigureAwait(false);
        return await log.TryAsync(transaction => (Run(transaction, item, read, kept), gate.In(transaction)), cancel)
            .ConfigureAwait(false);
    }

    ImmutableArray<FileOutcome> Run(LogTransaction transaction, IncomingItem item, PictureFileReading read,
        KeptFile kept)
    {
        ImmutableArray<Remark> remarks = [.. read.Remarks, .. kept.Remarks];
        return kept.IsRefused
            ? Refuse(transaction, item, remarks)
            : File(transaction, item, read.Take, kept, remarks);
    }

    static ImmutableArray<FileOutcome> Refuse(LogTransaction transaction, IncomingItem item,
        ImmutableArray<Remark> remarks)
    {
        var request = new IncomingRequest(item, PictureFile.Name, 1);
        return request.FindBefore(transaction) ?? [request.Refuse(transaction, 1, Refusal.Picture, remarks)];
    }

    ImmutableArray<FileOutcome> File(LogTransaction transaction, IncomingItem item, Take take, KeptFile kept,
        ImmutableArray<Remark> remarks)
    {
        var standing = item.Story is { } named && OwnStories.Knows(gate.In(transaction), item.Publisher, named)
            ? StoryInHand.Find(transaction, gate.In(transaction), gate.In(transaction).Moves.Resolve(named))
            : null;
        var carrier = standing?.NewestText(transaction).Filed is { Take.Kind: TakeKind.Text } copy ? copy : null;
        var id = StoryIds.Mint();
        var own = item with { AskedAs = item, Opens = id, Story = carrier is null ? item.Story : null };
        if (own.Story is null && take.SenderId.Length == 0 && FileTake.IsAsked(item))
            own = own with { Story = FindSame(transaction, item.Publisher, kept.Files[0].Sha256) };
        var request = new IncomingRequest(own, PictureFile.Name, 1);
        if (request.FindBefore(transaction) is { } before)
            return before;
        if (carrier is not null && TakeRules.WhyNot(standing!.State, standing.Last.Filed, Cause.Development) is { } why)
            return [request.Refuse(transaction, 1, Refusal.Conflict, [.. remarks, DeskRemarks.MayNotFollow(why)])];
        var held = take with { Pictures = [HeldFiles.Hold(take.Pictures[0], id.Value, kept.Files)] };
        var outcome = fileTake.Run(transaction, request, 1, held, remarks);
        request.KeepRepeats(transaction, [outcome]);
        var picture = outcome switch
        {
            FileOutcome.Filed filed => filed.Take,
            FileOutcome.Repeated repeated when carrier is not null =>
                NotCarried(transaction, repeated.Take.Story, carrier.Take),
            _ => null,
        };
        return carrier is not null && picture is not null
            ? [outcome, Link(transaction, carrier.Story, picture)]
            : [outcome];
    }

    /// <summary>The picture with the words that it has now; null when it is over, or the copy carries it.</summary>
    FiledTake? NotCarried(LogTransaction transaction, StoryId picture, Take copy) =>
        copy.Pictures.All(carried => carried.Id != picture.Value)
        && StoryInHand.Find(transaction, gate.In(transaction),
            picture) is { State: StoryState.Living or StoryState.Held } standing
            ? standing.NewestCopy(transaction).Filed
            : null;

    /// <summary>
    /// The picture that the same publisher has sent with the same bytes; null when there is none that lives.
    /// </summary>
    StoryId? FindSame(LogTransaction transaction, string publisher, string sha256) => transaction
        .FindCopies(publisher, sha256, 1)
        .Select(record => ((LogEntry.TakeFiled)record.Entry).Filed.Story)
        .Where(story => StoryInHand.Find(transaction, gate.In(transaction), story)
            is { State: StoryState.Living or StoryState.Held })
        .Select(story => (StoryId?)story)
        .FirstOrDefault();

    /// <summary>Files the newest copy of a story once more, with the picture behind its last paragraph.</summary>
    FileOutcome.Filed Link(LogTransaction transaction, StoryId story, FiledTake picture)
    {
        var linked = new CarryingStories(gate).Refile(transaction, story, Cause.Development, "(ATTN: ADDS photo)",
            take => take with
            {
                Pictures = take.Pictures.Add(picture.Take.Pictures[0] with { After = take.Body.Length }),
            });
        return linked is { } done
            ? new FileOutcome.Filed(done.Take, done.Position)
            : throw new InvalidOperationException($"Story {story} has no copy that a picture could be linked to.");
    }
}
