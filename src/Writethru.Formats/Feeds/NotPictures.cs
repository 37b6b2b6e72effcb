using Writethru.Copy;

namespace Writethru.Formats.Feeds;

/// <summary>
/// Files that stand among the pictures of an item and show nothing of its story: what counts readers, buttons to share
/// with, faces of authors, smileys and advertisements. They are told by where they lie and how small they are.
/// </summary>
static class NotPictures
{
    /// <summary>A side of so many pixels counts readers; two of the other are an icon.</summary>
    const int Tracking = 2, Icon = 32;

    /// <summary>Parts of addresses at which only such files lie.</summary>
    static readonly string[] _places =
    [
        "gravatar.com/", "/avatar/", "/avatars/", "//avatar.", "//avatars.", "/~ff/", "/~r/", "/~a/", "/~s/", "/~4/",
        "feedburner.com/", "feedsportal.com/", "pheedo.com/", "//feedads.", "doubleclick.net/", "adnxs.com/",
        "googlesyndication.com/", "googleadservices.com/", "google-analytics.com/", "/adserver", "//ads.",
        "//adserver.", "//pixel.", "//tracking.", "//stats.wordpress.com/", "//feeds.wordpress.com/",
        "scorecardresearch.com/", "quantserve.com/", "facebook.com/tr", "/pixel.gif", "/pixel.png", "/pixel?",
        "/beacon.gif", "/tracking.gif", "/1x1.", "/spacer.gif", "/blank.gif", "/transparent.gif", "/clear.gif",
        "/images/core/emoji/", "/smilies/", "share-icon", "share_icon", "shareicon", "icon-facebook", "icon-twitter",
        "facebook-icon", "twitter-icon", "/favicon", "addtoany.com/", "addthis.com/", "sharethis.com/",
    ];

    /// <summary>The pictures of the story. What is left out is said by its address.</summary>
    public static List<Picture> LeaveOut(IEnumerable<Picture> pictures, ItemNotes notes)
    {
        List<Picture> left = [];
        foreach (var picture in pictures)
        {
            var files = picture.Renditions.Where(file => !Is(file)).ToList();
            foreach (var file in picture.Renditions.Where(Is))
            {
                notes.Add(FeedRemarks.ContentLeftOut, Severity.Note, "Left out: an icon, a face, an advertisement or "
                    + $"what counts readers, {file.Href[..Math.Min(80, file.Href.Length)]}.");
            }
            if (files.Count == picture.Renditions.Length)
                left.Add(picture);
            else if (files.Count > 0)
                left.Add(picture with { Renditions = [.. files] });
        }
        return left;
    }

    static bool Is(Rendition file) => file.Width <= Tracking || file.Height <= Tracking
        || file.Width <= Icon && file.Height <= Icon
        || Array.Exists(_places, place => file.Href.Contains(place, StringComparison.OrdinalIgnoreCase));
}
