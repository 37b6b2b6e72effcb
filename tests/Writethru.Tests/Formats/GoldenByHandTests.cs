using Writethru.Copy;
using Writethru.Formats;
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

    [Fact]
    public void A_kill_notice_is_canceled() => Assert.Equal(TakeStatus.Canceled, Read("kill-notice").Status);
}
