namespace Writethru.App;

/// <summary>What the program logs: 4xxx.</summary>
static partial class Log
{
    [LoggerMessage(4001, LogLevel.Error, "Could not write what fell due (embargoes, windows, contracts); trying again")]
    public static partial void DueClockFailed(this ILogger logger, Exception failure);

    [LoggerMessage(4002, LogLevel.Information, "Read {Count} takes anew with reader version {Version}")]
    public static partial void TakesReread(this ILogger logger, int count, int version);

    [LoggerMessage(4015, LogLevel.Warning, "Made {Count} damaged readings anew, from position {First} on. The takes "
        + "are sound; the disk may not be: writethru verify names what is damaged")]
    public static partial void DamagedReadingsMended(this ILogger logger, int count, long first);

    [LoggerMessage(4014, LogLevel.Warning, "The log's last entry lies {Ahead:0.0} s ahead of the clock, written by a "
        + "clock that was ahead, or this one is behind. Nothing opens by it. It is {Now:O}")]
    public static partial void LogAhead(this ILogger logger, double ahead, DateTimeOffset now);

    [LoggerMessage(4016, LogLevel.Warning, "The limit of open files leaves room for {Most} connections, not {Wanted}: "
        + "raise it (ulimit -n, LimitNOFILE of systemd)")]
    public static partial void ConnectionsLimited(this ILogger logger, int most, int wanted);

    [LoggerMessage(4017, LogLevel.Warning, "Answered busy: {Reason}")]
    public static partial void OutOfFiles(this ILogger logger, string reason);

    [LoggerMessage(4003, LogLevel.Error, "The log refused a write")]
    public static partial void StoreFailed(this ILogger logger, Exception failure);

    [LoggerMessage(4010, LogLevel.Warning, "The wall clock is {Difference:0.0} s from the time reckoned since it "
        + "was trusted; embargoes open when both have reached them. It is {Now:O}. If the wall clock is right: "
        + "writethru admin clock trust")]
    public static partial void ClocksApart(this ILogger logger, double difference, DateTimeOffset now);

    [LoggerMessage(4011, LogLevel.Information,
        "The wall clock and the time reckoned are together again. It is {Now:O}")]
    public static partial void ClocksTogether(this ILogger logger, DateTimeOffset now);

    [LoggerMessage(4012, LogLevel.Warning, "{By} trusted the wall clock, {Difference:0.0} s from the time reckoned")]
    public static partial void ClockTrusted(this ILogger logger, string by, double difference);

    [LoggerMessage(4013, LogLevel.Error, "Pictures could not be fetched now; tried again in a minute")]
    public static partial void FetchFailed(this ILogger logger, Exception failure);
}
