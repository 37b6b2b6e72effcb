using Writethru.Copy;

namespace Writethru.Formats;

/// <summary>What a filed take prints that its copy does not say: that it is a kill, or waits.</summary>
static class Notice
{
    /// <summary>The take, with the status that its cause gives it.</summary>
    public static Take Of(FiledTake filed) => filed switch
    {
        { IsKill: true, Take.Status: not TakeStatus.Canceled } => filed.Take with { Status = TakeStatus.Canceled },
        { Cause: Cause.Hold, Take.Status: TakeStatus.Usable } => filed.Take with { Status = TakeStatus.Withheld },
        _ => filed.Take,
    };
}
