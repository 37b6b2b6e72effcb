using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Desk.Pictures;

/// <summary>
/// Gives the pictures of an item the files that came along with it: by the name that a rendition has, by the sender's
/// identity of the picture, else in order where as many files as pictures are left. Thread-safe.
/// </summary>
public sealed class BringAlong(KeepFile keep)
{
    /// <summary>Keeps the files and says so in the takes.</summary>
    /// <param name="takes">The takes of one item.</param>
    /// <param name="files">What came along.</param>
    /// <param name="cancel">Gives up.</param>
    internal Task<BroughtAlong> RunAsync(ImmutableArray<Take> takes, ImmutableArray<IncomingFile> files,
        CancellationToken cancel) => GiveAsync(takes, files, keep.RunAsync, cancel);

    /// <summary>What <see cref="RunAsync"/> would say; nothing is kept.</summary>
    internal Task<BroughtAlong> TryAsync(ImmutableArray<Take> takes, ImmutableArray<IncomingFile> files,
        CancellationToken cancel) => GiveAsync(takes, files, keep.TryAsync, cancel);

    static async Task<BroughtAlong> GiveAsync(ImmutableArray<Take> takes, ImmutableArray<IncomingFile> files,
        Func<ReadOnlyMemory<byte>, CancellationToken, Task<KeptFile>> keepFile, CancellationToken cancel)
    {
        if (files.IsEmpty)
            return new BroughtAlong(takes, [], null);
        if (Match([.. takes.SelectMany(take => take.Pictures)], files, out var stray) is not { } matches)
            return new BroughtAlong(takes, [stray!], Refusal.StrayFile);
        var remarks = ImmutableArray.CreateBuilder<Remark>();
        var held = ImmutableArray.CreateBuilder<Picture>();
        foreach (var (picture, file) in matches)
        {
            if (file is null)
            {
                held.Add(picture);
                continue;
            }
            var kept = await keepFile(file.Bytes, cancel).ConfigureAwait(false);
            remarks.AddRange(kept.Remarks.Select(remark => remark with { Message = $"{file.Name}: {remark.Message}" }));
            if (kept.IsRefused)
                return new BroughtAlong(takes, remarks.ToImmutable(), Refusal.Picture);
            held.Add(HeldFiles.Hold(Without(picture, file.Name), StoryIds.Mint().Value, kept.Files));
        }
        var next = 0;
        return new BroughtAlong(
            [
                .. takes.Select(take => take with { Pictures = [.. take.Pictures.Select(_ => held[next++])] }),
            ],
            remarks.ToImmutable(), null);
    }

    /// <summary>What the file was called here leads nowhere any more.</summary>
    static Picture Without(Picture picture, string file) =>
        picture with { Renditions = picture.Renditions.RemoveAll(rendition => NameIn(rendition.Href) == file) };

    static List<(Picture Picture, IncomingFile? File)>? Match(ImmutableArray<Picture> pictures,
        ImmutableArray<IncomingFile> files, out Remark? stray)
    {
        stray = null;
        var matches = pictures.Select(picture => (Picture: picture, File: FileOf(picture, files))).ToList();
        var left = files.Where(file => !matches.Any(match => Names(match.Picture).Contains(file.Name))).ToList();
        var open = matches.Index().Where(match => match.Item.File is null).Select(match => match.Index).ToList();
        if (left.Count > 0 && left.Count != open.Count)
        {
            stray = DeskRemarks.StrayFile(left[0].Name, pictures.SelectMany(Names));
            return null;
        }
        foreach (var (index, file) in open.Zip(left))
            matches[index] = (matches[index].Picture, file);
        return matches;
    }

    /// <summary>
    /// Of several files of one picture the one with the most bytes: the others are made anew from it.
    /// </summary>
    static IncomingFile? FileOf(Picture picture, ImmutableArray<IncomingFile> files)
    {
        var names = Names(picture).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return files.Where(file => names.Contains(file.Name)).MaxBy(file => file.Bytes.Length);
    }

    /// <summary>The names of files that a picture may have brought along.</summary>
    public static IEnumerable<string> Names(Picture picture) => picture.Renditions
        .Select(rendition => NameIn(rendition.Href)).Append(NameIn(picture.SenderId)).Where(name => name.Length > 0);

    static string NameIn(string href) => href[(href.LastIndexOfAny(['/', '\\']) + 1)..];
}

/// <summary>What the files that came along made of an item.</summary>
/// <param name="Takes">The takes, with what is kept of their pictures.</param>
/// <param name="Remarks">What was noticed; the last says why it was refused, when it was.</param>
/// <param name="Refused">Why the item makes no take; null when it may.</param>
sealed record BroughtAlong(ImmutableArray<Take> Takes, ImmutableArray<Remark> Remarks, Refusal? Refused);
