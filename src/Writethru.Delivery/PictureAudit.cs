using System.Collections.Immutable;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Delivery;

/// <summary>
/// Every decision about a picture of a take that was handed out: whether it went along, and by which words of its terms
/// not. Of one subscriber also the takes with pictures that its terms kept from it whole, which leave no line in the
/// ledger. For the desk. Thread-safe.
/// </summary>
/// <remarks>
/// What was decided is what the ledger's line says, which was written before the first byte. Which rule decided is
/// asked of the gate as it stood then: the log is folded anew up to that moment. So a page takes as long as a start of
/// the program up to its last line, and needs as much memory as a second gate; it costs nothing when nobody asks.
/// </remarks>
public sealed class PictureAudit(SqliteLog log)
{
    const int ReplayPage = 512;

    /// <summary>One page: what was decided in at most so many lines of the ledger.</summary>
    /// <param name="from">Lines begun from this instant on.</param>
    /// <param name="until">Lines begun before this instant.</param>
    /// <param name="subscriber">
    /// Only this one, and then also what was kept from it whole when it was filed; null for all.
    /// </param>
    /// <param name="after">The line after which the page begins; null for the first.</param>
    /// <param name="limit">Most lines, from 1. Many have no picture.</param>
    /// <param name="cancel">Gives up.</param>
    public PictureAuditPage Read(DateTimeOffset from, DateTimeOffset until, string? subscriber, Send? after, int limit,
        CancellationToken cancel)
    {
        var sends = log.SendsBegun(from, until, subscriber, after, limit);
        Dictionary<TakePlace, Take> takes = [];
        List<AuditedSend> audited = [];
        foreach (var send in sends.Where(send => send.Begun >= from && send.Begun < until))
        {
            var place = new TakePlace(send.Story, send.Number);
            if (!takes.TryGetValue(place, out var take))
                takes[place] = take = (log.FindTake(send.Story, send.Number)?.Entry as LogEntry.TakeFiled)?.Filed.Take
                    ?? throw new InvalidDataException(
                        $"The ledger has take {send.Number} of story {send.Story}, the log has not.");
            if (Grants.PicturesOf(send.Grant, take.Pictures.Length) is { IsEmpty: false } reasons)
                audited.Add(new AuditedSend(send, take, reasons));
        }
        var last = sends.Count == limit ? sends[^1] : null;
        var kept = subscriber is null ? null : new KeptWhole(subscriber, after?.Begun ?? from, last?.Begun ?? until);
        Replay([.. audited.OrderBy(line => line.Send.Begun)], kept, cancel);
        return new PictureAuditPage(
            [.. audited.SelectMany(line => line.Decisions).Concat(kept?.Decisions ?? [])
                .OrderBy(decision => decision.At)],
            last);
    }

