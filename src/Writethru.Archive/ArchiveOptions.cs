using System.ComponentModel.DataAnnotations;

namespace Writethru.Archive;

/// <summary>Where the log lies, and how much it takes at once.</summary>
public sealed record ArchiveOptions
{
    /// <summary>The data folder; made when it is not there. Default <c>data</c> in the working directory.</summary>
    [Required]
    public string Folder { get; init; } = "data";

    /// <summary>
    /// Received bytes longer than this lie as a blob beside the database, in bytes. Default 256 KiB, 0 to 16 MiB. May
    /// be changed at any time: bytes already kept stay where they are.
    /// </summary>
    [Range(0, 16 * 1024 * 1024)]
    public int BlobThreshold { get; init; } = 256 * 1024;

    /// <summary>Most works in one commit. Default 1,024, 1 to 65,536.</summary>
    [Range(1, 65_536)]
    public int MaxBatch { get; init; } = 1024;

    /// <summary>
    /// Most works that wait for the writer; more make their callers wait. Default 4,096, 1 to 65,536.
    /// </summary>
    [Range(1, 65_536)]
    public int MaxQueued { get; init; } = 4096;

    /// <summary>
    /// Room that is kept for kills, holds and the like when the disk is full, in bytes; at most a quarter of what is
    /// free is taken. Default 64 MiB, 1 MiB to 16 GiB.
    /// </summary>
    [Range(1024 * 1024, 16L * 1024 * 1024 * 1024)]
    public long Reserve { get; init; } = 64 * 1024 * 1024;
}
