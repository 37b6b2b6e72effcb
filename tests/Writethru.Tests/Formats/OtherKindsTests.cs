using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats;

/// <summary>What is no wire copy is refused under the name that people call it by, and copy is not.</summary>
public class OtherKindsTests
{
    const string Copy = "Port opens\n\nSALTERN, Nov. 24 (Saltern) -- The port opened on Monday, the council said.\n";

    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj\n", "a PDF")]
    [InlineData("\uFEFF%PDF-1.4\n", "a PDF")]
    [InlineData("{\\rtf1\\ansi Port opens\\par The port opened.}", "an RTF document")]
    [InlineData("  {\\rtf1 Port opens}", "an RTF document")]
    [InlineData("8BPS\0\u0001Port opens", "a Photoshop file")]
    [InlineData("GIF89a\u0001\0Port", "a GIF picture")]
    [InlineData("PK\u0003\u0004....word/document.xml", "a Word document")]
    [InlineData("PK\u0003\u0004....xl/workbook.xml", "an Excel workbook")]
    [InlineData("PK\u0003\u0004....port.txt", "a ZIP archive")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\n", "a calendar")]
    [InlineData("Return-Path: <a@b.example>\nSubject: Port opens\n\nThe port opened.", "a raw e-mail")]
    [InlineData("From: Ana <ana@b.example>\nTo: desk@c.example\nSubject: Port opens\n\n" + Copy, "a raw e-mail")]
    [InlineData("From ana@b.example Tue Nov 24 06:00:00 2026\nDate: x\nSubject: Port\n\nOne.", "a raw e-mail")]
    [InlineData("Begin forwarded message:\n\nFrom: Ana <a@b.example>\nSubject: Port\nDate: Monday\n\n" + Copy,
        "a raw e-mail")]
    [InlineData("HTTP/1.1 502 Bad Gateway\nServer: nginx\n\nBad Gateway", "a message of HTTP")]
    [InlineData("Content-Type: text/plain\nContent-Length: 80\n\n" + Copy, "a message of HTTP")]
    [InlineData("<!DOCTYPE html>\n<title>Sign in</title>", "an HTML page")]
    [InlineData("<html><body><p>Port opens</p></body></html>", "an HTML page")]
    [InlineData("Notice: undefined index\n<html><body>Port opens</body></html>", "an HTML page")]
    [InlineData("<p>Port opens</p>\n<p>The port opened.</p>", "text in markup")]
    [InlineData("<?xml version=\"1.0\"?><invoice><sum>5</sum></invoice>", "XML that is not known")]
    [InlineData("while(1);\n{\"headline\": \"Port opens\"}", "text with JSON in it")]
    [InlineData("[{\"headline\": \"Port opens\"}]", "JSON that is a list")]
    [InlineData("name,port,day\nMaren,Saltern,Monday\nLund,Mirada,Friday\n", "CSV")]
    [InlineData("name;port;day\n\"Maren; old\";Saltern;Monday\nLund;Mirada;Friday\n", "CSV")]
    [InlineData("Subject: Port opens\nFrom: Ana <ana@b.example>\n\nThe port opened=2E", "a raw e-mail")]
    [InlineData("callback({\"headline\": \"Port opens\"});", "JSON")]
    [InlineData("1\n00:00:01,000 --> 00:00:04,000\nThe port opened.\n", "subtitles of a film")]
    [InlineData("begin 644 port.jpg\nM9VEF", "a uuencoded file")]
    [InlineData("body {\n  color: red;\n}\n", "source code")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n21\n<?xml version=\"1.0\"?>",
        "XML that is not known")]
    public void What_is_no_copy_is_refused_by_its_name(string text, string name)
    {
        var result = WireFormats.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default);

