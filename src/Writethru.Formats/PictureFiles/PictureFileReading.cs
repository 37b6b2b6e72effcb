using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.PictureFiles;

/// <summary>What the metadata of a picture's file says.</summary>
public sealed record PictureFileReading
{
    /// <summary>By its first bytes; null when they are of no picture that is known.</summary>
    public required PictureKind? Kind { get; init; }

    /// <summary>The picture as an item of its own: no body, and one picture without renditions.</summary>
    public required Take Take { get; init; }

    /// <summary>
    /// Whether it bears a manifest of C2PA. Any change of such a file breaks what the manifest vouches for.
    /// </summary>
    public bool HasManifest { get; init; }

    /// <summary>Every property that was read, in the order of the file.</summary>
    public ImmutableArray<PictureProperty> Properties { get; init; } = [];

    /// <summary>What was noticed.</summary>
    public ImmutableArray<Remark> Remarks { get; init; } = [];
}

/// <summary>One property of a picture's file, for people.</summary>
/// <param name="Group"><c>IIM</c>, <c>XMP</c>, or the directory of Exif: <c>IFD0</c>, <c>Exif</c>, <c>GPS</c>.</param>
/// <param name="Name"><c>2:120 caption</c>, <c>dc:description[1]</c>, <c>DateTimeOriginal</c>.</param>
/// <param name="Value">
/// The value as text, verbatim but for control characters that no charset gives a meaning; of long binary values their
/// length.
/// </param>
public sealed record PictureProperty(string Group, string Name, string Value);
