using CsCheck;
using Writethru.Copy;
using Writethru.Reading.Advisories;
using Writethru.Reading.Checks;
using Writethru.Reading.Diffs;
using Writethru.Reading.Drafts;

namespace Writethru.Tests.Reading;

/// <summary>
/// The note that a take should carry: read back it says what it was made from, and checked it is accurate.
/// </summary>
public class AdvisoryDrafterTests
{
    static readonly Take _old = Numbered(10) with { Headline = "Ferry terminal reopens", Byline = "Lena Berg" };

    [Fact]
    public void The_note_of_the_dispatch_is_what_the_desk_would_write()
    {
        var @new = _old with
        {
            Body = [.. _old.Body.Select((part, i) => i is 1 or >= 5 ? Edited(part) : part)],
            Pictures = [new Picture { Caption = "The pier" }],
        };

        Assert.Equal("(ATTN: UPDATES with more details in paras 2, 6-10; ADDS photo)", Draft(@new));
    }

    [Fact]
    public void Every_part_has_its_words()
    {
        var @new = _old with
        {
            Headline = "Another",
            Byline = "",
            Dateline = new Dateline { Text = "SAEMARU, Nov. 24 (KIO) --" },
            Body = [Edited(_old.Body[0]), .. _old.Body[1..3], .. _old.Body[4..],
                new("Schools open again on the islands.")],
            Pictures = [new Picture { Caption = "The pier" }],
        };

        Assert.Equal(
            "(ATTN: RECASTS headline, lead; ADDS details in para 10; DELETES para 4; DELETES byline; ADDS dateline, "
                + "photo)",
            Draft(@new));
    }

    [Fact]
    public void Nothing_of_weight_has_no_note()
    {
        Assert.Null(AdvisoryDrafter.Draft(ParagraphDiffer.Diff(_old, _old)));
        Assert.Null(AdvisoryDrafter.Draft(ParagraphDiffer.Diff(_old, _old with { Slug = "OTHER" })));
    }

    static readonly Gen<Take> _new =
        Gen.Select(Gen.Int[0, 5].Array[10], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 2]).Select(
        (choices, pictures, headline, byline) => _old with
        {
            Headline = headline == 0 ? "Another headline" : _old.Headline,
            Byline = byline == 0 ? "" : byline == 1 ? "Jo Vane" : _old.Byline,
            Pictures = [.. Enumerable.Range(0, pictures).Select(i => new Picture { Caption = $"Picture {i}" })],
            Body = [.. _old.Body.SelectMany((part, i) => choices[i] switch
            {
                0 => (Paragraph[])[],
                1 => [Edited(part)],
                2 => [part, new Paragraph(Words(100 + i))],
                _ => [part],
            })],
        });

    [Fact]
    public void Read_back_a_note_says_what_it_was_made_from_and_checked_it_is_accurate() => _new.Sample(@new =>
    {
        var diff = ParagraphDiffer.Diff(_old, @new);
        if (AdvisoryDrafter.Draft(diff) is not { } note)
            return;
        var read = AdvisoryReader.Read(note.Text);

        Assert.Empty(read.NotUnderstood);
        Assert.Equal(AdvisoryDrafter.Claims(diff).Select(Key), read.Claims.Select(Key));
        Assert.Equal(CheckVerdict.Accurate, AdvisoryChecker.Check(read, diff, _old, @new).Verdict);
    });

    static (ClaimAction, ClaimTarget, ParagraphReference?) Key(Claim claim) =>
        (claim.Action, claim.Target, claim.Where);

    static string? Draft(Take @new) => AdvisoryDrafter.Draft(ParagraphDiffer.Diff(_old, @new))?.Text;

    static Paragraph Edited(Paragraph part) => new($"{part.Text} It was confirmed by 7 people, Jo Vane said.");

    static Take Numbered(int count) =>
        new() { Body = [.. Enumerable.Range(0, count).Select(i => new Paragraph(Words(i)))] };

    /// <summary>Thirty words that no other paragraph has.</summary>
    static string Words(int number) => string.Join(' ', Enumerable.Range(0, 30).Select(word => $"w{number}x{word}"));
}
