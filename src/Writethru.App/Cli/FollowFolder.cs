using System.Text;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats.Registry;

namespace Writethru.App.Cli;

/// <summary>
/// A folder that holds a stream: one file a take, named by story and take number, and the cursor beside them.
/// </summary>
/// <remarks>
/// Killed at any moment it is right at the next start: files are written under another name, synced and renamed; the
/// cursor follows only when every file of its page is there; and what is taken again has the same name as before.
/// </remarks>
sealed class FollowFolder : IDisposable
{
    const string CursorFile = ".cursor", LockFile = ".lock", TemporaryExtension = ".tmp", KillMark = ".kill",
        HoldMark = ".hold";

    readonly string _path;
    readonly FileStream _lock;

    public FollowFolder(string path)
    {
        _path = path;
        Directory.CreateDirectory(path);
        _lock = Lock(Path.Combine(path, LockFile));
        foreach (var left in Directory.EnumerateFiles(path, "*" + TemporaryExtension))
            File.Delete(left);
    }

    public void Dispose() => _lock.Dispose();

    /// <summary>Where the last run stopped; null when this is the first.</summary>
    public string? ReadCursor()
    {
        var file = Path.Combine(_path, CursorFile);
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }

    public void WriteCursor(string cursor) => Write(CursorFile, Encoding.ASCII.GetBytes(cursor + "\n"));

    /// <summary>Takes in one item of the feed.</summary>
    /// <exception cref="CliException">The item has not the shape of one.</exception>
    public void Take(JsonElement item)
    {
        var story = item.GetProperty("story").GetString();
        // The name of a file is made from this: a server must not be able to name another folder.
        if (!StoryId.IsWellFormed(story))
            throw new CliException($"The server named a story '{story}', expected letters, digits, '-' or '_'.");
        var number = item.GetProperty("take").GetInt32();
        var cause = Words.Read<Cause>(item.GetProperty("cause").GetString());
        var mark = cause switch
        {
            Cause.Kill or Cause.Takedown => KillMark,
            Cause.Hold => HoldMark,
            _ => "",
        };
        var extension = WireFormats.Find(item.GetProperty("format").GetString())?.Extension ?? "txt";
        var bytes = ContentOf(item);
        var name = $"{story}.{number:D4}{mark}.{extension}";
        // A release brings the copy again, whole, so that nothing is lost with what a hold removes.
        if (mark.Length > 0)
            Remove(story!, name);
        else if (cause == Cause.Release)
            Remove(story!, name, HoldMark);
        Write(name, bytes);
    }

    /// <summary>The bytes as they were written, whatever their charset.</summary>
    static byte[] ContentOf(JsonElement item)
    {
        if (item.TryGetProperty("contentBase64", out var encoded))
            return encoded.GetBytesFromBase64();
        var content = item.GetProperty("content");
        return Encoding.UTF8.GetBytes(content.ValueKind == JsonValueKind.String
            ? content.GetString()!
            : content.GetRawText());
    }

    /// <summary>Two who write into one folder would take turns with its cursor.</summary>
    static FileStream Lock(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new CliException($"Another follow writes into {Path.GetDirectoryName(file)}.");
        }
    }

    void Remove(string story, string but, string mark = "")
    {
        foreach (var file in Directory.EnumerateFiles(_path, $"{story}.*{mark}{(mark.Length > 0 ? ".*" : "")}"))
        {
            if (Path.GetFileName(file) != but)
                File.Delete(file);
        }
    }

    void Write(string name, byte[] bytes)
    {
        var file = Path.Combine(_path, name);
        var temporary = file + TemporaryExtension;
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        File.Move(temporary, file, overwrite: true);
    }
}
