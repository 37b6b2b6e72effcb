using Microsoft.AspNetCore.Server.Kestrel.Core;
using Writethru.App.Api;
using Writethru.Archive.Disk;

namespace Writethru.App.Hosting;

/// <summary>
/// Keeps connections from taking the last descriptors: those are for the log, for blobs, and for parts of the runtime
/// that come from the disk when they are first used, without which the process would die. Thread-safe.
/// </summary>
sealed class ConnectionLimit
{
    /// <summary>Descriptors that connections leave alone.</summary>
    const int Kept = 128;

    /// <summary>Connections beyond the limit that are answered: to say so, and to take in what stops copy.</summary>
    const int Margin = 32;

    int _open;

    /// <exception cref="InvalidDataException">The system's limit of open files leaves no room.</exception>
    public ConnectionLimit(LimitOptions options, ILogger<ConnectionLimit> logger)
    {
        var room = OpenFiles.Left() - Kept - Margin;
        if (room < 1)
            throw new InvalidDataException(
                $"The limit of open files is too low by {1 - room}; raise it (ulimit -n, LimitNOFILE of systemd).");
        Most = (int)Math.Min(options.MaxConnections, room ?? long.MaxValue);
        if (Most < options.MaxConnections)
            logger.ConnectionsLimited(Most, options.MaxConnections);
    }

    /// <summary>Most connections before readers are sent away.</summary>
    public int Most { get; }

    /// <summary>Sets the server's own limits.</summary>
    public void Apply(KestrelServerOptions kestrel, LimitOptions options)
    {
        kestrel.Limits.MaxConcurrentConnections = Most + Margin;
        // Nothing here speaks another protocol after HTTP.
        kestrel.Limits.MaxConcurrentUpgradedConnections = 0;
        kestrel.Limits.RequestHeadersTimeout = options.HeadTimeout;
        kestrel.Limits.KeepAliveTimeout = options.KeepAlive;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(options.MinBodyRate, TimeSpan.FromSeconds(10));
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => async connection =>
        {
            Interlocked.Increment(ref _open);
            try
            {
                await next(connection).ConfigureAwait(false);
            }
            finally
            {
                Interlocked.Decrement(ref _open);
            }
        }));
    }

    /// <summary>
    /// Sends away whoever only reads while there are too many; what files, holds and kills goes through, and whoever
    /// asks whether the process lives is told.
    /// </summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (Volatile.Read(ref _open) <= Most || !reads || context.Request.Path == "/healthz")
            return next(context);
        context.Response.Headers.Connection = "close";
        return Problems.ServerBusy(context).ExecuteAsync(context);
    }
}
