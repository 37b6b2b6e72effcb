using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Writethru.Copy;
using Writethru.Reading.Diffs;

namespace Writethru.Tests.Reading;

/// <summary>What a take changed: hand-made pairs, and edits made at random whose truth is known.</summary>
public class ParagraphDifferTests
{
    const string Ferry = "The ferry terminal at Saemaru reopened on Tuesday after the storm, the harbor office said.";
    const string Boats = "Boats to the outer islands sail at nine and at noon until the pier has been mended again.";
    const string Mayor = "Mayor Lena Berg said that 12 people had been hurt when the roof of the hall came down.";
    const string Quote = "\"We were lucky that nobody stood on the pier,\" Berg told reporters in the rain.";

    [Fact]
    public void The_same_take_has_no_change()
    {
        var take = Take(Ferry, Boats) with { Headline = "Ferry", Pictures = [new Picture { Caption = "Pier" }] };

        var diff = ParagraphDiffer.Diff(take, take);

        Assert.All(diff.Paragraphs, change => Assert.Equal(ChangeKind.Same, change.Kind));
        Assert.Empty(diff.Fields);
        Assert.Equal(ChangeKind.Same, Assert.Single(diff.Pictures).Kind);
    }

    [Fact]
    public void Two_takes_of_hundreds_of_long_paragraphs_cost_a_bounded_number_of_steps()
    {
        const int Paragraphs = 480, Length = 3000;
        var random = new Random(Seed: 7);
        string[] Texts() => [.. Enumerable.Range(0, Paragraphs).Select(_ =>
            string.Join(' ', Enumerable.Range(0, Length).Select(_ => $"w{random.Next(900)}")))];
        var similarity = new Similarity(Texts(), Texts());

        for (var pair = 0; pair < Paragraphs * Paragraphs; pair++)
            similarity.Of(pair / Paragraphs, pair % Paragraphs);

        Assert.InRange(similarity.Steps, 1, Similarity.MostExact + Length * (Length + 2L)
            + Paragraphs * Paragraphs * 2L * WordHashes.SampleSize);
    }

    [Fact]
    public void Behind_the_bound_equal_paragraphs_are_still_found_and_the_others_by_a_sample_of_their_words()
    {
        const int Paragraphs = 300;
        var random = new Random(Seed: 7);
        string[] Texts() => [.. Enumerable.Range(0, Paragraphs).Select(_ =>
            string.Join(' ', Enumerable.Range(0, 2000).Select(_ => $"w{random.Next(900)}")))];

        var diff = ParagraphDiffer.Diff(Take([Ferry, .. Texts(), Boats]), Take([Ferry, .. Texts(), Boats]));

        Assert.Equal([1, Paragraphs + 2], diff.Paragraphs.Where(change => change.Kind == ChangeKind.Same)
            .Select(change => change.New));
        Assert.Equal(
            Paragraphs, diff.Paragraphs.Count(change => change.New is not null && change.Kind != ChangeKind.Same));
    }

    [Fact]
    public void Each_kind_of_change_is_told_from_the_others()
    {
        const string harbor =
            "The harbor office, which runs both of the piers, did not say when the north pier would open.";
        var old = Take(Ferry, Boats, Mayor, Quote, harbor);
        var @new = Take(
            Ferry,
            Quote,
            Mayor.Replace("12", "15", StringComparison.Ordinal),
            "Schools on the outer islands stay shut for the rest of the week.",
            harbor.Replace(", which runs both of the piers,", ", which runs both the piers,",
                StringComparison.Ordinal));

        Assert.Equal("1 same 1, 2 removed, 4 same 2, 3 edited 3, added 4, 5 minor 5",
            Print(ParagraphDiffer.Diff(old, @new)), ignoreCase: true);
    }

    [Fact]
    public void What_stands_elsewhere_has_moved() => Assert.Equal("3 moved 1, 1 same 2, 2 same 3",
        Print(ParagraphDiffer.Diff(Take(Ferry, Boats, Quote), Take(Quote, Ferry, Boats))), ignoreCase: true);

