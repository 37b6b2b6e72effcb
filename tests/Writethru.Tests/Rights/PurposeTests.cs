using System.Text;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Rights.Licence;

namespace Writethru.Tests.Rights;

/// <summary>What terms say of use by machines, and whom that keeps from copy.</summary>
public sealed class PurposeTests
{
    static readonly string[] _train = ["train"], _models = ["ai-input", "train"];

    [Theory]
    [InlineData("No AI training")]
    [InlineData("NOT FOR MACHINE LEARNING")]
    [InlineData("May not be used to train AI.")]
    [InlineData("No resale. No AI training.")]
    [InlineData("Kein KI-Training")]
    [InlineData("Keine Nutzung für KI-Training")]
    [InlineData("Entraînement d'IA interdit")]
    [InlineData("Prohibido entrenar IA")]
    [InlineData("AI 학습 금지")]
    [InlineData("AI学習禁止")]
    public void Words_deny_training(string terms) => Assert.Equal(_train, Denied(terms));

    [Theory]
    [InlineData("No text and data mining")]
    [InlineData("Text and data mining reserved.")]
    [InlineData("No generative AI use")]
    [InlineData("Nutzung für Text und Data Mining vorbehalten")]
    [InlineData("Fouille de textes et de données interdite")]
    [InlineData("Prohibida la minería de textos y datos")]
    [InlineData("텍스트 및 데이터 마이닝 금지")]
    public void Words_deny_models(string terms) => Assert.Equal(_models, Denied(terms));

    [Theory]
    [InlineData("AI training permitted"), InlineData("KI-Training gestattet"), InlineData("AI学習可")]
    public void Words_grant_training(string terms) => Assert.Contains(LicenceLine.Read(terms).Rules,
        rule => rule.Kind == UsageKinds.Purpose && rule.Allow.Contains(UsagePurposes.Train));

    /// <summary>Words about machines that are not understood are a person's to clear, and grant nothing.</summary>
    [Theory]
    [InlineData("AI training permitted for members of the pool, else on request")]
    [InlineData("No AI training unless by the museum")]
    public void Words_that_are_not_understood_grant_nothing(string terms) =>
        Assert.False(LicenceLine.Read(terms).IsUnderstood);

    [Theory]
    [InlineData("http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING", "train")]
    [InlineData("DMI-PROHIBITED-GENAIMLTRAINING", "train")]
    [InlineData("DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING", "ai-input train")]
    [InlineData("DMI-PROHIBITED", "index ai-input train")]
    [InlineData("DMI-UNSPECIFIED", "")]
    public void The_values_of_PLUS_become_terms_of_the_picture(string value, string denied)
    {
        var take = WireFormats.Find("plainwire")!.Read(Encoding.UTF8.GetBytes($"""
            Harbor reopens in Norland

            NORPORT, Norland, Nov. 24 (KIO) -- Boats sailed from Norport again on Tuesday.

            Photo: A boat in the harbor.
            Picture-Data-Mining: {value}
            """), ReadOptions.Default).TakeOrThrow();

        var terms = take.Pictures[0].UsageTerms?.Text ?? "";
        Assert.Equal(denied, terms.Length == 0 ? "" : string.Join(' ', Denied(terms)));
    }

    [Fact]
    public void A_value_that_is_not_known_must_be_cleared()
    {
        var take = WireFormats.Find("plainwire")!.Read(Encoding.UTF8.GetBytes("""
            Harbor reopens

            NORPORT, Nov. 24 (KIO) -- Boats sailed.

            Photo: A boat.
            Picture-Data-Mining: DMI-PROHIBITED-SEECONSTRAINT
            """), ReadOptions.Default).TakeOrThrow();

        Assert.False(LicenceLine.Read(take.Pictures[0].UsageTerms!.Text).IsUnderstood);
    }

    [Theory]
    // terms, purposes of the contract, whether it may have the copy
    [InlineData("No AI training", "display,index", true)]
    [InlineData("No AI training", "display,ai-input", true)]
    [InlineData("No AI training", "train", false)]
    [InlineData("No AI training", "display,train", false)]
    [InlineData("No text and data mining", "display,index", true)]
    [InlineData("No text and data mining", "display,ai-input", false)]
    [InlineData("No data mining of any kind", "display,index", false)]
    [InlineData("No data mining of any kind", "display", true)]
    [InlineData("AI training permitted", "train", true)]
    [InlineData("AI training permitted. Norland only.", "train", false)]
    [InlineData("", "display,index", true)]
    [InlineData("", "ai-input", true)]
    [InlineData("", "train", false)]
    public void A_contract_gets_what_its_terms_allow_for_all_that_it_is_for(
        string terms, string purposes, bool mayHave)
    {
        var gate = new TermsGate();
        gate.Subscribe(new Principal
        {
            Name = "lab", Role = Role.Subscriber, Keys = [new ApiKey { Hash = "h" }],
            Purposes = [.. purposes.Split(',')],
        });
        gate.File("s", 1, terms.Length == 0 ? null : new Terms(terms, LicenceLine.Read(terms)));

        var decision = gate.Now.Decide("lab", new StoryId("s"), 1);

        Assert.Equal(mayHave, decision is Decision.Deliver);
        if (!mayHave && !terms.Contains("Norland", StringComparison.Ordinal))
            Assert.Equal(new Decision.Withhold(WithholdReason.Purpose), decision);
    }

    [Theory]
    [InlineData("train", null, null, false)]
    [InlineData("train", "AI training permitted", null, true)]
    [InlineData("train", "AI training permitted", "No AI training", false)]
    [InlineData("display,index", null, "No AI training", true)]
    [InlineData("display,index", null, "No data mining of any kind", false)]
    public void A_picture_is_asked_for_itself(string purposes, string? item, string? picture, bool mayHavePicture)
    {
        var gate = new TermsGate();
        gate.Subscribe(new Principal
        {
            Name = "lab", Role = Role.Subscriber, Keys = [new ApiKey { Hash = "h" }],
            Purposes = [.. purposes.Split(',')],
        });
        gate.File("s", 1, item is null ? null : new Terms(item, LicenceLine.Read(item)),
            picture is null ? null : new Terms(picture, LicenceLine.Read(picture)));

        var decision = gate.Now.Decide("lab", new StoryId("s"), 1);

        Assert.Equal(mayHavePicture, decision is Decision.Deliver { Pictures: [null] });
    }

    [Fact]
    public void A_contract_of_before_is_to_show_and_to_find()
    {
        var old = PrincipalJson.Read(System.Text.Json.JsonElement.Parse(
            """{"name":"old","role":"subscriber","redistributes":false,"format":"ninjs","revoked":false}"""));

        Assert.Equal(["display", "index"], old.Purposes);
    }

    static IEnumerable<string> Denied(string terms)
    {
        var reading = LicenceLine.Read(terms);
        Assert.True(reading.IsUnderstood, terms);
        return reading.Rules.Where(rule => rule.Kind == UsageKinds.Purpose).SelectMany(rule => rule.Deny);
    }
}
