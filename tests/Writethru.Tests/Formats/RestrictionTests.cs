using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats;

public class RestrictionTests
{
    const string Copy = "The harbor opened on Tuesday after a long wait by dockers and captains, who had counted the "
        + "days since the storm broke a pier.";

    static Take Read(string below) => WireFormats.Read(
        Encoding.UTF8.GetBytes($"Harbor opens\nPORT ELLERY, Nov. 24 (AP) -- {Copy}\n{below}\nMore copy.\n(END)\n"),
        ReadOptions.Default).TakeOrThrow();

    static Take ReadHead(string above) => WireFormats.Read(
        Encoding.UTF8.GetBytes($"{above}\nHarbor opens\nPORT ELLERY, Nov. 24 (AP) -- {Copy}\n(END)\n"),
        ReadOptions.Default).TakeOrThrow();

    [Theory]
    [InlineData("A ship, in this photo. For Use Only in the Republic of Korea. No Redistribution. (Hanbit)",
        "Hanbit", "For Use Only in the Republic of Korea. No Redistribution")]
    [InlineData("A ship, in this photo. [For Use Only in the Republic of Korea] Yonhap",
        "Yonhap", "For Use Only in the Republic of Korea")]
    [InlineData("JAPAN OUT. A ship, in this photo. (Kyodo)", "Kyodo", "JAPAN OUT")]
    [InlineData("A ship sails past the pier JAPAN OUT (AP Photo/Jane Roe)", "AP Photo/Jane Roe", "JAPAN OUT")]
    [InlineData("A ship, in this photo. (Kyodo/JAPAN OUT)", "Kyodo", "JAPAN OUT")]
    [InlineData("A ship, in this photo. (Credit: AP; JAPAN OUT)", "Credit: AP", "JAPAN OUT")]
    [InlineData("A ship, in this photo. (AP Photo/Jane Roe, Pool) (JAPAN OUT)", "AP Photo/Jane Roe, Pool", "JAPAN OUT")]
    [InlineData(
        "A ship, in this photo. (AP Photo/Jane Roe, JAPAN, CHINA OUT)",
        "AP Photo/Jane Roe", "JAPAN, CHINA OUT")]
    [InlineData(
        "A ship sails. (Photo by STR / JIJI PRESS / AFP) / Japan OUT",
        "Photo by STR / JIJI PRESS / AFP", "Japan OUT")]
    [InlineData("A ship, in this photo. / RESTRICTED TO EDITORIAL USE", "", "RESTRICTED TO EDITORIAL USE")]
    [InlineData("ATTENTION EDITORS - A ship sails. JAPAN OUT. REUTERS/Handout", "REUTERS/Handout", "JAPAN OUT")]
    [InlineData("EDITORIAL USE ONLY. NO SALES. JAPAN OUT. A ship sails. (Photo by Jane Roe)",
        "Photo by Jane Roe", "EDITORIAL USE ONLY. NO SALES. JAPAN OUT")]
    [InlineData("港を出る船。【日本国内使用禁止】（共同）", "共同", "日本国内使用禁止")]
    [InlineData(
        "Ein Schiff im Hafen. Foto: Jane Roe/dpa - nur für Deutschland", "Foto: Jane Roe/dpa", "nur für Deutschland")]
    [InlineData("A ship, in this photo. EMBARGOED UNTIL 0600 GMT (AP Photo/Jane Roe)",
        "AP Photo/Jane Roe", "EMBARGOED UNTIL 0600 GMT")]
    [InlineData("A ship, in this photo. (Yonhap) (For Use Only in the Republic of Korea.\nNo Redistribution)",
        "Yonhap", "For Use Only in the Republic of Korea. No Redistribution")]
    [InlineData("A ship, in this photo. (Yonhap)\nJAPAN OUT", "Yonhap", "JAPAN OUT")]
    [InlineData("A ship sails past the pier. JAPAN OUT", "", "JAPAN OUT")]
    [InlineData("A ship, in this photo. South Korea only. (Yonhap)", "Yonhap", "South Korea only")]
    [InlineData("A crane on Sept. 17, 2026. (For Use Only in the Republic of Korea. No Redistribution) (Pool) (Hanbit)",
        "Pool; Hanbit", "For Use Only in the Republic of Korea. No Redistribution")]
    public void Words_that_limit_a_picture_are_its_terms_wherever_they_stand(string below, string credit, string terms)
    {
        var picture = Assert.Single(Read(below).Pictures);

        Assert.Equal(credit, picture.Credit);
        Assert.Equal(terms, picture.UsageTerms?.Text);
    }

