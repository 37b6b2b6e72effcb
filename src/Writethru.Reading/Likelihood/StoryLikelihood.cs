using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Reading.Likelihood;

/// <summary>
/// How likely two takes are editions of one story, by nothing but their copy. Pure and deterministic; safe to use from
/// many threads.
/// </summary>
/// <remarks>Weights and thresholds: <c>docs/decisions/0009-linking-by-likeness.md</c>.</remarks>
public static class StoryLikelihood
{
    /// <summary>How long after a take its next one may come.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromHours(36);

    const double HeadlineWeight = 0.2;

    /// <summary>
    /// What a story is called beside its words; each counts only when it is the same. Together less than what links:
    /// the name proposes, and without words of the copy it never links.
    /// </summary>
    const double PermalinkWeight = 0.4, SlugWeight = 0.05, NumberWeight = 0.04;

    /// <summary>
    /// Fewer runs, names or words of a headline than this count as this many: where little is said, little is shown.
    /// </summary>
    const int LeastRuns = 10, LeastNames = 3, LeastWords = 3;

    /// <summary>From this score, or this part of the longer lead, on it is the same copy with little changed.</summary>
    const double SameScore = 0.6, SameLead = 0.8;

    /// <summary>
    /// From this part of the earlier text on it stands in the later one: with changes; and word for word.
    /// </summary>
    const double MostText = 0.75, WholeText = 0.95;

    /// <summary>Compares two takes.</summary>
    /// <param name="earlier">The take that was there.</param>
    /// <param name="earlierAt">When it came in.</param>
    /// <param name="later">The take that comes.</param>
    /// <param name="laterAt">When it comes in.</param>
    public static LikelihoodReading Of(Take earlier, DateTimeOffset earlierAt, Take later, DateTimeOffset laterAt) =>
        Of(StoryTraits.Of(earlier), earlierAt, StoryTraits.Of(later), laterAt);

    /// <summary>As for takes, by what was drawn from them before.</summary>
    /// <returns>
    /// <see cref="LikelihoodReading.None"/> when they cannot be one story: both say whose they are and it is not the
    /// same, the later one comes more than <see cref="Window"/> after the earlier or before it, or its label is that
    /// of another kind of piece.
    /// </returns>
    public static LikelihoodReading Of(
        StoryTraits earlier, DateTimeOffset earlierAt, StoryTraits later, DateTimeOffset laterAt)
    {
        if (laterAt - earlierAt > Window || laterAt < earlierAt || !IsSameAgency(earlier.Agency, later.Agency)
            || !IsSameKind(earlier, later))
            return LikelihoodReading.None;
        var reasons = Reasons(earlier, later);
        return new LikelihoodReading(Math.Round(reasons.Sum(reason => reason.Weight * reason.Value), 3), reasons);
    }

    /// <summary>
    /// Whether one of the two may be the other with little changed, however short it is and whatever is said of its
    /// identity: as like as editions of one story, or at the same place on the web, or the same headline, figures and
    /// lead, or the earlier text in the later one under whatever headline.
    /// </summary>
    /// <remarks>For what must not come back; it says nothing of where copy belongs.</remarks>
    public static bool IsSameCopy(StoryTraits earlier, StoryTraits later) =>
        earlier.Permalinks.Any(later.Permalinks.Contains)
        || Reasons(earlier, later).Sum(reason => reason.Weight * reason.Value) >= SameScore
        || (earlier.Figures == later.Figures && IsSameHead(earlier, later))
        || StandsIn(earlier, later, MostText);

    /// <summary>Whether the two share a name, a word of the headlines or three words in a row.</summary>
    public static bool SharesWords(StoryTraits earlier, StoryTraits later) =>
        earlier.Runs.CountShared(later.Runs) > 0 || earlier.Headline.CountShared(later.Headline) > 0
        || CountShared(earlier.Names, later.Names) > 0;

    /// <summary>A flash may be a headline alone, and copy may have none: what both have must be the same.</summary>
    static bool IsSameHead(StoryTraits earlier, StoryTraits later) =>
        PartOfLonger(earlier.Headline, later.Headline) is var headline
        && PartOfLonger(earlier.Lead, later.Lead) is var lead
        && (headline, lead) is not (null, null)
        && headline is null or 1 && lead is null or >= SameLead
        && (Math.Min(earlier.Headline.Count, later.Headline.Count) >= LeastWords
            || Math.Min(earlier.Lead.Count, later.Lead.Count) >= LeastWords);

    /// <summary>Whether the earlier text stands in the later one word for word, under whatever headline.</summary>
    /// <remarks>For copy that is not out: what is merely like it is for who links stories to say.</remarks>
    public static bool IsSameText(StoryTraits earlier, StoryTraits later) => StandsIn(earlier, later, WholeText);

