using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Delivery;
using Writethru.Formats.Markup;
using Writethru.Formats.Registry;
using Writethru.Rights;

namespace Writethru.Tests.Delivery;

/// <summary>What is left of a take for somebody who may not have all of it.</summary>
public class DeliverableTests
{
    const string Secret = "https://pictures.example/secret.jpg", Free = "https://pictures.example/free.jpg";

    [Fact]
    public void A_link_to_a_withheld_pictures_file_goes_with_the_picture_and_its_words_stay()
    {
        var take = Redacted(new Take
        {
            Pictures = [PictureAt(Secret), PictureAt(Free)],
            Links = [new Link(LinkRels.Enclosure, Secret), new Link(LinkRels.Enclosure, Free)],
            Body = [new Paragraph("See the photo and the map.")
            {
                Marks =
                [
                    new Mark(new TextSpan(4, 9), MarkKind.Link, Secret), new Mark(new TextSpan(8, 5), MarkKind.Strong),
                    new Mark(new TextSpan(18, 7), MarkKind.Link, Free),
                ],
            }],
        }, WithholdReason.Territory, null);

        Assert.DoesNotContain("secret", System.Text.Encoding.UTF8.GetString(CanonicalJson.ToUtf8(take)));
        Assert.Equal([Free], take.Links.Select(link => link.Target));
        Assert.Equal("See the photo and the map.", take.Body[0].Text);
        Assert.Equal([MarkKind.Strong, MarkKind.Link], take.Body[0].Marks.Select(mark => mark.Kind));
    }

    [Fact]
    public void A_link_by_the_senders_identity_of_a_withheld_picture_goes_too()
    {
        var take = Redacted(new Take
        {
            Pictures = [new Picture { SenderId = "urn:x:photo-1" }],
            Links = [new Link(LinkRels.Related, "urn:x:photo-1"), new Link(LinkRels.Related, "urn:x:other")],
        }, WithholdReason.UnclearTerms);

        Assert.Equal(["urn:x:other"], take.Links.Select(link => link.Target));
    }

    [Fact]
    public void A_file_that_a_picture_names_which_goes_out_is_no_secret()
    {
        var take = Redacted(new Take
        {
            Pictures = [PictureAt(Free), PictureAt(Free)],
            Links = [new Link(LinkRels.Enclosure, Free)],
        }, WithholdReason.Territory, null);

        Assert.Single(take.Links);
    }

    [Fact]
    public void Nothing_of_a_take_without_withheld_pictures_is_missing_but_what_is_not_public()
    {
        var take = new Take
        {
            Headlines = [new Labelled("short", "Lanterns")],
            Descriptions = [new Labelled("", "A summary.")],
            Pictures = [PictureAt(Free)],
            Links = [new Link(LinkRels.Enclosure, Free)],
            Notes = [new Note(NoteRoles.Correction, "Corrects the year."),
                new Note(NoteRoles.Notebook, "Call 555", false)],
            Extras = [new Extra(ExtraNames.SignOff, "(Reporting by a desk)"), new Extra("rawField", "Call 556")],
        };

        var redacted = Redacted(take, [null]);

        Assert.True(CanonicalJson.AreEqual(redacted, take with { Notes = [take.Notes[0]], Extras = [take.Extras[0]] }));
    }

    [Fact]
    public void The_notice_of_a_kill_has_nothing_of_the_copy_in_any_format()
    {
        var kill = new FiledTake
        {
            Story = new StoryId("s"),
            Number = 2,
            Cause = Cause.Kill,
            FiledAt = DateTimeOffset.UnixEpoch,
            Take = new Take
            {
                Status = TakeStatus.Canceled,
                Headline = "DEAD",
                Headlines = [new Labelled("", "DEAD")],
                Descriptions = [new Labelled("", "DEAD")],
                Notes = [new Note("", "DEAD")],
                Links = [new Link("", "https://x.example/DEAD")],
                Keywords = ["DEAD"],
                Subjects = [new Concept("", "", "DEAD")],
                Body = [new Paragraph("DEAD")],
                Pictures = [new Picture
                    { Caption = "DEAD", Renditions = [new Rendition("", "https://x.example/DEAD")] }],
                Extras = [new Extra(ExtraNames.Header, "DEAD")],
            },
        };

        var notice = Deliverable.OfKill(kill, "FERRY", new Decision.Deliver("kill", []));

        foreach (var format in WireFormats.All)
            Assert.DoesNotContain("DEAD", Formats.RoundTrip.Write(format, notice.Filed, out _));
    }

