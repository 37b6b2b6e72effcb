using Writethru.Tests.Support;

namespace Writethru.Tests.Rights.Odrl;

/// <summary>The same policy in each notation comes to the same rules.</summary>
public class PolicyNotationTests
{
    const string Rules =
        "archive: none\nmandatoryCredit: Harbor Wire\nterritory only DE,FR\nwindow until 2026-11-24T12:00:00Z";

    [Theory]
    [InlineData("""
        {"@context":"http://www.w3.org/ns/odrl.jsonld","type":"Set","uid":"urn:x:1",
         "profile":"http://iptc.org/std/RightsML/2/",
         "permission":{"action":"use","target":"urn:x:2","duty":{"action":"attribute",
         "attributedParty":"urn:writethru:credit:Harbor%20Wire"},
          "constraint":[{"leftOperand":"spatial","operator":"isAnyOf","rightOperand":[
          {"uid":"http://cvx.iptc.org/iso3166-1a3/DEU"},{"uid":"http://cvx.iptc.org/iso3166-1a3/FRA"}]},
           {"leftOperand":"dateTime","operator":"lt","rightOperand":{"@value":"2026-11-24T12:00:00Z",
           "@type":"xsd:dateTime"}}]},
         "prohibition":[{"action":"archive","target":"urn:x:2"}]}
        """)]
    [InlineData("""
        {"@context":"http://www.w3.org/ns/odrl.jsonld","@graph":[
         {"uid":"_:a","leftOperand":"spatial","operator":"isAnyOf","rightOperand":[
         {"uid":"http://cvx.iptc.org/iso3166-1a3/DEU"},{"uid":"http://cvx.iptc.org/iso3166-1a3/FRA"}]},
         {"uid":"_:b","leftOperand":"dateTime","operator":"lt","rightOperand":"2026-11-24T12:00:00Z"},
         {"uid":"_:c","action":"attribute","attributedParty":"_:p"}, {"uid":"_:p","type":"Party",
         "vcard:fn":"Harbor Wire"},
         {"uid":"_:d","action":"use","constraint":["_:a","_:b"],"duty":"_:c"},
         {"uid":"_:e","action":"archive"},
         {"uid":"urn:x:1","type":"Set","permission":"_:d","prohibition":"_:e"}]}
        """)]
    [InlineData("""
        [{"@id":"_:a","http://www.w3.org/ns/odrl/2/leftOperand":[{"@id":"http://www.w3.org/ns/odrl/2/spatial"}],
          "http://www.w3.org/ns/odrl/2/operator":[{"@id":"http://www.w3.org/ns/odrl/2/isAnyOf"}],
          "http://www.w3.org/ns/odrl/2/rightOperand":[{"@id":"http://cvx.iptc.org/iso3166-1a3/DEU"},
          {"@id":"http://cvx.iptc.org/iso3166-1a3/FRA"}]},
         {"@id":"_:b","http://www.w3.org/ns/odrl/2/leftOperand":[{"@id":"http://www.w3.org/ns/odrl/2/dateTime"}],
          "http://www.w3.org/ns/odrl/2/operator":[{"@id":"http://www.w3.org/ns/odrl/2/lt"}],
          "http://www.w3.org/ns/odrl/2/rightOperand":[{"@value":"2026-11-24T12:00:00Z"}]},
         {"@id":"_:d","http://www.w3.org/ns/odrl/2/action":[{"@id":"http://www.w3.org/ns/odrl/2/use"}],
          "http://www.w3.org/ns/odrl/2/constraint":[{"@id":"_:a"},{"@id":"_:b"}],
          "http://www.w3.org/ns/odrl/2/duty":[{"http://www.w3.org/ns/odrl/2/action":[
          {"@id":"http://www.w3.org/ns/odrl/2/attribute"}],
           "http://www.w3.org/ns/odrl/2/attributedParty":[{"@id":"urn:writethru:credit:Harbor%20Wire"}]}]},
         {"@id":"urn:x:1","@type":["http://www.w3.org/ns/odrl/2/Set"],
          "http://www.w3.org/ns/odrl/2/permission":[{"@id":"_:d"}],
          "http://www.w3.org/ns/odrl/2/prohibition":[{"http://www.w3.org/ns/odrl/2/action":[
          {"@id":"http://www.w3.org/ns/odrl/2/archive"}]}]}]
        """)]
    [InlineData("""
        {"policytype":"http://www.w3.org/ns/odrl/2/Set","policyid":"urn:x:1",
         "permissions":[
          {"target":"urn:x:2","action":"http://www.w3.org/ns/odrl/2/use",
           "constraints":[{"name":"http://www.w3.org/ns/odrl/2/spatial","operator":"http://www.w3.org/ns/odrl/2/eq",
           "rightoperand":"http://cvx.iptc.org/iso3166-1a3/DEU"},
            {"name":"http://www.w3.org/ns/odrl/2/dateTime","operator":"http://www.w3.org/ns/odrl/2/lt",
            "rightoperand":"2026-11-24T12:00:00Z"}],
           "duties":[{"action":"http://www.w3.org/ns/odrl/2/attribute",
           "attributedParty":"urn:writethru:credit:Harbor%20Wire"}]},
          {"target":"urn:x:2","action":"http://www.w3.org/ns/odrl/2/use",
           "constraints":[{"name":"http://www.w3.org/ns/odrl/2/spatial","operator":"http://www.w3.org/ns/odrl/2/eq",
           "rightoperand":"http://cvx.iptc.org/iso3166-1a3/FRA"},
            {"name":"http://www.w3.org/ns/odrl/2/dateTime","operator":"http://www.w3.org/ns/odrl/2/lt",
             "rightoperand":"2026-11-24T12:00:00Z"}],
           "duties":[{"action":"http://www.w3.org/ns/odrl/2/attribute",
           "attributedParty":"urn:writethru:credit:Harbor%20Wire"}]}],
         "prohibitions":[{"target":"urn:x:2","action":"http://www.w3.org/ns/odrl/2/archive"}]}
        """)]
    [InlineData("""
        <o:Policy xmlns:o="http://www.w3.org/ns/odrl/2/" uid="urn:x:1" type="http://www.w3.org/ns/odrl/2/Set"
          conflict="http://www.w3.org/ns/odrl/2/prohibit">
          <o:permission>
            <o:asset uid="urn:x:2" relation="http://www.w3.org/ns/odrl/2/target"/>
            <o:action name="http://www.w3.org/ns/odrl/2/use"/>
            <o:constraint name="http://www.w3.org/ns/odrl/2/spatial" operator="http://www.w3.org/ns/odrl/2/isAnyOf"
              rightOperand="http://cvx.iptc.org/iso3166-1a3/DEU http://cvx.iptc.org/iso3166-1a3/FRA"/>
            <o:constraint name="odrl:dateTime" operator="odrl:lt" rightOperand="2026-11-24T12:00:00Z"/>
            <o:party uid="http://example.org/party/1" function="http://www.w3.org/ns/odrl/2/assigner"/>
            <o:duty><o:action name="http://www.w3.org/ns/odrl/2/attribute"/>
              <o:party uid="urn:writethru:credit:Harbor%20Wire" function="http://www.w3.org/ns/odrl/2/attributedParty"/>
              </o:duty>
          </o:permission>
          <o:prohibition><o:asset uid="urn:x:2" relation="http://www.w3.org/ns/odrl/2/target"/>
            <o:action name="http://www.w3.org/ns/odrl/2/archive"/></o:prohibition>
        </o:Policy>
        """)]
    public void Every_notation_comes_to_the_same_rules(string policy) => Assert.Equal(Rules, PolicyText.Of(policy));

