using Microsoft.Data.Sqlite;
using Writethru.Copy;

namespace Writethru.Archive;

/// <summary>
/// What an entry of the log is about: as much as the gate needs to say whether anything of it is read.
/// </summary>
/// <param name="Position">Its place in the log.</param>
/// <param name="Kind">Its kind, as <see cref="LogEntry.Kind"/>.</param>
/// <param name="Story">The story that it is about; empty when it is about none.</param>
/// <param name="Number">The take that it is about; 0 when it is about none.</param>
public readonly record struct EntryPlace(long Position, string Kind, StoryId Story, int Number)
{
    /// <summary>Whether it filed the take.</summary>
    public bool IsFiling => Kind == "takeFiled";

    /// <summary>Whether it joined the story to another one.</summary>
    public bool IsJoin => Kind == "storyJoined";

    /// <summary>Whether it keeps something that made no take.</summary>
    public bool IsRefusal => Kind == "itemRefused";

    internal static EntryPlace Read(SqliteDataReader row) => new(row.GetInt64(0), row.GetString(1),
        new StoryId(row[2] as string ?? ""), (int)(row[3] as long? ?? 0));
}
