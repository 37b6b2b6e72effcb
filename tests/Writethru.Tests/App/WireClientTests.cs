using System.Net;
using System.Net.Sockets;
using Writethru.App.Cli;

namespace Writethru.Tests.App;

public class WireClientTests
{
    [Fact]
    public async Task A_server_that_never_answers_is_a_failure_and_no_cancellation()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        using var client = new WireClient($"http://{mute.LocalEndpoint}", "key", TimeSpan.FromMilliseconds(200));

        var failure = await Assert.ThrowsAsync<HttpRequestException>(
            () => client.SendAsync(HttpMethod.Get, "/v1/feed", null, CancellationToken.None));

        Assert.Contains("No answer within 0.2 s", failure.Message);
    }

    [Fact]
    public async Task A_person_who_gives_up_cancels()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        using var client = new WireClient($"http://{mute.LocalEndpoint}", "key");
        using var person = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.SendAsync(HttpMethod.Get, "/v1/feed", null, person.Token));
    }
}
