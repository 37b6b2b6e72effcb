using System.Text;
using CsCheck;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats;

public class NewsMlG2WriterTests
{
    static readonly IWireFormat _format = WireFormats.Find("newsmlg2")!;

    [Fact]
    public void Takes_with_much_in_them_read_back_the_same_but_for_the_omissions() =>
        RichTakes.Any.Sample(take => RoundTrip.AssertHolds(_format, take), iter: 2_000);

    [Theory]
    [InlineData(Cause.First, 1, null)]
    [InlineData(Cause.Correction, 2, "sig:correction")]
    [InlineData(Cause.WriteThru, 2, "sig:update")]
    [InlineData(Cause.Development, 3, "sig:update")]
    [InlineData(Cause.Refile, 3, "sig:update")]
    public void The_cause_of_a_take_is_its_signal_and_a_first_take_has_none(Cause cause, int number, string? signal)
    {
        var text = Write(new Take { Headline = "Harbor reopens" }, cause, number);

        if (signal is null)
            Assert.DoesNotContain("<signal", text);
        else
            Assert.Contains($"<signal qcode=\"{signal}\"/>", text);
        Assert.Equal(number > 1, text.Contains(
            $"<link rel=\"irel:previousVersion\" residref=\"urn:writethru:story-1\" version=\"{number - 1}\"/>",
            StringComparison.Ordinal));
    }

    [Fact]
    public void An_embargo_never_lands_among_the_expiries_nor_the_reverse()
    {
        var at = new DateTimeOffset(2026, 11, 25, 6, 0, 0, TimeSpan.Zero);

        var embargoed = Write(new Take { Headline = "H", Embargo = new Embargo("2026-11-25T06:00:00Z", at) });
        var expiring = Write(new Take { Headline = "H", Expiry = new SenderTime("2026-11-25T06:00:00Z", at) });

        Assert.Contains("<embargoed>2026-11-25T06:00:00Z</embargoed>", embargoed);
        Assert.DoesNotContain("<expires", embargoed);
        Assert.Contains("<expires>2026-11-25T06:00:00Z</expires>", expiring);
        Assert.DoesNotContain("<embargoed", expiring);
    }

    [Fact]
    public void A_note_that_is_not_public_says_so()
    {
        var notebook = new Note(NoteRoles.Notebook, "Call 0100.", IsPublic: false);

        var text = Write(new Take { Headline = "H", Notes = [notebook] });

        Assert.Contains(
            "<edNote role=\"writethru:notebook\" pubconstraint=\"writethru:nonpublic\">Call 0100.</edNote>", text);
    }

    [Fact]
    public void The_terms_of_a_picture_are_not_those_of_the_story()
    {
        var take = new Take
        {
            Headline = "H",
            UsageTerms = new UsageTerms("Not for Suland."),
            Pictures = [new Picture { Caption = "A ferry.", UsageTerms = new UsageTerms("No archive.") }],
        };

        var back = _format.Read(Encoding.UTF8.GetBytes(Write(take)), ReadOptions.Default).TakeOrThrow();

        Assert.Equal("Not for Suland.", back.UsageTerms?.Text);
        Assert.Equal("No archive.", back.Pictures[0].UsageTerms?.Text);
    }

    [Fact]
    public void No_copy_can_become_markup()
    {
        var text = Write(new Take
        {
            Headline = "</headline><pubStatus qcode=\"stat:usable\"/>",
            Status = TakeStatus.Canceled,
            Slug = "]]><a b='c'>",
            Links = [new Link("x\" y=\"z", "https://harbor.example/\"><script>")],
            Body = [new Paragraph("<script>alert(1)</script>")],
        });

        Assert.DoesNotContain("<script>", text);
        Assert.DoesNotContain("y=\"z", text);
        Assert.Equal(
            TakeStatus.Canceled, _format.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default).TakeOrThrow().Status);
    }

    static string Write(Take take, Cause cause = Cause.First, int number = 1) =>
        RoundTrip.Write(_format, RoundTrip.File(take, cause, number), out _);
}
