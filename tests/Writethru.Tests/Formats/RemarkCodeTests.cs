using System.Text.RegularExpressions;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

public partial class RemarkCodeTests
{
    [Fact]
    public void Every_code_in_the_source_stands_in_the_table_and_the_other_way_round()
    {
        var source = Path.Combine(RepoFiles.Root, "src", "Writethru.Formats");
        var used = Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains(
                $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                StringComparison.Ordinal))
            .SelectMany(file => Quoted().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["code"].Value)
            .Distinct();
        var table = Row().Matches(File.ReadAllText(Path.Combine(RepoFiles.Root, "docs", "formats", "remarks.md")))
            .Select(match => match.Groups["code"].Value);

        Assert.Equal(used.Order(StringComparer.Ordinal), table.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("\"(?<code>[A-Z]{3,6}-[0-9]{3})\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\| `(?<code>[A-Z]{3,6}-[0-9]{3})` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
