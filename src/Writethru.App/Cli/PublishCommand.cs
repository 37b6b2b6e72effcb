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
            Description = "Files or folders, pictures too; - is standard input. Files that the pictures of an item name go along with it.",
            Arity = ArgumentArity.OneOrMore,
        };
        var to = Options.To();
        var key = Options.Key();
        var story = new Option<string?>("--story") { Description = "The story that it continues." };
        var follows = new Option<int?>("--follows")
        {
            Description = "File it only if this is the story's newest take; with --story.",
        };
        var slug = new Option<string?>("--slug") { Description = "A slug in place of the item's own." };
        var cause = new Option<string?>("--cause")
        {
            Description = "Why the take exists: development, lead, writeThru, correction, refile.",
        };
        var embargo = Options.AnInstant("--embargo", "Not before this instant.");
        var profile = new Option<string?>("--profile")
        {
            Description = "Whose the items are, by the name of a shipped profile, where they do not say.",
        };
        var command = new Command("publish", "File items on a server. Prints story, take and position of each.")
        {
            files, to, key, story, follows, slug, cause, embargo, profile,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            using var client = new WireClient(parsed.GetValue(to)!, Options.KeyOf(parsed, key));
            var query = Query(
                parsed.GetValue(story), parsed.GetValue(slug), parsed.GetValue(cause), parsed.GetValue(embargo),
                parsed.GetValue(profile));
            var exit = CommandLine.Done;
            foreach (var file in await PublishedFile.ReadAsync(InputFiles.Expand(parsed.GetValue(files)!), cancel))
                exit = Math.Max(exit, await PublishAsync(client, file, query, parsed.GetValue(follows), cancel));
            return exit;
        });
        return command;
    }

    static string Query(string? story, string? slug, string? cause, DateTimeOffset? embargo, string? profile)
    {
        (string Name, string? Value)[] parameters =
        [
            ("story", story), ("slug", slug), ("cause", cause),
            ("embargo", embargo is { } at ? Instant.Write(at) : null), ("profile", profile),
        ];
        return string.Join('&', parameters.Where(p => p.Value is not null)
            .Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
    }

    static async Task<int> PublishAsync(WireClient client, PublishedFile source, string query, int? follows,
        CancellationToken cancel)
    {
        var file = source.Name;
        var answer = await SendAsync(client, source, query, source.IsPicture ? null : follows, cancel);
        if (answer.IsSuccess)
        {
            if (!answer.Json.TryGetProperty("items", out var items))
            {
                var exit = Print(file, 0, answer.Json, answer.Status == 200);
                return answer.Json.TryGetProperty("linkedTo", out var linked) ? Print(file, 0, linked, isRepeat: false) : exit;
            }
            return items.EnumerateArray()
                .Select((item, i) => Print(file, i + 1, item, item.TryGetProperty("repeated", out _)))
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
            Console.Error.WriteLine($"{file} item {number}: {refused.GetProperty("code").GetString()}: "
                + refused.GetProperty("detail").GetString());
            return CommandLine.Wrong;
        }
        Console.WriteLine($"{item.GetProperty("story").GetString()} take {item.GetProperty("take").GetInt32()} "
            + (item.TryGetProperty("superseded", out _)
                ? $"stands for it: a newer version is there (kept at {item.GetProperty("position").GetInt64()})"
                : $"at {item.GetProperty("position").GetInt64()}{(isRepeat ? " (already there)" : "")}")
            + (item.TryGetProperty("label", out var label) ? $" (labelled {label.GetString()})" : "")
            + (item.TryGetProperty("pending", out var pending)
                ? $" ({pending.GetString()}: only the desk sees it yet)"
                : "")
            + (item.TryGetProperty("linked", out var link) ? $" (linked by likeness, {Score(link)})" : "")
            + (item.TryGetProperty("proposed", out var proposed)
                ? string.Concat(proposed.EnumerateArray().Select(story =>
                    $" (may belong to {story.GetProperty("story").GetString()}, {Score(story)})"))
                : ""));
        if (item.TryGetProperty("remarks", out var remarks))
        {
            foreach (var remark in remarks.EnumerateArray())
                Console.Error.WriteLine($"{file}: {remark.GetProperty("message").GetString()}");
        }
        return CommandLine.Done;
    }

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
