using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Writethru.App.Access;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Desk.Receiving;
using Writethru.Formats.Profiles;
using Writethru.Rights;

namespace Writethru.App.Api;

/// <summary>Filing over HTTP.</summary>
static class ItemsEndpoints
{
    const int MaxIdempotencyKey = 255, MaxSlug = 255;

    /// <summary>
    /// What a publisher may say of a take. Kill, hold and release are verbs of their own, not labels.
    /// </summary>
    static readonly Cause[] _causes =
        [Cause.First, Cause.Development, Cause.Lead, Cause.WriteThru, Cause.Correction, Cause.Refile];

    public static void MapItems(this IEndpointRouteBuilder app) =>
        app.MapPost("/v1/items", PostAsync)
            .RequireAuthorization(Policies.SenderKey)
            .WithTags("Filing")
            .WithSummary("File an item in any format that is read.")
            .WithDescription("201 only when the take is durable. The same Idempotency-Key with the same bytes and "
                + "parameters answers what came of it the first time. Without a story and a known identity it "
                + "continues the story whose copy is as good as its own (linked, with score and reasons), or opens one "
                + "and names those it may belong to (proposed); cause=first opens one. Bytes that hold several items "
                + "(a message, a feed) file each of them, all in one transaction: {items: [{story, take, position} or "
                + "{refused}]}, in the order of the bytes; 201 when any was filed, 200 when all the others were there, "
                + "422 when all were refused. 422 otherwise: unreadable, a part of an edition (`proposed` names the "
                + "take that it is for), or no copy; the bytes are kept with the remarks. With If-Match: \"3\" and "
                + "story, the item is filed only when take 3 is the story's newest: 409 take-stale with `current` "
                + "otherwise. A version older than its sender has filed is kept, and answered 200 with the take that "
                + "stands for it and superseded: true. A correction by name that has no note to editors: 422 "
                + "correction-unexplained. A cause that is named gives copy without a printed label one of its series, "
                + "in the house's style: label. profile=NAME says whose the item is, where it does not. "
                + "multipart/form-data: a part `item`, and the files of its pictures under the names that it gives "
                + "them. `staysBack` says what keeps the item, or a picture of it, from anybody, and by which words. "
                + "check=true files nothing and keeps nothing: 200 with what would come of each item.")
            .Accepts<byte[]>("*/*")
            .Produces<FiledAnswer>(StatusCodes.Status201Created)
            .Produces<FiledAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    static async Task<IResult> PostAsync(
        HttpContext context, Receive receive, Uploads uploads, IntakeOptions options, Gate gate,
        string? story, string? slug, string? cause, string? embargo, string? profile, bool? check,
        [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, [FromHeader(Name = "If-Match")] string? ifMatch,
        CancellationToken cancel)
    {
        if (WhyNot(story, slug, cause, embargo, idempotencyKey) is { } wrong)
            return wrong;
        if (profile is not null && ProviderProfiles.Find(profile) is null)
            return Problems.BadParameter("profile", profile[..Math.Min(32, profile.Length)],
                $"one of {string.Join(", ", ProviderProfiles.All.Select(known => known.Name))}");
        var follows = NumberIn(ifMatch);
        if (ifMatch is not null && ifMatch != "*" && (follows is null || story is null))
            return Problems.BadParameter("If-Match", ifMatch[..Math.Min(32, ifMatch.Length)],
                "the number of one take in quotes, such as \"3\", and the parameter story");
        var item = Describe(Caller.IdOf(context), story, slug, cause, embargo, idempotencyKey) with
        {
            Follows = follows,
            Profile = profile is null ? null : ProviderProfiles.Find(profile),
        };
        if (!Uploads.IsMultipart(context.Request))
        {
            var body = await ReadBodyAsync(context.Request, options.MaxItemBytes, cancel);
            return await AnswerAsync(item with { Bytes = body });
        }
        using var slot = uploads.TryEnter(item.Publisher);
        if (slot is null)
            return Problems.TooManyUploads();
        var (bytes, files) = await uploads.ReadPartsAsync(context, cancel);
        return await AnswerAsync(item with { Bytes = bytes, Files = files });

        async Task<IResult> AnswerAsync(IncomingItem whole) => check == true
            ? TypedResults.Ok(CheckedItemsAnswer.Of(await receive.TryAsync(whole, cancel)))
            : Answer(await receive.RunAsync(whole, cancel), gate.Now);
    }

    /// <summary>What is wrong with the parameters of a filing; null for nothing.</summary>
    internal static IResult? WhyNot(string? story, string? slug, string? cause, string? embargo, string? idempotencyKey)
    {
        if (story is not null && !StoryId.IsWellFormed(story))
            return Problems.StoryUnknown(new StoryId(story));
        if (cause is not null && (Words.Read<Cause>(cause) is not { } named || !_causes.Contains(named)))
        {
            return Problems.BadParameter("cause", cause, $"one of {string.Join(", ", _causes.Select(Words.Of))}; "
                + "a kill goes to /v1/stories/ID/kill, with its reason");
        }
        if (slug is not null && (slug.Length > MaxSlug || slug.Any(char.IsControl)))
            return Problems.BadParameter("slug", slug[..Math.Min(32, slug.Length)] + "…",
                $"one line of at most {MaxSlug} characters");
        if (embargo is not null && Instant.Parse(embargo) is null)
            return Problems.BadParameter("embargo", embargo, "an instant with a zone, such as 2026-11-25T06:00:00Z");
        return idempotencyKey?.Length > MaxIdempotencyKey
            ? Problems.BadParameter("Idempotency-Key", idempotencyKey[..32] + "…",
                $"at most {MaxIdempotencyKey} characters")
            : null;
    }

    /// <summary>What is said of an item by its parameters; its bytes are still to come.</summary>
    internal static IncomingItem Describe(string publisher, string? story, string? slug, string? cause, string? embargo,
        string? idempotencyKey) => new()
        {
            Bytes = default,
            Publisher = publisher,
            Story = story is null ? null : new StoryId(story),
            Slug = slug ?? "",
            Cause = Words.Read<Cause>(cause),
            Embargo = Instant.Parse(embargo),
            IdempotencyKey = idempotencyKey ?? "",
        };

    internal static IResult Answer(ImmutableArray<FileOutcome> outcomes, GateSnapshot now) =>
        outcomes.Length == 1 ? AnswerOne(outcomes[0], now) : AnswerSeveral(outcomes, now);

    static IResult AnswerOne(FileOutcome outcome, GateSnapshot now) => outcome switch
    {
        FileOutcome.Filed filed => TypedResults.Created($"/v1/stories/{filed.Take.Story}/takes/{filed.Take.Number}",
            FiledAnswer.Of(filed, now).Add(filed)),
        FileOutcome.Repeated same => TypedResults.Ok(FiledAnswer.Of(same, now).Add(same)),
        FileOutcome.Superseded late => TypedResults.Ok(FiledAnswer.Of(late, now)),
        FileOutcome.Refused refused => ItemProblems.Refused(refused),
        _ => throw new InvalidOperationException("Filing ended in a way that has no answer."),
    };

    static IResult AnswerSeveral(ImmutableArray<FileOutcome> outcomes, GateSnapshot now)
    {
        var answer = new FiledItemsAnswer([.. outcomes.Select(outcome => ItemAnswer.Of(outcome, now))]);
        if (outcomes.Any(outcome => outcome is FileOutcome.Filed))
            return TypedResults.Created((string?)null, answer);
        return outcomes.Any(outcome => outcome is FileOutcome.Repeated or FileOutcome.Superseded)
            ? TypedResults.Ok(answer)
            : ItemProblems.ItemsRefused(answer.Items);
    }

    /// <summary>The take's number in <c>"3"</c>; null when it is anything else.</summary>
    static int? NumberIn(string? tag) => tag is ['"', .. var inside, '"']
        && int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The server has refused a longer body by now: by its length, or while it came in chunks.</summary>
    static async Task<byte[]> ReadBodyAsync(HttpRequest request, int limit, CancellationToken cancel)
    {
        using var body = new MemoryStream((int)Math.Min(request.ContentLength ?? 4096, limit));
        await request.Body.CopyToAsync(body, cancel);
        return body.ToArray();
    }
}

/// <summary>Where an item was filed.</summary>
/// <param name="Story">The story.</param>
/// <param name="Take">The take's number in it.</param>
/// <param name="Position">Its place in the log.</param>
/// <param name="Pending">
/// Why nobody but the desk may see it yet: embargoed, waiting or held. Absent when it is out.
/// </param>
/// <param name="Linked">The likeness by which it continues the story. Absent when it was not that.</param>
/// <param name="Proposed">Other stories that it may belong to. Absent when there are none.</param>
sealed record FiledAnswer(string Story, int Take, long Position,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Pending,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LikenessAnswer? Linked = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyList<LikenessAnswer>? Proposed = null)
{
    /// <summary>
    /// Whether the item was an older version than its sender has filed: it is kept at the position, and the take named
    /// stands for it. Absent otherwise.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Superseded { get; init; }

