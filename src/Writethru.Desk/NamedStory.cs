using Writethru.Copy;
using Writethru.Reading.Likelihood;

namespace Writethru.Desk;

/// <summary>A story that a notice names.</summary>
/// <param name="Story">The story.</param>
/// <param name="Number">The take that fits.</param>
/// <param name="Names">By what.</param>
sealed record NamedStory(StoryId Story, int Number, NoticeNames Names)
{
    /// <summary>Whether it was killed or taken down.</summary>
    public bool IsOver { get; init; }

    /// <summary>As it stands in the log.</summary>
    public StoryLink Link => new(Story, Number, Names.Reading, Names.IsCertain ? null : LinkDoubt.Named);

    /// <summary>As a person reads it: the story and by what it is named.</summary>
    public override string ToString() =>
        $"{Story} ({string.Join(", ", Names.Reasons.Select(reason => Words.Of(reason.Feature)))}"
        + (IsOver ? "; it is over)" : ")");
}
