using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats;

namespace Writethru.Desk;

/// <summary>What the desk says about an item as a whole. Codes are stable; see docs/guide/publishing.md.</summary>
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

    public static Remark RepeatsKilled(FiledTake other, FiledTake kill) => new("DESK-014", Severity.Warning, 0, 0, 0,
        $"Take {other.Number} of story {other.Story} {Ended(kill)}; nobody gets its copy. With a cause it is filed, "
        + "and waits for a person.");

    public static Remark LikeStopped(StoppedCopy copy) => new("DESK-015", Severity.Warning, 0, 0, 0,
        $"{(copy.Picture > 0 ? $"Picture {copy.Picture} looks" : "Looks")} like take {copy.Link.Number} of story "
        + $"{copy.Link.Story}, which "
        + (copy.Kill is null ? "is held, or is not out yet; " : $"{Ended(copy.Kill)}; ")
        + "waits for a person.");

    /// <summary>A version without usage terms that has those of the copy before it.</summary>
    public static Remark KeptTerms { get; } = new("DESK-018", Severity.Warning, 0, 0, 0,
        "Found no usage terms where the copy before it has some; it keeps those. Expected terms of its own if others "
        + "are meant.");

    public static Remark StoppedBefore(LogRecord stop) => new("DESK-019", Severity.Warning, 0, 0, 0,
        $"Its sender stopped it at {Instant.Write(stop.At)}, before it came (position {stop.Position}); waits for a "
        + "person.");

    static string Ended(FiledTake kill) =>
        $"was {(kill.Cause == Cause.Kill ? "killed" : "taken down")} at {Instant.Write(kill.FiledAt)}";

    /// <summary>Most repeats that a note names one by one; it counts them all.</summary>
    public const int MostRepeats = 20;

    public static Remark Partial(Take take, TakePlace? of) => Error("DESK-006",
        $"Found a part ({Words.Of(take.Signal)}) to be worked into "
        + (of is { } known ? $"take {known.Number} of story {known.Story}" : "the copy before it")
        + ", expected a whole edition.");

    public static Remark SeveralTakes(int count) => Error("DESK-007",
        $"Found {count} takes in the bytes, expected one: a story or a slug was named for them.");

    public static Remark NoCopy(ImmutableArray<ItemWithoutCopy> items) => Error("DESK-008",
        $"Found {string.Join(", ", items.Take(MostRepeats).Select(Describe))}, expected copy.");

    public static Remark Stale(TakePlace follows, FiledTake newest) => Error("DESK-009",
        $"Found a take that follows take {follows.Number} of story {follows.Story}, expected one that follows take "
        + (follows.Story == newest.Story
            ? $"{newest.Number} ({Words.Of(newest.Cause)}), its newest."
            : $"{newest.Number} ({Words.Of(newest.Cause)}) of story {newest.Story}, which the story continues."));

    public static Remark Superseded(FiledTake current) => new(SupersededCode, Severity.Note, 0, 0, 0,
        $"An older version than its sender has filed; take {current.Number} of story {current.Story} stands for it.");

    public static Remark OtherKind(StoryId story, TakeKind kind) => Error("DESK-012", kind == TakeKind.Picture
        ? $"Story {story} is a picture; found copy, expected the file of a picture."
        : $"Story {story} is copy; found the file of a picture by itself, expected copy.");

    public static Remark StrayFile(string name, IEnumerable<string> expected) => Error("DESK-013",
        $"File '{name}' belongs to no picture of the item; expected one of: "
        + (string.Join(", ", expected.Take(10)) is { Length: > 0 } names ? names : "none, for no picture names a file")
        + ".");

    public static Remark NoStory(Take notice, ImmutableArray<NamedStory> named) => Error("DESK-016",
        !named.IsEmpty
            ? $"Found a notice ({Words.Of(notice.Status)}) that may mean {string.Join(" or ", named)}, and none beyond "
                + "doubt. It stops nothing; a person must say."
        : $"Found a notice ({Words.Of(notice.Status)}) for no story that is here: looked for "
        + (notice is { SenderId: "", Slug: "" } ? "nothing, for it names none"
            : string.Join(" and ", new[] { ("identity", notice.SenderId), ("slug", notice.Slug) }
                .Where(name => name.Item2.Length > 0).Select(name => $"the {name.Item1} '{name.Item2}'")))
        + ". It stops nothing; a person must see which story it means.");

    public static Remark Named(NamedStory story) => new("DESK-021", Severity.Warning, 0, 0, 0,
        $"Found story {story} by what the notice names: "
        + (story.Names.IsCertain ? "no other can be meant." : "held, and a person is asked, for it may be another."));

    public static Remark KillAsked(StoryId story) => Error("DESK-017",
        $"Found a cancellation of story {story}, which has copy of others and is held; the desk was asked to kill it.");

    public static Remark WordsStay(FiledTake shown) => new("DESK-020", Severity.Warning, 0, 0, 0,
        $"Found a file that came before and whose words take {shown.Number} of story {shown.Story} has put right; "
        + "those stay. Other words are put in by a correction of the caption.");

    public static Remark Unexplained(Severity severity) => new("DESK-011", severity, 0, 0, 0,
        "Found a correction that does not tell editors what was wrong, expected a note to editors.");

    /// <summary>Whether a reader says by which words it took an item for one that is stopped or not out yet.</summary>
    public static bool TellsWhyItStays(Remark remark) =>
        remark.Code is "READ-002" or "READ-003" or "READ-010";

    /// <summary>Whether what was kept is a late version.</summary>
    public static bool IsSuperseded(ImmutableArray<Remark> remarks) =>
        !remarks.IsEmpty && remarks[^1].Code == SupersededCode;

    const string SupersededCode = "DESK-010";

    static string Describe(ItemWithoutCopy item) =>
        string.Join(' ', new[] { item.Kind, item.SenderId, item.Title }.Where(part => part.Length > 0));

    /// <summary>What a kept refusal was: the desk's own remark stands last.</summary>
    public static Refusal RefusalOf(ImmutableArray<Remark> remarks) => (remarks.IsEmpty ? "" : remarks[^1].Code) switch
    {
        "DESK-001" => Refusal.UnknownStory,
        "DESK-002" or "DESK-003" or "DESK-012" or "DESK-014" => Refusal.Conflict,
        "DESK-004" => Refusal.KeyReused,
        "DESK-006" => Refusal.Partial,
        "DESK-007" => Refusal.SeveralTakes,
        "DESK-008" => Refusal.NoCopy,
        "DESK-009" => Refusal.Stale,
        "DESK-011" => Refusal.Unexplained,
        "DESK-013" => Refusal.StrayFile,
        "DESK-016" => Refusal.NoStory,
        var code when code.StartsWith("PIC-", StringComparison.Ordinal) => Refusal.Picture,
        _ => Refusal.Unreadable,
    };

    static Remark Error(string code, string message) => new(code, Severity.Error, 0, 0, 0, message);
}
