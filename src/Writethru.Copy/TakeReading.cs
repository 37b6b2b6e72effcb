using System.Collections.Immutable;

namespace Writethru.Copy;

/// <summary>What a machine concluded from one take. Lies beside the take and can be made anew.</summary>
public sealed record TakeReading
{
    /// <summary>The dateline as resolved; null when there is none.</summary>
    public Located? Located { get; init; }

    /// <summary>
    /// The note to editors held against what the take changed; null when there is no note with claims, or no take
    /// before.
    /// </summary>
    public AdvisoryCheck? Check { get; init; }

    /// <summary>What <see cref="Take.UsageTerms"/> allows and denies; null when the item has no terms.</summary>
    public TermsReading? Terms { get; init; }

    /// <summary>What <see cref="Take.Advisory"/> claims; null when the take has none.</summary>
    public AdvisoryReading? Advisory { get; init; }

    /// <summary>One entry a picture, in the order of <see cref="Take.Pictures"/>; null where it has no terms.</summary>
    public ImmutableArray<TermsReading?> PictureTerms { get; init; } = [];
}

/// <summary>A dateline as resolved.</summary>
public sealed record Located
{
    /// <summary>The calendar date; null when the dateline has none or no year can be known.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>How the year is known.</summary>
    public DateBasis Basis { get; init; }

    /// <summary>The places that the shipped list knows, in the order printed.</summary>
    public ImmutableArray<LocatedPlace> Places { get; init; } = [];
}

/// <summary>How the year of a dateline is known.</summary>
public enum DateBasis
{
    /// <summary>Not known.</summary>
    None,

    /// <summary>It is printed in the dateline.</summary>
    Printed,

    /// <summary>It is the year that puts the date nearest to the item's own instant, at most 2 days after it.</summary>
    Sender,

    /// <summary>The same, by the instant of receipt: the item itself has none.</summary>
    Received,

    /// <summary>It comes from the dates with a year in the copy itself.</summary>
    Copy,
}

/// <summary>A place of a dateline that the shipped list knows.</summary>
/// <param name="Name">The place as printed.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
public sealed record LocatedPlace(string Name, string Country);

/// <summary>What a sentence of usage terms allows and denies.</summary>
public sealed record TermsReading
{
    /// <summary>The rules, in the order of their words.</summary>
    public ImmutableArray<UsageRule> Rules { get; init; } = [];

    /// <summary>The words that were not understood. Anything in here denies until a person clears the terms.</summary>
    public ImmutableArray<TextSpan> NotUnderstood { get; init; } = [];

    /// <summary>Whether every word was understood.</summary>
    public bool IsUnderstood => NotUnderstood.IsEmpty;
}

/// <summary>A stretch of a text, in UTF-16 code units.</summary>
/// <param name="Start">Index of the first unit.</param>
/// <param name="Length">How many units.</param>
public readonly record struct TextSpan(int Start, int Length);
