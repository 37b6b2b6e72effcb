using Writethru.Copy;
using Writethru.Formats;

namespace Writethru.Tests.Formats;

public class EmbargoWordsTests
{
    [Theory]
    [InlineData("EMBARGOED UNTIL 0600 GMT Nov. 25, 2026", "2026-11-25T06:00:00Z")]
    [InlineData("Embargoed until 6:00 GMT, 25 November 2026", "2026-11-25T06:00:00Z")]
    [InlineData("NOT FOR PUBLICATION BEFORE 2026-11-25T06:00:00+09:00", "2026-11-24T21:00:00Z")]
    [InlineData("*** EMBARGO: Wednesday, 25 November 2026, 06:00 +0900 ***", "2026-11-24T21:00:00Z")]
    [InlineData("Embargo until Tuesday, Nov. 25, 2026, 0600 GMT", null)]
    [InlineData("EMBARGOED UNTIL 0600 GMT (1500 KST) Nov. 25, 2026", null)]
    [InlineData("EMBARGOED UNTIL 0600 UTC+9 Nov. 25, 2026", null)]
    [InlineData("EMBARGOED UNTIL 6 p.m. GMT Nov. 25, 2026", null)]
    [InlineData("EMBARGOED UNTIL 0600 GMT Nov. 25", null)]
    [InlineData("EMBARGOED UNTIL 2660 GMT Nov. 25, 2026", null)]
    [InlineData("EMBARGOED UNTIL 06:00 Nov. 25, 2026", null)]
    [InlineData("Nicht vor 5.3.2027, 9:30 Uhr verwenden", null)]
    [InlineData("Embargoed to 0630 Monday October 5", null)]
    [InlineData("حظر النشر حتى الثلاثاء", null)]
    [InlineData("(Embargoed for 6 a.m. Friday)", null)]
    [InlineData("Embargoed for Friday.", null)]
    [InlineData("EMBARGO FRIDAY 6 A.M.", null)]
    [InlineData("Not before Friday", null)]
    [InlineData("NOT BEFORE 0600 GMT NOV 27", null)]
    [InlineData("Not before 0600 GMT Nov. 27, 2026", "2026-11-27T06:00:00Z")]
    [InlineData("Not for use before 0600 GMT Nov 27", null)]
    [InlineData("Not for use in Norland before 0600 GMT Nov. 27, 2026", "2026-11-27T06:00:00Z")]
    [InlineData("Strictly not for publication or broadcast of any kind until Friday morning", null)]
    [InlineData("STRICTLY EMBARGOED UNTIL 0600 GMT Nov. 25, 2026", "2026-11-25T06:00:00Z")]
    [InlineData("Hold until Friday", null)]
    [InlineData("For release at 6 a.m. EST, Nov. 27", null)]
    [InlineData("For release Nov 25", null)]
    [InlineData("Eds: This story is embargoed until Friday", null)]
    [InlineData("Adv25", null)]
    [InlineData("$adv25-26", null)]
    [InlineData("Sperrfrist: Freitag, 6 Uhr", null)]
    [InlineData("Sperrfrist Freitag", null)]
    [InlineData("Zur Veröffentlichung frei ab Freitag", null)]
    [InlineData("Frei ab 27. November", null)]
    [InlineData("Frei ab 27.11.2026, 06:00 UTC", null)]
    [InlineData("Sous embargo jusqu'au 27 novembre à 6h00", null)]
    [InlineData("Embargo jusqu'à vendredi", null)]
    [InlineData("EMBARGO : vendredi, 6h", null)]
    [InlineData("À ne pas publier avant vendredi", null)]
    [InlineData("Embargado hasta el viernes", null)]
    [InlineData("No publicar antes de las 06:00 del viernes", null)]
    [InlineData("엠바고: 27일 오전 6시", null)]
    [InlineData("[엠바고] 27일", null)]
    [InlineData("보도 시점: 27일 오전 6시 이후", null)]
    [InlineData("解禁：27日午前6時", null)]
    [InlineData("【報道解禁】27日午前6時", null)]
    [InlineData("報道解禁日時 27日午前6時", null)]
    [InlineData("27日午前6時解禁", null)]
    [InlineData("محظور النشر حتى الجمعة", null)]
    [InlineData("ممنوع النشر قبل الجمعة", null)]
    public void A_line_that_forbids_use_is_an_embargo_with_an_instant_only_beyond_doubt(string line, string? until)
    {
        var embargo = EmbargoWords.OfLine(line);

        Assert.Equal(line, embargo?.Text);
        Assert.Equal(until, embargo?.Until is { } instant ? Instant.Write(instant) : null);
    }

    [Theory]
    [InlineData("Norland lifted its arms embargo on Suland until 2030.")]
    [InlineData("Embargoed goods worth 3 million marks were returned.")]
    [InlineData("Embargo on grain ends")]
    [InlineData("Embargo, sanctions bite in Suland")]
    [InlineData("Embargo lifts hopes of farmers")]
    [InlineData("Nicht vor 2030 rechnet das Amt mit einer neuen Mole.")]
    [InlineData("(ATTN: ADDS details on arms embargo in para 3)")]
    [InlineData("Not before Friday did the port reopen, the harbor office said.")]
    [InlineData("Not before Friday, the minister said, will the port reopen.")]
    [InlineData("Embargo for 12 years on grain ends")]
    [InlineData("Embargoed for 12 years, the island opens its port")]
    [InlineData("Embargo may be lifted in May")]
    [InlineData("Embargo Friday's first topic in Norland talks")]
    [InlineData("Do not use the bridge, police tell drivers")]
    [InlineData("Not for publication: the hidden life of a port master")]
    [InlineData("Frei ab 18 Jahren ist der neue Film aus Suland.")]
    [InlineData("Nicht vor Freitag will die Regierung entscheiden.")]
    [InlineData("Gesperrt bis Freitag bleibt die Brücke in Norhafen.")]
    [InlineData("Adventurers reach Norland")]
    [InlineData("\"Hold until the rain stops,\" the port master told his crew.")]
    [InlineData("Adv 25 million marks for the port")]
    [InlineData("2日にアユ漁解禁")]
    [InlineData("解禁された漁場に船が集まった。")]
    [InlineData("보도시점: 배포 즉시")]
    [InlineData("Please note that Friday's match was moved.")]
    public void Prose_about_embargoes_is_prose(string line)
    {
        Assert.Null(EmbargoWords.OfLine(line));
        Assert.Null(EmbargoWords.OfNote(line));
    }
}
