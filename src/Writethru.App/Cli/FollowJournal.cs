using System.Text;
using Writethru.Archive;

namespace Writethru.App.Cli;

/// <summary>
/// In which order the files of a folder came, each with the cursor of its item: which of them are void when the log on
/// the other side was put back.
/// </summary>
/// <remarks>
/// A line stands here before its file does, so that there is no file without one. Lines are few enough to be read
/// whole: those of long ago are forgotten, and what is older than the first line is not known apart.
/// </remarks>
sealed class FollowJournal(string path, int most = FollowJournal.Most)
{
    /// <summary>How many lines are kept at least; twice as many at most.</summary>
    public const int Most = 4096;

    List<Line>? _lines;

    /// <summary>
    /// The lines, oldest first. The first bears no file, but the cursor behind which the others came.
    /// </summary>
    public IReadOnlyList<Line> Lines => _lines ??= Load();

    /// <summary>Begins behind a cursor where there are no lines yet.</summary>
    public void Begin(string cursor)
    {
        if (Lines.Count == 0)
            Rewrite([new Line(cursor, "")]);
    }

    /// <summary>Adds lines, durably.</summary>
    public void Add(IReadOnlyCollection<Line> lines)
    {
        if (lines.Count == 0)
            return;
        var all = (List<Line>)Lines;
        all.AddRange(lines);
        if (all.Count > 2 * most)
        {
            var first = all.Count - most;
            Rewrite([all[first - 1] with { File = "" }, .. all[first..]]);
            return;
        }
        using var stream = new FileStream(path, FileMode.Append, FileAccess.Write);
        stream.Write(ToBytes(lines));
        stream.Flush();
        Durably.Sync(stream.SafeFileHandle);
    }

    /// <summary>Keeps the first lines alone.</summary>
    public void Cut(int count) => Rewrite(Lines.Take(count));

    void Rewrite(IEnumerable<Line> lines)
    {
        _lines = [.. lines];
        DurableFile.Write(path, ToBytes(_lines));
    }

    List<Line> Load()
    {
        if (!File.Exists(path))
            return [];
        var text = File.ReadAllText(path, Encoding.ASCII);
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        // What a crash left of a last line would begin the next one.
        if (whole.Length < text.Length)
            DurableFile.Write(path, Encoding.ASCII.GetBytes(whole));
        return [.. whole.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ')).Where(words => words.Length == 2)
            .Select(words => new Line(words[0], words[1]))];
    }

    static byte[] ToBytes(IEnumerable<Line> lines) =>
        Encoding.ASCII.GetBytes(string.Concat(lines.Select(line => $"{line.Cursor} {line.File}\n")));

    /// <summary>One item that came.</summary>
    /// <param name="Cursor">Its cursor; empty for the beginning.</param>
    /// <param name="File">Its file; empty for none.</param>
    public readonly record struct Line(string Cursor, string File)
    {
        const string Ahead = "-";

        /// <summary>Whether it is a notice that was told ahead of its place, which is not known.</summary>
        public bool IsAhead => Cursor == Ahead;

        /// <summary>The line of a notice that was told ahead of its place.</summary>
        public static Line OfAhead(string file) => new(Ahead, file);
    }
}
