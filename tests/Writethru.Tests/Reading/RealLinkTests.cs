using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Writethru.Copy;
using Writethru.Reading.Likelihood;
using Writethru.Tests.Support;

namespace Writethru.Tests.Reading;

/// <summary>
/// How well takes of real stories are told from other copy of their agency, where such copy is at hand.
/// </summary>
public partial class RealLinkTests(ITestOutputHelper output)
{
    const double Links = 0.6, Proposes = 0.4;

    /// <summary>Runs of three words alone, at 0.6, over the whole set from which these pairs are drawn.</summary>
    const double RecallOfRuns = 31 / 36.0, PrecisionOfRuns = 31 / 37.0;

    [Fact]
    public void Takes_of_real_stories_are_found_and_what_only_follows_them_is_not()
    {
        var documents = Lines("documents.jsonl").ToDictionary(line => line.GetProperty("id").GetString()!);
        var pairs = Lines("pairs.jsonl").Select(pair => (
            A: pair.GetProperty("a").GetString()!, B: pair.GetProperty("b").GetString()!,
            IsTake: pair.GetProperty("label").GetString() == "take")).ToList();
        var scored = pairs.Select(pair => (pair.IsTake, Score: Score(documents[pair.A], documents[pair.B]))).ToList();

        var links = scored.Where(pair => pair.Score >= Links).ToList();
        var right = (double)links.Count(pair => pair.IsTake);
        var (precision, recall) = (right / links.Count, right / scored.Count(pair => pair.IsTake));
        output.WriteLine($"{right} of {scored.Count(pair => pair.IsTake)} takes linked, "
            + $"{links.Count - right} of {scored.Count(pair => !pair.IsTake)} others; "
            + $"precision {precision:0.00}, recall {recall:0.00}");

        Assert.True(recall >= RecallOfRuns, $"recall {recall:0.000}");
        Assert.True(precision > PrecisionOfRuns, $"precision {precision:0.000}");
        Assert.All(scored.Where(pair => pair.IsTake), pair => Assert.True(pair.Score >= Proposes));
    }

    [Fact]
    public void Other_stories_of_an_agency_are_not_even_proposed()
    {
        var documents = Lines("documents.jsonl").ToList();
        var related = Lines("pairs.jsonl")
            .Select(pair => (pair.GetProperty("a").GetString(), pair.GetProperty("b").GetString())).ToHashSet();

        var compared = 0;
        foreach (var a in documents)
        {
            foreach (var b in documents)
            {
                if (a.GetProperty("id").ValueEquals(b.GetProperty("id").GetString()) || At(b) < At(a)
                    || related.Contains((a.GetProperty("id").GetString(), b.GetProperty("id").GetString())))
                    continue;
                compared++;
                Assert.True(Score(a, b) < Proposes, $"{a.GetProperty("id")} and {b.GetProperty("id")}");
            }
        }
        output.WriteLine($"{compared} pairs");
    }

    static double Score(JsonElement a, JsonElement b) => StoryLikelihood.Of(TakeOf(a), At(a), TakeOf(b), At(b)).Score;

    /// <summary>The day, and the serial number of the item within it, as the minutes of half a day.</summary>
    static DateTimeOffset At(JsonElement document) =>
        DateTimeOffset.Parse(document.GetProperty("date").GetString()! + "T00:00:00Z", CultureInfo.InvariantCulture)
            .AddMinutes(int.Parse(document.GetProperty("id").GetString()![^4..], CultureInfo.InvariantCulture));

    static Take TakeOf(JsonElement document)
    {
        var title = document.GetProperty("title_or_advisory").GetString()!;
        var label = Label().Match(title);
        var dateline = document.GetProperty("dateline").GetString()!;
        return new Take
        {
            Headline = title.StartsWith("ATTENTION", StringComparison.Ordinal) ? "" : title[label.Length..],
            Series = label.Groups[1].Value,
            Dateline = new Dateline
            {
                Text = dateline,
                Places = [dateline.Split(',')[0]],
                Agency = document.GetProperty("agency").GetString()!,
            },
            Body =
            [
                .. document.GetProperty("paragraphs").EnumerateArray().Select(text => new Paragraph(text.GetString()!)),
            ],
        };
    }

    static IEnumerable<JsonElement> Lines(string file) =>
        File.ReadLines(RepoFiles.SharedOrSkip("reading", "takes", file)).Select(line => JsonElement.Parse(line));

    [GeneratedRegex(@"^([^:]{3,20}): ")]
    private static partial Regex Label();
}
