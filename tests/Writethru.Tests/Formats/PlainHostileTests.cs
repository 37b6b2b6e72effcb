using System.Collections.Immutable;
using System.Text;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Formats;
using Writethru.Formats.PlainWire;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

/// <summary>
/// What nobody prints and somebody sends: read or refused, in bounded steps, never with an exception.
/// </summary>
public class PlainHostileTests
{
    const int StepsACharacter = 40;

    const string Lead = "ULDO, Nov. 24 (KIO) -- ";

    public static TheoryData<string, byte[]> Hostile()
    {
        var megabyte = new string('x', 1_000_000);
        return new TheoryData<string, byte[]>
        {
            { "nothing", [] },
            { "one byte", [0x41] },
            { "zeros", new byte[100_000] },
            { "half text, half controls", [.. Lead.Select((c, i) => i % 2 == 0 ? (byte)c : (byte)1)] },
            { "overlong utf-8", [.. Encoding.ASCII.GetBytes(Lead), 0xC0, 0xAF, 0xE0, 0x80, 0xAF] },
            { "lone surrogates", Encoding.Unicode.GetPreamble().Concat("A\0\0\xD8B\0"u8.ToArray()).ToArray() },
            { "utf-16 without a mark", Encoding.Unicode.GetBytes(Lead + "It is back.") },
            { "utf-7", Encoding.ASCII.GetBytes(Lead + "+AFwA-It is +2Dw-.") },
            { "bidi overrides", Encoding.UTF8.GetBytes("\u202EFerry\u202C back\n" + Lead + "It is\u2066 back\u2069.") },
            {
                "terminal escapes",
                Encoding.UTF8.GetBytes("\u001B]0;title\u0007Ferry\n" + Lead + "\u001B[2JIt is back.")
            },
            { "a line without an end", Encoding.ASCII.GetBytes(Lead + megabyte) },
            { "a label without an end", Encoding.ASCII.GetBytes("Usage-Terms: " + megabyte + "\n" + Lead + "Back.") },
            { "a cell without an end", Encoding.ASCII.GetBytes(Lead + "Back.\n| " + megabyte + " |\n") },
            { "a row of cells", Encoding.ASCII.GetBytes(Lead + "Back.\n" + new string('|', 10) + string.Concat(
                Enumerable.Repeat("| a ", 100_000)) + "|\n") },
            { "open brackets", Encoding.ASCII.GetBytes("(ATTN: " + new string('(', 100_000)) },
            { "closed brackets", Encoding.ASCII.GetBytes(Lead + new string(')', 100_000)) },
            { "an embargo in 9999", Encoding.ASCII.GetBytes("EMBARGOED UNTIL 2359 GMT Dec. 31, 9999\n" + Lead) },
            { "an embargo on no day", Encoding.ASCII.GetBytes("EMBARGOED UNTIL 2500 GMT Feb. 30, 2026\n" + Lead) },
            { "versions out of reach", Encoding.ASCII.GetBytes(
                "Urgency: 99999999999\nWord-Count: -1\nPicture-File: a | b | c | 99999999999\n" + Lead + "Back.") },
            { "paths in identities", Encoding.ASCII.GetBytes("Sender-Id: ../../etc/passwd\0\nSlug: ..\\..\n" + Lead) },
            { "two stories glued", Encoding.ASCII.GetBytes(Lead + "One. (END)\n" + Lead + "Two. (END)\n") },
            { "a thousand stories", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(Lead + "One.\n", 1_000))) },
        };
    }

    [Theory, MemberData(nameof(Hostile))]
    public void Whatever_is_sent_is_read_or_refused_in_bounded_steps(string what, byte[] bytes)
    {
        var steps = new StepCount();

        var result = PlainWireReader.Read(bytes, ReadOptions.Default, steps);

        Assert.True(result.Takes.Length == 1 || result.Remarks.Any(r => r.Severity == Severity.Error), what);
        Assert.True(steps.Taken <= StepsACharacter * (bytes.Length + 100L), $"{what}: {steps.Taken} steps");
        foreach (var take in result.Takes)
        {
            Assert.DoesNotContain('\u001B', Encoding.UTF8.GetString(CanonicalJson.ToUtf8(take)));
            RoundTrip.AssertHolds(WireFormats.Find("plainwire")!, take);
        }
    }

    [Fact]
    public void A_golden_file_torn_anywhere_is_read_or_refused()
    {
        foreach (var file in Directory.GetFiles(RepoFiles.Golden("plainwire"), "*.in"))
        {
            var bytes = File.ReadAllBytes(file);
            for (var sixteenth = 1; sixteenth < 16; sixteenth++)
            {
                var result = WireFormats.Find("plainwire")!
                    .Read(bytes.AsSpan(0, bytes.Length * sixteenth / 16), ReadOptions.Default);

                Assert.True(result.Takes.Length == 1 || result.Remarks.Any(r => r.Severity == Severity.Error));
            }
        }
    }

    [Fact]
    public void Many_labelled_lines_of_every_kind_are_read_in_bounded_steps()
    {
        ImmutableArray<string> lines =
        [
            "Subject-Name: a | b | c", "Link-To: a | b", "Picture-File: a", "Paragraph-Subhead: a",
            "Paragraph-Row: h | a",
            "Paragraph-Mark: link | 0 | 1 | a", "Dateline-Place: A", "Editor-Note: a", "Keywords: a", "| a | b |",
            "- a b c -", "• a", "Eds: a", "QL", "1. a", "Picture-Caption: a",
        ];
        foreach (var line in lines)
        {
            foreach (var opening in (ReadOnlySpan<string>)
                ["Layout: labelled\nPicture-After: 1\nParagraph: a\n", "ULDO (KIO) -- a.\n", ""])
            {
                var bytes = Encoding.UTF8.GetBytes(opening + string.Concat(Enumerable.Repeat(line + "\n", 3_000)));
                var steps = new StepCount();

                var result = PlainWireReader.Read(bytes, ReadOptions.Default, steps);

                Assert.True(result.Takes.Length == 1 || result.Remarks.Any(r => r.Severity == Severity.Error));
                Assert.True(
                    steps.Taken <= StepsACharacter * (long)bytes.Length, $"{opening}{line}: {steps.Taken} steps");
            }
        }
    }

    [Theory]
    [InlineData("<p>NORPORT, Norland, Nov. 24 (KIO) -- The port closed.</p>")]
    [InlineData("<?xml version='1.0'?><bar>Crane falls</bar>")]
    [InlineData("[{\"headline\": \"Crane falls\"}]")]
    [InlineData("{\"headline\": \"Crane falls\"}")]
    public void Markup_and_json_are_never_taken_for_usable_copy(string text)
    {
        var result = WireFormats.Find("plainwire")!.Read(System.Text.Encoding.UTF8.GetBytes(text), ReadOptions.Default);

        Assert.Equal(TakeStatus.Withheld, result.TakeOrThrow().Status);
        Assert.Contains("PLAIN-021", result.Remarks.Select(remark => remark.Code));
    }

    [Theory]
    [InlineData("<속보> 항만 폐쇄\n\n(노르포트=연합뉴스) 항만이 폐쇄됐다.")]
    [InlineData("<Norland> port closes\n\nNORPORT, Nov. 24 (KIO) -- The port closed.")]
    [InlineData("[속보] 항만 폐쇄\n\n(노르포트=연합뉴스) 항만이 폐쇄됐다.")]
    [InlineData("< 50 ships in port\n\nNORPORT, Nov. 24 (KIO) -- The port closed.")]
    public void A_headline_that_opens_with_a_bracket_is_a_headline(string text) =>
        Assert.Equal(TakeStatus.Usable, WireFormats.Find("plainwire")!
            .Read(System.Text.Encoding.UTF8.GetBytes(text), ReadOptions.Default).TakeOrThrow().Status);
}
