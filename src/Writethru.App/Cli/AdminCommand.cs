using System.CommandLine;
using System.Text.Json;
using Writethru.Copy;

namespace Writethru.App.Cli;

/// <summary><c>admin</c>: speaks to a running server as the desk.</summary>
static class AdminCommand
{
    public static Command Create() => new("admin", "Look after a running server, with the desk's key.")
    {
        new Command("subscriber", "Add, list, change, revoke and sign in subscribers.")
        {
            Add(), List(), Change(), Rights(), Revoke(), Link(),
        },
        ProposalsCommand.Create(),
        new Command("rights", "Try usage terms on a contract, and show what was decided by them.")
        {
            RightsTestCommand.Create(), AuditCommand.Create(),
        },
        LedgerCommands.Why(),
        LedgerCommands.Recall(),
        DesksCommand.Create(),
        PeopleCommand.Create(Role.Publisher,
            "Add, list, revoke and sign in publishers: they file, and see their own alone."),
        PeopleCommand.Create(Role.Operator, "Add, list and revoke operators: they look after keys, and have no copy."),
        KeysCommand.Create(),
        ClockCommand.Create(),
        Unlink(),
        CaptionCommand.Create(),
    };

    static Command Add()
    {
        var name = Name();
        var format = Options.Format($"The format in which it gets its copy: {Reading.Names}. Default: ninjs.");
        var contract = new ContractOptions();
        var channel = new ChannelOptions();
        return Verb("add", "Add a subscriber. Its key is shown once.",
            [name, format, .. contract.All, .. channel.All],
            async (client, parsed, cancel) =>
            {
                var fields = contract.Fields(parsed);
                fields["name"] = parsed.GetValue(name);
                fields["format"] = parsed.GetValue(format);
                fields["channel"] = channel.Fields(parsed);
                var answer = await client.SendAsync(HttpMethod.Post, "/v1/subscribers",
                    JsonContent.Create(fields), cancel);
                return Print(answer, json =>
                    $"{json.GetProperty("name").GetString()} {json.GetProperty("key").GetString()}");
            });
    }

