using System.Net;
using System.Text.Json;
using Writethru.App.Access;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>Sessions end for good, and the links that begin them lead nowhere but here.</summary>
public class SessionScenarios
{
    static readonly DateTimeOffset _morning = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Who_signed_out_stays_out_over_a_restart_and_others_stay_in()
    {
        await using var wire = await InProcessWire.StartAsync(_morning);
        var (left, other) = (await SignInAsync(wire), await SignInAsync(wire));

        Assert.Equal(302, await StatusAsync(wire, HttpMethod.Post, "/signout", left));
        await wire.RestartAsync(_ => { });

        Assert.Equal(403, await StatusAsync(wire, HttpMethod.Get, "/v1/subscribers", left));
        Assert.Equal(200, await StatusAsync(wire, HttpMethod.Get, "/v1/subscribers", other));
    }

    [Fact]
    public async Task Ended_sessions_are_forgotten_when_their_cookies_have_expired()
    {
        await using var wire = await InProcessWire.StartAsync(_morning);
        var ended = wire.Get<EndedSessions>();
        ended.End("old");
        wire.Clock.Advance(EndedSessions.CookieLifetime + TimeSpan.FromSeconds(1));

        ended.End("new");

        var lines = "";
        await wire.RestartAsync(data => lines = File.ReadAllText(Path.Combine(data, "keys", "sessions.ended")));
        Assert.DoesNotContain("old", lines, StringComparison.Ordinal);
        Assert.True(wire.Get<EndedSessions>().Contains("new"));
        Assert.False(wire.Get<EndedSessions>().Contains("old"));
    }

    [Theory]
    [InlineData("evil.example", false)]
    [InlineData("127.0.0.1.evil.example", false)]
    [InlineData("localhost:9999", true)]
    [InlineData("[::1]:9999", true)]
    public async Task A_link_never_names_a_host_that_a_caller_made_up(string host, bool isOurs)
    {
        await using var wire = await InProcessWire.StartAsync(_morning);

        var link = await LinkAsync(wire.Url, wire.DeskKey, host);

        Assert.StartsWith((isOurs ? $"http://{host}" : wire.Url) + "/signin/", link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_TLS_links_and_cookies_are_those_of_the_public_address()
    {
        using var folder = new TemporaryFolder();
        await using var wire = await WireProcess.ServeAsync(folder.At("data"),
            "/usr/bin/env", "WRITETHRU_Delivery__PublicUrl=https://wire.example/");

        var link = await LinkAsync(wire.Url, wire.DeskKey, "localhost");

        Assert.StartsWith("https://wire.example/signin/", link, StringComparison.Ordinal);
        using var http = Browser(wire.Url);
        using var signedIn = await http.GetAsync(new Uri(link).AbsolutePath);
        Assert.Contains("; secure", signedIn.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_works_is_printed_with_the_first_key_and_never_again()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await WireProcess.ServeAsync(folder.At("data")))
        {
            Assert.Contains(first.Output, line => line.Contains("/signin/", StringComparison.Ordinal));
            await first.StopAsync();
        }

        await using var second = await WireProcess.ServeAsync(folder.At("data"));

        Assert.DoesNotContain(second.Output, line => line.Contains("/signin/", StringComparison.Ordinal));
        Assert.Contains(second.Output,
            line => line.Contains("writethru admin desk link desk --to http", StringComparison.Ordinal));
    }

    static async Task<string> SignInAsync(InProcessWire wire)
    {
        using var http = Browser(wire.Url);
        using var signedIn = await http.GetAsync("/signin/" + wire.Get<SignInLinks>().Issue("desk"));
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single();
        Assert.DoesNotContain("; secure", cookie, StringComparison.Ordinal);
        return cookie[..cookie.IndexOf(';', StringComparison.Ordinal)];
    }

    static async Task<int> StatusAsync(InProcessWire wire, HttpMethod method, string path, string cookie)
    {
        using var http = Browser(wire.Url);
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Cookie", cookie);
        using var response = await http.SendAsync(request);
        return (int)response.StatusCode;
    }

    static async Task<string> LinkAsync(string url, string key, string host)
    {
        using var http = Browser(url);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/desks/desk/link");
        request.Headers.Host = host;
        request.Headers.Authorization = new("Bearer", key);
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsByteArrayAsync()).GetProperty("url").GetString()!;
    }

    static HttpClient Browser(string url) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(url) };
}
