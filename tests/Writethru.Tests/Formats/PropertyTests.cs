using System.Text;
using CsCheck;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Formats;
using Writethru.Formats.PlainWire;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

public class PropertyTests
{
    /// <summary>Every character is looked at this often at most.</summary>
    const int StepsACharacter = 40;

    static readonly string[] _pieces =
    [
        "(ATTN: ", "(ATTN: x) ", "(", ")", "///", "ATTENTION - ", "Eds:", "\n", "\r\n", "\n\n", "(END)", "(Yonhap)",
        ". ", "SEOUL, ",
        "Sept. 19 ", "--", "EMBARGOED ", "By ", "word ", "a@b.c", "(Reporting by ", "BC-", "[", "]", "{\"uri\":",
        "\"", "\\ud800", "}",
        "\0", "\u001b", "새마루 ", "((((((((", "))))))))", "Layout: labelled\n", "Paragraph: ", "<p>", "UPDATE 2-",
        "REUTERS/", "0600 GMT ", "FLASH\n", "US-vote-debate", "\n# dpa-Notizblock\n", "___\n", "(c) 2026 AFP", "【", "】",
        "| a | b |\n", "• ", "- x -\n", "\n1. ", "\n2. ", "Picture-Caption: ", "Subject-Name: ", "Link-To: ", " | ",
        "Paragraph-Row: h | ", "\nAdd 1\n", "＝共同", "（了）\n", "--f00d\nContent-Disposition: ",
        "\"associations\":[{\"type\":\"picture\",\"edNote\":",
    ];

    /// <summary>The remarks of an item that is longer than allowed.</summary>
    static readonly string[] _tooLong = ["NINJS-001", "PLAIN-003", "XML-009"];

    public static TheoryData<string> Formats() => [.. WireFormats.All.Select(format => format.Name)];

    [Theory, MemberData(nameof(Formats))]
    public void No_bytes_make_a_reader_throw(string name)
    {
        var format = WireFormats.Find(name)!;

        Gen.Byte.Array[0, 512].Sample(bytes => Check(format, bytes));
    }

    [Theory, MemberData(nameof(Formats))]
    public void No_pieces_of_copy_make_a_reader_throw(string name)
    {
        var format = WireFormats.Find(name)!;

        Gen.OneOf(_pieces).Array[0, 60].Sample(pieces => Check(format, Encoding.UTF8.GetBytes(string.Concat(pieces))));
    }