    static Command List() => Verb("list", "List all subscribers.", [], async (client, _, cancel) =>
    {
        var answer = await client.SendAsync(HttpMethod.Get, "/v1/subscribers", null, cancel);
        return Print(answer, json => string.Join('\n', json.EnumerateArray().Select(s =>
            $"{s.GetProperty("name").GetString()}\t{List(s, "territories")}"
            + $"\t{s.GetProperty("format").GetString()}"
            + $"\t{(s.GetProperty("redistributes").GetBoolean() ? "redistributes" : "")}"
            + $"\t{(s.GetProperty("getsEmbargoed").GetBoolean() ? "gets embargoed" : "")}"
            + $"\t{(s.GetProperty("revoked").GetBoolean() ? "revoked"
                : s.GetProperty("lapsed").GetBoolean() ? "lapsed" : "")}"
            + $"\t{List(s, "media")}\t{(s.GetProperty("archives").GetBoolean() ? "archives" : "")}"
            + $"\t{(s.GetProperty("commercial").GetBoolean() ? "commercial" : "")}"
            + $"\t{Dates(s.GetProperty("contractFrom").GetString()!, s.GetProperty("contractUntil").GetString()!)}")));
    });

    static string List(JsonElement json, string key) =>
        string.Join(',', json.GetProperty(key).EnumerateArray().Select(word => word.GetString()));

    static string Dates(string from, string until) => from.Length + until.Length > 0 ? $"{from} / {until}" : "";

    static Command Change()
    {
        var name = Name();
        var format = Options.Format("The format in which it gets its copy. Default: as before.");
        var channel = new ChannelOptions();
        return Verb("channel", "Say how a subscriber gets its copy. What is not named is as usual.",
            [name, format, .. channel.All],
            async (client, parsed, cancel) =>
            {
                var path = $"/v1/subscribers/{Uri.EscapeDataString(parsed.GetValue(name)!)}/channel";
                var fields = channel.Fields(parsed);
                fields["format"] = parsed.GetValue(format);
                var answer = await client.SendAsync(HttpMethod.Put, path, JsonContent.Create(fields), cancel);
                return Print(answer, null);
            });
    }

    static Command Rights()
    {
        var name = Name();
        var contract = new ContractOptions();
        var lapsed = new Option<bool?>("--lapsed")
        {
            Description = "Whether its contract is out now: no copy, but kills and holds of what it was sent.",
        };
        var from = new Option<string?>("--from")
        {
            Description = "Bring what it may have by now and came from this day or instant on, also what its contract "
                + "did not cover before.",
        };
        return Verb("rights", "Say what a subscriber may have from now on. What is not named stays as it is.",
            [name, lapsed, from, .. contract.All], async (client, parsed, cancel) =>
            {
                var path = $"/v1/subscribers/{Uri.EscapeDataString(parsed.GetValue(name)!)}";
                var fields = contract.Fields(parsed);
                fields["lapsed"] = parsed.GetValue(lapsed);
                fields["from"] = parsed.GetValue(from);
                return Print(await client.SendAsync(HttpMethod.Patch, path, JsonContent.Create(fields), cancel), null);
            });
    }

    static Command Revoke()
    {
        var name = Name();
        return Verb("revoke", "End a subscriber's rights at once.", [name], async (client, parsed, cancel) =>
        {
            var path = $"/v1/subscribers/{Uri.EscapeDataString(parsed.GetValue(name)!)}/revoke";
            return Print(await client.SendAsync(HttpMethod.Post, path, null, cancel), null);
        });
    }

    static Command Link()
    {
        var name = Name();
        return Verb("link", "Make a one-time link that signs a person in.", [name], async (client, parsed, cancel) =>
        {
            var path = $"/v1/subscribers/{Uri.EscapeDataString(parsed.GetValue(name)!)}/link";
            return Print(await client.SendAsync(HttpMethod.Post, path, null, cancel),
                json => json.GetProperty("url").GetString()!);
        });
    }

    static Command Unlink()
    {
        var story = new Argument<string>("STORY") { Description = "The story that the take is in." };
        var take = new Argument<int>("TAKE") { Description = "Its number there; it must be the newest." };
        return Verb("unlink",
            "Say that a take is not of its story. Its copy becomes a story of its own.", [story, take],
            async (client, parsed, cancel) => Print(await client.SendAsync(HttpMethod.Post,
                FormattableString.Invariant(
                    $"/v1/stories/{Uri.EscapeDataString(parsed.GetValue(story)!)}/takes/{
                        parsed.GetValue(take)}/unlink"),
                null, cancel), FiledLine));
    }

    /// <summary>Where something was filed, as <c>publish</c> prints it.</summary>
    internal static string FiledLine(JsonElement filed) =>
        $"{filed.GetProperty("story").GetString()} take {filed.GetProperty("take").GetInt32()} "
        + $"at {filed.GetProperty("position").GetInt64()}";

    static Argument<string> Name() => new("NAME") { Description = "Name of the subscriber." };

    internal static Command Verb(string name, string description, Symbol[] symbols,
        Func<WireClient, ParseResult, CancellationToken, Task<int>> run)
    {
        var to = Options.To();
        var key = Options.Key();
        var command = new Command(name, description) { to, key };
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
                command.Add(argument);
            else if (symbol is Option option)
                command.Add(option);
        }
        command.SetAction(async (parsed, cancel) =>
        {
            using var client = new WireClient(parsed.GetValue(to)!, Options.KeyOf(parsed, key));
            return await run(client, parsed, cancel);
        });
        return command;
    }

    internal static int Print(Answer answer, Func<JsonElement, string>? text)
    {
        if (!answer.IsSuccess)
        {
            Console.Error.WriteLine(answer.Problem);
            return answer.Exit;
        }
        if (text?.Invoke(answer.Json) is { Length: > 0 } line)
            Console.WriteLine(line);
        return CommandLine.Done;
    }
}
