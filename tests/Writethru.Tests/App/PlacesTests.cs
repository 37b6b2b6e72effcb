using Writethru.App.Api;

namespace Writethru.Tests.App;

/// <summary>So many at a time for each caller.</summary>
public class PlacesTests
{
    [Fact]
    public void Who_has_taken_all_gets_none_until_one_is_left()
    {
        var places = new Places(2);
        var first = places.TryEnter("paper");
        using var second = places.TryEnter("paper");

        Assert.Null(places.TryEnter("paper"));
        using var other = places.TryEnter("radio");
        Assert.NotNull(other);
        first!.Dispose();
        first.Dispose();

        using var third = places.TryEnter("paper");
        Assert.NotNull(third);
        Assert.Null(places.TryEnter("paper"));
    }

    [Fact]
    public void There_are_never_more_than_may_be_and_all_are_given_back()
    {
        var places = new Places(3);
        var (inside, most) = (0, 0);

        Parallel.For(0, 10_000, _ =>
        {
            using var place = places.TryEnter("paper");
            if (place is null)
                return;
            InterlockedMax(ref most, Interlocked.Increment(ref inside));
            Interlocked.Decrement(ref inside);
        });

        Assert.InRange(most, 1, 3);
        IDisposable?[] all = [places.TryEnter("paper"), places.TryEnter("paper"), places.TryEnter("paper")];
        Assert.All(all, Assert.NotNull);
        Assert.Null(places.TryEnter("paper"));
    }

    static void InterlockedMax(ref int most, int found)
    {
        for (var seen = Volatile.Read(ref most); found > seen; seen = Volatile.Read(ref most))
            Interlocked.CompareExchange(ref most, found, seen);
    }
}
