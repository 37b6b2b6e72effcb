using System.Buffers;
using System.Text;
using CsCheck;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Feeds;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats.Feeds;

public class FeedWriterTests
{
    static readonly Picture _picture = new()
    {
        After = 1,
        Caption = "The ferry returns.",
        Credit = "Kio/Lee Haneul",
        UsageTerms = new UsageTerms("For use only in Norland. No redistribution."),
        Renditions = [new Rendition("highRes", "https://kio.example/7.jpg") { MediaType = "image/jpeg", Bytes = 42 }],
    };

    static readonly Take _story = new()
    {
        Headline = "Ferry & terminal reopen",
        Slug = "HARBOR-FERRY",
        Byline = "Park Dal-rae",
        Language = "en",
        Advisory = new Advisory("(ATTN: UPDATES para 2)"),
        UsageTerms = new UsageTerms("No use in Suland."),
        Body = [new Paragraph("The ferry is back."), new Paragraph("Nobody was hurt.")],
        Pictures = [_picture],
    };

    public static TheoryData<string> Formats() => ["atom", "rss", "jsonfeed"];

    static string Write(string name, FiledTake filed) => RoundTrip.Write(WireFormats.Find(name)!, filed, out _);

    static Take Read(string name, string text) =>
        WireFormats.Find(name)!.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default).TakeOrThrow();

    [Theory, MemberData(nameof(Formats))]
    public void Whatever_is_written_passes_the_validators_main_rules(string name)
    {
        var format = WireFormats.Find(name)!;

        Gen.Select(Gen.OneOf(RichTakes.Any, Takes.Any), Gen.Enum<Cause>(), Gen.Int[1, 3]).Sample((take, cause, n) =>
        {
            var bytes = RoundTrip.WriteBytes(format, RoundTrip.File(take, cause, n), out _);

            Assert.Empty(FeedRules.Check(name, bytes));
        }, iter: 1_000);
    }

    [Theory]
    [InlineData("atom", "<feed xmlns='http://www.w3.org/2005/Atom'><title/><title/>"
        + "<id>7</id><updated>today</updated></feed>")]
    [InlineData("atom", "<feed xmlns='http://www.w3.org/2005/Atom'><title/><id>a:b</id>"
        + "<updated>2026-11-24T06:00:00Z</updated><entry><id>a:c</id><title/><updated>2026-11-24T06:00:00Z</updated>"
        + "<content>&lt;p onclick=''&gt;</content></entry></feed>")]
    [InlineData("rss", "<rss version='2.0'><channel><title/><link>x</link><item><guid>1</guid></item></channel></rss>")]
    [InlineData("jsonfeed", """{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[{"id":"1"}]}""")]
    public void The_rules_reject_what_the_standards_forbid(string name, string feed) =>
        Assert.NotEmpty(FeedRules.Check(name, Encoding.UTF8.GetBytes(feed)));

    [Theory, MemberData(nameof(Formats))]
    public void A_correction_has_the_same_id_a_newer_instant_and_says_so_to_the_eye(string name)
    {
        var first = RoundTrip.File(_story);
        var corrected = RoundTrip.File(_story with { Headline = "Ferry terminal reopens" }, Cause.Correction, 2) with
        {
            FiledAt = first.FiledAt.AddMinutes(5),
        };

        var text = Write(name, corrected);
        var (before, after) = (Read(name, Write(name, first)), Read(name, text));

        Assert.Contains("CORRECTION: Ferry terminal reopens", text);
        Assert.Equal(("Ferry terminal reopens", Signal.Correction), (after.Headline, after.Signal));
        Assert.Equal(Signal.None, before.Signal);
        Assert.DoesNotContain("CORRECTION", Write(name, first));
        Assert.Equal(before.SenderId, after.SenderId);
        Assert.True(after.VersionCreated!.At > before.VersionCreated!.At);
        Assert.Equal(("1", "2"), (before.SenderVersion, after.SenderVersion));
        Assert.Contains(after.Links, link => link.Rel == LinkRels.PreviousVersion && link.Version == "1");
    }

    [Theory, MemberData(nameof(Formats))]
    public void An_update_says_so_without_a_label(string name)
    {
        var text = Write(name, RoundTrip.File(_story, Cause.WriteThru, 2));

        Assert.DoesNotContain("CORRECTION", text);
        Assert.Equal(Signal.Update, Read(name, text).Signal);
    }

    [Theory, MemberData(nameof(Formats))]
    public void Of_a_kill_no_word_of_the_copy_goes_out(string name)
    {
        var text = Write(name, RoundTrip.File(_story with { Advisory = new Advisory("(KILL) Wrong.") }, Cause.Kill, 3));
        var take = Read(name, text);

        Assert.DoesNotMatch("Ferry|ferry|hurt|Park|Suland|kio", text);
        Assert.Contains("(KILL) Wrong.", text);
        Assert.Equal((TakeStatus.Canceled, "urn:writethru:story-1"), (take.Status, take.SenderId));
        Assert.Empty(take.Body);
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_hold_says_so_to_the_eye_and_reads_back_as_withheld(string name)
    {
        var text = Write(name, RoundTrip.File(_story, Cause.Hold, 2));

        Assert.Contains("HOLD: Ferry", text);
        Assert.Equal((TakeStatus.Withheld, _story.Headline), (Read(name, text).Status, Read(name, text).Headline));
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_picture_goes_out_with_its_caption_credit_and_terms_to_the_eye(string name)
    {
        var text = Write(name, RoundTrip.File(_story));

        Assert.Contains("The ferry returns. (Kio/Lee Haneul) For use only in Norland. No redistribution.", text);
        Assert.Contains("https://kio.example/7.jpg", text);
        Assert.Contains(name == "jsonfeed" ? "\"mime_type\":\"image/jpeg\"" : "type=\"image/jpeg\"", text);
    }

    [Theory, MemberData(nameof(Formats))]
    public void An_embargo_never_stands_in_a_field_of_expiry(string name)
    {
        var until = new DateTimeOffset(2026, 11, 25, 6, 0, 0, TimeSpan.Zero);
        var text = Write(name, RoundTrip.File(_story with { Embargo = new Embargo("2026-11-25T06:00:00Z", until) }));

        Assert.DoesNotMatch("(?i)expir|valid", text);
        Assert.Equal(until, Read(name, text).Embargo?.Until);
        Assert.Null(Read(name, text).Expiry);
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_link_that_could_run_a_script_stays_behind_and_is_listed(string name)
    {
        var mark = new Mark(new TextSpan(4, 5), MarkKind.Link, "java\tscript:alert(1)");
        var take = _story with { Body = [new Paragraph("The ferry is back.") { Marks = [mark] }] };

        var text = RoundTrip.Write(WireFormats.Find(name)!, RoundTrip.File(take), out var omissions);

        Assert.DoesNotContain("alert", text);
        Assert.Equal("body[0].marks", Assert.Single(omissions).Field);
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_note_that_is_not_public_and_the_senders_own_fields_stay_behind_and_are_listed(string name)
    {
        var take = _story with
        {
            Notes = [new Note(NoteRoles.Notebook, "Call 555-0100", IsPublic: false), new Note("", "Photos to come")],
            Extras = [new Extra(ExtraNames.Trailer, "routing 17"), new Extra(ExtraNames.SignOff, "(Editing by Roe)")],
        };

        var text = RoundTrip.Write(WireFormats.Find(name)!, RoundTrip.File(take), out var omissions);

        Assert.DoesNotMatch("555-0100|routing 17", text);
        Assert.Contains("Photos to come", text);
        Assert.Equal(["notes[0]", "extras[0]"], omissions.Select(omission => omission.Field));
    }

    [Theory, MemberData(nameof(Formats))]
    public void Many_takes_stand_in_one_feed_and_each_reads_back(string name)
    {
        var output = new ArrayBufferWriter<byte>();
        FeedEntry[] entries =
        [
            new(RoundTrip.File(_story), Channel.Default),
            new(RoundTrip.File(_story, Cause.Kill, 2) with { Story = new StoryId("story-2") }, Channel.Default),
            new(RoundTrip.File(_story, Cause.Correction, 2), Channel.Default),
        ];
        var outline = new FeedOutline
        {
            Id = "urn:writethru:feed:harbor",
            Title = "Harbor",
            Updated = entries[0].Filed.FiledAt,
            Self = "https://kio.example/harbor",
            Site = "https://kio.example/",
        };

        (name switch
        {
            "atom" => AtomFormat.WriteFeed,
            "rss" => (Action<FeedOutline, IReadOnlyList<FeedEntry>, IBufferWriter<byte>>)RssFormat.WriteFeed,
            _ => JsonFeedFormat.WriteFeed,
        })(outline, entries, output);
        var result = WireFormats.Read(output.WrittenSpan, ReadOptions.Default);

        Assert.Equal(name, result.Format);
        Assert.Empty(FeedRules.Check(name, output.WrittenSpan.ToArray()));
        Assert.Contains("https://kio.example/harbor", Encoding.UTF8.GetString(output.WrittenSpan));
        Assert.Equal(
            [TakeStatus.Usable, TakeStatus.Canceled, TakeStatus.Usable], result.Takes.Select(take => take.Status));
        Assert.Equal(["Harbor"], result.Takes.Select(take => take.Provider).Distinct());
    }

    [Fact]
    public void The_extension_of_atom_and_rss_is_the_canonical_json_in_the_form_of_w3c()
    {
        var text = Write("atom", RoundTrip.File(_story with { Urgency = 4, Contact = "bell\u0007" }));

        Assert.Contains("<map xmlns=\"http://www.w3.org/2005/xpath-functions\">", text);
        Assert.Contains("<string key=\"slug\">HARBOR-FERRY</string>", text);
        Assert.Contains("<number key=\"urgency\">4</number>", text);
        Assert.Contains("<string key=\"contact\" escaped=\"true\">bell\\u0007</string>", text);
    }
}
