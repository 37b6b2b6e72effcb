using System.Collections.Frozen;
using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>How one story stands: its takes in order, and the hold or kill that closed it.</summary>
sealed record StoryStanding
{
    /// <summary>Take n is at index n - 1.</summary>
    public ImmutableArray<TakeStanding> Takes { get; init; } = [];

    public StoryState State { get; init; }

    /// <summary>
    /// The position from which on nothing of it has gone out: that of the hold or the kill, the first of the two when it
    /// was killed while it was held; 0 when the story lives.
    /// </summary>
    public long ClosedAt { get; init; }

    /// <summary>The hold or kill that closes it now; null when it lives.</summary>
    public TakeStanding? Closing => State == StoryState.Living ? null
        : Takes.LastOrDefault(take => IsKilled ? take.IsKill : take.IsHold);

    /// <summary>The pictures that were taken down, each with why and by whom, oldest first.</summary>
    public ImmutableArray<LogEntry.PictureTakenDown> TakenDown { get; init; } = [];

    public bool IsKilled => State is StoryState.Killed or StoryState.TakenDown;

    public TakeStanding? Find(int number) => number >= 1 && number <= Takes.Length ? Takes[number - 1] : null;

    public StoryStanding With(TakeStanding take) => this with
    {
        Takes = take.Number == Takes.Length + 1 ? Takes.Add(take) : Takes.SetItem(take.Number - 1, take),
    };

    /// <summary>Numbers of a take's pictures, from 1, that were taken down with an earlier one.</summary>
    public ImmutableArray<int> TakenDownIn(Take take) => [.. take.Pictures.Index()
        .Where(picture => TakenDown.Any(down => down.Picture.IsOf(picture.Item))).Select(picture => picture.Index + 1)];

    /// <summary>After the right to a picture ended.</summary>
    public StoryStanding TakeDown(LogEntry.PictureTakenDown down)
    {
        var standing = this with { TakenDown = TakenDown.Add(down) };
        foreach (var (number, picture) in down.Seen)
        {
            if (standing.Find(number) is { } take)
                standing = standing.With(take with { TakenDown = take.TakenDown.Add(picture) });
        }
        return standing;
    }

    /// <summary>After a hold or a kill.</summary>
    public StoryStanding Close(long position) => this with { ClosedAt = ClosedAt > 0 ? ClosedAt : position };

    /// <summary>
    /// After a release: what the hold alone kept back is out. What came under the hold is not handed out take by take,
    /// for the release brings the newest.
    /// </summary>
    public StoryStanding Reopen(long position) => this with
    {
        ClosedAt = 0,
        Takes = [.. Takes.Select(take =>
            take.IsBehindHold ? take with { OpenedAt = position, IsBehindHold = false } : take)],
    };
}

/// <summary>How one take stands.</summary>
sealed record TakeStanding
{
    public required int Number { get; init; }

    public required bool IsKill { get; init; }

    public required bool IsHold { get; init; }

    public bool IsNotice => IsKill || IsHold;

    /// <summary>
    /// The position from which it may be seen; 0 while it is under embargo, waits, or stands behind a hold.
    /// </summary>
    public long OpenedAt { get; init; }

    /// <summary>Whether nothing but the hold under which it came, or was lifted, keeps it back.</summary>
    public bool IsBehindHold { get; init; }

    /// <summary>
    /// The position at which it came again last, in the open already, since there may be more of it: terms that withheld
    /// it, or a picture of it, were cleared, or a window of theirs began; 0 for never.
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

    /// <summary>Whether its copy stands in another story now: when it is not out yet, it never comes out here.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The story that its copy belongs to after all; null when it is this one.</summary>
    public StoryId? MovedTo { get; init; }

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

    /// <summary>
    /// One entry a picture: the story that it may be by itself, where this take carries it as another's; else null.
    /// </summary>
    public ImmutableArray<StoryId?> Homes { get; init; } = [];

    /// <summary>Of a kill or hold: the takes that had been sent to a subscriber.</summary>
    public ImmutableArray<int> SentTo(string subscriber) => Sent.TryGetValue(subscriber, out var takes) ? takes : [];

    /// <summary>Numbers of its pictures, from 1, that were taken down.</summary>
    public ImmutableArray<int> TakenDown { get; init; } = [];

    /// <summary>After there may be more of it, for all who see it by now: in the open, or by an agreement.</summary>
    public TakeStanding ComeAgain(long position) => OpenedAt > 0 ? this with { ClearedAt = position }
        : EmbargoedAt > 0 ? this with { EmbargoedAt = position }
        : this;

    public bool HasTerms(string text) => Terms?.Text == text || Pictures.Any(terms => terms?.Text == text);

    public static TakeStanding Of(LogRecord record, LogEntry.TakeFiled entry, bool isHeld)
    {
        var take = entry.Filed.Take;
        var pictures = take.Pictures
            .Select((picture, i) => Bind(picture.UsageTerms, record.Reading?.PictureTerms.ElementAtOrDefault(i)));
        var isNotice = entry.Filed.IsKill || entry.Filed.IsHold;
        var isFree = entry.EmbargoedUntil is null && !entry.Waits;
        return new TakeStanding
        {
            Number = entry.Filed.Number,
            IsKill = entry.Filed.IsKill,
            IsHold = entry.Filed.IsHold,
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
            Homes =
            [
                .. take.Pictures.Select(picture =>
                    picture.Id.Length == 0 || picture.Id == entry.Filed.Story.Value ? (StoryId?)null : new StoryId(picture.Id)),
            ],
        };
    }

    static BoundTerms? Bind(UsageTerms? terms, TermsReading? reading) =>
        terms is null ? null : new BoundTerms(terms.Whole, reading);
}
