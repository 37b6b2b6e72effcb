using System.Buffers;
using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats;

/// <summary>What stands before a document must never make its source copy, nor hide that it is canceled.</summary>
public class PreambleTests
{
    const string Headers = "HTTP/1.1 200 OK\r\nServer: nginx\r\nContent-Type: application/xml; charset=utf-8\r\n";

    /// <summary>What is read past; the size of a chunk is that of the document.</summary>
    static readonly string[] _noises =
    [
        "\uFEFF", "\uFEFF\uFEFF", "\u200B", "\u2060\u00AD\uFEFF", "\u00A0\u3000\u2003", "\u200E\r\n\u202A", "\0\0",
        "\u00EF\u00BB\u00BF", "\u3164", $"{Headers}\r\n", "Content-Type: text/xml\r\nContent-Length: 900\r\n\r\n\uFEFF",
        "POST /in HTTP/1.1\r\nHost: in.harbor.example\r\n\r\n", "{size}\r\n", "{size};name=a\r\n",
        $"{Headers}Transfer-Encoding: chunked\r\n\r\n{{size}}\r\n",
    ];

    static readonly string[] _formats = ["newsmlg2", "newsml", "nitf", "atom", "rss", "jsonfeed", "ninjs", "ninjs2"];

    public static TheoryData<string, int> Cases()
    {
        var cases = new TheoryData<string, int>();
        foreach (var format in _formats)
        {
            for (var noise = 0; noise < _noises.Length; noise++)
                cases.Add(format, noise);
        }
        return cases;
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_cancellation_behind_anything_is_a_cancellation(string format, int noise)
    {
        var document = Canceled(format);
        var bytes = (byte[])
            [.. Encoding.UTF8.GetBytes(_noises[noise].Replace("{size}", $"{document.Length:x}")), .. document];

        var result = WireFormats.Read(bytes, ReadOptions.Default);

        Assert.Equal(format.TrimEnd('2') is "ninjs" ? "ninjs" : format, result.Format);
        Assert.Equal(TakeStatus.Canceled, Assert.Single(result.Takes).Status);
        Assert.Equal(noise > 0, result.Remarks.Any(remark => remark.Code == "READ-011"));
    }

    [Theory]
    [InlineData("newsmlg2"), InlineData("nitf"), InlineData("rss"), InlineData("ninjs")]
    public void The_last_chunk_is_no_part_of_the_document(string format)
    {
        var document = Canceled(format);
        var bytes = (byte[])
            [.. Encoding.UTF8.GetBytes($"{document.Length:X}\r\n"), .. document, .. "\r\n0\r\n\r\n"u8];

        Assert.Equal(TakeStatus.Canceled, WireFormats.Read(bytes, ReadOptions.Default).TakeOrThrow().Status);
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_document_in_several_chunks_is_refused(string format)
    {
        var document = Canceled(format);
        var bytes = (byte[])
            [.. "40\r\n"u8, .. document[..0x40], .. Encoding.UTF8.GetBytes($"\r\n{document.Length - 0x40:x}\r\n"),
                .. document[0x40..], .. "\r\n0\r\n\r\n"u8];

        Assert.Empty(WireFormats.Read(bytes, ReadOptions.Default).Takes);
    }

    [Theory, MemberData(nameof(Formats))]
    public void Words_before_a_document_are_no_copy_and_the_item_is_refused(string format)
    {
        foreach (var words in (string[])["Warning: session expired\n", "ok\n\n", "SALTERN (Saltern) -- One.\n"])
        {
            var result = WireFormats.Read([.. Encoding.UTF8.GetBytes(words), .. Canceled(format)], ReadOptions.Default);

            Assert.Empty(result.Takes);
            Assert.Contains(result.Remarks, remark => remark.Severity == Severity.Error);
        }
    }

    [Fact]
    public void Two_marks_in_utf_16_are_read_past()
    {
        var xml = Encoding.UTF8.GetString(Canceled("nitf"))
            .Replace("utf-8", "utf-16", StringComparison.OrdinalIgnoreCase);

        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            var result = WireFormats.Read(encoding.GetBytes($"\uFEFF\uFEFF{xml}"), ReadOptions.Default);
            Assert.Equal(TakeStatus.Canceled, result.TakeOrThrow().Status);
        }
    }

    [Fact]
    public void Places_in_a_document_are_counted_from_its_first_line_and_offsets_from_the_first_byte()
    {
        var bytes = Encoding.UTF8.GetBytes("\uFEFF\u200B{\"headline\": \"x\",\n  oops}");

        var remark = Assert.Single(WireFormats.Read(bytes, ReadOptions.Default).Remarks);

        Assert.Equal(("NINJS-002", 2, 3), (remark.Code, remark.Line, remark.Column));
        Assert.Equal((byte)'o', bytes[remark.Offset]);
    }

    [Theory]
    [InlineData("\u200BKILL\n\nSALTERN, Nov. 24 (Saltern) -- Kill the story on the port.\n")]
    [InlineData("\uFEFF\uFEFF\u2060KILL\n\nSALTERN, Nov. 24 (Saltern) -- Kill the story on the port.\n")]
    public void A_label_of_plain_wire_is_seen_behind_what_nobody_sees(string copy)
    {
        var result = WireFormats.Read(Encoding.UTF8.GetBytes(copy), ReadOptions.Default);

        Assert.Equal(("plainwire", TakeStatus.Canceled), (result.Format, result.TakeOrThrow().Status));
    }

    [Theory]
    [InlineData("12\n<속보> 항구 재개\n")]
    [InlineData("Cache\n\nSALTERN, Nov. 24 (Saltern) -- One.\n")]
    [InlineData("Server: what the harbor's new waiter is called\n\nSALTERN, Nov. 24 (Saltern) -- One.\n")]
    public void Copy_that_opens_like_a_header_or_a_size_is_copy(string copy) =>
        Assert.Equal("plainwire", WireFormats.Recognise(Encoding.UTF8.GetBytes(copy))?.Name);

    public static TheoryData<string> Formats => [.. _formats];

    static byte[] Canceled(string format)
    {
        var output = new ArrayBufferWriter<byte>();
        var filed = new FiledTake
        {
            Story = new StoryId("port"), Number = 1, Cause = Cause.First,
            FiledAt = new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero),
            Take = new Take
            {
                Slug = "PORT", Headline = "Port opens", SenderId = "urn:x:1", Language = "en",
                Status = TakeStatus.Canceled, Body = [new Paragraph("The port opened.")],
            },
        };
        WireFormats.Find(format)!.Write(filed, null, Channel.Default, output);
        return output.WrittenSpan.ToArray();
    }
}
