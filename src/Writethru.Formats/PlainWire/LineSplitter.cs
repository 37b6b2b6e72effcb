using System.Text;
using Writethru.Copy;

namespace Writethru.Formats.PlainWire;

/// <summary>Parts decoded text into lines that are not empty: CR LF, LF or a lone CR ends one.</summary>
static class LineSplitter
{
    public static List<WireLine> Split(string content, RemarkBook remarks, StepCount steps)
    {
        var lines = new List<WireLine>();
        var afterBlank = true;
        var at = 0;
        while (at < content.Length)
        {
            var length = content.AsSpan(at).IndexOfAny('\r', '\n');
            if (length < 0)
                length = content.Length - at;
            steps.Add(length + 1);
            var text = WithoutControls(content.AsSpan(at, length), at, remarks);
            var trimmed = text.AsSpan().TrimStart(" \t\u00A0\u3000");
            var indent = text.Length - trimmed.Length;
            trimmed = trimmed.TrimEnd(" \t\u00A0\u3000");
            if (!trimmed.IsEmpty)
                lines.Add(new WireLine(trimmed.ToString(), at + indent, indent, afterBlank));
            afterBlank = trimmed.IsEmpty;
            at += length;
            at += at + 1 < content.Length && content[at] == '\r' && content[at + 1] == '\n' ? 2 : 1;
        }
        return lines;
    }

    /// <summary>Control characters steer receivers and terminals; they are not copy.</summary>
    static string WithoutControls(ReadOnlySpan<char> line, int at, RemarkBook remarks)
    {
        var first = line.IndexOfAnyInRange('\0', '\u001F');
        while (first >= 0 && line[first] == '\t')
        {
            var next = line[(first + 1)..].IndexOfAnyInRange('\0', '\u001F');
            first = next < 0 ? -1 : first + 1 + next;
        }
        if (first < 0 && !line.Contains('\u007F'))
            return line.ToString();
        var kept = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (c is >= ' ' and not '\u007F' or '\t')
                kept.Append(c);
        }
        remarks.Add(PlainRemarks.ControlsRemoved, Severity.Warning, at + Math.Max(first, 0),
            $"Control characters in a line: expected text; removed {line.Length - kept.Length}.");
        return kept.ToString();
    }
}
