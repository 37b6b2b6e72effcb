using System.Text;
using System.Text.Json;
using Writethru.Copy;

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
    const string CursorFile = ".cursor", JournalFile = ".journal", LockFile = ".lock";

    readonly string _path;
    readonly FileStream _lock;
    readonly FollowJournal _journal;

    public FollowFolder(string path)
    {
        _path = path;
        Directory.CreateDirectory(path);
        _lock = Lock(Path.Combine(path, LockFile));
        foreach (var left in Directory.EnumerateFiles(path, "*" + DurableFile.TemporaryExtension))
            File.Delete(left);
        _journal = new FollowJournal(Path.Combine(path, JournalFile));
    }

    public void Dispose() => _lock.Dispose();

    /// <summary>Where the last run stopped; null when this is the first.</summary>
    public string? ReadCursor()
    {
        var file = Path.Combine(_path, CursorFile);
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }

    public void WriteCursor(string cursor) =>
        DurableFile.Write(Path.Combine(_path, CursorFile), Encoding.ASCII.GetBytes(cursor + "\n"));

    /// <summary>Takes in items of the feed, in order.</summary>
    /// <param name="after">The cursor behind which they came.</param>
    /// <param name="items">The items; notices that are told ahead of their place have no cursor.</param>
    /// <exception cref="CliException">An item has not the shape of one.</exception>
    public void Take(string after, IReadOnlyCollection<JsonElement> items)
    {
        _journal.Begin(after);
        _journal.Add([.. items.Select(item => item.TryGetProperty("cursor", out var cursor)
            ? new FollowJournal.Line(cursor.GetString()!, $"{FollowName.Of(item)}")
            : FollowJournal.Line.OfAhead($"{FollowName.Of(item)}"))]);
        foreach (var item in items)
            Take(item);
    }

    /// <summary>
    /// After the log on the other side was put back: removes what came behind the last place that it still has, and
    /// goes back so far that nothing is missing which a void notice had removed.
    /// </summary>
    /// <param name="isKnown">Whether the server still knows a cursor.</param>
    /// <returns>Where to go on.</returns>
    public async Task<string> GoBackAsync(Func<string, Task<bool>> isKnown)
    {
        var lines = _journal.Lines;
        var known = await CountKnownAsync(lines, isKnown);
        if (known == 0)
        {
            // Put back further than is known here: what is void cannot be told from what is not.
            foreach (var file in Directory.EnumerateFiles(_path).Where(IsOurs))
                File.Delete(file);
            return GoOn(0, "");
        }
        var last = known;
        foreach (var name in lines.Where((line, i) => i >= known || IsStillAhead(line, lines.Take(known)))
            .Select(line => FollowName.Parse(line.File)).OfType<FollowName>())
        {
            File.Delete(Path.Combine(_path, $"{name}"));
            var story = lines.Index().Select(line => (line.Index, Name: FollowName.Parse(line.Item.File)))
                .Where(line => line.Name?.Story == name.Story).ToList();
            if (story.TrueForAll(line => line.Name is { Mark: "" }))
                continue;
            if (story[0].Name is not { Number: 1 })
                return GoOn(0, "");
            last = Math.Min(last, story[0].Index);
        }
        return GoOn(last, lines.Take(last).Last(line => !line.IsAhead).Cursor);
    }

    string GoOn(int lines, string cursor)
    {
        _journal.Cut(lines);
        WriteCursor(cursor);
        return cursor;
    }

    static bool IsOurs(string file) => FollowName.Parse(Path.GetFileName(file)) is not null;

    /// <summary>A notice whose place had not come by then is void: where it is not, it is told again.</summary>
    static bool IsStillAhead(FollowJournal.Line line, IEnumerable<FollowJournal.Line> known) =>
        line.IsAhead && !known.Any(other => other.File == line.File && !other.IsAhead);

    /// <summary>A log has its beginning in common with what it was: so have the lines.</summary>
    static async Task<int> CountKnownAsync(IReadOnlyList<FollowJournal.Line> lines, Func<string, Task<bool>> isKnown)
    {
        int[] placed = [.. lines.Index().Where(line => !line.Item.IsAhead).Select(line => line.Index)];
        var (known, beyond) = (0, placed.Length);
        while (known < beyond)
        {
            var middle = (known + beyond) / 2;
            var cursor = lines[placed[middle]].Cursor;
            if (cursor.Length == 0 || await isKnown(cursor))
                known = middle + 1;
            else
                beyond = middle;
        }
        return known == 0 ? 0 : placed[known - 1] + 1;
    }

    void Take(JsonElement item)
    {
        var name = FollowName.Of(item);
        // A release brings the copy again, whole, so that nothing is lost with what a hold removes.
        if (name.Mark.Length > 0)
            Remove(name, _ => true);
        else if (FollowName.CauseOf(item) == Cause.Release)
            Remove(name, other => other.Mark == FollowName.Hold);
        DurableFile.Write(Path.Combine(_path, $"{name}"), ContentOf(item));
    }

    void Remove(FollowName but, Func<FollowName, bool> which)
    {
        foreach (var file in Directory.EnumerateFiles(_path, $"{but.Story}.*"))
        {
            if (FollowName.Parse(Path.GetFileName(file)) is { } other && other != but && which(other))
                File.Delete(file);
        }
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
}
