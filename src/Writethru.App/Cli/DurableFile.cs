using Writethru.Archive;

namespace Writethru.App.Cli;

/// <summary>Files that are there whole or not at all.</summary>
static class DurableFile
{
    public const string TemporaryExtension = ".tmp";

    /// <summary>Writes under another name, syncs, and renames.</summary>
    public static void Write(string file, byte[] bytes)
    {
        var temporary = file + TemporaryExtension;
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            stream.Write(bytes);
            stream.Flush();
            Durably.Sync(stream.SafeFileHandle);
        }
        Durably.Rename(temporary, file);
    }
}
