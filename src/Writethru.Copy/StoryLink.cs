using System.Collections.Immutable;

namespace Writethru.Copy;

/// <summary>A story that a take belongs to, or may belong to, by the likeness of the copy.</summary>
/// <param name="Story">The story.</param>
/// <param name="Number">The take of it that the new one was compared with.</param>
/// <param name="Likelihood">How likely, and why.</param>
/// <param name="Doubt">Why a person must say; null: it was linked.</param>
public sealed record StoryLink(StoryId Story, int Number, LikelihoodReading Likelihood, LinkDoubt? Doubt);

/// <summary>Why a take was not linked to a story that it may belong to.</summary>
public enum LinkDoubt
{
    /// <summary>The two are alike, but not enough.</summary>
    LowScore,

    /// <summary>Another story is nearly as likely, or the sender names both as the one before.</summary>
    SeveralStories,

    /// <summary>The story was killed or taken down, or is held.</summary>
    Stopped,

    /// <summary>The sender keeps one identity for all versions of a story, and this is another one.</summary>
    OtherIdentity,

    /// <summary>The datelines name another day: what comes daily is alike every day.</summary>
    OtherDay,

    /// <summary>By its label or its time it is an earlier edition than the one that is there.</summary>
    EarlierEdition,

    /// <summary>The take is a kill, which by likeness alone ends no story.</summary>
    Kill,

    /// <summary>A feed gave it the identity of that story, and nothing of the copy is of it.</summary>
    OtherCopy,

    /// <summary>A notice names it in words that fit, and not beyond doubt.</summary>
    Named,
}

/// <summary>How likely two takes are editions of one story.</summary>
/// <param name="Score">0 to 1, in thousandths: the sum of weight by value of the reasons.</param>
/// <param name="Reasons">What was compared, in the order of the choices; empty when a condition is not met.</param>
public sealed record LikelihoodReading(double Score, ImmutableArray<LikelihoodReason> Reasons)
{
    /// <summary>Two takes that cannot be one story: other agencies, too far apart, another kind of piece.</summary>
    public static LikelihoodReading None { get; } = new(0, []);
}

/// <summary>One thing that was compared.</summary>
/// <param name="Feature">What.</param>
/// <param name="Weight">What it counts for; the weights of one reading add up to at most 1.</param>
/// <param name="Value">How alike, 0 to 1, in thousandths.</param>
public sealed record LikelihoodReason(LikelihoodFeature Feature, double Weight, double Value);

/// <summary>What two takes are compared by.</summary>
public enum LikelihoodFeature
{
    /// <summary>
    /// Runs of three words (five characters of Chinese, Japanese, Korean) of the shorter one in the other.
    /// </summary>
    Words,

    /// <summary>The words of the headlines, without the label of the series.</summary>
    Headline,

    /// <summary>The names and numbers of the one that has fewer in the other.</summary>
    Names,

    /// <summary>A place of the dateline.</summary>
    Place,

    /// <summary>The label of the series: the next number, or a higher one.</summary>
    Series,

    /// <summary>The place on the web; counts only when it is the same, as do those after it.</summary>
    Permalink,

    /// <summary>The slug.</summary>
    Slug,

    /// <summary>The sender's number of the transmission.</summary>
    Number,

    /// <summary>The sender's identity of the item, in the words of a notice.</summary>
    Identity,

    /// <summary>The name of a picture's file, in the words of a notice.</summary>
    File,

    /// <summary>The clock of the transmission, in the words of a notice.</summary>
    Time,
}
