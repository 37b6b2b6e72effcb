namespace Writethru.Scenarios.Support;

/// <summary>
/// The seeds of random histories: a handful in a run of the tests, as many as asked for in <c>bench/seeds.sh</c>.
/// </summary>
static class Seeds
{
    /// <param name="usual">How many when nobody asks for more in WRITETHRU_TEST_SEEDS (<c>FIRST-LAST</c>).</param>
    public static TheoryData<int> Of(int usual)
    {
        var asked = Environment.GetEnvironmentVariable("WRITETHRU_TEST_SEEDS")?.Split('-') ?? ["1", $"{usual}"];
        var (first, last) = (int.Parse(asked[0], null), int.Parse(asked[^1], null));
        return [.. Enumerable.Range(first, last - first + 1)];
    }
}
