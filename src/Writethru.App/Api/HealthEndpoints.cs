using Microsoft.AspNetCore.Http.HttpResults;
using Writethru.Archive.Sqlite;
using Writethru.Rights;

namespace Writethru.App.Api;

/// <summary>Whether the server lives, and whether it takes copy in.</summary>
static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", () => TypedResults.Text("ok")).AllowAnonymous().WithTags("Health")
            .WithSummary("200 while the process answers.");
        app.MapGet("/readyz", Ready).AllowAnonymous().WithTags("Health")
            .WithSummary("200 while the log takes writes and the gate has seen all of it; 503 otherwise.");
    }

    static Results<ContentHttpResult, ProblemHttpResult> Ready(SqliteLog log, Gate gate) =>
        log.IsFailed ? Problems.Of(StatusCodes.Status503ServiceUnavailable, "store-failed", "The log has failed.")
        : gate.Now.Position < log.Head
            ? Problems.Of(StatusCodes.Status503ServiceUnavailable, "not-ready", "Folding the log.")
        : TypedResults.Text("ready");
}
