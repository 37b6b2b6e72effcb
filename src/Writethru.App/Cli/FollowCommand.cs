using System.CommandLine;
using System.Text.Json;
using Writethru.Formats;

namespace Writethru.App.Cli;

/// <summary><c>follow</c>: everything that a subscriber gets, as lines or as files.</summary>
static class FollowCommand
{
    const int WaitSeconds = 25;

    static readonly TimeSpan _shortestPause = TimeSpan.FromSeconds(1), _longestPause = TimeSpan.FromSeconds(30);

    public static Command Create()
    {
        var url = new Argument<string>("URL") { Description = "URL of the server." };
        var key = Options.Key();
        var format = Options.Format($"The format of the copy: {Reading.Names}. Default: the subscriber's own.");
        var into = new Option<string?>("--into")
        {
            Description = "Write a file a take into this folder, and go on where it stopped. "
                + "A kill or a hold removes the story's files and leaves the notice; a release brings the copy back.",
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
            var path = $"/v1/feed?after={cursor}&wait={(once ? 0 : WaitSeconds)}"
                + (format is null ? "" : $"&format={format.Name}");
            if (await TryGetAsync(client, path, cancel) is not { } answer || answer.Status >= 500)
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
            Take(page, folder);
            folder?.WriteCursor(next);
            if (once && page.GetProperty("items").GetArrayLength() == 0)
                return CommandLine.Done;
            cursor = next;
        }
    }

    static void Take(JsonElement page, FollowFolder? folder)
    {
        foreach (var list in (ReadOnlySpan<string>)["kills", "holds"])
        {
            foreach (var notice in page.GetProperty(list).EnumerateArray())
                folder?.Take(notice);
        }
        foreach (var item in page.GetProperty("items").EnumerateArray())
        {
            if (folder is null)
                Console.Out.WriteLine(item.GetRawText());
            else
                folder.Take(item);
        }
        Console.Out.Flush();
    }

    /// <summary>Null when the server cannot be reached: it may come back, and the cursor still holds.</summary>
    static async Task<Answer?> TryGetAsync(WireClient client, string path, CancellationToken cancel)
    {
        try
        {
            return await client.SendAsync(HttpMethod.Get, path, null, cancel);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            Console.Error.WriteLine($"{failure.Message} Trying again.");
            return null;
        }
    }
}
