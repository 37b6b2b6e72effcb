using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Reading.Checks;
using Writethru.Reading.Diffs;

namespace Writethru.Tests.Reading;

/// <summary>
/// Claims held against real diffs: what is so, what is only partly so, what is not, and what nobody told.
/// </summary>
public class AdvisoryCheckerTests
{
    static readonly string[] _copy =
    [
        "The ferry terminal at Saemaru reopened on Tuesday after the storm, the harbor office said.",
        "Boats to the outer islands sail at nine and at noon until the north pier has been mended again.",
        "Mayor Lena Berg said that 12 people had been hurt when the roof of the old hall came down.",
        "Schools on both of the islands stay shut for the rest of the week, their council wrote to parents.",
        "The storm was the second within a month and the strongest that the coast has seen since 1987.",
        "Insurers put the damage at 40 million crowns, which is less than they had feared on the weekend.",
    ];

    [Fact]
    public void The_claims_of_the_dispatch_are_held_against_each_paragraph()
    {
        var check = Check(
            [
                Claim(ClaimAction.Updates, ClaimTarget.Details, Paras((2, 2), (4, 6))),
                Claim(ClaimAction.Adds, ClaimTarget.Photo),
            ],
            take => take with
            {
                Body = Edit(take.Body, 2, 4, 5).Add(new("A third ferry comes into service in the spring.")),
                Pictures = [new Picture { Caption = "The pier" }],
            });

        Assert.Equal(ClaimVerdict.Partly, check.Claims[0].Verdict);
        Assert.Equal([2, 4, 5], check.Claims[0].Borne);
        Assert.Equal([6], check.Claims[0].Missing);
        Assert.Equal(ClaimVerdict.Confirmed, check.Claims[1].Verdict);
        Assert.Equal([7], check.Unannounced);
        Assert.Equal(CheckVerdict.Incomplete, check.Verdict);
    }

    [Fact]
    public void All_told_and_all_so_is_accurate_and_a_minor_edit_is_only_counted()
    {
        var check = Check([Claim(ClaimAction.Updates, ClaimTarget.Details, new ParagraphReference.From(4))],
            take => take with
            {
                Body = Edit(take.Body, 4, 6)
                    .SetItem(0, new(_copy[0].Replace(" on Tuesday", " Tuesday", StringComparison.Ordinal))),
            });

        Assert.Equal(CheckVerdict.Accurate, check.Verdict);
        Assert.Equal(ClaimVerdict.Confirmed, Assert.Single(check.Claims).Verdict);
        Assert.Equal([1], check.Minor);
    }

    [Fact]
    public void A_lead_that_nobody_named_is_not_covered_by_more_details()
    {
        var claim = Claim(ClaimAction.Updates, ClaimTarget.Details);
        var check = Check([claim], take => take with { Body = Edit(take.Body, 1, 3) });
        var named = Check([claim, Claim(ClaimAction.Recasts, ClaimTarget.Lead)],
            take => take with { Body = Edit(take.Body, 1, 3) });

        Assert.Equal((CheckVerdict.Incomplete, 1), (check.Verdict, Assert.Single(check.Unannounced)));
        Assert.Equal(CheckVerdict.Accurate, named.Verdict);
    }

    [Theory]
    [InlineData(ClaimTarget.Headline)]
    [InlineData(ClaimTarget.Byline)]
    [InlineData(ClaimTarget.Lead)]
    [InlineData(ClaimTarget.Story)]
    [InlineData(ClaimTarget.Quotes)]
    [InlineData(ClaimTarget.Figures)]
    public void A_claim_of_what_did_not_change_is_wrong(ClaimTarget target)
    {
        var check = Check([Claim(ClaimAction.Changes, target)], take => take);

        Assert.Equal((CheckVerdict.Wrong, ClaimVerdict.NotFound), (check.Verdict, Assert.Single(check.Claims).Verdict));
    }

    [Fact]
    public void Fields_and_pictures_that_changed_untold_are_named()
    {
        var check = Check([], take => take with
        {
            Headline = "Another",
            Byline = "Lena Berg",
            Slug = "OTHER",
            Pictures = [new Picture { Caption = "The pier" }],
        });

        Assert.Equal(["headline", "byline", "pictures"], check.UnannouncedFields);
        Assert.Equal(CheckVerdict.Incomplete, check.Verdict);
    }

