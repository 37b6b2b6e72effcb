using Writethru.Copy;
using Writethru.Rights.Odrl;

namespace Writethru.Tests.Rights.Odrl;

public class PolicyReaderTests
{
    const string Context = """ "@context":"http://www.w3.org/ns/odrl.jsonld","type":"Set","uid":"urn:x:1",""";

    /// <summary>A constraint of a permission to use, and what it comes to.</summary>
    [Theory]
    [InlineData("spatial", "eq", "http://cvx.iptc.org/iso3166-1a3/DEU", "territory only DE")]
    [InlineData("spatial", "neq", "http://cvx.iptc.org/iso3166-1a3/GBR", "territory not GB")]
    [InlineData("spatial", "odrl:neq", "http://cvx.iptc.org/iso3166-1a3/GBR", "territory not GB")]
    [InlineData("spatial", "isPartOf", "http://www.wikidata.org/entity/Q884", "territory only KR")]
    [InlineData("spatial", "eq", "http://sws.geonames.org/1861060/", "territory only JP")]
    [InlineData("spatial", "eq", "urn:iso:std:iso:3166:-2:CA-QC", "territory only CA-QC")]
    [InlineData("spatial", "eq", "https://www.iso.org/obp/ui/#iso:code:3166:IT", "territory only IT")]
    [InlineData("dateTime", "lt", "2026-11-24T12:00:00Z", "window until 2026-11-24T12:00:00Z")]
    [InlineData("dateTime", "lteq", "2026-11-24Z", "window until 2026-11-25T00:00:00Z")]
    [InlineData("dateTime", "gteq", "2026-11-24T12:00:00+09:00", "window from 2026-11-24T03:00:00Z")]
    [InlineData("dateTime", "eq", "2026-11-24Z", "window from 2026-11-24T00:00:00Z until 2026-11-25T00:00:00Z")]
    [InlineData("media", "eq", "print", "medium only book,magazine,newspaper")]
    [InlineData("media", "neq", "urn:writethru:medium:tv", "medium not tv")]
    [InlineData("recipient", "eq", "urn:writethru:client:Harbor%20Wire", "clients only Harbor Wire")]
    [InlineData("purpose", "eq", "http://example.org/purpose/editorial", "editorial: only")]
    [InlineData("purpose", "neq", "http://example.org/purpose/commercial", "commercial: none")]
    [InlineData("count", "eq", "1", "oneTime")]
    public void A_permission_holds_only_where_its_constraint_does(string left, string op, string right, string rules) =>
        Assert.Equal(rules, PolicyText.Of(Json("permission", "use", left, op, right)));

    /// <summary>The same where a prohibition of use has the constraint.</summary>
    [Theory]
    [InlineData("spatial", "eq", "http://cvx.iptc.org/iso3166-1a3/DEU", "territory not DE")]
    [InlineData("spatial", "neq", "http://cvx.iptc.org/iso3166-1a3/KOR", "territory only KR")]
    [InlineData("dateTime", "lt", "2026-11-24T12:00:00Z", "window from 2026-11-24T12:00:00Z")]
    [InlineData("dateTime", "gteq", "2026-11-24T12:00:00Z", "window until 2026-11-24T12:00:00Z")]
    [InlineData("media", "eq", "tv", "medium not tv")]
    [InlineData("purpose", "eq", "http://example.org/purpose/commercial", "commercial: none")]
    public void A_prohibition_forbids_where_its_constraint_holds(string left, string op, string right, string rules) =>
        Assert.Equal(rules, PolicyText.Of(Json("prohibition", "use", left, op, right)));

    [Theory]
    [InlineData("spatial", "eq", "http://example.org/places/7")]
    [InlineData("spatial", "near", "http://cvx.iptc.org/iso3166-1a3/DEU")]
    [InlineData("spatial", "isAllOf", "http://cvx.iptc.org/iso3166-1a3/DEU")]
    [InlineData("spatial", "eq", "http://cvx.iptc.org/iso3166-1a3/QQQ")]
    [InlineData("dateTime", "eq", "2026-11-24T12:00:00Z")]
    [InlineData("dateTime", "lt", "soon")]
    [InlineData("event", "lt", "odrl:policyUsage")]
    [InlineData("delayPeriod", "eq", "P60D")]
    [InlineData("recipient", "eq", "http://example.org/party/7")]
    [InlineData("media", "eq", "hologram")]
    [InlineData("purpose", "eq", "http://example.org/purpose/research")]
    [InlineData("count", "lteq", "5")]
    public void What_is_not_known_is_not_understood(string left, string op, string right)
    {
        Assert.Equal("?", PolicyText.Of(Json("permission", "use", left, op, right)));
        Assert.Equal("?", PolicyText.Of(Json("prohibition", "use", left, op, right)));
    }

