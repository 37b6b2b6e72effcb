using System.Text.RegularExpressions;
using Writethru.Tests.Support;

namespace Writethru.Tests.House;

/// <summary>
/// <c>docs/reliability.md</c> says which tests skip themselves on a clone, for want of material that may not be in the
/// repository. What stands there is held against the source here, and counted by <c>tests/clone.sh</c>.
/// </summary>
public partial class CloneTests
{
    [Fact]
    public void The_list_of_what_a_clone_skips_names_the_classes_that_use_the_material_beside_it()
    {
        var listed = ListedPattern()
            .Matches(File.ReadAllText(Path.Combine(RepoFiles.Root, "docs", "reliability.md")))
            .Select(row => row.Groups["class"].Value);

        var users = RepoFiles.Sources(Path.Combine("tests", "Writethru.Tests"))
            .Where(file => UsePattern().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetFileNameWithoutExtension(file));

        Assert.Equal(users.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| `(?<class>\w+)` \| \d+ \|", RegexOptions.Multiline)]
    private static partial Regex ListedPattern();

    [GeneratedRegex(@"RepoFiles\.SharedOrSkip\(")]
    private static partial Regex UsePattern();
}
