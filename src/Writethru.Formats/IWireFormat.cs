using System.Buffers;
using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats;

/// <summary>One wire format: bytes to takes, a take to bytes. Stateless and safe to use from many threads.</summary>
public interface IWireFormat
{
    /// <summary>
    /// The name that <c>--format</c>, <c>?format=</c> and channels use: <c>plainwire</c>, <c>ninjs</c>.
    /// </summary>
    string Name { get; }

    /// <summary>Media type of what <see cref="Write"/> writes, with its charset where it has one.</summary>
    string MediaType { get; }

    /// <summary>File name extension of what <see cref="Write"/> writes, without the dot.</summary>
    string Extension { get; }

    /// <summary>How likely the bytes are in this format. Looks at the first few KiB at most; never throws.</summary>
    Likelihood Recognise(ReadOnlySpan<byte> bytes);

    /// <summary>
    /// Reads the bytes. Never throws for bad bytes: what cannot be read is said in the remarks, and no text is dropped
    /// without one (law 8).
    /// </summary>
    ReadResult Read(ReadOnlySpan<byte> bytes, ReadOptions options);

    /// <summary>Writes a take as valid output of this format, and says what the format could not carry.</summary>
    /// <param name="filed">The take, redacted for whoever gets it.</param>
    /// <param name="reading">
    /// What was read from the take beside it, redacted like it; null when nothing was. Only what the take itself says
    /// may be taken from it, never the check against another take.
    /// </param>
    /// <param name="channel">What the receiver needs otherwise than usual.</param>
    /// <param name="output">Where the bytes go.</param>
    ImmutableArray<Omission> Write(
        FiledTake filed, TakeReading? reading, Channel channel, IBufferWriter<byte> output);
}

/// <summary>How likely bytes are in a format.</summary>
public enum Likelihood
{
    /// <summary>They cannot be.</summary>
    No,

    /// <summary>Nothing speaks against it.</summary>
    Possible,

    /// <summary>They bear a mark of it.</summary>
    Likely,

    /// <summary>They can hardly be anything else.</summary>
    Certain,
}

/// <summary>Limits and defaults of a reader.</summary>
public sealed record ReadOptions
{
    /// <summary>The defaults.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>Most bytes of one item. Default 10 MiB; more is refused with a remark.</summary>
    public int MaxBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>
    /// Most paragraphs and pictures of one item, each. Default 20,000; more is refused with a remark.
    /// </summary>
    public int MaxParagraphs { get; init; } = 20_000;

    /// <summary>Deepest nesting of a structured format. Default 64.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>Most attributes of one element. Default 256; more is refused with a remark.</summary>
    public int MaxAttributes { get; init; } = 256;

    /// <summary>
    /// Most elements, pieces of text and cells of one document. Default 500,000; more is refused with a remark.
    /// </summary>
    public int MaxNodes { get; init; } = 500_000;

    /// <summary>Most items of one message or feed. Default 1,000; more is refused with a remark.</summary>
    public int MaxItems { get; init; } = 1_000;

    /// <summary>
    /// Whether what the format's standard forbids is an error even where it could be read: such remarks have the
    /// severity Error, and the takes are there all the same. Default false.
    /// </summary>
    public bool IsStrict { get; init; }

    /// <summary>The provider's profile that a feed chose; null: recognised from the item where it can be.</summary>
    public ProviderProfile? Profile { get; init; }
}
