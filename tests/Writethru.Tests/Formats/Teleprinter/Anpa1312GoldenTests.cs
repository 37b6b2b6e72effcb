using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats.Teleprinter;

/// <summary>
/// What matters of each message, written by hand. No real message was at hand: the layouts are those of the field's
/// notes.
/// </summary>
public class Anpa1312GoldenTests
{
    static ReadResult Result(string name) => WireFormats.Find("anpa1312")!
        .Read(File.ReadAllBytes(RepoFiles.Golden("anpa1312", name + ".in")), ReadOptions.Default);

    static Take Read(string name) => Result(name).TakeOrThrow();

    [Theory]
    [InlineData("ap-writethru", "a0123", 3, "i", 416, "BC-EU--Harbor Strike", "1st Ld-Writethru", Signal.Update, 3)]
    [InlineData("kyodo", "k0042", 3, "s", 60, "BC-Norland harbor", "", Signal.None, 2)]
    [InlineData("news-alert", "a0130", 1, "i", 22, "BC-EU--Harbor-APNewsAlert", "APNewsAlert", Signal.None, 1)]
    [InlineData("add", "a0140", 3, "i", 40, "BC-EU--Harbor Strike", "Add1", Signal.Add, 1)]
    [InlineData("correction", "a0150", 3, "i", 45, "BC-EU--Harbor Strike", "Correction", Signal.Correction, 1)]
    [InlineData("kill", "a0160", 3, "i", 30, "BC-EU--Harbor Strike", "", Signal.None, 1)]
    [InlineData("news-list", "v0010", 5, "i", 30, "BC-NLP News Digest", "", Signal.None, 2)]
    [InlineData("no-frame", "a0170", 3, "i", 33, "BC-EU--Harbor Vote", "", Signal.None, 1)]
    public void Header_and_keyword_line_are_read(
        string name, string sequence, int urgency, string category, int words, string slug,
        string series, Signal signal,
        int paragraphs)
    {
        var take = Read(name);

        Assert.Equal(sequence, take.Sequence);
        Assert.Equal(urgency, take.Urgency);
        Assert.Equal(category, Assert.Single(take.Subjects).Code);
        Assert.Equal(words, take.WordCount);
        Assert.Equal(slug, take.Slug);
        Assert.Equal(series, take.Series);
        Assert.Equal(signal, take.Signal);
        Assert.Equal(paragraphs, take.Body.Length);
    }

    [Fact]
    public void The_number_of_the_header_is_no_count_of_words_and_is_kept()
    {
        var take = Read("ap-writethru");

        Assert.Equal(416, take.WordCount);
        Assert.Contains(new Extra("header/count", "1049"), take.Extras);
        Assert.DoesNotContain(take.Extras, extra => extra.Name == "header/date");
        Assert.Contains(new Extra("header/selector", "_asian"), take.Extras);
    }

    [Fact]
    public void Heading_lines_notes_quotes_dashes_and_sub_heads_have_their_places()
    {
        var take = Read("ap-writethru");

        Assert.Equal("Dockers in Port Ellery walk out for a second day", take.Headline);
        Assert.Equal("JANE ROE", take.Byline);
        Assert.Equal("Eds: UPDATES throughout with union vote. With NLP Photos.", take.Advisory?.Text);
        Assert.Contains(take.Notes, note => note.Text == "NLP Photo PEL101, PEL102");
        Assert.Contains(new Extra(ExtraNames.Header, "Norland Press Writer"), take.Extras);
        Assert.Equal("PORT ELLERY", Assert.Single(take.Dateline!.Places));
        Assert.StartsWith("“We will not go back for less,” said Tom Hale", take.Body[1].Text);
        Assert.Contains("authority — it owns the cranes — said", take.Body[1].Text);
        Assert.Equal("SHIPS LEAVE FOR SULAND", Assert.Single(take.Body[2].Subheads).Text);
    }

    [Fact]
    public void A_list_of_news_that_is_all_heading_loses_no_line() => Assert.Equal(
        ["TOP STORIES FOR TUESDAY:", "HARBOR STRIKE — Dockers walk out for a second day.",
            "FERRY — Terminal of Saemaru reopens."],
        [Read("news-list").Headline, .. Read("news-list").Body.Select(paragraph => paragraph.Text)]);

    [Fact]
    public void Column_separators_thin_spaces_and_halves_make_a_table()
    {
        var table = Assert.Single(Read("table").Body).Table;

        Assert.Equal(
            ["Team W L GB", "Saemaru 9 3 _", "Port Ellery 8 4 1", "Uldo 2 10 7½"],
            table!.Rows.Select(row => string.Join(' ', row.Cells.Select(cell => cell.Text))));
    }

    [Theory]
    [InlineData("ap-writethru", "2026-11-24T04:12:00Z")]
    [InlineData("table", "2026-11-25T03:10:00Z")]
    [InlineData("kyodo", "")]
    public void A_trailer_is_an_instant_where_it_names_its_zone(string name, string at)
    {
        var time = Read(name).VersionCreated;

        Assert.NotNull(time);
        Assert.Equal(at, time.At is { } instant ? Instant.Write(instant) : "");
    }

    [Fact]
    public void A_kill_and_an_embargo_stop_the_item()
    {
        Assert.Equal(TakeStatus.Canceled, Read("kill").Status);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 6, 0, 0, TimeSpan.Zero), Read("embargo").Embargo?.Until);
    }

    [Fact]
    public void Restricted_captions_are_pictures_with_terms_and_never_copy()
    {
        var picture = Assert.Single(Read("captions").Pictures);

        Assert.Equal("NLP Photo/Jane Roe", picture.Credit);
        Assert.Equal("NO SALES. NO ARCHIVING", picture.UsageTerms?.Text);
        Assert.Equal(1, picture.After);
    }

    [Fact]
    public void What_is_not_for_publication_is_found_in_the_middle_of_lines_without_an_empty_one()
    {
        var take = Read("german");

        Assert.EndsWith("Zwei Molen bleiben gesperrt.", Assert.Single(take.Body).Text);
        Assert.Contains("0555", Assert.Single(take.Notes, note => !note.IsPublic).Text);
    }

    [Fact]
    public void Lines_of_the_Canadian_Press_have_names()
    {
        var take = Read("canadian");

        Assert.Equal("Grain exports of Norland rise", take.Headline);
        Assert.Equal("Update:ADDS details", take.Advisory?.Text);
        Assert.Contains(new Extra("header/SYMBOL", "NLX:GRN"), take.Extras);
    }

    [Fact]
    public void Two_messages_are_two_takes() =>
        Assert.Equal(["a0180", "a0181"], Result("two-messages").Takes.Select(take => take.Sequence));
}
