using System.Globalization;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Reading.Likelihood;

namespace Writethru.Desk.Linking;

/// <summary>A story whose copy is like that of a take that comes, and what else is known of the two.</summary>
sealed class LikeStory(LogTransaction transaction, Candidate candidate, LikelihoodReading likelihood)
{
    readonly Take _take = FiledAt(transaction.Find(candidate.Position)).Filed.Take;

    public double Score => likelihood.Score;

    /// <summary>The story's newest take: the one that was compared, or the kill behind it.</summary>
    public LogEntry.TakeFiled Last { get; } = FiledAt(transaction.LastRecord(candidate.Story));

    public StoryLink Link(LinkDoubt? doubt) => new(candidate.Story, candidate.Number, likelihood, doubt);

    /// <summary>
    /// Whether the sender keeps one identity for all versions of a story and the take has another: one of the two is a
    /// later version, or the story has two takes under one identity.
    /// </summary>
    public bool HasIdentityOtherThan(LogTransaction transaction, Take take) =>
        _take.SenderId.Length > 0 && take.SenderId.Length > 0
        && (IsLaterVersion(_take.SenderVersion) || IsLaterVersion(take.SenderVersion)
            || (candidate.Number > 1 && transaction.FindTake(candidate.Story, candidate.Number - 1)?.Entry
                is LogEntry.TakeFiled { Filed.Take: var before } && before.SenderId == _take.SenderId));

    /// <summary>Whether both datelines name a day, and not the same.</summary>
    public bool IsOfOtherDay(Take take) => IsOfOtherDay(_take, take);

    /// <summary>The same of any two takes.</summary>
    public static bool IsOfOtherDay(Take take, Take other) =>
        (take.Dateline?.Date, other.Dateline?.Date) is ({ } mine, { } theirs)
        && (mine.Month, mine.Day) != (theirs.Month, theirs.Day);

    /// <summary>Whether the story is further on than the take, by the labels or by the sender's own times.</summary>
    public bool IsLaterThan(Take take, StoryTraits traits) =>
        (traits.Edition >= 0 && candidate.Traits.Edition > traits.Edition)
        || _take.VersionCreated?.At > take.VersionCreated?.At;

    static bool IsLaterVersion(string version) =>
        long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1;

    static LogEntry.TakeFiled FiledAt(LogRecord? record) => (LogEntry.TakeFiled)record!.Entry;
}