    /// <summary>Explains each line by the gate as it stood when the line was written.</summary>
    void Replay(AuditedSend[] lines, KeptWhole? kept, CancellationToken cancel)
    {
        var gate = GateSnapshot.Empty;
        var next = 0;
        while ((next < lines.Length || kept is { IsOver: false })
            && log.Read(gate.Position, ReplayPage) is { Count: > 0 } page)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var record in page)
            {
                while (next < lines.Length && lines[next].Send.Begun < record.At)
                    lines[next++].Explain(gate, isLast: true);
                gate = gate.Apply(record);
                kept?.Look(gate, record);
                // Entries of the same instant may lie before the line or behind it: the first that agrees is taken.
                for (var i = next; i < lines.Length && lines[i].Send.Begun == record.At; i++)
                    lines[i].Explain(gate, isLast: false);
            }
        }
        for (; next < lines.Length; next++)
            lines[next].Explain(gate, isLast: true);
    }

    /// <summary>Takes with pictures that their terms kept from one subscriber whole, filed in a span of time.</summary>
    sealed class KeptWhole(string subscriber, DateTimeOffset from, DateTimeOffset until)
    {
        readonly List<PictureDecision> _decisions = [];

        public IReadOnlyList<PictureDecision> Decisions => _decisions;

        public bool IsOver { get; private set; }

        public void Look(GateSnapshot gate, LogRecord record)
        {
            IsOver |= record.At >= until;
            if (IsOver || record.At < from || record.Entry is not LogEntry.TakeFiled { Filed: var filed }
                || filed.Take.Pictures.IsEmpty
                || gate.Explain(subscriber, filed.Story, filed.Number) is not { Item: { } clause })
                return;
            _decisions.AddRange(filed.Take.Pictures.Select((picture, i) => new PictureDecision
            {
                Position = record.Position,
                At = record.At,
                Story = filed.Story,
                Take = filed.Number,
                Picture = i + 1,
                Subscriber = subscriber,
                Path = null,
                Withheld = clause.Reason,
                Clause = clause,
                Terms = picture.UsageTerms?.Whole ?? "",
            }));
        }
    }

    /// <summary>A line of the ledger whose take has pictures.</summary>
    sealed class AuditedSend(Send send, Take take, ImmutableArray<WithholdReason?> reasons)
    {
        ImmutableArray<DecidingClause?> _clauses = [];
        long _position;

        public Send Send => send;

        public void Explain(GateSnapshot gate, bool isLast)
        {
            if (_position > 0 || gate.Position < send.Position)
                return;
            var explained = gate.Explain(send.Subscriber, send.Story, send.Number);
            var agrees = explained.Decision is Decision.Deliver deliver && deliver.Pictures.SequenceEqual(reasons);
            if (!agrees && !isLast)
                return;
            _position = gate.Position;
            _clauses = agrees ? explained.Pictures : [];
        }

        public IEnumerable<PictureDecision> Decisions => reasons.Select((reason, i) => new PictureDecision
        {
            Position = _position,
            At = send.Begun,
            Story = send.Story,
            Take = send.Number,
            Picture = i + 1,
            Subscriber = send.Subscriber,
            Path = send.Path,
            Withheld = reason,
            Clause = i < _clauses.Length ? _clauses[i] : null,
            Terms = take.Pictures[i].UsageTerms?.Whole ?? "",
        });
    }
}

/// <summary>A page of the audit.</summary>
/// <param name="Decisions">By the second in which the take was handed out, then by story, take, subscriber,
/// picture.</param>
/// <param name="Last">The line after which the next page begins; null when there is none.</param>
public sealed record PictureAuditPage(IReadOnlyList<PictureDecision> Decisions, Send? Last);

/// <summary>
/// What was decided about one picture when its take was handed out to one subscriber, or was filed and kept from it.
/// </summary>
public sealed record PictureDecision
{
    /// <summary>The position of the log up to which the gate knew it when it decided.</summary>
    public required long Position { get; init; }

    /// <summary>When the line was written, before the first byte; it may stand for nothing sent.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The story.</summary>
    public required StoryId Story { get; init; }

    /// <summary>The take.</summary>
    public required int Take { get; init; }

    /// <summary>Number of the picture in the take, from 1.</summary>
    public required int Picture { get; init; }

    /// <summary>Id of the subscriber.</summary>
    public required string Subscriber { get; init; }

    /// <summary>How the take left; null when it was kept back whole.</summary>
    public required SendPath? Path { get; init; }

    /// <summary>Why the picture stayed behind; null when it went along.</summary>
    public required WithholdReason? Withheld { get; init; }

    /// <summary>
    /// The clause that kept it back; null when it went along, and in the rare case that the gate answered otherwise by
    /// the time the line was on disk, so that nothing was handed out by it.
    /// </summary>
    public required DecidingClause? Clause { get; init; }

    /// <summary>The picture's usage terms, verbatim; empty when it has none.</summary>
    public required string Terms { get; init; }
}
