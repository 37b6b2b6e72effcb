using Microsoft.Extensions.Logging;

namespace Writethru.Delivery;

/// <summary>What delivery logs: 3xxx.</summary>
static partial class Log
{
    [LoggerMessage(3001, LogLevel.Warning, "Disconnected {Principal}: it did not take its bytes in {Seconds} s")]
    public static partial void SlowReaderDisconnected(this ILogger logger, string principal, double seconds);
}
