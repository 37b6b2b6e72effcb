using System.Net.Http.Headers;
using System.Text.Json;

namespace Writethru.App.Cli;

/// <summary>Speaks HTTP to a running server, for the verbs that need one.</summary>
sealed class WireClient : IDisposable
{
    /// <summary>Longer than the longest long poll.</summary>
    static readonly TimeSpan _timeout = TimeSpan.FromSeconds(100);

    readonly HttpClient _http;

    public WireClient(string url, string key, TimeSpan? timeout = null)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
            || address.PathAndQuery != "/")
            throw new CliException($"Found URL '{url}', expected one such as http://127.0.0.1:5080.");
        _http = new HttpClient
        {
            BaseAddress = new Uri(address.GetLeftPart(UriPartial.Authority)),
            Timeout = timeout ?? _timeout
        };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <exception cref="HttpRequestException">The server cannot be reached, or does not answer in time.</exception>
    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancel,
        string? idempotencyKey = null, int? follows = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        // A server that will not take the body says so before it is sent.
        request.Headers.ExpectContinue = content is not null;
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        if (follows is { } number)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{number}\""));
        try
        {
            using var response = await _http.SendAsync(request, cancel);
            return new Answer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancel));
        }
        catch (TaskCanceledException late) when (!cancel.IsCancellationRequested)
        {
            // Without this a server that hangs would look like a person who pressed Ctrl-C: exit 0, nothing done.
            throw new HttpRequestException($"No answer within {_http.Timeout.TotalSeconds} s.", late);
        }
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>What a server answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The bytes.</param>
sealed record Answer(int Status, byte[] Body)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>How a verb ends that got this answer: what was sent is wrong, or the answer is no.</summary>
    public int Exit => IsSuccess ? CommandLine.Done
        : Status is 400 or 413 or 415 or 422 ? CommandLine.Wrong
        : CommandLine.No;

    /// <summary>The body as JSON.</summary>
    /// <exception cref="CliException">It is none.</exception>
    public JsonElement Json
    {
        get
        {
            try
            {
                return JsonElement.Parse(Body);
            }
            catch (JsonException)
            {
                throw new CliException(
                    $"The server answered {Status} with something that is not JSON; is it a Writethru?");
            }
        }
    }

    /// <summary>What was said of each of several items; null when there was one.</summary>
    public JsonElement? Items =>
        Body.Length > 0 && Json.TryGetProperty("items", out var items) ? items : null;

    /// <summary>What the server said against it, in a line.</summary>
    public string Problem
    {
        get
        {
            if (Body.Length == 0)
                return $"The server answered {Status}.";
            var json = Json;
            var code = json.TryGetProperty("code", out var c) ? c.GetString() : $"{Status}";
            var detail = json.TryGetProperty("detail", out var d) ? d.GetString() : "";
            return $"{code}: {detail}";
        }
    }
}
