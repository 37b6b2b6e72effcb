using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats;

/// <summary>Copy that only sounds like a caption, a limit, an embargo or a kill stays copy, and free.</summary>
public class OrdinaryCopyTests
{
    const string Lead = "The harbor council voted on Tuesday to close two piers for the winter.";

    const string Rest = "Repairs will cost 2 million crowns.";

    [Theory]
    [InlineData("Gov. Jane Roe (R) said she expects an appeal.")]
    [InlineData("Port master Bo Ek (L) said no.")]
    [InlineData("Rep. Ann Lee (C) lost the seat.")]
    [InlineData("Sens. Roe (R) and Ek (D) visit the island.")]
    [InlineData("In this photo of a nation in crisis, the author finds hope.")]
    [InlineData("The show appeals to a market abroad. (Norlanders, of all people, cannot get enough, Ms. Roe said.)")]
    [InlineData(
        "It is a delusion. (The motives, among pundits above all, are no longer what they once were for anyone.)")]
    [InlineData("FIGURING OUT THE NEW TIDES Prepare yourself for a long winter at the pier.")]
    [InlineData("ENGLAND OUT of the World Cup after penalty defeat.")]
    [InlineData("NORLAND OUT as Suland win on penalties.")]
    [InlineData("Der Strand ist nur für Gäste des Hotels.")]
    [InlineData("Das Mittel ist nur für Forschungszwecke zugelassen.")]
    [InlineData("Le film est interdit aux moins de 18 ans.")]
    [InlineData("La pêche est interdite jusqu'en mars.")]
    [InlineData("La pesca está prohibida hasta marzo.")]
    [InlineData("출입 금지 구역에서 사고가 났다.")]
    [InlineData("使用禁止となった薬を回収した。")]
    [InlineData("転載した記事をめぐる訴訟で和解した。")]
    [InlineData("يمنع القانون بيع السلاح.")]
    [InlineData("The court barred use of the images without permission.")]
    [InlineData("Mandatory credit checks will begin in March.")]
    [InlineData("Die Sperrfrist für Kündigungen endet im März.")]
    [InlineData("Except for two piers, the harbor is open.")]
    [InlineData("Strictly speaking, the pier is safe.")]
    [InlineData("No access to the island since Tuesday.")]
    [InlineData("Redistribution of wealth remains the goal of the party.")]
    [InlineData("Verwendung findet das Holz im Bootsbau.")]
    [InlineData("The land is not for sale.")]
    [InlineData("The weapon is for use only by police.")]
    [InlineData("Without permission, dockers entered the pier.")]
    [InlineData("Third party candidates gained two seats.")]
    [InlineData("The ferry is not available in winter.")]
    [InlineData("Do not use the elevators during a fire, officials warned.")]
    [InlineData("Embargo de bienes: el juez ordena el embargo hasta marzo.")]
    [InlineData("무단 전재 소송에서 법원은 신문사의 손을 들어줬다.")]
    [InlineData("Photo by photo, the museum rebuilt its rooms.")]
    [InlineData("Das Gebiet ist Sperrgebiet.")]
    [InlineData("Pas d'archives dans la ville depuis 1890.")]
    [InlineData("No AI can replace dockers.")]
    [InlineData("일본 내 사용 불가 판정을 받았다.")]
    [InlineData("يحظر القانون التدخين.")]
    [InlineData("For release on Friday, the film has drawn protests.")]
    [InlineData("Do not publish, the judge told reporters, before the verdict.")]
    public void A_paragraph_that_only_sounds_like_it_stays_in_the_body(string paragraph)
    {
        foreach (var take in new[]
        {
            Plain(paragraph),
            Read("iptc7901", Iptc("", $"   {paragraph}\r\n\r\n")),
        })
        {
            Assert.Equal([Lead, paragraph, Rest], take.Body.Select(part => part.Text));
            AssertFree(take);
        }
    }

    [Theory]
    [InlineData("WITHDRAWN: how the army left the island")]
    [InlineData("Embargo until 2027: what the new sanctions mean")]
    [InlineData("For release on Friday, the film has drawn protests")]
    [InlineData("No access to harbor for cruise ships")]
    [InlineData("ENGLAND OUT OF CUP")]
    [InlineData("No sales of magazines on Sunday")]
    [InlineData("No use of phones in schools")]
    public void A_headline_that_only_sounds_like_it_stays_the_headline(string headline)
    {
        foreach (var take in new[]
        {
            Read("plainwire", $"{headline}\n\nNORHAVEN, Nov. 24 (KIO) -- {Lead}\n\n{Rest}\n"),
            Read("iptc7901", Iptc("", "").Replace("Harbor council votes on piers", headline, StringComparison.Ordinal)),
        })
        {
            Assert.Equal(headline, take.Headline);
            AssertFree(take);
        }
    }

    [Theory]
    [InlineData("Hinweis an die Redaktionen (nicht zur Veröffentlichung):")]
    [InlineData("Der folgende Text ist nicht zur Veröffentlichung bestimmt:")]
    [InlineData("Note to editors - not for publication")]
    [InlineData("Contact details (not for publication):")]
    [InlineData("The following is for editors' information only")]
    [InlineData("Ces informations ne sont pas destinées à la publication")]
    [InlineData("Información no destinada a la publicación")]
    [InlineData("報道不可")]
    [InlineData("내부용")]
    public void What_stands_below_the_head_of_a_notebook_is_never_copy(string head)
    {
        foreach (var take in new[] { Plain(head), Read("iptc7901", Iptc("", $"   {head}\r\n\r\n")) })
        {
            Assert.Equal([Lead], take.Body.Select(part => part.Text));
            Assert.Contains(take.Notes, note => !note.IsPublic && note.Text.Contains(Rest, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("Nicht zur Veröffentlichung bestimmt war der Bericht, der am Dienstag bekannt wurde.")]
    [InlineData("Not for publication was the report that leaked.")]
    [InlineData("For internal use the port has three cranes.")]
    [InlineData("내부용 문서가 유출됐다.")]
    [InlineData("The note to editors was not for publication.")]
    [InlineData("Informationen der Redaktion zufolge bleibt der Hafen zu.")]
    public void A_paragraph_about_what_is_not_for_publication_is_copy(string paragraph) =>
        Assert.Equal([Lead, paragraph, Rest], Plain(paragraph).Body.Select(part => part.Text));

    static Take Plain(string paragraph) => Read("plainwire",
        $"Harbor council votes on piers\n\nNORHAVEN, Nov. 24 (KIO) -- {Lead}\n\n{paragraph}\n\n{Rest}\n");

    static void AssertFree(Take take)
    {
        Assert.Equal(TakeStatus.Usable, take.Status);
        Assert.Null(take.Embargo);
        Assert.Null(take.UsageTerms);
        Assert.Empty(take.Pictures);
    }

    static string Iptc(string heading, string copy) =>
        $"\u0001kio0123 3 pl 40 kio 0123\r\n\r\nNorhaven-port/\r\n\u0002{heading}Harbor council votes on piers =\r\n"
        + $"\r\n   NORHAVEN, Nov. 24 (KIO) -- {Lead}\r\n\r\n{copy}   {Rest}\r\n\u0003241037 GMT Nov 26\r\n\u0004";

    static Take Read(string format, string text) =>
        WireFormats.Find(format)!.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default).TakeOrThrow();
}
