using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Desk;

/// <summary>What the desk says about an item as a whole. Codes are stable; see docs/formats/remarks.md.</summary>
static class DeskRemarks
{
    public static Remark UnknownStory(StoryId story) =>
        Error("DESK-001", $"Found story '{story}', expected one that exists.");

    public static Remark MayNotFollow(string why) => Error("DESK-002", why);

    public static Remark VersionTaken(string senderId, string version, FiledTake other) => Error("DESK-003",
        $"The sender's '{senderId}' version '{version}' is take {other.Number} of story {other.Story} "
        + "with other content.");

    public static Remark KeyReused(string key) => Error("DESK-004",
        $"The idempotency key '{key}' was used for other bytes or parameters.");

    public static Remark Repeat(FiledTake other) => new("DESK-005", Severity.Note, 0, 0, 0,
        $"Repeats take {other.Number} of story {other.Story} with equal text; no new take.");

    /// <summary>What a kept refusal was: the desk's own remark stands last.</summary>
    public static Refusal RefusalOf(ImmutableArray<Remark> remarks) => (remarks.IsEmpty ? "" : remarks[^1].Code) switch
    {
        "DESK-001" => Refusal.UnknownStory,
        "DESK-002" or "DESK-003" => Refusal.Conflict,
        "DESK-004" => Refusal.KeyReused,
        _ => Refusal.Unreadable,
    };

    static Remark Error(string code, string message) => new(code, Severity.Error, 0, 0, 0, message);
}
