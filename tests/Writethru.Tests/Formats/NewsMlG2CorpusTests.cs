using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

/// <summary>The samples beside a developer's clone: each is a take, or says that there is no copy in it.</summary>
public class NewsMlG2CorpusTests(ITestOutputHelper output)
{
    static readonly string[] _noSamples = ["schemas", "catalogs", "input"];

    [Fact]
    public void Every_sample_reads_to_a_take_or_to_no_copy_in_here()
    {
        var root = RepoFiles.SharedOrSkip("corpus", "newsml-g2");
        var files = Directory.GetFiles(root, "*.xml", SearchOption.AllDirectories)
            .Where(file => !_noSamples.Any(folder => file.Contains(
                $"{Path.DirectorySeparatorChar}{folder}{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal).ToList();
        var (takes, withoutCopy) = (0, 0);

        var unread = new List<string>();
        foreach (var file in files)
        {
            var result = WireFormats.Read(File.ReadAllBytes(file), ReadOptions.Default);
            if (result.Format != "newsmlg2" || result.Takes.IsEmpty && result.WithoutCopy.IsEmpty)
                unread.Add($"{file}: {string.Join(' ', result.Remarks.Select(remark => remark.Code))}");
            takes += result.Takes.Length;
            withoutCopy += result.WithoutCopy.Length;
        }

        output.WriteLine($"{files.Count} files, {takes} takes, {withoutCopy} items without copy");
        Assert.Empty(unread);
    }

    /// <summary>The folders hold real wire stories; the others are examples and tests of single elements.</summary>
    [Fact]
    public void Real_stories_have_headline_body_date_and_identity()
    {
        var dpa = RepoFiles.SharedOrSkip("corpus", "newsml-g2", "dpa-newslab", "output");
        var reuters = RepoFiles.SharedOrSkip("corpus", "newsml-g2", "iptc-newsml");
        var stories = Directory.GetFiles(dpa, "*.xml").Concat(Directory.GetFiles(reuters, "*.xml"))
            .SelectMany(file => WireFormats.Read(File.ReadAllBytes(file), ReadOptions.Default).Takes).ToList();

        output.WriteLine($"{stories.Count} stories: {string.Join("; ", stories.Select(take => take.Headline))}");
        Assert.NotEmpty(stories);
        Assert.All(stories, take =>
        {
            Assert.NotEmpty(take.Headline);
            Assert.True(take.Body.Length > 0 || take.Pictures.Length > 0);
            Assert.NotNull(take.VersionCreated?.At);
            Assert.NotEmpty(take.SenderId);
        });
    }

    /// <summary>
    /// Two of the suite's documents must fail under an older schema than the one that they declare; we hold a document
    /// to what it declares.
    /// </summary>
    static readonly string[] _validAsDeclared =
        ["2.29_affiliation_org_org.xml", "CR00215_hasInstrument_on_concept.xml"];

    [Fact]
    public void The_suite_of_the_standard_agrees_with_strict_reading()
    {
        var root = RepoFiles.SharedOrSkip("corpus", "newsml-g2", "iptc-unit-tests");
        var files = Directory.GetFiles(root, "*.xml", SearchOption.AllDirectories);
        var differing = new List<string>();
        foreach (var file in files)
        {
            var faults = WireFormats.Find("newsmlg2")!
                .Read(File.ReadAllBytes(file), new ReadOptions { IsStrict = true }).Remarks
                .Where(remark => remark.Severity == Severity.Error).ToList();
            if (faults.Count == 0 != file.Contains("should_pass", StringComparison.Ordinal))
                differing.Add($"{file[root.Length..]}: {string.Join("; ", faults.Select(fault => fault.Message))}");
        }

        output.WriteLine(
            $"{files.Length - differing.Count} of {files.Length} agree; not: {string.Join("\n", differing)}");
        Assert.All(differing, file => Assert.Contains(
            _validAsDeclared, name => file.Contains(name, StringComparison.Ordinal)));
    }
}
