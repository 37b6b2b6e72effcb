using System.ComponentModel.DataAnnotations;

namespace Writethru.App.Api;

/// <summary>What the server takes in.</summary>
public sealed record IntakeOptions
{
    /// <summary>Most bytes of one item. Default 10 MiB; more is answered 413 before it is buffered.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxItemBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Most bytes of the file of a picture. Default 64 MiB.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxPictureBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Most bytes of an item together with the files of its pictures. Default 256 MiB.</summary>
    [Range(1024, long.MaxValue)]
    public long MaxUploadBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>
    /// Most pictures, and items with pictures, that one publisher sends at a time. Default 4; more: 429.
    /// </summary>
    [Range(1, 100)]
    public int MaxUploads { get; init; } = 4;
}
