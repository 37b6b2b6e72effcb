using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Writethru.App.Access;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Rights;

namespace Writethru.App.Api;

/// <summary>What was decided about pictures.</summary>
static class AuditEndpoints
{
    const int DefaultLimit = 1000, MostLines = 10_000;

    public static void MapAudit(this IEndpointRouteBuilder app) => app.MapGet("/v1/audit/pictures", GetPictures)
        .RequireAuthorization(Policies.Desk)
        .WithTags("Desk")
        .WithSummary("Every decision about a picture of a take that was handed out, with the rule and its words.")
        .WithDescription("From the ledger: a line for each take, subscriber and way out, written before the first "
            + "byte. `from` and `to` (not included) are instants with a zone, `format` is json or csv. A page holds "
            + $"the decisions of at most `limit` lines (default {DefaultLimit}, at most {MostLines}), and may hold "
            + "none; go on with `next` as `after` until there is none. CSV names the next page in the header `Link`. "
            + "Each page folds the log anew up to its last line, so one is read at a time: 429 audit-busy.")
        .Produces<AuditAnswer>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    static Results<Ok<AuditAnswer>, FileContentHttpResult, ProblemHttpResult> GetPictures(HttpContext context,
        PictureAudit audit, ReaderPlaces places, Gate gate, string? from, string? to, string? subscriber,
        string? format, string? after,
        int? limit,
        CancellationToken cancel)
    {
        if ((WrongInstant("from", from) ?? WrongInstant("to", to)) is { } wrong)
            return wrong;
        if (format is not (null or "json" or "csv"))
            return Problems.BadParameter("format", format, "json or csv");
        if (limit is < 1 or > MostLines)
            return Problems.BadParameter("limit", $"{limit}", $"1 to {MostLines}");
        if (!TryReadLine(after, out var line))
            return Problems.BadParameter("after", after!, "the 'next' of an earlier answer");
        using var place = places.Audits.TryEnter("");
        if (place is null)
            return Problems.AuditBusy(context);
        var names = gate.Now.Principals;
        var page = audit.Read(Instant.Parse(from) ?? DateTimeOffset.MinValue, Instant.Parse(to) ?? _latest,
            string.IsNullOrEmpty(subscriber) ? null : names.Resolve(subscriber)?.Id ?? subscriber, line,
            limit ?? DefaultLimit, cancel);
        var decisions = page.Decisions.Select(decision => AuditedPicture.Of(decision, names)).ToList();
        var next = page.Last is { } last ? Write(last) : "";
        if (format != "csv")
            return TypedResults.Ok(new AuditAnswer(decisions, next));
        if (next.Length > 0)
            context.Response.Headers.Link =
                $"<{context.Request.Path}{context.Request.QueryString.WithAfter(next)}>; rel=\"next\"";
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(AuditedPicture.ToCsv(decisions, withHead: after is null)),
            "text/csv; charset=utf-8", "pictures.csv");
    }

    /// <summary>Far enough, and a second short of what an instant can be.</summary>
    static readonly DateTimeOffset _latest = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    static ProblemHttpResult? WrongInstant(string name, string? text) =>
        string.IsNullOrEmpty(text) || Instant.Parse(text) is not null
            ? null
            : Problems.BadParameter(name, text, "an instant with a zone, such as 2026-11-25T06:00:00Z");

    static QueryString WithAfter(this QueryString query, string next)
    {
        var fields = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query.Value)
            .Where(field => field.Key != "after");
        return QueryString.Create(fields).Add("after", next);
    }

    /// <summary>A line's place, for nobody but the desk: opaque so that nobody takes it apart.</summary>
    static string Write(Send line) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('\n',
        Instant.Write(line.Begun), line.Story.Value,
        line.Number.ToString(CultureInfo.InvariantCulture), line.Subscriber,
        Words.Of(line.Path), line.Grant)));

    static bool TryReadLine(string? text, out Send? line)
    {
        line = null;
        if (string.IsNullOrEmpty(text))
            return true;
        if (!Base64Url.IsValid(text)
            || Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('\n') is not
                [var begun, var story, var number, var subscriber, var path, var grant]
            || Instant.Parse(begun) is not { } at
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var take)
            || Words.Read<SendPath>(path) is not { } way)
            return false;
        line = new Send
        {
            Story = new StoryId(story), Number = take, Subscriber = subscriber, Path = way, Grant = grant, Begun = at,
        };
        return true;
    }
}

/// <summary>A page of the audit.</summary>
/// <param name="Decisions">The decisions.</param>
/// <param name="Next">Give it as <c>after</c> for the next page; empty when there is none.</param>
sealed record AuditAnswer(IReadOnlyList<AuditedPicture> Decisions, string Next);

/// <summary>One decision about one picture.</summary>
/// <param name="Position">Up to where the gate knew the log when it decided.</param>
/// <param name="At">When it was handed out: recorded before the first byte.</param>
/// <param name="Story">The story.</param>
/// <param name="Take">The take.</param>
/// <param name="Picture">Number of the picture in it, from 1.</param>
/// <param name="Subscriber">Name of the subscriber.</param>
/// <param name="Path">feed, live, story, page or picture; empty when the take was kept back whole.</param>
/// <param name="Decision">delivered or withheld.</param>
/// <param name="Reason">Why it was withheld; empty when it was not.</param>
/// <param name="Kind">Kind of the rule that decided; empty where none did.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Words">The words of the terms that say so, or that were not understood; of a delivered picture
/// all.</param>
/// <param name="Against">What of the contract or of the time they were held against.</param>
sealed record AuditedPicture(long Position, string At, string Story, int Take, int Picture, string Subscriber,
    string Path, string Decision, string Reason, string Kind, string Rule, string Words, string Against)
{
    static readonly string[] _head =
    [
        "position", "at", "story", "take", "picture", "subscriber", "path", "decision",
        "reason", "kind", "rule", "words",
        "against",
    ];

    public static AuditedPicture Of(PictureDecision decision, KnownPrincipals names) => new(decision.Position,
        Instant.Write(decision.At),
        decision.Story.Value, decision.Take, decision.Picture, names.LabelOf(decision.Subscriber),
        decision.Path is { } path ? Copy.Words.Of(path) : "",
        decision.Withheld is null ? "delivered" : "withheld",
        decision.Withheld is { } reason ? Copy.Words.Of(reason) : "", decision.Clause?.Kind ?? "",
        decision.Clause?.Rule ?? "", decision.Clause?.Words ?? decision.Terms, decision.Clause?.Against ?? "");

    /// <summary>As RFC 4180, in the order of the fields.</summary>
    public static string ToCsv(IEnumerable<AuditedPicture> pictures, bool withHead)
    {
        var csv = new StringBuilder();
        if (withHead)
            Csv.AppendLine(csv, _head);
        foreach (var one in pictures)
            Csv.AppendLine(csv, [Number(one.Position), one.At, one.Story, Number(one.Take), Number(one.Picture),
                one.Subscriber, one.Path, one.Decision, one.Reason, one.Kind, one.Rule, one.Words, one.Against]);
        return csv.ToString();
    }

    static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
