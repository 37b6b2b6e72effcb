using System.Globalization;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Reading.Likelihood;
using Writethru.Rights;

namespace Writethru.Desk.Linking;

/// <summary>A story whose copy is like that of a take that comes, and what else is known of the two.</summary>
sealed class LikeStory(LogTransaction transaction, Candidate candidate, LikelihoodReading likelihood)
{
    /// <summary>Most takes of the story that are looked at for equal copy.</summary>
    const int MostTakes = 50;

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

    /// <summary>
    /// The take of the story with the same copy; null when there is none. Late copy must not come once more.
    /// </summary>
    /// <param name="transaction">Where it is asked.</param>
    /// <param name="take">The copy.</param>
    /// <param name="moves">A take whose copy has moved is none of the story's.</param>
    public LogRecord? FindSame(LogTransaction transaction, Take take, StoryMoves moves)
    {
        var copy = CopyOf(take);
        for (var number = Last.Filed.Number; number > Math.Max(0, Last.Filed.Number - MostTakes); number--)
        {
            if (transaction.FindTake(candidate.Story, number) is { } record
                && !moves.HasMoved(new TakePlace(candidate.Story, number))
                && CanonicalJson.AreEqual(CopyOf(FiledAt(record).Filed.Take), copy))
                return record;
        }
        return null;
    }

    static Take CopyOf(Take take) => NextTake.CopyOf(take) with { SenderId = "" };

    static bool IsLaterVersion(string version) =>
        long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1;

    static LogEntry.TakeFiled FiledAt(LogRecord? record) => (LogEntry.TakeFiled)record!.Entry;
}
