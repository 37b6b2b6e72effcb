using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Writethru.App.Access;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Desk;
using Writethru.Desk.Pictures;
using Writethru.Desk.Receiving;
using Writethru.Rights;

namespace Writethru.App.Api;

/// <summary>Pictures: taken in, had, put right.</summary>
static class PicturesEndpoints
{
    /// <summary>
    /// A file that a browser opens all the same may do nothing: no script, no form, no frame, no origin.
    /// </summary>
    public const string FilePolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    public static void MapPictures(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/pictures", PostAsync)
            .RequireAuthorization(Policies.SenderKey)
            .WithTags("Filing")
            .WithSummary("File a picture: the bytes of a JPEG, PNG, WebP, TIFF, HEIC or AVIF.")
            .WithDescription("What it is is seen from its bytes; its metadata (IPTC-IIM, XMP, Exif) are its caption, "
                + "credit and terms. It becomes a story of its own kind, with the renditions original, preview and "
                + "thumbnail. With story=ID of a picture it replaces that one; of copy, it is also linked behind the "
                + "last paragraph of that story, whose next take is answered as `linkedTo`. The same bytes again: 200 "
                + "and the take that is there. 422 picture-refused: no picture, too many pixels, or broken; the bytes "
                + "are kept with the reason. multipart/form-data with a part `item` is taken as POST /v1/items takes "
                + "it, and so is check=true.")
            .Accepts<byte[]>("*/*")
            .Produces<PictureFiledAnswer>(StatusCodes.Status201Created)
            .Produces<PictureFiledAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        app.MapGet("/v1/pictures/{id}/renditions/{name}", GetAsync)
            .RequireAuthorization(Policies.Reader)
            .WithTags("Reading")
            .WithSummary("A file of a picture: original, preview or thumbnail.")
            .WithDescription("Through the gate: not yours, embargoed, expired and unknown look alike, 404. Of a "
                + "picture that was killed, and that no other story carries by its own right: 410 with the notice, for "
                + "those who were sent it. JPEGs bear the picture's current caption, credit, terms and identity in IIM "
                + "and XMP. Ranges and ETag.")
            .Produces(StatusCodes.Status200OK)
            .Produces(StatusCodes.Status206PartialContent)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone);
        app.MapPost("/v1/pictures/{id}/caption", CorrectAsync)
            .RequireAuthorization(Policies.SenderKey)
            .WithTags("Desk")
            .WithSummary("Put the words of a picture right: a correction with the same pixels.")
            .WithDescription("`reason` is required and goes out in the note to editors. Fields that are absent stay as "
                + "they are. Every story that carries the picture gets the new words as its next take.");
    }

    static async Task<IResult> PostAsync(HttpContext context, ReceivePicture receive,
        Uploads uploads, Receive receiveItem,
        Gate gate, string? story, string? slug, string? cause, string? embargo, bool? check,
        [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, CancellationToken cancel)
    {
        if (ItemsEndpoints.WhyNot(story, slug, cause, embargo, idempotencyKey) is { } wrong)
            return wrong;
        var publisher = Caller.IdOf(context);
        using var slot = uploads.TryEnter(publisher);
        if (slot is null)
            return Problems.TooManyUploads();
        var item = ItemsEndpoints.Describe(publisher, story, slug, cause, embargo, idempotencyKey);
        if (Uploads.IsMultipart(context.Request))
        {
            var (bytes, files) = await uploads.ReadPartsAsync(context, cancel);
            var whole = item with { Bytes = bytes, Files = files };
            return check == true
                ? TypedResults.Ok(CheckedItemsAnswer.Of(await receiveItem.TryAsync(whole, cancel)))
                : ItemsEndpoints.Answer(await receiveItem.RunAsync(whole, cancel), gate.Now);
        }
        item = item with { Bytes = await uploads.ReadAsync(context, cancel) };
        if (check == true)
            return TypedResults.Ok(CheckedItemsAnswer.Of(await receive.TryAsync(item, cancel)));
        var outcomes = await receive.RunAsync(item, cancel);
        var answer = outcomes[0] switch
        {
            FileOutcome.Filed filed => PictureFiledAnswer.Of(FiledAnswer.Of(filed, gate.Now)),
            FileOutcome.Repeated same => PictureFiledAnswer.Of(FiledAnswer.Of(same, gate.Now)),
            FileOutcome.Superseded late => PictureFiledAnswer.Of(FiledAnswer.Of(late, gate.Now)),
            _ => null,
        };
        if (answer is null)
            return ItemProblems.Refused((FileOutcome.Refused)outcomes[0]);
        if (outcomes is [_, FileOutcome.Filed linked])
            answer = answer with { LinkedTo = FiledAnswer.Of(linked, gate.Now) };
        return outcomes[0] is FileOutcome.Filed
            ? TypedResults.Created($"/v1/stories/{answer.Story}/takes/{answer.Take}", answer)
            : TypedResults.Ok(answer);
    }

    static async Task<IResult> GetAsync(HttpContext context, string id, string name, Outlet outlet, Ledger ledger,
        RenditionFiles files, CancellationToken cancel)
    {
        var sending = Caller.SendingTo(context, ledger, SendPath.Picture);
        switch (await outlet.FindPictureAsync(sending, id, cancel))
        {
            case PictureAnswer.Found found when await files.FindAsync(found, name, cancel) is { } file:
                context.Response.Headers.ContentDisposition = $"attachment; filename=\"{file.Name}\"";
                // As a stream it leaves piece by piece; given whole, all of it would be copied for each reader.
                return TypedResults.Stream(file.Open(), file.MediaType, enableRangeProcessing: true,
                    entityTag: new EntityTagHeaderValue(file.ETag));
            case PictureAnswer.Closed { Story: StoryAnswer.Killed killed }:
                return Problems.Killed(killed.Notice.Filed);
            case PictureAnswer.Closed { Story: StoryAnswer.Held held }:
                return Problems.Held(held.Notice.Filed);
            default:
                return Problems.NotFound();
        }
    }

    static async Task<Results<Created<FiledAnswer>, ProblemHttpResult>> CorrectAsync(HttpContext context, string id,
        CaptionRequest request, CorrectCaption correct, Gate gate, CancellationToken cancel)
    {
        if (DeskEndpoints.TooLong(request.Reason) is { } wrong)
            return wrong;
        if (string.IsNullOrWhiteSpace(request.Reason))
            return Problems.BadParameter("reason", "", "a sentence that says what was wrong");
        var words = new CaptionWords
        {
            Caption = request.Caption,
            Headline = request.Headline,
            Credit = request.Credit,
            UsageTerms = request.UsageTerms,
        };
        var story = new StoryId(id);
        if (!OwnStories.Knows(gate.Now, Caller.IdOf(context), story))
            return Problems.StoryUnknown(story);
        return DeskEndpoints.Answer(
            await correct.RunAsync(story, words, request.Reason, Caller.IdOf(context), cancel), gate,
            Problems.StoryUnknown(story));
    }
}

