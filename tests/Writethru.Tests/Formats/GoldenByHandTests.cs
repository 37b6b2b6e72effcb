using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

/// <summary>What matters of each dispatch, written by hand before any reader saw it.</summary>
public class GoldenByHandTests
{
    static Take Read(string name) =>
        WireFormats
            .Read(File.ReadAllBytes(RepoFiles.Golden("plainwire", name + ".in")), ReadOptions.Default).TakeOrThrow();

    [Theory]
    [InlineData("yonhap-captions-between", "SAEMARU", "--11-24", "Yonhap", 5, "2,2,5")]
    [InlineData("yonhap-crlf-bom", "SAEMARU", "--11-24", "Yonhap", 5, "2,2,5")]
    [InlineData("yonhap-lone-cr", "SAEMARU", "--11-24", "Yonhap", 5, "2,2,5")]
    [InlineData("yonhap-no-headline", "SAEMARU,ULDO", "--11-24", "Yonhap", 2, "")]
    [InlineData("yonhap-flash", "", "", "", 0, "")]
    [InlineData("ap-writethru", "PORT ELLERY", "", "AP", 3, "")]
    [InlineData("ap-hard-wrapped", "PORT ELLERY", "", "AP", 3, "")]
    [InlineData("reuters-update", "PORT ELLERY", "--11-24", "Reuters", 4, "4")]
    [InlineData("reuters-correction", "PORT ELLERY", "--11-24", "Reuters", 2, "")]
    [InlineData("afp-attention", "PORT ELLERY", "2026-11-24", "AFP", 3, "")]
    [InlineData("afp-embargo", "PORT ELLERY", "2026-11-23", "AFP", 1, "")]
    [InlineData("dpa-german", "Nordhafen", "", "dpa", 4, "")]
    [InlineData("dpa-windows-1252", "Nordhafen", "", "dpa", 2, "")]
    [InlineData("dpa-sperrfrist", "Nordhafen", "", "dpa", 1, "")]
    [InlineData("xinhua-enditem", "PORT ELLERY", "2026-11-24", "Xinhua", 3, "")]
    [InlineData("korean-yonhap", "새마루", "", "한빛통신", 3, "2")]
    [InlineData("korean-embargo", "서울", "--11-24", "한빛통신", 1, "")]
    [InlineData("arabic", "القاهرة", "--11-24", "وكالة الميناء", 3, "2")]
    [InlineData("embargo-readable", "PORT ELLERY", "--11-24", "AP", 2, "")]
    [InlineData("embargo-in-advisory", "SAEMARU", "--11-24", "Yonhap", 1, "")]
    [InlineData("kill-notice", "", "", "", 0, "")]
    [InlineData("trailer", "SAEMARU", "--11-24", "Yonhap", 1, "")]
    [InlineData("no-dateline", "", "", "", 2, "")]
    [InlineData("dpa-routing", "Nordhafen", "", "dpa", 2, "")]
    [InlineData("ansa-routing", "PORTO ELLERO", "--11-24", "ANSA", 2, "")]
    [InlineData("afp-slug", "PORT ELLERY", "2026-11-24", "AFP", 2, "")]
    [InlineData("reuters-no-place", "", "--11-24", "Reuters", 1, "")]
    [InlineData("kyodo-japanese", "ミラダ", "", "共同", 2, "")]
    [InlineData("jiji-japanese", "ミラダ", "", "時事", 1, "")]
    [InlineData("korean-sent", "새마루", "", "한빛통신", 2, "")]
    [InlineData("utf-16", "SAEMARU", "--11-24", "Yonhap", 1, "")]
    [InlineData("ap-eds-tokens", "PORT ELLERY", "", "AP", 2, "")]
    [InlineData("ap-correction", "PORT ELLERY", "", "AP", 2, "")]
    [InlineData("ap-add", "PORT ELLERY", "", "AP", 2, "")]
    [InlineData("afp-refile", "PORT ELLERY", "2026-11-24", "AFP", 5, "")]
    [InlineData("afp-french", "PORT-ELLERIE", "2026-11-24", "AFP", 2, "")]
    [InlineData("afp-summary", "PORT ELLERY", "2026-11-24", "AFP", 3, "")]
    [InlineData("reuters-repeat", "PORT ELLERY", "--11-24", "Reuters", 1, "")]
    [InlineData("reuters-corrected-below", "PORT ELLERY", "--11-24", "Reuters", 2, "")]
    [InlineData("dpa-berichtigung", "Nordhafen", "", "dpa", 2, "")]
    [InlineData("apa-neu", "Donauort", "", "APA", 2, "")]
    [InlineData("stt-corrected", "", "", "", 2, "")]
    [InlineData("stt-release", "", "", "", 2, "")]
    [InlineData("kyodo-english", "PORT ELLERY", "--11-24", "Kyodo", 2, "")]
    [InlineData("kcna-urgent", "Saemaru", "--11-24", "KCNA", 2, "")]
    [InlineData("canadian-press", "PORT ELLERY", "", "", 2, "")]
    [InlineData("businesswire", "PORT ELLERY", "", "BUSINESS WIRE", 2, "")]
    [InlineData("globenewswire", "PORT ELLERY", "2026-11-24", "GLOBE NEWSWIRE", 3, "")]
    [InlineData("tass-slashes", "SAEMARU", "--11-24", "TASS", 2, "")]
    [InlineData("efe-spanish", "Puerto Elera", "--11-24", "EFE", 2, "")]
    [InlineData("xinhua-updated", "PORT ELLERY", "2026-11-24", "Xinhua", 1, "")]
    [InlineData("takedown-notice", "PORT ELLERY", "--11-24", "AAP", 1, "")]
    [InlineData("korean-correction", "새마루", "", "한빛통신", 2, "")]
    [InlineData("japanese-correction", "ミラダ", "", "共同", 3, "")]
    [InlineData("arabic-correction", "القاهرة", "--11-24", "وكالة الميناء", 2, "")]
    [InlineData("our-own-printed", "SAEMARU", "--11-24", "Yonhap", 7, "7")]
    [InlineData("labelled-whole", "", "", "", 2, "1")]
    public void Dateline_paragraphs_and_pictures_are_counted_as_a_desk_counts_them(
        string name, string places, string date, string agency, int paragraphs, string pictures)
    {
        var take = Read(name);

        Assert.Equal(places, string.Join(',', take.Dateline?.Places ?? []));
        Assert.Equal(date, take.Dateline?.Date?.ToString() ?? "");
        Assert.Equal(agency, take.Dateline?.Agency ?? "");
        Assert.Equal(paragraphs, take.Body.Length);
        Assert.Equal(pictures, string.Join(',', take.Pictures.Select(picture => picture.After)));
    }