    /// <summary>
    /// What the desk noticed though it took the item, or that it repeats killed copy; absent when nothing.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonArray? Remarks { get; init; }

    /// <summary>The label of the series that this wire gave the take; absent when it gave none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Label { get; init; }

    /// <summary>What keeps it, or a picture of it, from anybody, by its own words; absent when nothing does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StayBackAnswer>? StaysBack { get; init; }

    /// <summary>With how it found its story.</summary>
    public FiledAnswer Add(FileOutcome outcome) => this with
    {
        Linked = outcome.Linked is { } link ? LikenessAnswer.Of(link) : null,
        Proposed = outcome.Proposed.IsEmpty ? null : [.. outcome.Proposed.Select(LikenessAnswer.Of)],
    };

    public static FiledAnswer Of(FiledTake take, long position, GateSnapshot now) => new(
        take.Story.Value, take.Number, position,
        now.FindUnseen(take.Story, take.Number) is { } unseen ? Words.Of(unseen.Reason) : null)
    {
        Label = take.Label.Length > 0 ? take.Label : null,
    };

    public static FiledAnswer Of(FileOutcome.Filed filed, GateSnapshot now) => Of(filed.Take, filed.Position, now) with
    {
        Remarks = filed.Remarks.IsEmpty ? null : Problems.Remarks(filed.Remarks),
        StaysBack = filed.StaysBack.IsEmpty ? null : [.. filed.StaysBack.Select(StayBackAnswer.Of)],
    };

