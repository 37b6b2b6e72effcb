using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats.Teleprinter;

/// <summary>What matters of each message, written by hand.</summary>
public class Iptc7901GoldenTests
{
    static ReadResult Result(string name, ReadOptions? options = null) => WireFormats.Find("iptc7901")!
        .Read(File.ReadAllBytes(RepoFiles.Golden("iptc7901", name + ".in")), options ?? ReadOptions.Default);

    static Take Read(string name) => Result(name).TakeOrThrow();

    [Theory]
    [InlineData("story", "nkd0123", 4, "i", 96, "Schifffahrt/Hafen/Nordland", "Fähren in Nordhafen fahren wieder", 3)]
    [InlineData("urgent-bells", "nkd0007", 2, "pl", 31, "Wahl/Nordland", "Ministerpräsidentin Vahl tritt zurück", 1)]
    [InlineData("notebook", "nkd0041", 4, "vm", 88, "Bahn/Nordland", "Baum stoppt Küstenbahn", 1)]
    [InlineData("no-control-bytes", "nkd0019", 5, "s", 52, "Sport/Rudern", "Saemaru crew win the strait race", 2)]
    [InlineData("latin-1", "aln019", 4, "i", 40, "Börse/Münzen", "Münzen aus Mirada erzielen Höchstpreise", 2)]
    [InlineData("kill", "nkd0300", 2, "i", 20, "Schifffahrt/Hafen/Nordland", "", 1)]
    [InlineData("captions", "hbn0400", 4, "i", 90, "Ferry/Saemaru", "Ferry terminal of Saemaru reopens", 3)]
    [InlineData("korean", "hbk0600", 4, "i", 30, "해운/새마루", "새마루항 여객터미널 닷새 만에 재개", 2)]
    [InlineData("arabic", "mna0601", 4, "i", 30, "موانئ/نورلاند", "إعادة فتح ميناء نورلاند بعد العاصفة", 2)]
    [InlineData("japanese", "kyd0602", 4, "i", 30, "港湾/ノルランド", "ノルランド港が再開　五日ぶり", 2)]
    [InlineData("heading-open", "nkd0702", 4, "i", 20, "Wahl/Nordland", "Haushalt in Nordland abgelehnt", 1)]
    public void Header_keywords_and_headline_are_read(
        string name, string sequence, int urgency, string category, int words, string slug,
        string headline, int paragraphs)
    {
        var take = Read(name);

        Assert.Equal(sequence, take.Sequence);
        Assert.Equal(urgency, take.Urgency);
        Assert.Equal(new Concept(Schemes.Category, category), Assert.Single(take.Subjects));
        Assert.Equal(words, take.WordCount);
        Assert.Equal(slug, take.Slug);
        Assert.Equal(headline, take.Headline);
        Assert.Equal(paragraphs, take.Body.Length);
        Assert.Equal(sequence[..3], take.Provider);
    }

    [Theory]
    [InlineData("urgent-bells", "Eil", Signal.None)]
    [InlineData("no-control-bytes", "REFILE; 2ND LEAD 3RD NET", Signal.Refile)]
    [InlineData("insert", "INSERT", Signal.Insert)]
    [InlineData("correction", "", Signal.Correction)]
    [InlineData("schedule", "Vorschau", Signal.None)]
    [InlineData("captions", "URGENT", Signal.None)]
    [InlineData("story", "", Signal.None)]
    public void Take_keys_say_what_the_transmission_does(string name, string series, Signal signal)
    {
        var take = Read(name);

        Assert.Equal(series, take.Series);
        Assert.Equal(signal, take.Signal);
    }

    [Theory]
    [InlineData("kill", TakeStatus.Canceled)]
    [InlineData("hold", TakeStatus.Withheld)]
    [InlineData("story", TakeStatus.Usable)]
    public void A_kill_and_a_hold_are_statuses(string name, TakeStatus status) =>
        Assert.Equal(status, Read(name).Status);

    [Fact]
    public void Lines_are_joined_to_paragraphs_and_a_hyphen_that_ends_a_line_keeps_its_space()
    {
        var take = Read("story");

        Assert.Equal("Jana Rose, nkd", take.Byline);
        Assert.Equal("Nordhafen (nkd) -", take.Dateline?.Text);
        Assert.StartsWith("Nach zwei Sturmtagen sind am Dienstag die Fähren zwischen Nordhafen", take.Body[0].Text);
        Assert.EndsWith("Der Ein- und Auslaufplan gilt bis Freitag.", take.Body[1].Text);
    }

    [Theory, InlineData("notebook"), InlineData("not-for-publication")]
    public void Nothing_that_is_not_for_publication_is_public(string name)
    {
        var take = Read(name);

        Assert.Single(take.Body);
        Assert.All(take.Notes, note => Assert.False(note.IsPublic));
        Assert.Contains(take.Notes,
            note => note.Role == NoteRoles.Notebook && note.Text.Contains("010 0", StringComparison.Ordinal));
        Assert.DoesNotContain(take.Body, paragraph => paragraph.Text.Contains("555", StringComparison.Ordinal));
        Assert.Empty(take.Extras);
    }