    [Theory]
    [InlineData(
        "yonhap-captions-between", "Harbor city of Saemaru reopens ferry terminal after storm",
        "2nd LD", "", "Park Dal-rae", "(END)")]
    [InlineData("yonhap-no-headline", "", "", "", "", "(END)")]
    [InlineData("yonhap-flash", "Ferry with 80 aboard adrift off Uldo: coast guard", "URGENT", "", "", "(END)")]
    [InlineData(
        "ap-writethru", "Dockers in Port Ellery walk out for a second day",
        "1st Ld-Writethru", "BC-EU--Harbor Strike", "JANE ROE", "AP-NY-11-24-26 0412GMT")]
    [InlineData("ap-hard-wrapped", "Dockers in Port Ellery walk out for a second day", "", "", "JANE ROE", "")]
    [InlineData(
        "reuters-update", "Norland central bank holds rate, sees slower growth",
        "UPDATE 2", "", "John Doe and Mary Poe", "")]
    [InlineData("reuters-correction", "Norland grain exports rise in October", "CORRECTED", "", "", "")]
    [InlineData(
        "dpa-german", "Hafen von Nordhafen nach Sturm wieder offen",
        "1. Zusammenfassung", "", "Jana Rose, dpa", "")]
    [InlineData("xinhua-enditem", "Norland, Suland sign fishing accord", "2nd Ld-Writethru", "", "", "Enditem")]
    [InlineData("korean-yonhap", "새마루항 여객터미널 닷새 만에 재개", "종합2보", "", "김하늘 기자", "(끝)")]
    [InlineData("arabic", "إعادة فتح ميناء نورلاند بعد العاصفة", "عاجل", "", "", "(انتهى)")]
    [InlineData("dpa-routing", "Hafen von Nordhafen wieder offen", "", "", "", "")]
    [InlineData("ansa-routing", "Porto Ellero riapre dopo la tempesta", "", "", "", "")]
    [InlineData("afp-slug", "Dockers in Port Ellery vote to end strike", "URGENT", "Norland-strike-vote", "", "")]
    [InlineData("reuters-no-place", "NORLAND CENTRAL BANK HOLDS RATE AT 3.5 PCT", "FLASH", "", "", "")]
    [InlineData("kyodo-japanese", "ミラダ港が再開", "", "", "", "==Kyodo")]
    [InlineData("jiji-japanese", "ミラダ港が再開", "", "", "", "（了）")]
    [InlineData("korean-sent", "새마루항 다시 문 열어", "", "", "김하늘 기자", "(끝)")]
    [InlineData("no-dateline", "Norland opens its museum of fog", "", "", "", "")]
    [InlineData(
        "ap-eds-tokens", "Dockers in Port Ellery go back to work",
        "7th Ld-Writethru", "BC-EU--Harbor Strike", "JANE ROE", "AP-NY-11-24-26 0912GMT")]
    [InlineData("ap-correction", "", "CORRECTION", "BC-EU--Harbor Strike", "", "")]
    [InlineData("ap-add", "Dockers in Port Ellery go back to work", "Add 1", "BC-EU--Harbor Strike", "", "")]
    [InlineData(
        "afp-refile", "Dockers in Port Ellery vote to end strike", "URGENT", "Norland-strike-vote", "Lena BERG", "")]
    [InlineData("afp-french", "Les dockers de Port-Ellerie reprennent le travail", "", "", "Léna BERGER", "")]
    [InlineData("reuters-repeat", "Norland grain exports rise in October", "RPT-UPDATE 1", "", "", "")]
    [InlineData("reuters-corrected-below", "NORLAND CENTRAL BANK CUTS RATE TO 3.25 PCT", "*****", "", "", "")]
    [InlineData("stt-release", "Satamalahden museo avaa sumun näyttelyn", "", "", "", "")]
    [InlineData("kyodo-english", "Norland, Suland agree on fishing accord", "2ND LEAD", "", "", "==Kyodo")]
    [InlineData("kcna-urgent", "Ferry Terminal of Saemaru Reopened", "Urgent", "", "", "-0-")]
    [InlineData(
        "canadian-press", "Harbour strike in Port Ellery ends after five days",
        "", "", "Jane Roe, The Canadian Press", "")]
    [InlineData("xinhua-updated", "Norland, Suland sign fishing accord", "updated 3", "", "", "Enditem")]
    [InlineData("korean-correction", "새마루항 여객터미널 닷새 만에 재개", "정정", "", "김하늘 기자", "(끝)")]
    [InlineData("japanese-correction", "ミラダ港が再開", "訂正", "", "", "（了）")]
    [InlineData("arabic-correction", "إعادة فتح ميناء نورلاند بعد العاصفة", "تصحيح", "", "", "(انتهى)")]
    [InlineData("our-own-printed", "Ferry terminal reopens after storm", "2nd LD", "NORLAND-FERRY", "", "(END)")]
    [InlineData("labelled-whole", "Hafen von Nordhafen wieder offen", "", "Hafen/Sturm", "", "")]
    public void The_lines_around_the_copy_find_their_fields(
        string name, string headline, string series, string slug, string byline, string endMark)
    {
        var take = Read(name);

        Assert.Equal(headline, take.Headline);
        Assert.Equal(series, take.Series);
        Assert.Equal(slug, take.Slug);
        Assert.Equal(byline, take.Byline);
        Assert.Equal(endMark, take.EndMark);
    }

