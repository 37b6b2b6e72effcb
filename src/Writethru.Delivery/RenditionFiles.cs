using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Writethru.Archive;
using Writethru.Copy;
using Writethru.Formats.PictureFiles;

namespace Writethru.Delivery;

/// <summary>A file of a picture as it leaves.</summary>
/// <param name="Name">A name to save it under.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Content">The bytes.</param>
/// <param name="ETag">Strong entity tag of the bytes, with its quotes.</param>
public sealed record RenditionFile(string Name, string MediaType, ReadOnlyMemory<byte> Content, string ETag);

/// <summary>
/// The files of pictures, with what is said of the picture now written into those that can bear it. Written once a take
/// and file, and shared by all who may have it. Thread-safe.
/// </summary>
public sealed class RenditionFiles(SqliteLog log, DeliveryOptions options) : IDisposable
{
    readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = options.PictureBytes });

    /// <summary>A rendition of the picture that the gate let through; null when it has none of that name.</summary>
    /// <param name="found">What the outlet answered, a moment ago.</param>
    /// <param name="name">A name of <see cref="RenditionNames"/>.</param>
    /// <exception cref="LogDamagedException">The file is not what was kept.</exception>
    public RenditionFile? Find(PictureAnswer.Found found, string name)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (found.Picture.Find(name) is not { } rendition)
            return null;
        var key = (found.Take.Filed.Place, found.Index, rendition.Sha256);
        if (_cache.TryGetValue(key, out RenditionFile? known) && known is not null)
            return known;
        if (log.Blobs.Read(rendition.Sha256) is not { } bytes)
            throw new LogDamagedException(new Damage(0, rendition.Sha256, "bytes", "no file", rendition.Sha256));
        var content = Write(bytes, found, rendition);
        var file = new RenditionFile(NameOf(found.Picture.Id, rendition), rendition.MediaType, content,
            $"\"{Convert.ToHexStringLower(SHA256.HashData(content.Span).AsSpan(0, 12))}\"");
        _cache.Set(key, file, new MemoryCacheEntryOptions { Size = content.Length });
        return file;
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    static ReadOnlyMemory<byte> Write(byte[] bytes, PictureAnswer.Found found, Rendition rendition)
    {
        if (rendition.MediaType != "image/jpeg")
            return bytes;
        var output = new ArrayBufferWriter<byte>(bytes.Length + 8192);
        JpegMetadata.Write(bytes, ByItself(found), output,
            rendition.Name == RenditionNames.Original ? "" : rendition.Name);
        return output.WrittenMemory;
    }

    /// <summary>What is said of the picture where it stands: of one in copy its own words, not those of the copy.</summary>
    static FiledTake ByItself(PictureAnswer.Found found) => found.Take.Filed is { Take.Kind: TakeKind.Picture } own
        ? own
        : found.Take.Filed with
        {
            Story = new StoryId(found.Picture.Id),
            Take = new Take
            {
                Kind = TakeKind.Picture,
                Headline = found.Picture.Headline,
                CreditLine = found.Picture.Credit,
                Pictures = [found.Picture],
            },
        };

    static string NameOf(string picture, Rendition rendition) => $"{picture}-{rendition.Name}."
        + (rendition.MediaType == "image/jpeg"
            ? "jpg"
            : rendition.MediaType[(rendition.MediaType.IndexOf('/') + 1)..]);
}
