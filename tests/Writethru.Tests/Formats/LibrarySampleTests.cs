using System.Buffers;
using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

/// <summary>
/// The samples of docs/guide/library.md, compiled and run; what the page prints must be what stands here.
/// </summary>
public class LibrarySampleTests
{
    static readonly byte[] _bytes =
        "Slug: HARBOR-WALL\nHarbor wall to be raised\nSAEMARU, Nov. 24 (Yonhap) -- One.\nTwo.\n"u8.ToArray();

    [Fact]
    public void The_sample_of_reading_does_what_the_page_says()
    {
        using var Console = new StringWriter();
        var bytes = _bytes;

        // sample: reading
        var result = WireFormats.Read(bytes, ReadOptions.Default);      // recognised without being told
        foreach (var take in result.Takes)                              // a feed or a message holds several
            Console.WriteLine($"{take.Slug}: {take.Headline} ({take.Body.Length} paragraphs)");
        foreach (var remark in result.Remarks)                          // stable code, line, column (bytes), offset
            Console.WriteLine($"{remark.Code} {remark.Line}:{remark.Column} {remark.Message}");
        // end

        Assert.Equal("HARBOR-WALL: Harbor wall to be raised (2 paragraphs)", Console.ToString().Trim());
        AssertIsOnThePage("reading");
    }

    [Fact]
    public void The_sample_of_writing_does_what_the_page_says()
    {
        using var Console = new StringWriter();
        var take = WireFormats.Read(_bytes, ReadOptions.Default).TakeOrThrow() with { Contact = "desk@harbor.example" };
        var filedAt = new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

        // sample: writing
        var filed = new FiledTake
        {
            Story = new StoryId("harbor-wall"), Number = 2, Cause = Cause.Correction, FiledAt = filedAt, Take = take,
        };
        var output = new ArrayBufferWriter<byte>();
        foreach (var omission in WireFormats.Find("newsmlg2")!.Write(filed, null, Channel.Default, output))
            Console.WriteLine($"{omission.Field}: {omission.Reason}");  // a path in the take's canonical JSON
        // end

        Assert.Contains("sig:correction", Encoding.UTF8.GetString(output.WrittenSpan));
        AssertIsOnThePage("writing");
    }

    static void AssertIsOnThePage(string name)
    {
        var page = File.ReadAllText(Path.Combine(RepoFiles.Root, "docs", "guide", "library.md"));
        var start = page.IndexOf("```csharp\n", page.IndexOf($"<!-- sample: {name} -->", StringComparison.Ordinal),
            StringComparison.Ordinal);
        var printed = page[(start + 10)..page.IndexOf("```", start + 10, StringComparison.Ordinal)];
        var source = File.ReadAllText(Path.Combine(
            RepoFiles.Root, "tests", "Writethru.Tests", "Formats", "LibrarySampleTests.cs"));
        var from = source.IndexOf($"// sample: {name}\n", StringComparison.Ordinal);
        var compiled =
            source[(source.IndexOf('\n', from) + 1)..source.IndexOf("// end", from, StringComparison.Ordinal)];

        Assert.Equal(Lines(printed), Lines(compiled));
    }

    static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
}
