using System.Globalization;
using System.Text;

namespace Writethru.Formats.PlainWire;

/// <summary>
/// How a value of the labelled layout stays on one line: <c>\\</c>, <c>\n</c>, <c>\r</c>, <c>\u0007</c>.
/// </summary>
static class LabelEscapes
{
    public static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (c == '\\')
                text.Append(@"\\");
            else if (c == '\n')
                text.Append(@"\n");
            else if (c == '\r')
                text.Append(@"\r");
            else if (c < ' ' || c is >= '\u007F' and <= '\u009F')
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else
                text.Append(c);
        }
        return text.ToString();
    }

    /// <summary>Undoes <see cref="Escape"/>; a backslash that escapes nothing stands for itself.</summary>
    public static string Unescape(string value)
    {
        if (!value.Contains('\\'))
            return value;
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var next = i + 1 < value.Length ? value[i + 1] : '\0';
            if (value[i] != '\\' || next is not ('\\' or 'n' or 'r' or 'u'))
                text.Append(value[i]);
            else if (next != 'u')
            {
                text.Append(next == '\\' ? '\\' : next == 'n' ? '\n' : '\r');
                i++;
            }
            else if (i + 5 < value.Length && ushort.TryParse(value.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture, out var unit) && !char.IsSurrogate((char)unit))
            {
                text.Append((char)unit);
                i += 5;
            }
            else
                text.Append('\\');
        }
        return text.ToString();
    }
}
