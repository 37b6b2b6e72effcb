using System.CommandLine;
using Writethru.Copy;

namespace Writethru.App.Cli;

/// <summary><c>admin publisher</c> and <c>admin operator</c>: those who have a role and no contract.</summary>
static class PeopleCommand
{
    const string Path = "/v1/principals";

    public static Command Create(Role role, string description)
    {
        var command = new Command(Words.Of(role), description) { Add(role), List(role), Revoke() };
        if (role != Role.Operator)
            command.Add(Link());
        return command;
    }

    static Command Add(Role role)
    {
        var name = Name();
        var withoutTerms = new Option<string?>("--without-terms")
        {
            Description = "What becomes of pictures that it sends without usage terms. Default: deliver.",
        };
        withoutTerms.AcceptOnlyFromAmong("deliver", "withhold");
        return AdminCommand.Verb("add", "Add one. The key is shown once.",
            role == Role.Publisher ? [name, withoutTerms] : [name],
            async (client, parsed, cancel) => AdminCommand.Print(
                await client.SendAsync(HttpMethod.Post, Path, JsonContent.Create(new
                {
                    name = parsed.GetValue(name),
                    role = Words.Of(role),
                    withoutTerms = role == Role.Publisher ? parsed.GetValue(withoutTerms) : null,
                }), cancel),
                json => $"{json.GetProperty("name").GetString()} {json.GetProperty("key").GetString()}"));
    }

    static Command List(Role role) => AdminCommand.Verb("list", "List all of them.", [], async (client, _, cancel) =>
        AdminCommand.Print(await client.SendAsync(HttpMethod.Get, Path, null, cancel),
            json => string.Join('\n', json.EnumerateArray()
                .Where(one => one.GetProperty("role").GetString() == Words.Of(role))
                .Select(one => one.GetProperty("name").GetString()
                    + (one.GetProperty("revoked").GetBoolean() ? "\trevoked" : "")))));

    static Command Revoke()
    {
        var name = Name();
        return AdminCommand.Verb("revoke", "End its rights at once, and for good.", [name],
            async (client, parsed, cancel) => AdminCommand.Print(
                await client.SendAsync(HttpMethod.Post, PathOf(parsed.GetValue(name)!, "revoke"), null, cancel), null));
    }

    static Command Link()
    {
        var name = Name();
        return AdminCommand.Verb("link", "Make a one-time link that signs a person in to its own copy.", [name],
            async (client, parsed, cancel) => AdminCommand.Print(
                await client.SendAsync(HttpMethod.Post, PathOf(parsed.GetValue(name)!, "link"), null, cancel),
                json => json.GetProperty("url").GetString()!));
    }

    internal static string PathOf(string name, string verb) => $"{Path}/{Uri.EscapeDataString(name)}/{verb}";

    static Argument<string> Name() => new("NAME") { Description = "What it is called." };
}