    [Theory]
    [InlineData("embargo-readable", "EMBARGOED UNTIL 0600 GMT Nov. 25, 2026", "2026-11-25T06:00:00Z")]
    [InlineData(
        "embargo-in-advisory",
        "(ATTN: UPDATES in paras 2-3; EMBARGOED UNTIL 2026-11-25T06:00:00Z)",
        "2026-11-25T06:00:00Z")]
    [InlineData("embargo-no-year", "HOLD FOR RELEASE 6 a.m. GMT Wednesday", null)]
    [InlineData("afp-embargo", "ATTENTION - EMBARGOED, RELEASABLE Wednesday at 0630 ///", null)]
    [InlineData("dpa-sperrfrist", "Sperrfrist 25. November 19.00 Uhr", null)]
    [InlineData("korean-embargo", "[엠바고: 25일 오전 6시]", null)]
    [InlineData("stt-release", "HUOM JULKIVAPAA SUNNUNTAIN LEHTIIN///", null)]
    public void An_embargo_keeps_its_words_and_lifts_only_where_they_leave_no_doubt(
        string name, string words, string? until)
    {
        var embargo = Read(name).Embargo;

        Assert.Equal(words, embargo?.Text);
        Assert.Equal(until, embargo?.Until is { } instant ? Instant.Write(instant) : null);
    }

