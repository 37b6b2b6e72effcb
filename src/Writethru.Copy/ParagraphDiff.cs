using System.Collections.Immutable;

namespace Writethru.Copy;

/// <summary>
/// What a take changed against the one before it: its paragraphs aligned, its fields and pictures compared.
/// </summary>
/// <remarks>Every paragraph of both takes stands in it exactly once.</remarks>
public sealed record ParagraphDiff
{
    /// <summary>
    /// The paragraphs in the order of the new take; one that was removed stands behind the one it followed.
    /// </summary>
    public ImmutableArray<ParagraphChange> Paragraphs { get; init; } = [];

    /// <summary>The fields that differ, in a fixed order; see <see cref="DiffFields"/>.</summary>
    public ImmutableArray<FieldChange> Fields { get; init; } = [];

    /// <summary>The pictures in the order of the new take, then those that were removed.</summary>
    public ImmutableArray<PictureChange> Pictures { get; init; } = [];

    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => Fields.IsEmpty && Paragraphs.All(change => change.Kind == ChangeKind.Same)
        && Pictures.All(picture => picture.Kind == ChangeKind.Same);
}

/// <summary>One paragraph of a diff.</summary>
public sealed record ParagraphChange
{
    /// <summary>What happened to it.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>Its number in the old take, from 1; null when it was added.</summary>
    public int? Old { get; init; }

    /// <summary>Its number in the new take, from 1; null when it was removed.</summary>
    public int? New { get; init; }

    /// <summary>The words that differ, in reading order; empty when none do, or when they were not asked for.</summary>
    public ImmutableArray<WordChange> Words { get; init; } = [];
}

/// <summary>Words of a paragraph that differ.</summary>
/// <param name="Old">The words in the old text; of length 0 where something was put in.</param>
/// <param name="New">The words in the new text; of length 0 where something was taken out.</param>
public readonly record struct WordChange(TextSpan Old, TextSpan New);

/// <summary>A field that differs.</summary>
/// <param name="Name">A name from <see cref="DiffFields"/>.</param>
/// <param name="Old">As it was; empty when absent.</param>
/// <param name="New">As it is; empty when absent.</param>
public sealed record FieldChange(string Name, string Old, string New);

/// <summary>One picture of a diff. Pictures that are the same stand in it too.</summary>
public sealed record PictureChange
{
    /// <summary>What happened to it; never <see cref="ChangeKind.Minor"/>.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>Its number among the old take's pictures, from 1; null when it was added.</summary>
    public int? Old { get; init; }

    /// <summary>Its number among the new take's pictures, from 1; null when it was removed.</summary>
    public int? New { get; init; }

    /// <summary>What of it differs: <c>caption</c>, <c>credit</c>, <c>usageTerms</c>, <c>file</c>.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];
}

/// <summary>What happened to a part of a take.</summary>
public enum ChangeKind
{
    /// <summary>Nothing: the text is the same.</summary>
    Same,

    /// <summary>
    /// Words of little weight differ: nineteen of twenty are the same, and no number, name, date, quotation or negation
    /// is among those that are not.
    /// </summary>
    Minor,

    /// <summary>Words differ, and at least half of them are the same; it may stand elsewhere too.</summary>
    Edited,

    /// <summary>The text is the same but for words of little weight, and stands elsewhere.</summary>
    Moved,

    /// <summary>Not in the old take.</summary>
    Added,

    /// <summary>Not in the new take.</summary>
    Removed,
}

/// <summary>The names of the fields that a diff compares, in the order in which it lists them.</summary>
public static class DiffFields
{
    /// <summary>The headline.</summary>
    public const string Headline = "headline";

    /// <summary>The slug.</summary>
    public const string Slug = "slug";

    /// <summary>The byline.</summary>
    public const string Byline = "byline";

    /// <summary>The dateline as printed.</summary>
    public const string Dateline = "dateline";

    /// <summary>The sub-heads of the body, one a line.</summary>
    public const string Subheads = "subheads";

    /// <summary>IPTC urgency.</summary>
    public const string Urgency = "urgency";

    /// <summary>What the sender says may be done with the item.</summary>
    public const string Status = "status";

    /// <summary>The words of the embargo.</summary>
    public const string Embargo = "embargo";

    /// <summary>The terms that bind the item.</summary>
    public const string UsageTerms = "usageTerms";
}
