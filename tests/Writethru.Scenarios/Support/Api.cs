using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Writethru.Scenarios.Support;

/// <summary>Speaks to a running server as one principal, over real HTTP.</summary>
sealed class Api(string url, string key) : IDisposable
{
    readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        // A stream that is left must end at once, not be read on for some seconds.
        ResponseDrainTimeout = TimeSpan.Zero,
    })
    {
        BaseAddress = new Uri(url),
        Timeout = TimeSpan.FromSeconds(60),
        DefaultRequestHeaders =
        {
            Authorization = key.Length == 0 ? null : new AuthenticationHeaderValue("Bearer", key)
        },
    };

    public HttpClient Http => _http;

    public Task<HttpResponseMessage> PublishAsync(string copy, string query = "", string? idempotencyKey = null) =>
        PublishAsync(Encoding.UTF8.GetBytes(copy), query, idempotencyKey);

    public async Task<HttpResponseMessage> PublishAsync(byte[] copy, string query = "", string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/items?" + query)
        {
            Content = new ByteArrayContent(copy),
        };
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await _http.SendAsync(request);
    }

    /// <summary>Publishes and expects 201.</summary>
    public async Task<Filed> FileAsync(string copy, string query = "")
    {
        using var response = await PublishAsync(copy, query);
        Assert.True(
            (int)response.StatusCode == 201,
            $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadFromJsonAsync<Filed>())!;
    }

    public async Task<HttpResponseMessage> PostAsync(string path, object body) =>
        await _http.PostAsJsonAsync(path, body);

    public Task KillAsync(string story, string reason = "The facts did not hold") => VerbAsync(story, "kill", reason);

    /// <summary>Kills, takes down or holds a story, and expects 201.</summary>
    public async Task VerbAsync(string story, string verb, string reason)
    {
        using var response = await PostAsync($"/v1/stories/{story}/{verb}", new { reason });
        Assert.Equal(201, (int)response.StatusCode);
    }

    public async Task<string> AddSubscriberAsync(
        string name, string territory = "", bool redistributes = false, string format = "ninjs")
    {
        using var response = await PostAsync("/v1/subscribers", new { name, territory, redistributes, format });
        Assert.Equal(201, (int)response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsByteArrayAsync()).GetProperty("key").GetString()!;
    }

    public async Task<string> AddPublisherAsync(string name)
    {
        using var response = await PostAsync("/v1/principals", new { name, role = "publisher" });
        Assert.Equal(201, (int)response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsByteArrayAsync()).GetProperty("key").GetString()!;
    }

    public async Task<(int Status, string Body)> GetAsync(string path)
    {
        using var response = await _http.GetAsync(path);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task<JsonElement> FeedAsync(string after = "", int wait = 0, int limit = 1000, string format = "ninjs")
    {
        var (status, body) = await GetAsync($"/v1/feed?after={after}&wait={wait}&limit={limit}&format={format}");
        Assert.True(status == 200, $"{status} {body}");
        return JsonElement.Parse(body);
    }

    /// <summary>
    /// Events of the stream up to its first heartbeat: all that it has for now, in their places. A kill that is told
    /// ahead of its place comes again.
    /// </summary>
    public async Task<List<SseEvent>> LiveAsync(string after)
    {
        using var stream = await OpenLiveAsync(after);
        List<SseEvent> events = [];
        while (await stream.NextAsync() is { } next)
        {
            if (next.Type == SseEvent.Heartbeat)
                return events;
            if (next.Id.Length > 0)
                events.Add(next);
        }
        return events;
    }

    public async Task<SseStream> OpenLiveAsync(string? after = null, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            after is null ? "/v1/live" : "/v1/live?after=" + after);
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return new SseStream(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    public void Dispose() => _http.Dispose();
}

sealed record Filed(string Story, int Take, long Position);

sealed record SseEvent(string Type, string Id, string Data)
{
    public const string Heartbeat = "heartbeat", Begin = "begin";
}

/// <summary>A stream of server-sent events, read one by one.</summary>
sealed class SseStream(HttpResponseMessage response, StreamReader reader) : IDisposable
{
    /// <summary>The next event behind the beginning that is no heartbeat; null when the stream has ended.</summary>
    public async Task<SseEvent?> NextItemAsync()
    {
        while (await NextAsync() is { } next)
        {
            if (next.Type is not (SseEvent.Heartbeat or SseEvent.Begin))
                return next;
        }
        return null;
    }

    /// <summary>The next event; null when the stream has ended.</summary>
    public async Task<SseEvent?> NextAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        string type = "", id = "", data = "";
        while (await reader.ReadLineAsync(timeout.Token) is { } line)
        {
            if (line == ": heartbeat")
                type = SseEvent.Heartbeat;
            else if (line.StartsWith("event: ", StringComparison.Ordinal))
                type = line[7..];
            else if (line.StartsWith("id: ", StringComparison.Ordinal))
                id = line[4..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                data = line[6..];
            else if (line.Length == 0 && type.Length > 0)
                return new SseEvent(type, id, data);
        }
        return null;
    }

    public void Dispose()
    {
        reader.Dispose();
        response.Dispose();
    }
}
