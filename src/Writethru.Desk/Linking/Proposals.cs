using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Writethru.Copy;

namespace Writethru.Desk.Linking;

/// <summary>
/// Links that were proposed and that nobody has accepted or rejected. A fold of the log; reading is thread-safe.
/// </summary>
public sealed class Proposals
{
    /// <summary>How long a proposal is listed, by the instants of the log.</summary>
    static readonly TimeSpan _lapse = TimeSpan.FromDays(7);

    ImmutableSortedDictionary<(long Position, int Index), Proposal> _open =
        ImmutableSortedDictionary<(long, int), Proposal>.Empty;

    ImmutableSortedDictionary<long, PartProposal> _parts = ImmutableSortedDictionary<long, PartProposal>.Empty;

    /// <summary>Parts of editions that nobody has rejected, oldest first.</summary>
    public IEnumerable<PartProposal> Parts => Volatile.Read(ref _parts).Values;

    /// <summary>The part with that identity; null when there is none, or it was rejected or is over.</summary>
    public PartProposal? FindPart(string id) => Parts.FirstOrDefault(part => part.Id == id);

    /// <summary>Those that stand, oldest first.</summary>
    public IEnumerable<Proposal> Open => Volatile.Read(ref _open).Values;

    /// <summary>The one with that identity; null when there is none, or it was rejected or is over.</summary>
    public Proposal? Find(string id) => Open.FirstOrDefault(proposal => proposal.Id == id);

    /// <summary>Takes in the next entry of the log. One caller at a time.</summary>
    public void Apply(LogRecord record)
    {
        var (open, parts) = After(record);
        Volatile.Write(ref _open, open);
        Volatile.Write(ref _parts, parts);
    }

    (ImmutableSortedDictionary<(long, int), Proposal> Open, ImmutableSortedDictionary<long, PartProposal> Parts) After(
        LogRecord record) => record.Entry switch
    {
        LogEntry.TakeFiled { Filed: { IsKill: true, Story: var story } } filed => (
            Add(Without(proposal => proposal.Story == story), record, filed),
            _parts.RemoveRange(_parts.Where(open => open.Value.Of.Story == story).Select(open => open.Key))),
        LogEntry.TakeFiled { Proposed.IsEmpty: false } filed => (Add(Lapsed(record.TrustedAt), record, filed), _parts),
        LogEntry.LinkRejected rejected => (
            Without(proposal => proposal.Story == rejected.Story && proposal.Number == rejected.Number
                && proposal.Link.Story == rejected.Other),
            _parts),
        LogEntry.StoryJoined joined => (Without(proposal => proposal.Story == joined.Story), _parts),
        LogEntry.ItemRefused { Part: { } part } => (_open, Add(record, part)),
        LogEntry.PartRejected rejected => (_open, _parts.Remove(rejected.Position)),
        LogEntry.TakeFiled or LogEntry.ItemRefused or LogEntry.EmbargoLifted
            or LogEntry.TakeReleased or LogEntry.EmbargoSet
            or LogEntry.PrincipalChanged or LogEntry.TermsCleared or LogEntry.TakeCleared or LogEntry.KillAsked
            or LogEntry.TakeUnlinked or LogEntry.NoticeDismissed or LogEntry.PictureTakenDown or LogEntry.WindowReached
            or LogEntry.KilledRead => (_open, _parts),
        _ => throw new UnreachableException(record.Entry.Kind),
    };

    ImmutableSortedDictionary<long, PartProposal> Add(LogRecord record, RefusedPart part) => _parts
        .RemoveRange(_parts.TakeWhile(open => record.TrustedAt - open.Value.At > _lapse).Select(open => open.Key))
        .Add(record.Position, new PartProposal(
            string.Create(CultureInfo.InvariantCulture, $"{record.Position}-part"), record.TrustedAt, record.Position,
            part.Of, part.Copy));

    static ImmutableSortedDictionary<(long, int), Proposal> Add(
        ImmutableSortedDictionary<(long Position, int Index), Proposal> open, LogRecord record,
        LogEntry.TakeFiled filed)
    {
        foreach (var (index, link) in filed.Proposed.Index())
        {
            open = open.Add((record.Position, index), new Proposal(
                string.Create(CultureInfo.InvariantCulture, $"{record.Position}-{index + 1}"), record.TrustedAt,
                filed.Filed.Story, filed.Filed.Number, filed.Filed.Take.Headline, link));
        }
        return open;
    }

    ImmutableSortedDictionary<(long Position, int Index), Proposal> Without(Func<Proposal, bool> isOver) =>
        _open.RemoveRange(_open.Where(open => isOver(open.Value)).Select(open => open.Key));

    /// <summary>The oldest stand first, so this looks at no more than are over.</summary>
    ImmutableSortedDictionary<(long Position, int Index), Proposal> Lapsed(DateTimeOffset now) =>
        _open.RemoveRange(_open.TakeWhile(open => now - open.Value.At > _lapse).Select(open => open.Key));
}

/// <summary>A take that may belong to another story than the one it opened; a person says.</summary>
/// <param name="Id">Its identity: the position of the take's entry, and which of its proposals it is.</param>
/// <param name="At">When the take was filed.</param>
/// <param name="Story">The story that the take opened.</param>
/// <param name="Number">The take's number in it.</param>
/// <param name="Headline">Its headline; empty when it has none.</param>
/// <param name="Link">The other story, how likely, and why it was not linked.</param>
public sealed record Proposal(
    string Id, DateTimeOffset At, StoryId Story, int Number, string Headline, StoryLink Link);

/// <summary>A part of an edition that a person may work into a take.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="At">When it came in.</param>
/// <param name="Position">Where it was refused; its bytes lie there.</param>
/// <param name="Of">The take that it belongs to, by what its sender says.</param>
/// <param name="Part">The part as it was read.</param>
public sealed record PartProposal(string Id, DateTimeOffset At, long Position, TakePlace Of, Take Part);
