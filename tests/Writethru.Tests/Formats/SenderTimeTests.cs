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
