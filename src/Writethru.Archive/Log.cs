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

    [LoggerMessage(1004, LogLevel.Error, "Dropped a batch of {Works} works: the disk of {Folder} was full")]
    public static partial void DiskFull(this ILogger logger, int works, string folder);

    [LoggerMessage(1005, LogLevel.Warning, "Put off a checkpoint of the log in {Folder}: {Reason}")]
    public static partial void CheckpointPutOff(this ILogger logger, string folder, string reason);

    [LoggerMessage(1006, LogLevel.Information, "Closed the log in {Folder} at position {Head}")]
    public static partial void Closed(this ILogger logger, string folder, long head);
}
