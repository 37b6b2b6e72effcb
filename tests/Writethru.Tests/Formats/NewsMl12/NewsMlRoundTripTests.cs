using System.Text;
using CsCheck;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats.NewsMl12;

/// <summary>What goes out as NewsML 1.2 comes back the same, but for what the writer said.</summary>
public class NewsMlRoundTripTests
{
    static readonly IWireFormat _format = WireFormats.Find("newsml")!;

    [Fact]
    public void Rich_takes_come_back_the_same_but_for_the_omissions() =>
        RichTakes.Any.Sample(take => RoundTrip.AssertHolds(_format, take));

    [Fact]
    public void Rich_takes_come_back_the_same_where_nitf_bears_its_namespace() =>
        RichTakes.Any.Sample(
            take => RoundTrip.AssertHolds(_format, take, new Channel { NitfNamespace = true }), iter: 200);

    [Fact]
    public void What_golden_items_of_every_format_hold_comes_back_the_same_but_for_the_omissions()
    {
        foreach (var other in WireFormats.All)
        {
            foreach (var file in Directory.GetFiles(RepoFiles.Golden(other.Name), "*.in"))
            {
                foreach (var take in other.Read(File.ReadAllBytes(file), ReadOptions.Default).Takes)
                    RoundTrip.AssertHolds(_format, take);
            }
        }
    }

    [Fact]
    public void A_take_of_plain_text_loses_nothing_but_the_senders_identity()
    {
        var take = new Take
        {
            Headline = "Ferry sails again",
            Slug = "NORLAND-FERRY",
            SenderId = "urn:kio:7",
            SenderVersion = "3",
            Body = [new Paragraph("One."), new Paragraph("Two.")],
            UsageTerms = new UsageTerms("No archive"),
            CopyrightNotice = "© 2026 KIO. No redistribution.",
        };

        RoundTrip.Write(_format, RoundTrip.File(take), out var omissions);

        Assert.Equal(["senderId", "senderVersion"], omissions.Select(omission => omission.Field));
    }

    [Theory]
    [InlineData(Cause.First, 1, "PreviousRevision=\"0\" Update=\"N\">1<", Signal.None)]
    [InlineData(Cause.Correction, 2, "<Instruction FormalName=\"Correction\"", Signal.Correction)]
    [InlineData(Cause.WriteThru, 3, "<Instruction FormalName=\"Update\"", Signal.Update)]
    [InlineData(Cause.Refile, 2, "<Instruction FormalName=\"Refile\"", Signal.Refile)]
    public void A_cause_is_said_as_the_format_says_it(Cause cause, int number, string words, Signal signal)
    {
        var take = new Take { Headline = "Ferry", Body = [new Paragraph("One.")] };

        var text = RoundTrip.Write(_format, RoundTrip.File(take, cause, number), out _);
        var back = Read(text);

        Assert.Contains(words, text);
        Assert.Equal(signal, back.Signal);
        Assert.Equal(number.ToString(), back.SenderVersion);
        Assert.Equal("urn:writethru:story-1", back.SenderId);
        Assert.Equal(number == 1 ? [] : [(LinkRels.PreviousVersion, $"{number - 1}")],
            back.Links.Select(link => (link.Rel, link.Version)));
    }

    [Fact]
    public void An_embargo_is_a_change_to_usable_and_an_expiry_is_a_change_to_withheld()
    {
        var until = new DateTimeOffset(2026, 11, 25, 6, 0, 0, TimeSpan.Zero);
        var take = new Take
        {
            Headline = "Survey",
            Embargo = new Embargo("until six on Wednesday", until),
            Expiry = new SenderTime("2026-12-01T00:00:00Z", new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)),
        };

        var text = RoundTrip.Write(_format, RoundTrip.File(take), out var omissions);

        Assert.Contains("<Status FormalName=\"Embargoed\"", text);
        Assert.Contains("<FutureStatus FormalName=\"Usable\" /><DateAndTime>20261125T060000+0000<", text);
        Assert.Contains("<FutureStatus FormalName=\"Withheld\" /><DateAndTime>20261201T000000+0000<", text);
        Assert.Empty(omissions);
        Assert.Equal(take.Embargo, Read(text).Embargo);
        Assert.Equal(take.Expiry, Read(text).Expiry);
    }

    [Fact]
    public void A_kill_cancels_every_revision_and_holds_no_word_of_the_copy()
    {
        var dead = new Take { Headline = "Dead copy", Slug = "FERRY", Body = [new Paragraph("Dead copy.")] };

        var text = RoundTrip.Write(_format, KillNotice.Of(RoundTrip.File(dead, Cause.Kill, 3), "FERRY"), out _);

        Assert.Contains("<RevisionStatus><Status FormalName=\"Canceled\" /></RevisionStatus>", text);
        Assert.DoesNotContain("Dead copy", text);
        Assert.DoesNotContain("StatusWillChange", text);
        Assert.Equal(TakeStatus.Canceled, Read(text).Status);
    }

    [Fact]
    public void A_note_that_is_not_public_is_never_written()
    {
        var take = new Take
        {
            Headline = "Ferry",
            Notes = [new Note(NoteRoles.Notebook, "Desk: 0123", IsPublic: false), new Note("", "All may read this.")],
            Extras = [new Extra("notebook", "Phone 0124"), new Extra(ExtraNames.Trailer, "behind the end")],
        };

        var text = RoundTrip.Write(_format, RoundTrip.File(take), out var omissions);

        Assert.DoesNotMatch("0123|0124|behind the end", text);
        Assert.Contains("All may read this.", text);
        Assert.Equal(["notes[0]", "extras[0]", "extras[1]"], omissions.Select(omission => omission.Field));
    }

    [Fact]
    public void A_picture_is_referred_to_where_it_stands()
    {
        var take = new Take
        {
            Body = [new Paragraph("One."), new Paragraph("Two.")],
            Pictures = [new Picture { After = 1, Caption = "A ferry.", Renditions = [new Rendition("high", "f.jpg")] }],
        };

        var text = RoundTrip.Write(_format, RoundTrip.File(take), out _);

        Assert.Contains(
            "<p>One.</p><media media-type=\"image\"><media-reference data-location=\"#picture-1\"/></media><p>Two.",
            text);
        Assert.Contains("<NewsComponent Duid=\"picture-1\"><Role FormalName=\"Picture\"", text);
    }

    static Take Read(string text) => _format.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default).TakeOrThrow();
}