    [Theory]
    [InlineData("on Tuesday ", "Tuesday ", ChangeKind.Minor)]
    [InlineData("storm,", "storm", ChangeKind.Minor)]
    [InlineData("reopened", "opened", ChangeKind.Minor)]
    [InlineData("it could", "Saemaru could", ChangeKind.Minor)]
    [InlineData("it could", "Lena Berg could", ChangeKind.Edited)]
    [InlineData("Tuesday", "Monday", ChangeKind.Edited)]
    [InlineData("Saemaru", "Mirada", ChangeKind.Edited)]
    [InlineData("reopened", "has not reopened", ChangeKind.Edited)]
    [InlineData("for two weeks", "for three weeks", ChangeKind.Edited)]
    [InlineData("10 years", "11 years", ChangeKind.Edited)]
    [InlineData("stormy night", "\"stormy\" night", ChangeKind.Edited)]
    [InlineData("could stay open", "couldn't stay open", ChangeKind.Edited)]
    public void An_edit_is_minor_when_no_number_name_date_quotation_or_negation_is_in_it(
        string was, string @is, ChangeKind kind)
    {
        const string text = "The ferry terminal at Saemaru reopened on Tuesday after the storm, the harbor office "
            + "said, and its hall, which had been shut for two weeks after a stormy night, so that it could stay open "
            + "for another 10 years.";

        var change = Assert.Single(ParagraphDiffer.Diff(
            Take(text), Take(text.Replace(was, @is, StringComparison.Ordinal))).Paragraphs);

        Assert.Equal(kind, change.Kind);
    }

    [Fact]
    public void A_script_without_capitals_shows_no_names_so_any_word_counts() => Assert.Equal("1 edited 1", Print(
        ParagraphDiffer.Diff(
            Take("새마루항 여객선 터미널이 화요일 다시 문을 열었다고 항만청이 밝혔다. 북쪽 부두는 아직 닫혀 있다고 시장이 말했다."),
            Take("새마루항 여객선 터미널이 월요일 다시 문을 열었다고 항만청이 밝혔다. 북쪽 부두는 아직 닫혀 있다고 시장이 말했다."))),
        ignoreCase: true);

    [Theory]
    [InlineData("Boats sail at nine.", "Boats sail at ten.", "nine>ten")]
    [InlineData("Boats sail at nine.", "All boats sail at nine.", "Boats>All boats")]
    [InlineData("It cost 1,250.5 crowns", "It cost 1,350.5 crowns", "1,250.5>1,350.5")]
    [InlineData("two old piers stay shut", "three new piers stay shut", "two old>three new")]
    [InlineData("부두가 닫혔다", "부두는 닫혔다", "가>는")]
    [InlineData("港口星期二开放", "港口星期三开放", "二>三")]
    [InlineData("a 👩‍🔬 said", "a 👨‍🔬 said", "👩‍🔬>👨‍🔬")]
    [InlineData("Boats sail", "Boats sail today", "> today")]
    public void Words_are_marked_whole_and_characters_where_scripts_part_no_words(string old,
        string @new, string expected)
    {
        var words = new WordDiff().Of(old, @new);

        Assert.Equal(expected, string.Join(", ", words.Select(word => $"{Cut(old, word.Old)}>{Cut(@new, word.New)}")));
    }