    public static FiledAnswer Of(FileOutcome.Repeated same, GateSnapshot now) => Of(same.Take, same.Position, now) with
    {
        Remarks = same.Remarks.IsEmpty ? null : Problems.Remarks(same.Remarks),
    };

    public static FiledAnswer Of(FileOutcome.Superseded late, GateSnapshot now) =>
        Of(late.Take, late.Position, now) with { Superseded = true };
}

/// <summary>What became of several items that came together.</summary>
/// <param name="Items">One entry an item, in the order of the bytes.</param>
sealed record FiledItemsAnswer(IReadOnlyList<ItemAnswer> Items);

/// <summary>What became of one of several items: a place in a story, or a refusal.</summary>
/// <param name="Story">The story; absent when it was refused.</param>
/// <param name="Take">The take's number in it; absent when it was refused.</param>
/// <param name="Position">Its place in the log, or that of the refusal.</param>
/// <param name="Repeated">Whether the take was there before; absent when it is new.</param>
/// <param name="Pending">
/// Why nobody but the desk may see it yet: embargoed, waiting or held. Absent when it is out.
/// </param>
/// <param name="Linked">The likeness by which it continues the story. Absent when it was not that.</param>
/// <param name="Proposed">Other stories that it may belong to. Absent when there are none.</param>
/// <param name="Refused">Why it made no take; absent when it did.</param>
sealed record ItemAnswer(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Story,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Take,
    long Position,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Repeated,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Pending,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LikenessAnswer? Linked,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<LikenessAnswer>? Proposed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RefusedAnswer? Refused)
{
    public static ItemAnswer Of(FileOutcome outcome, GateSnapshot now) => outcome switch
    {
        FileOutcome.Filed filed => Of(FiledAnswer.Of(filed, now).Add(filed), null),
        FileOutcome.Superseded late => Of(FiledAnswer.Of(late, now), null),
        FileOutcome.Repeated same => Of(FiledAnswer.Of(same, now).Add(same), true),
        FileOutcome.Refused refused => new(null, null, refused.Position, null, null, null, null, new RefusedAnswer(
            ItemProblems.Of(refused.Why).Code, refused.Remarks.IsEmpty ? "" : refused.Remarks[^1].Message,
            refused.PartOf is { } part ? PartOfAnswer.Of(part) : null)),
        _ => throw new InvalidOperationException("Filing ended in a way that has no answer."),
    };

    /// <summary>As in <see cref="FiledAnswer.Superseded"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Superseded { get; init; }

    /// <summary>As in <see cref="FiledAnswer.Remarks"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonArray? Remarks { get; init; }

    /// <summary>As in <see cref="FiledAnswer.Label"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Label { get; init; }

    /// <summary>As in <see cref="FiledAnswer.StaysBack"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StayBackAnswer>? StaysBack { get; init; }

    static ItemAnswer Of(FiledAnswer filed, bool? repeated) =>
        new(filed.Story, filed.Take, filed.Position, repeated, filed.Pending, filed.Linked, filed.Proposed, null)
        {
            Superseded = filed.Superseded,
            Remarks = filed.Remarks,
            Label = filed.Label,
            StaysBack = filed.StaysBack,
        };
}

/// <summary>Why one of several items made no take.</summary>
/// <param name="Code">The code that the item alone would be answered with.</param>
/// <param name="Detail">What was found, what was expected.</param>
/// <param name="Proposed">The take that a part is proposed for; absent otherwise.</param>
sealed record RefusedAnswer(string Code, string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PartOfAnswer? Proposed);

/// <summary>A take that a part is proposed for.</summary>
/// <param name="Story">The story.</param>
/// <param name="Take">The take's number in it.</param>
sealed record PartOfAnswer(string Story, int Take)
{
    public static PartOfAnswer Of(TakePlace take) => new(take.Story.Value, take.Number);
}
