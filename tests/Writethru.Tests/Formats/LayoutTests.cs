using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats;

/// <summary>Lines around the copy that agencies print each in their own way, and that are never copy.</summary>
public class LayoutTests
{
    const string Lead = "MIRADA, Nov. 24 (Saltern) -- The ferry came back.";

    static Take Read(string text) => WireFormats.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default).TakeOrThrow();

    static string Extras(Take take, string name) =>
        string.Join('|', take.Extras.Where(extra => extra.Name == name).Select(extra => extra.Text));

    [Theory]
    [InlineData("# dpa-Notizblock")]
    [InlineData("# Notizblock")]
    [InlineData("## Notizblock")]
    [InlineData("# Notebook")]
    [InlineData("# dpa-Notebook:")]
    [InlineData("dpa-Notizblock")]
    public void A_notebook_is_kept_apart_and_never_goes_out(string opening)
    {
        var take = Read(
            $"Ferry back\n{Lead}\n\nAll are safe.\n\n{opening}\n## Contacts\n- Port: +00 555 0100\n\nasd/kl\n");

        Assert.Equal(["The ferry came back.", "All are safe."], take.Body.Select(paragraph => paragraph.Text));
        Assert.Equal(
            new Note(NoteRoles.Notebook, $"{opening}\n## Contacts\n- Port: +00 555 0100\n\nasd/kl", IsPublic: false),
            Assert.Single(take.Notes));
        Assert.Empty(take.Extras);
    }

    [Theory]
    [InlineData("# of ferries doubled, says the notebook of a captain on the mole")]
    [InlineData("Notebook")]
    public void A_line_that_only_mentions_a_notebook_is_copy(string line) =>
        Assert.Equal(line, Read($"{Lead}\n\n{line}\n\nMore of it.").Body[1].Text);

    [Theory]
    [InlineData("bdt0123 3 pl 250  dpa 0123")]
    [InlineData("XCI21801 4 EST S0A QBXB")]
    [InlineData("APA0123 5 AI 0456 II")]
    public void A_routing_code_is_a_header_and_the_headline_follows_it(string code)
    {
        var take = Read($"{code}\n\nFerry comes back to Mirada\n\n{Lead}");

        Assert.Equal("Ferry comes back to Mirada", take.Headline);
        Assert.Equal(code, Extras(take, ExtraNames.Header));
    }

    [Theory]
    [InlineData("US-vote-debate")]
    [InlineData("ferry-storm-Mirada-rescue")]
    [InlineData("Climate-COP28-UN")]
    [InlineData("Norland-Suland")]
    public void Keywords_joined_by_hyphens_are_the_slug_and_the_headline_follows(string slug)
    {
        var take = Read($"{slug}\n\nFerry comes back to Mirada\n\n{Lead}");

        Assert.Equal(("Ferry comes back to Mirada", slug), (take.Headline, take.Slug));
    }

    [Theory]
    [InlineData("MH370 3 years on: no answer")]
    [InlineData("Ferry 3 is back")]
    [InlineData("Well-being")]
    [InlineData("Out-of-season storm in Mirada")]
    [InlineData("2026-11-24")]
    [InlineData("Jean-McAdam-Bay")]
    [InlineData("ミラダ-エブストン-航路再開")]
    public void A_headline_that_only_resembles_keywords_stays_the_headline(string headline)
    {
        var take = Read($"{headline}\n\n{Lead}");

        Assert.Equal((headline, ""), (take.Headline, take.Slug));
    }

    [Fact]
    public void Two_words_joined_by_a_hyphen_are_the_headline_when_no_other_follows() => Assert.Equal(
        ("Well-being", ""),
        Read($"Well-being\n\nBy Jane Roe\n\n{Lead}") is var take ? (take.Headline, take.Slug) : default);

    [Theory]
    [InlineData("FLASH", 1)]
    [InlineData("URGENT", 2)]
    [InlineData("BULLETIN", 2)]
    [InlineData("ALERT", 2)]
    public void A_series_word_alone_is_the_series_and_says_how_urgent_it_is(string word, int urgency)
    {
        var take = Read($"{word}\n\nFerry comes back to Mirada\n\n{Lead}");

        Assert.Equal((word, "Ferry comes back to Mirada", urgency), (take.Series, take.Headline, take.Urgency));
    }

    [Fact]
    public void A_stated_urgency_holds_over_that_of_a_series_word()
    {
        Assert.Equal(5, Read($"FLASH\n\nUrgency: 5\n\nFerry back\n\n{Lead}").Urgency);
        Assert.Equal(5, Read($"Urgency: 5\n\nFLASH\n\nFerry back\n\n{Lead}").Urgency);
    }

    [Theory]
    [InlineData("MIRADA, Nov. 24 (Saltern) -- It is back, he said. (END)", "It is back, he said.", "(END)")]
    [InlineData("URGENT: Ferry is back\nMIRADA, Nov. 24 (Saltern) -- It is back.(END)\n", "It is back.", "(END)")]
    [InlineData("MIRADA, Nov. 24 (Saltern) -- It is back.\n■", "It is back.", "■")]
    [InlineData("MIRADA, Nov. 24 (Saltern) -- It is back.\n==Kyodo", "It is back.", "==Kyodo")]
    [InlineData("MIRADA, Nov. 24 (Saltern) -- It is back. ==Kyodo", "It is back.", "==Kyodo")]
    [InlineData("MIRADA, Nov. 24 (Saltern) -- It is back.\n\nNNNN", "It is back.", "NNNN")]
    [InlineData("MIRADA, Nov. 24 (Saltern) -- It is back.\n\nend", "It is back.", "end")]
    [InlineData("MIRADA, Nov. 24 (Saltern) -- It is back.\n\n___", "It is back.", "___")]
    [InlineData("【ミラダ＝共同】船が戻った。（了）", "船が戻った。", "（了）")]
    [InlineData("【ミラダ時事】船が戻った。\n（終）", "船が戻った。", "（終）")]
    [InlineData("(새마루=한빛통신) 김하늘 기자 = 배가 돌아왔다.\n끝", "배가 돌아왔다.", "끝")]
    public void An_end_mark_is_no_copy_wherever_it_stands(string text, string body, string mark)
    {
        var take = Read(text);

        Assert.Equal(body, Assert.Single(take.Body).Text);
        Assert.Equal(mark, take.EndMark);
        Assert.Empty(take.Extras);
    }

    [Fact]
    public void A_flash_without_a_dateline_ends_at_its_mark()
    {
        var take = Read("URGENT: Ferry is back (END)");

        Assert.Equal(("URGENT", "Ferry is back", "(END)"), (take.Series, take.Headline, take.EndMark));
    }

    [Theory]
    [InlineData("(c) 2023 AFP")]
    [InlineData("© 2026 Saltern News. All rights reserved.")]
    [InlineData("Copyright (c) 2026 Saltern News")]
    [InlineData("<저작권자(c) 한빛통신, 무단 전재-재배포 금지>")]
    [InlineData("‹저작권자 ⓒ 한빛통신›")]
    public void A_line_that_names_the_owner_of_the_copy_is_its_notice_and_takes_no_number(string line)
    {
        var below = Read($"{Lead}\n\nAll are safe.\n\n{line}\n\n(END)\n");
        var above = Read($"{line}\n\nFerry back\n\n{Lead}\n\nAll are safe.\n\n(END)\n");

        Assert.Equal((2, line, "(END)"), (below.Body.Length, below.CopyrightNotice, below.EndMark));
        Assert.Equal((2, line, "Ferry back"), (above.Body.Length, above.CopyrightNotice, above.Headline));
    }

    [Fact]
    public void A_second_notice_is_kept_with_the_sign_offs()
    {
        var take = Read($"{Lead}\n\n(c) 2026 Saltern\n\n(c) 2026 AFP\n");

        Assert.Equal("(c) 2026 Saltern", take.CopyrightNotice);
        Assert.Equal("(c) 2026 AFP", Extras(take, ExtraNames.SignOff));
    }

    [Fact]
    public void The_hour_of_sending_under_the_copy_takes_no_number()
    {
        var take = Read($"{Lead}\n\nAll are safe.\n\n2026/11/24 15:45 송고\n\n(END)\n");

        Assert.Equal((2, "(END)"), (take.Body.Length, take.EndMark));
        Assert.Equal("2026/11/24 15:45 송고", Extras(take, ExtraNames.Trailer));
    }

    [Theory]
    [InlineData("Copyright is what the case is about, the judge said.")]
    [InlineData("(c) is the third claim.")]
    public void A_sentence_about_copyright_is_copy(string line) =>
        Assert.Equal(line, Read($"{Lead}\n\n{line}\n\nMore of it.").Body[1].Text);

    [Fact]
    public void A_rule_between_parts_of_the_copy_takes_no_number_and_ends_nothing()
    {
        var take = Read($"{Lead}\n\n___\n\nIn Ebbstone the mole is shut.\n");

        Assert.Equal(
            ["The ferry came back.", "In Ebbstone the mole is shut."],
            take.Body.Select(paragraph => paragraph.Text));
        Assert.Equal("", take.EndMark);
    }

    [Theory]
    [InlineData("--f00d\r\nContent-Disposition: form-data; name=\"item\"\r\n\r\nFerry back\r\n--f00d--\r\n")]
    [InlineData("------f00d\nContent-Type: text/plain\ncontent-disposition: form-data; name=x\n\nULDO (AP) -- A. "
        + "(END)\n------f00d--\n")]
    public void A_web_form_around_an_item_is_refused(string text)
    {
        var result = WireFormats.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default);

        Assert.Empty(result.Takes);
        Assert.Equal("PLAIN-018", Assert.Single(result.Remarks).Code);
    }

    [Fact]
    public void A_dispatch_that_opens_with_a_rule_is_no_web_form() =>
        Assert.Equal(2, Read("--\n\nULDO (AP) -- One.\n\nTwo.").Body.Length);
}
