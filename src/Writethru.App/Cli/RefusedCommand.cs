using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Writethru.Copy;

namespace Writethru.App.Cli;

/// <summary><c>refused</c>: what was received and made no take.</summary>
static class RefusedCommand
{
    const int DefaultLimit = 100;

    public static Command Create() =>
        new("refused", "List what was received and made no take, and receive it again.") { List(), Replay() };

    static Command List()
    {
        var limit = new Option<int>("--limit")
        {
            Description = $"Most of them. Default: {DefaultLimit}.",
            DefaultValueFactory = _ => DefaultLimit,
        };
        return AdminCommand.Verb("list", "List what made no take, newest first.", [limit],
            async (client, parsed, cancel) =>
        {
            var left = parsed.GetValue(limit);
            for (long? before = null; left > 0 && before != 0;)
            {
                var answer = await client.SendAsync(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture,
                    $"/v1/refusals?limit={Math.Min(left, DefaultLimit)}{(before is { } at ? $"&before={at}" : "")}"),
                    null, cancel);
                var exit = AdminCommand.Print(answer, json =>
                    string.Join('\n', json.GetProperty("refusals").EnumerateArray().Select(Line)));
                if (exit != CommandLine.Done)
                    return exit;
                left -= answer.Json.GetProperty("refusals").GetArrayLength();
                before = answer.Json.GetProperty("next").GetInt64();
            }
            return CommandLine.Done;
        });
    }

    static Command Replay()
    {
        var position = new Argument<long>("POSITION") { Description = "What the list shows first." };
        var story = new Option<string?>("--story") { Description = "The story that it continues." };
        var slug = new Option<string?>("--slug") { Description = "A slug in place of the item's own." };
        var cause = Options.Cause();
        var embargo = Options.AnInstant("--embargo", "Not before this instant.");
        return AdminCommand.Verb("replay", "Receive the bytes again, under the name of whoever sent them.",
            [position, story, slug, cause, embargo], async (client, parsed, cancel) =>
            {
                var query = PublishCommand.Query(("story", parsed.GetValue(story)), ("slug", parsed.GetValue(slug)),
                    ("cause", parsed.GetValue(cause)),
                    ("embargo", parsed.GetValue(embargo) is { } at ? Instant.Write(at) : null));
                var refusal = parsed.GetValue(position).ToString(CultureInfo.InvariantCulture);
                return PublishCommand.Print(refusal, await client.SendAsync(
                    HttpMethod.Post, $"/v1/refusals/{refusal}/replay?{query}", null, cancel));
            });
    }

    /// <summary>Position, when, who, format, bytes, why; parted by tabs.</summary>
    static string Line(JsonElement refusal) => string.Join('\t',
        refusal.GetProperty("position").GetInt64().ToString(CultureInfo.InvariantCulture),
        refusal.GetProperty("at").GetString(), refusal.GetProperty("publisher").GetString(),
        refusal.GetProperty("format").GetString(), $"{refusal.GetProperty("bytes").GetInt64()} bytes",
        refusal.GetProperty("remarks").EnumerateArray().LastOrDefault() is { ValueKind: JsonValueKind.Object } why
            ? $"{why.GetProperty("code").GetString()} {why.GetProperty("message").GetString()}".ReplaceLineEndings(" ")
            : "");
}