    [Fact]
    public void Captions_are_parted_into_caption_source_terms_and_credit()
    {
        var pictures = Read("yonhap-captions-between").Pictures;

        Assert.Equal(["Yonhap", "Yonhap", "Yonhap"], pictures.Select(picture => picture.Credit));
        Assert.Equal(
            ["PHOTO NOT FOR SALE", "Pool photo", "For Use Only in the Republic of Korea. No Redistribution"],
            pictures.Select(picture => picture.UsageTerms?.Text));
        Assert.Equal("Saemaru Port Authority", pictures[0].Source);
        Assert.EndsWith("provided by the Saemaru Port Authority.", pictures[0].Caption);
        Assert.EndsWith("on Nov. 23, 2026.", pictures[1].Caption);
    }

    [Fact]
    public void What_is_for_editors_only_is_not_body()
    {
        var take = Read("dpa-german");

        Assert.DoesNotContain(take.Body, paragraph => paragraph.Text.Contains("0100", StringComparison.Ordinal));
        Assert.Contains(
            take.Notes,
            note => note is { Role: NoteRoles.Notebook, IsPublic: false }
                && note.Text.Contains("0100", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dpa-routing", "header=ndh0123 3 pl 250  dpa 0123")]
    [InlineData("ansa-routing", "header=XNO21801 4 EST S0A QBXB")]
    [InlineData("afp-slug", "signOff=jr/mp")]
    [InlineData("korean-sent", "trailer=2026/11/24 15:45 송고")]
    public void What_stands_around_the_copy_is_kept_under_its_name(string name, string expected)
    {
        var extras = Read(name).Extras;

        Assert.Equal(expected.Split(';').Length, extras.Length);
        Assert.All(extras.Zip(expected.Split(';')), pair => Assert.True(
            pair.Second.StartsWith(pair.First.Name + "=", StringComparison.Ordinal)
            && pair.First.Text.EndsWith(pair.Second[(pair.First.Name.Length + 1)..], StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("ap-writethru", Signal.Update, false)]
    [InlineData("ap-correction", Signal.Correction, false)]
    [InlineData("ap-add", Signal.Add, true)]
    [InlineData("afp-refile", Signal.Refile, false)]
    [InlineData("afp-attention", Signal.None, false)]
    [InlineData("reuters-update", Signal.Update, false)]
    [InlineData("reuters-correction", Signal.Correction, false)]
    [InlineData("reuters-repeat", Signal.Repeat, false)]
    [InlineData("reuters-corrected-below", Signal.Refile, false)]
    [InlineData("dpa-berichtigung", Signal.Correction, false)]
    [InlineData("stt-corrected", Signal.Correction, false)]
    [InlineData("yonhap-captions-between", Signal.None, false)]
    [InlineData("korean-correction", Signal.Correction, false)]
    [InlineData("japanese-correction", Signal.Correction, false)]
    [InlineData("arabic-correction", Signal.Correction, false)]
    [InlineData("xinhua-updated", Signal.Update, false)]
    [InlineData("labelled-whole", Signal.Sub, true)]
    public void What_the_sender_says_that_the_transmission_does_is_read_from_label_and_note(
        string name, Signal signal, bool isPartial)
    {
        var take = Read(name);

        Assert.Equal((signal, isPartial), (take.Signal, take.IsPartial));
    }

    [Theory]
    [InlineData("ap-eds-tokens", "Eds: UPDATES with vote result, union quotes. ADDS byline. With AP Photos.")]
    [InlineData("ap-correction", "Eds: CORRECTS 2nd graf to say 40 ships, sted 400. With AP Photos.")]
    [InlineData("afp-refile", "ATTENTION - REFILING correcting name typo in para three ///")]
    [InlineData(
        "reuters-corrected-below",
        "(This story was refiled to correct the spelling of the governor's name in paragraph 2)")]
    [InlineData("stt-corrected", "///KORJATTU LEHTIVERSIO 2. KPL: PO. KAKSI LAITURIA, EI KAHTATOISTA///")]
    [InlineData("apa-neu", "Neu: Zusammenfassung mit mehr Details zur Reparatur")]
    [InlineData("canadian-press", "UPDATES with union vote, quotes")]
    public void A_note_to_editors_is_found_in_the_manner_of_each_agency(string name, string advisory) =>
        Assert.Equal(advisory, Read(name).Advisory?.Text);

    [Fact]
    public void Lists_tables_sub_heads_and_quotations_are_read_by_their_signs()
    {
        var body = Read("our-own-printed").Body;

        Assert.Equal(
            [
                ParagraphKind.Prose, ParagraphKind.Item, ParagraphKind.Item, ParagraphKind.Quote, ParagraphKind.Table,
                ParagraphKind.Item, ParagraphKind.Item,
            ],
            body.Select(paragraph => paragraph.Kind));
        Assert.Equal([0, 1, 2, 0, 0, 1, 1], body.Select(paragraph => paragraph.Level));
        Assert.Equal([5, 6], body.Select((paragraph, i) => paragraph.IsOrdered ? i : -1).Where(i => i >= 0));
        Assert.Equal(new Subhead(2, "Two piers stay shut"), Assert.Single(body[1].Subheads));
        Assert.Equal("Pier\tBoats\nNorth\t0\nSouth\t12", body[4].Text);
        Assert.Equal([true, false, false], body[4].Table!.Rows.Select(row => row.Cells[0].IsHeader));
    }

    [Theory]
    [InlineData("afp-refile", 1, "'Not even close'")]
    [InlineData("afp-summary", 1, "Norland-strike")]
    [InlineData("afp-summary", 2, "Suland-fishing-accord")]
    [InlineData("korean-correction", 1, "잔교 두 곳은 아직 닫혀 있다")]
    public void A_sub_head_stands_over_its_paragraph_and_takes_no_number(string name, int index, string subhead) =>
        Assert.Equal(subhead, Assert.Single(Read(name).Body[index].Subheads).Text);

    [Fact]
    public void A_labelled_item_is_read_whole_and_what_does_not_fit_is_kept()
    {
        var result = WireFormats.Read(
            File.ReadAllBytes(RepoFiles.Golden("plainwire", "labelled-whole.in")), ReadOptions.Default);
        var take = result.TakeOrThrow();

        Assert.Equal(["a, b | c"], take.Keywords);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 5, 0, 0, TimeSpan.Zero), take.VersionCreated?.At);
        Assert.Equal([true, false], take.Notes.Select(note => note.IsPublic));
        Assert.Equal(new Subhead(3, "Nach dem Sturm"), Assert.Single(take.Body[0].Subheads));
        Assert.Equal([MarkKind.Strong, MarkKind.Link], take.Body[0].Marks.Select(mark => mark.Kind));
        Assert.Equal("Mole\tSchiffe\nNord\t0", take.Body[1].Table!.ToText());
        Assert.Equal(("Nur für Norland", 1200, 123456L), (take.Pictures[0].UsageTerms?.Text,
            take.Pictures[0].Renditions[0].Width, take.Pictures[0].Renditions[0].Bytes));
        Assert.Equal(["PLAIN-015", "PLAIN-015"], result.Remarks.Select(remark => remark.Code));
        Assert.Equal(
            ["Paragraph-Mark: link | 900 | 6 | https://hafen.example/", "Paragraph-Row: x | y"],
            take.Extras.Select(extra => extra.Text));
    }

    [Fact]
    public void What_dpa_prints_below_the_copy_is_no_copy_and_its_phone_numbers_are_for_nobody()
    {
        var notes = Read("dpa-berichtigung").Notes;

        Assert.Equal([NoteRoles.Closing, NoteRoles.Notebook], notes.Select(note => note.Role));
        Assert.Equal([true, false], notes.Select(note => note.IsPublic));
        Assert.Contains("0100", notes[1].Text);
    }

    [Theory]
    [InlineData("ap-writethru", 466)]
    [InlineData("ap-eds-tokens", 523)]
    public void The_number_on_the_keyword_line_is_the_count_of_words(string name, int words) =>
        Assert.Equal(words, Read(name).WordCount);

    [Fact]
    public void A_kill_notice_is_canceled() => Assert.Equal(TakeStatus.Canceled, Read("kill-notice").Status);
}
