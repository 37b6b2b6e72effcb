using Writethru.Tests.Support;

namespace Writethru.Tests.House;

/// <summary>How the source is laid out, whatever it says. No file is exempt, for none is generated.</summary>
public class LayoutTests
{
    const int Longest = 120;

    [Fact]
    public void No_line_is_longer_than_120_characters()
    {
        var files = RepoFiles.Sources("src", "tests", "bench").ToList();

        var longer =
            from file in files
            from line in File.ReadLines(file).Index()
            where line.Item.EnumerateRunes().Count() > Longest
            select $"{Path.GetRelativePath(RepoFiles.Root, file)}:{line.Index + 1}";

        Assert.NotEmpty(files);
        Assert.Empty(longer);
    }
}
