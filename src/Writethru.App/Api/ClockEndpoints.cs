using Microsoft.AspNetCore.Http.HttpResults;
using Writethru.App.Access;
using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Copy;

namespace Writethru.App.Api;

/// <summary>The time by which embargoes open, and how a person says that the wall clock is right.</summary>
static class ClockEndpoints
{
    public static void MapClock(this IEndpointRouteBuilder app)
    {
        var clock = app.MapGroup("/v1/clock").WithTags("Desk");
        clock.MapGet("", Get).RequireAuthorization(Policies.Operator)
            .WithSummary("What time it is for embargoes, and whether the wall clock is believed.");
        clock.MapPost("/trust", Trust).RequireAuthorization(Policies.OperatorKey)
            .WithSummary("Say that the wall clock is right, after the machine slept or its clock was set.")
            .WithDescription("Embargoes that have passed by it are lifted within a second. The time never goes back: "
                + "one that is ahead of the wall clock stands still until that has come as far. Answers what the "
                + "clocks show now.");
    }

    static Ok<ClockAnswer> Get(SqliteLog log) => TypedResults.Ok(ClockAnswer.Of(log.ReadClock()));

    static Ok<ClockAnswer> Trust(HttpContext context, SqliteLog log, ILoggerFactory loggers)
    {
        var before = log.Clock.Trust();
        loggers.CreateLogger<TrustedClock>().ClockTrusted(
            Caller.IdOf(context), before.Difference.TotalSeconds);
        return TypedResults.Ok(ClockAnswer.Of(log.ReadClock()));
    }
}

/// <summary>What the clocks show.</summary>
/// <param name="Now">The time that counts: neither clock has to reach it any more.</param>
/// <param name="Wall">The wall clock.</param>
/// <param name="Reckoned">The monotonic clock, counted from where the wall clock was last trusted.</param>
/// <param name="Difference">How far the wall clock is ahead of what was reckoned, in seconds; negative: behind.</param>
/// <param name="Apart">Whether that is more than is followed without a person.</param>
/// <param name="LastEntry">When the log's last entry was written; null when there is none.</param>
/// <param name="LogAhead">How far that lies ahead of the time that counts, in seconds; 0 when it does not.</param>
/// <param name="Problems">What is wrong, and what mends it: a sentence or two for each; empty when all is well.</param>
sealed record ClockAnswer(string Now, string Wall, string Reckoned, double Difference, bool Apart, string? LastEntry,
    double LogAhead, IReadOnlyList<string> Problems)
{
    public static ClockAnswer Of(ClockReading reading) => new(Instant.Write(reading.Now), Instant.Write(reading.Wall),
        Instant.Write(reading.Reckoned), reading.Difference.TotalSeconds, reading.IsApart,
        reading.LastEntry is { } last ? Instant.Write(last) : null, reading.LogAhead.TotalSeconds,
        [.. ProblemsOf(reading)]);

    static IEnumerable<string> ProblemsOf(ClockReading reading)
    {
        if (reading.IsApart)
            yield return $"The wall clock is {InWords(reading.Difference.Duration())} "
                + $"{(reading.Difference > TimeSpan.Zero ? "ahead of" : "behind")} the time reckoned since it was "
                + "trusted. If it is right: writethru admin clock trust. If not, set it right.";
        if (reading.LogAhead > TrustedClock.MostAhead)
            yield return $"The log's last entry lies {InWords(reading.LogAhead)} ahead of the clock. Nothing opens "
                + "by it: until the clock has come as far, entries bear its instant and, beside it, what it showed. "
                + "If the clock is behind, set it right and say so: writethru admin clock trust.";
    }

    static string InWords(TimeSpan time) => time switch
    {
        { TotalDays: >= 2 } => $"{time.TotalDays:0} d",
        { TotalHours: >= 1 } => $"{time.TotalHours:0.#} h",
        { TotalMinutes: >= 1 } => $"{time.TotalMinutes:0} min",
        _ => $"{time.TotalSeconds:0} s",
    };
}