    [Theory]
    [InlineData("<o:constraint name='odrl:spatial' operator='odrl:eq' rightOperand='iso3166-1a2:DE' status='x'/>")]
    [InlineData("<o:constraint name='odrl:spatial' operator='odrl:eq' rightOperand='iso3166-1a2:DE' idref='a'/>")]
    [InlineData("<o:constraint name='odrl:percentage' operator='odrl:lt' rightOperand='20'/>")]
    [InlineData("<o:party uid='urn:x:3' function='odrl:assignee'/>")]
    [InlineData("<x:limit xmlns:x='urn:x:x'/>")]
    [InlineData("not on Sundays")]
    public void What_is_not_known_in_the_xml_is_not_understood(string inner) => Assert.EndsWith("?", PolicyText.Of(
        "<o:Policy xmlns:o='http://www.w3.org/ns/odrl/2/' uid='urn:x:1' type='odrl:Set'><o:permission>"
        + $"<o:action name='odrl:use'/>{inner}</o:permission></o:Policy>"));

    [Fact]
    public void Two_policies_in_a_row_both_bind() => Assert.Equal("archive: none\nsale: none", PolicyText.Of(
        string.Concat(((string[])["archive", "sell"]).Select(act =>
            $"<Policy xmlns='http://www.w3.org/ns/odrl/2/' uid='urn:x:{act}' type='Set'><prohibition><action "
                + $"name='{act}'/>"
            + "</prohibition></Policy>\n"))));

    [Theory]
    [InlineData("polAtestImEx13",
        "archive: none\ncommercial: none\nmodification: none\nsale: none\nwindow until 2017-12-31T10:00:00Z")]
    [InlineData("polAtestImEx20", "?")]
    [InlineData("polAtestImEx22", "?")]
    [InlineData("polAtestImEx24", "?")]
    [InlineData("polAtestRmlExGeoDuty1", "territory only DE\n?")]
    [InlineData("polAtestRmlExGeoTemp1", "territory not GB\nwindow until 2013-06-14T10:00:00Z\n?")]
    [InlineData("polAtestRmlExSimpleGeo1",
        "archive: none\ncommercial: none\nmodification: none\nsale: none\nterritory only DE\n?")]
    public void The_builders_policies_are_the_same_in_all_their_forms(string name, string rules)
    {
        var folder = RepoFiles.SharedOrSkip("corpus", "rights", "odrl-rightsml-builder-l0");

        Assert.All(["compact", "compactnested", "expanded"],
            form => Assert.Equal(rules, PolicyText.Of(File.ReadAllText(Path.Combine(folder, $"{name}={form}.json")))));
        Assert.Equal("?", PolicyText.Of(File.ReadAllText(Path.Combine(folder, $"{name}.ttl"))));
        Assert.Equal("?", PolicyText.Of(File.ReadAllText(Path.Combine(folder, $"{name}=nquads.txt"))));
    }
}
