using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Delivery;
using Writethru.Formats.Registry;
using Writethru.Rights;
using Writethru.Tests.Archive;

namespace Writethru.Tests.Delivery;

/// <summary>
/// What a subscriber sees of a take does not change by one byte when a picture that is withheld from it is swapped for
/// any other that is withheld for the same reason: in every format, through the outlet and the renderings.
/// </summary>
public class NonInterferenceTests
{
    /// <summary>
    /// What withholds each of two pictures from the subscriber, for one reason, in words and rules of its own.
    /// </summary>
    static readonly (WithholdReason Reason, UsageRule[] Rules)[] _reasons =
    [
        (WithholdReason.Territory, [Limit("territory", ["KR"], []), Limit("territory", [], ["JP", "CA"])]),
        (WithholdReason.Medium, [Limit("medium", ["tv"], []), Limit("medium", [], ["web"])]),
        (WithholdReason.Clients, [Limit("clients", ["Saltern"], []), Limit("clients", [], ["Mirada"])]),
        (WithholdReason.Redistribution, [Act("redistribution", "none"), Act("sale", "none")]),
        (WithholdReason.Archive, [Act("archive", "none"), Act("archive", "90 days")]),
        (WithholdReason.Commercial, [Act("editorial", "only"), Act("commercial", "none")]),
        (WithholdReason.Expired,
            [Act("window", "") with { Until = At(-1) }, Act("window", "") with { From = At(-9), Until = At(-2) }]),
        (WithholdReason.Embargoed, [Act("window", "") with { From = At(5) }, Act("embargo", "") with { From = At(7) }]),
        (WithholdReason.UnclearTerms, [Act("moonPhase", "full"), Act("archive", "none") with { Sure = 0.1 }]),
    ];

    static readonly Gen<string> _text = Gen.OneOf(Gen.Const(""), Gen.String[Gen.Char.AlphaNumeric, 1, 30],
        Gen.Const("서울의 밤 \"lanterns\" <b>&amp; more"));

    static readonly Gen<Picture> _picture = Gen.Select(_text, _text, _text, _text, _text, Gen.Int[0, 9000], _text,
        (caption, credit, headline, creator, city, width, href) => new Picture
        {
            Caption = caption, Credit = credit, Headline = headline, Creator = creator, City = city, Source = creator,
            CopyrightNotice = credit, Instructions = caption, SenderId = headline, Country = city, CountryCode = "KR",
            Keywords = creator.Length > 0 ? [creator] : [],
            Renditions = href.Length == 0 ? [] :
                [new Rendition("preview", $"https://pictures.example/{href.Length}-{width}.jpg")
                    { Width = width, Height = 7, Sha256 = "ab" }],
        });

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task No_byte_depends_on_what_is_withheld() =>
        Gen.Select(_picture, _picture, Gen.Int[0, 8], Gen.Int[0, 1], Gen.Int[0, 1],
        Gen.Int[0, 2], _text).SampleAsync(async (one, other, why, ruleOfOne, ruleOfOther, place, words) =>
        {
            var (reason, rules) = _reasons[why];
            var seen = await SeeAsync(one, rules[ruleOfOne], place, words, reason);
            var swapped = await SeeAsync(other, rules[ruleOfOther], place, "other " + words, reason);
            return seen.Count > 5 && seen.SequenceEqual(swapped);
        }, iter: 60, threads: 2);

    /// <summary>Every rendering of the take that the subscriber gets, with its entity tag and grant.</summary>
    static async Task<List<string>> SeeAsync(Picture picture, UsageRule rule, int place,
        string terms, WithholdReason reason)
    {
        using var folder = new LogFolder();
        await using var log = folder.Open();
        var gate = new Gate();
        log.AddFold(gate.Apply);
        await log.AppendAsync(new LogEntry.PrincipalChanged(new Principal
        {
            Name = "reader", Role = Role.Subscriber, Keys = [new ApiKey { Hash = "hash" }],
            Territories = ["JP"], Media = [UsageMedia.Web],
            ClientOf = ["mirada"], Redistributes = true, Archives = true, IsCommercial = true,
        }));
        var filed = LogFolder.Filed("story", 1);
        var shown = new Picture { After = 1, Caption = "Boats at the pier.", Credit = "Saltern" };
        Picture[] pictures = [picture with { After = place % 2, UsageTerms = new UsageTerms(terms) }, shown];
        TermsReading?[] readings = [new() { Rules = [rule] }, null];
        if (place == 2)
        {
            Array.Reverse(pictures);
            Array.Reverse(readings);
        }
        await log.AppendAsync(filed with
        {
            Filed = filed.Filed with { Take = filed.Filed.Take with { Pictures = [.. pictures] } },
        }, reading: new TakeReading { PictureTerms = [.. readings] }, readerVersion: 1);
        using var ledger = new Ledger(log, gate, NullLogger<Ledger>.Instance);
        using var written = new LogRenderings(log);
        var answer = await new Outlet(log, gate).FindAsync(ledger.Open("reader", SendPath.Story),
            new StoryId("story"), null, Cancel);
        var take = Assert.IsType<StoryAnswer.Found>(answer).Take;
        Assert.Equal(reason, Assert.Single(take.Filed.Take.Pictures, one => one.Withheld is not null).Withheld);
        List<string> seen = [take.Grant, Convert.ToHexString(CanonicalJson.ToUtf8(take.Filed.Take))];
        foreach (var format in WireFormats.All)
        {
            var item = written.Of(take, format, Channel.Default);
            seen.Add($"{format.Name} {item.ETag} {Convert.ToHexString(item.Content.Span)} "
                + $"{string.Join(';', item.Omissions)}");
        }
        return seen;
    }

    static UsageRule Limit(string kind, string[] allow, string[] deny) =>
        new() { Kind = kind, Allow = [.. allow], Deny = [.. deny] };

    static UsageRule Act(string kind, string value) => new() { Kind = kind, Value = value };

    /// <summary>Hours from when every entry is written.</summary>
    static DateTimeOffset At(int hours) => new DateTimeOffset(2031, 5, 17, 9, 30, 0, TimeSpan.Zero).AddHours(hours);
}
