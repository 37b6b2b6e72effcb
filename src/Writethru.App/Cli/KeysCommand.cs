using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Writethru.App.Api;
using Writethru.Copy;

namespace Writethru.App.Cli;

/// <summary><c>admin key</c>: the keys of anybody, whoever it is.</summary>
static class KeysCommand
{
    public static Command Create() => new("key", "List, add, rotate, confirm, expire and revoke the keys of anybody.")
    {
        List(), Add(), Rotate(), Confirm(), Expire(), Revoke(),
    };

    static Command List()
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "Only those of this one.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        return AdminCommand.Verb("list", "List keys: whose, which, made, ends, last used, by whom.", [name],
            async (client, parsed, cancel) => AdminCommand.Print(
                await client.SendAsync(HttpMethod.Get, "/v1/principals", null, cancel),
                json => string.Join('\n', json.EnumerateArray()
                    .Where(one => parsed.GetValue(name) is not { } only || one.GetProperty("name").GetString() == only)
                    .SelectMany(one => one.GetProperty("keys").EnumerateArray().Select(key => Line(one, key))))));
    }

    /// <summary>Id, key, when it was made, when it ends, when it was used last, who made it; parted by tabs.</summary>
    static string Line(JsonElement one, JsonElement key) => string.Join('\t',
        one.GetProperty("id").GetString(), key.GetProperty("id").GetString(), key.GetProperty("made").GetString(),
        one.GetProperty("revoked").GetBoolean() || key.GetProperty("revoked").GetBoolean()
            ? "revoked"
            : key.GetProperty("unconfirmed").GetBoolean()
            ? "unconfirmed"
            : key.GetProperty("expires").GetString(),
        key.GetProperty("lastUsed").GetString(), key.GetProperty("by").GetString());

    static Command Add()
    {
        var name = Name();
        var until = Options.AnInstant("--until", "From when on it is good no more. Default: without end.");
        return AdminCommand.Verb("add", "Make another key. It is shown once.", [name, until],
            async (client, parsed, cancel) => Print(await client.SendAsync(HttpMethod.Post,
                PeopleCommand.PathOf(parsed.GetValue(name)!, "keys"), At(parsed.GetValue(until)), cancel)));
    }

    static Command Rotate()
    {
        var name = Name();
        var overlap = new Option<TimeSpan>("--overlap")
        {
            Description = "How long the others stay good: 30m, 24h, 7d. Default: not at all.",
            CustomParser = ReadSpan,
        };
        return AdminCommand.Verb("rotate", "Make a key in place of all others, such as a lost one. It is shown once.",
            [name, overlap], async (client, parsed, cancel) => Print(await client.SendAsync(HttpMethod.Post,
                PeopleCommand.PathOf(parsed.GetValue(name)!, "keys/rotate"),
                JsonContent.Create(new { overlap = parsed.GetValue(overlap).TotalSeconds }), cancel)));
    }

    static Command Confirm()
    {
        var (name, key) = (Name(), Key());
        return AdminCommand.Verb("confirm", "Confirm a key that an operator made: until then it opens nothing.",
            [name, key], async (client, parsed, cancel) => AdminCommand.Print(await client.SendAsync(HttpMethod.Post,
                PathOf(parsed, name, key, "confirm"), null, cancel), null));
    }

    static Command Expire()
    {
        var (name, key) = (Name(), Key());
        var at = Options.AnInstant("--at", "From when on it is good no more. Default: never by itself.");
        return AdminCommand.Verb("expire", "Say when a key ends.", [name, key, at],
            async (client, parsed, cancel) => AdminCommand.Print(await client.SendAsync(HttpMethod.Post,
                PathOf(parsed, name, key, "expire"), At(parsed.GetValue(at)), cancel), null));
    }

    static Command Revoke()
    {
        var (name, key) = (Name(), Key());
        return AdminCommand.Verb("revoke", "End a key at once, and the streams opened by it.", [name, key],
            async (client, parsed, cancel) => AdminCommand.Print(await client.SendAsync(HttpMethod.Post,
                PathOf(parsed, name, key, "revoke"), null, cancel), null));
    }

    static string PathOf(ParseResult parsed, Argument<string> name, Argument<string> key, string verb) =>
        PeopleCommand.PathOf(parsed.GetValue(name)!, $"keys/{Uri.EscapeDataString(parsed.GetValue(key)!)}/{verb}");

    static JsonContent At(DateTimeOffset? at) =>
        JsonContent.Create(new { at = at is { } instant ? Instant.Write(instant) : null });

    static int Print(Answer answer) => AdminCommand.Print(answer,
        json => $"{json.GetProperty("id").GetString()} {json.GetProperty("key").GetString()}");

    static TimeSpan ReadSpan(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var known = int.TryParse(text.AsSpan(0, text.Length - Math.Min(1, text.Length)), NumberStyles.None,
            CultureInfo.InvariantCulture, out var number);
        TimeSpan? unit = text.LastOrDefault() switch
        {
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            _ => null,
        };
        if (known && unit is { } one && number <= KeysEndpoints.LongestOverlap / one)
            return number * one;
        result.AddError($"Found --overlap '{text}', expected minutes, hours or days, at most "
            + $"{KeysEndpoints.LongestOverlap.Days}d: 30m, 24h, 7d.");
        return TimeSpan.Zero;
    }

    static Argument<string> Name() => new("NAME") { Description = "Whose keys." };

    static Argument<string> Key() => new("KEY") { Description = "Which, as the list calls it." };
}
