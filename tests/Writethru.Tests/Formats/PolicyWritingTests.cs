using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Rights.Odrl;

namespace Writethru.Tests.Formats;

/// <summary>Usage terms in every format: as words always, as a policy where the format has a place for one.</summary>
public class PolicyWritingTests
{
    const string Policy =
        """{"@context":"http://www.w3.org/ns/odrl.jsonld","type":"Set","uid":"urn:x:1","prohibition":"""
            + """{"action":"sell"}}""";

    const string XmlPolicy = "<o:Policy xmlns:o=\"http://www.w3.org/ns/odrl/2/\" uid=\"urn:x:1\" type=\"odrl:Set\">\n"
        + "  <o:prohibition><o:asset uid=\"urn:x:2\" relation=\"odrl:target\"/><o:action name=\"odrl:sell\"/>"
        + "</o:prohibition>\n</o:Policy>";

    static readonly ImmutableArray<string> _countries = ["KR", "JP", "DE", "US", "CA-QC", "GB"];

    public static TheoryData<string> All => [.. WireFormats.All.Select(format => format.Name)];

    public static TheoryData<string> WithPolicies => ["newsmlg2", "ninjs", "ninjs2"];

    static Gen<UsageRule> Rule => Gen.OneOf(
        ByLists(UsageKinds.Territory, _countries), ByLists(UsageKinds.Medium, UsageMedia.All),
        ByLists(UsageKinds.Clients, ["Harbor Wire", "A&B \"Sport\"", "ÄÖ/2"]),
        OneOf(UsageKinds.Redistribution, UsageKinds.Sale, UsageKinds.Archive, UsageKinds.Commercial,
            UsageKinds.Modification).Select(kind => new UsageRule { Kind = kind, Value = "none" }),
        Gen.Const(new UsageRule { Kind = UsageKinds.Editorial, Value = "only" }),
        Gen.Const(new UsageRule { Kind = UsageKinds.OneTime }),
        OneOf("", "Harbor Wire/J. Roe", "\"Ö\" & <Co>").Select(
            words => new UsageRule { Kind = UsageKinds.MandatoryCredit, Value = words }),
        Gen.Int[0, 100_000].Select(
            hours => new UsageRule { Kind = UsageKinds.Window, Until = DateTimeOffset.UnixEpoch.AddHours(hours) }),
        Gen.Int[0, 100_000].Select(
            hours => new UsageRule { Kind = UsageKinds.Window, From = DateTimeOffset.UnixEpoch.AddHours(hours) }));

    static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    static Gen<UsageRule> ByLists(string kind, ImmutableArray<string> names) => Gen.Select(
        Gen.Shuffle(names.ToArray(), 1, 3), Gen.Bool,
        (some, allows) => allows
            ? new UsageRule { Kind = kind, Allow = [.. some] }
            : new UsageRule { Kind = kind, Deny = [.. some] });

    /// <summary>A take whose terms were read as any rules.</summary>
    public static Gen<(Take Take, TakeReading Reading)> Any => Gen.Select(Rule.List[1, 5], Rule.List[1, 5],
        (item, picture) => (With(new UsageTerms("As agreed."), new UsageTerms("As agreed.")),
            new TakeReading { Terms = Of(item), PictureTerms = [Of(picture)] }));

    [Theory, MemberData(nameof(WithPolicies))]
    public void Rules_that_are_written_as_a_policy_read_back_the_same(string name) =>
        Any.Sample(any =>
        {
            var back = WriteAndRead(name, any.Take, any.Reading);

            Assert.Equal("As agreed.", back.UsageTerms!.Text);
            Assert.Equal("As agreed.", back.Pictures[0].UsageTerms!.Text);
            Assert.Equal(PolicyText.Of(any.Reading.Terms!), PolicyText.Of(back.UsageTerms.Policy));
            Assert.Equal(PolicyText.Of(any.Reading.PictureTerms[0]!),
                PolicyText.Of(back.Pictures[0].UsageTerms!.Policy));
        }, iter: 300);

    [Theory, MemberData(nameof(WithPolicies))]
    public void Without_a_word_for_every_limit_there_is_no_policy(string name)
    {
        UsageRule none = new() { Kind = UsageKinds.Sale, Value = "none" };
        TermsReading[] readings =
        [
            Of([none, new UsageRule { Kind = UsageKinds.People, Value = "faces" }]),
            Of([none, new UsageRule { Kind = UsageKinds.Modification, Value = "noCropping" }]),
            Of([none, new UsageRule { Kind = UsageKinds.Embargo, Value = "Thursday" }]),
            Of([none with { Sure = 0.4 }]),
            Of([none, new UsageRule { Kind = UsageKinds.Territory, Allow = ["QQ"] }]),
            Of([new UsageRule { Kind = UsageKinds.Handout }]),
            Of([none]) with { NotUnderstood = [new TextSpan(0, 1)] },
        ];

        Assert.All(readings, reading =>
        {
            var terms = WriteAndRead(name, With(new UsageTerms("As agreed."), null),
                new TakeReading { Terms = reading }).UsageTerms!;
            Assert.Equal(("As agreed.", ""), (terms.Text, terms.Policy));
        });
    }

