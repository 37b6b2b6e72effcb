using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Writethru.Copy;

namespace Writethru.App.Cli;

/// <summary><c>publish</c>: files items on a server.</summary>
static class PublishCommand
{
    const int Attempts = 3;

    static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Files or folders, pictures too; - is standard input. Files that the pictures of an item "
                + "name go along with it.",
            Arity = ArgumentArity.OneOrMore,
        };
        var story = new Option<string?>("--story") { Description = "The story that it continues." };
        var follows = Options.Follows();
        var slug = new Option<string?>("--slug") { Description = "A slug in place of the item's own." };
        var cause = Options.Cause();
        var embargo = Options.AnInstant("--embargo", "Not before this instant.");
        var profile = new Option<string?>("--profile")
        {
            Description = "Whose the items are, by the name of a shipped profile, where they do not say.",
        };
        var check = new Option<bool>("--check")
        {
            Description = "File nothing: say the story, the cause and what would stay back.",
        };
        return AdminCommand.Verb("publish", "File items on a server. Prints story, take and position of each.",
            [files, story, follows, slug, cause, embargo, profile, check],
            (client, parsed, cancel) =>
            {
                var query = Query(
                    ("story", parsed.GetValue(story)), ("slug", parsed.GetValue(slug)),
                    ("cause", parsed.GetValue(cause)),
                    ("embargo", parsed.GetValue(embargo) is { } at ? Instant.Write(at) : null),
                    ("profile", parsed.GetValue(profile)), ("check", parsed.GetValue(check) ? "true" : null));
                return RunAsync(client, parsed.GetValue(files)!, query, parsed.GetValue(follows), cancel);
            });
    }

    /// <summary>What is said of items beside their bytes; null for what is not said.</summary>
    internal static string Query(params (string Name, string? Value)[] parameters) => string.Join('&', parameters
        .Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));

    /// <summary>Files what is in files and folders, one by one, and prints what came of each.</summary>
    internal static async Task<int> RunAsync(WireClient client, string[] names, string query, int? follows,
        CancellationToken cancel)
    {
        var exit = CommandLine.Done;
        foreach (var file in await PublishedFile.ReadAsync(InputFiles.Expand(names), cancel))
        {
            exit = Math.Max(exit, Print(
                file.Name, await SendAsync(client, file, query, file.IsPicture ? null : follows, cancel)));
        }
        return exit;
    }

    /// <summary>Prints what came of the items of a file.</summary>
    internal static int Print(string file, Answer answer)
    {
        if (answer.IsSuccess)
        {
            if (!answer.Json.TryGetProperty("items", out var items))
            {
                var exit = Print(file, 0, answer.Json, answer.Status == 200);
                return answer.Json.TryGetProperty("linkedTo", out var linked)
                    ? Print(file, 0, linked, isRepeat: false)
                    : exit;
            }
            var isOne = items.GetArrayLength() == 1;
            return items.EnumerateArray()
                .Select((item, i) => Print(file, isOne ? 0 : i + 1, item, item.TryGetProperty("repeated", out _)))
                .DefaultIfEmpty(CommandLine.Done).Max();
        }
        Console.Error.WriteLine($"{file}: {answer.Problem}");
        if (answer.Items is { } refused)
        {
            foreach (var (item, i) in refused.EnumerateArray().Select((item, i) => (item, i)))
                Print(file, i + 1, item, isRepeat: false);
        }
        return answer.Exit;
    }

    /// <summary>A line an item; the number of the item in its file when it is one of several.</summary>
    static int Print(string file, int number, JsonElement item, bool isRepeat)
    {
        if (item.TryGetProperty("refused", out var refused))
        {
            Console.Error.WriteLine($"{file}{(number > 0 ? $" item {number}" : "")}: "
                + $"{refused.GetProperty("code").GetString()}: " + refused.GetProperty("detail").GetString());
            return CommandLine.Wrong;
        }
        Console.WriteLine((item.TryGetProperty("story", out var named) ? named.GetString() : "a new story,")
            + $" take {item.GetProperty("take").GetInt32()} "
            + (item.TryGetProperty("superseded", out _)
                ? $"stands for it: a newer version is there (kept at {item.GetProperty("position").GetInt64()})"
                : Where(item, isRepeat))
            + (item.TryGetProperty("label", out var label) ? $" (labelled {label.GetString()})" : "")
            + (item.TryGetProperty("pending", out var pending)
                ? $" ({pending.GetString()}: only the desk sees it yet)"
                : "")
            + (item.TryGetProperty("linked", out var link) ? $" (linked by likeness, {Score(link)})" : "")
            + (item.TryGetProperty("proposed", out var proposed)
                ? string.Concat(proposed.EnumerateArray().Select(story =>
                    $" (may belong to {story.GetProperty("story").GetString()}, {Score(story)})"))
                : ""));
        if (item.TryGetProperty("staysBack", out var staysBack))
        {
            foreach (var stays in staysBack.EnumerateArray())
            {
                Console.Error.WriteLine($"{file}: "
                    + (stays.TryGetProperty("picture", out var picture) ? $"picture {picture.GetInt32()} " : "")
                    + $"stays back ({stays.GetProperty("reason").GetString()}): "
                    + stays.GetProperty("detail").GetString());
            }
        }
        if (item.TryGetProperty("remarks", out var remarks))
        {
            foreach (var remark in remarks.EnumerateArray())
                Console.Error.WriteLine($"{file}: {remark.GetProperty("message").GetString()}");
        }
        return CommandLine.Done;
    }

    /// <summary>Its place in the log; of one that was only tried, why it would exist.</summary>
    static string Where(JsonElement item, bool isRepeat) => item.TryGetProperty("position", out var position)
        ? $"at {position.GetInt64()}{(isRepeat ? " (already there)" : "")}"
        : isRepeat ? "is there already" : $"would be filed as {item.GetProperty("cause").GetString()}";

    static string Score(JsonElement link) =>
        link.GetProperty("score").GetDouble().ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A connection that breaks is tried again with the same key, so that the item is filed once.</summary>
    static async Task<Answer> SendAsync(WireClient client, PublishedFile file, string query, int? follows,
        CancellationToken cancel)
    {
        var idempotencyKey = Guid.NewGuid().ToString();
        for (var attempt = 1; ; attempt++)
        {
            using var content = file.ToContent();
            try
            {
                return await client.SendAsync(
                    HttpMethod.Post, $"{file.Endpoint}?{query}", content, cancel, idempotencyKey, follows);
            }
            catch (HttpRequestException) when (attempt < Attempts)
            {
                await Task.Delay(_pause, cancel);
            }
        }
    }
}
