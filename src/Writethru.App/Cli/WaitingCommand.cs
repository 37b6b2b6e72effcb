using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Writethru.App.Cli;

/// <summary><c>waiting</c> and <c>clear</c>: what waits for a person, and what ends the waiting of terms.</summary>
static class WaitingCommand
{
    public static Command Create()
    {
        var command = AdminCommand.Verb("waiting",
            "List what waits for a person: notices without a story first, then takes, terms, holds, kills without a "
                + "second, keys that an operator made.",
            [], async (client, _, cancel) => AdminCommand.Print(
                await client.SendAsync(HttpMethod.Get, "/v1/waiting", null, cancel),
                json => string.Join('\n', Lines(json))));
        command.Add(Dismiss());
        return command;
    }

    public static Command Clear()
    {
        var terms = new Argument<string>("TERMS")
        {
            Description = "The terms, verbatim, as `waiting` shows them; - reads them from standard input.",
        };
        return AdminCommand.Verb("clear", "Clear usage terms that were not understood: the rules that were read stand.",
            [terms], async (client, parsed, cancel) =>
            {
                var text = parsed.GetValue(terms)!;
                if (text == "-")
                    text = (await Console.In.ReadToEndAsync(cancel)).TrimEnd('\r', '\n');
                return AdminCommand.Print(await client.SendAsync(
                    HttpMethod.Post, "/v1/terms/clear", JsonContent.Create(new { terms = text }), cancel), null);
            });
    }

    static Command Dismiss()
    {
        var position = new Argument<long>("POSITION") { Description = "Where the notice stands in the log." };
        var reason = Options.Reason("What was done about it.", isRequired: true);
        return AdminCommand.Verb("dismiss", "Say that a notice which found no story is done with.", [position, reason],
            async (client, parsed, cancel) => AdminCommand.Print(await client.SendAsync(HttpMethod.Post,
                string.Create(CultureInfo.InvariantCulture, $"/v1/waiting/{parsed.GetValue(position)}/dismiss"),
                JsonContent.Create(new { reason = parsed.GetValue(reason) }), cancel), null));
    }

    /// <summary>What it is, where it stands, and what is known of it; parted by tabs.</summary>
    static IEnumerable<string> Lines(JsonElement waiting) =>
    [
        .. Each(waiting, "orphans", notice => Line("notice", $"{notice.GetProperty("position").GetInt64()}",
            Text(notice, "at"), Text(notice, "publisher"), Text(notice, "cause"), Text(notice, "senderId"),
            Text(notice, "slug"), Text(notice, "note"), Text(notice, "why"),
            notice.GetProperty("old").GetBoolean() ? "old" : "")),
        .. Each(waiting, "takes", take => Line("take", Place(take), Text(take, "embargo"),
            take.GetProperty("needsPerson").GetBoolean() ? "needs a person" : "")),
        .. waiting.GetProperty("terms").EnumerateArray().Select(terms => Line("terms", terms.GetString()!)),
        .. Each(waiting, "held", held => Line("held", Place(held), Text(held, "at"), Text(held, "reason"),
            string.Join(',', held.GetProperty("heldBy").EnumerateArray().Select(name => name.GetString())))),
        .. Each(waiting, "kills", kill => Line("kill", Text(kill, "story"), Text(kill, "at"), Text(kill, "reason"),
            $"asked for by {Text(kill, "askedBy")}")),
        .. Each(waiting, "keys", key => Line("key", Text(key, "name"), Text(key, "key"), Text(key, "at"),
            $"made by {Text(key, "by")}")),
    ];

    static IEnumerable<string> Each(JsonElement waiting, string name, Func<JsonElement, string> line) =>
        waiting.GetProperty(name).EnumerateArray().Select(line);

    static string Line(params string[] fields) => string.Join('\t', fields).TrimEnd('\t');

    static string Place(JsonElement take) => $"{Text(take, "story")} take {take.GetProperty("take").GetInt32()}";

    static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";
}
