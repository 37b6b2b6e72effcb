using System.Buffers;
using System.Text.Json;
using Writethru.App.Access;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Delivery;

namespace Writethru.App.Api;

/// <summary>What a take changed against one before it, for whoever may see both.</summary>
static class DiffEndpoints
{
    public static void MapDiffs(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/stories/{id}/diff", GetDiffAsync)
            .RequireAuthorization(Policies.Reader)
            .WithTags("Reading")
            .WithSummary("What a take of a story changed.")
            .WithDescription("Between two takes that are yours; the two newest when none is named, the one before when "
                + "only `to` is. Paragraphs aligned, with the words that differ as [start, length] in UTF-16 units; "
                + "fields and pictures. A take that is not yours looks like one that does not exist: 404. Killed: 410, "
                + "held: 404, with the notice.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone);

    static async Task<IResult> GetDiffAsync(HttpContext context, string id, int? from, int? to, Outlet outlet,
        Ledger ledger, CancellationToken cancel)
    {
        if (from < 1)
            return Problems.BadParameter("from", $"{from}", "a take's number, from 1");
        if (to < 1)
            return Problems.BadParameter("to", $"{to}", "a take's number, from 1");
        var sending = Caller.SendingTo(context, ledger, SendPath.Story);
        var story = new StoryId(id);
        if (await TakePair.FindAsync(outlet, sending, story, from, to, cancel) is { } pair)
            return TypedResults.Bytes(Write(pair), "application/json");
        return await outlet.NoticeAsync(sending, story, cancel) switch
        {
            StoryAnswer.Killed killed => Problems.Killed(killed.Notice.Filed),
            StoryAnswer.Held held => Problems.Held(held.Notice.Filed),
            _ => Problems.NotFound(),
        };
    }

    static byte[] Write(TakePair pair)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, CanonicalJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("story", pair.New.Filed.Story.Value);
            json.WriteNumber("from", pair.Old.Filed.Number);
            json.WriteNumber("to", pair.New.Filed.Number);
            json.WritePropertyName("diff");
            ParagraphDiffJson.Write(json, pair.Diff());
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}
