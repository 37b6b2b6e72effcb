using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Rights;
using static Writethru.Tests.Rights.TermsGate;

namespace Writethru.Tests.Rights;

/// <summary>Each kind of usage rule: from whom it keeps a picture, and from whom not.</summary>
public class UsageKindTests
{
    /// <summary>Allowed, denied, where the subscriber publishes, why it does not get it.</summary>
    [Theory]
    [InlineData("KR", "", "KR", "")]
    [InlineData("KR", "", "JP", "territory")]
    [InlineData("KR", "", "", "territory")]            // not known where
    [InlineData("KR", "", "KR JP", "territory")]       // every territory of the contract must be allowed
    [InlineData("KR JP", "", "KR JP", "")]
    [InlineData("CA", "", "CA-ON", "")]                // a part lies in its country
    [InlineData("CA-ON", "", "CA", "territory")]       // the country is more than the part
    [InlineData("CA-ON", "", "CA-ON", "")]
    [InlineData("CA-ON", "", "CA-QC", "territory")]
    [InlineData("", "JP", "KR", "")]
    [InlineData("", "JP", "JP", "territory")]
    [InlineData("", "JP", "KR JP", "territory")]
    [InlineData("", "JP", "", "territory")]
    [InlineData("", "CA-QC", "CA", "territory")]       // a country has the part that is denied
    [InlineData("", "CA-QC", "CA-QC", "territory")]
    [InlineData("", "CA-QC", "CA-ON", "")]
    [InlineData("", "CA", "CA-ON", "territory")]
    [InlineData("CA", "CA-QC", "CA-ON", "")]
    [InlineData("CA", "CA-QC", "CA", "territory")]
    [InlineData("", "C", "CA", "unclearTerms")]        // a code that is none could mean anything
    [InlineData("XX", "", "KR", "unclearTerms")]
    [InlineData("", "", "KR", "unclearTerms")]         // a limit to nothing
    public void Territory(string allow, string deny, string publishes, string reason) => Check(
        new UsageRule { Kind = UsageKinds.Territory, Allow = Split(allow), Deny = Split(deny) },
        Subscriber("who", [.. Split(publishes)]), reason);

    [Theory]
    [InlineData("web", "", "web", "")]
    [InlineData("web mobile", "", "web", "")]
    [InlineData("web", "", "web mobile", "medium")]
    [InlineData("web", "", "", "medium")]
    [InlineData("", "tv", "web newspaper", "")]
    [InlineData("", "tv", "tv", "medium")]
    [InlineData("", "tv", "web tv", "medium")]
    [InlineData("", "tv", "", "medium")]
    [InlineData("", "hologram", "web", "unclearTerms")]
    [InlineData("", "", "web", "unclearTerms")]
    public void Medium(string allow, string deny, string media, string reason) => Check(
        new UsageRule { Kind = UsageKinds.Medium, Allow = Split(allow), Deny = Split(deny) },
        Subscriber() with { Media = Split(media) }, reason);

    [Theory]
    [InlineData("Saltern", "", "saltern", "")]         // in any case
    [InlineData("Saltern Mirada", "", "Mirada Other", "")]
    [InlineData("Saltern", "", "Other", "clients")]
    [InlineData("Saltern", "", "", "clients")]
    [InlineData("", "Saltern", "SALTERN Other", "clients")]
    [InlineData("", "Saltern", "Other", "")]
    [InlineData("", "Saltern", "", "")]                // a client of nobody is none of Saltern's
    [InlineData("", "", "Saltern", "unclearTerms")]
    public void Clients(string allow, string deny, string clientOf, string reason) => Check(
        new UsageRule { Kind = UsageKinds.Clients, Allow = Split(allow), Deny = Split(deny) },
        Subscriber() with { ClientOf = Split(clientOf) }, reason);

