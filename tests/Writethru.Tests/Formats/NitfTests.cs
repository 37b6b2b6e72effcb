using System.Text;
using CsCheck;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

/// <summary>NITF: what is written reads back, and what each golden file must say, by hand.</summary>
public class NitfTests
{
    static readonly IWireFormat _format = WireFormats.Find("nitf")!;

    static ReadResult ReadGolden(string name) =>
        _format.Read(File.ReadAllBytes(RepoFiles.Golden("nitf", name + ".in")), ReadOptions.Default);

    static Take Golden(string name) => ReadGolden(name).TakeOrThrow();

    public static TheoryData<string, string> Goldens()
    {
        var cases = new TheoryData<string, string>();
        foreach (var format in WireFormats.All)
        {
            foreach (var file in Directory.GetFiles(RepoFiles.Golden(format.Name), "*.in"))
                cases.Add(format.Name, Path.GetFileName(file));
        }
        return cases;
    }

    [Theory, MemberData(nameof(Goldens))]
    public void What_a_golden_file_holds_survives_in_both_namespaces(string format, string name)
    {
        foreach (var take in WireFormats.Find(format)!
            .Read(File.ReadAllBytes(RepoFiles.Golden(format, name)), ReadOptions.Default).Takes)
        {
            RoundTrip.AssertHolds(_format, take);
            RoundTrip.AssertHolds(_format, take, new Channel { NitfNamespace = true });
        }
    }

    [Fact]
    public void Rich_takes_read_back_the_same_but_for_the_omissions() =>
        RichTakes.Any.Sample(take => RoundTrip.AssertHolds(_format, take), iter: 2_000);

    [Fact]
    public void Rich_takes_read_back_the_same_in_the_namespace() =>
        RichTakes.Any.Sample(
            take => RoundTrip.AssertHolds(_format, take, new Channel { NitfNamespace = true }), iter: 300);

    [Theory]
    [InlineData("story", "SLT-20261124-0113", "FERRY-SAEMARU", "SAEMARU", 3, 0)]
    [InlineData("namespace", "umi-7", "", "ミラダ", 2, 0)]
    [InlineData("namespace-prefix", "nh-24", "", "Nordhafen", 1, 0)]
    [InlineData("korean-pictures", "hb-1", "", "새마루", 2, 2)]
    [InlineData("arabic", "mina-3", "", "القاهرة", 2, 0)]
    [InlineData("latin-1", "nh-25", "", "Nordhafen", 2, 0)]
    [InlineData("two-bodies", "g-12", "", "", 2, 0)]
    [InlineData("bare-text", "g-13", "", "", 3, 0)]
    [InlineData("blocks", "g-14", "", "", 9, 0)]
    [InlineData("pre", "agate-1", "", "", 1, 0)]
    [InlineData("subjects", "g-18", "gulls-norland", "", 1, 0)]
    public void Identity_slug_dateline_paragraphs_and_pictures_are_found(
        string name, string id, string slug, string place, int paragraphs, int pictures)
    {
        var take = Golden(name);

        Assert.Equal(id, take.SenderId);
        Assert.Equal(slug, take.Slug);
        Assert.Equal(place, take.Dateline?.Places[0] ?? "");
        Assert.Equal(paragraphs, take.Body.Length);
        Assert.Equal(pictures, take.Pictures.Length);
        Assert.NotEmpty(take.Headline);
    }

    [Theory]
    [InlineData("embargoed", true, "2026-11-25T05:00:00Z")]
    [InlineData("embargo-no-zone", true, null)]
    [InlineData("embargo-no-date", true, null)]
    [InlineData("embargo-in-message", true, null)]
    [InlineData("embargo-twice", true, null)]
    [InlineData("release-later", true, "2026-11-26T08:00:00Z")]
    [InlineData("release-of-usable", false, null)]
    [InlineData("canceled", false, null)]
    public void An_embargo_lifts_only_at_an_instant_beyond_doubt_and_never_at_the_expiry(
        string name, bool isEmbargoed, string? until)
    {
        var embargo = Golden(name).Embargo;

        Assert.Equal(isEmbargoed, embargo is not null);
        Assert.Equal(until, embargo?.Until is { } instant ? Instant.Write(instant) : null);
    }

