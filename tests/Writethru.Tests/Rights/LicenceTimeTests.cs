using Writethru.Copy;
using Writethru.Rights.Licence;

namespace Writethru.Tests.Rights;

/// <summary>Windows and embargoes. The terms came in on Tuesday, 24 November 2026, at 09:00 UTC.</summary>
public sealed class LicenceTimeTests
{
    static readonly DateTimeOffset _received = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A day closes where it ends first (UTC+14), and opens where it begins last (UTC-12).</summary>
    public static TheoryData<string, string> Windows => new()
    {
        { "For use until 5 Dec 2026", "window until 2026-12-05T10:00:00Z" },
        { "Valid until Dec. 5, 2026", "window until 2026-12-05T10:00:00Z" },
        { "Until 5 December 2026 only", "window until 2026-12-05T10:00:00Z" },
        { "Use until 18:00 GMT 5 Dec 2026", "window until 2026-12-05T18:00:00Z" },
        { "Use until 2026-12-05T18:00+01:00", "window until 2026-12-05T17:00:00Z" },
        { "Use until 5 Dec 2026, 18:00", "window until 2026-12-05T04:00:00Z" },
        { "Expires 5 Dec 2026", "window until 2026-12-05T10:00:00Z" },
        { "Expiry date: 2026-12-05", "window until 2026-12-05T10:00:00Z" },
        { "No use after 5 December 2026", "window until 2026-12-05T10:00:00Z" },
        { "Not to be used after 6 pm CET 5 December 2026", "window until 2026-12-05T17:00:00Z" },
        { "No use after Dec. 5", "window until 2026-12-05T10:00:00Z" },
        { "No use after Jan. 5", "window until 2027-01-05T10:00:00Z" },
        { "For 48 hours", "window until 2026-11-26T09:00:00Z" },
        { "For use for 48 hours only", "window until 2026-11-26T09:00:00Z" },
        { "No use after 30 days", "window until 2026-12-24T09:00:00Z" },
        { "Use within 14 days of receipt", "window until 2026-12-08T09:00:00Z" },
        { "For use from 5 Dec 2026", "window from 2026-12-05T12:00:00Z" },
        { "From 5 Dec 2026 to 8 Dec 2026", "window from 2026-12-05T12:00:00Z until 2026-12-08T10:00:00Z" },
        { "Nutzbar bis 5.12.2026", "window until 2026-12-05T10:00:00Z" },
        { "Nicht nach dem 5. Dezember 2026", "window until 2026-12-05T10:00:00Z" },
        { "Ab 5. Dez. 2026", "window from 2026-12-05T12:00:00Z" },
        { "Valable jusqu'au 5 décembre 2026", "window until 2026-12-05T10:00:00Z" },
        { "Válido hasta el 5 de diciembre de 2026", "window until 2026-12-05T10:00:00Z" },
        { "12월 5일까지 사용 가능", "window until 2026-12-05T10:00:00Z" },
        { "NO SALES, no use after 5 Dec 2026", "sale =none; window until 2026-12-05T10:00:00Z" },
        { "Not before 5 Dec 2026", "embargo from 2026-12-05T12:00:00Z" },
        { "Nicht vor 5. Dezember 2026 verwenden", "embargo from 2026-12-05T12:00:00Z" },
        { "Embargoed until 0001 GMT Saturday, December 5, 2026", "embargo from 2026-12-05T00:01:00Z" },
        { "EMBARGO: 18:30 UTC, 5 Dec 2026", "embargo from 2026-12-05T18:30:00Z" },
        { "Sperrfrist: 5. Dezember 2026, 19.00 Uhr MEZ", "embargo from 2026-12-05T18:00:00Z" },
        { "Sous embargo jusqu'au 5 décembre 2026 à 18h30 CET", "embargo from 2026-12-05T17:30:00Z" },
        { "Bajo embargo hasta el 5 de diciembre de 2026 a las 18:00 GMT", "embargo from 2026-12-05T18:00:00Z" },
        { "For release at 6 pm GMT 5 Dec 2026", "embargo from 2026-12-05T18:00:00Z" },
    };

