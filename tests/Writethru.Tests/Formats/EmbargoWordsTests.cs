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
    public void Prose_about_embargoes_is_prose(string line)
    {
        Assert.Null(EmbargoWords.OfLine(line));
        Assert.Null(EmbargoWords.OfNote(line));
    }
}
