namespace Writethru.Archive;

/// <summary>There was no room left on the disk. Nothing was acknowledged; the same write may succeed later.</summary>
public sealed class ArchiveFullException(string folder, Exception cause) : Exception(
    $"The disk of the data folder {folder} is full: {cause.Message}", cause)
{
    /// <summary>The data folder.</summary>
    public string Folder { get; } = folder;
}
