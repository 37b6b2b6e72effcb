namespace Writethru.Copy.Datelines;

/// <summary>The dash that ends a dateline.</summary>
static class DatelineSeparator
{
    /// <summary>Longest first, so that <c>--</c> is not read as <c>-</c>.</summary>
    static readonly string[] _forms = ["- -", ".-", "--", "–", "—", "―", "-", "_", ":"];

    /// <summary>
    /// Whether a dash stands at that place. A single hyphen, an underscore and a colon count only with white space (or
    /// the line's end) after them; a hyphen, or two, inside a name never do.
    /// </summary>
    public static bool IsAt(ReadOnlySpan<char> text, int at, out int length)
    {
        length = 0;
        foreach (var form in _forms)
        {
            if (!text[at..].StartsWith(form, StringComparison.Ordinal))
                continue;
            var end = at + form.Length;
            var spaceAfter = end >= text.Length || char.IsWhiteSpace(text[end]);
            var spaceBefore = at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is ')' or ']' or '.';
            if (form is "-" or "_" && !(spaceAfter && spaceBefore) || form is ":" && !spaceAfter
                || form is "--" && !spaceAfter && !spaceBefore && text[end] != '(')
                continue;
            length = form.Length;
            return true;
        }
        return false;
    }
}
