using System.ComponentModel.DataAnnotations;

namespace Writethru.App.Api;

/// <summary>How much of the server its callers may take at a time.</summary>
public sealed record LimitOptions
{
    /// <summary>
    /// Most connections. Default 5,000, and no more than the system's limit of open files leaves room for. Beyond it
    /// whoever only reads is answered 503 <c>server-busy</c>.
    /// </summary>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; init; } = 5000;

    /// <summary>
    /// Most streams and pages of the feed at a time by one key, or one session of the pages; one that waits counts.
    /// Default 10; more: 429 <c>readers-too-many</c>.
    /// </summary>
    [Range(1, 100_000)]
    public int MaxReaders { get; init; } = 10;

    /// <summary>
    /// Most audits that are read at a time, by all together: each folds the log anew. Default 1; more: 429
    /// <c>audit-busy</c>.
    /// </summary>
    [Range(1, 100)]
    public int MaxAudits { get; init; } = 1;

    /// <summary>How long the head of a request may take to come. Default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan HeadTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a connection may stay idle. Default 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Slowest that the body of a request may come, in bytes a second, after 10 s of grace. Default 240. Pictures have
    /// a floor of their own.
    /// </summary>
    [Range(1, 1_000_000)]
    public int MinBodyRate { get; init; } = 240;
}
