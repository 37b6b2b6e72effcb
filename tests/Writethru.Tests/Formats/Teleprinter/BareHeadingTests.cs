using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats.Teleprinter;

/// <summary>Headings that lack the signs, the blank lines or the control bytes that the standards set.</summary>
public class BareHeadingTests
{
    static Take Read(string text) =>
        Assert.Single(WireFormats.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default).Takes);

    const string Head = "dpa0131 4 pl 60  dpa 0131\n\nHarbour/Wall/\n";
    const string Copy = "\n\nPort Mirada (dpa) - The wall opened on Sunday.\n\nA second one.\n 241037 GMT Nov 26\n";

    [Theory]
    [InlineData("URGENT\nHarbour wall opens after ten years\nBy Dana Quill, dpa")]
    [InlineData("URGENT\n\nHarbour wall opens after ten years\nBy Dana Quill, dpa =")]
    [InlineData("URGENT =\n\nHarbour wall opens after ten years\n\nBy Dana Quill, dpa")]
    [InlineData("Harbour wall opens after ten years\n\nBy Dana Quill, dpa =")]
    [InlineData("Harbour wall opens after ten years =\n\nBy Dana Quill, dpa")]
    public void A_byline_is_never_the_headline(string heading)
    {
        var take = Read(Head + heading + Copy);

        Assert.Equal(("Harbour wall opens after ten years", "Dana Quill, dpa", "Harbour/Wall"),
            (take.Headline, take.Byline, take.Slug));
        Assert.Equal(["The wall opened on Sunday.", "A second one."], take.Body.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void A_message_of_kyodo_has_slug_headline_and_end_mark()
    {
        var take = Read("\u0001a0105SALTRN\u001Fkoko-\r\nu s\u0014\u0012BC-Harbour-Wall   09-12 0344\r\n"
            + "\u0002BC-Harbour-Wall\r\nHarbour wall opens after ten years+\r\n"
            + "     PORT MIRADA, Dec. 9 Kyodo - The wall opened on Sunday after ten \r\nyears of works.\r\n"
            + "     A second paragraph follows here.\r\n==Kyodo\r\n\u0003");

        Assert.Equal(("BC-Harbour-Wall", "Harbour wall opens after ten years", "a0105", "==Kyodo"),
            (take.Slug, take.Headline, take.Sequence, take.EndMark));
        Assert.Equal(["The wall opened on Sunday after ten years of works.", "A second paragraph follows here."],
            take.Body.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void A_message_without_any_control_byte_has_its_head()
    {
        var take = Read("r i BC-Harbour-Wall 1stLd-Writethru a0204 12-09 0210\n"
            + "BC-Harbour-Wall, 1st Ld-Writethru, a0204,180\nHarbour Wall Opens\nEds: ADDS quote in 2nd graf\n"
            + "By DANA QUILL\n   PORT MIRADA (AP) _ The wall opened.\n"
            + "   ``At last,'' she said.\nAP-NR-12-09-26 0556EST\n");

        Assert.Equal(("BC-Harbour-Wall", "1st Ld-Writethru", "Harbour Wall Opens", "DANA QUILL", "a0204"),
            (take.Slug, take.Series, take.Headline, take.Byline, take.Sequence));
        Assert.Equal("Eds: ADDS quote in 2nd graf", take.Advisory?.Text);
        Assert.Equal("2026-12-09T10:56:00Z", Instant.Write(take.VersionCreated!.At!.Value));
        Assert.Equal(2, take.Body.Length);
    }

    [Theory]
    [InlineData(Head + "Index rises =\n\nHamburg (dpa) - It rose.\n\n"
        + "<#>\n          week   year\nGlobal    9.5    5.6\n<#>\n\nMore on Friday.\n 241037 GMT Nov 26\n")]
    [InlineData("Index rises\n\nHAMBURG (dpa) - It rose.\n\n<#>\n          week   year\nGlobal    9.5    5.6\n<#>\n\n"
        + "More on Friday.\n")]
    public void Marks_of_a_table_are_never_copy(string text)
    {
        var take = Read(text);

        Assert.Equal(["It rose.", "\tweek\tyear\nGlobal\t9.5\t5.6", "More on Friday."],
            take.Body.Select(paragraph => paragraph.Text));
    }
}