    public static MatrixTheoryData<string, string> Received =>
        new(["newsmlg2", "ninjs", "ninjs2"], [Policy, XmlPolicy, Policy + "\n" + Policy]);

    [Theory, MemberData(nameof(Received))]
    public void A_policy_that_came_is_passed_on_verbatim(string name, string policy)
    {
        var terms = new UsageTerms("As agreed.") { Policy = policy };
        var take = With(terms, new UsageTerms("") { Policy = policy });

        var back = WriteAndRead(name, take, TakeReader.Read(take, null));

        Assert.Equal(terms, back.UsageTerms);
        Assert.Equal(policy, back.Pictures[0].UsageTerms!.Policy);
        Assert.Equal("", back.Pictures[0].UsageTerms!.Text);
    }

    /// <summary>What its sender wrote is text there, whatever it would be as markup.</summary>
    [Theory]
    [InlineData("<x xmlns='http://iptc.org/std/nar/2006-10-01/'/>")]
    [InlineData("<Policy xmlns=\"http://www.w3.org/ns/odrl/2/\"></rightsExpressionXML><usageTerms>Free.</usageTerms>")]
    [InlineData("<!DOCTYPE x SYSTEM 'http://example.org/x'><x/>")]
    [InlineData("{\"a\":\"]]></rightsExpressionData>\"}")]
    public void A_policy_cannot_become_markup_of_the_item(string policy)
    {
        var take = With(new UsageTerms("") { Policy = policy }, null);

        var back = WriteAndRead("newsmlg2", take, null);

        Assert.Equal(take.UsageTerms, back.UsageTerms);
    }

    /// <summary>Nobody understands it there, so that a person must clear it: nothing gets weaker on the way.</summary>
    [Theory, MemberData(nameof(All))]
    public void A_policy_denies_behind_every_format(string name)
    {
        var policy = Policy.Replace("sell", "teleport", StringComparison.Ordinal);
        var take = With(new UsageTerms("No redistribution.") { Policy = policy },
            new UsageTerms("") { Policy = policy });

        var back = WriteAndRead(name, take, TakeReader.Read(take, null));
        var reading = TakeReader.Read(back, null);

        Assert.False(reading.Terms!.IsUnderstood);
        Assert.False(Assert.Single(reading.PictureTerms)!.IsUnderstood);
    }

    [Theory, MemberData(nameof(All))]
    public void Terms_stand_in_every_format_word_for_word(string name)
    {
        var take = With(new UsageTerms("No sales."), new UsageTerms("No redistribution"));

        var text = RoundTrip.Write(WireFormats.Find(name)!, RoundTrip.File(take), out _, TakeReader.Read(take, null));

        Assert.Contains("No redistribution", text);
        Assert.Contains("No sales", text);
    }

    [Theory, MemberData(nameof(All))]
    public void Rules_hold_behind_every_format(string name)
    {
        var take = With(null, new UsageTerms("For Use Only in the Republic of Korea. No Redistribution"));

        var back = WriteAndRead(name, take, TakeReader.Read(take, null));

        Assert.Equal("redistribution: none\nterritory only KR",
            PolicyText.Of(TakeReader.Read(back, null).PictureTerms[0]!));
    }

    [Fact]
    public void Sentence_and_policy_both_bind_and_point_into_the_whole()
    {
        var terms = new UsageTerms("No redistribution.") { Policy = Policy };
        var reading = TakeReader.Read(With(terms, terms), null);

        Assert.Equal("redistribution: none\nsale: none", PolicyText.Of(reading.Terms!));
        Assert.Equal("redistribution: none\nsale: none", PolicyText.Of(reading.PictureTerms[0]!));
        var span = reading.Terms!.Rules[1].Span;
        Assert.Equal("sell", terms.Whole.Substring(span.Start, span.Length));
    }

    static TermsReading Of(IEnumerable<UsageRule> rules) => new() { Rules = [.. rules] };

    static Take With(UsageTerms? item, UsageTerms? picture) => new()
    {
        Headline = "Ferry reopens",
        Body = [new Paragraph("The ferry reopened on Tuesday.")],
        UsageTerms = item,
        Pictures = [new Picture
            { After = 1, Caption = "A ferry leaves the pier.", Credit = "Yonhap", UsageTerms = picture }],
    };

    static Take WriteAndRead(string name, Take take, TakeReading? reading)
    {
        var format = WireFormats.Find(name)!;
        var text = RoundTrip.Write(format, RoundTrip.File(take), out _, reading);
        return format.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default).TakeOrThrow();
    }
}