    /// <summary>An embargo whose instant nobody can know from its words.</summary>
    public static TheoryData<string, string> Open => new()
    {
        { "Embargoed until 12noon on Saturday, December 5, 2026", "embargo =2026-12-05T12:00" },
        { "Embargoed to 0001 Saturday December 5", "embargo =--12-05T00:01" },
        { "Not for public release until noon on 5 December 2026", "embargo =2026-12-05T12:00" },
        { "Embargoed until 5 Dec 2026", "embargo =2026-12-05" },
        { "Embargo: 12:00, 5.12.2026", "embargo =2026-12-05T12:00" },
        { "Nicht vor 5.12.2026, 11:30 Uhr verwenden", "embargo =2026-12-05T11:30" },
        { "Sperrfrist 5. Dezember 19.00 Uhr", "embargo =--12-05T19:00" },
        { "STRICTLY EMBARGOED", "embargo" },
        { "Embargoed until further notice", "embargo" },
        { "ATTENTION - EMBARGOED, RELEASABLE Tuesday at 0001", "embargo; embargo" },
        { "Embargoed until 6 pm EST 5 December 2026", "embargo" },
        { "HUOM JULKIVAPAA MAANANTAIN LEHTIIN", "embargo" },
        { "엠바고 12월 5일 오후 3시", "embargo =--12-05T15:00" },
    };

    public static TheoryData<string> NearMisses => new(
        "Until further notice",
        "Valid until the final",
        "Until 18:00",
        "Until 31 Feb 2026",
        "Until 5/12/2026",
        "Until 5 Dec 2026 in Germany",
        "Not valid until 5 Dec 2026",
        "No use until",
        "No use for 48 hours",
        "48 hours",
        "No sales after 5 Dec 2026",
        "No archive after 30 days",
        "No use before the match",
        "For 48 hours after publication",
        "For 0 hours",
        "For 99999 days",
        "Until 5 Dec 2026 or 6 Dec 2026",
        "Until 5 Dec 2026\u200b",
        "Until \u200b5 Dec 2026",
        "Use until midnight 5 Dec 2026",
        "No embargo",
        "GERMANY OUT until 5 Dec 2026",
        "From 5 to 8 Dec 2026");

    [Theory, MemberData(nameof(Windows))]
    public void Times_become_rules(string terms, string expected)
    {
        var reading = LicenceLine.Read(terms, _received);

        Assert.Equal(expected, LicenceRules.InWords(reading));
        Assert.True(reading.IsUnderstood);
        Assert.All(reading.Rules, rule => Assert.InRange(rule.Sure, 0.6, 1));
    }

    [Theory, MemberData(nameof(Open))]
    public void An_embargo_without_an_instant_keeps_its_words_and_denies(string terms, string expected)
    {
        var reading = LicenceLine.Read(terms, terms.Contains("2026") || terms.Contains("Saturday") ? _received : null);

        Assert.Equal(expected, LicenceRules.InWords(reading));
        Assert.False(reading.IsUnderstood);
    }

    [Theory, MemberData(nameof(NearMisses))]
    public void What_is_no_time_denies(string terms) => Assert.False(LicenceLine.Read(terms, _received).IsUnderstood);

    [Theory]
    [InlineData("For 48 hours"), InlineData("No use after Dec. 5"), InlineData("Use within 14 days of receipt")]
    public void Without_the_instant_of_receipt_nothing_counts_from_it(string terms)
    {
        var reading = LicenceLine.Read(terms);

        Assert.Empty(reading.Rules);
        Assert.False(reading.IsUnderstood);
    }

    [Theory]
    [InlineData("Embargoed until 0001 GMT Friday, December 5, 2026")]
    [InlineData("No use after Monday, 5 December 2026")]
    public void A_weekday_that_contradicts_its_date_is_too_unsure_to_deliver(string terms) =>
        Assert.InRange(Assert.Single(LicenceLine.Read(terms, _received).Rules).Sure, 0, 0.59);

    [Fact]
    public void The_rules_of_a_sentence_go_with_its_open_exception_but_its_embargo_stays()
    {
        var reading = LicenceLine.Read("No sales, embargoed until noon, unless agreed", _received);

        Assert.Equal([UsageKinds.Embargo], reading.Rules.Select(rule => rule.Kind));
        Assert.False(reading.IsUnderstood);
    }
}
