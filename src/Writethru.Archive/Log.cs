using Microsoft.Extensions.Logging;

namespace Writethru.Archive;

static partial class Log
{
    [LoggerMessage(1001, LogLevel.Information, "Opened the log in {Folder} at position {Head}")]
    public static partial void Opened(this ILogger logger, string folder, long head);

    [LoggerMessage(1002, LogLevel.Information, "Ran migration {Name} on the log in {Folder}")]
    public static partial void Migrated(this ILogger logger, string folder, string name);

    [LoggerMessage(1003, LogLevel.Critical,
        "Fenced the log in {Folder} after position {Head}: it accepts nothing more")]
    public static partial void Fenced(this ILogger logger, Exception cause, string folder, long head);

    [LoggerMessage(1004, LogLevel.Error, "The disk of {Folder} was full: only kills, holds and the like are taken")]
    public static partial void DiskFull(this ILogger logger, string folder);

    [LoggerMessage(1005, LogLevel.Warning, "Put off a checkpoint of the log in {Folder}: {Reason}")]
    public static partial void CheckpointPutOff(this ILogger logger, string folder, string reason);

    [LoggerMessage(1006, LogLevel.Information, "Closed the log in {Folder} at position {Head}")]
    public static partial void Closed(this ILogger logger, string folder, long head);

    [LoggerMessage(1007, LogLevel.Critical, "Gave up the reserve in {Folder} for what had to go through")]
    public static partial void ReserveSpent(this ILogger logger, string folder);

    [LoggerMessage(1008, LogLevel.Information, "The disk of {Folder} had room again, and the reserve was whole")]
    public static partial void RoomFound(this ILogger logger, string folder);
}