    [Fact]
    public void The_closing_line_is_a_note_and_the_paragraph_above_the_dateline_a_teaser()
    {
        var take = Read("notebook");

        Assert.Equal("nkd jro yyno n1 sku", Assert.Single(take.Notes, note => note.Role == NoteRoles.Closing).Text);
        Assert.Equal("teaser", Assert.Single(take.Descriptions).Role);
        Assert.StartsWith("Ein umgestürzter Baum", take.Body[0].Text);
    }

    [Fact]
    public void A_trailer_without_GMT_is_an_instant_only_in_the_zone_of_a_profile()
    {
        var berlin = new ProviderProfile { Name = "nkd", Zone = "Europe/Berlin" };

        Assert.Equal(new SenderTime("241852 Nov 26", null), Read("notebook").VersionCreated);
        Assert.Equal(
            new DateTimeOffset(2026, 11, 24, 17, 52, 0, TimeSpan.Zero),
            Result("notebook", ReadOptions.Default with { Profile = berlin }).TakeOrThrow().VersionCreated?.At);
        Assert.Equal(1987, Read("century").VersionCreated?.At?.Year);
        Assert.Null(Read("hostile-header").VersionCreated?.At);
    }

    [Fact]
    public void An_embargo_is_read_from_its_words_and_waits_where_they_leave_a_doubt()
    {
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 6, 0, 0, TimeSpan.Zero), Read("embargo").Embargo?.Until);
        Assert.Equal(new Embargo("Sperrfrist: 25. November, 6 Uhr", null), Read("embargo-no-zone").Embargo);
        Assert.Null(Read("embargo").Expiry);
    }

    [Fact]
    public void Restricted_captions_are_pictures_with_terms_and_never_copy()
    {
        var take = Read("captions");

        Assert.Equal([1, 2], take.Pictures.Select(picture => picture.After));
        Assert.Equal(
            ["For Use Only in the Republic of Norland. No Redistribution", "NO ARCHIVING. NO SALES"],
            take.Pictures.Select(picture => picture.UsageTerms?.Text));
        Assert.Equal(["HBN", "HBN Photo/Jane Roe"], take.Pictures.Select(picture => picture.Credit));
        Assert.Equal("dalrae@hbn.example", take.Contact);
        Assert.Equal("(END)", take.EndMark);
    }

    [Fact]
    public void Columns_stay_a_table_and_items_a_list()
    {
        var take = Read("tables");

        Assert.Equal(
            [
                ParagraphKind.Prose, ParagraphKind.Table, ParagraphKind.Prose, ParagraphKind.Item, ParagraphKind.Item,
                ParagraphKind.Item, ParagraphKind.Prose,
            ],
            take.Body.Select(paragraph => paragraph.Kind));
        Assert.Equal(["2", "Uldo Achter", "9"], take.Body[1].Table!.Rows[2].Cells.Select(cell => cell.Text));
        Assert.Equal([1, 1, 2], take.Body.Skip(3).Take(3).Select(item => item.Level));
        Assert.Equal("Rückblick", Assert.Single(take.Body[6].Subheads).Text);
    }

    [Fact]
    public void A_line_that_the_sender_broke_stays_broken() => Assert.Equal(
        ["Nordhafen", "Sitzung des Hafenausschusses mit Beschluss über die Abgaben für das kommende Jahr",
            "+ 1000 Beginn"],
        Read("schedule").Body[0].Text.Split('\n').Take(3));

    [Fact]
    public void Several_messages_are_several_takes_also_where_one_starts_before_the_other_ended()
    {
        Assert.Equal(["nkd0201", "nkd0202"], Result("two-messages").Takes.Select(take => take.Sequence));
        Assert.Equal(["nkd0211", "nkd0212"], Result("second-before-end").Takes.Select(take => take.Sequence));
    }

    [Fact]
    public void No_control_character_is_left_in_a_take()
    {
        var json = System.Text.Encoding.UTF8.GetString(CanonicalJson.ToUtf8(Read("controls-inside")));

        Assert.DoesNotContain(@"\u00", json);
        Assert.Contains(Result("controls-inside").Remarks, remark => remark.Code == "TELE-006");
    }

    [Fact]
    public void A_message_with_nothing_in_it_is_no_take_and_says_so()
    {
        var result = Result("empty-message");

        Assert.Empty(result.Takes);
        Assert.Contains(result.Remarks, remark => remark is { Code: "TELE-002", Severity: Severity.Error });
    }

    [Theory]
    [InlineData("story", "")]
    [InlineData("heading-open", "IPTC-002")]
    [InlineData("no-control-bytes", "TELE-007")]
    [InlineData("arabic", "IPTC-001")]
    [InlineData("hostile-header", "TELE-009")]
    public void Strict_reading_makes_an_error_of_what_the_standard_forbids(string name, string code)
    {
        var result = Result(name, ReadOptions.Default with { IsStrict = true });

        Assert.Single(result.Takes);
        Assert.Equal(
            code, result.Remarks.FirstOrDefault(remark => remark.Severity == Severity.Error)?.Code ?? "");
        Assert.DoesNotContain(Result(name).Remarks, remark => remark.Severity == Severity.Error);
    }
}
