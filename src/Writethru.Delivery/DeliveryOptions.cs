using System.ComponentModel.DataAnnotations;

namespace Writethru.Delivery;

/// <summary>How copy leaves.</summary>
public sealed record DeliveryOptions
{
    /// <summary>Items of a page of the feed when the caller names no limit. Default 100.</summary>
    [Range(1, 1000)]
    public int PageSize { get; init; } = 100;

    /// <summary>Most items of a page of the feed. Default 1,000.</summary>
    [Range(1, 10_000)]
    public int MaxPageSize { get; init; } = 1000;

    /// <summary>
    /// Most entries of the log that one page looks at. A page that finds nothing in so many ends empty with a cursor
    /// behind them. Of what is not the reader's own nothing is read but its place. Default 10,000.
    /// </summary>
    [Range(100, 1_000_000)]
    public int MaxScan { get; init; } = 10_000;

    /// <summary>
    /// Longest long poll. Default 30 s, and never less: programs ask for as much without asking first.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:30", "00:05:00")]
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a live stream stays silent before it sends a heartbeat. Default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long a reader may take to accept what was written to it. A slower one is disconnected; its last cursor is
    /// where it goes on. Default 20 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Memory for renderings that are shared by their readers, in bytes. Default 64 MiB.</summary>
    [Range(0, long.MaxValue)]
    public long RenderingBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// How subscribers reach this server, as <c>https://wire.agency.example</c>. Default empty: where it listens.
    /// </summary>
    [RegularExpression(@"(https?://[^\s/?#]+/?)?")]
    public string PublicUrl { get; init; } = "";

    /// <summary>Memory for files of pictures that are shared by their readers, in bytes. Default 128 MiB.</summary>
    [Range(0, long.MaxValue)]
    public long PictureBytes { get; init; } = 128 * 1024 * 1024;
}
