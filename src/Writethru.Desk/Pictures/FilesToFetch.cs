using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Desk.Pictures;

/// <summary>
/// Takes with pictures whose files lie where they may be fetched from: a fold of the log, so that nothing is forgotten
/// by a restart. Thread-safe.
/// </summary>
public sealed class FilesToFetch(FetchOptions options)
{
    readonly Lock _lock = new();
    readonly Dictionary<StoryId, FiledTake> _open = [];

    /// <summary>Takes in one entry of the log.</summary>
    public void Apply(LogRecord record)
    {
        if (options.Hosts.Length == 0 || record.Entry is not LogEntry.TakeFiled { Filed: var filed })
            return;
        lock (_lock)
        {
            _open.Remove(filed.Story);
            if (filed.Take.Pictures.Any(picture => HrefOf(picture) is not null))
                _open[filed.Story] = filed;
        }
    }

    /// <summary>The takes that wait, the oldest first; those that were filed too long ago are let go.</summary>
    /// <param name="now">The time.</param>
    public ImmutableArray<FiledTake> Waiting(DateTimeOffset now)
    {
        lock (_lock)
        {
            foreach (var late in _open.Values.Where(filed => filed.FiledAt + options.Within < now).ToList())
                _open.Remove(late.Story);
            return [.. _open.Values.OrderBy(filed => filed.FiledAt)];
        }
    }

    /// <summary>Lets a take go that cannot be had.</summary>
    public void GiveUp(FiledTake filed)
    {
        lock (_lock)
        {
            if (_open.GetValueOrDefault(filed.Story)?.Number == filed.Number)
                _open.Remove(filed.Story);
        }
    }

    /// <summary>
    /// Where the largest file of a picture may be fetched from; null when it has files of ours, or nowhere.
    /// </summary>
    public string? HrefOf(Picture picture) => picture.Id.Length > 0 ? null : picture.Renditions
        .Where(rendition => options.Allows(rendition.Href))
        .MaxBy(rendition => rendition.Width ?? 0)?.Href;
}
