using System.Text;
using System.Text.Json;
using NodaTime;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Profiles;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats;

public class ProviderProfileTests
{
    [Fact]
    public void Every_agency_of_the_formats_is_shipped() => Assert.Equal(
        [
            "afp", "ansa", "ap", "apa", "belga", "businesswire", "cp", "dpa", "efe", "globenewswire", "jiji", "kcna",
            "keystone-sda", "kyodo", "ntb", "pa", "reuters", "stt", "tt", "xinhua", "yonhap",
        ],
        ProviderProfiles.All.Select(profile => profile.Name));

    [Fact]
    public void No_mark_of_one_provider_is_recognised_as_another() =>
        Assert.All(ProviderProfiles.All, profile => Assert.All(profile.Marks, mark =>
        {
            Assert.Equal(profile.Name, ProviderProfiles.Recognise(mark)?.Name);
            Assert.Equal(profile.Name, ProviderProfiles.Recognise(mark.ToUpperInvariant() + ", 2026")?.Name);
        }));

    [Fact]
    public void Every_zone_exists_and_stands_only_where_the_wire_leaves_zones_out() => Assert.Equal(
        ["dpa Europe/Berlin", "keystone-sda Europe/Zurich", "kyodo Asia/Tokyo", "stt Europe/Helsinki"],
        ProviderProfiles.All.Where(profile => profile.Zone.Length > 0)
            .Select(profile => $"{profile.Name} {DateTimeZoneProviders.Tzdb[profile.Zone].Id}"));

    [Theory]
    [InlineData("dpa", "dpa")]
    [InlineData("dpa.com", "dpa")]
    [InlineData("urn:newsml:dpa.com:20090101:261124-99-123456:3", "dpa")]
    [InlineData("AFP", "afp")]
    [InlineData("Agence France-Presse", "afp")]
    [InlineData("أ ف ب", "afp")]
    [InlineData("urn:newsml:afp.com:20261124:doc-1", "afp")]
    [InlineData("The Associated Press", "ap")]
    [InlineData("AP Photo", "ap")]
    [InlineData("tag:reuters.com,2026:newsml_L1", "reuters")]
    [InlineData("연합뉴스", "yonhap")]
    [InlineData("urn:newsml:stt.fi:20261124:101159", "stt")]
    [InlineData("Business Wire", "businesswire")]
    [InlineData("TT Nyhetsbyrån", "tt")]
    public void A_provider_is_recognised_by_its_name_and_by_its_ids(string text, string name) =>
        Assert.Equal(name, ProviderProfiles.Recognise(text)?.Name);

    [Theory]
    [InlineData("")]
    [InlineData("apache")]
    [InlineData("dpapa")]
    [InlineData("Harbor Times")]
    [InlineData("urn:newsml:harbor.example:1")]
    [InlineData("ttt.se")]
    public void Who_only_sounds_alike_is_not_recognised(string text) =>
        Assert.Null(ProviderProfiles.Recognise(text, null));

    [Fact]
    public void A_profile_of_ones_own_is_read()
    {
        var profile = ProviderProfiles.Read("""
            {
              // a wire of our town
              "name": "kio", "marks": ["KIO ", "urn:newsml:kio.example"], "zone": "Asia/Seoul", "charset": "euc-kr",
              "headlineFromLabel": true, "noteRoles": { "kio:fix": "correction", "kio:top": "advisory" },
              "privateNotes": ["kio:phones"], "categories": { "s": "스포츠" },
            }
            """u8);

        Assert.Equal(("kio", "Asia/Seoul", "euc-kr", true),
            (profile.Name, profile.Zone, profile.Charset, profile.HeadlineFromLabel));
        Assert.Equal(["kio", "urn:newsml:kio.example"], profile.Marks);
        Assert.Equal(NoteRoles.Correction, profile.NoteRoles["kio:fix"]);
        Assert.Equal(["kio:phones"], profile.PrivateNotes);
        Assert.Equal("스포츠", profile.Categories["s"]);
    }

    [Theory]
    [InlineData("", "Not JSON")]
    [InlineData("{\"name\":\"x\"", "Not JSON at line 1")]
    [InlineData("[]", "found Array, expected an object")]
    [InlineData("{\"marks\":[\"kio\"]}", "found no key 'name'")]
    [InlineData("{\"name\":\"kio\",\"zoen\":\"Asia/Seoul\"}", "found key 'zoen', expected one of name, marks, zone")]
    [InlineData("{\"name\":\"kio\",\"zone\":\"Asia/Soul\"}", "found zone 'Asia/Soul', expected an IANA zone")]
    [InlineData("{\"name\":\"kio\",\"zone\":null}", "found null in 'zone'")]
    [InlineData("{\"name\":\"kio\",\"marks\":[null]}", "found null in 'marks'")]
    [InlineData("{\"name\":\"kio\",\"marks\":[\"k\"]}", "found a mark of fewer than two letters")]
    [InlineData("{\"name\":\"kio\",\"marks\":\"kio\"}", "value of the wrong kind, or null, at $.marks")]
    [InlineData("{\"name\":\"../kio\"}", "found name '../kio'")]
    [InlineData("{\"name\":\"kio\",\"charset\":\"klingon\"}", "found charset 'klingon'")]
    [InlineData("{\"name\":\"kio\",\"noteRoles\":{\"a\":\"secret\"}}", "found meaning 'secret' of the role 'a'")]
    public void What_is_wrong_with_a_profile_is_said_in_words(string json, string words)
    {
        var wrong = Assert.Throws<JsonException>(() => ProviderProfiles.Read(Encoding.UTF8.GetBytes(json)));

        Assert.Contains(words, wrong.Message);
    }

    [Fact]
    public void Plain_wire_that_is_not_utf8_is_read_in_the_charset_of_the_feeds_profile()
    {
        var profile = ProviderProfiles.Read("""{"name":"kio","charset":"euc-kr"}"""u8);
        byte[] bytes =
        [
            .. "(URGENT) "u8, 0xC7, 0xD7, 0xB1, 0xB8, .. "\n\nSAEMARU, Nov. 24 (Yonhap) -- Back. (END)\n"u8,
        ];

        var told = WireFormats.Read(bytes, new ReadOptions { Profile = profile });
        var guessed = WireFormats.Read(bytes, ReadOptions.Default);

        Assert.Equal(("euc-kr", "항구"), (told.Encoding, told.TakeOrThrow().Headline));
        Assert.DoesNotContain(told.Remarks, remark => remark.Code == "PLAIN-005");
        Assert.Equal("windows-1252", guessed.Encoding);
        Assert.Contains(guessed.Remarks, remark => remark.Code == "PLAIN-005");
    }
}