/// <summary>Where a picture was filed.</summary>
/// <param name="Story">Its story, which is also its identity as a picture.</param>
/// <param name="Take">The take's number in it.</param>
/// <param name="Position">Its place in the log.</param>
/// <param name="Renditions">Where its files are had.</param>
sealed record PictureFiledAnswer(string Story, int Take, long Position, IReadOnlyList<string> Renditions)
{
    /// <summary>Why nobody but the desk may see it yet; absent when it is out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pending { get; init; }

    /// <summary>As in <see cref="FiledAnswer.Remarks"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonArray? Remarks { get; init; }

    /// <summary>As in <see cref="FiledAnswer.StaysBack"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StayBackAnswer>? StaysBack { get; init; }

    /// <summary>The take of the story of copy that it was linked to; absent when it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FiledAnswer? LinkedTo { get; init; }

    public static PictureFiledAnswer Of(FiledAnswer filed) => new(filed.Story, filed.Take, filed.Position,
        [
            .. new[] { RenditionNames.Original, RenditionNames.Preview, RenditionNames.Thumbnail }
                .Select(name => RenditionNames.HrefOf(filed.Story, name)),
        ])
    {
        Pending = filed.Pending,
        Remarks = filed.Remarks,
        StaysBack = filed.StaysBack,
    };
}

/// <summary>Words of a picture that are put right.</summary>
/// <param name="Reason">What was wrong, for editors; required.</param>
/// <param name="Caption">The caption; absent: as it was.</param>
/// <param name="Headline">The headline; absent: as it was.</param>
/// <param name="Credit">The credit; absent: as it was.</param>
/// <param name="UsageTerms">The usage terms; absent: as they were, empty: none.</param>
sealed record CaptionRequest(string? Reason, string? Caption, string? Headline, string? Credit, string? UsageTerms);