    [Theory, MemberData(nameof(Formats))]
    public void No_torn_or_flipped_golden_file_makes_a_reader_throw(string name)
    {
        var format = WireFormats.Find(name)!;
        var files = Directory.GetFiles(RepoFiles.Golden(name), "*.in").Select(File.ReadAllBytes).ToArray();

        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, 10_000], Gen.Int[0, 10_000], Gen.Byte)
            .Sample((file, cut, at, value) =>
        {
            var bytes = files[file][..(cut % (files[file].Length + 1))];
            if (bytes.Length > 0)
                bytes[at % bytes.Length] = value;
            return Check(format, bytes);
        });
    }

    [Theory, MemberData(nameof(Formats))]
    public void What_is_written_reads_back_the_same_but_for_the_omissions(string name)
    {
        var format = WireFormats.Find(name)!;

        Takes.Any.Sample(take => RoundTrip.AssertHolds(format, take), iter: 2_000);
    }

    [Theory]
    [InlineData("ninjs")]
    [InlineData("ninjs2")]
    public void A_take_with_all_that_copy_can_carry_reads_back_the_same_but_for_the_omissions(string name)
    {
        var format = WireFormats.Find(name)!;

        RichTakes.Any.Sample(take => RoundTrip.AssertHolds(format, take), iter: 2_000);
    }

    [Fact]
    public void Plain_wire_carries_all_that_a_take_can_say_but_emphasis_links_and_the_identity_of_its_sender() =>
        RichTakes.Any.Sample(
            take =>
            {
                var plain = WireFormats.Find("plainwire")!;
                RoundTrip.Write(plain, RoundTrip.File(take), out var omissions);

                Assert.All(omissions,
                    omission => Assert.Matches(@"\.(marks|id)$|^sender(Id|Version)$", omission.Field));
                RoundTrip.AssertHolds(plain, take);
            },
            iter: 2_000);

    [Theory, MemberData(nameof(AllFormats))]
    public void A_picture_by_itself_reads_back_the_same_but_for_the_omissions(string name) =>
        RichTakes.Pictures.Sample(take => RoundTrip.AssertHolds(WireFormats.Find(name)!, take), iter: 1_000);

    public static TheoryData<string> AllFormats => [.. WireFormats.All.Select(format => format.Name)];

    [Fact]
    public void A_plain_reader_looks_at_no_character_often_however_the_lines_are_made() =>
        Gen.Select(Gen.OneOf(_pieces).Array[1, 4], Gen.Int[1, 4_000]).Sample((pieces, times) =>
        {
            var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(string.Concat(pieces), times)));
            var steps = new StepCount();

            PlainWireReader.Read(bytes, ReadOptions.Default, steps);

            return steps.Taken <= StepsACharacter * (long)(bytes.Length + 100);
        }, iter: 300);

    [Fact]
    public void A_withheld_picture_leaves_its_place_and_the_reason_and_nothing_else()
    {
        var secret = new Picture
        {
            After = 1, Caption = "CAPTION",
            Credit = "CREDIT",
            UsageTerms = new UsageTerms("TERMS")
        };
        var take = new Take { Body = [new Paragraph("One.")], Pictures = [secret.Withhold(WithholdReason.Territory)] };

        foreach (var format in WireFormats.All)
        {
            var text = RoundTrip.Write(format, RoundTrip.File(take), out _);

            Assert.Contains("withheld: territory", text);
            Assert.DoesNotMatch("CAPTION|CREDIT|TERMS", text);
        }
    }

    [Theory]
    [InlineData("plainwire", "Status: canceled (KILL: never use, remove everywhere)")]
    [InlineData("ninjs", "\"pubStatus\":\"canceled\"")]
    [InlineData("atom", "<at:deleted-entry ref=\"urn:writethru:story-1\"")]
    [InlineData("rss", "<title>WITHDRAWN: FERRY</title>")]
    [InlineData("jsonfeed", "\"title\":\"WITHDRAWN: FERRY\"")]
    [InlineData("nitf", "management-status=\"canceled\"")]
    [InlineData("newsmlg2", "<pubStatus qcode=\"stat:canceled\"")]
    [InlineData("newsml", "<Status FormalName=\"Canceled\"")]
    [InlineData("iptc7901", "\u0002KILL\r\n")]
    [InlineData("anpa1312", "^KILL<\r\n")]
    public void A_kill_says_so_and_reads_back_as_one(string name, string words)
    {
        var format = WireFormats.Find(name)!;
        var kill = KillNotice.Of(
            RoundTrip.File(new Take { Headline = "Dead copy", Slug = "FERRY" }, Cause.Kill, 3),
            "FERRY");

        var text = RoundTrip.Write(format, kill, out _);

        Assert.Contains(words, text);
        Assert.Contains("(KILL)", text);
        Assert.DoesNotContain("Dead copy", text);
        Assert.Equal(
            TakeStatus.Canceled,
            format.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default).TakeOrThrow().Status);
    }

    [Fact]
    public void More_than_the_limits_is_refused_and_not_cut()
    {
        var options = new ReadOptions { MaxBytes = 100, MaxParagraphs = 3 };
        foreach (var format in WireFormats.All)
        {
            var refused = format.Read(new byte[101], options);
            Assert.Empty(refused.Takes);
            Assert.Equal(Severity.Error, refused.Remarks[0].Severity);
            Assert.Contains("More than 100 bytes", refused.Remarks[0].Message);
        }

        Assert.Equal("PLAIN-004", WireFormats.Read("A (AP) - a.\nb.\nc.\nd.\ne."u8, options).Remarks[0].Code);
        Assert.Equal(
            "NINJS-004",
            WireFormats.Read("{\"uri\":\"a:b\",\"body_text\":\"a\\nb\\nc\\nd\"}"u8, options).Remarks[0].Code);
    }

    [Fact]
    public void Ordinary_copy_is_printed_as_a_dispatch_and_not_labelled()
    {
        var take = WireFormats
            .Read(File.ReadAllBytes(RepoFiles.Golden("plainwire", "yonhap-captions-between.in")), ReadOptions.Default)
            .TakeOrThrow();

        var text = RoundTrip.Write(WireFormats.Find("plainwire")!, RoundTrip.File(take), out var omissions);

        Assert.StartsWith("(2nd LD) Harbor city", text);
        Assert.Empty(omissions);
    }

    [Theory]
    [InlineData(
        "plainwire", "Layout: labelled\nStatus: canceled\nStatus: usable\nParagraph: One.",
        TakeStatus.Canceled)]
    [InlineData(
        "plainwire", "Layout: labelled\nStatus: usable\nStatus: canceled\nParagraph: One.",
        TakeStatus.Withheld)]
    [InlineData("plainwire", "(KILL)\nStatus: usable\nULDO (AP) -- One.", TakeStatus.Canceled)]
    [InlineData("ninjs", """{"uri":"a:b","pubStatus":"usable","pubstatus":"canceled"}""", TakeStatus.Canceled)]
    public void A_second_status_never_frees_what_the_first_stopped(string name, string text, TakeStatus status)
    {
        var take = WireFormats.Find(name)!.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default).TakeOrThrow();

        Assert.Equal(status, take.Status);
    }

    [Theory]
    [InlineData(
        "plainwire",
        "Layout: labelled\nNot-Before: 2026-11-25T06:00:00Z\nNot-Before: 2020-01-01T00:00:00Z\nParagraph: One.")]
    [InlineData("plainwire", "Not-Before: 2026-11-25T06:00:00Z\nNot-Before: 2020-01-01T00:00:00Z\nULDO (AP) -- One.")]
    [InlineData(
        "ninjs",
        """{"uri":"a:b","headline":"H","embargoed":"2026-11-25T06:00:00Z","embargoed":"2020-01-01T00:00:00Z"}""")]
    public void Two_embargoes_that_differ_wait_for_a_person(string name, string text)
    {
        var take = WireFormats.Find(name)!.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default).TakeOrThrow();

        Assert.NotNull(take.Embargo);
        Assert.Null(take.Embargo.Until);
    }

    static bool Check(IWireFormat format, byte[] bytes)
    {
        var result = format.Read(bytes, ReadOptions.Default);
        _ = WireFormats.Recognise(bytes);
        foreach (var take in result.Takes)
            CanonicalJson.ToUtf8(take);
        return !result.Takes.IsEmpty || !result.WithoutCopy.IsEmpty
            || result.Remarks.Any(remark => remark.Severity == Severity.Error);
    }
}
