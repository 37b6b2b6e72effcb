namespace Writethru.Formats.NewsMl12;

/// <summary>Formats of pictures by the names that senders use.</summary>
static class PictureFormats
{
    static readonly (string Name, string MediaType)[] _known =
    [
        ("jpg", "image/jpeg"), ("jpeg", "image/jpeg"), ("jpeg baseline", "image/jpeg"),
        ("jpeg progressive", "image/jpeg"), ("png", "image/png"), ("gif", "image/gif"), ("tiff", "image/tiff"),
        ("tif", "image/tiff"), ("webp", "image/webp"),
        ("eps", "application/postscript"),
    ];

    /// <summary>Whether it is one, in any case.</summary>
    public static bool IsKnown(string format) => MediaTypeOf(format).Length > 0;

    /// <summary>Its media type; empty when it is none.</summary>
    public static string MediaTypeOf(string format) =>
        _known.FirstOrDefault(known => known.Name.Equals(format, StringComparison.OrdinalIgnoreCase)).MediaType ?? "";

    /// <summary>Whether a file name ends as that of a picture.</summary>
    public static bool IsName(string name) =>
        name.LastIndexOf('.') is >= 0 and var dot && name.Length - dot <= 5 && IsKnown(name[(dot + 1)..]);
}
