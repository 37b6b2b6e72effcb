using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Writethru.Copy;
using Writethru.Desk;

namespace Writethru.App.Api;

/// <summary>The problems of items that made no take.</summary>
static class ItemProblems
{
    /// <summary>
    /// An item that made no take; its bytes are kept. Refused for a newer take, it names that one as <c>current</c>.
    /// </summary>
    public static ProblemHttpResult Refused(FileOutcome.Refused refused)
    {
        var (status, code) = Of(refused.Why);
        Dictionary<string, object?> more = new()
        {
            ["position"] = refused.Position,
            ["remarks"] = Problems.Remarks(refused.Remarks),
        };
        if (refused.Current is { } current)
            more["current"] = new JsonObject
            {
                ["story"] = current.Story.Value,
                ["take"] = current.Number,
                ["cause"] = Words.Of(current.Cause),
                ["href"] = $"/v1/stories/{current.Story}/takes/{current.Number}",
            };
        if (refused.PartOf is { } part)
            more["proposed"] = PartOfAnswer.Of(part);
        return Problems.Of(status, code,
            refused.Remarks.IsEmpty ? "The item made no take." : refused.Remarks[^1].Message, more);
    }

    /// <summary>Status and code of a refusal.</summary>
    public static (int Status, string Code) Of(Refusal why) => why switch
    {
        Refusal.UnknownStory => (StatusCodes.Status404NotFound, "story-unknown"),
        Refusal.Conflict => (StatusCodes.Status409Conflict, "take-conflict"),
        Refusal.KeyReused => (StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused"),
        Refusal.Partial => (StatusCodes.Status422UnprocessableEntity, "item-partial"),
        Refusal.SeveralTakes => (StatusCodes.Status422UnprocessableEntity, "several-takes"),
        Refusal.NoCopy => (StatusCodes.Status422UnprocessableEntity, "no-copy"),
        Refusal.Stale => (StatusCodes.Status409Conflict, "take-stale"),
        Refusal.Picture => (StatusCodes.Status422UnprocessableEntity, "picture-refused"),
        Refusal.StrayFile => (StatusCodes.Status422UnprocessableEntity, "file-stray"),
        Refusal.Unexplained => (StatusCodes.Status422UnprocessableEntity, "correction-unexplained"),
        _ => (StatusCodes.Status422UnprocessableEntity, "item-unreadable"),
    };

    /// <summary>None of several items made a take; <paramref name="items"/> say why, each for itself.</summary>
    public static ProblemHttpResult ItemsRefused(IReadOnlyList<ItemAnswer> items) => Problems.Of(
        StatusCodes.Status422UnprocessableEntity, "items-refused", "None of the items made a take.", new()
        {
            ["items"] = items,
        });
}