    [Theory]
    [InlineData("story", TakeStatus.Usable, Signal.Update)]
    [InlineData("canceled", TakeStatus.Canceled, Signal.Update)]
    [InlineData("status-unknown", TakeStatus.Withheld, Signal.None)]
    [InlineData("status-twice", TakeStatus.Withheld, Signal.None)]
    [InlineData("kill-in-message", TakeStatus.Canceled, Signal.None)]
    [InlineData("messages", TakeStatus.Usable, Signal.Correction)]
    public void Status_and_signal_are_read_towards_safety(string name, TakeStatus status, Signal signal)
    {
        Assert.Equal(status, Golden(name).Status);
        Assert.Equal(signal, Golden(name).Signal);
    }

    [Fact]
    public void What_is_not_for_publication_is_no_public_note()
    {
        var take = Golden("notes");

        Assert.Equal(["Museum desk: 0100 555", "jr/mp 0199"],
            take.Notes.Where(note => !note.IsPublic).Select(note => note.Text));
        Assert.DoesNotContain(take.Extras, extra => extra.Text.Contains("0199", StringComparison.Ordinal));
    }

    [Fact]
    public void Restricted_words_of_pictures_and_film_never_become_copy()
    {
        Assert.Equal("For Use Only in Suland. No Redistribution; Usage-Restrictions: 국내 전용",
            Golden("korean-pictures").Pictures[0].UsageTerms?.Text);
        Assert.DoesNotContain("OUT", string.Concat(Golden("video").Body.Select(paragraph => paragraph.Text)));
    }

    [Theory]
    [InlineData(Cause.First, 1, false, false)]
    [InlineData(Cause.Development, 2, false, true)]
    [InlineData(Cause.Correction, 3, true, true)]
    [InlineData(Cause.Refile, 4, false, true)]
    public void A_correction_says_correction_and_an_update_names_the_take_before(
        Cause cause, int number, bool isCorrection, bool isLinked)
    {
        var text = RoundTrip.Write(_format, RoundTrip.File(Golden("story"), cause, number), out _);

        Assert.Equal(isCorrection,
            text.Contains("<correction id-string=\"urn:writethru:story-1\" />", StringComparison.Ordinal));
        Assert.Equal(isLinked,
            text.Contains("management-doc-idref=\"urn:writethru:story-1\"", StringComparison.Ordinal));
        Assert.Contains($"<du-key version=\"{number}\" key=\"FERRY-SAEMARU\" />", text);
    }

    [Fact]
    public void An_embargo_goes_to_the_release_and_never_to_the_expiry()
    {
        var until = new DateTimeOffset(2026, 11, 25, 6, 0, 0, TimeSpan.Zero);
        var take = new Take { Headline = "Gulls", Embargo = new Embargo("2026-11-25T06:00:00Z", until), Urgency = 9 };

        var text = RoundTrip.Write(_format, RoundTrip.File(take), out var omissions);

        Assert.Contains("management-status=\"embargoed\"", text);
        Assert.Contains("<date.release norm=\"2026-11-25T06:00:00Z\" />", text);
        Assert.DoesNotContain("date.expire", text);
        Assert.Contains("<urgency ed-urg=\"8\" />", text);
        Assert.Equal("urgency", Assert.Single(omissions).Field);
    }

    [Fact]
    public void A_note_that_is_not_public_is_marked_as_one()
    {
        var take = new Take { Headline = "Gulls", Notes = [new Note(NoteRoles.Notebook, "0100 555", IsPublic: false)] };

        var text = RoundTrip.Write(_format, RoundTrip.File(take), out _);

        Assert.Contains("<note class=\"writethru:notebook\" noteclass=\"editorsnote\" type=\"npa\">", text);
        Assert.Equal(take.Notes, _format.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default).TakeOrThrow().Notes);
    }
}
