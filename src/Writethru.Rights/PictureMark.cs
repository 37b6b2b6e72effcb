using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>
/// What a picture is known again by, as <see cref="PictureIdentity"/> says it, in hashes: the gate keeps one for each
/// picture that ever moved. 0: not said.
/// </summary>
/// <param name="Files">Our identity of it, the hash of its original, and addresses that lead to one place wherever they
/// stand.</param>
/// <param name="Names">Names of files beside the item, which say something within one story alone.</param>
/// <param name="Sender">The sender's identity of it.</param>
/// <param name="Words">Its caption and credit.</param>
sealed record PictureMark(ImmutableArray<long> Files, ImmutableArray<long> Names, long Sender, long Words)
{
    /// <summary>Everything that a picture which is the same may share.</summary>
    public IEnumerable<long> Keys => Files.Concat(Names).Append(Sender).Append(Words).Where(key => key != 0);

    /// <summary>Whether it is that picture.</summary>
    /// <param name="other">The other one.</param>
    /// <param name="isOneStory">Whether both stand in one story.</param>
    public bool IsOf(PictureMark other, bool isOneStory) =>
        Files.Any(other.Files.Contains)
        || (isOneStory && Names.Any(other.Names.Contains))
        || (Sender != 0 && other.Sender != 0 ? Sender == other.Sender : Words != 0 && Words == other.Words);

    public static PictureMark Of(Picture picture)
    {
        List<long> files = [], names = [];
        if (picture.Id.Length > 0)
            files.Add(Hash("id", picture.Id));
        if (picture.Find(RenditionNames.Original) is { } original)
            files.Add(Hash("file", original.Sha256));
        foreach (var href in picture.Renditions.Select(rendition => rendition.Href)
            .Where(href => href.Length > 0).Distinct())
            (href.Contains("://", StringComparison.Ordinal) || href.StartsWith('/') ? files : names)
                .Add(Hash("href", href));
        return new PictureMark([.. files], [.. names],
            picture.SenderId.Length > 0 ? Hash("sender", picture.SenderId) : 0,
            picture.Caption.Length > 0 ? Hash("words", $"{picture.Caption}\n{picture.Credit}") : 0);
    }

    static long Hash(string kind, string text) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{text}")));
}
