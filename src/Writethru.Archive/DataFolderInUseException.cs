namespace Writethru.Archive;

/// <summary>Another process, or another log in this one, holds the lock of a data folder.</summary>
public sealed class DataFolderInUseException(string folder, Exception cause) : Exception(
    $"The data folder {folder} is in use by another program; one server at a time may hold it.", cause)
{
    /// <summary>The data folder.</summary>
    public string Folder { get; } = folder;
}
