using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats;

/// <summary>
/// Collects remarks by their place in the decoded text and finds line, column and byte offset at the end.
/// </summary>
/// <remarks>Offsets are counted in one pass over the text, however many remarks there are.</remarks>
sealed class RemarkBook
{
    /// <summary>Most remarks of one code; the rest are counted in one more.</summary>
    const int MostOfOneCode = 20;

    readonly List<Entry> _entries = [];
    readonly Dictionary<string, int> _counts = [];

    /// <summary>Notes something about a place in the text.</summary>
    /// <param name="code">Stable code.</param>
    /// <param name="severity">How much it matters.</param>
    /// <param name="at">UTF-16 units from the start of the decoded text; -1: the whole item.</param>
    /// <param name="message">What was found, what was expected.</param>
    public void Add(string code, Severity severity, int at, string message)
    {
        var count = _counts[code] = _counts.GetValueOrDefault(code) + 1;
        if (count <= MostOfOneCode)
            _entries.Add(new Entry(code, severity, at, message));
    }

    /// <summary>The remarks with their places.</summary>
    public ImmutableArray<Remark> Resolve(WireText text)
    {
        var remarks = ImmutableArray.CreateBuilder<Remark>(_entries.Count);
        var (at, line, lineStart, offset) = (0, 1, text.BytesBefore, text.BytesBefore);
        foreach (var entry in _entries.OrderBy(entry => entry.At))
        {
            if (entry.At < 0)
            {
                remarks.Add(new Remark(entry.Code, entry.Severity, 0, 0, 0, entry.Message));
                continue;
            }
            var end = Math.Min(entry.At, text.Content.Length);
            while (at < end)
            {
                var length = LengthToLineEnd(text.Content, at, end, out var isLine);
                offset += text.BytesOf(at, length);
                at += length;
                if (isLine)
                    (line, lineStart) = (line + 1, offset);
            }
            remarks.Add(new Remark(
                entry.Code, entry.Severity, line, offset - lineStart + 1, offset, entry.Message));
        }
        foreach (var (code, count) in _counts.Where(pair => pair.Value > MostOfOneCode))
            remarks.Add(new Remark(code, Severity.Note, 0, 0, 0, $"{count - MostOfOneCode} more remarks {code}."));
        return remarks.ToImmutable();
    }

    static int LengthToLineEnd(string content, int at, int end, out bool isLine)
    {
        var found = content.AsSpan(at, end - at).IndexOfAny('\r', '\n');
        isLine = found >= 0;
        if (!isLine)
            return end - at;
        var next = at + found + 1;
        return content[next - 1] == '\r' && next < content.Length && content[next] == '\n' && next < end
            ? found + 2
            : found + 1;
    }

    readonly record struct Entry(string Code, Severity Severity, int At, string Message);
}
