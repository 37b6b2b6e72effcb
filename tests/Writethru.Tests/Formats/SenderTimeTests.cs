using Writethru.Copy;
using Writethru.Formats;

namespace Writethru.Tests.Formats;

public class SenderTimeTests
{
    [Theory]
    [InlineData("2026-11-24T06:00:00Z", "", "2026-11-24T06:00:00Z")]
    [InlineData(" 2026-11-24T06:00:00.250+09:00 ", "", "2026-11-23T21:00:00.25Z")]
    [InlineData("20261124T060000+0100", "", "2026-11-24T05:00:00Z")]
    [InlineData("20261124T060000Z", "", "2026-11-24T06:00:00Z")]
    [InlineData("2026-11-24T06:00:00+0100", "", "2026-11-24T05:00:00Z")]
    [InlineData("Tue, 24 Nov 2026 06:00:00 GMT", "", "2026-11-24T06:00:00Z")]
    [InlineData("Fri, 20 Nov 2026 01:45:08 +02:00", "", "2026-11-19T23:45:08Z")]
    [InlineData("Tue, 24 Nov 2026 07:00:00 GMT+0100", "", "2026-11-24T06:00:00Z")]
    [InlineData("Tue, 24 Nov 2026 07:00:00 +0100 (CET)", "", "2026-11-24T06:00:00Z")]
    [InlineData("Tue Nov 24 07:00:00 UTC 2026", "", "2026-11-24T07:00:00Z")]
    [InlineData("Tue Nov 24 2026 07:00:00 GMT+0100 (Central European Time)", "", "2026-11-24T06:00:00Z")]
    [InlineData("2026-11-24 07:00:00 +0000 UTC", "", "2026-11-24T07:00:00Z")]
    [InlineData("2026-11-24 07:00:00.123456789 +0100 CET m=+0.5", "", "2026-11-24T06:00:00.1234567Z")]
    [InlineData("2026-11-24T07:00:00.123456789Z", "", "2026-11-24T07:00:00.1234567Z")]
    [InlineData("2026-11-24 07:00:00 UTC", "", "2026-11-24T07:00:00Z")]
    [InlineData("2026-11-24T07:00:00+01:00[Europe/Berlin]", "", "2026-11-24T06:00:00Z")]
    [InlineData("Di, 24. März 2026 06:00:00 +0100", "", "2026-03-24T05:00:00Z")]
    [InlineData("mar., 24 févr. 2026 06:00:00 +0100", "", "2026-02-24T05:00:00Z")]
    [InlineData("Seg, 24 de setembro de 2026 19:42:40 -0300", "", "2026-09-24T22:42:40Z")]
    [InlineData("sáb, 05 dic 2026 06:00:00 +0100", "", "2026-12-05T05:00:00Z")]
    [InlineData("gio, 07 mag 2026 06:00:00 +0200", "", "2026-05-07T04:00:00Z")]
    [InlineData("do, 05 mrt 2026 06:00:00 +0100", "", "2026-03-05T05:00:00Z")]
    [InlineData("wt., 24 lis 2026 06:00:00 +0100", "", "2026-11-24T05:00:00Z")]
    [InlineData("śr, 14 października 2026 06:00:00 +0200", "", "2026-10-14T04:00:00Z")]
    [InlineData("tis, 05 maj 2026 06:00:00 +0200", "", "2026-05-05T04:00:00Z")]
    [InlineData("Tue, 24 Nov 2026 07:00:00 IST", "", "")]
    [InlineData("Tue, 24 Xyz 2026 07:00:00 GMT", "", "")]
    [InlineData("2026-11-24 07:00:00 +0000 UTC extra words here", "", "")]
    [InlineData("24 Nov 26 06:00 EST", "", "2026-11-24T11:00:00Z")]
    [InlineData("2026-11-24T06:00:00", "Europe/Helsinki", "2026-11-24T04:00:00Z")]
    [InlineData("2026-11-24T06:00:00", "", "")]
    [InlineData("2026-10-25T02:30:00", "Europe/Berlin", "")]
    [InlineData("2026-03-29T02:30:00", "Europe/Berlin", "")]
    [InlineData("2026-02-30T06:00:00Z", "", "")]
    [InlineData("2026-11-24", "Europe/Berlin", "")]
    [InlineData("31 Feb 2026 06:00 GMT", "", "")]
    [InlineData("tomorrow", "Europe/Berlin", "")]
    public void A_time_is_an_instant_only_where_nothing_is_guessed(string text, string zone, string at)
    {
        var time = SenderTimes.Read(text, zone)!;

        Assert.Equal((text.Trim(), at), (time.Text, time.At is { } found ? Instant.Write(found) : ""));
    }
}
