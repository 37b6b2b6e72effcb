using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Writethru.App.Demo;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.App;

/// <summary>The demo's dispatches, read by the readers that everybody's copy goes through.</summary>
public partial class DemoStoriesTests
{
    static readonly DateOnly _day = new(2031, 5, 17);

    public static TheoryData<string> Names => [.. DemoStories.Names];

    /// <summary>Every take that has one before it, with that one.</summary>
    public static TheoryData<string, string> Following
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var thread in DemoScript.Steps.Where(step => !step.IsKill).GroupBy(step => step.Thread))
            {
                foreach (var (before, after) in thread.Zip(thread.Skip(1)))
                    rows.Add(before.Name, after.Name);
            }
            return rows;
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void A_dispatch_of_the_demo_reads_without_a_warning(string name)
    {
        var result = Read(name);

        Assert.DoesNotContain(result.Remarks, remark => remark.Severity != Severity.Note);
        Assert.Equal("plainwire", result.Format);
        Assert.DoesNotContain("{", Encoding.UTF8.GetString(DemoStories.Read(name, _day)));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_dispatch_of_the_demo_has_all_that_a_desk_expects(string name)
    {
        var take = Read(name).TakeOrThrow();

        Assert.Matches("^[A-Z]+-[A-Z]+$", take.Slug);
        Assert.InRange(take.Headline.Length, 15, 90);
        Assert.DoesNotMatch("^[(]|^[^ ]*[ 0-9a-z]+:", take.Headline);
        Assert.NotNull(take.Dateline);
        Assert.NotEqual("", take.Dateline.Agency);
        Assert.NotEqual("", take.EndMark);
        Assert.Empty(take.Extras);
        Assert.InRange(take.Body.Length, name is "bridge-1-flash" or "cup-2-urgent" ? 1 : 3, 10);
        Assert.All(take.Body, paragraph => Assert.DoesNotContain(" (Hanbit News)", paragraph.Text));
    }

    [Theory, MemberData(nameof(Following))]
    public void A_paragraph_that_an_advisory_names_is_new_or_changed(string before, string after)
    {
        var earlier = Read(before).TakeOrThrow();
        var take = Read(after).TakeOrThrow();
        var named = NamedParagraphs(take.Advisory?.Text ?? "").ToList();

        Assert.True(named.Count > 0 || take.Series == "URGENT", $"{after} says nothing about its paragraphs");
        Assert.All(named, number => Assert.InRange(number, 1, take.Body.Length));
        Assert.All(named, number => Assert.DoesNotContain(take.Body[number - 1], earlier.Body));
    }

    [Theory, MemberData(nameof(Following))]
    public void Every_new_or_changed_paragraph_is_named_or_covered_by_the_advisory(string before, string after)
    {
        var earlier = Read(before).TakeOrThrow();
        var take = Read(after).TakeOrThrow();
        var note = take.Advisory?.Text ?? "";
        var covered = NamedParagraphs(note).ToHashSet();
        if (note.Contains("lead", StringComparison.Ordinal) || note.Length == 0)
            covered.Add(1);

        var changed = Enumerable.Range(1, take.Body.Length)
            .Where(number => !earlier.Body.Contains(take.Body[number - 1]));

        Assert.Empty(changed.Except(covered));
        Assert.Equal(take.Pictures.Length > earlier.Pictures.Length, note.Contains("photo", StringComparison.Ordinal));
    }

    [Fact]
    public void The_pictures_for_Korea_alone_are_understood_and_deny_Japan()
    {
        var reading = TakeReader.Read(Read("satellite-1").TakeOrThrow(), null);

        Assert.Equal(2, reading.PictureTerms.Length);
        Assert.All(reading.PictureTerms, terms =>
        {
            Assert.NotNull(terms);
            Assert.True(terms.IsUnderstood);
            var territory = Assert.Single(terms.Rules, rule => rule.Kind == UsageKinds.Territory);
            Assert.Equal(["KR"], territory.Allow);
            Assert.Single(terms.Rules, rule => rule.Kind == UsageKinds.Redistribution);
        });
    }

    [Fact]
    public void The_terms_of_the_painting_are_left_to_a_person()
    {
        var terms = Assert.Single(TakeReader.Read(Read("painting-1").TakeOrThrow(), null).PictureTerms);

        Assert.NotNull(terms);
        Assert.False(terms.IsUnderstood);
    }

    [Fact]
    public void The_wire_speaks_Korean_Arabic_and_German_too() => Assert.Superset(
        new HashSet<string> { "ko", "ar", "de" },
        DemoStories.Names.Select(name => Read(name).TakeOrThrow().Language).ToHashSet());

    [Fact]
    public void Every_dispatch_is_filed_by_a_step_but_the_one_to_try() => Assert.Equal(
        DemoStories.Names,
        DemoScript.Steps.Where(step => step is { IsKill: false, IsPhoto: false }).Select(step => step.Name)
            .Append(DemoScript.TryMe)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void The_steps_stand_in_the_order_of_their_time_and_fill_two_minutes()
    {
        Assert.Equal(DemoScript.Steps.OrderBy(step => step.At), DemoScript.Steps);
        Assert.InRange(DemoScript.Steps[^1].At, TimeSpan.FromSeconds(105), TimeSpan.FromSeconds(120));
        Assert.All(DemoScript.Steps.Zip(DemoScript.Steps.Skip(1)),
            pair => Assert.True(pair.Second.At - pair.First.At <= TimeSpan.FromSeconds(15), pair.Second.Name));
    }

    static ReadResult Read(string name) => WireFormats.Read(DemoStories.Read(name, _day), ReadOptions.Default);

    /// <summary>The numbers that an advisory gives, in the four languages of the demo.</summary>
    static IEnumerable<int> NamedParagraphs(string note)
    {
        foreach (Match match in Numbers().Matches(note))
        {
            foreach (Match range in Range().Matches(match.Value))
            {
                var first = int.Parse(range.Groups["first"].Value, CultureInfo.InvariantCulture);
                var last = range.Groups["last"] is { Success: true, Value: var text }
                    ? int.Parse(text, CultureInfo.InvariantCulture)
                    : first;
                for (var number = first; number <= last; number++)
                    yield return number;
            }
        }
    }

    [GeneratedRegex("""(paras? |Absätzen |الفقرة )\d+([-, und]+\d+)*|\d+[∼-]\d+단락|\d+\. Absatz""")]
    private static partial Regex Numbers();

    [GeneratedRegex("""(?<first>\d+)([-∼](?<last>\d+))?""")]
    private static partial Regex Range();
}
