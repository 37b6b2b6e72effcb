using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Writethru.Copy;
using Writethru.Desk;

namespace Writethru.App;

/// <summary>Every problem the API answers (RFC 9457). <c>code</c> is stable and is what programs compare.</summary>
static class Problems
{
    public static ProblemHttpResult NotFound() =>
        Of(StatusCodes.Status404NotFound, "not-found", "There is nothing here that is yours.");

    public static ProblemHttpResult KeyMissing() => Of(StatusCodes.Status401Unauthorized, "key-missing",
        "Expected a key: the header 'Authorization: Bearer KEY'.");

    public static ProblemHttpResult KeyUnknown() =>
        Of(StatusCodes.Status401Unauthorized, "key-unknown", "The key is not known, or has ended.");

    public static ProblemHttpResult NotAllowed() => NotAllowed("The role of your key does not allow this.");

    public static ProblemHttpResult NotAllowed(string detail) =>
        Of(StatusCodes.Status403Forbidden, "not-allowed", detail);

    public static ProblemHttpResult CursorUnknown() => Of(StatusCodes.Status400BadRequest, "cursor-unknown",
        "Found a cursor that is not one of yours; expected the 'next' or 'cursor' of an earlier answer, or none.");

    public static ProblemHttpResult FormatUnknown(string format) => Of(
        StatusCodes.Status400BadRequest, "format-unknown",
        $"Found format '{format}', expected one of "
            + $"{string.Join(", ", Formats.Registry.WireFormats.All.Select(f => f.Name))}.");

    public static ProblemHttpResult BadParameter(string name, string found, string expected) =>
        Of(StatusCodes.Status400BadRequest, "parameter-invalid", $"Found {name} '{Cut(found)}', expected {expected}.");

    public static ProblemHttpResult ParameterUnknown(string name, IEnumerable<string> known) => Of(
        StatusCodes.Status400BadRequest, "parameter-unknown", $"Found parameter '{Cut(name)}', expected "
            + string.Join(", ", known.Order(StringComparer.Ordinal).DefaultIfEmpty("none")) + ".");

    /// <summary>As much of what somebody sent as a message needs.</summary>
    /// <summary>What a body leaves out is null, whatever its type says.</summary>
    static string Cut(string? found) => found is null ? "" : found.Length <= 64 ? found : found[..64] + "…";

    public static ProblemHttpResult StoryUnknown(StoryId story) =>
        Of(StatusCodes.Status404NotFound, "story-unknown", $"Found story '{story}', expected one that exists.");

    public static ProblemHttpResult Conflict(string detail) =>
        Of(StatusCodes.Status409Conflict, "take-conflict", detail);

    public static ProblemHttpResult NotRecalled(StoryId story) => Of(StatusCodes.Status409Conflict, "not-recalled",
        $"Story '{story}' lives and has no correction: there is nothing to recall.");

    /// <summary>Whoever asked for a kill cannot be its second.</summary>
    public static ProblemHttpResult KillNeedsSecond(KillRequest asked, IReadOnlyList<string> mayConfirm) => Of(
        StatusCodes.Status409Conflict, "kill-needs-second",
        $"You asked for this kill at {Instant.Write(asked.At)}; another of the desk must confirm it. The story is "
            + "held.",
        new()
        {
            ["mayConfirm"] = mayConfirm,
        });

    public static ProblemHttpResult TooManyUploads() => Of(StatusCodes.Status429TooManyRequests, "uploads-too-many",
        "You are sending as many pictures at a time as one publisher may; expected one of them to end before.");

    public static ProblemHttpResult TooManyReaders() => Of(StatusCodes.Status429TooManyRequests, "readers-too-many",
        "As many streams and pages are being read with this key as one may have; expected one to end before.");

    public static ProblemHttpResult AuditBusy(HttpContext context)
    {
        context.Response.Headers.RetryAfter = RetryAfter;
        return Of(StatusCodes.Status429TooManyRequests, "audit-busy", "Another audit is being read; try again.");
    }

