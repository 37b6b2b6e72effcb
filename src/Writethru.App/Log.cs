namespace Writethru.App;

/// <summary>What the program logs: 4xxx.</summary>
static partial class Log
{
    [LoggerMessage(4001, LogLevel.Error, "Could not lift embargoes; trying again")]
    public static partial void EmbargoClockFailed(this ILogger logger, Exception failure);

    [LoggerMessage(4002, LogLevel.Information, "Read {Count} takes anew with reader version {Version}")]
    public static partial void TakesReread(this ILogger logger, int count, int version);

    [LoggerMessage(4003, LogLevel.Error, "The log refused a write")]
    public static partial void StoreFailed(this ILogger logger, Exception failure);
}
