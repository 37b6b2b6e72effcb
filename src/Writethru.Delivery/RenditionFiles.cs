using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Formats.PictureFiles;

namespace Writethru.Delivery;

/// <summary>A file of a picture as it leaves.</summary>
/// <param name="Name">A name to save it under.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Content">The bytes.</param>
/// <param name="ETag">Strong entity tag of the bytes, with its quotes.</param>
public sealed record RenditionFile(string Name, string MediaType, ReadOnlyMemory<byte> Content, string ETag)
{
    /// <summary>The bytes from their beginning, none of them copied.</summary>
    public Stream Open() => MemoryMarshal.TryGetArray(Content, out var bytes)
        ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
        : new MemoryStream(Content.ToArray(), writable: false);
}

/// <summary>
/// The files of pictures, with what is said of the picture now written into those that can bear it. Written once a take
/// and file, and shared by all who may have it; few are in hand at a time, for each takes twice its size of memory.
/// Thread-safe.
/// </summary>
public sealed class RenditionFiles(SqliteLog log, DeliveryOptions options) : IDisposable
{
    /// <summary>Files that are read and written at a time.</summary>
    const int AtATime = 2;

    readonly SemaphoreSlim _inHand = new(AtATime);
    readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = options.PictureBytes });

    /// <summary>A rendition of the picture that the gate let through; null when it has none of that name.</summary>
    /// <param name="found">What the outlet answered, a moment ago.</param>
    /// <param name="name">A name of <see cref="RenditionNames"/>.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="LogDamagedException">The file is not what was kept.</exception>
    public async Task<RenditionFile?> FindAsync(PictureAnswer.Found found, string name, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (found.Picture.Find(name) is not { } rendition)
            return null;
        if (Known(found.Take, found.Index, rendition) is { } known)
            return known;
        await _inHand.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return Load(found.Take, found.Index, rendition);
        }
        finally
        {
            _inHand.Release();
        }
    }

    /// <summary>
    /// A rendition of a picture in a take as whoever asks for it now gets it, with the size and the hash of those
    /// bytes; as it is where it is none of ours, or its file is damaged.
    /// </summary>
    /// <param name="take">The take that tells of it.</param>
    /// <param name="index">Which of its pictures, from 0.</param>
    /// <param name="rendition">The rendition.</param>
    /// <param name="cancel">Gives up waiting for others whose files are in hand.</param>
    internal Rendition Describe(Deliverable take, int index, Rendition rendition, CancellationToken cancel)
    {
        var picture = take.Filed.Take.Pictures[index];
        if (picture.Id.Length == 0 || rendition.Sha256.Length == 0)
            return rendition;
        if (take.Carried.FirstOrDefault(carried => carried.Filed.Story.Value == picture.Id) is { } own)
            (take, index, rendition) = (own, 0, own.Filed.Take.Pictures[0].Find(rendition.Name) ?? rendition);
        var key = (take.Filed.Place, index, rendition.Sha256, "described");
        if (_cache.TryGetValue(key, out Rendition? known) && known is not null)
            return known;
        _inHand.Wait(cancel);
        try
        {
            var content = Load(take, index, rendition).Content;
            known = rendition with
            {
                Bytes = content.Length,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span)),
            };
        }
        catch (LogDamagedException)
        {
            // The copy must go all the same; whoever asks for the file is told.
            return rendition;
        }
        finally
        {
            _inHand.Release();
        }
        _cache.Set(key, known, new MemoryCacheEntryOptions { Size = 256 });
        return known;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _cache.Dispose();
        _inHand.Dispose();
    }

    RenditionFile? Known(Deliverable take, int index, Rendition rendition) =>
        _cache.TryGetValue((take.Filed.Place, index, rendition.Sha256), out RenditionFile? known) ? known : null;

    /// <summary>Only for the holder of a place in hand: whoever held it before may have written the same.</summary>
    RenditionFile Load(Deliverable take, int index, Rendition rendition)
    {
        if (Known(take, index, rendition) is { } known)
            return known;
        if (log.Blobs.Read(rendition.Sha256) is not { } bytes)
            throw new LogDamagedException(new Damage(0, rendition.Sha256, "bytes", "no file", rendition.Sha256));
        var content = Write(bytes, ByItself(take.Filed, index), rendition);
        var file = new RenditionFile(NameOf(take.Filed.Take.Pictures[index].Id, rendition),
            rendition.MediaType, content,
            $"\"{Convert.ToHexStringLower(SHA256.HashData(content.Span).AsSpan(0, 12))}\"");
        _cache.Set((take.Filed.Place, index, rendition.Sha256), file,
            new MemoryCacheEntryOptions { Size = content.Length });
        return file;
    }

    static ReadOnlyMemory<byte> Write(byte[] bytes, FiledTake filed, Rendition rendition)
    {
        if (rendition.MediaType != "image/jpeg")
            return bytes;
        var output = new ArrayBufferWriter<byte>(bytes.Length + 8192);
        JpegMetadata.Write(bytes, filed, output, rendition.Name == RenditionNames.Original ? "" : rendition.Name);
        return output.WrittenMemory;
    }

    /// <summary>
    /// What is said of the picture where it stands: of one in copy its own words, not those of the copy.
    /// </summary>
    static FiledTake ByItself(FiledTake filed, int index) => filed is { Take.Kind: TakeKind.Picture }
        ? filed
        : filed with
        {
            Story = new StoryId(filed.Take.Pictures[index].Id),
            Take = new Take
            {
                Kind = TakeKind.Picture,
                Headline = filed.Take.Pictures[index].Headline,
                CreditLine = filed.Take.Pictures[index].Credit,
                Pictures = [filed.Take.Pictures[index]],
            },
        };

    static string NameOf(string picture, Rendition rendition) => $"{picture}-{rendition.Name}."
        + (rendition.MediaType == "image/jpeg"
            ? "jpg"
            : rendition.MediaType[(rendition.MediaType.IndexOf('/') + 1)..]);
}
