using System.CommandLine;

namespace Writethru.App.Cli;

/// <summary><c>admin desk</c>: the people of the desk.</summary>
static class DesksCommand
{
    const string Path = "/v1/desks";

    public static Command Create() =>
        new("desk", "Add, list, revoke and sign in people of the desk.") { Add(), List(), Revoke(), Link() };

    static Command Add()
    {
        var name = Name();
        var withoutTerms = new Option<string?>("--without-terms")
        {
            Description = "What becomes of pictures that it sends without usage terms. Default: deliver.",
        };
        withoutTerms.AcceptOnlyFromAmong("deliver", "withhold");
        return AdminCommand.Verb("add", "Add somebody to the desk. The key is shown once.", [name, withoutTerms],
            async (client, parsed, cancel) => AdminCommand.Print(
                await client.SendAsync(HttpMethod.Post, Path, JsonContent.Create(new
                {
                    name = parsed.GetValue(name),
                    withoutTerms = parsed.GetValue(withoutTerms),
                }), cancel),
                json => $"{json.GetProperty("name").GetString()} {json.GetProperty("key").GetString()}"));
    }

    static Command List() => AdminCommand.Verb("list", "List everybody of the desk.", [], async (client, _, cancel) =>
        AdminCommand.Print(await client.SendAsync(HttpMethod.Get, Path, null, cancel),
            json => string.Join('\n', json.EnumerateArray().Select(desk => desk.GetProperty("name").GetString()
                + (desk.GetProperty("revoked").GetBoolean() ? "\trevoked" : "")))));

    static Command Revoke()
    {
        var name = Name();
        return AdminCommand.Verb("revoke", "End somebody's rights at once; never those of the last.", [name],
            async (client, parsed, cancel) => AdminCommand.Print(
                await client.SendAsync(HttpMethod.Post, $"{PathOf(parsed, name)}/revoke", null, cancel), null));
    }

    static Command Link()
    {
        var name = Name();
        return AdminCommand.Verb("link", "Make a one-time link that signs a person in to the desk.", [name],
            async (client, parsed, cancel) => AdminCommand.Print(
                await client.SendAsync(HttpMethod.Post, $"{PathOf(parsed, name)}/link", null, cancel),
                json => json.GetProperty("url").GetString()!));
    }

    static string PathOf(ParseResult parsed, Argument<string> name) =>
        $"{Path}/{Uri.EscapeDataString(parsed.GetValue(name)!)}";

    static Argument<string> Name() => new("NAME") { Description = "Name of the person." };
}
