using Writethru.Archive;

namespace Writethru.App.Hosting;

/// <summary>
/// Says when the wall clock is not believed, by how much, and when it is again; and at the start, when the log lies
/// ahead of it. One caller at a time.
/// </summary>
sealed class ClockWatch(Func<ClockReading> read, ILogger logger)
{
    ClockReading _told;
    bool _hasLooked;

    /// <summary>Whether the wall clock is not believed; logged when that begins, changes and ends.</summary>
    public bool IsApart()
    {
        var reading = read();
        if (!_hasLooked && reading.LogAhead > TrustedClock.MostAhead)
            logger.LogAhead(reading.LogAhead.TotalSeconds, reading.Now);
        _hasLooked = true;
        var hasMoved = (reading.Difference - _told.Difference).Duration() > TrustedClock.MostAhead;
        if (reading.IsApart && (hasMoved || !_told.IsApart))
            logger.ClocksApart(reading.Difference.TotalSeconds, reading.Now);
        else if (_told.IsApart && !reading.IsApart)
            logger.ClocksTogether(reading.Now);
        else
            return reading.IsApart;
        _told = reading;
        return reading.IsApart;
    }
}
