using System.Buffers;
using System.Text;

namespace Writethru.App;

/// <summary>Lines of CSV (RFC 4180) that a spreadsheet may open.</summary>
static class Csv
{
    static readonly SearchValues<char> _quoted = SearchValues.Create(",\"\r\n");

    /// <summary>
    /// One line. What a spreadsheet would take for a formula (a cell that begins with = + - @, tab or CR) gets an
    /// apostrophe before it: it is somebody's text, and must do nothing.
    /// </summary>
    public static void AppendLine(StringBuilder to, IEnumerable<string> cells) =>
        to.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(_quoted) < 0
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
