using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>How one story stands: its takes in order, and the kill that ended it.</summary>
sealed record StoryStanding
{
    /// <summary>Take n is at index n - 1.</summary>
    public ImmutableArray<TakeStanding> Takes { get; init; } = [];

    /// <summary>Position of the kill; 0 when the story lives.</summary>
    public long KilledAt { get; init; }

    public TakeStanding? Find(int number) => number >= 1 && number <= Takes.Length ? Takes[number - 1] : null;

    public StoryStanding With(TakeStanding take) => this with
    {
        Takes = take.Number == Takes.Length + 1 ? Takes.Add(take) : Takes.SetItem(take.Number - 1, take),
    };
}

/// <summary>How one take stands.</summary>
sealed record TakeStanding
{
    public required int Number { get; init; }

    public required bool IsKill { get; init; }

    /// <summary>The position from which it may be seen; 0 while it is under embargo or waits.</summary>
    public long OpenedAt { get; init; }

    /// <summary>
    /// The position at which terms that withheld it, or a picture of it, were cleared last; 0 for never.
    /// </summary>
    public long ClearedAt { get; init; }

    public DateTimeOffset? EmbargoedUntil { get; init; }

    public bool Waits { get; init; }

    public BoundTerms? Terms { get; init; }

    /// <summary>One entry a picture; null where the picture has no terms.</summary>
    public ImmutableArray<BoundTerms?> Pictures { get; init; } = [];

    public bool HasTerms(string text) => Terms?.Text == text || Pictures.Any(terms => terms?.Text == text);

    public static TakeStanding Of(LogRecord record, LogEntry.TakeFiled entry)
    {
        var take = entry.Filed.Take;
        var pictures = take.Pictures
            .Select((picture, i) => Bind(picture.UsageTerms, record.Reading?.PictureTerms.ElementAtOrDefault(i)));
        var isOpen = entry.Filed.IsKill || (entry.EmbargoedUntil is null && !entry.Waits);
        return new TakeStanding
        {
            Number = entry.Filed.Number,
            IsKill = entry.Filed.IsKill,
            OpenedAt = isOpen ? record.Position : 0,
            EmbargoedUntil = entry.EmbargoedUntil,
            Waits = entry.Waits,
            Terms = Bind(take.UsageTerms, record.Reading?.Terms),
            Pictures = [.. pictures],
        };
    }

    static BoundTerms? Bind(UsageTerms? terms, TermsReading? reading) =>
        terms is null ? null : new BoundTerms(terms.Text, reading);
}
