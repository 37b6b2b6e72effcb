using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Copy;

namespace Writethru.Desk.Pictures;

/// <summary>
/// What the pictures look like whose files are kept: seen from the thumbnail of each, so that it is known of those that
/// came before anybody asked. Thread-safe.
/// </summary>
public sealed class PictureLooks(SqliteLog log)
{
    /// <summary>Most that are remembered, a kilobyte each; then it begins anew.</summary>
    const int Most = 4096;

    readonly Lock _lock = new();
    readonly Dictionary<string, PictureLook> _known = [];

    /// <summary>Whether the two have the same file, or look alike.</summary>
    internal bool AreAlike(Picture picture, Picture other) =>
        (HeldFiles.OriginalOf(picture) is { Length: > 0 } file && file == HeldFiles.OriginalOf(other))
        || (Of(picture) is { } look && Of(other) is { } second && look.IsLike(second));

    /// <summary>
    /// What a picture looks like; null where it has no thumbnail. Reads and decodes the thumbnail the first time.
    /// </summary>
    internal PictureLook? Of(Picture picture)
    {
        if (picture.Find(RenditionNames.Thumbnail)?.Sha256 is not { } thumbnail)
            return null;
        lock (_lock)
        {
            if (_known.TryGetValue(thumbnail, out var known))
                return known;
        }
        try
        {
            return log.Blobs.Read(thumbnail) is { } bytes ? Add(thumbnail, bytes) : null;
        }
        catch (LogDamagedException)
        {
            // Its bytes are known all the same; verify names the damage.
            return null;
        }
    }

    /// <summary>Sees a thumbnail that was just made.</summary>
    internal PictureLook Add(string sha256, byte[] thumbnail)
    {
        var look = Libvips.LookOf(thumbnail);
        lock (_lock)
        {
            if (_known.Count >= Most)
                _known.Clear();
            _known[sha256] = look;
        }
        return look;
    }
}
