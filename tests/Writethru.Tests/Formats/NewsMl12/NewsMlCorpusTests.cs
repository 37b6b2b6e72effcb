using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats.NewsMl12;

/// <summary>Real items of NewsML 1, where they lie beside the clone.</summary>
public class NewsMlCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_sample_is_a_take_or_says_that_it_holds_no_copy()
    {
        var folder = RepoFiles.SharedOrSkip("corpus", "newsml-1");
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal).ToList();
        var (takes, others, stories) = (0, 0, 0);
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            var result = WireFormats.Find("newsml")!.Read(bytes, ReadOptions.Default);
            takes += result.Takes.Length;
            others += result.WithoutCopy.Length;
            stories += result.Takes.Count(take => take.Body.Length > 1);
            Assert.True(result.Takes.Length + result.WithoutCopy.Length > 0, $"Nothing in {file}: {result.Remarks[0]}");
            Assert.DoesNotContain(result.Remarks, remark => remark.Severity == Severity.Error);
            Assert.All(result.Takes, take => AssertStory(take, file));
            Assert.Equal("newsml", WireFormats.Recognise(bytes)?.Name);
        }

        output.WriteLine(
            $"{files.Count} files: {takes} takes, {stories} of them stories, {others} items without copy.");
        Assert.True(stories >= 45);
    }

    static void AssertStory(Take take, string file)
    {
        Assert.False(take.Headline.Length == 0 && take.Body.IsEmpty, $"Neither headline nor body in {file}");
        Assert.StartsWith("urn:newsml:", take.SenderId);
        Assert.NotEmpty(take.SenderVersion);
        Assert.NotNull(take.VersionCreated);
        Assert.Equal(TakeStatus.Usable, take.Status);
        Assert.Null(take.Embargo);
    }

    [Fact]
    public void Every_sample_survives_being_written_and_read_again()
    {
        var folder = RepoFiles.SharedOrSkip("corpus", "newsml-1");
        var format = WireFormats.Find("newsml")!;
        foreach (var file in Directory.GetFiles(folder, "*.xml", SearchOption.AllDirectories))
        {
            foreach (var take in format.Read(File.ReadAllBytes(file), ReadOptions.Default).Takes)
                RoundTrip.AssertHolds(format, take);
        }
    }
}
