using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats;

public class NinjsWriterTests
{
    static readonly Take _take = new() { Headline = "Ferry", Body = [new Paragraph("It left.")] };

    static JsonElement Write(string name, FiledTake filed) =>
        JsonDocument.Parse(RoundTrip.Write(WireFormats.Find(name)!, filed, out _)).RootElement;

    [Theory]
    [InlineData(Cause.First, "")]
    [InlineData(Cause.Correction, "correction")]
    [InlineData(Cause.WriteThru, "update")]
    [InlineData(Cause.Lead, "update")]
    [InlineData(Cause.Refile, "update")]
    public void A_correction_says_correction_an_update_update_and_a_first_take_nothing(Cause cause, string signal)
    {
        var json = Write("ninjs", RoundTrip.File(_take, cause, cause == Cause.First ? 1 : 2));

        var found = json.TryGetProperty("descriptions", out var descriptions)
            ? descriptions.EnumerateArray().Single().GetProperty("value").GetString() : "";
        Assert.Equal(signal, found);
    }

    [Theory]
    [InlineData("ninjs"), InlineData("ninjs2")]
    public void A_later_take_links_to_the_one_before(string name)
    {
        var back = WireFormats.Find(name)!.Read(
            RoundTrip.WriteBytes(WireFormats.Find(name)!, RoundTrip.File(_take, Cause.WriteThru, 3), out _),
            ReadOptions.Default).TakeOrThrow();

        Assert.Equal(
            new Link(LinkRels.PreviousVersion, "urn:writethru:story-1") { Version = "2" }, Assert.Single(back.Links));
        Assert.Equal(("urn:writethru:story-1", "3"), (back.SenderId, back.SenderVersion));
    }

    [Theory]
    [InlineData("ninjs", "expires", "embargoedUntil")]
    [InlineData("ninjs2", "expires", "embargoed")]
    public void An_embargo_never_lands_in_an_expiry(string name, string expiry, string embargo)
    {
        var at = new DateTimeOffset(2026, 11, 25, 6, 0, 0, TimeSpan.Zero);

        var json = Write(name, RoundTrip.File(_take with { Embargo = new Embargo(Instant.Write(at), at) }));

        Assert.False(json.TryGetProperty(expiry, out _));
        Assert.Equal("2026-11-25T06:00:00Z", json.GetProperty(embargo).GetString());
    }

    [Theory]
    [InlineData("It left.", "text/plain"), InlineData("It\n\nleft.", "text/html")]
    public void A_body_is_plain_text_where_that_says_all(string text, string type) => Assert.Equal(type,
        Write("ninjs", RoundTrip.File(_take with { Body = [new Paragraph(text)] }))
            .GetProperty("bodies")[0].GetProperty("contentType").GetString());

    [Fact]
    public void What_has_no_place_is_said_with_its_path()
    {
        var take = _take with
        {
            Priority = 3,
            Sequence = "a0123",
            Expiry = new SenderTime("tomorrow", null),
            Subjects = [new Concept("no uri", "1", "Sea")],
            Links = [new Link("related", "no uri"), new Link("related", "urn:a:1")],
            Extras = [new Extra("profile", "x")],
            Pictures = [new Picture
                { Renditions = [new Rendition("a", "p.jpg"), new Rendition("b", "https://a.example/")] }],
        };

        RoundTrip.Write(WireFormats.Find("ninjs")!, RoundTrip.File(take), out var omissions);

        Assert.Equal(
            ["expiry", "subjects[0].scheme", "links[0]", "pictures[0].renditions[0]", "sequence",
                "priority", "extras[0]"],
            omissions.Select(omission => omission.Field));
    }

    [Theory]
    [InlineData("ninjs")]
    [InlineData("ninjs2")]
    public void A_note_that_is_not_public_is_omitted_and_listed(string format)
    {
        var take = _take
            with { Notes = [new Note("notebook", "+82 2 1234", IsPublic: false), new Note("", "Graphic follows")] };

        var json = RoundTrip.Write(WireFormats.Find(format)!, RoundTrip.File(take), out var omissions);

        Assert.DoesNotContain("+82 2 1234", json, StringComparison.Ordinal);
        Assert.Contains("Graphic follows", json, StringComparison.Ordinal);
        Assert.Contains("notes[0]", omissions.Select(omission => omission.Field));
    }
}
