using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Desk.Pictures;

/// <summary>The files of pictures that this wire keeps, from take to take.</summary>
static class HeldFiles
{
    /// <summary>A picture with files of ours, under an identity.</summary>
    /// <param name="picture">The picture as its sender tells it.</param>
    /// <param name="id">The identity.</param>
    /// <param name="files">What is kept, without addresses.</param>
    public static Picture Hold(Picture picture, string id, ImmutableArray<Rendition> files) => picture with
    {
        Id = id,
        Renditions =
        [
            .. files.Select(file => file with { Href = RenditionNames.HrefOf(id, file.Name) }),
            .. picture.Renditions.Where(rendition => rendition.Sha256.Length == 0),
        ],
    };

    /// <summary>
    /// The take with the identities that its pictures have in the take before. Where no file came along for a picture
    /// that is the same as one there, it goes on with the files of that one; where one did, a picture by itself keeps
    /// its identity whatever its pixels are, and one in copy keeps it when they are the same.
    /// </summary>
    /// <param name="take">The take that is to be filed.</param>
    /// <param name="before">The newest copy of its story.</param>
    public static Take CarryOn(Take take, Take before)
    {
        if (take.Pictures.IsEmpty || !before.Pictures.Any(picture => picture.Id.Length > 0))
            return take;
        return take with { Pictures = [.. take.Pictures.Select(picture => CarryOn(picture, take.Kind, before))] };
    }

    static Picture CarryOn(Picture picture, TakeKind kind, Take before)
    {
        var held = before.Pictures.Where(known => known.Id.Length > 0);
        var known = (picture.Id.Length > 0, kind) switch
        {
            (true, TakeKind.Picture) => before.Kind == TakeKind.Picture ? held.FirstOrDefault() : null,
            (true, _) => held.FirstOrDefault(other => OriginalOf(other) == OriginalOf(picture)),
            _ => held.FirstOrDefault(other => PictureIdentity.Of(other).IsOf(picture)),
        };
        if (known is null)
            return picture;
        var files = picture.Id.Length > 0 ? picture : known;
        return Hold(picture, known.Id, [.. files.Renditions.Where(rendition => rendition.Sha256.Length > 0)]);
    }

    /// <summary>The hash of a picture's file as it came; empty when there is none.</summary>
    public static string OriginalOf(Picture picture) => picture.Find(RenditionNames.Original)?.Sha256 ?? "";
}
