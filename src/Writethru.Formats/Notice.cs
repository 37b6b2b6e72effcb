using Writethru.Copy;

namespace Writethru.Formats;

/// <summary>
/// What a filed take prints that its copy does not say: that it is a kill, or waits; the label of this house.
/// </summary>
static class Notice
{
    /// <summary>The take with the status that its cause gives it, under the label that it moves under.</summary>
    public static Take Of(FiledTake filed) => Labelled(filed) switch
    {
        { Status: not TakeStatus.Canceled } take when filed.IsKill => take with { Status = TakeStatus.Canceled },
        { Status: TakeStatus.Usable } take when filed.IsHold => take with { Status = TakeStatus.Withheld },
        var take => take,
    };

    /// <summary>The take under the label that it moves under, its status as the sender gave it.</summary>
    public static Take Labelled(FiledTake filed) =>
        filed.Label.Length == 0 ? filed.Take : filed.Take with { Series = filed.Series };
}
