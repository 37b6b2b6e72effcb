using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Formats;
using Writethru.Formats.Binding;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats;

/// <summary>Words that stop, bind or are for editors alone hold wherever they stand, and prose stays prose.</summary>
public class SettledTakeTests
{
    static readonly Take _take = new()
    {
        Headline = "Ferry terminal reopens after storm",
        Body = [new Paragraph("The terminal reopened on Tuesday."), new Paragraph("Boats sail at nine.")],
    };

    static readonly Picture _pier = new() { After = 1, Caption = "The pier at dawn", Credit = "KIO" };

    public static TheoryData<string> Formats => [.. WireFormats.All.Select(format => format.Name)];

    [Theory, MemberData(nameof(Formats))]
    public void Every_reader_settles_what_it_read(string name)
    {
        var format = WireFormats.Find(name)!;
        var take = _take with { Body = [.. _take.Body, new("dpa-Notizblock"), new("Lena Berg, +47 000 555 0100")] };
        var bytes = RoundTrip.WriteBytes(format, RoundTrip.File(take), out _);

        var back = format.Read(bytes, ReadOptions.Default).TakeOrThrow();

        Assert.Equal(["The terminal reopened on Tuesday.", "Boats sail at nine."], back.Body.Select(part => part.Text));
        Assert.Contains(back.Notes, note => note is { IsPublic: false, Role: NoteRoles.Notebook }
            && note.Text.Contains("Lena Berg", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("internal", "Call Lena Berg")]
    [InlineData("ednote:NPA", "Call Lena Berg")]
    [InlineData("Not for publication", "Call Lena Berg")]
    [InlineData("", "Not for publication: call Lena Berg")]
    [InlineData("", "Call Lena Berg (not intended for publication)")]
    [InlineData("", "Nicht zur Veröffentlichung: Lena Berg, Telefon 0100")]
    [InlineData("", "For internal use only: call Lena Berg")]
    public void A_note_for_editors_only_is_private(string role, string text)
    {
        var note = new Note(role, text);

        Assert.False(Assert.Single(Settle(_take with { Notes = [note] }, "READ-004").Notes).IsPublic);
        Assert.Equal(new Note(role, text, IsPublic: false),
            Assert.Single(Settle(_take with { Descriptions = [new Labelled(role, text)] }, "READ-004").Notes));
    }

    [Fact]
    public void An_advisory_for_editors_only_becomes_a_private_note()
    {
        var take = Settle(_take with { Advisory = new Advisory("(Not for publication: call Lena Berg)") }, "READ-004");

        Assert.Null(take.Advisory);
        Assert.False(Assert.Single(take.Notes).IsPublic);
    }

    [Theory]
    [InlineData("correction", "Corrects the name of the pier in paragraph 2")]
    [InlineData("", "UPDATES with the interim report on internal affairs")]
    [InlineData("", "ADDS publication date of the report")]
    public void Other_notes_stay_public(string role, string text) =>
        Assert.True(Assert.Single(Untouched(_take with { Notes = [new Note(role, text)] }).Notes).IsPublic);

    [Theory]
    [InlineData("Notizblock")]
    [InlineData("# Notebook")]
    [InlineData("Notes to editors:")]
    [InlineData("Redaktionelle Hinweise")]
    [InlineData("The following information is not for publication")]
    [InlineData("*** Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt ***")]
    [InlineData("[Not for publication]")]
    [InlineData("— Not for publication or broadcast —")]
    public void The_body_ends_before_a_notebook(string head)
    {
        var tail = new Paragraph("Lena Berg, +47 000 555 0100");
        var asParagraph = Settle(_take with
        {
            Body = [.. _take.Body, new Paragraph(head), tail],
            Pictures = [_pier with { After = 4 }],
        }, "READ-005");
        var asSubhead = Settle(_take with
        {
            Body = [.. _take.Body, tail with { Subheads = [new Subhead(2, "More"), new Subhead(2, head)] }],
        }, "READ-005");

        Assert.Equal(2, asParagraph.Body.Length);
        Assert.Equal(2, Assert.Single(asParagraph.Pictures).After);
        Assert.Equal(new Note(NoteRoles.Notebook, $"{head}\n{tail.Text}", IsPublic: false),
            Assert.Single(asParagraph.Notes));
        Assert.Equal(2, asSubhead.Body.Length);
        Assert.Equal($"More\n{head}\n{tail.Text}", Assert.Single(asSubhead.Notes).Text);
    }

    [Theory]
    [InlineData("Boats sail.\nNot for publication:\nLena Berg", "Boats sail.")]
    [InlineData("Boats sail. Not for publication: Lena Berg", "Boats sail.")]
    public void The_body_ends_where_the_notice_starts_inside_of_a_paragraph(string text, string kept)
    {
        var take = Settle(_take with
        {
            Body = [new(text)
                { Marks = [new(new(0, 5), MarkKind.Strong), new(new(14, 8), MarkKind.Strong)] }, new("More")],
        }, "READ-005");

        Assert.Equal(kept, Assert.Single(take.Body).Text);
        Assert.Single(take.Body[0].Marks);
        Assert.EndsWith("Lena Berg\nMore", Assert.Single(take.Notes).Text);
    }

    [Theory]
    [InlineData("Notebook")]
    [InlineData("Notebook makers ship fewer units")]
    [InlineData("Not for publication was the report that leaked on Tuesday.")]
    [InlineData("Nicht zur Veröffentlichung bestimmt war der Bericht, den die Zeitung druckte.")]
    [InlineData("The mayor's letter was not for publication, her office said.")]
    [InlineData("Note to editors everywhere: write shorter, the minister said.")]
    public void A_word_that_only_looks_like_a_notebook_is_copy(string text) =>
        Assert.Equal(3, Untouched(_take with { Body = [.. _take.Body, new Paragraph(text)] }).Body.Length);

    [Theory]
    [InlineData("MANDATORY KILL", TakeStatus.Canceled)]
    [InlineData("Please hold this story until the desk has called back", TakeStatus.Withheld)]
    public void Words_of_a_kill_or_a_hold_are_obeyed_in_every_place(string words, TakeStatus status)
    {
        Assert.Equal(status, Settle(_take with { Advisory = new Advisory(words) }, "READ-002").Status);
        Assert.Equal(status, Settle(_take with { Notes = [new Note("x", words, false)] }, "READ-002").Status);
        Assert.Equal(status, Settle(_take with { Headline = words }, "READ-002").Status);
        Assert.Equal(status, Settle(_take with { Body = [new Paragraph(words), .. _take.Body] }, "READ-002").Status);
    }

    [Fact]
    public void A_status_never_gets_looser() =>
        Assert.Equal(TakeStatus.Canceled, Untouched(_take with
        {
            Status = TakeStatus.Canceled,
            Advisory = new Advisory("Please hold this story"),
        }).Status);

    [Theory]
    [InlineData("Police kill gunman at ferry terminal")]
    [InlineData("Hold on to your hats: storm is back")]
    [InlineData("Embargo on arms holds, ministers say")]
    public void A_headline_of_prose_stops_nothing(string headline) => Untouched(_take with { Headline = headline });

    [Fact]
    public void Words_of_an_embargo_hold_in_every_place_and_the_field_goes_first()
    {
        const string words = "EMBARGOED UNTIL 2026-11-25T06:00:00Z";
        var until = new DateTimeOffset(2026, 11, 25, 6, 0, 0, TimeSpan.Zero);
        var field = new Embargo("2027", until.AddYears(1));

        Assert.Equal(until, Settle(_take with { Advisory = new Advisory(words) }, "READ-003").Embargo?.Until);
        Assert.Equal(until, Settle(_take with { Notes = [new Note("", words)] }, "READ-003").Embargo?.Until);
        Assert.Equal(until, Settle(_take with { Headline = words }, "READ-003").Embargo?.Until);
        Assert.Equal(until, Settle(_take with { Descriptions = [new("", words)] }, "READ-003").Embargo?.Until);
        Assert.Equal(until, Settle(_take with { Body = [.. _take.Body, new(words)] }, "READ-003").Embargo?.Until);
        Assert.Null(Settle(_take with { Headline = "EMBARGOED UNTIL Friday" }, "READ-003").Embargo!.Until);
        Assert.Equal(field, Untouched(_take with { Headline = words, Embargo = field }).Embargo);
    }

    [Theory]
    [InlineData("Eds: No use in Suland", "No use in Suland")]
    [InlineData("(ATTN: ADDS photo; NOT FOR USE IN NORLAND)", "NOT FOR USE IN NORLAND")]
    [InlineData("Editorial use only. ADDS figures", "Editorial use only")]
    public void A_limit_in_a_note_binds_the_item(string note, string limit)
    {
        Assert.Equal(limit, Settle(_take with { Advisory = new Advisory(note) }, "READ-006").UsageTerms?.Text);
        Assert.Equal(limit, Settle(_take with { Notes = [new Note("", note)] }, "READ-006").UsageTerms?.Text);
    }

    [Fact]
    public void A_limit_before_a_headline_or_set_apart_as_a_quotation_binds_the_item()
    {
        Assert.Equal("Not for use in Suland",
            Settle(_take with { Headline = "Not for use in Suland: Harbor reopens" }, "READ-006").UsageTerms?.Text);
        Assert.Equal("Not for use in Suland", Settle(_take with
        {
            Body = [.. _take.Body, new("Not for use in Suland.") { Kind = ParagraphKind.Quote }],
        }, "READ-006").UsageTerms?.Text);
        Untouched(_take with { Headline = "Harbor reopens: boats only in use at noon" });
    }

    [Theory]
    [InlineData("(ATTN: CORRECTS name of third party in para 3)")]
    [InlineData("(ATTN: UPDATES with details on redistribution plan)")]
    [InlineData("(Corrects to say that use is prohibited in paragraph 4)")]
    public void A_note_about_a_change_limits_nothing(string note) =>
        Untouched(_take with { Advisory = new Advisory(note) });

    [Theory]
    [InlineData("© 2026 KIO. Not for use in Suland.")]
    [InlineData("(c) KIO. Editorial use only. All rights reserved.")]
    [InlineData("(c) 2026 KIO. No redistribution.")]
    [InlineData("No redistribution")]
    [InlineData("© KIO. Reproduction interdite.")]
    [InlineData("© 한빛통신. 재배포 금지")]
    [InlineData("© KIO, No sales without permission of the desk in Suland")]
    [InlineData("Not for publication in Japan without permission")]
    public void A_limit_in_a_copyright_notice_binds_the_item(string notice) =>
        Assert.NotNull(Settle(_take with { CopyrightNotice = notice }, "READ-006").UsageTerms);

    [Theory]
    [InlineData("© 2026 KIO")]
    [InlineData("Copyright 2026 Kestrel News. All rights reserved.")]
    [InlineData("Copyright 2026 Kestrel News. All rights reserved. This material may not be published, broadcast, "
        + "rewritten or redistributed without permission of Kestrel News.")]
    [InlineData("© 2026 Kestrel News, www.kestrel.example - all rights reserved.")]
    [InlineData(
        "© Agencia Costa. Prohibida la redistribución sin el previo y expreso consentimiento de Agencia Costa.")]
    [InlineData("<저작권자(c) 한빛통신, 무단 전재-재배포 금지>")]
    public void A_notice_of_ownership_limits_nothing(string notice) =>
        Untouched(_take with { CopyrightNotice = notice });

    [Fact]
    public void A_limit_printed_about_a_picture_is_among_its_terms()
    {
        Assert.Equal("No sales. SULAND OUT", TermsOf(_pier with
        {
            UsageTerms = new UsageTerms("No sales"),
            Caption = "The pier at dawn. SULAND OUT",
        }, "READ-007"));
        Assert.Equal("Editorial use only", TermsOf(_pier with { Credit = "KIO. Editorial use only" }, "READ-007"));
        Assert.Equal("Not for use in Suland",
            TermsOf(_pier with { CopyrightNotice = "Not for use in Suland" }, "READ-007"));
        Assert.Equal("No sales", TermsOf(_pier with { Caption = "No sales", UsageTerms = new("No sales") }, null));
    }

    [Fact]
    public void A_paragraph_that_is_a_limit_binds_the_picture_above_it_or_else_the_item()
    {
        ImmutableArray<Paragraph> body = [new("One."), new("Editorial use only. No sales."), new("Two.")];
        Assert.Equal("Not for use in Suland", Settle(_take with
        {
            Body = [.. _take.Body, new("Copyright 2026 KIO. Not for use in Suland.")],
        }, "READ-006").UsageTerms?.Text);

        var picture = Settle(_take with { Body = body, Pictures = [_pier] }, "READ-007");
        var item = Settle(_take with { Body = body, Pictures = [_pier with { After = 3 }] }, "READ-006");

        Assert.Equal(("Editorial use only. No sales", null),
            (picture.Pictures[0].UsageTerms?.Text, picture.UsageTerms));
        Assert.Equal((null, "Editorial use only. No sales"),
            (item.Pictures[0].UsageTerms?.Text, item.UsageTerms?.Text));
        Assert.Equal(3, item.Body.Length);
    }

    [Fact]
    public void The_same_picture_named_again_and_one_of_which_nothing_is_printed_have_the_terms_too()
    {
        var bound = _pier with { UsageTerms = new("No sales"), Renditions = [new("", "pier.jpg")] };
        var again = _pier with { Caption = "Again", Renditions = [new("", "pier.jpg"), new("", "pier-large.jpg")] };
        var third = _pier with { Caption = "Third", SenderId = "7", Renditions = [new("", "pier-large.jpg")] };
        var other = _pier with { Caption = "Another", Renditions = [new("", "boat.jpg")] };
        var small = new Picture { Renditions = [new("", "/img/pier-small.jpg?w=80")] };
        var elsewhere = new Picture { Renditions = [new("", "roof.jpg")] };

        var take = Settle(_take with { Pictures = [third, again, bound, other, small, elsewhere] }, "READ-008");

        Assert.Equal(["No sales", "No sales", "No sales", null, "No sales", null],
            take.Pictures.Select(picture => picture.UsageTerms?.Text));
    }

    [Fact]
    public void Many_limits_grow_to_an_end()
    {
        var take = _take with
        {
            Body = [.. Enumerable.Range(0, 20_000).Select(i => new Paragraph($"No use in Suland {i}"))],
            Pictures = [.. Enumerable.Range(0, 20_000).Select(_ => _pier with { SenderId = "7" }),
                _pier with { SenderId = "7", UsageTerms = new(new string('x', 1_000_000)) }],
        };
        var findings = new Findings();

        var settled = Settlement.Settle(take, findings);

        Assert.EndsWith("Further limits stand in the copy.", settled.UsageTerms!.Text);
        Assert.InRange(settled.UsageTerms.Text.Length, 1_000, 2_000);
        Assert.All(settled.Pictures.SkipLast(1), picture =>
            Assert.Equal("Further limits stand in the copy.", picture.UsageTerms!.Text));
        Assert.InRange(findings.Remarks.Count, 2, 50);
    }

    static string? TermsOf(Picture picture, string? code)
    {
        var take = _take with { Pictures = [picture] };
        return (code is null ? Untouched(take) : Settle(take, code)).Pictures[0].UsageTerms?.Text;
    }

    /// <summary>Settles, expects the one kind of remark, and that settling again finds nothing.</summary>
    static Take Settle(Take take, string code)
    {
        var findings = new Findings();
        var settled = Settlement.Settle(take, findings);
        Assert.NotEmpty(findings.Remarks);
        Assert.All(findings.Remarks, remark => Assert.Equal(code, remark.Code));
        return Untouched(settled);
    }

    static Take Untouched(Take take)
    {
        var findings = new Findings();
        var settled = Settlement.Settle(take, findings);
        Assert.Empty(findings.Remarks);
        Assert.True(CanonicalJson.AreEqual(take, settled));
        return settled;
    }
}
