using System.Collections.Frozen;
using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>How one take stands.</summary>
sealed record TakeStanding
{
    public required int Number { get; init; }

    /// <summary>Where it was filed.</summary>
    public required long Position { get; init; }

    public required bool IsKill { get; init; }

    public required bool IsHold { get; init; }

    public bool IsNotice => IsKill || IsHold;

    /// <summary>Who sent its copy; empty where that is not known.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>
    /// A hash of headline and paragraphs, in this process alone: by it copy is known again that names no provenance.
    /// </summary>
    public int WordsHash { get; init; }

    /// <summary>
    /// The position from which it may be seen; 0 while it is under embargo, waits, or stands behind a hold.
    /// </summary>
    public long OpenedAt { get; init; }

    /// <summary>Whether nothing but the hold under which it came, or was lifted, keeps it back.</summary>
    public bool IsBehindHold { get; init; }

    /// <summary>
    /// The position at which it came again last, in the open already, since there may be more of it: terms that
    /// withheld it, or a picture of it, were cleared, or a window of theirs began; 0 for never.
    /// </summary>
    public long ClearedAt { get; init; }

    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>
    /// The position from which those who have agreed to keep embargoes may see it; 0 when it never was under one whose
    /// instant is known.
    /// </summary>
    public long EmbargoedAt { get; init; }

    /// <summary>Of a kill or hold: the takes that had been sent, by subscriber. Else empty.</summary>
    public FrozenDictionary<string, ImmutableArray<int>> Sent { get; init; } =
        FrozenDictionary<string, ImmutableArray<int>>.Empty;

    public bool Waits { get; init; }

    /// <summary>
    /// Whether its copy stands in another story now: when it is not out yet, it never comes out here.
    /// </summary>
    public bool IsWithdrawn { get; init; }

    public BoundTerms? Terms { get; init; }

    /// <summary>Whether it is a picture by itself.</summary>
    public bool IsPicture { get; init; }

    /// <summary>When a picture by itself is no longer offered; null when it is not said.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whether no picture of it may leave without terms.</summary>
    public bool NeedsTerms { get; init; }

    /// <summary>One entry a picture; null where the picture has no terms.</summary>
    public ImmutableArray<BoundTerms?> Pictures { get; init; } = [];

    /// <summary>One entry a picture: its identity where files of it are kept, else empty.</summary>
    public ImmutableArray<string> PictureIds { get; init; } = [];

    /// <summary>One entry a picture: what it is known again by.</summary>
    public ImmutableArray<PictureMark> Marks { get; init; } = [];

    /// <summary>
    /// One entry a picture: the story that it may be by itself, where this take carries it as another's; else null.
    /// </summary>
    public ImmutableArray<StoryId?> Homes { get; init; } = [];

    /// <summary>Numbers of its pictures, from 1, that were taken down.</summary>
    public ImmutableArray<int> TakenDown { get; init; } = [];

    /// <summary>
    /// Whether nothing but an embargo or a wait of its own keeps it back, of which the list of pending takes knows.
    /// </summary>
    public bool IsPending => OpenedAt == 0 && !IsBehindHold && !IsWithdrawn && !IsNotice;

    /// <summary>Of a kill or hold: the takes that had been sent to a subscriber.</summary>
    public ImmutableArray<int> SentTo(string subscriber) => Sent.TryGetValue(subscriber, out var takes) ? takes : [];

    /// <summary>After there may be more of it, for all who see it by now: in the open, or by an agreement.</summary>
    public TakeStanding ComeAgain(long position) => OpenedAt > 0 ? this with { ClearedAt = position }
        : EmbargoedAt > 0 ? this with { EmbargoedAt = position }
        : this;

    /// <summary>
    /// After a newer take came in that is under embargo or waits: what is not out is kept back by the stricter of both.
    /// </summary>
    public TakeStanding BoundBy(TakeStanding newer) => this with
    {
        IsBehindHold = false,
        Waits = Waits || newer.Waits,
        EmbargoedUntil = newer.EmbargoedUntil > EmbargoedUntil || EmbargoedUntil is null
            ? newer.EmbargoedUntil ?? EmbargoedUntil
            : EmbargoedUntil,
    };

    public bool HasTerms(string text) => Terms?.Text == text || Pictures.Any(terms => terms?.Text == text);

    /// <param name="record">The entry that filed it.</param>
    /// <param name="entry">The same.</param>
    /// <param name="isHeld">Whether its story is held.</param>
    /// <param name="publisher">Who sent its copy.</param>
    public static TakeStanding Of(LogRecord record, LogEntry.TakeFiled entry, bool isHeld, string publisher)
    {
        var take = entry.Filed.Take;
        var pictures = take.Pictures
            .Select((picture, i) => Bind(picture.UsageTerms, record.Reading?.PictureTerms.ElementAtOrDefault(i)));
        var isNotice = entry.Filed.IsKill || entry.Filed.IsHold;
        var isFree = entry.EmbargoedUntil is null && !entry.Waits;
        return new TakeStanding
        {
            Number = entry.Filed.Number,
            Position = record.Position,
            IsKill = entry.Filed.IsKill,
            IsHold = entry.Filed.IsHold,
            Publisher = publisher,
            WordsHash = HashWords(take),
            OpenedAt = isNotice || (isFree && !isHeld) ? record.Position : 0,
            IsBehindHold = !isNotice && isFree && isHeld,
            EmbargoedUntil = entry.EmbargoedUntil,
            EmbargoedAt = !isNotice && entry.EmbargoedUntil is not null && !entry.Waits ? record.Position : 0,
            Sent = entry.Recipients.ToFrozenDictionary(recipient => recipient.Subscriber, recipient => recipient.Takes),
            Waits = entry.Waits,
            IsPicture = take.Kind == TakeKind.Picture,
            Expires = Windows.ExpiryOf(take),
            NeedsTerms = entry.NeedsTerms,
            Terms = Bind(take.UsageTerms, record.Reading?.Terms),
            Pictures = [.. pictures],
            PictureIds = [.. take.Pictures.Select(picture => picture.Id)],
            Marks = [.. take.Pictures.Select(PictureMark.Of)],
            Homes =
            [
                .. take.Pictures.Select(picture =>
                    picture.Id.Length == 0 || picture.Id == entry.Filed.Story.Value
                        ? (StoryId?)null
                        : new StoryId(picture.Id)),
            ],
        };
    }

    internal static int HashWords(Take take)
    {
        var hash = new HashCode();
        hash.Add(take.Headline);
        foreach (var paragraph in take.Body)
            hash.Add(paragraph.Text);
        return hash.ToHashCode();
    }

    static BoundTerms? Bind(UsageTerms? terms, TermsReading? reading) =>
        terms is null ? null : new BoundTerms(terms.Whole, reading);
}
