using System.Net;
using System.Net.Sockets;
using System.Text;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>A reader that does not take its bytes.</summary>
public class SlowReaderTests
{
    const int Takes = 40, Letters = 400_000;

    [Fact]
    public async Task A_slow_reader_is_disconnected_costs_nobody_else_a_take_and_goes_on_from_its_last_cursor()
    {
        using var folder = new TemporaryFolder();
        await using var wire = await WireProcess.ServeAsync(
            folder.Path, "/usr/bin/env", "WRITETHRU_Delivery__WriteTimeout=00:00:06");
        using var desk = new Api(wire.Url, wire.DeskKey);
        var slowKey = await desk.AddSubscriberAsync("slow", "KR");
        using var healthy = new Api(wire.Url, await desk.AddSubscriberAsync("healthy", "KR"));
        using var slow = new Api(wire.Url, slowKey);
        using var socket = await OpenWithoutReadingAsync(new Uri(wire.Url), slowKey);
        using var stream = await healthy.OpenLiveAsync();

        for (var i = 0; i < Takes; i++)
        {
            await desk.FileAsync(
                $"Take {i}\n\nPORT MIRADA, Nov. 24 (Saltern) -- {new string('x', Letters)} mark{i}.\n(END)\n");
            Assert.Contains($"mark{i}.", (await stream.NextItemAsync())!.Data);
        }
        await wire.WaitForAsync("Disconnected slow");
        var (events, ended) = await ReadToEndAsync(socket);

        Assert.True(ended, "The slow reader was never disconnected.");
        Assert.InRange(events.Count, 0, Takes - 1);
        Assert.Equal(Enumerable.Range(0, events.Count).Select(i => $"mark{i}."), events.Select(e => e.Mark));
        using var resumed = events.Count == 0
            ? await slow.OpenLiveAsync(after: "")
            : await slow.OpenLiveAsync(lastEventId: events[^1].Id);
        for (var i = events.Count; i < Takes; i++)
            Assert.Contains($"mark{i}.", (await resumed.NextItemAsync())!.Data);
    }

    static async Task<Socket> OpenWithoutReadingAsync(Uri url, string key)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            ReceiveBufferSize = 4096
        };
        await socket.ConnectAsync(IPAddress.Loopback, url.Port);
        var request = "GET /v1/live?after=&format=plainwire HTTP/1.1\r\n"
            + $"Host: {url.Authority}\r\nAuthorization: Bearer {key}\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(request));
        return socket;
    }

    /// <summary>What had reached the socket, as whole events, and whether the server has ended it.</summary>
    static async Task<(List<(string Id, string Mark)> Events, bool Ended)> ReadToEndAsync(Socket socket)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var received = new MemoryStream();
        var buffer = new byte[1 << 20];
        var ended = false;
        try
        {
            while (!ended)
            {
                var count = await socket.ReceiveAsync(buffer, timeout.Token);
                await received.WriteAsync(buffer.AsMemory(0, count), timeout.Token);
                ended = count == 0;
            }
        }
        catch (SocketException)
        {
            ended = true; // reset: that is how an aborted connection ends
        }
        List<(string, string)> events = [];
        foreach (var part in Unchunk(received.ToArray()).Split("\n\n"))
        {
            var mark = System.Text.RegularExpressions.Regex.Match(part, @"mark\d+\.");
            var id = System.Text.RegularExpressions.Regex.Match(part, @"id: (\S+)");
            if (mark.Success && id.Success && part.TrimEnd().EndsWith('}'))
                events.Add((id.Groups[1].Value, mark.Value));
        }
        return (events, ended);
    }

    static string Unchunk(byte[] answer)
    {
        var text = Encoding.ASCII.GetString(answer);
        var at = text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        var body = new StringBuilder();
        while (at < text.Length)
        {
            var line = text.IndexOf("\r\n", at, StringComparison.Ordinal);
            if (line < 0)
                break;
            var length = Convert.ToInt32(text[at..line], 16);
            body.Append(text, line + 2, Math.Min(length, text.Length - line - 2));
            at = line + 2 + length + 2;
        }
        return body.ToString();
    }
}