    [Theory]
    [InlineData("The country's only port is seen, in this photo. (Yonhap)")]
    [InlineData("Dockers who walked out wait, in this photo. (Yonhap)")]
    [InlineData("No one but the guard stands at the pier, in this photo. (Yonhap)")]
    public void A_caption_that_only_tells_what_is_seen_has_no_terms(string below) =>
        Assert.Null(Assert.Single(Read(below).Pictures).UsageTerms);

    [Theory]
    [InlineData("The sea walls were weak. (AP)")]
    [InlineData("Dockers had walked out of the port. (Reuters)")]
    [InlineData("The country's only port is closed. (AP)")]
    public void Copy_that_ends_in_the_name_of_an_agency_is_copy(string below)
    {
        var take = Read(below);

        Assert.Empty(take.Pictures);
        Assert.Equal(below, take.Body[1].Text);
    }

    [Theory]
    [InlineData("(Kyodo)")]
    [InlineData("[時事通信社]")]
    public void A_name_alone_is_no_picture(string below)
    {
        var take = Read(below);

        Assert.Empty(take.Pictures);
        Assert.Equal(new Extra(ExtraNames.SignOff, below), Assert.Single(take.Extras));
    }

    [Fact]
    public void The_number_of_a_photo_alone_is_a_note()
    {
        var take = Read("AP Photo XYZJL101");

        Assert.Empty(take.Pictures);
        Assert.Equal(new Note("", "AP Photo XYZJL101"), Assert.Single(take.Notes));
    }

    [Fact]
    public void A_line_that_only_limits_use_and_follows_no_picture_binds_the_item()
    {
        var take = Read("For Use Only in the Republic of Korea. No Redistribution.");

        Assert.Equal("For Use Only in the Republic of Korea. No Redistribution", take.UsageTerms?.Text);
        Assert.Equal(2, take.Body.Length);
    }

    [Theory]
    [InlineData("Online use prohibited")]
    [InlineData("Broadcasters: no use after 48 hours")]
    [InlineData("Not available in Norland")]
    [InlineData("Not for syndication")]
    [InlineData("No AI training")]
    [InlineData("For use in Norland papers and thereafter")]
    [InlineData("One-time use only")]
    [InlineData("For subscribers of the sports service only")]
    [InlineData("Sperrgebiet: Österreich")]
    [InlineData("Abdruck honorarpflichtig")]
    [InlineData("Pas d'archives")]
    [InlineData("No usar en España")]
    [InlineData("일본 내 사용 불가")]
    [InlineData("国内使用不可")]
    [InlineData("ウェブ掲載不可")]
    [InlineData("يحظر الاستخدام في اليابان")]
    [InlineData("La reproduction est interdite")]
    [InlineData("Die Verwendung ist nur für Abonnenten gestattet")]
    [InlineData("The images may not be used in Suland")]
    public void A_line_of_any_desk_that_limits_use_binds(string line)
    {
        Assert.Equal(line, Read(line + ".").UsageTerms?.Text);
        Assert.Equal(line, Assert.Single(Read($"A ship, in this photo. (Hanbit)\n{line}.").Pictures).UsageTerms?.Text);
    }

