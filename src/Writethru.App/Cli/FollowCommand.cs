using System.CommandLine;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats;

namespace Writethru.App.Cli;

/// <summary><c>follow</c>: everything that a subscriber gets, as lines or as files.</summary>
static class FollowCommand
{
    const int WaitSeconds = 25;

    const string Restored = "restored";

    static readonly TimeSpan _shortestPause = TimeSpan.FromSeconds(1), _longestPause = TimeSpan.FromSeconds(30);

    public static Command Create()
    {
        var url = new Argument<string>("URL") { Description = "URL of the server." };
        var key = Options.Key();
        var format = Options.Format($"The format of the copy: {Reading.Names}. Default: the subscriber's own.");
        var into = new Option<string?>("--into")
        {
            Description = "Write a file a take into this folder, and go on where it stopped. "
                + "A kill or a hold removes the story's files and leaves the notice; a release brings the copy back. "
                + "When the server's log was put back, what is void goes and what stands there now comes.",
        };
        var after = new Option<string?>("--after")
        {
            Description = "Begin behind this cursor instead of at the beginning."
        };
        var once = new Option<bool>("--once") { Description = "End when there is nothing more for now." };
        var command = new Command("follow", "Follow your stream: lines of JSON, or files with --into.")
        {
            url, key, format, into, after, once,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            using var client = new WireClient(parsed.GetValue(url)!, Options.KeyOf(parsed, key));
            var wireFormat = Reading.FormatOf(parsed.GetValue(format));
            using var folder = parsed.GetValue(into) is { } path ? new FollowFolder(path) : null;
            var cursor = parsed.GetValue(after) ?? folder?.ReadCursor() ?? "";
            return await RunAsync(client, wireFormat, folder, cursor, parsed.GetValue(once), cancel);
        });
        return command;
    }

    static async Task<int> RunAsync(WireClient client, IWireFormat? format, FollowFolder? folder, string cursor,
        bool once, CancellationToken cancel)
    {
        var pause = _shortestPause;
        while (true)
        {
            var path = PathOf(cursor, format) + $"&wait={(once ? 0 : WaitSeconds)}";
            if (await TrySendAsync(client, HttpMethod.Get, path, null, cancel) is not { } answer
                || answer.Status >= 500)
            {
                if (once)
                    throw new CliException("The server cannot be reached or is not well.");
                await Task.Delay(pause, cancel);
                pause = pause * 2 < _longestPause ? pause * 2 : _longestPause;
                continue;
            }
            if (!answer.IsSuccess)
            {
                Console.Error.WriteLine(answer.Problem);
                return answer.Exit;
            }
            pause = _shortestPause;
            var page = answer.Json;
            var next = page.GetProperty("next").GetString()!;
            Take(cursor, page, folder);
            // Before the cursor moves on: a notice that could not be confirmed is taken again.
            if (folder is not null && !await TryConfirmAsync(client, page, cancel))
            {
                await Task.Delay(pause, cancel);
                continue;
            }
            var gap = GapOf(page);
            if (gap is not null)
                Console.Error.WriteLine($"Gap ({gap}): {page.GetProperty("gap").GetProperty("detail").GetString()}");
            if (gap == Restored && folder is not null)
                next = await folder.GoBackAsync(known => IsKnownAsync(client, known, format, cancel));
            folder?.WriteCursor(next);
            if (once && gap is null && page.GetProperty("items").GetArrayLength() == 0)
                return CommandLine.Done;
            cursor = next;
        }
    }

    static string PathOf(string cursor, IWireFormat? format) =>
        $"/v1/feed?after={cursor}" + (format is null ? "" : $"&format={format.Name}");

    static string? GapOf(JsonElement page) =>
        page.TryGetProperty("gap", out var gap) ? gap.GetProperty("reason").GetString() : null;

    /// <summary>Asks whether the server still knows a cursor. What comes with the answer comes again.</summary>
    static async Task<bool> IsKnownAsync(WireClient client, string cursor, IWireFormat? format,
        CancellationToken cancel)
    {
        var answer = await client.SendAsync(HttpMethod.Get, PathOf(cursor, format) + "&limit=1", null, cancel);
        return answer.IsSuccess
            ? GapOf(answer.Json) != Restored
            : throw new CliException("The server did not say where its log was put back to; follow again.");
    }

    /// <summary>
    /// Says of every kill, takedown and hold of a page that it is done. False when the server could not be told.
    /// </summary>
    static async Task<bool> TryConfirmAsync(WireClient client, JsonElement page, CancellationToken cancel)
    {
        var items = page.GetProperty("items").EnumerateArray().Where(IsNotice);
        foreach (var notice in Notices(page).Concat(items))
        {
            var receipt = JsonContent.Create(new
            {
                story = notice.GetProperty("story").GetString(),
                take = notice.GetProperty("take").GetInt32(),
                outcome = "confirmed",
            });
            if (await TrySendAsync(client, HttpMethod.Post, "/v1/receipts", receipt, cancel) is not { Status: < 500 })
                return false;
        }
        return true;
    }

    static bool IsNotice(JsonElement item) =>
        Words.Read<Cause>(item.GetProperty("cause").GetString()) is Cause.Kill or Cause.Takedown or Cause.Hold;

    static IEnumerable<JsonElement> Notices(JsonElement page) =>
        page.GetProperty("kills").EnumerateArray().Concat(page.GetProperty("holds").EnumerateArray());

    static void Take(string after, JsonElement page, FollowFolder? folder)
    {
        var items = page.GetProperty("items").EnumerateArray();
        if (folder is not null)
        {
            folder.Take(after, [.. Notices(page), .. items]);
            return;
        }
        foreach (var item in items)
            Console.Out.WriteLine(item.GetRawText());
        foreach (var joined in page.GetProperty("joined").EnumerateArray())
            Console.Out.WriteLine($$"""{"joined":{{joined.GetRawText()}}}""");
        if (page.TryGetProperty("gap", out var gap))
            Console.Out.WriteLine($$"""{"gap":{{gap.GetRawText()}}}""");
        Console.Out.Flush();
    }

    /// <summary>Null when the server cannot be reached: it may come back, and the cursor still holds.</summary>
    static async Task<Answer?> TrySendAsync(WireClient client, HttpMethod method, string path, HttpContent? content,
        CancellationToken cancel)
    {
        try
        {
            return await client.SendAsync(method, path, content, cancel);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            Console.Error.WriteLine($"{failure.Message} Trying again.");
            return null;
        }
    }
}
