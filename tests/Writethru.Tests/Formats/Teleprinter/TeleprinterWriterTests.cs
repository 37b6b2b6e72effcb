using System.Text;
using CsCheck;
using Writethru.Copy;
using Writethru.Copy.Datelines;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Formats.Teleprinter;

namespace Writethru.Tests.Formats.Teleprinter;

public class TeleprinterWriterTests
{
    static readonly Take _story = new()
    {
        Headline = "Fähren fahren wieder",
        Slug = "Hafen/Nordland",
        Byline = "Jana Rose",
        Urgency = 3,
        Subjects = [new Concept(Schemes.Category, "pl")],
        Dateline = DatelineGrammar.Find("Nordhafen (nkd) - x")!.Dateline,
        Body =
        [
            new Paragraph(
                "Nach zwei Sturmtagen fahren zwischen Nordhafen und Uldo “wieder” Fähren – für 3 € je Fahrt."),
            new Paragraph("(END)"),
        ],
        Pictures =
        [
            new Picture
            {
                After = 1, Caption = "Reisende warten.", Credit = "NKD", UsageTerms = new UsageTerms("No sales"),
            },
        ],
    };

    static string Write(string name, FiledTake filed, Channel? channel = null) =>
        Encoding.Latin1.GetString(RoundTrip.WriteBytes(WireFormats.Find(name)!, filed, out _, channel));

    [Fact]
    public void A_message_of_IPTC_7901_is_exact_from_SOH_to_EOT()
    {
        var channel = new Channel { Service = "nkd", Sequence = 41, Provider = "nkd", Charset = "us-ascii" };

        var text = Write("iptc7901", RoundTrip.File(_story), channel);

        Assert.Equal(
            string.Join("\r\n",
                "\u0001nkd0041 3 pl 26  nkd 0041", "", "Hafen/Nordland/",
                "\u0002Faehren fahren wieder", "By Jana Rose =", "",
                "Nordhafen (nkd) - Nach zwei Sturmtagen fahren zwischen Nordhafen und",
                "Uldo \"wieder\" Faehren - fuer 3 EUR je Fahrt.", "",
                "Reisende warten. (No sales) (NKD)", "", "> (END)", "",
                "\u0003240600 GMT Nov 26", "Ref: urn:writethru:story-1/1", "\u007F", "\u007F\u0004", ""),
            text);
    }

    [Fact]
    public void A_message_of_ANPA_1312_is_exact_from_SYN_to_EOT()
    {
        var channel = new Channel { Service = "nkd", Sequence = 41, Provider = "nkd", Charset = "us-ascii" };

        var text = Write("anpa1312", RoundTrip.File(_story), channel);

        Assert.Equal(
            string.Join("\r\n",
                "\u0016\u0016\u0001n0041\u001F_-----", "u pl\u0013\u0011Hafen/Nordland     11-24 26",
                "\u0002^Hafen/Nordland,26<", "^Faehren fahren wieder<", "^By Jana Rose=",
                "\t   Nordhafen (nkd) - Nach zwei Sturmtagen fahren zwischen Nordhafen",
                "und Uldo ``wieder'' Faehren - fuer 3 EUR je Fahrt.",
                "\t   Reisende warten. (No sales) (NKD)", "\t   > (END)",
                "\u0003NKD-WF-11-24-26 0600GMT<", "Ref: urn:writethru:story-1/1", "\u000C\u0004", ""),
            text);
    }

    [Theory]
    [InlineData("iptc7901", Cause.First, 1, "\u0002Fähren")]
    [InlineData("iptc7901", Cause.Correction, 2, "\u0002CORRECTION\r\n")]
    [InlineData("iptc7901", Cause.Refile, 3, "\u0002REFILE\r\n")]
    [InlineData("iptc7901", Cause.Lead, 2, "\u00021ST LEAD\r\n")]
    [InlineData("iptc7901", Cause.WriteThru, 4, "\u00023RD LEAD\r\n")]
    [InlineData("iptc7901", Cause.Hold, 2, "\u0002HOLD\r\n")]
    [InlineData("anpa1312", Cause.First, 1, "^Hafen/Nordland,26<")]
    [InlineData("anpa1312", Cause.Correction, 2, "^Hafen/Nordland, Correction,26<")]
    [InlineData("anpa1312", Cause.WriteThru, 3, "^Hafen/Nordland, 2nd Ld-Writethru,26<")]
    [InlineData("anpa1312", Cause.Hold, 2, "^Hafen/Nordland, HOLD,26<")]
    public void The_cause_is_said_in_the_format_s_own_words(string name, Cause cause, int number, string words)
    {
        var bytes = RoundTrip.WriteBytes(WireFormats.Find(name)!, RoundTrip.File(_story, cause, number), out _);

        Assert.Contains(words, Encoding.UTF8.GetString(bytes));
    }

    [Theory]
    [InlineData("iptc7901", Cause.First, Signal.None)]
    [InlineData("iptc7901", Cause.Correction, Signal.Correction)]
    [InlineData("iptc7901", Cause.Development, Signal.Update)]
    [InlineData("iptc7901", Cause.Refile, Signal.Refile)]
    [InlineData("anpa1312", Cause.First, Signal.None)]
    [InlineData("anpa1312", Cause.Correction, Signal.Correction)]
    [InlineData("anpa1312", Cause.Development, Signal.Update)]
    [InlineData("anpa1312", Cause.Refile, Signal.Refile)]
    public void What_the_cause_says_is_read_back(string name, Cause cause, Signal signal)
    {
        var format = WireFormats.Find(name)!;

        var back = format.Read(
            RoundTrip.WriteBytes(format, RoundTrip.File(_story, cause, 2), out _), ReadOptions.Default);

        Assert.Equal(signal, back.TakeOrThrow().Signal);
    }

