using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats;

/// <summary>What bytes say does not change because one of them is wrong, or nobody named their charset.</summary>
public class CharsetTests
{
    static CharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("ks_c_5601-1987", "(미라다=솔턴뉴스) 홍길동 기자 = 항구가 월요일에 다시 문을 열었다고 시장이 밝혔다.")]
    [InlineData("shift_jis", "港は月曜日に再開した。市長は港が安全だと述べた。")]
    [InlineData("euc-jp", "港は月曜日に再開した。市長は港が安全だと述べた。")]
    [InlineData("gb18030", "米拉达港周一重新开放。市长在新闻发布会上表示，港口是安全的。")]
    [InlineData("big5", "米拉達港週一重新開放。市長在記者會上表示，港口是安全的。")]
    [InlineData("windows-1251", "Порт Мирада снова открылся в понедельник. Мэр заявил, что он безопасен.")]
    [InlineData("koi8-r", "Порт Мирада снова открылся в понедельник. Мэр заявил, что он безопасен.")]
    [InlineData("windows-1256", "أعيد فتح ميناء ميرادا يوم الاثنين، وقال رئيس البلدية إن الميناء آمن.")]
    [InlineData("windows-1250", "Żółta łódź wpłynęła do portu w poniedziałek, powiedział burmistrz Mirady.")]
    [InlineData("windows-1252", "PUERTO ELERA (EFE) – El niño llegó a la estación mañana por la mañana, dijo “Peña”.")]
    public void A_charset_that_nobody_named_is_judged_and_said(string charset, string copy)
    {
        var result = WireFormats.Read(Encoding.GetEncoding(charset).GetBytes(copy), ReadOptions.Default);

        Assert.Equal((charset, copy), (result.Encoding, Printed(result.TakeOrThrow())));
        Assert.Equal(TakeStatus.Usable, result.TakeOrThrow().Status);
        Assert.InRange(result.CharsetCertainty, 0.5, 1);
        Assert.Matches(@"read as .*, \d+ % sure", Assert.Single(result.Remarks, r => r.Code == "PLAIN-005").Message);
    }

    [Theory]
    [InlineData("ks_c_5601-1987", "전문 취소"), InlineData("gb18030", "撤稿"), InlineData("ks_c_5601-1987", "속보")]
    public void Too_few_letters_to_judge_by_wait_for_a_person(string charset, string copy)
    {
        var result = WireFormats.Read(Encoding.GetEncoding(charset).GetBytes(copy), ReadOptions.Default);

        Assert.NotEqual(TakeStatus.Usable, result.TakeOrThrow().Status);
        Assert.Contains(result.Remarks, remark => remark.Code == "READ-010");
    }

    [Theory]
    [InlineData("Café closes at the port"), InlineData("It costs €5, he said"), InlineData("The “port” – open")]
    [InlineData("Die Fähre fährt wieder, sagte der Bürgermeister")]
    public void Western_copy_with_a_few_letters_beyond_ascii_is_read_in_windows_1252_and_goes_out(string copy)
    {
        var result = WireFormats.Read(Encoding.GetEncoding(1252).GetBytes(copy), ReadOptions.Default);

        Assert.Equal(("windows-1252", copy, TakeStatus.Usable),
            (result.Encoding, Printed(result.TakeOrThrow()), result.TakeOrThrow().Status));
    }

    public static TheoryData<string> Broken => ["\u00E9"[..1], "\u0080", "\u00FF", "\u00E2\u0080", "\u00C3"];

    /// <summary>A lone byte of another charset, the first of several, or a character that was cut.</summary>
    [Theory, MemberData(nameof(Broken))]
    public void Broken_bytes_in_utf_8_are_shown_at_their_place_and_nothing_else_changes(string broken)
    {
        byte[] bytes =
        [
            .. "전문취소\n\n(미라다=솔턴뉴스) 홍길동 기자 = "u8, .. Encoding.Latin1.GetBytes(broken),
            .. " 솔턴항 재개항 기사를 전문 취소합니다.\n둘째 \u0001줄.\n"u8,
        ];

        var result = WireFormats.Read(bytes, ReadOptions.Default);

        Assert.Equal(("utf-8", TakeStatus.Canceled), (result.Encoding, result.TakeOrThrow().Status));
        var at = Assert.Single(result.Remarks, remark => remark.Code == "READ-009");
        Assert.Equal((3, (byte)broken[0]), (at.Line, bytes[at.Offset]));
        var behind = Assert.Single(result.Remarks, remark => remark.Code == "PLAIN-006");
        Assert.Equal((byte)1, bytes[behind.Offset]);
    }

    [Theory]
    [InlineData("<rss version=\"2.0\"><channel><item><title>定了极客定了极客 Caf# ends</title></item></channel></rss>")]
    [InlineData("<nitf><body><body.head><hedline><hl1>定了极客定了极客 Caf# ends</hl1></hedline></body.head></body></nitf>")]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"title\": \"定了极客定了极客 Caf# ends\"}]}")]
    [InlineData("{\"headline\": \"定了极客定了极客 Caf# ends\"}")]
    [InlineData("定了极客定了极客 Caf# ends")]
    public void One_broken_byte_is_one_character_in_every_format(string item)
    {
        var result = WireFormats.Read(WithByte(item, 0xE9), ReadOptions.Default);

        Assert.Equal("定了极客定了极客 Caf\uFFFD ends", result.TakeOrThrow().Headline is { Length: > 0 } headline
            ? headline
            : result.TakeOrThrow().Body[0].Text);
        Assert.Contains(result.Remarks, remark => remark is { Code: "READ-009" or "XML-006", Line: > 0 });
    }

    [Theory]
    [InlineData("iso-8859-1", "Fähre “öffnet” – œuvre € 5")]
    [InlineData("ISO-8859-9", "İstanbul’da ışık")]
    [InlineData("windows-1251", "Порт открыт")]
    public void Utf_8_under_the_name_of_another_charset_is_utf_8(string declared, string headline)
    {
        var result = WireFormats.Read(Encoding.UTF8.GetBytes(Rss(declared, headline)), ReadOptions.Default);

        Assert.Equal(("utf-8", headline), (result.Encoding, result.TakeOrThrow().Headline));
        Assert.Contains(result.Remarks, remark => remark.Code == "XML-006");
    }

    [Theory]
    [InlineData("iso-8859-1", 1252, "Fähre “öffnet” – œuvre € 5")]
    [InlineData("latin1", 1252, "Fähre öffnet")]
    [InlineData("iso-8859-1", 1252, "CAFÉ»")]
    [InlineData("iso-8859-9", 1254, "İstanbul’da ışık – 5 €")]
    [InlineData("gb2312", 54936, "港口重新开放，镕基")]
    [InlineData("euc-kr", 949, "똠방각하 항구")]
    public void A_label_means_the_charset_that_is_sent_under_it(string declared, int codePage, string headline) =>
        Assert.Equal(headline, WireFormats.Read(Encoding.GetEncoding(codePage).GetBytes(Rss(declared, headline)),
            ReadOptions.Default).TakeOrThrow().Headline);

    [Theory]
    [InlineData("It&#146;s &#147;open&#148; &#150; &#128;5", "It’s “open” – €5")]
    [InlineData("It&#x92;s &#x2019;", "It’s ’")]
    [InlineData("<![CDATA[It&#146;s <b title='&#151;'>open</b>]]>", "It’s open")]
    [InlineData("It\u0092s", "It’s")]
    public void Numbers_of_windows_1252_are_its_characters(string title, string headline) =>
        Assert.Equal(headline, WireFormats.Read(Encoding.UTF8.GetBytes(Rss("utf-8", title)), ReadOptions.Default)
            .TakeOrThrow().Headline);

    static string Rss(string charset, string title) => $"<?xml version=\"1.0\" encoding=\"{charset}\"?>"
        + $"<rss version=\"2.0\"><channel><title>D</title><item><title>{title}</title></item></channel></rss>";

    static byte[] WithByte(string text, byte value)
    {
        var at = text.IndexOf('#', StringComparison.Ordinal);
        return [.. Encoding.UTF8.GetBytes(text[..at]), value, .. Encoding.UTF8.GetBytes(text[(at + 1)..])];
    }

    /// <summary>The copy as it stood, put together again.</summary>
    static string Printed(Take take) => string.Concat(
        take.Headline, take.Dateline?.Text, take.Dateline is null ? "" : " ",
        string.Join('\n', take.Body.Select(paragraph => paragraph.Text)));
}
