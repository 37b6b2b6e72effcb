using System.Collections.Immutable;
using System.Security.Cryptography;
using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Copy;

namespace Writethru.Desk.Pictures;

/// <summary>
/// Keeps the file of a picture and the renditions that are made of it, each as a blob. Thread-safe; bounded in memory
/// by the slots of <see cref="RenditionMaker"/>.
/// </summary>
public sealed class KeepFile(SqliteLog log, RenditionMaker maker, PictureLooks looks)
{
    /// <summary>Looks at the file, makes its renditions, and keeps them all, durably.</summary>
    /// <param name="original">The file, verbatim.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="ArchiveFullException">The disk is full.</exception>
    /// <exception cref="LogFailedException">The disk failed.</exception>
    /// <exception cref="PicturesBusyException">Nothing is wrong with it, but others are being decoded.</exception>
    public Task<KeptFile> RunAsync(ReadOnlyMemory<byte> original, CancellationToken cancel) =>
        MakeAsync(original, bytes => log.StoreBlobAsync(bytes, cancel), cancel);

    /// <summary>What <see cref="RunAsync"/> would make of the file; nothing is kept.</summary>
    /// <exception cref="PicturesBusyException">Nothing is wrong with it, but others are being decoded.</exception>
    public Task<KeptFile> TryAsync(ReadOnlyMemory<byte> original, CancellationToken cancel) =>
        MakeAsync(original, bytes => Task.FromResult(Convert.ToHexStringLower(SHA256.HashData(bytes.Span))), cancel);

    async Task<KeptFile> MakeAsync(ReadOnlyMemory<byte> original, Func<ReadOnlyMemory<byte>, Task<string>> store,
        CancellationToken cancel)
    {
        var outcome = await maker.MakeAsync(original, cancel).ConfigureAwait(false);
        if (outcome is RenditionOutcome.Refused { IsBusy: true })
            throw new PicturesBusyException();
        if (outcome is not RenditionOutcome.Made made)
            return new KeptFile([], [((RenditionOutcome.Refused)outcome).Remark]) { IsRefused = true };
        var header = made.Header;
        var files = ImmutableArray.CreateBuilder<Rendition>();
        files.Add(await KeepAsync(
            RenditionNames.Original, header.MediaType, header.Width, header.Height, original, store)
            .ConfigureAwait(false));
        foreach (var each in made.Renditions.OrderByDescending(rendition => rendition.Width))
        {
            files.Add(await KeepAsync(each.Name, each.MediaType, each.Width, each.Height, each.Bytes, store)
                .ConfigureAwait(false));
            if (each.Name == RenditionNames.Thumbnail)
                looks.Add(files[^1].Sha256, each.Bytes.ToArray());
        }
        return new KeptFile(files.ToImmutable(), made.Remarks);
    }

    static async Task<Rendition> KeepAsync(string name, string mediaType, int width, int height,
        ReadOnlyMemory<byte> bytes, Func<ReadOnlyMemory<byte>, Task<string>> store) => new(name, "")
        {
            MediaType = mediaType,
            Width = width,
            Height = height,
            Bytes = bytes.Length,
            Sha256 = await store(bytes).ConfigureAwait(false),
        };
}

/// <summary>What is kept of a picture's file.</summary>
/// <param name="Files">The original first, then the renditions, without addresses; empty when it was refused.</param>
/// <param name="Remarks">What was noticed; the last says why it was refused, when it was.</param>
public sealed record KeptFile(ImmutableArray<Rendition> Files, ImmutableArray<Remark> Remarks)
{
    /// <summary>Whether it is no picture that may be shown: too large, broken, or none at all.</summary>
    public bool IsRefused { get; init; }
}

/// <summary>Every place in which a picture is decoded was taken for too long. Nothing was filed or refused.</summary>
public sealed class PicturesBusyException() : Exception("Every place in which a picture is decoded is taken.");
