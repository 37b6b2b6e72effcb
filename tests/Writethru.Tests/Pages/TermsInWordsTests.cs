using Writethru.App.Pages;
using Writethru.Copy;

namespace Writethru.Tests.Pages;

/// <summary>Usage terms and reasons in the words of the pages.</summary>
public class TermsInWordsTests
{
    static readonly DateTimeOffset _noon = new(2031, 5, 17, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> Rules() => new()
    {
        { Said(new() { Kind = "territory", Allow = ["CA", "CA-QC"], Deny = ["JP"] }),
            "Canada, Canada (CA-QC) only, but not Japan" },
        { Said(new() { Kind = "territory", Deny = ["JP"] }), "not in Japan" },
        { Said(new() { Kind = "medium", Allow = ["web", "mobile"] }), "in web, mobile only" },
        { Said(new() { Kind = "medium", Deny = ["tv"] }), "not in tv" },
        { Said(new() { Kind = "clients", Allow = ["Saltern"], Deny = ["Mirada"] }),
            "clients of Saltern only, but not Mirada" },
        { Said(new() { Kind = "clients", Deny = ["Saltern"] }), "not for clients of Saltern" },
        { Said(new() { Kind = "archive", Value = "none" }), "no archive" },
        { Said(new() { Kind = "editorial", Value = "only" }), "editorial use only" },
        { Said(new() { Kind = "commercial", Value = "none" }), "no commercial use" },
        { Said(new() { Kind = "modification", Value = "none" }), "no changes" },
        { Said(new() { Kind = "modification", Value = "noCropping" }), "no cropping" },
        { Said(new() { Kind = "people", Value = "minors" }), "minors must not be recognised" },
        { Said(new() { Kind = "oneTime" }), "for one use" },
        { Said(new() { Kind = "window", From = _noon, Until = _noon.AddHours(1) }),
            "not before 2031-05-17T12:00:00Z, not from 2031-05-17T13:00:00Z on" },
        { Said(new() { Kind = "embargo", From = _noon }), "not before 2031-05-17T12:00:00Z" },
        { Said(new() { Kind = "embargo", Value = "the show" }), "embargoed: the show" },
    };

    [Theory, MemberData(nameof(Rules))]
    public void A_rule_is_said_in_plain_words(string said, string words) => Assert.Equal(words, said);

    [Fact]
    public void Every_reason_that_keeps_a_picture_back_has_a_sentence_of_its_own()
    {
        var who = new Principal { Name = "who", Role = Role.Subscriber };
        WithholdReason[] reasons =
        [
            WithholdReason.Territory, WithholdReason.Medium, WithholdReason.Clients, WithholdReason.Redistribution,
            WithholdReason.Archive, WithholdReason.Commercial, WithholdReason.Expired, WithholdReason.Embargoed,
            WithholdReason.UnclearTerms, WithholdReason.NoTerms, WithholdReason.TakenDown, WithholdReason.Unknown,
        ];

        Assert.Distinct(reasons.Select(reason => TermsInWords.Why(reason, who)));
        Assert.Contains("in all of your territories, South Korea, Canada (CA-QC)",
            TermsInWords.Why(WithholdReason.Territory, who with { Territories = ["KR", "CA-QC"] }));
    }

    static string Said(UsageRule rule) =>
        TermsInWords.Of(new UsageTerms("terms"), new TermsReading { Rules = [rule] });
}
