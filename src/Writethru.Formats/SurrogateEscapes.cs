using System.Globalization;

namespace Writethru.Formats;

/// <summary>
/// Makes <c>\ud800</c> without its partner into <c>\ufffd</c>: JSON allows it, Unicode text does not.
/// </summary>
static class SurrogateEscapes
{
    /// <summary>The text, of the same length, with lone surrogate escapes replaced.</summary>
    public static string Repair(string json, out int repaired)
    {
        repaired = 0;
        char[]? copy = null;
        var at = json.IndexOf('\\');
        while (at >= 0 && at + 1 < json.Length)
        {
            var unit = UnitAt(json, at);
            var length = unit is null ? 2 : 6;
            if (unit is { } c && char.IsSurrogate(c))
            {
                if (char.IsHighSurrogate(c) && UnitAt(json, at + 6) is { } low && char.IsLowSurrogate(low))
                    length = 12;
                else
                {
                    copy ??= json.ToCharArray();
                    @"\ufffd".CopyTo(0, copy, at, 6);
                    repaired++;
                }
            }
            at = at + length < json.Length ? json.IndexOf('\\', at + length) : -1;
        }
        return copy is null ? json : new string(copy);
    }

    static char? UnitAt(string json, int at) =>
        at + 5 < json.Length && json[at] == '\\' && json[at + 1] == 'u'
            && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
