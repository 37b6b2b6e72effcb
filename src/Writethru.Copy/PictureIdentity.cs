using System.Collections.Immutable;

namespace Writethru.Copy;

/// <summary>What a picture is known again by, in whatever take and format it comes.</summary>
/// <param name="SenderId">The sender's own identity; empty when it gave none.</param>
/// <param name="Caption">The caption; empty when it has none.</param>
/// <param name="Credit">The credit; empty when it has none.</param>
/// <param name="Hrefs">Where its files lie.</param>
public sealed record PictureIdentity(string SenderId, string Caption, string Credit, ImmutableArray<string> Hrefs)
{
    /// <summary>That of a picture.</summary>
    public static PictureIdentity Of(Picture picture) => new(picture.SenderId, picture.Caption, picture.Credit,
        [.. picture.Renditions.Select(rendition => rendition.Href).Where(href => href.Length > 0).Distinct()]);

    /// <summary>
    /// Whether it is that picture: by a file of it; else by the sender's identity, where both have one; else by caption
    /// and credit.
    /// </summary>
    public bool IsOf(Picture picture) =>
        picture.Renditions.Any(rendition => Hrefs.Contains(rendition.Href))
        || (SenderId.Length > 0 && picture.SenderId.Length > 0
            ? SenderId == picture.SenderId
            : Caption.Length > 0 && Caption == picture.Caption && Credit == picture.Credit);

    /// <summary>Where a link to it may lead: its files, and what the sender calls it.</summary>
    public IEnumerable<string> Places => SenderId.Length > 0 ? Hrefs.Append(SenderId) : Hrefs;
}

/// <summary>Where a picture stands in a story.</summary>
/// <param name="Take">Number of the take.</param>
/// <param name="Picture">Number of the picture in it, from 1.</param>
public readonly record struct PicturePlace(int Take, int Picture);
