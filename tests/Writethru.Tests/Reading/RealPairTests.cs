using System.Text.Json;
using System.Text.RegularExpressions;
using Writethru.Copy;
using Writethru.Reading.Advisories;
using Writethru.Reading.Checks;
using Writethru.Reading.Diffs;
using Writethru.Tests.Support;

namespace Writethru.Tests.Reading;

/// <summary>Real takes of real stories, where they are at hand.</summary>
public partial class RealPairTests
{
    [Theory]
    [InlineData("AEN20200219002700320", "AEN20200219002751320", CheckVerdict.Accurate)]
    [InlineData("AEN20221110002251315", "AEN20221110002252315", CheckVerdict.Incomplete)]
    public void The_note_of_a_real_take_is_held_against_what_it_changed(string a, string b, CheckVerdict verdict)
    {
        var (old, @new) = (Find(a), Find(b));
        var diff = ParagraphDiffer.Diff(old, @new);
        var gold = Gold(a);

        var check = AdvisoryChecker.Check(AdvisoryReader.Read(@new.Advisory!.Text), diff, old, @new);

        Assert.Equal(Numbers(gold, "changed"), In(diff, ChangeKind.Edited));
        Assert.Equal(Numbers(gold, "added"), In(diff, ChangeKind.Added));
        Assert.Equal(Numbers(gold, "minor"), check.Minor);
        Assert.Equal(verdict, check.Verdict);
        Assert.Equal(verdict == CheckVerdict.Accurate ? [] : [1], check.Unannounced);
        Assert.DoesNotContain(check.Claims, claim => claim.Verdict is ClaimVerdict.NotFound or ClaimVerdict.Partly);
    }

    static IEnumerable<int> In(ParagraphDiff diff, ChangeKind kind) =>
        diff.Paragraphs.Where(change => change.Kind == kind).Select(change => change.New!.Value);

    static IEnumerable<int> Numbers(JsonElement gold, string key) =>
        gold.TryGetProperty(key, out var numbers) ? numbers.EnumerateArray().Select(number => number.GetInt32()) : [];

    static JsonElement Gold(string a) => Lines("yonhap-pairs.jsonl")
        .Single(pair => pair.GetProperty("a").GetString() == a).GetProperty("gold_diff");

    static Take Find(string id)
    {
        var take = Lines("yonhap-takes.jsonl").Single(take => take.GetProperty("id").GetString() == id);
        return new Take
        {
            Headline = Label().Replace(take.GetProperty("title").GetString()!, ""),
            Advisory = take.GetProperty("advisory").GetString() is { } text ? new Advisory(text) : null,
            Body = [.. take.GetProperty("paragraphs").EnumerateArray()
                .Select(text => new Paragraph(text.GetString()!))],
        };
    }

    static IEnumerable<JsonElement> Lines(string file) =>
        File.ReadLines(RepoFiles.SharedOrSkip("reading", "takes", file)).Select(line => JsonElement.Parse(line));

    [GeneratedRegex(@"^\([^)]*\) ")]
    private static partial Regex Label();
}
