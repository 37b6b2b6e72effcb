using System.Collections.Immutable;

namespace Writethru.Copy;

/// <summary>What a note to editors says that its take changed, as read from its words.</summary>
public sealed record AdvisoryReading
{
    /// <summary>
    /// The series label that stands in the line itself: <c>CORRECTED</c>, <c>UPDATE 2</c>; empty when none.
    /// </summary>
    public string Series { get; init; } = "";

    /// <summary>The claims, in the order of their words.</summary>
    public ImmutableArray<Claim> Claims { get; init; } = [];

    /// <summary>The words that were not understood, by their place in the line. Never guessed at.</summary>
    public ImmutableArray<TextSpan> NotUnderstood { get; init; } = [];
}

/// <summary>One thing that a note says was done. Each object of a verb is a claim of its own.</summary>
public sealed record Claim
{
    /// <summary>What was done.</summary>
    public required ClaimAction Action { get; init; }

    /// <summary>What it was done to.</summary>
    public required ClaimTarget Target { get; init; }

    /// <summary>Where; null when the note does not say.</summary>
    public ParagraphReference? Where { get; init; }

    /// <summary>For a correction: what it says instead of <see cref="FromWords"/>; empty when not said.</summary>
    public string ToWords { get; init; } = "";

    /// <summary>For a correction: the words that were wrong; empty when not said.</summary>
    public string FromWords { get; init; } = "";

    /// <summary>
    /// The rest of the words about the object, verbatim: <c>outcome of harbor talks</c>; empty when none.
    /// </summary>
    public string Note { get; init; } = "";

    /// <summary>The words of the claim, in the line.</summary>
    public TextSpan Span { get; init; }

    /// <summary>
    /// Name of the rule that read it, for a reader who asks why; <c>docs/guide/advisories.md</c> lists them.
    /// </summary>
    public string Rule { get; init; } = "";
}

/// <summary>What a note to editors says was done.</summary>
public enum ClaimAction
{
    /// <summary>Later facts in place of earlier ones.</summary>
    Updates,

    /// <summary>Something that was not there.</summary>
    Adds,

    /// <summary>Written anew, most often the lead.</summary>
    Recasts,

    /// <summary>Something that was wrong.</summary>
    Corrects,

    /// <summary>Made shorter.</summary>
    Trims,

    /// <summary>Edited, raised or modified.</summary>
    Changes,

    /// <summary>One thing in place of another.</summary>
    Replaces,

    /// <summary>The same in another order.</summary>
    Restructures,

    /// <summary>Several stories made one.</summary>
    Combines,

    /// <summary>Taken out.</summary>
    Deletes,

    /// <summary>Sent again because of the form, not the facts.</summary>
    Refiles,

    /// <summary>Never to be used.</summary>
    Kills,

    /// <summary>Sent again unchanged.</summary>
    Repeats,

    /// <summary>An instruction and no change: full story to follow, no pickup, an embargo.</summary>
    Advises,
}

/// <summary>What a note to editors says something was done to.</summary>
public enum ClaimTarget
{
    /// <summary>The whole story.</summary>
    Story,

    /// <summary>The headline.</summary>
    Headline,

    /// <summary>The lead: the first paragraph.</summary>
    Lead,

    /// <summary>Text of a paragraph, by its number or without one.</summary>
    Para,

    /// <summary>Details.</summary>
    Details,

    /// <summary>Quotations and remarks.</summary>
    Quotes,

    /// <summary>Background and context.</summary>
    Background,

    /// <summary>Reaction.</summary>
    Reaction,

    /// <summary>Figures, prices, results.</summary>
    Figures,

    /// <summary>Spelling, a typing error, style.</summary>
    Spelling,

    /// <summary>The title of a person.</summary>
    Title,

    /// <summary>Who is said to have said it.</summary>
    Attribution,

    /// <summary>A photo.</summary>
    Photo,

    /// <summary>A graphic.</summary>
    Graphic,

    /// <summary>A video.</summary>
    Video,

    /// <summary>A caption.</summary>
    Caption,

    /// <summary>The byline.</summary>
    Byline,

    /// <summary>The dateline.</summary>
    Dateline,

    /// <summary>The slug.</summary>
    Slug,

    /// <summary>A bullet above the copy.</summary>
    Bullet,

    /// <summary>A link.</summary>
    Link,

    /// <summary>The line that says who worked on it.</summary>
    Signoff,

    /// <summary>The embargo.</summary>
    Embargo,
}

/// <summary>
/// Which paragraphs a claim means. Number 1 is the paragraph behind the dateline; captions, bylines and notes do not
/// count. References address the new take; of what was deleted, the old one.
/// </summary>
public abstract record ParagraphReference
{
    ParagraphReference()
    {
    }

    /// <summary>Paragraphs by number: <c>in paras 2, 6-10</c>.</summary>
    /// <param name="Ranges">In the order of the words; never empty.</param>
    public sealed record Listed(ImmutableArray<ParagraphRange> Ranges) : ParagraphReference
    {
        /// <inheritdoc/>
        public bool Equals(Listed? other) => other is not null && Ranges.AsSpan().SequenceEqual(other.Ranges.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => Ranges.Aggregate(0, (hash, range) => HashCode.Combine(hash, range));
    }

    /// <summary><c>in first three paras</c></summary>
    /// <param name="Count">How many, 1 or more.</param>
    public sealed record First(int Count) : ParagraphReference;

    /// <summary><c>in last 7 paras</c></summary>
    /// <param name="Count">How many, 1 or more.</param>
    public sealed record Last(int Count) : ParagraphReference;

    /// <summary><c>from 6th para</c>: this one and all behind it.</summary>
    /// <param name="Number">1 or more.</param>
    public sealed record From(int Number) : ParagraphReference;

    /// <summary><c>penultimate paragraph</c>, <c>at bottom</c>.</summary>
    /// <param name="Number">Counted from the end; 1 is the last.</param>
    public sealed record FromEnd(int Number) : ParagraphReference;

    /// <summary><c>throughout</c></summary>
    public sealed record Throughout : ParagraphReference;
}

/// <summary>Paragraphs from one to another, both counted in.</summary>
/// <param name="From">Number of the first, 1 or more.</param>
/// <param name="To">Number of the last; never before <paramref name="From"/>.</param>
public readonly record struct ParagraphRange(int From, int To);
