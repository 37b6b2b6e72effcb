using Writethru.Copy;
using Writethru.Reading.Parts;

namespace Writethru.Tests.Reading.Parts;

/// <summary>Where a part says that it belongs, and the take with the part worked in.</summary>
public class PartTests
{
    [Theory]
    [InlineData(Signal.Add, "Add 1", "", "behind the last paragraph")]
    [InlineData(Signal.Add, "1st Add", "", "behind the last paragraph")]
    [InlineData(Signal.Add, "", "", "behind the last paragraph")]
    [InlineData(Signal.Insert, "1st Insert", "Eds: Insert after 5th graf to add reaction.", "after paragraph 5")]
    [InlineData(Signal.Insert, "Insert", "(INSERTS 2 grafs after para 3)", "after paragraph 3")]
    [InlineData(Signal.Insert, "Insert",
        "Insert following the third paragraph; pick up 4th graf.", "after paragraph 3")]
    [InlineData(Signal.Insert, "Insert", "Insert after paragraph twelve", "after paragraph 12")]
    [InlineData(Signal.Insert, "Insert", "Insert after lead", "after paragraph 1")]
    [InlineData(Signal.Sub, "1st Sub", "Eds: SUBS 4th graf to correct the name", "for paragraph 4")]
    [InlineData(Signal.Sub, "Sub", "Sub for 3rd graf", "for paragraph 3")]
    [InlineData(Signal.Sub, "Sub", "(SUBS grafs 3-4 pvs)", "for paragraphs 3-4")]
    [InlineData(Signal.Sub, "Sub", "SUBS 3rd and 4th grafs", "for paragraphs 3-4")]
    [InlineData(Signal.Sub, "Sub", "SUBS lead", "for paragraph 1")]
    [InlineData(Signal.Sub, "Sub", "SUBS 2nd graf; PICKUP 5th graf pvs", "for paragraphs 2-4")]
    [InlineData(Signal.Sub, "Sub", "Sub for paragraph 3. Sub for paragraph 3.", "for paragraph 3")]
    public void The_place_is_what_label_and_note_say(Signal signal, string series, string note, string place) =>
        Assert.Equal(place, PartPlace.Of(Part(signal, series, note))!.Value.ToString());

    [Theory]
    [InlineData(Signal.Add, "2nd Add", "")]
    [InlineData(Signal.Add, "Add2", "")]
    [InlineData(Signal.Insert, "Insert", "")]
    [InlineData(Signal.Insert, "Insert", "Eds: More reaction.")]
    [InlineData(Signal.Insert, "Insert", "Insert in 5th graf")]
    [InlineData(Signal.Insert, "Insert", "Insert after 5th graf, and after 7th graf")]
    [InlineData(Signal.Insert, "Insert", "Insert after 5th graf; pick up 9th graf")]
    [InlineData(Signal.Insert, "Insert", "Insert after 400 people in 3rd graf")]
    [InlineData(Signal.Sub, "Sub", "SUBS 5th graf; pick up 4th graf")]
    [InlineData(Signal.Sub, "Sub", "SUBS 3rd and 7th grafs")]
    [InlineData(Signal.Sub, "Sub", "Sub for 400 dead")]
    [InlineData(Signal.Sub, "Sub", "SUBS graf")]
    [InlineData(Signal.Delta, "", "Insert after 5th graf")]
    [InlineData(Signal.None, "", "Insert after 5th graf")]
    public void Nothing_is_guessed(Signal signal, string series, string note) =>
        Assert.Null(PartPlace.Of(Part(signal, series, note)));

    [Theory]
    [InlineData(Signal.Add, "", "1 2 3 4 x y")]
    [InlineData(Signal.Insert, "Insert after 2nd graf", "1 2 x y 3 4")]
    [InlineData(Signal.Insert, "Insert after 4th graf", "1 2 3 4 x y")]
    [InlineData(Signal.Sub, "SUBS 2nd graf", "1 x y 3 4")]
    [InlineData(Signal.Sub, "SUBS 1st-4th grafs", "x y")]
    [InlineData(Signal.Insert, "Insert after 5th graf", null)]
    [InlineData(Signal.Sub, "SUBS 4th and 5th grafs", null)]
    public void The_part_is_worked_in_where_it_belongs_and_nowhere_else(Signal signal, string note, string? body)
    {
        var draft = PartDraft.Of(Body("1 2 3 4"), 3, Part(signal, "", note));

        Assert.Equal(body, draft is null ? null : string.Join(' ', draft.Body.Select(paragraph => paragraph.Text)));
    }

    [Theory]
    [InlineData(Signal.Add, "", "a0 b2 c4 n4 m6")]
    [InlineData(Signal.Insert, "Insert after 2nd graf", "a0 b2 n2 m4 c6")]
    [InlineData(Signal.Sub, "SUBS 2nd and 3rd grafs", "a0 n1 b3 m3 c4")]
    public void Pictures_stay_beside_their_paragraphs(Signal signal, string note, string places)
    {
        var before = Body("1 2 3 4") with { Pictures = [Picture("a", 0), Picture("b", 2), Picture("c", 4)] };
        var part = Part(signal, "", note) with { Pictures = [Picture("n", 0), Picture("m", 2)] };

        Assert.Equal(places.Split(' ').Order(),
            PartDraft.Of(before, 3, part)!.Pictures.Select(picture => $"{picture.Caption}{picture.After}").Order());
    }

    [Fact]
    public void The_draft_says_that_a_machine_made_it_and_takes_over_whatever_limits_the_part()
    {
        var part = Part(Signal.Add, "Add 1", "") with
        {
            UsageTerms = new UsageTerms("No sales."),
            Embargo = new Embargo("EMBARGOED until noon", null),
            Status = TakeStatus.Withheld,
        };
        var before = Body("1") with { UsageTerms = new UsageTerms("No archive."),
            Series = "LEAD", SenderVersion = "3" };

        var draft = PartDraft.Of(before, 3, part)!;

        Assert.Equal(
            "(DRAFT made by machine: add worked into take 3, behind the last paragraph. Read it before use.)",
            draft.Advisory!.Text);
        Assert.Equal(("No archive. No sales.", TakeStatus.Withheld), (draft.UsageTerms!.Text, draft.Status));
        Assert.NotNull(draft.Embargo);
        Assert.Equal(("", "", Signal.None), (draft.Series, draft.SenderVersion, draft.Signal));
    }

    static Take Body(string texts) =>
        new() { Body = [.. texts.Split(' ').Select(text => new Paragraph(text))] };

    static Take Part(Signal signal, string series, string note) => Body("x y") with
    {
        Signal = signal,
        Series = series,
        Advisory = note.Length > 0 ? new Advisory(note) : null,
    };

    static Picture Picture(string caption, int after) => new() { Caption = caption, After = after };
}