    /// <summary>
    /// Whether copy has the text of other copy, whatever else it has, or most of that text and nothing else: another
    /// headline, a paragraph more or less. A flash that stands in its lead has not the text of the lead.
    /// </summary>
    public static bool HasTextOf(StoryTraits copy, StoryTraits text) => StandsIn(text, copy, WholeText)
        || (StandsIn(copy, text, WholeText) && copy.Text.Count >= MostText * text.Text.Count);

    /// <summary>Of copy of one paragraph, that paragraph must be the other's.</summary>
    static bool StandsIn(StoryTraits earlier, StoryTraits later, double part) =>
        (earlier.Text.Count >= LeastRuns && earlier.Text.CountShared(later.Text) >= part * earlier.Text.Count)
        || (earlier.IsOneParagraph && later.IsOneParagraph
            && Math.Min(earlier.Lead.Count, later.Lead.Count) >= LeastWords
            && PartOfLonger(earlier.Lead, later.Lead) is 1);

    /// <summary>How much of the longer one stands in the other; null when one of them is empty.</summary>
    static double? PartOfLonger(WordRuns a, WordRuns b) =>
        a.Count == 0 || b.Count == 0 ? null : (double)a.CountShared(b) / Math.Max(a.Count, b.Count);

    /// <summary>Copy without a headline is nothing unusual; the others then speak for it.</summary>
    static ImmutableArray<LikelihoodReason> Reasons(StoryTraits earlier, StoryTraits later)
    {
        var headlines = Math.Min(earlier.Headline.Count, later.Headline.Count);
        (LikelihoodFeature Feature, double Weight, bool IsSame)[] called =
        [
            (LikelihoodFeature.Permalink, PermalinkWeight, earlier.Permalinks.Any(later.Permalinks.Contains)),
            (LikelihoodFeature.Slug, SlugWeight, IsSaid(earlier.Slug, later.Slug)),
            (LikelihoodFeature.Number, NumberWeight, IsSaid(earlier.Number, later.Number)),
        ];
        var scale = (1 - called.Where(reason => reason.IsSame).Sum(reason => reason.Weight))
            * (headlines > 0 ? 1 : 1 / (1 - HeadlineWeight));
        var reasons = ImmutableArray.CreateBuilder<LikelihoodReason>(8);
        Add(LikelihoodFeature.Words, 0.45 * scale, Part(earlier.Runs.CountShared(later.Runs), LeastRuns,
            Math.Min(earlier.Runs.Count, later.Runs.Count)));
        if (headlines > 0)
            Add(LikelihoodFeature.Headline, HeadlineWeight * scale,
                Part(earlier.Headline.CountShared(later.Headline), LeastWords, headlines));
        Add(LikelihoodFeature.Names, 0.15 * scale, Part(CountShared(earlier.Names, later.Names), LeastNames,
            Math.Min(earlier.Names.Count, later.Names.Count)));
        Add(LikelihoodFeature.Place, 0.1 * scale, earlier.Places.Any(later.Places.Contains) ? 1 : 0);
        Add(LikelihoodFeature.Series, 0.1 * scale, SeriesOf(earlier, later));
        foreach (var (feature, weight, _) in called.Where(reason => reason.IsSame))
            Add(feature, weight, 1);
        return reasons.DrainToImmutable();

        void Add(LikelihoodFeature feature, double weight, double value) =>
            reasons.Add(new LikelihoodReason(feature, Math.Round(weight, 4), Math.Round(value, 3)));
    }

    static bool IsSaid(string a, string b) => a.Length > 0 && a.Equals(b, StringComparison.OrdinalIgnoreCase);

    static bool IsSameAgency(string a, string b) =>
        a.Length == 0 || b.Length == 0 || a.Equals(b, StringComparison.OrdinalIgnoreCase);

    static bool IsSameKind(StoryTraits earlier, StoryTraits later) =>
        (earlier.Edition is not null && later.Edition is not null)
        || earlier.Series.Equals(later.Series, StringComparison.OrdinalIgnoreCase);

    /// <summary>How much of the shorter one stands in the other; what was there grows from take to take.</summary>
    static double Part(int shared, int least, int shorter) => (double)shared / Math.Max(shorter, least);

    static int CountShared(HashSet<string> a, HashSet<string> b) =>
        a.Count <= b.Count ? a.Count(b.Contains) : b.Count(a.Contains);

    /// <summary>A number may be missed, so a higher one speaks for it too, but less.</summary>
    static double SeriesOf(StoryTraits earlier, StoryTraits later) =>
        later.Edition is not { } number || earlier.Edition is not { } before || number < 1 ? 0
        : number == Math.Max(before, 0) + 1 ? 1
        : number > before ? 0.5
        : 0;
}
