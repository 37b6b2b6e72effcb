using Writethru.Copy;

namespace Writethru.Desk;

/// <summary>What a take that comes says of its place behind others.</summary>
static class NextTake
{
    /// <summary>A take without what changes when the same copy is transmitted again.</summary>
    public static Take CopyOf(Take take) =>
        take with { Signal = Signal.None, Sequence = "", SenderVersion = "", VersionCreated = null };

    /// <summary>Why a take that says nothing else continues its story.</summary>
    public static Cause CauseOf(Take take) => take.Signal == Signal.Correction
        ? Cause.Correction
        : take.Kind == TakeKind.Picture ? Cause.WriteThru
        : SeriesLabel.CauseOf(take.Series)
            ?? (take.Signal is Signal.Refile or Signal.Repeat ? Cause.Refile : Cause.Development);
}
