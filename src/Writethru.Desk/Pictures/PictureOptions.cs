using System.ComponentModel.DataAnnotations;

namespace Writethru.Desk.Pictures;

/// <summary>How much a picture may ask for before any of it is decoded, and while it is.</summary>
/// <remarks>
/// Decoding holds at most <see cref="DecodeSlots"/> times <see cref="MaxDecodeBytes"/>, besides the files themselves.
/// </remarks>
public sealed record PictureOptions
{
    /// <summary>Most bytes of a picture file. Default 64 MiB.</summary>
    [Range(1, 1 << 30)]
    public int MaxBytes { get; init; } = 64 << 20;

    /// <summary>Most pixels of a picture, width times height. Default 100 million.</summary>
    [Range(1, 1_000_000_000)]
    public long MaxPixels { get; init; } = 100_000_000;

    /// <summary>
    /// Most bytes that one byte of the file may become. Default 100. A picture that becomes 64 MiB at most is not
    /// asked: plain graphics shrink to a thousandth and are no bombs.
    /// </summary>
    [Range(1, 100_000)]
    public int MaxRatio { get; init; } = 100;

    /// <summary>Most bytes that a decoder may have to hold at once for one picture. Default 256 MiB.</summary>
    [Range(1 << 20, 1L << 40)]
    public long MaxDecodeBytes { get; init; } = 256L << 20;

    /// <summary>Pictures that are decoded at the same time. Default 2.</summary>
    [Range(1, 64)]
    public int DecodeSlots { get; init; } = 2;

    /// <summary>How long one picture may take to decode. Default 20 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a picture waits for a slot before its sender is told to come again. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan SlotWait { get; init; } = TimeSpan.FromSeconds(30);
}
