using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>What a caller misspells in a query is said, on every path of the API.</summary>
public class StrictQueryTests
{
    static readonly DateTimeOffset _start = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Every_endpoint_of_the_api_refuses_a_name_that_it_does_not_know_and_no_page_does()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        var walked = 0;
        foreach (var endpoint in wire.Endpoints)
        {
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                var path = PathOf(endpoint);
                using var request = new HttpRequestMessage(new HttpMethod(method), path + "?limt=3");
                if (method is "POST" or "PUT" or "PATCH")
                    request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
                using var response = await desk.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                var isApi = path.StartsWith("/v1/", StringComparison.Ordinal);
                // Nothing but the head of what answers, for a stream would not end.
                var body = isApi ? await response.Content.ReadAsStringAsync() : "";
                var isRefused = (int)response.StatusCode == 400
                    && body.Contains("Found parameter 'limt', expected ", StringComparison.Ordinal);

                Assert.True(isApi == isRefused, $"{method} {path}: {(int)response.StatusCode} {body}");
                walked += isRefused ? 1 : 0;
            }
        }
        Assert.True(walked > 30, $"Only {walked} endpoints were walked.");
    }

    [Theory]
    [InlineData("/v1/feed?limt=3", "parameter-unknown", "Found parameter 'limt', expected after, format, limit, wait.")]
    [InlineData("/v1/subscribers?x=1", "parameter-unknown", "Found parameter 'x', expected none.")]
    [InlineData("/v1/feed?limit=many", "parameter-invalid", "Found limit 'many', expected a whole number.")]
    [InlineData("/v1/feed?limit=", "parameter-invalid", "Found limit '', expected a whole number.")]
    [InlineData("/v1/feed?limit=0", "parameter-invalid", "Found limit '0', expected 1 to 1000.")]
    [InlineData("/v1/feed?limit=1001", "parameter-invalid", "Found limit '1001', expected 1 to 1000.")]
    [InlineData("/v1/feed?wait=31", "parameter-invalid", "Found wait '31', expected seconds, 0 to 30.")]
    [InlineData("/v1/feed?wait=-1", "parameter-invalid", "Found wait '-1', expected seconds, 0 to 30.")]
    [InlineData("/v1/feed?wait=NaN", "parameter-invalid", "Found wait 'NaN', expected seconds, 0 to 30.")]
    [InlineData("/v1/feed?wait=soon", "parameter-invalid", "Found wait 'soon', expected a number.")]
    [InlineData("/v1/feed?limit=1&limit=2", "parameter-invalid", "Found limit '2 times', expected it once.")]
    [InlineData("/v1/live?last=x", "parameter-unknown", "Found parameter 'last', expected after, format.")]
    [InlineData("/v1/stories/x/diff?from=0", "parameter-invalid", "Found from '0', expected a take's number, from 1.")]
    [InlineData("/v1/stories/x/diff?to=-2", "parameter-invalid", "Found to '-2', expected a take's number, from 1.")]
    [InlineData("/v1/stories/x/deliveries?take=0", "parameter-invalid",
        "Found take '0', expected a take's number, from 1.")]
    [InlineData("/v1/audit/pictures?limit=10001", "parameter-invalid", "Found limit '10001', expected 1 to 10000.")]
    public async Task What_was_found_and_what_was_expected_is_said(string path, string code, string detail)
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);

        var (status, body) = await desk.GetAsync(path);

        var problem = JsonElement.Parse(body);
        Assert.Equal((400, code, detail),
            (status, problem.GetProperty("code").GetString(), problem.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task A_name_in_other_letters_is_the_same_and_who_may_not_ask_is_told_that_first()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var nobody = new Api(wire.Url, "");

        Assert.Equal(200, (await desk.GetAsync("/v1/feed?Limit=3")).Status);
        Assert.Equal(401, (await nobody.GetAsync("/v1/feed?limt=3")).Status);
    }

    static string PathOf(RouteEndpoint endpoint)
    {
        var path = endpoint.RoutePattern.RawText!;
        foreach (var parameter in endpoint.RoutePattern.Parameters)
        {
            var at = path.IndexOf("{" + parameter.Name, StringComparison.Ordinal);
            path = path[..at] + "1" + path[(path.IndexOf('}', at) + 1)..];
        }
        return path.StartsWith('/') ? path : "/" + path;
    }
}
