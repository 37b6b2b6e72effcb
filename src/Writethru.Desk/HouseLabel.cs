using Writethru.Copy;

namespace Writethru.Desk;

/// <summary>The label of the series, from cause and number, in the style of a house. Pure.</summary>
public static class HouseLabel
{
    /// <summary>The highest number that readers take for one of a series.</summary>
    const int Most = 99;

    /// <summary>Whether takes of this cause are counted in this style.</summary>
    public static bool Counts(HouseStyle style, Cause cause) => (style, cause) switch
    {
        (HouseStyle.None, _) => false,
        (HouseStyle.Reuters, Cause.Development) => true,
        _ => cause is Cause.Lead or Cause.WriteThru,
    };

    /// <summary>The label without brackets or dash; empty when the style has none for it.</summary>
    /// <param name="style">The style.</param>
    /// <param name="cause">Why the take exists.</param>
    /// <param name="number">Which of the counted takes of the story it is, from 1; 0 where none are counted.</param>
    /// <param name="urgency">The urgency of its copy, 1 to 9.</param>
    public static string Of(HouseStyle style, Cause cause, int number = 0, int? urgency = null) =>
        Counts(style, cause) ? number is > 0 and <= Most ? Counted(style, cause, number) : ""
        : (style, cause) switch
        {
            (HouseStyle.None, _) => "",
            (HouseStyle.Yonhap, Cause.First) when urgency is 1 or 2 => "URGENT",
            (HouseStyle.Reuters, Cause.Refile) => "REFILE",
            (HouseStyle.Reuters, Cause.Correction) => "CORRECTED",
            (HouseStyle.Dpa, Cause.Correction) => "BERICHTIGUNG",
            (_, Cause.Correction) => "CORRECTION",
            _ => "",
        };

    static string Counted(HouseStyle style, Cause cause, int number) => style switch
    {
        HouseStyle.Yonhap => number == 1 ? "LEAD" : $"{Ordinals.Of(number)} LD",
        HouseStyle.Ap => $"{Ordinals.Of(number)} {(cause == Cause.WriteThru ? "Ld-Writethru" : "Ld")}",
        HouseStyle.Reuters => FormattableString.Invariant($"UPDATE {number}"),
        HouseStyle.Afp => $"{Ordinals.Of(number)} LEAD",
        HouseStyle.Dpa => FormattableString.Invariant($"{number}. Zusammenfassung"),
        _ => "",
    };
}
