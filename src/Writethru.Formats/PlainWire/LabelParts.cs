using System.Text;

namespace Writethru.Formats.PlainWire;

/// <summary>How several values stand behind one label: <c>economy | 04000000 | http://…</c>.</summary>
/// <remarks>A backslash escapes itself and the bar. Empty values at the end are not written.</remarks>
static class LabelParts
{
    const string Joint = " | ";

    public static string Join(params ReadOnlySpan<string> parts)
    {
        while (parts.Length > 1 && parts[^1].Length == 0)
            parts = parts[..^1];
        var text = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
                text.Append(Joint);
            text.Append(parts[i].Replace(@"\", @"\\", StringComparison.Ordinal)
                .Replace("|", @"\|", StringComparison.Ordinal));
        }
        return text.ToString();
    }

    /// <summary>The values; of the spaces around a bar one on each side is not part of them.</summary>
    /// <param name="value">What stands behind the label.</param>
    /// <param name="least">How many are given at least; those that were not written are empty.</param>
    public static List<string> Split(string value, int least = 1)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length && value[i + 1] is '\\' or '|')
                part.Append(value[++i]);
            else if (value[i] == '|')
            {
                if (part.Length > 0 && part[^1] == ' ')
                    part.Length--;
                parts.Add(part.ToString());
                part.Clear();
                if (i + 1 < value.Length && value[i + 1] == ' ')
                    i++;
            }
            else
                part.Append(value[i]);
        }
        parts.Add(part.ToString());
        while (parts.Count < least)
            parts.Add("");
        return parts;
    }
}