    /// <summary>Nothing is wrong but that too much is asked at a time.</summary>
    public static ProblemHttpResult ServerBusy(HttpContext context)
    {
        context.Response.Headers.RetryAfter = RetryAfter;
        return Of(StatusCodes.Status503ServiceUnavailable, "server-busy",
            "The server has as many connections or open files as it may; try again.");
    }

    /// <summary>In seconds.</summary>
    const string RetryAfter = "2";

    public static ProblemHttpResult LastDesk(string name) => Of(StatusCodes.Status409Conflict, "desk-last",
        $"'{name}' is the last of the desk; add another before you revoke it.");

    public static ProblemHttpResult LastKey() => Of(StatusCodes.Status409Conflict, "desk-last",
        "This is the desk's last key that does not end; add another before you end it.");

    public static ProblemHttpResult NameTaken(string name) => Of(StatusCodes.Status409Conflict, "name-taken",
        $"The name '{name}' is in use, or one that differs from it only in case.");

    /// <summary>The story was killed or taken down: all that is left is the notice.</summary>
    public static ProblemHttpResult Killed(FiledTake notice) => notice.Cause == Cause.Takedown
        ? Closed(StatusCodes.Status410Gone, "story-taken-down",
            "This story was taken down, for the right to it ended. Remove it everywhere.", notice)
        : Closed(StatusCodes.Status410Gone, "story-killed",
            "This story was killed. Do not use it; remove it everywhere.", notice);

    /// <summary>
    /// The story is held, and whoever asks was sent it. 404, not 410: a cache or a receiver may take 410 for the
    /// last word, and a release may come.
    /// </summary>
    public static ProblemHttpResult Held(FiledTake notice) => Closed(StatusCodes.Status404NotFound, "story-held",
        "This story is on hold. Do not use it until it is released.", notice);

    static ProblemHttpResult Closed(int status, string code, string detail, FiledTake notice) =>
        Of(status, code, detail, new()
        {
            ["notice"] = new JsonObject
            {
                ["story"] = notice.Story.Value,
                ["take"] = notice.Number,
                ["cause"] = Words.Of(notice.Cause),
                ["filedAt"] = Instant.Write(notice.FiledAt),
                ["text"] = notice.Take.Advisory?.Text ?? "",
            },
        });

    /// <summary>Gives a code to the problems that the framework itself answers.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Extensions.TryAdd("code", CodeOf(problem.Status));
        problem.Extensions.Remove("traceId");
    }

    /// <summary>The problem of a status that nobody has said more about.</summary>
    public static ProblemHttpResult OfStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => NotFound(),
        StatusCodes.Status405MethodNotAllowed => Of(status, CodeOf(status),
            "Found another method than this path answers to; see Allow."),
        StatusCodes.Status415UnsupportedMediaType => Of(status, CodeOf(status),
            "Expected a body in JSON: Content-Type: application/json."),
        _ => Of(status, CodeOf(status), "The request could not be answered."),
    };

    static string CodeOf(int? status) => status switch
    {
        400 => "request-invalid",
        401 => "key-missing",
        403 => "not-allowed",
        404 => "not-found",
        405 => "method-not-allowed",
        408 => "request-timeout",
        413 => "item-too-large",
        415 => "media-type-unsupported",
        503 => "store-failed",
        507 => "store-full",
        _ => "internal-error",
    };

    public static ProblemHttpResult Of(int status, string code, string detail, Dictionary<string, object?>? more = null)
    {
        more ??= [];
        more["code"] = code;
        return TypedResults.Problem(new ProblemDetails { Status = status, Detail = detail, Extensions = more });
    }

    /// <summary>Remarks as the API tells them.</summary>
    public static JsonArray Remarks(ImmutableArray<Remark> remarks) => new([.. remarks.Select(remark => new JsonObject
    {
        ["code"] = remark.Code,
        ["severity"] = Words.Of(remark.Severity),
        ["line"] = remark.Line,
        ["column"] = remark.Column,
        ["offset"] = remark.Offset,
        ["message"] = remark.Message,
    })]);
}
