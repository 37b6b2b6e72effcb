namespace Writethru.Archive;

/// <summary>
/// The file of the log failed, so nothing was acknowledged and nothing more is accepted on it. A failed sync is never
/// tried again: what the disk still holds is only known after a restart.
/// </summary>
public sealed class LogFailedException(string folder, Exception cause) : Exception(
    $"The log in {folder} failed and accepts no more entries until the program is restarted: {cause.Message}", cause)
{
    /// <summary>The data folder.</summary>
    public string Folder { get; } = folder;
}