    /// <summary>Kind, value, what the contract is for, why it does not get it.</summary>
    [Theory]
    [InlineData("redistribution", "none", "", "")]
    [InlineData("redistribution", "none", "redistributes", "redistribution")]
    [InlineData("redistribution", "none", "archives commercial", "")]
    [InlineData("sale", "none", "redistributes", "redistribution")]
    [InlineData("sale", "none", "", "")]
    [InlineData("archive", "none", "archives", "archive")]
    [InlineData("archive", "none", "redistributes commercial", "")]
    [InlineData("editorial", "only", "commercial", "commercial")]
    [InlineData("editorial", "only", "redistributes archives", "")]
    [InlineData("commercial", "none", "commercial", "commercial")]
    [InlineData("commercial", "none", "", "")]
    [InlineData("modification", "none", "redistributes archives commercial", "")]
    [InlineData("modification", "noCropping", "redistributes archives commercial", "")]
    [InlineData("people", "minors", "redistributes archives commercial", "")]
    [InlineData("oneTime", "", "redistributes archives commercial", "")]
    [InlineData("mandatoryCredit", "Saltern", "redistributes archives commercial", "")]
    [InlineData("handout", "", "redistributes archives commercial", "")]
    [InlineData("pool", "", "redistributes archives commercial", "")]
    [InlineData("filePhoto", "", "redistributes archives commercial", "")]
    [InlineData("copyright", "", "redistributes archives commercial", "")]
    [InlineData("moonPhase", "full", "", "unclearTerms")]
    public void What_a_contract_is_for(string kind, string value, string contract, string reason) => Check(
        new UsageRule { Kind = kind, Value = value },
        Subscriber() with
        {
            Redistributes = contract.Contains("redistributes", StringComparison.Ordinal),
            Archives = contract.Contains("archives", StringComparison.Ordinal),
            IsCommercial = contract.Contains("commercial", StringComparison.Ordinal),
        }, reason);

    /// <summary>Hours from noon at which it begins and ends; the take is filed at noon.</summary>
    [Theory]
    [InlineData("window", null, 1, "")]
    [InlineData("window", null, 0, "expired")]         // no use at and after the instant
    [InlineData("window", null, -1, "expired")]
    [InlineData("window", 0, null, "")]
    [InlineData("window", 1, null, "embargoed")]
    [InlineData("window", -1, 1, "")]
    [InlineData("window", -2, -1, "expired")]
    [InlineData("window", null, null, "unclearTerms")]
    [InlineData("embargo", 1, null, "embargoed")]
    [InlineData("embargo", -1, null, "")]
    [InlineData("embargo", null, null, "unclearTerms")]
    public void Instants(string kind, int? from, int? until, string reason) => Check(
        new UsageRule { Kind = kind, From = Hours(from), Until = Hours(until) }, Subscriber(), reason);

    [Theory]
    [InlineData("embargo"), InlineData("window"), InlineData("territory"), InlineData("moonPhase")]
    public void What_a_rule_leaves_open_is_allowed_once_a_person_has_cleared_it(string kind)
    {
        var gate = new TermsGate();
        gate.Subscribe(Subscriber());
        gate.File("story", 1, null, TermsGate.Rule(new UsageRule { Kind = kind, Value = "after the show" }));
        Assert.Equal(WithholdReason.UnclearTerms, gate.Picture("who"));
        Assert.Equal("the terms", Assert.Single(gate.Now.UnclearTerms));

        gate.Append(new LogEntry.TermsCleared("the terms", "desk"));

        Assert.Null(gate.Picture("who"));
    }

    [Fact]
    public void A_clearance_opens_no_rule_that_was_read()
    {
        var gate = new TermsGate();
        gate.Subscribe(Subscriber() with { Archives = true });
        gate.File("story", 1, null, new Terms("terms", new TermsReading
        {
            Rules = [new UsageRule { Kind = "moonPhase" },
                new UsageRule { Kind = UsageKinds.Archive, Value = "none", Sure = 0.3 }],
        }));

        gate.Append(new LogEntry.TermsCleared("terms", "desk"));

        Assert.Equal(WithholdReason.Archive, gate.Picture("who"));
    }