    [Fact]
    public void Deletions_address_the_old_take()
    {
        var deleted = Claim(ClaimAction.Deletes, ClaimTarget.Para, Paras((2, 3)));

        var check = Check([deleted], take => take with { Body = take.Body.RemoveRange(1, 2) });
        var other = Check([deleted], take => take with { Body = take.Body.RemoveAt(4) });

        Assert.Equal((CheckVerdict.Accurate, ClaimVerdict.Confirmed), (check.Verdict, check.Claims[0].Verdict));
        Assert.Equal((CheckVerdict.Wrong, 5), (other.Verdict, Assert.Single(other.UnannouncedRemovals)));
    }

    [Theory]
    [InlineData("15", "12", 3, ClaimVerdict.Confirmed)]
    [InlineData("16", "12", 3, ClaimVerdict.NotFound)]
    [InlineData("15", "people", 3, ClaimVerdict.Partly)]
    [InlineData("15", "1", 3, ClaimVerdict.Confirmed)]
    [InlineData("15", "12", 4, ClaimVerdict.NotFound)]
    public void The_words_of_a_correction_must_be_there_and_the_wrong_ones_gone(
        string to, string from, int paragraph, ClaimVerdict verdict)
    {
        var claim = Claim(ClaimAction.Corrects, ClaimTarget.Figures, Paras((paragraph, paragraph))) with
        {
            ToWords = to,
            FromWords = from,
        };

        var check = Check([claim], take => take with
        {
            Body = take.Body.SetItem(2, new(_copy[2].Replace("12", "15", StringComparison.Ordinal))),
        });

        Assert.Equal(verdict, Assert.Single(check.Claims).Verdict);
    }

    [Theory]
    [InlineData(ClaimAction.Adds, ClaimTarget.Video)]
    [InlineData(ClaimAction.Adds, ClaimTarget.Photo)]
    [InlineData(ClaimAction.Advises, ClaimTarget.Story)]
    public void What_no_diff_can_tell_is_not_verifiable_and_makes_nothing_wrong(ClaimAction action, ClaimTarget target)
    {
        var check = Check([Claim(action, target)], take => take);

        Assert.Equal((CheckVerdict.Accurate, ClaimVerdict.NotVerifiable), (check.Verdict, check.Claims[0].Verdict));
    }

    [Fact]
    public void Throughout_means_both_halves()
    {
        ImmutableArray<Claim> claims = [
            Claim(ClaimAction.Adds, ClaimTarget.Details, new ParagraphReference.Throughout())];

        Assert.Equal(ClaimVerdict.Confirmed,
            Check(claims, t => t with { Body = Edit(t.Body, 1, 6) }).Claims[0].Verdict);
        Assert.Equal(ClaimVerdict.Partly, Check(claims, t => t with { Body = Edit(t.Body, 1) }).Claims[0].Verdict);
    }

    [Fact]
    public void Places_counted_from_either_end_and_behind_the_end_are_resolved()
    {
        ClaimCheck One(ParagraphReference where) => Check(
            [Claim(ClaimAction.Updates, ClaimTarget.Details, where)],
            t => t with { Body = Edit(t.Body, 1, 2, 5) }).Claims[0];

        Assert.Equal(ClaimVerdict.Confirmed, One(new ParagraphReference.First(2)).Verdict);
        Assert.Equal([6], One(new ParagraphReference.Last(2)).Missing);
        Assert.Equal(ClaimVerdict.Confirmed, One(new ParagraphReference.FromEnd(2)).Verdict);
        Assert.Equal(ClaimVerdict.NotFound, One(new ParagraphReference.FromEnd(9)).Verdict);
        Assert.Equal([7, 8], One(Paras((5, 5), (7, 8))).Missing);
        Assert.Equal(ClaimVerdict.NotFound, One(Paras((int.MaxValue - 1, int.MaxValue))).Verdict);
    }

    static AdvisoryCheck Check(ImmutableArray<Claim> claims, Func<Take, Take> edit)
    {
        var old = new Take
            { Headline = "Ferry terminal reopens", Body = [.. _copy.Select(text => new Paragraph(text))] };
        var @new = edit(old);
        return AdvisoryChecker.Check(
            new AdvisoryReading { Claims = claims }, ParagraphDiffer.Diff(old, @new), old, @new);
    }

    static Claim Claim(ClaimAction action, ClaimTarget target, ParagraphReference? where = null) =>
        new() { Action = action, Target = target, Where = where };

    static ParagraphReference.Listed Paras(params (int From, int To)[] ranges) =>
        new ParagraphReference.Listed([.. ranges.Select(range => new ParagraphRange(range.From, range.To))]);

    static ImmutableArray<Paragraph> Edit(ImmutableArray<Paragraph> body, params int[] numbers)
    {
        foreach (var number in numbers)
            body = body.SetItem(number - 1,
                new($"{body[number - 1].Text} It was confirmed by 7 people, Jo Vane said."));
        return body;
    }
}
