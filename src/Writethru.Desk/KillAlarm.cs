using Microsoft.Extensions.Logging;

namespace Writethru.Desk;

/// <summary>
/// Says of every kill that waits for its second, at once and again and again, that it does. One caller at a time.
/// </summary>
public sealed class KillAlarm(KillRequests requests, DeskOptions options, TimeProvider clock, ILogger<KillAlarm> logger)
{
    /// <summary>When each was told last, by the place of its request in the log.</summary>
    readonly Dictionary<long, long> _told = [];

    /// <summary>Tells what is due.</summary>
    /// <returns>When to ring again; null when nothing waits.</returns>
    public TimeSpan? Ring()
    {
        var open = requests.Open;
        foreach (var over in _told.Keys.Except(open.Select(request => request.Position)).ToList())
            _told.Remove(over);
        TimeSpan? next = null;
        foreach (var request in open)
        {
            if (!_told.TryGetValue(request.Position, out var told)
                || clock.GetElapsedTime(told) >= options.KillAlarmEvery)
            {
                logger.KillNeedsSecond(request.Story.Value, request.By, request.At);
                _told[request.Position] = told = clock.GetTimestamp();
            }
            var left = options.KillAlarmEvery - clock.GetElapsedTime(told);
            next = next < left ? next : left;
        }
        return next;
    }
}
