using System.ComponentModel.DataAnnotations;

namespace Writethru.Desk;

/// <summary>How the desk works.</summary>
public sealed record DeskOptions
{
    /// <summary>
    /// Whether a kill needs a second principal of the desk. The first then holds the story at once. Default false.
    /// </summary>
    public bool KillNeedsTwo { get; init; }

    /// <summary>How often a kill that waits for its second is logged again. Default 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan KillAlarmEvery { get; init; } = TimeSpan.FromMinutes(1);
}
