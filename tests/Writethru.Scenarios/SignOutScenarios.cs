using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>Signing out ends one session.</summary>
public class SignOutScenarios
{
    [Fact]
    public async Task Whoever_signs_out_with_a_key_ends_nothing_of_others()
    {
        await using var wire = await InProcessWire.StartAsync(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var paper = new Api(wire.Url, await desk.AddSubscriberAsync("paper"));

        using var left = await paper.PostAsync("/signout", new { });

        Assert.Equal(302, (int)left.StatusCode);
        Assert.Equal(200, (await paper.GetAsync("/v1/feed")).Status);
        Assert.Equal(200, (await desk.GetAsync("/v1/subscribers")).Status);
    }
}
