using System.Buffers;
using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.Binding;

/// <summary>A format of this wire. What its reader collects is settled here, so that no format can forget it.</summary>
abstract class WireFormat : IWireFormat
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string MediaType { get; }

    /// <inheritdoc/>
    public abstract string Extension { get; }

    /// <inheritdoc/>
    public abstract Likelihood Recognise(ReadOnlySpan<byte> bytes);

    /// <inheritdoc/>
    public ReadResult Read(ReadOnlySpan<byte> bytes, ReadOptions options) => Settlement.Settle(Collect(bytes, options));

    /// <inheritdoc/>
    public abstract ImmutableArray<Omission> Write(
        FiledTake filed, TakeReading? reading, Channel channel, IBufferWriter<byte> output);

    /// <summary>The takes as the fields of the format say, and as the evidence beside their copy does.</summary>
    protected abstract ReadResult Collect(ReadOnlySpan<byte> bytes, ReadOptions options);
}