    [Theory, InlineData("iptc7901"), InlineData("anpa1312")]
    public void A_number_that_nobody_counts_is_that_of_story_and_take(string name)
    {
        var first = Write(name, RoundTrip.File(_story));

        Assert.Equal(first, Write(name, RoundTrip.File(_story)));
        Assert.NotEqual(Header(first), Header(Write(name, RoundTrip.File(_story, Cause.First, 2))));

        static string Header(string text) => text[..text.IndexOf('\n')];
    }

    [Theory]
    [InlineData("iptc7901", "utf-8"), InlineData("iptc7901", "windows-1252"), InlineData("iptc7901", "us-ascii")]
    [InlineData("anpa1312", "utf-8"), InlineData("anpa1312", "iso-8859-1"), InlineData("anpa1312", "us-ascii")]
    public void No_line_is_too_long_and_no_control_byte_comes_from_the_copy(string name, string charset)
    {
        var format = WireFormats.Find(name)!;
        var encoding = charset == "utf-8" ? Encoding.UTF8 : Encoding.Latin1;

        Takes.Any.Sample(take =>
        {
            var bytes = RoundTrip.WriteBytes(format, RoundTrip.File(take), out _, new Channel { Charset = charset });
            var text = encoding.GetString(bytes);

            Assert.All(text.Split("\r\n"),
                line => Assert.InRange(TextColumns.Of(ControlBytes.Strip(line, out _)), 0, 69));
            Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
            Assert.DoesNotContain('\u0007', text);
            Assert.DoesNotContain('\u001B', text);
            Assert.Equal(1, text.Count(c => c == '\u0001'));
            Assert.Equal(1, text.Count(c => c == '\u0002'));
            Assert.Equal(1, text.Count(c => c == '\u0003'));
            Assert.Equal(1, text.Count(c => c == '\u0004'));
        }, iter: 500);
    }

    [Theory]
    [InlineData("Größe", "us-ascii", "Groesse")]
    [InlineData("Łódź", "iso-8859-1", "Lódz")]
    [InlineData("Ўсход", "us-ascii", "Uskhod")]
    [InlineData("새마루", "us-ascii", "saemaru")]
    [InlineData("かなカナ", "us-ascii", "kanakana")]
    [InlineData("“ja” – nein…", "iso-8859-1", "\"ja\" - nein...")]
    [InlineData("港", "us-ascii", "[U+6E2F]")]
    [InlineData("5 €", "windows-1252", "5 €")]
    [InlineData("ميناء", "us-ascii", "myna'")]
    [InlineData("e\u0301", "us-ascii", "e")]
    public void Letters_that_a_charset_lacks_are_written_in_others_and_listed(string text,
        string charset, string written)
    {
        var format = WireFormats.Find("iptc7901")!;
        var take = new Take { Headline = "Head", Body = [new Paragraph($"On {text}.")] };

        var bytes = RoundTrip.WriteBytes(
            format, RoundTrip.File(take), out var omissions, new Channel { Charset = charset });

        var windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        Assert.Equal(written, windows1252.GetString(bytes).Split("On ")[1].Split(".\r")[0]);
        Assert.DoesNotContain((byte)'?', bytes);
        Assert.Equal(text != written, omissions.Any(omission => omission.Field == "body[0].text"));
    }

    [Fact]
    public void Terms_of_the_item_and_of_pictures_never_fall_away()
    {
        foreach (var name in (string[])["iptc7901", "anpa1312"])
        {
            RichTakes.Any.Sample(take =>
            {
                var format = WireFormats.Find(name)!;
                var back = format.Read(RoundTrip.WriteBytes(format, RoundTrip.File(take), out _), ReadOptions.Default)
                    .TakeOrThrow();

                Assert.Equal(take.UsageTerms?.Text, back.UsageTerms?.Text);
                Assert.Equal(
                    take.Pictures.Select(picture => picture.UsageTerms?.Text),
                    back.Pictures.Select(picture => picture.UsageTerms?.Text));
                Assert.Equal(take.Embargo?.Until, back.Embargo?.Until);
                Assert.Equal(take.Status, back.Status);
            }, iter: 1_000);
        }
    }

    [Theory, InlineData("iptc7901"), InlineData("anpa1312")]
    public void What_of_a_rich_take_is_lost_is_said_and_no_more(string name)
    {
        var take = _story with { Language = "de", Keywords = ["Hafen"], Priority = 7, Pictures = [] };

        RoundTrip.WriteBytes(WireFormats.Find(name)!, RoundTrip.File(take), out var omissions);

        Assert.Equal(["language", "priority", "wordCount", "keywords[0]"],
            omissions.Select(omission => omission.Field));
    }

    [Theory, InlineData("iptc7901"), InlineData("anpa1312")]
    public void A_note_that_is_not_public_does_not_leave(string name)
    {
        var take = _story with { Notes = [new Note(NoteRoles.Notebook, "Call 555 010", IsPublic: false)] };

        var text = Write(name, RoundTrip.File(take));

        Assert.DoesNotContain("555 010", text);
    }
}
