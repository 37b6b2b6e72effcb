using Microsoft.Extensions.Logging;

namespace Writethru.Delivery;

/// <summary>What delivery logs: 3xxx.</summary>
static partial class Log
{
    [LoggerMessage(3001, LogLevel.Warning, "Disconnected {Principal}: it did not take its bytes in {Seconds} s")]
    public static partial void SlowReaderDisconnected(this ILogger logger, string principal, double seconds);

    [LoggerMessage(3002, LogLevel.Warning, "The ledger took no line for {Principal}")]
    public static partial void LedgerClosed(this ILogger logger, string principal, Exception failure);

    [LoggerMessage(3003, LogLevel.Warning, "Ended the stream of {Principal}: the ledger takes no lines")]
    public static partial void StreamEndedByStore(this ILogger logger, string principal, Exception failure);
}
