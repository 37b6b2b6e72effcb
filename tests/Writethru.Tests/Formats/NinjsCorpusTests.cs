using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

/// <summary>IPTC's own examples and test suite, which lie beside a developer's clone.</summary>
public class NinjsCorpusTests(ITestOutputHelper output)
{
    /// <summary>
    /// What strict reading does not decide as the suite does, and why: the item names no version, and what it must not
    /// have is allowed in a later one of the same kind.
    /// </summary>
    static readonly string[] _undecided = ["1.1/should_fail/001_type_component.json"];

    static readonly ReadOptions _strict = new() { IsStrict = true };

    [Fact]
    public void Every_sample_reads_to_a_take_or_says_that_it_has_no_copy()
    {
        var (takes, without, nothing, broken) = (0, 0, 0, 0);
        foreach (var file in Samples("iptc-examples").Concat(Samples("iptc-test-suite")))
        {
            var bytes = File.ReadAllBytes(file);
            var result = WireFormats.Find("ninjs")!.Read(bytes, ReadOptions.Default);
            var code = result.Remarks.FirstOrDefault(remark => remark.Severity == Severity.Error)?.Code ?? "";
            if (result.TryGetTake(out var take))
            {
                takes++;
                Assert.True(take.Headline.Length > 0 || take.Body.Length > 0 || take.Pictures.Length > 0
                    || take.Advisory is not null || take.Notes.Length > 0 || take.Status != TakeStatus.Usable, file);
            }
            else if (!result.WithoutCopy.IsEmpty)
                without++;
            else if (code == "NINJS-019")
                nothing++;
            else
            {
                Assert.True(code is "NINJS-002" or "NINJS-018", $"{file}: {code}");
                broken++;
            }
        }
        output.WriteLine($"takes {takes}, items without copy {without}, nothing to file {nothing}, "
            + $"no JSON or no ninjs {broken}");
        Assert.True(takes > 0);
    }

    [Fact]
    public void Every_real_story_has_a_headline_a_body_a_date_and_an_id()
    {
        foreach (var file in Samples("iptc-examples"))
        {
            var result = WireFormats.Read(File.ReadAllBytes(file), ReadOptions.Default);
            if (!result.TryGetTake(out var take) || take.Body.IsEmpty)
                continue;
            Assert.True(take.Headline.Length > 0 && take.SenderId.Length > 0, file);
            Assert.True(take.VersionCreated?.At is not null || take.FirstCreated?.At is not null
                || !File.ReadAllText(file).Contains("created\"", StringComparison.OrdinalIgnoreCase), file);
        }
    }

    [Fact]
    public void Strict_reading_agrees_with_the_suite_of_each_version()
    {
        List<string> disagreeing = [];
        foreach (var version in Directory.GetDirectories(Suite()).Order(StringComparer.Ordinal))
        {
            var (agreeing, all) = (0, 0);
            foreach (var file in Directory.GetFiles(version, "*.json", SearchOption.AllDirectories))
            {
                var isValid = !WireFormats.Find("ninjs")!.Read(File.ReadAllBytes(file), _strict).Remarks
                    .Any(remark => remark.Severity == Severity.Error && remark.Code != "NINJS-019");
                all++;
                if (isValid == file.Contains("should_pass", StringComparison.Ordinal))
                    agreeing++;
                else
                    disagreeing.Add(Path.GetRelativePath(Suite(), file).Replace('\\', '/'));
            }
            output.WriteLine($"{Path.GetFileName(version)}: {agreeing}/{all}");
        }
        Assert.Equal(_undecided, disagreeing);
    }

    static string Suite() => RepoFiles.SharedOrSkip("corpus", "ninjs", "iptc-test-suite");

    static IEnumerable<string> Samples(string folder) => Directory
        .GetFiles(RepoFiles.SharedOrSkip("corpus", "ninjs", folder), "*.json", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith("extension-schema.json", StringComparison.Ordinal));
}