    [Fact]
    public void A_picture_without_terms_goes_unless_its_publisher_needs_them()
    {
        var credit = TermsGate.Rule(new UsageRule { Kind = UsageKinds.MandatoryCredit });
        var gate = new TermsGate();
        gate.Subscribe(Subscriber());
        gate.FileTake("free", 1, new Take(), null, [null]);
        gate.FileTake("bare", 1, new Take(), null, [null, credit], needsTerms: true);
        gate.FileTake("bound", 1, new Take(), credit, [null], needsTerms: true);
        gate.FileTake("photo", 1, new Take { Kind = TakeKind.Picture }, null, [null], needsTerms: true);

        Assert.Null(gate.Picture("who", "free"));
        Assert.Equal([WithholdReason.NoTerms, null],
            Assert.IsType<Decision.Deliver>(gate.Decide("who", "bare")).Pictures);
        Assert.Null(gate.Picture("who", "bound")); // the terms of the item bind its pictures too
        Assert.Equal(new Decision.Withhold(WithholdReason.NoTerms), gate.Decide("who", "photo"));
    }

    [Fact]
    public void Grants_differ_where_what_is_let_through_does_and_are_read_again()
    {
        ImmutableArray<WithholdReason?>[] answers =
        [
            [null], [WithholdReason.Expired], [WithholdReason.Embargoed], [WithholdReason.NoTerms],
            [null, WithholdReason.Medium], [WithholdReason.Medium, null], [null, null],
        ];

        Assert.Equal(answers.Length, answers.Select(answer => Grants.Of(false, answer)).Distinct().Count());
        foreach (var answer in answers)
        {
            Assert.Equal(answer, Grants.PicturesOf(Grants.Of(false, answer), answer.Length));
            Assert.Equal(answer, Grants.PicturesOf(Grants.Of(true, answer, takenDown: 3), answer.Length));
            Assert.NotEqual(Grants.Of(false, answer), Grants.Of(true, answer));
            Assert.NotEqual(Grants.Of(false, answer), Grants.Of(false, answer, takenDown: 1));
        }
        Assert.Empty(Grants.PicturesOf(Grants.OfNotice(2), 0));
        Assert.Empty(Grants.PicturesOf("something else", 1));
    }

    [Fact]
    public void The_explanation_names_the_rule_its_words_and_what_they_were_held_against()
    {
        const string text = "Web only. For use in Japan only";
        var gate = new TermsGate();
        gate.Subscribe(Subscriber("gazette", "KR") with { Media = [UsageMedia.Web] });
        gate.File("story", 1, null, new Terms(text, new TermsReading
        {
            Rules =
            [
                new UsageRule { Kind = UsageKinds.Medium, Allow = [UsageMedia.Web], Span = new TextSpan(0, 8) },
                new UsageRule { Kind = UsageKinds.Territory, Allow = ["JP"], Span = new TextSpan(10, 21) },
            ],
        }), null, new Terms("GIRAFFES fly", new TermsReading { NotUnderstood = [new TextSpan(0, 8)] }));

        var explained = gate.Now.Explain("gazette", new StoryId("story"), 1);

        Assert.Equal([
            new DecidingClause(WithholdReason.Territory, "territory", "territory: JP only",
                "For use in Japan only", text,
                "gazette publishes in KR"),
            null,
            new DecidingClause(WithholdReason.UnclearTerms, "", "", "GIRAFFES", "GIRAFFES fly",
                "nobody has cleared words that were not understood"),
        ], explained.Pictures);
        Assert.Contains("Picture 1 stays behind: its terms say \"For use in Japan only\" (territory: JP only), "
            + "and gazette publishes in KR.", explained.Rule);
        Assert.Contains("Picture 3 stays behind", explained.Rule);
        Assert.DoesNotContain("Picture 2", explained.Rule);
    }

    static void Check(UsageRule rule, Principal who, string reason)
    {
        var terms = TermsGate.Rule(rule);
        var gate = new TermsGate();
        gate.Subscribe(who);
        gate.File("picture", 1, null, terms);
        gate.File("item", 1, terms);

        var expected = Words.Read<WithholdReason>(reason);
        Assert.Equal(expected, gate.Picture("who", "picture"));
        Assert.Equal(expected, (gate.Decide("who", "item") as Decision.Withhold)?.Reason);
        Assert.Equal(expected, gate.Now.Explain("who", new StoryId("picture"), 1).Pictures[0]?.Reason);
        Assert.Equal(expected, gate.Now.Explain("who", new StoryId("item"), 1).Item?.Reason);
    }

    static DateTimeOffset? Hours(int? hours) => hours is { } count ? Noon.AddHours(count) : null;

    static ImmutableArray<string> Split(string words) =>
        [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
