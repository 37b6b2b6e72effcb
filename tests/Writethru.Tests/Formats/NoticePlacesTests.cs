using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats;

/// <summary>Lines that stop an item, in the places where the formats of text have them.</summary>
public class NoticePlacesTests
{
    const string Lead = "NORPORT, Norland, Nov. 24 (KIO) -- The port closed on Tuesday after a crane fell.";

    const string Rest = "Nobody was hurt, the harbor office said.";

    static readonly string[] _holding =
    [
        "(Embargoed for 6 a.m. Friday)", "Not before Friday", "Not for use before 0600 GMT Nov 27", "Hold until Friday",
        "Strictly not for publication or broadcast until Friday", "For release Nov 25", "Adv25", "Sperrfrist: Freitag",
        "Zur Veröffentlichung frei ab Freitag", "Embargo jusqu'à vendredi", "보도 시점: 27일 오전 6시",
        "【報道解禁】27日午前6時", "محظور النشر حتى الجمعة", "DO NOT PUBLISH", "Please hold", "HOLD FOR RELEASE",
    ];

    static readonly string[] _killing =
    [
        "KILL KILL KILL", "EDITORS: KILL", "MANDATORY KILL", "Eds: KILL", "전문 취소", "[기사 취소]",
        "ZURÜCKGEZOGEN", "storniert",
        "ANNULATION", "à annuler", "ANULACIÓN", "anulado", "記事取り消し", "【取消】", "إلغاء الخبر",
    ];

    static readonly (string Place, Func<string, string> Of)[] _places =
    [
        ("plainwire above the headline", line => $"{line}\n\nCrane falls in Norland\n\n{Lead}\n\n{Rest}\n"),
        ("plainwire below the headline", line => $"Crane falls in Norland\n\n{line}\n\n{Lead}\n\n{Rest}\n"),
        ("plainwire in the copy", line => $"Crane falls in Norland\n\n{Lead}\n\n{line}\n\n{Rest}\n"),
        ("plainwire below the copy", line => $"Crane falls in Norland\n\n{Lead}\n\n{Rest}\n\n{line}\n"),
        ("iptc7901 in the heading", line => Iptc(line + "\r\n", "")),
        ("iptc7901 in the copy", line => Iptc("", line + "\r\n\r\n")),
        ("anpa1312 in the heading", line => Anpa("^BC-Harbor,45<", $"^{line}<\r\n", "")),
        ("anpa1312 in the copy", line => Anpa("^BC-Harbor,45<", "", $"   {line}\r\n")),
        ("anpa1312 in the keyword line", line => Anpa($"^BC-Harbor, {line},45<", "", "")),
    ];

    static string Iptc(string heading, string copy) =>
        $"\u0001kio0123 3 pl 40 kio 0123\r\n\r\nNorland-port/\r\n\u0002{heading}Crane falls in Norland =\r\n\r\n"
        + $"   {Lead}\r\n\r\n{copy}   {Rest}\r\n\u0003241037 GMT Nov 26\r\n\u0004";

    static string Anpa(string keywords, string heading, string copy) =>
        "\u0016\u0016\u0001a0123\u001F_-----\r\nu i\u0013\u0011bc-harbor     11-24 0045\r\n"
        + $"\u0002{keywords}\r\n^Crane falls in Norland<\r\n{heading}   {Lead}\r\n{copy}   {Rest}\r\n"
        + "\u0003AP-WF-11-24-26 0412GMT<\r\n\u0004";

    public static TheoryData<string, string> Holding => Cross(_holding);

    public static TheoryData<string, string> Killing => Cross(_killing);

    static TheoryData<string, string> Cross(string[] lines)
    {
        var data = new TheoryData<string, string>();
        foreach (var line in lines)
        {
            foreach (var (place, _) in _places)
                data.Add(place, line);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Holding))]
    public void A_line_that_makes_an_item_wait_does_so_wherever_it_stands(string place, string line)
    {
        var take = Read(place, line);

        Assert.True(take.Embargo is { Until: null } || take.Status == TakeStatus.Withheld);
        Assert.Empty(take.Pictures);
    }

    [Theory]
    [MemberData(nameof(Killing))]
    public void A_line_that_kills_an_item_does_so_before_the_copy_and_makes_it_wait_behind(string place, string line)
    {
        var take = Read(place, line);

        // What is said to editors is a note wherever it stands.
        var isBehind = place.EndsWith(" the copy", StringComparison.Ordinal)
            && !line.StartsWith("Eds:", StringComparison.Ordinal);
        Assert.Equal(isBehind ? TakeStatus.Withheld : TakeStatus.Canceled, take.Status);
        Assert.Empty(take.Pictures);
    }

    [Theory]
    [InlineData("plainwire", "BC-Norland-Harbor, Adv25,450\nCrane falls in Norland\n\n" + Lead + "\n\n" + Rest)]
    [InlineData("plainwire", "$adv25\nBC-Norland-Harbor,450\nCrane falls in Norland\n\n" + Lead + "\n\n" + Rest)]
    public void An_advance_mark_makes_an_item_wait(string format, string text) =>
        Assert.NotNull(ReadAs(format, text).Embargo);

    [Fact]
    public void An_advance_mark_among_the_keywords_of_a_header_makes_an_item_wait()
    {
        var anpa = Anpa("^BC-Harbor,45<", "", "").Replace("bc-harbor  ", "bc-harbor adv25  ", StringComparison.Ordinal);
        var iptc = Iptc("", "").Replace("Norland-port/", "Norland-port/Adv25/", StringComparison.Ordinal);

        Assert.NotNull(ReadAs("anpa1312", anpa).Embargo);
        Assert.NotNull(ReadAs("iptc7901", iptc).Embargo);
    }

    [Theory]
    [InlineData("NOT FOR USE IN NORLAND")]
    [InlineData("No redistribution")]
    [InlineData("Not for publication")]
    public void A_line_of_a_heading_that_limits_use_binds_the_item_and_is_no_headline(string line)
    {
        foreach (var place in new[] { "iptc7901 in the heading", "anpa1312 in the heading" })
        {
            var take = Read(place, line);

            Assert.Equal(("Crane falls in Norland", line), (take.Headline, take.UsageTerms?.Text));
            Assert.Empty(take.Descriptions);
        }
    }

    [Theory]
    [InlineData("Police: Man killed")]
    [InlineData("Not before Friday, the minister said, will the port reopen.")]
    [InlineData("Hold the line, minister tells parliament")]
    public void Prose_in_the_same_places_stops_nothing(string line)
    {
        foreach (var (place, _) in _places)
        {
            var take = Read(place, line);

            Assert.Null(take.Embargo);
            Assert.Equal(TakeStatus.Usable, take.Status);
            Assert.Null(take.UsageTerms);
        }
    }

    static Take Read(string place, string line) =>
        ReadAs(place.Split(' ')[0], _places.Single(known => known.Place == place).Of(line));

    static Take ReadAs(string format, string text) =>
        WireFormats.Find(format)!.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default).TakeOrThrow();
}
