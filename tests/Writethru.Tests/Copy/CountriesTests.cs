using Writethru.Copy;

namespace Writethru.Tests.Copy;

public sealed class CountriesTests
{
    [Theory]
    [InlineData("Republic of Korea", "KR")]
    [InlineData("the republic of KOREA", "KR")]
    [InlineData("S. Korea", "KR")]
    [InlineData("대한민국", "KR")]
    [InlineData("North Korea", "KP")]
    [InlineData("U.S.", "US")]
    [InlineData("USA", "US")]
    [InlineData("UK", "GB")]
    [InlineData("Britain", "GB")]
    [InlineData("Côte d’Ivoire", "CI")]
    [InlineData("Guinea Bissau", "GW")]
    [InlineData("Österreich", "AT")]
    [InlineData("اليابان", "JP")]
    public void A_country_is_found_by_what_copy_calls_it(string name, string code) =>
        Assert.Equal(code, Countries.Find(name));

    [Theory]
    [InlineData("Congo")]
    [InlineData("England")]
    [InlineData("America")]
    [InlineData("KR")]
    [InlineData("")]
    public void Names_of_two_countries_of_parts_and_of_none_are_not_found(string name) =>
        Assert.Null(Countries.Find(name));

    [Fact]
    public void All_249_codes_have_a_name_and_no_name_has_two_codes()
    {
        var names = CountryNames.Table.Split('\n').Select(line => line.Trim())
            .SelectMany(line => line[3..].Split("; ").Select(name => (Key: PlaceNames.KeyOf(name), Code: line[..2])))
            .ToList();

        Assert.Equal(249, names.Select(name => name.Code).Distinct().Count());
        Assert.All(names.GroupBy(name => name.Key), same => Assert.Single(same.Select(name => name.Code).Distinct()));
        Assert.All(names, name => Assert.True(Countries.IsCode(name.Code)));
        Assert.All(names, name => Assert.InRange(name.Key.Split(' ').Length, 1, Countries.LongestNameInWords));
    }

    [Theory]
    [InlineData("kr")]
    [InlineData("UK")]
    [InlineData("XX")]
    [InlineData("")]
    public void Only_codes_of_the_standard_are_codes(string code) => Assert.False(Countries.IsCode(code));
}
