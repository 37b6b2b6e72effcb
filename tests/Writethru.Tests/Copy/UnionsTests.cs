using Writethru.Copy;

namespace Writethru.Tests.Copy;

public sealed class UnionsTests
{
    static readonly string[] _continents = ["Europe", "Asia", "Africa", "Americas", "Oceania"];

    [Theory]
    [InlineData("EU", "European Union"), InlineData("the European Union", "European Union")]
    [InlineData("Scandinavia", "Scandinavia"), InlineData("SÜDAMERIKA", "South America")]
    [InlineData("eu", null), InlineData("Gsa", null), InlineData("Middle East", null), InlineData("", null)]
    public void A_name_is_found_as_it_is_printed(string name, string? key) => Assert.Equal(key, Unions.Find(name));

    [Theory]
    [InlineData("European Union", "HR", "2013-06-30", false), InlineData("European Union", "HR", "2013-07-01", true)]
    [InlineData("European Union", "GB", "2020-01-31", true), InlineData("European Union", "GB", "2020-02-01", false)]
    [InlineData("Schengen Area", "CH", "2008-12-11", false), InlineData("Schengen Area", "CH", "2008-12-12", true)]
    public void A_permission_reaches_the_members_of_the_day(string union, string country, string day, bool isMember) =>
        Assert.Equal(isMember, Unions.Allowed(union, DateOnly.Parse(day)).Contains(country));

    [Fact]
    public void A_denial_without_a_day_reaches_whoever_was_a_member_ever()
    {
        Assert.Contains("GB", Unions.Denied("European Union"));
        Assert.DoesNotContain("GB", Unions.Denied("European Union", new DateOnly(2026, 1, 1)));
        Assert.DoesNotContain("GB", Unions.Allowed("European Union"));
    }

    [Fact]
    public void A_denial_never_reaches_fewer_than_a_permission() =>
        Assert.All(Keys(), key => Assert.Empty(Unions.Allowed(key).Except(Unions.Denied(key, Unions.AsOf))));

    [Fact]
    public void Every_member_is_a_country() =>
        Assert.All(Keys().SelectMany(key => Unions.Denied(key)), code => Assert.True(Countries.IsCode(code), code));

    [Fact]
    public void The_continents_are_the_world_without_Antarctica_and_no_country_is_in_two()
    {
        var members = _continents.SelectMany(continent => Unions.Allowed(continent)).ToList();

        Assert.Equal(members.Count, members.Distinct().Count());
        Assert.Equal(248, members.Count);
        Assert.DoesNotContain("AQ", members);
    }

    [Theory]
    [InlineData("USA", "US"), InlineData("DEU", "DE"), InlineData("GER", "DE"), InlineData("AND", null)]
    [InlineData("usa", null), InlineData("XXX", null)]
    public void A_code_of_three_letters_is_a_country_where_it_is_no_word(string code, string? country) =>
        Assert.Equal(country, PrintedCountryCodes.OfThree(code));

    static IEnumerable<string> Keys() => UnionTable.Text.ReplaceLineEndings("\n").Split('\n')
        .Where(line => !line.StartsWith(' ')).Select(line => line.Split(';', '=')[0].Trim());
}
