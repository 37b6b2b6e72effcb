namespace Writethru.Archive;

/// <summary>
/// The system had no file descriptor left. Nothing was acknowledged and nothing is wrong with the disk; the same call
/// may succeed in a moment.
/// </summary>
public sealed class ArchiveBusyException(string folder, Exception cause) : Exception(
    $"The system had no file left to open for the data folder {folder}: {cause.Message}", cause)
{
    /// <summary>The data folder.</summary>
    public string Folder { get; } = folder;
}