    /// <summary>Without a zone the day ends where it ends first, and begins where it begins last.</summary>
    [Fact]
    public void A_date_without_a_zone_leaves_no_use_that_another_zone_would_not()
    {
        Assert.Equal("window until 2017-12-31T10:00:00Z",
            PolicyText.Of(Json("permission", "use", "dateTime", "lt", "2018-01-01")));
        Assert.Equal("window from 2018-01-01T12:00:00Z",
            PolicyText.Of(Json("permission", "use", "dateTime", "gteq", "2018-01-01")));
    }

    [Theory]
    [InlineData("distribute", "redistribution: none")]
    [InlineData("http://www.w3.org/ns/odrl/2/commercialize", "commercial: none")]
    [InlineData("odrl:archive", "archive: none")]
    [InlineData("sell", "sale: none")]
    [InlineData("modify", "modification: none")]
    [InlineData("print", "medium not book,magazine,newspaper")]
    [InlineData("use", "?")]
    [InlineData("index", "?")]
    [InlineData("anonymize", "?")]
    public void A_prohibition_alone_limits_what_the_contract_allows(string action, string rules) =>
        Assert.Equal(rules, PolicyText.Of(Set($$$""" "prohibition":{"action":"{{{action}}}","target":"urn:x:2"} """)));

    [Fact]
    public void What_a_permission_does_not_name_is_not_allowed()
    {
        var rules = PolicyText.Of(Set($$$""" "permission":{"action":"print","target":"urn:x:2"} """));

        Assert.Equal("archive: none\ncommercial: none\nmedium only book,magazine,newspaper\nmodification: none\n"
            + "redistribution: none\nsale: none", rules);
        Assert.Equal("", PolicyText.Of(Set($$$""" "permission":{"action":"use","target":"urn:x:2"} """)));
        Assert.EndsWith("?", PolicyText.Of(Set($$$""" "permission":{"action":"archive","target":"urn:x:2"} """)));
    }

    [Fact]
    public void Countries_of_permissions_that_are_equal_otherwise_add_up()
    {
        string Two(string first, string second) => Set($$$"""
            "permission":[
              {"action":"use","constraint":[{{{Constraint("spatial", "eq", "iso3166-1a2:DE")}}}{{{first}}}]},
              {"action":"use","constraint":[{{{Constraint("spatial", "eq", "iso3166-1a2:FR")}}}{{{second}}}]}]
            """);
        var until = "," + Constraint("dateTime", "lt", "2026-11-24T12:00:00Z");

        Assert.Equal("territory only DE,FR", PolicyText.Of(Two("", "")));
        Assert.Equal("territory only DE,FR\nwindow until 2026-11-24T12:00:00Z", PolicyText.Of(Two(until, until)));
        Assert.Equal("?", PolicyText.Of(Two(until, "")));
    }

