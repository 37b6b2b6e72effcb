using System.CommandLine;
using Writethru.Copy;

namespace Writethru.App.Cli;

/// <summary>Options that several verbs share.</summary>
static class Options
{
    public static Option<string?> Key() => new("--key")
    {
        Description = "The API key. Default: the environment variable WRITETHRU_KEY.",
    };

    public static Option<string> To() => new("--to")
    {
        Description = "URL of the server.",
        Required = true,
    };

    public static Option<string?> Format(string description) => new("--format") { Description = description };

    public static Option<string> Data() => new("--data")
    {
        Description = "The data folder. Default: ./data",
        DefaultValueFactory = _ => "data",
    };

    public static Option<string> Urls() => new("--urls")
    {
        Description = "Where to listen; port 0 takes a free one.",
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
    };

    public static Option<string?> Reason(string description, bool isRequired) => new("--reason")
    {
        Description = description,
        Required = isRequired,
    };

    public static Option<string?> Cause() => new("--cause")
    {
        Description = "Why the take exists: development, lead, writeThru, correction, refile.",
    };

    public static Option<int?> Follows() => new("--follows")
    {
        Description = "File it only if this is the story's newest take; with a story.",
    };

    /// <summary>An instant that must have a zone.</summary>
    public static Option<DateTimeOffset?> AnInstant(string name, string description)
    {
        var option = new Option<DateTimeOffset?>(name)
        {
            Description = description,
            CustomParser = result =>
            {
                var instant = Instant.Parse(result.Tokens[0].Value);
                if (instant is null)
                    result.AddError($"Found {name} '{result.Tokens[0].Value}', "
                        + "expected an instant with a zone, such as 2026-11-25T06:00:00Z.");
                return instant;
            },
        };
        return option;
    }

    public static string KeyOf(ParseResult parsed, Option<string?> key) =>
        parsed.GetValue(key) ?? Environment.GetEnvironmentVariable("WRITETHRU_KEY")
        ?? throw new CliException("No key: expected --key KEY or the environment variable WRITETHRU_KEY.");
}
