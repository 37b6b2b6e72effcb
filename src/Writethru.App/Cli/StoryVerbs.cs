using System.CommandLine;
using System.Text.Json;
using Writethru.Copy;

namespace Writethru.App.Cli;

/// <summary>What is done to a story that is there: <c>kill</c>, <c>hold</c>, <c>release</c> and the like.</summary>
static class StoryVerbs
{
    public static IEnumerable<Command> Create() =>
        [Kill(), Takedown(), Hold(), Release(), Embargo(), Correct(), ReadKilled()];

    static Command Kill()
    {
        var story = Story();
        var reason = Options.Reason("Why, for editors; only the second of two may leave it out.", isRequired: false);
        var substitute = new Option<string?>("--substitute")
        {
            Description = "Whether another story will take its place. Default: the notice does not say.",
        };
        substitute.AcceptOnlyFromAmong("yes", "no");
        return AdminCommand.Verb("kill",
            "Kill a story: nobody gets any take of it any more, and who was sent one is told.",
            [story, reason, substitute], async (client, parsed, cancel) =>
            {
                bool? comes = parsed.GetValue(substitute) is { } said ? said == "yes" : null;
                var answer = await PostAsync(client, parsed.GetValue(story)!, "kill",
                    new { reason = parsed.GetValue(reason), substitute = comes }, cancel);
                if (answer.Status != StatusCodes.Status202Accepted)
                    return AdminCommand.Print(answer, AdminCommand.FiledLine);
                Console.Error.WriteLine(Asked(answer.Json));
                return CommandLine.No;
            });
    }

    /// <summary>Held is not killed: whoever asked must not take it for that.</summary>
    static string Asked(JsonElement asked) =>
        $"{AdminCommand.FiledLine(asked)} holds the story; it is not killed yet. The kill that "
        + $"{asked.GetProperty("askedBy").GetString()} asked for must be confirmed by one of: "
        + (string.Join(", ", asked.GetProperty("mayConfirm").EnumerateArray().Select(name => name.GetString()))
            is { Length: > 0 } names ? names : "nobody, add somebody to the desk");

    static Command Takedown() => Close("takedown", "Take a story down because the right to it ended.",
        "Which right ended, for editors.");

    static Command Hold() => Close("hold", "Hold a story: nobody but the desk has any take of it until it is released.",
        "Why, for editors.");

    static Command Close(string verb, string description, string why)
    {
        var story = Story();
        var reason = Options.Reason(why, isRequired: true);
        return AdminCommand.Verb(verb, description, [story, reason],
            async (client, parsed, cancel) => AdminCommand.Print(
                await PostAsync(client, parsed.GetValue(story)!, verb,
                    new { reason = parsed.GetValue(reason) }, cancel),
                AdminCommand.FiledLine));
    }

    static Command Release()
    {
        var story = Story();
        var embargo = Options.AnInstant("--embargo", "Not before this instant. Default: at once.");
        return AdminCommand.Verb("release", "End the hold of a story; else let its waiting takes go.", [story, embargo],
            async (client, parsed, cancel) => AdminCommand.Print(
                await PostAsync(client, parsed.GetValue(story)!, "release",
                    new { embargo = Written(parsed.GetValue(embargo)) }, cancel), AdminCommand.FiledLine));
    }

    static Command Embargo()
    {
        var story = Story();
        var until = Options.AnInstant("--until", "Not before this instant.");
        var lift = new Option<bool>("--lift") { Description = "None any more." };
        var reason = Options.Reason("Why; required where it ends earlier than before.", isRequired: false);
        var command = AdminCommand.Verb("embargo", "Give what of a story is not out yet another embargo, or none.",
            [story, until, lift, reason], async (client, parsed, cancel) => AdminCommand.Print(
                await PostAsync(client, parsed.GetValue(story)!, "embargo",
                    new
                    {
                        until = Written(parsed.GetValue(until)),
                        lift = parsed.GetValue(lift),
                        reason = parsed.GetValue(reason),
                    }, cancel),
                AdminCommand.FiledLine));
        command.Validators.Add(result =>
        {
            if (result.GetResult(until) is not null == result.GetValue(lift))
                result.AddError("Expected one of --until INSTANT and --lift.");
        });
        return command;
    }

    static Command Correct()
    {
        var story = Story();
        var file = new Argument<string>("FILE")
        {
            Description = "The whole edition, corrected, with a note to editors that says what was wrong; "
                + "- is standard input.",
        };
        var follows = Options.Follows();
        return AdminCommand.Verb("correct",
            "File a correction of a story. `writethru draft` writes the note that it needs.",
            [story, file, follows],
            (client, parsed, cancel) => PublishCommand.RunAsync(client, [parsed.GetValue(file)!],
                PublishCommand.Query(("story", parsed.GetValue(story)), ("cause", Words.Of(Cause.Correction))),
                parsed.GetValue(follows), cancel));
    }

    static Command ReadKilled()
    {
        var story = Story();
        var take = new Argument<int>("TAKE") { Description = "Its number there." };
        var reason = Options.Reason("Why it is read; it stays in the log, with your name.", isRequired: true);
        return AdminCommand.Verb("read-killed",
            "Read a take of a story that was killed or taken down. The log keeps who did.",
            [story, take, reason], async (client, parsed, cancel) => AdminCommand.Print(
                await PostAsync(client, parsed.GetValue(story)!,
                    FormattableString.Invariant($"takes/{parsed.GetValue(take)}/read-killed"),
                    new { reason = parsed.GetValue(reason) }, cancel),
                json => json.GetRawText()));
    }

    static Argument<string> Story() => new("STORY") { Description = "Identity of the story." };

    static string? Written(DateTimeOffset? instant) => instant is { } at ? Instant.Write(at) : null;

    static Task<Answer> PostAsync<T>(WireClient client, string story, string verb, T body, CancellationToken cancel) =>
        client.SendAsync(HttpMethod.Post, $"/v1/stories/{Uri.EscapeDataString(story)}/{verb}",
            JsonContent.Create(body), cancel);
}
