using Writethru.Copy;
using Writethru.Formats;
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

        foreach (var file in files)
        {
            var result = WireFormats.Read(File.ReadAllBytes(file), ReadOptions.Default);
            if (result.Format != "newsmlg2" || result.Takes.IsEmpty && result.WithoutCopy.IsEmpty)
                output.WriteLine($"NONE {result.Format} {file} {string.Join(' ', result.Remarks.Select(r => r.Code))}");
            takes += result.Takes.Length;
            withoutCopy += result.WithoutCopy.Length;
            output.WriteLine($"{Path.GetFileName(file)}: {string.Join(" | ", result.Takes.Select(Print))}"
                + $" {string.Join(" | ", result.WithoutCopy)}");
        }

        output.WriteLine($"{files.Count} files, {takes} takes, {withoutCopy} items without copy");
    }

    static string Print(Take take) => $"[{take.Headline}] {take.Body.Length}p {take.Pictures.Length}pic {take.Status}"
        + $" {take.VersionCreated?.At} '{take.Dateline?.Text}' '{take.Byline}' adv:{take.Advisory?.Text} "
        + $"p1:{(take.Body.IsEmpty ? "" : take.Body[0].Text[..Math.Min(60, take.Body[0].Text.Length)])}"
        + $" x:{string.Join(',', take.Extras.Select(extra => extra.Name).Distinct())}";
}
