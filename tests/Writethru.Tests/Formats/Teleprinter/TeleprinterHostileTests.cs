using System.Text;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats.Teleprinter;

/// <summary>
/// Input that a broken or hostile line sends: never an exception, always a take or a remark that says why not.
/// </summary>
public class TeleprinterHostileTests
{
    const string Head7901 = "\u0001nkd0123 4 i 20  nkd 0123\r\n\r\nHafen/\r\n\u0002Kran =\r\n\r\n";
    const string Tail7901 = "\r\n\u0003241037 GMT Nov 26\r\n\u007F\r\n\u007F\u0004\r\n";
    const string HeadAnpa = "\u0016\u0016\u0001a0123\u001F_asian\r\nu i\u0013\u0011BC-Kran     11-24 0010\r\n"
        + "\u0002^BC-Kran,10<\r\n^Kran<\r\n";
    const string TailAnpa = "\u0003NLP-WF-11-24-26 0412GMT<\r\n\u000C\u0004\r\n";

    static string Many(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    static readonly Dictionary<string, Func<string>> _bodies = new()
    {
        ["a line of a megabyte"] = () => Many("x", 1_000_000),
        ["a line of a megabyte in words"] = () => Many("x y ", 50_000),
        ["ideographs without a space"] = () => Many("港", 60_000),
        ["ideographs with spaces"] = () => Many("港 ", 60_000),
        ["bells"] = () => Many("\u0007", 100_000) + "x",
        ["escapes"] = () => Many("\u001B[2Jx", 40_000),
        ["ETX in the text"] = () => Many("a\u0003b ", 40_000),
        ["STX in the text"] = () => Many("a\u0002b ", 40_000),
        ["tabs and separators"] = () => Many("a\t\u001Eb\u001F\r\n", 100_000),
        ["open brackets"] = () => Many("(", 100_000),
        ["notes that stay open"] = () => Many("(Achtung: ", 50_000),
        ["empty lines"] = () => Many("\r\n", 1_000_000) + "x",
        ["bullets"] = () => Many("- x\r\n", 15_000),
        ["guards"] = () => Many("> ", 60_000),
        ["carets"] = () => Many("^\r\n", 40_000),
        ["signs of sub-heads"] = () => Many("# \r\n", 15_000),
        ["stars"] = () => Many("* * * *\r\n", 15_000),
        ["columns"] = () => Many("a   b   c\r\n", 50_000),
        ["one row of many columns"] = () => Many("a   ", 40_000) + "\r\n" + Many("a   ", 40_000),
        ["braces in a table"] = () => Many("7{\u001E", 40_000),
        ["signs of equality"] = () => Many(" =\r\n", 40_000),
        ["combining marks"] = () => "e" + Many("\u0301", 100_000),
        ["lone surrogates"] = () => Many("\uFFFD", 100_000),
        ["direction overrides"] = () => Many("\u202Ex\u2066", 100_000),
    };

    public static TheoryData<string, string> Bodies()
    {
        var cases = new TheoryData<string, string>();
        foreach (var name in _bodies.Keys)
        {
            cases.Add("iptc7901", name);
            cases.Add("anpa1312", name);
        }
        return cases;
    }

    [Theory, MemberData(nameof(Bodies))]
    public void A_hostile_body_is_read_or_refused(string name, string body)
    {
        var text = name == "iptc7901"
            ? Head7901 + _bodies[body]() + Tail7901
            : HeadAnpa + "\t   " + _bodies[body]() + "\r\n" + TailAnpa;

        var result = Read(name, Encoding.UTF8.GetBytes(text));

        Assert.True(result.Takes.Length == 1 || result.Remarks.Any(remark => remark.Severity == Severity.Error));
    }

    [Theory, MemberData(nameof(Bodies))]
    public void A_hostile_body_is_written(string name, string body)
    {
        var text = _bodies[body]();
        var take = new Take
            { Headline = text[..Math.Min(text.Length, 10_000)], Slug = "x", Body = [new Paragraph(text)] };

        var bytes = RoundTrip.WriteBytes(WireFormats.Find(name)!, RoundTrip.File(take), out _);

        Assert.Equal(take.Body[0].Text.Any(char.IsLetterOrDigit) ? 1 : Read(name, bytes).TakeOrThrow().Body.Length,
            Read(name, bytes).TakeOrThrow().Body.Length);
    }

    static readonly Dictionary<string, Func<string>> _items = new()
    {
        ["nothing"] = () => "",
        ["one byte"] = () => "x",
        ["NUL"] = () => Many("\0", 1_000_000),
        ["SYN flood"] = () => Many("\u0016", 500_000),
        ["DEL padding"] = () => Many("\u007F", 500_000),
        ["SOH flood"] = () => Many("\u0001", 500_000),
        ["SOH and a letter each"] = () => Many("\u0001x", 100_000),
        ["EOT flood"] = () => Many("x\u0004", 100_000),
        ["header without an end"] = () => "\u0001nkd" + Many("1", 1_000_000),
        ["keywords without an end"] = () => "\u0001nkd0123 4 i 20  nkd 0123\r\n\r\n" + Many("Hafen/a ", 40_000),
        ["slug of strokes"] = () => "\u0001nkd0123 4 i 20  nkd 0123\r\n\r\n" + Many("/", 1_000_000) + "\u0002x =\r\n"
            + "\r\ny",
        ["keyword line of commas"] = () =>
            "\u0001a0123\u001F_asian\r\nu i\u0013\u0011x\r\n\u0002^" + Many(",1", 100_000) + "<\r\n",
        ["keyword line of dashes"] = () =>
            "\u0001a0123\u001F_asian\r\nu i\u0013\u0011" + Many("a-", 100_000) + "\r\n\u0002x",
        ["headers only"] = () => Many("nkd0123 4 i 20  nkd 0123\n241037 GMT Nov 26\n", 20_000),
        ["many messages"] = () => Many(Head7901 + "x" + Tail7901, 2_000),
        ["category of 50 letters"] = () => "\u0001nkd0123 4 " + Many("q", 50) + " 99999999  nkd 0123\r\n\r\nx/\r\n"
            + "\u0002y =\r\n\r\nz",
    };

    public static TheoryData<string, string> Items()
    {
        var cases = new TheoryData<string, string>();
        foreach (var name in _items.Keys)
        {
            cases.Add("iptc7901", name);
            cases.Add("anpa1312", name);
        }
        return cases;
    }

    [Theory, MemberData(nameof(Items))]
    public void A_hostile_item_is_read_or_refused(string name, string item)
    {
        var text = _items[item]();

        var result = Read(name, Encoding.UTF8.GetBytes(text));

        Assert.True(!result.Takes.IsEmpty || result.Remarks.Any(remark => remark.Severity == Severity.Error));
        Assert.NotEmpty(result.Remarks);
    }

    [Theory]
    [InlineData("iptc7901", Head7901 + "Ein Kran fiel.\r\n\r\nNiemand wurde verletzt.\r\n" + Tail7901)]
    [InlineData("anpa1312", HeadAnpa + "\t   A crane fell.\r\n\t   No one was hurt.\r\n" + TailAnpa)]
    public void A_message_that_is_torn_at_any_place_is_read_as_far_as_it_goes(string name, string text)
    {
        for (var length = 0; length <= text.Length; length++)
        {
            var result = Read(name, Encoding.UTF8.GetBytes(text[..length]));

            Assert.True(result.Takes.Length == 1 || result.Remarks.Any(remark => remark.Severity == Severity.Error));
        }
    }

    [Theory]
    [InlineData("iptc7901", Head7901 + "Eins.\r\n\r\nZwei.\r\n\r\nDrei." + Tail7901)]
    [InlineData("anpa1312", HeadAnpa + "\t   One.\r\n\t   Two.\r\n\t   Three.\r\n" + TailAnpa)]
    public void More_paragraphs_or_messages_than_allowed_are_refused_and_not_cut(string name, string text)
    {
        var format = WireFormats.Find(name)!;

        Assert.Equal("TELE-003", Refusal(text, ReadOptions.Default with { MaxParagraphs = 2 }));
        Assert.Equal("TELE-004", Refusal(text + text, ReadOptions.Default with { MaxItems = 1 }));
        Assert.Equal("TELE-001", Refusal(text, ReadOptions.Default with { MaxBytes = 20 }));

        string Refusal(string item, ReadOptions options)
        {
            var result = format.Read(Encoding.UTF8.GetBytes(item), options);
            Assert.Empty(result.Takes);
            return Assert.Single(result.Remarks).Code;
        }
    }

    [Fact]
    public void A_message_in_UTF_16_is_read() => Assert.Equal(
        "Ein Kran fiel.",
        Read("iptc7901", Encoding.Unicode.GetBytes($"\uFEFF{Head7901}Ein Kran fiel.{Tail7901}"))
            .TakeOrThrow().Body[0].Text);

    [Fact]
    public void Noise_between_messages_is_no_message_and_is_said()
    {
        var result = Read("iptc7901", Encoding.UTF8.GetBytes($"QRM qrm\r\n{Head7901}Ein Kran fiel.{Tail7901}zzz\r\n"));

        Assert.Single(result.Takes);
        Assert.Equal(2, result.Remarks.Count(remark => remark.Code == "TELE-018"));
    }

    static ReadResult Read(string name, byte[] bytes)
    {
        var result = WireFormats.Find(name)!.Read(bytes, ReadOptions.Default);
        _ = WireFormats.Recognise(bytes);
        foreach (var take in result.Takes)
            CanonicalJson.ToUtf8(take);
        return result;
    }
}
