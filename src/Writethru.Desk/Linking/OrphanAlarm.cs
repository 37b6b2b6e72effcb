using Microsoft.Extensions.Logging;

namespace Writethru.Desk.Linking;

/// <summary>
/// Says how many notices found no story, at once and again and again while any stands. One caller at a time.
/// </summary>
public sealed class OrphanAlarm(Orphans orphans, DeskOptions options, TimeProvider clock, ILogger<OrphanAlarm> logger)
{
    /// <summary>When it was told last, and up to which of them.</summary>
    (long At, long Newest)? _told;

    /// <summary>Tells what is due.</summary>
    /// <returns>When to ring again; null when none stands.</returns>
    public TimeSpan? Ring()
    {
        if (orphans.Open is not [var oldest, ..] open)
        {
            _told = null;
            return null;
        }
        if (_told is not { } told || open[^1].Position > told.Newest
            || clock.GetElapsedTime(told.At) >= options.KillAlarmEvery)
        {
            logger.NoticesWithoutStory(open.Count, oldest.At, open.Count(orphan => orphan.IsOld(clock.GetUtcNow())));
            _told = told = (clock.GetTimestamp(), open[^1].Position);
        }
        return options.KillAlarmEvery - clock.GetElapsedTime(told.At);
    }
}