    [Fact]
    public void A_prohibition_wins_over_a_permission()
    {
        var policy = Set($$$"""
            "conflict":"perm","permission":{"action":"use"},
            "prohibition":{"action":"use","constraint":{{{Constraint("spatial", "eq", "iso3166-1a2:DE")}}} }
            """);

        Assert.Equal("territory not DE", PolicyText.Of(policy));
        Assert.Equal("territory not DE\n?",
            PolicyText.Of(policy.Replace("\"perm\"", "\"invalid\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{"action":"attribute","attributedParty":"urn:writethru:credit:Harbor%20Wire%2FJ.%20Roe"}""",
        "mandatoryCredit: Harbor Wire/J. Roe")]
    [InlineData("""{"action":"attribute","attributedParty":{"uid":"urn:x:3","vcard:fn":"Harbor Wire"}}""",
        "mandatoryCredit: Harbor Wire")]
    [InlineData("""{"action":"attribute"}""", "mandatoryCredit")]
    [InlineData("""{"action":"attribute","attributedParty":"http://example.org/party/9"}""", "?")]
    [InlineData("""{"action":"nextPolicy","target":"http://example.org/policy/3"}""", "?")]
    [InlineData(
        """{"action":{"rdf:value":{"uid":"odrl:compensate"},"refinement":"""
            + """{"leftOperand":"payAmount","operator":"eq","rightOperand":"5.0"}}}""", "?")]
    [InlineData(
        """{"action":"attribute","constraint":"""
            + """{"leftOperand":"event","operator":"lt","rightOperand":"odrl:policyUsage"}}""", "?")]
    public void Of_duties_only_a_credit_is_understood(string duty, string rules) =>
        Assert.Equal(rules, PolicyText.Of(Set($$$""" "permission":{"action":"use","duty":{{{duty}}} } """)));

    [Theory]
    [InlineData(""" "inheritFrom":"http://example.org/policy/2" """)]
    [InlineData(""" "profile":"http://example.org/profile" """)]
    [InlineData(""" "conflict":"whoever" """)]
    [InlineData(""" "assignee":"http://example.org/party/2" """)]
    [InlineData(""" "obligation":{"action":"inform"} """)]
    [InlineData(""" "somethingNew":true """)]
    [InlineData(""" "@context":"http://example.org/context.jsonld" """)]
    [InlineData(""" "@context":{"use":"http://example.org/ns#destroy"} """)]
    [InlineData(""" "@graph":[{"@id":"urn:x:9","assigneeOf":"urn:x:1"}] """)]
    public void Whatever_may_change_the_meaning_is_not_understood(string property) =>
        Assert.Equal("?", PolicyText.Of(Set($$$""" {{{property}}},"permission":{"action":"use"} """)));

    /// <summary>Who is meant is not known, but what is forbidden to anybody here is kept from all.</summary>
    [Fact]
    public void A_party_makes_a_permission_not_understood_and_a_prohibition_bind_all()
    {
        const string party = ""","assigner":"http://example.org/party/1","assignee":"http://example.org/party/2" """;

        Assert.Equal("?", PolicyText.Of(Set($$$""" "permission":{"action":"use"{{{party}}} } """)));
        Assert.Equal("sale: none", PolicyText.Of(Set($$$""" "prohibition":{"action":"sell"{{{party}}} } """)));
    }

    [Fact]
    public void Names_and_dates_of_issue_change_nothing() => Assert.Equal("", PolicyText.Of(Set("""
        "dc:title":"Terms of June","http://purl.org/dc/terms/issued":"2026-06-01",
        "permission":{"action":"use","assigner":{"uid":"urn:x:3","type":"Party","vcard:fn":"Harbor Wire"}}
        """)));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    [InlineData("\ud800")]
    [InlineData("{\"permission\":")]
    [InlineData("@prefix odrl: <http://www.w3.org/ns/odrl/2/> .")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>")]
    [InlineData("http://example.org/policy/2")]
    public void What_is_no_policy_denies(string policy)
    {
        var reading = PolicyReader.Read(policy);

        Assert.Empty(reading.Rules);
        Assert.Equal(new TextSpan(0, policy.Length), Assert.Single(reading.NotUnderstood));
    }

    [Fact]
    public void A_policy_that_neither_allows_nor_forbids_denies()
    {
        Assert.Equal("?", PolicyText.Of("<o:Policy xmlns:o='http://www.w3.org/ns/odrl/2/' uid='urn:x:1' type='Set'/>"));
        Assert.Equal("?", PolicyText.Of(Set(""" "permission":[] """)));
    }

    [Fact]
    public void Depth_size_and_circles_are_bounded()
    {
        string[] hostile =
        [
            string.Concat(Enumerable.Repeat("<o:x xmlns:o='http://www.w3.org/ns/odrl/2/'>", 1_000)),
            "<o:Policy xmlns:o='http://www.w3.org/ns/odrl/2/'>" + string.Concat(Enumerable.Repeat("<o:duty>", 3_000))
                + string.Concat(Enumerable.Repeat("</o:duty>", 3_000)) + "</o:Policy>",
            new string('[', 30_000),
            "{\"permission\":[" + string.Join(',', Enumerable.Repeat("{\"action\":\"use\"}", 3_000)) + "]}",
            new string(' ', PolicyReader.MaxLength) + "{}",
            """{"uid":"_:a","permission":"_:a","assigner":"_:a","prohibition":"_:a"}""",
            """{"uid":"_:a","dc:x":{"uid":"_:b","dc:x":"_:a"},"permission":{"action":"_:a","target":"_:b"}}""",
        ];

        Assert.All(hostile, policy => Assert.False(PolicyReader.Read(policy).IsUnderstood));
    }

    [Fact]
    public void No_text_makes_the_reader_throw() => CsCheck.Check.Sample(
        CsCheck.Gen.String[CsCheck.Gen.Char["{}[]\":,<>/=' @abcodrlusetypermission"], 0, 80],
        text => PolicyReader.Read(text) is not null);

    [Fact]
    public void Words_are_where_the_rules_say()
    {
        var policy = Json("permission", "use", "spatial", "eq", "http://cvx.iptc.org/iso3166-1a3/DEU");
        var whole = "Terms.\n" + policy;

        var reading = PolicyReader.Read(policy, 7);

        var span = Assert.Single(reading.Rules).Span;
        Assert.Equal("http://cvx.iptc.org/iso3166-1a3/DEU", whole.Substring(span.Start, span.Length));
    }

    static string Constraint(string left, string op, string right) =>
        $$"""{"leftOperand":"{{left}}","operator":"{{op}}","rightOperand":"{{right}}"}""";

    static string Json(string rule, string action, string left, string op, string right) =>
        Set($$$""" "{{{rule}}}":{"action":"{{{action}}}","constraint":{{{Constraint(left, op, right)}}} } """);

    static string Set(string properties) => "{" + Context + properties + "}";
}