    [Fact]
    public void Fields_and_pictures_are_compared_too()
    {
        var old = Take(Ferry) with
        {
            Headline = "Ferry terminal reopens",
            Urgency = 4,
            Pictures =
            [
                new Picture { Caption = "The pier at dawn", Credit = "KIO", UsageTerms = new("No sales") },
                new Picture { Caption = "Gone" }, new Picture { SenderId = "7", Caption = "Roof" },
            ],
        };
        var @new = Take(Ferry) with
        {
            Headline = "Ferry terminal reopens after storm",
            Byline = "Lena Berg",
            Urgency = 3,
            Body = [new Paragraph(Ferry) { Subheads = [new Subhead(2, "Two piers stay shut")] }],
            Pictures =
            [
                new Picture { Caption = "New" }, new Picture { SenderId = "7", Caption = "Roof of the hall" },
                new Picture { Caption = "The pier at dawn", Credit = "KIO" },
            ],
        };

        var diff = ParagraphDiffer.Diff(old, @new);

        Assert.Equal(
            [
                new FieldChange("headline", "Ferry terminal reopens", "Ferry terminal reopens after storm"),
                new FieldChange("byline", "", "Lena Berg"),
                new FieldChange("subheads", "", "Two piers stay shut"),
                new FieldChange("urgency", "4", "3"),
            ],
            diff.Fields);
        Assert.Equal(
            ["Added  1 ", "Edited 3 2 caption", "Edited 1 3 usageTerms", "Removed 2  "],
            diff.Pictures.Select(p => $"{p.Kind} {p.Old} {p.New} {string.Join(',', p.Fields)}"));
        Assert.Equal(ChangeKind.Same, Assert.Single(diff.Paragraphs).Kind);
    }

    [Fact]
    public void A_paragraph_keeps_its_identity_while_it_is_edited_or_moved()
    {
        var ids = ParagraphIdentity.Of(
        [
            Take(Ferry, Boats, Mayor),
            Take(Mayor.Replace("12", "15", StringComparison.Ordinal), Ferry, Quote),
            Take(Quote, Boats, Ferry),
        ]);

        Assert.Equal([[1, 2, 3], [3, 1, 4], [4, 5, 1]], ids.Select(take => take.ToArray()));
    }

    /// <summary>Paragraphs with words of their own, so that the truth about each edit is certain.</summary>
    static readonly Gen<(string[] Old, string[] New, string Expected)> _edits =
        Gen.Select(Gen.Int[1, 30], Gen.Int[0, int.MaxValue].Array[60]).Select(Edit);

    [Fact]
    public void Edits_made_at_random_are_found_exactly() => _edits.Sample(edit =>
        Assert.Equal(Sorted(edit.Expected), Sorted(Print(ParagraphDiffer.Diff(Take(edit.Old), Take(edit.New)))),
            ignoreCase: true));

    static readonly string[] _texts =
    [
        "", "Ferry", Ferry, Boats, Mayor, Quote, "12 12 12", "새마루항 여객", "ميناء سايمارو", "港口", "👩‍🔬", " \n", "(MORE)",
        "Boats sail at nine.", "Boats sail at ten.",
    ];

    static readonly Gen<string> _text = Gen.Int[0, 14].Select(i => _texts[i]);

    [Fact]
    public void Every_paragraph_stands_in_the_diff_once_and_the_words_make_the_new_text_of_the_old() =>
        Gen.Select(_text.Array[0, 12], _text.Array[0, 12]).Sample((old, @new) =>
        {
            var diff = ParagraphDiffer.Diff(Take(old), Take(@new));

            Assert.Equal(Enumerable.Range(1, old.Length), diff.Paragraphs.Select(p => p.Old).OfType<int>().Order());
            Assert.Equal(Enumerable.Range(1, @new.Length), diff.Paragraphs.Select(p => p.New).OfType<int>());
            foreach (var change in diff.Paragraphs)
            {
                if (change is { Old: { } o, New: { } n })
                    Assert.Equal(@new[n - 1], Apply(old[o - 1], @new[n - 1], change.Words));
            }
        });

    [Fact]
    public void Counted_in_bits_or_in_rows_a_subsequence_has_the_same_length() =>
        Gen.Select(Gen.ULong[0, 6].Array[0, 80], Gen.ULong[0, 6].Array[0, 80]).Sample((a, b) =>
            Assert.Equal(Longest(a, b), SubsequenceLength.Of(a, b)));

