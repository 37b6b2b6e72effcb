using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats.Feeds;

/// <summary>
/// Every sample feed of two other libraries ends as takes, as "no copy in here", or as an error that says why.
/// </summary>
public class FeedCorpusTests(ITestOutputHelper log)
{
    [Theory]
    [InlineData("feedparser"), InlineData("gofeed")]
    public void Every_sample_is_read_or_says_why_not(string library)
    {
        var root = RepoFiles.SharedOrSkip("corpus", "rss-atom", library);
        var outcomes = Directory.GetFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".xml", StringComparison.Ordinal)
                || Path.GetFileName(Path.GetDirectoryName(file)) == "json"
                && !file.EndsWith("_expected.json", StringComparison.Ordinal))
            .Select(file => (Name: Path.GetRelativePath(root, file), Outcome: Read(File.ReadAllBytes(file))))
            .ToList();

        foreach (var group in outcomes.GroupBy(o => o.Outcome).OrderByDescending(group => group.Count()))
            log.WriteLine($"{group.Count(),5} {group.Key}, such as {group.First().Name}");

        Assert.NotEmpty(outcomes);
        Assert.DoesNotContain(outcomes, o => o.Outcome == "nothing was said");
    }

    static string Read(byte[] bytes)
    {
        var format = WireFormats.Recognise(bytes);
        if (format?.Name is not ("atom" or "rss" or "jsonfeed"))
            return "not recognised as a feed";
        var result = format.Read(bytes, ReadOptions.Default);
        return !result.Takes.IsEmpty ? "takes"
            : !result.WithoutCopy.IsEmpty ? "no copy in here"
            : result.Remarks.FirstOrDefault(remark => remark.Severity == Severity.Error) is { } error
                ? $"refused with {error.Code}"
                : "nothing was said";
    }
}
