using System.ComponentModel.DataAnnotations;

namespace Writethru.Desk;

/// <summary>How the desk works.</summary>
public sealed record DeskOptions
{
    /// <summary>
    /// The style of the labels that takes get which a desk files with a cause and without a printed label of their own.
    /// Default <see cref="HouseStyle.Yonhap"/>.
    /// </summary>
    [EnumDataType(typeof(HouseStyle))]
    public HouseStyle HouseStyle { get; init; } = HouseStyle.Yonhap;

    /// <summary>
    /// Whether a kill needs a second principal of the desk. The first then holds the story at once. Default false.
    /// </summary>
    public bool KillNeedsTwo { get; init; }

    /// <summary>
    /// How often a kill that waits for its second is logged again, and how many notices found no story. Default 1 min.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan KillAlarmEvery { get; init; } = TimeSpan.FromMinutes(1);
}