    static int Longest(ulong[] a, ulong[] b)
    {
        var length = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < b.Length; j++)
                length[i + 1, j + 1] = a[i] == b[j] ? length[i, j] + 1 : Math.Max(length[i, j + 1], length[i + 1, j]);
        }
        return length[a.Length, b.Length];
    }

    [Fact]
    public void Hostile_takes_come_to_an_end()
    {
        var random = new Random(7);
        string Shuffled(int words) => string.Join(' ', Enumerable.Range(0, words).OrderBy(_ => random.Next()));
        var many = Enumerable.Range(0, 400).Select(_ => Shuffled(400)).ToArray();
        var others = Enumerable.Range(0, 400).Select(_ => Shuffled(400)).ToArray();
        var huge = string.Concat(Enumerable.Repeat("ab ", 1_000_000));

        Assert.Equal(400, ParagraphDiffer.Diff(Take(many), Take(others)).Paragraphs.Count(p => p.New is not null));
        Assert.Equal(2, ParagraphDiffer.Diff(Take(huge + "x"), Take("y" + huge, "z")).Paragraphs
            .Count(p => p.New is not null));
        var long1 = Enumerable.Range(0, 300).Select(_ => Shuffled(3_000)).ToArray();
        var long2 = long1.Select(text => string.Join(' ', text.Split(' ').Select((w, i) => i % 3 == 0 ? "x" + w : w)));
        Assert.Equal(300, ParagraphDiffer.Diff(Take(long1), Take([.. long2])).Paragraphs.Count(p => !p.Words.IsEmpty));
        Assert.Equal(40_000, ParagraphDiffer.Diff(
            Take([.. Enumerable.Range(0, 20_000).Select(i => $"old {i}")]),
            Take([.. Enumerable.Range(0, 20_000).Select(i => $"new {i + 20_000}")])).Paragraphs.Length);
    }

    static (string[] Old, string[] New, string Expected) Edit(int count, int[] choices)
    {
        var old = Enumerable.Range(0, count).Select(Unique).ToArray();
        var @new = new List<string>();
        var expected = new List<string>();
        for (var i = 0; i < count; i++)
        {
            switch (choices[i] % 6)
            {
                case 0:
                    expected.Add($"{i + 1} removed");
                    break;
                case 1:
                    @new.Add(old[i].Replace("n7 ", "99 ", StringComparison.Ordinal));
                    expected.Add($"{i + 1} edited {@new.Count}");
                    break;
                case 2:
                    @new.Add(old[i].Replace("the end", "an end", StringComparison.Ordinal));
                    expected.Add($"{i + 1} minor {@new.Count}");
                    break;
                case 3:
                    @new.Add(old[i]);
                    expected.Add($"{i + 1} same {@new.Count}");
                    @new.Add(Unique(1_000 + i));
                    expected.Add($"added {@new.Count}");
                    break;
                default:
                    @new.Add(old[i]);
                    expected.Add($"{i + 1} same {@new.Count}");
                    break;
            }
        }
        return (old, [.. @new], string.Join(", ", expected));
    }

    /// <summary>Thirty words, most of which no other paragraph has.</summary>
    static string Unique(int number)
    {
        var text = new StringBuilder();
        for (var word = 0; word < 28; word++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"w{number}x{word} ");
        return text.Append("n7 comes to the end").ToString();
    }

    static string Apply(string old, string @new, ImmutableArray<WordChange> words)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var word in words)
        {
            text.Append(old, at, word.Old.Start - at).Append(@new, word.New.Start, word.New.Length);
            at = word.Old.Start + word.Old.Length;
        }
        return text.Append(old, at, old.Length - at).ToString();
    }

    static string Print(ParagraphDiff diff) => string.Join(", ", diff.Paragraphs.Select(change =>
        $"{change.Old} {change.Kind} {change.New}".Trim()));

    static string Sorted(string changes) => string.Join(", ", changes.ToLowerInvariant().Split(", ").Order());

    static string Cut(string text, TextSpan span) => text.Substring(span.Start, span.Length);

    static Take Take(params string[] paragraphs) =>
        new() { Body = [.. paragraphs.Select(text => new Paragraph(text))] };
}
