using System.Buffers;
using System.Text.Json;
using Writethru.App.Access;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Desk;

namespace Writethru.App.Api;

/// <summary>What was killed or taken down, for the desk alone, and never without a trace.</summary>
static class KilledEndpoints
{
    public static void MapKilled(this IEndpointRouteBuilder app) =>
        app.MapPost("/v1/stories/{id}/takes/{number:int}/read-killed", ReadAsync)
            .RequireAuthorization(Policies.DeskKey)
            .WithTags("Desk")
            .WithSummary("Read a take of a story that was killed or taken down.")
            .WithDescription("No other path gives it. The reason is required; who read it, when and why is in the log "
                + "before it is answered, as `position`. `copy` is the take as it is kept, whole; the files of its "
                + "pictures stay closed. A story that was neither killed nor taken down: 409.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    static async Task<IResult> ReadAsync(HttpContext context, string id, int number, CloseRequest request,
        ReadKilled read, CancellationToken cancel)
    {
        if (DeskEndpoints.TooLong(request.Reason) is { } wrong)
            return wrong;
        if (string.IsNullOrWhiteSpace(request.Reason))
            return Problems.BadParameter("reason", "", "why the take is read");
        return await read.RunAsync(new StoryId(id), number, request.Reason, Caller.IdOf(context), cancel) switch
        {
            StoryOutcome.Done done => TypedResults.Bytes(Write(done), "application/json"),
            StoryOutcome.Conflict conflict => Problems.Conflict(conflict.Reason),
            _ => Problems.NotFound(),
        };
    }

    static byte[] Write(StoryOutcome.Done read)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, CanonicalJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("story", read.Take.Story.Value);
            json.WriteNumber("take", read.Take.Number);
            json.WriteNumber("position", read.Position);
            json.WriteString("cause", Words.Of(read.Take.Cause));
            json.WriteString("filedAt", Instant.Write(read.Take.FiledAt));
            json.WritePropertyName("copy");
            CanonicalJson.Write(json, read.Take.Take);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}
