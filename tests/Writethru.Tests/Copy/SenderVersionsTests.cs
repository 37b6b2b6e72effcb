using Writethru.Copy;

namespace Writethru.Tests.Copy;

/// <summary>Which version its sender made first, and that nobody guesses.</summary>
public class SenderVersionsTests
{
    [Theory]
    [InlineData("1", "2", -1)]
    [InlineData("9", "10", -1)]
    [InlineData("10", "9", 1)]
    [InlineData("007", "7", 0)]
    [InlineData("20261124060000123456789", "20261124060000123456790", -1)]
    [InlineData("a", "b", 0)]
    [InlineData("1.2", "1.10", 0)]
    [InlineData("", "2", 0)]
    public void Versions_that_are_numbers_count_as_numbers_and_other_text_says_nothing(
        string left, string right, int expected)
    {
        var compared = SenderVersions.Compare(Of(left), Of(right));

        Assert.Equal(expected, Math.Sign(compared));
    }

    [Fact]
    public void Where_one_of_them_is_no_number_the_senders_instants_decide()
    {
        Assert.True(SenderVersions.Compare(Of("b", minute: 1), Of("a", minute: 2)) < 0);
        Assert.True(SenderVersions.Compare(Of("", minute: 3), Of("9", minute: 2)) > 0);
        Assert.Equal(0, SenderVersions.Compare(Of("b", minute: 1), Of("a")));
    }

    [Fact]
    public void Numbers_decide_before_instants() =>
        Assert.True(SenderVersions.Compare(Of("2", minute: 9), Of("3", minute: 1)) < 0);

    static Take Of(string version, int? minute = null) => new()
    {
        SenderVersion = version,
        VersionCreated = minute is { } at
            ? new SenderTime("as sent", new DateTimeOffset(2026, 11, 24, 6, at, 0, TimeSpan.Zero))
            : null,
    };
}