    static Picture PictureAt(string href) => new() { Caption = "Lanterns", Renditions = [new Rendition("high", href)] };

    [Fact]
    public void What_the_gate_has_opened_waits_no_more_and_what_is_pending_still_says_so()
    {
        var take = new Take { Embargo = new Embargo("Not before Friday", null), Status = TakeStatus.Withheld };
        var pending = new PendingTake(new StoryId("s"), 1, 1, null, Waits: true);

        var opened = Redacted(take);
        var waiting = Redacted(take, pending);

        Assert.Equal((null, TakeStatus.Usable), (opened.Embargo, opened.Status));
        Assert.Equal((take.Embargo, TakeStatus.Withheld), (waiting.Embargo, waiting.Status));
    }

    /// <summary>Of a withheld picture nothing is said, its credit neither.</summary>
    [Fact]
    public void Whom_the_terms_say_to_credit_is_in_the_credit_line_of_every_format()
    {
        var take = new Take
        {
            Body = [new Paragraph("The ferry reopened.")],
            UsageTerms = new UsageTerms("Mandatory credit: Harbor Wire"),
            Pictures =
            [
                PictureWith("Jane Roe", "Mandatory credit: Pier Pictures"),
                PictureWith("Pier", "Mandatory credit: Pier Pictures"),
                PictureWith("", "Mandatory credit: Quay Photo"), PictureWith("Gull", "Mandatory credit: Salt Photo"),
            ],
        };
        var entry = new LogEntry.TakeFiled
        {
            Filed = new FiledTake
            {
                Story = new StoryId("s"),
                Number = 1,
                Cause = Cause.First,
                FiledAt = DateTimeOffset.UnixEpoch,
                Take = take,
            },
        };

        var delivered = Deliverable.Of(entry, Writethru.Desk.TakeReader.Read(take, null),
            new Decision.Deliver("g", [null, null, null, WithholdReason.Territory]), null);

        Assert.Equal("Harbor Wire", delivered.Filed.Take.CreditLine);
        Assert.Equal(["Jane Roe/Pier Pictures", "Pier Pictures", "Quay Photo", ""],
            delivered.Filed.Take.Pictures.Select(picture => picture.Credit));
        foreach (var format in WireFormats.All)
        {
            var text = OneLine.Of(Formats.RoundTrip.Write(format, delivered.Filed, out _, delivered.Reading));
            Assert.Contains("Jane Roe/Pier Pictures", text);
            Assert.Contains("Quay Photo", text);
            Assert.DoesNotContain("Salt", text);
        }
    }

    static Picture PictureWith(string credit, string terms) =>
        new() { After = 1, Caption = "A ferry leaves.", Credit = credit, UsageTerms = new UsageTerms(terms) };

    static Take Redacted(Take take, params ImmutableArray<WithholdReason?> reasons) => Redacted(take, null, reasons);

    static Take Redacted(Take take, PendingTake? pending,
        params ImmutableArray<WithholdReason?> reasons) => Deliverable.Of(
        new LogEntry.TakeFiled
        {
            Filed = new FiledTake
            {
                Story = new StoryId("s"),
                Number = 1,
                Cause = Cause.First,
                FiledAt = DateTimeOffset.UnixEpoch,
                Take = take,
            },
        },
        null, new Decision.Deliver("grant", reasons), pending).Filed.Take;
}