    [Fact]
    public void A_limit_that_may_be_copy_binds_and_stays()
    {
        const string doubtful = "No use of the pier by dockers within sight of captains was ever as dear.";

        var take = Read("Do not use images of dockers who wept when captains left.");

        Assert.Equal("Do not use images of dockers who wept when captains left", take.UsageTerms?.Text);
        Assert.Equal(3, take.Body.Length);
        Assert.Null(Read(doubtful).UsageTerms);
    }

    [Theory]
    [InlineData("A jet, in this photo provided by the defense ministry, shows F-35A jets. (Yonhap)", "")]
    [InlineData("A pier, in this photo released by the North's official Harbour News Agency the next day. (Yonhap)",
        "Harbour News Agency")]
    public void Only_a_name_right_behind_released_by_is_the_source(string below, string source) =>
        Assert.Equal(source, Assert.Single(Read(below).Pictures).Source);

    [Theory]
    [InlineData("SOUS EMBARGO JUSQU'A MERCREDI 06H00 GMT")]
    [InlineData("Embargado hasta el miércoles 25 de noviembre")]
    [InlineData("Frei für Mittwoch, 25. November, 06.00 Uhr")]
    [InlineData("FOR RELEASE 10 A.M. EST, WEDNESDAY, NOV. 25")]
    [InlineData("E M B A R G O E D")]
    [InlineData("HFR 0600 GMT NOV 25")]
    [InlineData("NO USAR ANTES DE LAS 06:00")]
    [InlineData("【解禁日時】11月25日午前6時")]
    [InlineData("(25일 오전 6시 이후 보도)")]
    [InlineData("ADVANCE FOR SUNDAY NOV. 29")]
    [InlineData("Big survey result (EMBARGOED)")]
    public void An_embargo_in_the_words_of_any_desk_waits_for_a_person(string above)
    {
        var embargo = ReadHead(above).Embargo;

        Assert.Equal(above, embargo?.Text);
        Assert.Null(embargo?.Until);
    }

    [Fact]
    public void Copy_that_opens_with_an_embargo_waits()
    {
        var take = WireFormats
            .Read("Talks\nROME (AP) -- EMBARGOED UNTIL 0600 GMT. Leaders met.\n"u8, ReadOptions.Default)
            .TakeOrThrow();

        Assert.Equal("EMBARGOED UNTIL 0600 GMT.", take.Embargo?.Text);
        Assert.Null(take.Embargo?.Until);
    }

    [Theory]
    [InlineData("Editors note: please hold this story. Do not use.", TakeStatus.Withheld)]
    [InlineData("Bitte nicht verwenden", TakeStatus.Withheld)]
    [InlineData("(ATTN: KILL this story)", TakeStatus.Canceled)]
    [InlineData("ADVISORY/KILL: Harbor", TakeStatus.Canceled)]
    [InlineData("WITHDRAWN: Harbor", TakeStatus.Canceled)]
    [InlineData("URGENT - STORY WITHDRAWN", TakeStatus.Canceled)]
    [InlineData("ANNULATION de la dépêche", TakeStatus.Canceled)]
    [InlineData("ANNULE ET REMPLACE", TakeStatus.Usable)]
    [InlineData("Withdrawn troops return", TakeStatus.Usable)]
    public void A_hold_or_a_kill_is_read_above_the_copy_and_makes_it_wait_below(string line, TakeStatus status)
    {
        Assert.Equal(status, ReadHead(line).Status);
        Assert.Equal(status == TakeStatus.Canceled && line[0] != '(' ? TakeStatus.Withheld : status, Read(line).Status);
    }

    [Theory]
    [InlineData("Norland lifts its arms embargo")]
    [InlineData("For release of hostages, three men pay")]
    [InlineData("Advance for Sunderland in the cup")]
    [InlineData("Do not use this bridge, town says")]
    [InlineData("Frei für alle: Museum öffnet")]
    public void Headlines_that_only_sound_alike_stop_nothing(string above)
    {
        var take = ReadHead(above);

        Assert.Null(take.Embargo);
        Assert.Equal(TakeStatus.Usable, take.Status);
        Assert.Null(take.UsageTerms);
    }
}
