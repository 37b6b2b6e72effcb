using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NetVips;
using Writethru.Copy;
using Writethru.Formats.PictureFiles;

namespace Writethru.Desk.Pictures;

/// <summary>Makes the small pictures of a picture, and is the one place where a picture is decoded.</summary>
/// <remarks>
/// A picture is refused by its header, before it waits for a slot; what is decoded is bounded in memory and in time.
/// Safe for use by many at once.
/// </remarks>
public sealed class RenditionMaker : IDisposable
{
    readonly PictureOptions _options;
    readonly TimeProvider _clock;
    readonly Func<byte[], CancellationToken, ImmutableArray<MadeRendition>> _decode;
    readonly SemaphoreSlim _slots;

    /// <summary>A maker with its own slots; a process needs one.</summary>
    public RenditionMaker(PictureOptions options, TimeProvider clock) : this(options, clock, Libvips.Make) { }

    internal RenditionMaker(PictureOptions options, TimeProvider clock,
        Func<byte[], CancellationToken, ImmutableArray<MadeRendition>> decode)
    {
        (_options, _clock, _decode) = (options, clock, decode);
        _slots = new(options.DecodeSlots);
    }

    /// <summary>How many more pictures could be decoded now.</summary>
    internal int FreeSlots => _slots.CurrentCount;

    /// <summary>Thumbnail and preview of a picture file.</summary>
    /// <param name="original">
    /// The file. It must not change, also after an answer that the deadline was missed: the decoder may still read it.
    /// </param>
    /// <param name="cancel">Ends the waiting and the decoding.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<RenditionOutcome> MakeAsync(ReadOnlyMemory<byte> original, CancellationToken cancel)
    {
        var (header, refusal) = PictureLimits.Check(original.Span, _options);
        if (refusal is not null || header is null)
            return new RenditionOutcome.Refused(refusal ?? PictureRemarks.NoPicture(original.Span));
        if (header.Kind == PictureKind.Heic)
            return new RenditionOutcome.Made(header, [], [PictureRemarks.OriginalOnly(header)]);
        using var wait = new CancellationTokenSource(_options.SlotWait, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(wait.Token, cancel);
        try
        {
            await _slots.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new RenditionOutcome.Refused(PictureRemarks.Busy(_options.SlotWait));
        }
        return await DecodeAsync(header, original, cancel).ConfigureAwait(false);
    }

    /// <summary>Decodes in a slot that is held already, and given back when the decoder has really ended.</summary>
    async Task<RenditionOutcome> DecodeAsync(
        PictureHeader header, ReadOnlyMemory<byte> original, CancellationToken cancel)
    {
        using var deadline = new CancellationTokenSource(_options.Deadline, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        var token = either.Token;
        // On a thread of its own: some decoders look at no cancellation before they have decoded the whole, and neither
        // the sender nor the pool's threads may wait for them.
        var decoding = Task.Factory.StartNew(() => DecodeInSlot(original, token),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            return new RenditionOutcome.Made(
                header, await decoding.WaitAsync(token).ConfigureAwait(false), Remarks(header, original.Length));
        }
        catch (Exception failure) when (failure is VipsException or OperationCanceledException)
        {
            cancel.ThrowIfCancellationRequested();
            return new RenditionOutcome.Refused(deadline.IsCancellationRequested
                ? PictureRemarks.Late(header, _options.Deadline)
                : PictureRemarks.Undecodable(header, FirstLine(failure.Message)));
        }
    }

    ImmutableArray<MadeRendition> DecodeInSlot(ReadOnlyMemory<byte> original, CancellationToken cancel)
    {
        try
        {
            cancel.ThrowIfCancellationRequested();
            return _decode(
                MemoryMarshal.TryGetArray(original, out var whole) && whole.Array!.Length == original.Length
                    ? whole.Array
                    : original.ToArray(),
                cancel);
        }
        finally
        {
            _slots.Release();
        }
    }

    static ImmutableArray<Remark> Remarks(PictureHeader header, int length) =>
    [
        .. header.TrailingBytes > 0 ? [PictureRemarks.Trailing(header, length - header.TrailingBytes)] : (Remark[])[],
        .. header.Pages > 1 ? [PictureRemarks.FirstPage(header)] : (Remark[])[],
    ];

    /// <summary>libvips says in several lines what it was asked for and, line by line, what came of it.</summary>
    static string FirstLine(string message) =>
        message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [_, .., var last]
            ? last
            : message.Trim();

    /// <inheritdoc/>
    public void Dispose() => _slots.Dispose();
}