        Assert.Empty(result.Takes);
        var remark = Assert.Single(result.Remarks, remark => remark.Severity == Severity.Error);
        Assert.Equal("READ-001", remark.Code);
        Assert.Contains(name, remark.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"headline\": \"Port opens\", \"body_text\": \"The port op")]
    [InlineData("{\"pubstatus\": \"canceled\", \"headline\": \"Port opens\"")]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"id\": \"1\"")]
    [InlineData("{\"a\": [1, 2")]
    public void Json_that_is_cut_off_is_called_so(string json)
    {
        var result = WireFormats.Read(Encoding.UTF8.GetBytes(json), ReadOptions.Default);

        Assert.Empty(result.Takes);
        Assert.Contains(result.Remarks, remark => remark.Severity == Severity.Error
            && remark.Message.Contains("JSON that is cut off", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1 }, "Microsoft Office")]
    [InlineData(new byte[] { 0x1F, 0x8B, 8, 0, 0, 0, 65, 66, 67 }, "a gzip archive")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 65, 66, 67 }, "a JPEG picture")]
    [InlineData(new byte[] { 0, 0, 0, 32, 0x66, 0x74, 0x79, 0x70, 0x6D, 0x70, 0x34, 0x32 }, "a film")]
    public void Binary_is_refused_by_its_name(byte[] bytes, string name)
    {
        var result = WireFormats.Read(bytes, ReadOptions.Default);

        Assert.Empty(result.Takes);
        Assert.Contains(name, Assert.Single(result.Remarks).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_in_base64_is_no_copy() =>
        Assert.Null(WireFormats.Recognise(Encoding.UTF8.GetBytes(
            Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Copy, 9)))))));

    [Theory]
    [InlineData(Copy)]
    [InlineData("Port opens")]
    [InlineData("<속보> 항구 재개\n(서울=솔턴) 항구가 열렸다.\n")]
    [InlineData("[Alert] Port opens\n\nThe port opened.\n")]
    [InlineData("{Note} Port opens\n\nThe port opened.\n")]
    [InlineData("PDF of the report\n\n" + Copy)]
    [InlineData("BMW to build at the port\n\n" + Copy)]
    [InlineData("ID3 is recalled\n\n" + Copy)]
    [InlineData("Monday, Nov. 24, in Saltern\nTuesday, Nov. 25, in Mirada\nFriday, Nov. 28, in Lund\n")]
    [InlineData("From: the harbor\nSubject of the day: the port\n\n" + Copy)]
    [InlineData("Eds: what <b> means\n\n" + Copy + "It wrote <p> on the wall, a line of HTML.\n")]
    [InlineData("The plan:\n- the port opens;\n- the ferry sails;\n- the mayor speaks;\n")]
    [InlineData("Date: Monday\nPlace: Saltern\n\nThe port opens. Contact: ana@saltern.example\n")]
    public void What_is_copy_goes_on_as_copy(string text) =>
        Assert.Equal("plainwire", WireFormats.Recognise(Encoding.UTF8.GetBytes(text))?.Name);

    [Theory]
    [InlineData("{\"items\": [{\"id\": \"1\", \"content_text\": \"One.\"}], \"title\": \"D\", "
        + "\"version\": \"https:\\/\\/jsonfeed.org\\/version\\/1\"}", "jsonfeed")]
    [InlineData("{\"type\": \"text\", \"extra\": {\"version\": \"https://jsonfeed.org/version/1\"}, "
        + "\"headline\": \"Port opens\"}", "ninjs")]
    [InlineData("{\"z\": 1, \"zz\": [{}], \"body_text\": \"The port opened.\"}", "ninjs")]
    public void Json_is_known_by_its_outermost_keys_wherever_they_stand(string json, string format)
    {
        Assert.Equal(format, WireFormats.Recognise(Encoding.UTF8.GetBytes(json))?.Name);
        Assert.Equal(format, WireFormats.Recognise(Encoding.UTF8.GetBytes(
            json.Replace("{\"", "{" + new string(' ', 9_000) + "\"", StringComparison.Ordinal)))?.Name);
    }

    [Theory]
    [InlineData("[\"Kill\"]"), InlineData("[\"Advisory\"]"), InlineData("\"Withhold\""), InlineData("[]")]
    public void Json_of_ap_s_own_is_never_usable(string types)
    {
        var json = $"{{\"uri\": \"u:1\", \"pubstatus\": \"usable\", \"headline\": \"Port opens\", "
            + $"\"body_text\": \"One.\", \"editorialtypes\": {types}}}";

        var result = WireFormats.Read(Encoding.UTF8.GetBytes(json), ReadOptions.Default);

        Assert.NotEqual(TakeStatus.Usable, result.TakeOrThrow().Status);
        Assert.Contains(result.Remarks, remark => remark.Code == "NINJS-026");
    }
}
