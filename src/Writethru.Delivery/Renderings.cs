using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Writethru.Copy;
using Writethru.Formats;

namespace Writethru.Delivery;

/// <summary>A take written in one format for one answer of the gate.</summary>
/// <param name="Format">Name of the format.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Content">The bytes; shared by everybody who gets the same.</param>
/// <param name="ETag">Strong entity tag of the bytes, with its quotes.</param>
/// <param name="Omissions">What the format could not carry.</param>
public sealed record OutgoingItem(
    string Format, string MediaType, ReadOnlyMemory<byte> Content, string ETag, ImmutableArray<Omission> Omissions)
{
    /// <summary>Whether the bytes are one JSON value.</summary>
    public bool IsJson => MediaType.Contains("json", StringComparison.OrdinalIgnoreCase);
}

/// <summary>
/// Writes each take once a format, channel and answer of the gate, and shares the bytes. The key names everything that
/// the bytes depend on, so no subscriber can get what was written for another right. Thread-safe.
/// </summary>
public sealed class Renderings(DeliveryOptions options, WireAddress address, RenditionFiles files) : IDisposable
{
    readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = options.RenderingBytes });

    /// <summary>The take in that format, as the channel wants it.</summary>
    /// <param name="deliverable">What the gate lets through.</param>
    /// <param name="format">The format.</param>
    /// <param name="channel">How its reader wants it.</param>
    /// <param name="cancel">Gives up waiting for the files of its pictures.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing is kept.</exception>
    public OutgoingItem Of(Deliverable deliverable, IWireFormat format, Channel channel, CancellationToken cancel)
    {
        var filed = channel.AdvisoryCheck ? deliverable.WithCheck() : deliverable.Filed;
        var isChecked = channel.AdvisoryCheck && deliverable.Reading?.Check is not null;
        // What is said of the files is that of the carried picture's newest take, which is not the same for all.
        var carried = string.Join(',', deliverable.Carried.Select(picture => picture.Filed.Number));
        var key = (filed.Story, filed.Number, format.Name, channel, deliverable.Grant,
            deliverable.Pending, isChecked, carried);
        if (_cache.TryGetValue(key, out OutgoingItem? known) && known is not null)
            return known;
        var item = Write(WithFiles(filed, deliverable, cancel), ReadingOf(deliverable), format, channel);
        _cache.Set(key, item, new MemoryCacheEntryOptions { Size = item.Content.Length });
        return item;
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    /// <summary>
    /// Without the check: it depends on who may have the take before, and the key does not name that. Where the channel
    /// wants it, it is a note of the take.
    /// </summary>
    static TakeReading? ReadingOf(Deliverable deliverable) =>
        deliverable.Reading is { } reading ? reading with { Check = null } : null;

    /// <summary>The take with whole addresses, sizes and hashes of the files that are had from here.</summary>
    FiledTake WithFiles(FiledTake filed, Deliverable deliverable, CancellationToken cancel) =>
        filed.Take.Pictures.All(picture => picture.Id.Length == 0) ? filed : filed with
        {
            Take = filed.Take with
            {
                Pictures =
                [
                    .. filed.Take.Pictures.Select((picture, index) => picture with
                    {
                        Renditions =
                        [
                            .. picture.Renditions.Select(
                                rendition => picture.Id.Length > 0 && rendition.Sha256.Length > 0
                                ? files.Describe(deliverable, index, rendition,
                                    cancel) with { Href = address.Url + rendition.Href }
                                : rendition),
                        ],
                    }),
                ],
            },
        };

    static OutgoingItem Write(FiledTake filed, TakeReading? reading, IWireFormat format, Channel channel)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        var omissions = format.Write(filed, reading, channel, output);
        var tag = Convert.ToHexStringLower(SHA256.HashData(output.WrittenSpan).AsSpan(0, 12));
        return new OutgoingItem(format.Name, format.MediaType, output.WrittenMemory, $"\"{tag}\"", omissions);
    }
}
