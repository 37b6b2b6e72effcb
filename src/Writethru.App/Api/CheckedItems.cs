using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Rights;

namespace Writethru.App.Api;

/// <summary>What would come of items; nothing of them was kept.</summary>
/// <param name="Items">One entry an item, in the order of the bytes.</param>
sealed record CheckedItemsAnswer(IReadOnlyList<CheckedItemAnswer> Items)
{
    public static CheckedItemsAnswer Of((ImmutableArray<FileOutcome> Outcomes, GateSnapshot Then) tried) =>
        new([.. tried.Outcomes.Select(outcome => CheckedItemAnswer.Of(outcome, tried.Then))]);
}

/// <summary>What would come of one item.</summary>
/// <param name="Story">The story; absent when it would open one, or be refused.</param>
/// <param name="Take">The take's number in it; absent when it would be refused.</param>
/// <param name="Cause">Why the take would exist; absent when it would be refused.</param>
sealed record CheckedItemAnswer(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Story,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Take,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Cause)
{
    /// <summary>Whether the take is there already, or one that stands for it; absent when it would be new.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Repeated { get; init; }

    /// <inheritdoc cref="FiledAnswer.Pending"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pending { get; init; }

    /// <inheritdoc cref="FiledAnswer.Label"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Label { get; init; }

    /// <inheritdoc cref="FiledAnswer.StaysBack"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StayBackAnswer>? StaysBack { get; init; }

    /// <inheritdoc cref="FiledAnswer.Remarks"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonArray? Remarks { get; init; }

    /// <inheritdoc cref="FiledAnswer.Linked"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LikenessAnswer? Linked { get; init; }

    /// <inheritdoc cref="FiledAnswer.Proposed"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LikenessAnswer>? Proposed { get; init; }

    /// <summary>Why it would make no take; absent when it would.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RefusedAnswer? Refused { get; init; }

    public static CheckedItemAnswer Of(FileOutcome outcome, GateSnapshot then)
    {
        var (take, isNew) = outcome switch
        {
            FileOutcome.Filed filed => (filed.Take, true),
            FileOutcome.Repeated same => (same.Take, false),
            FileOutcome.Superseded late => (late.Take, false),
            _ => ((FiledTake?)null, false),
        };
        var answer = ItemAnswer.Of(outcome, then);
        // The identity of a story that it would open is drawn when it is filed.
        return new CheckedItemAnswer(isNew && take!.Number == 1 ? null : answer.Story, answer.Take,
            take is null ? null : Words.Of(take.Cause))
        {
            Repeated = take is not null && !isNew ? true : null,
            Pending = answer.Pending,
            Label = answer.Label,
            StaysBack = answer.StaysBack,
            Remarks = answer.Remarks,
            Linked = answer.Linked,
            Proposed = answer.Proposed,
            Refused = answer.Refused,
        };
    }
}

/// <summary>What keeps an item, or a picture of it, from anybody.</summary>
/// <param name="Picture">Number of the picture, from 1; absent for the item as a whole.</param>
/// <param name="Reason">Why: waiting, embargoed, held, unclearTerms, noTerms, or what usage terms exclude by.</param>
/// <param name="Detail">The same in a sentence, which quotes the words.</param>
sealed record StayBackAnswer(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Picture, string Reason, string Detail)
{
    public static StayBackAnswer Of(StayBack stays) =>
        new(stays.Picture > 0 ? stays.Picture : null, Words.Of(stays.Reason), stays.Detail);
}
