using System.Globalization;

namespace Writethru.Copy;

/// <summary>Numbers in a row as wires print them.</summary>
public static class Ordinals
{
    /// <summary><c>1st</c>, <c>2nd</c>, <c>3rd</c>, <c>11th</c>.</summary>
    /// <param name="number">From 1.</param>
    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture)
        + ((number % 100, number % 10) switch
        {
            (11 or 12 or 13, _) => "th",
            (_, 1) => "st",
            (_, 2) => "nd",
            (_, 3) => "rd",
            _ => "th",
        });
}
