using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Reading.Likelihood;

/// <summary>
/// What a take is compared by, drawn from it once. Immutable and bounded: about 100 kB for the longest story.
/// </summary>
public sealed class StoryTraits
{
    StoryTraits(Take take)
    {
        (Agency, Series) = (take.Agency, take.Series);
        Edition = SeriesNumber.Of(take.Series);
        Runs = WordRuns.Of(take.Body.Select(paragraph => paragraph.Text).Prepend(take.Headline));
        Text = WordRuns.Of(take.Body.Select(paragraph => paragraph.Text));
        IsOneParagraph = take.Body.Count(paragraph => paragraph.Text.Length > 0) == 1;
        Headline = WordRuns.OfHeadline(take.Headline);
        Names = PrintedNames.Of(take);
        Slug = take.Slug.Trim();
        Number = take.Sequence.Trim();
        Permalinks = [.. take.Links.Where(link => link.Rel == LinkRels.Alternate).Select(link => link.Target)];
        var lead = take.Body.FirstOrDefault(paragraph => paragraph.Text.Length > 0)?.Text ?? "";
        Lead = WordRuns.OfHeadline(lead);
        Figures = PrintedNames.FiguresOf($"{take.Headline} {lead}");
        Places = [.. (take.Dateline?.Places ?? []).Select(place => PlaceNames.KeyOf(place))
            .Where(key => key.Length > 0)];
    }

    /// <summary>Draws them from a take.</summary>
    public static StoryTraits Of(Take take) => new(take);

    /// <summary>Whose story it is; empty when the copy does not say.</summary>
    internal string Agency { get; }

    /// <summary>The label of the series as printed.</summary>
    internal string Series { get; }

    /// <summary>
    /// Which edition the label says that it is: 0 for a first take or a flash, 1 for <c>LEAD</c>, 2 for <c>2nd LD</c>;
    /// -1 when the label may stand on any edition, null when it is that of another kind of piece.
    /// </summary>
    public int? Edition { get; }

    internal WordRuns Runs { get; }

    /// <summary>As <see cref="Runs"/>, without the headline.</summary>
    internal WordRuns Text { get; }

    internal bool IsOneParagraph { get; }

    internal WordRuns Headline { get; }

    internal HashSet<string> Names { get; }

    /// <summary>What the sender calls the story on its wire; empty when it does not.</summary>
    internal string Slug { get; }

    /// <summary>The sender's number of the transmission; empty when it has none.</summary>
    internal string Number { get; }

    /// <summary>Where the copy stands on the web.</summary>
    internal ImmutableArray<string> Permalinks { get; }

    /// <summary>The words of the first paragraph.</summary>
    internal WordRuns Lead { get; }

    /// <summary>The figures of headline and lead, in order.</summary>
    internal string Figures { get; }

    /// <summary>The places of the dateline, by the key that names are compared by.</summary>
    internal ImmutableArray<string> Places { get; }
}
