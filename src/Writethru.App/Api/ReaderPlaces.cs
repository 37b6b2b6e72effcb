namespace Writethru.App.Api;

/// <summary>How many may read at a time what keeps the server busy. Thread-safe.</summary>
sealed class ReaderPlaces(LimitOptions options)
{
    /// <summary>Streams and pages of the feed, by key or session.</summary>
    public Places Feeds { get; } = new(options.MaxReaders);

    /// <summary>Audits, by all together.</summary>
    public Places Audits { get; } = new(options.MaxAudits);
}
