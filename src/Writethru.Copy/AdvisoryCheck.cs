using System.Collections.Immutable;

namespace Writethru.Copy;

/// <summary>A note to editors held against what its take really changed.</summary>
public sealed record AdvisoryCheck
{
    /// <summary>All in all.</summary>
    public required CheckVerdict Verdict { get; init; }

    /// <summary>One entry a claim, in the order of <see cref="AdvisoryReading.Claims"/>.</summary>
    public ImmutableArray<ClaimCheck> Claims { get; init; } = [];

    /// <summary>
    /// Paragraphs of the new take that were edited or added, and that no claim covers; numbers from 1.
    /// </summary>
    public ImmutableArray<int> Unannounced { get; init; } = [];

    /// <summary>Paragraphs of the old take that were removed, and that no claim covers; numbers from 1.</summary>
    public ImmutableArray<int> UnannouncedRemovals { get; init; } = [];

    /// <summary>
    /// Fields that changed and that no claim covers; names from <see cref="DiffFields"/>, and <c>pictures</c>.
    /// </summary>
    public ImmutableArray<string> UnannouncedFields { get; init; } = [];

    /// <summary>
    /// Paragraphs of the new take with an edit of little weight, which nobody announces; numbers from 1.
    /// </summary>
    public ImmutableArray<int> Minor { get; init; } = [];
}

/// <summary>What became of one claim.</summary>
public sealed record ClaimCheck
{
    /// <summary>Whether the diff bears it out.</summary>
    public required ClaimVerdict Verdict { get; init; }

    /// <summary>
    /// The paragraphs that the claim names and that really changed, as numbers of the take that it addresses; empty
    /// when it names none.
    /// </summary>
    public ImmutableArray<int> Borne { get; init; } = [];

    /// <summary>The paragraphs that the claim names and that did not change, or do not exist.</summary>
    public ImmutableArray<int> Missing { get; init; } = [];
}

/// <summary>What the diff says of one claim.</summary>
public enum ClaimVerdict
{
    /// <summary>It is so.</summary>
    Confirmed,

    /// <summary>It is so in some of the places that it names.</summary>
    Partly,

    /// <summary>Nothing of it is in the diff.</summary>
    NotFound,

    /// <summary>No diff can tell: an instruction, a video, a line of a page.</summary>
    NotVerifiable,
}

/// <summary>What the diff says of a whole note.</summary>
public enum CheckVerdict
{
    /// <summary>Every claim that can be verified is confirmed, and no change of weight is left without one.</summary>
    Accurate,

    /// <summary>A claim is only partly so, or a change of weight has no claim.</summary>
    Incomplete,

    /// <summary>A claim says what is not so.</summary>
    Wrong,
}
