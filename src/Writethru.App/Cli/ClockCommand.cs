using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Writethru.App.Cli;

/// <summary><c>admin clock</c>: the time by which embargoes open.</summary>
static class ClockCommand
{
    public static Command Create() => new("clock", "The time by which embargoes open.")
    {
        Verb("show", "Show what the clocks of the server say.", HttpMethod.Get, "/v1/clock"),
        Verb("trust", "Say that the server's wall clock is right, after it slept or its clock was set.",
            HttpMethod.Post, "/v1/clock/trust"),
    };

    static Command Verb(string name, string description, HttpMethod method, string path) =>
        AdminCommand.Verb(name, description, [], async (client, _, cancel) => AdminCommand.Print(
            await client.SendAsync(method, path, null, cancel), Line));

    /// <summary>
    /// The time that counts, the wall clock, how far it is ahead in seconds, parted by tabs; under it what is wrong.
    /// </summary>
    static string Line(JsonElement clock) => string.Join('\n', clock.GetProperty("problems").EnumerateArray()
        .Select(problem => problem.GetString()).Prepend(Clocks(clock)));

    static string Clocks(JsonElement clock) => string.Join('\t', clock.GetProperty("now").GetString(),
        $"wall clock {clock.GetProperty("wall").GetString()}",
        clock.GetProperty("difference").GetDouble()
            .ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture) + " s",
        clock.GetProperty("apart").GetBoolean() ? "not believed" : "believed");
}
