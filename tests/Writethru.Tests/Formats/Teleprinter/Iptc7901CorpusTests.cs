using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats.Teleprinter;

/// <summary>Real messages that lie beside a developer's clone.</summary>
public class Iptc7901CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_real_message_is_recognised_and_read()
    {
        var files = Directory.GetFiles(RepoFiles.SharedOrSkip("corpus", "iptc7901"), "*.iptc",
            SearchOption.AllDirectories);

        foreach (var file in files)
        {
            var result = WireFormats.Read(File.ReadAllBytes(file), ReadOptions.Default);
            var take = result.TakeOrThrow();

            Assert.Equal("iptc7901", result.Format);
            Assert.Single(result.Takes);
            Assert.NotEqual("", take.Headline);
            Assert.NotEqual("", take.Sequence);
            Assert.NotEqual("", take.Slug);
            Assert.NotEmpty(take.Body);
            Assert.NotNull(take.VersionCreated?.At);
            Assert.DoesNotContain(result.Remarks, remark => remark.Severity == Severity.Error);
            RoundTrip.AssertHolds(WireFormats.Find("iptc7901")!, take);
        }
        output.WriteLine($"{files.Length} messages, {files.Length} takes.");
        Assert.NotEmpty(files);
    }

    /// <summary>The messages were made of JSON items that lie beside them, and that say what is what.</summary>
    [Theory, InlineData("eil"), InlineData("nsb-n1")]
    public void A_real_message_says_what_the_item_says_of_which_it_was_made(string name)
    {
        var folder = RepoFiles.SharedOrSkip("corpus", "iptc7901", "dpa-newslab");
        using var item = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "input", name + ".json")));
        var take = WireFormats.Read(
            File.ReadAllBytes(Path.Combine(folder, "output", name + ".iptc")), ReadOptions.Default)
            .TakeOrThrow();

        Assert.Equal(item.RootElement.GetProperty("headline").GetString(), take.Headline);
        Assert.Equal(item.RootElement.GetProperty("urgency").GetInt32(), take.Urgency);
        Assert.Equal(item.RootElement.GetProperty("dateline").GetString()!.Trim(), take.Dateline?.Text);
        Assert.Single(take.Body);
        foreach (var word in take.Body[0].Text.Split(' '))
            Assert.Contains(word.Trim('«', '»'), item.RootElement.GetProperty("article_html").GetString()!);
        Assert.All(take.Notes.Where(note => note.Role == NoteRoles.Notebook), note => Assert.False(note.IsPublic));
    }
}
