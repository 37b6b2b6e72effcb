using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Writethru.Copy;

namespace Writethru.Formats;

/// <summary>What a reader understood, and everything that it noticed.</summary>
public sealed record ReadResult
{
    /// <summary>Name of the format that read the bytes; empty when none recognised them.</summary>
    public string Format { get; init; } = "";

    /// <summary>
    /// The charset in which the bytes were read, by its IANA name; empty when they could not be decoded.
    /// </summary>
    public string Encoding { get; init; } = "";

    /// <summary>How sure the charset is, 0 to 1: less than 1 where it was judged by the bytes alone.</summary>
    public double CharsetCertainty { get; init; } = 1;

    /// <summary>The takes, in the order of the bytes. Empty: unreadable, and the remarks say why.</summary>
    public ImmutableArray<Take> Takes { get; init; } = [];

    /// <summary>
    /// What the bytes hold beside takes: items without copy, such as concepts and planning. Recognised, their metadata
    /// read, the bytes kept.
    /// </summary>
    public ImmutableArray<ItemWithoutCopy> WithoutCopy { get; init; } = [];

    /// <summary>What was noticed, in the order of the bytes.</summary>
    public ImmutableArray<Remark> Remarks { get; init; } = [];

    /// <summary>The take of an item that holds one; false when it holds none.</summary>
    public bool TryGetTake([NotNullWhen(true)] out Take? take)
    {
        take = Takes.IsEmpty ? null : Takes[0];
        return take is not null;
    }

    /// <summary>The take, for tools and tests.</summary>
    /// <exception cref="WireFormatException">There is none.</exception>
    public Take TakeOrThrow() => TryGetTake(out var take) ? take : throw new WireFormatException(this);
}

/// <summary>An item that is news to a machine and no copy: a concept, a package, a plan of coverage.</summary>
/// <param name="Kind">The format's own word: <c>conceptItem</c>, <c>planningItem</c>, <c>video</c>.</param>
/// <param name="SenderId">The sender's identity of it, verbatim; empty when none.</param>
/// <param name="Title">Its name or headline; empty when none.</param>
public sealed record ItemWithoutCopy(string Kind, string SenderId, string Title);

/// <summary>Bytes that could not be read, for those who asked for an exception.</summary>
public sealed class WireFormatException(ReadResult result) : Exception(
    result.Remarks.IsEmpty
        ? "No take in these bytes."
        : string.Join("; ", result.Remarks.Select(r => $"{r.Code} at line {r.Line}, column {r.Column}: {r.Message}")))
{
    /// <summary>What the reader said.</summary>
    public ReadResult Result { get; } = result;
}
