using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Feeds;

/// <summary>Makes one picture of what a feed says of the same file in several places.</summary>
static class FeedPictures
{
    static readonly string[] _extensions = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"];

    /// <summary>Whether a file is a picture, by its medium, its media type, or the end of its name.</summary>
    public static bool IsPicture(string medium, string mediaType, string href) =>
        medium.Length > 0 ? medium == "image"
        : mediaType.Length > 0 ? mediaType.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
        : _extensions.Any(end => href.Split('?', '#')[0].EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Pictures beside the copy and in it. The same file, in whatever width, is one picture: its words stand beside the
    /// copy, its place is in the copy. A restriction of either is kept.
    /// </summary>
    /// <param name="beside">Pictures that elements of the item name.</param>
    /// <param name="inline">Pictures that stand in its text.</param>
    public static ImmutableArray<Picture> Merge(List<Picture> beside, List<Picture> inline)
    {
        List<Picture> all = [];
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var picture in beside.Concat(inline))
        {
            var twin = picture.Renditions.Select(file => places.GetValueOrDefault(SameFile.KeyOf(file.Href), -1))
                .FirstOrDefault(at => at >= 0, -1);
            if (twin < 0)
                all.Add(picture);
            else
                all[twin] = Join(all[twin], picture);
            foreach (var file in picture.Renditions)
                places.TryAdd(SameFile.KeyOf(file.Href), twin < 0 ? all.Count - 1 : twin);
        }
        return [.. all.OrderBy(picture => picture.After)];
    }

    /// <summary>One picture of both; what the second says otherwise stays with it.</summary>
    static Picture Join(Picture first, Picture second) => new[]
    {
        second.Headline, second.Caption, second.Credit, second.CopyrightNotice, second.Instructions,
    }.Aggregate(Filled(first, second), LooseText.On);

    static Picture Filled(Picture first, Picture second) => first with
    {
        After = first.After > 0 ? first.After : second.After,
        Caption = Or(first.Caption, second.Caption),
        Credit = Or(first.Credit, second.Credit),
        Headline = Or(first.Headline, second.Headline),
        CopyrightNotice = Or(first.CopyrightNotice, second.CopyrightNotice),
        UsageTerms = UsageTerms.Join(first.UsageTerms, second.UsageTerms),
        Renditions =
        [
            .. first.Renditions,
            .. second.Renditions.Where(file => first.Renditions.All(known => known.Href != file.Href)),
        ],
    };

    static string Or(string first, string second) => first.Length > 0 ? first : second;
}
