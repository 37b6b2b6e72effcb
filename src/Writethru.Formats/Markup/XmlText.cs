using System.Collections.Immutable;
using System.Text;
using Writethru.Copy;

namespace Writethru.Formats.Markup;

/// <summary>Text that goes into XML 1.0: escaped, without the characters that XML cannot carry.</summary>
static class XmlText
{
    /// <summary>Whether XML 1.0 can carry the character there (2.2 Char): no controls, no lone surrogates.</summary>
    public static bool IsAllowed(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c >= ' ')
        {
            if (char.IsHighSurrogate(c))
                return at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
            return char.IsLowSurrogate(c)
                ? at > 0 && char.IsHighSurrogate(text[at - 1])
                : c is not ('\uFFFE' or '\uFFFF');
        }
        return c is '\t' or '\n' or '\r';
    }

    /// <summary>The text without what XML cannot carry; the same string when there is nothing.</summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsAllowed(text, i))
                clean.Append(text[i]);
        }
        return clean.ToString();
    }

    /// <summary>Whether XML can carry all of it.</summary>
    public static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsAllowed(text, i))
                return false;
        }
        return true;
    }

    /// <summary>Text for an element: cleaned and escaped.</summary>
    public static string Escape(string text) => Clean(text).Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\r", "&#13;", StringComparison.Ordinal);

    /// <summary>
    /// What a body in a dialect cannot carry: control characters, and white space that collapses when a parser resolves
    /// its references.
    /// </summary>
    public static ImmutableArray<Omission> OmissionsOf(ImmutableArray<Paragraph> body, MarkupDialect dialect)
    {
        var omissions = ImmutableArray.CreateBuilder<Omission>();
        for (var i = 0; i < body.Length; i++)
        {
            var isKept = IsKept(body[i], dialect);
            if (!IsClean(body[i].Text))
                omissions.Add(new Omission($"body[{i}].text", "Control characters, which XML cannot carry."));
            else if (!isKept)
                omissions.Add(new Omission($"body[{i}].text", "Runs of white space become one space."));
            if (!body[i].Marks.IsEmpty && (!isKept || !CarriesMarks(body[i], dialect)))
                omissions.Add(new Omission($"body[{i}].marks",
                    "Marks that this format has no place for, or that move."));
            if (body[i].Table is { } table && table.Rows.Any(row => row.Cells.IsEmpty))
                omissions.Add(new Omission($"body[{i}].rows", "Rows without a cell."));
        }
        return omissions.ToImmutable();
    }

    static bool IsKept(Paragraph paragraph, MarkupDialect dialect) =>
        dialect.KeepsReferences || paragraph.Text.Length == 0
        || paragraph.Kind is ParagraphKind.Preformatted or ParagraphKind.Table
        || OneLine.IsKept(paragraph.Text);

    /// <summary>Whether every mark of a paragraph has a place in the dialect.</summary>
    public static bool CarriesMarks(Paragraph paragraph, MarkupDialect dialect)
    {
        for (var i = 0; i < paragraph.Marks.Length; i++)
        {
            var mark = paragraph.Marks[i];
            var outer = i > 0 && paragraph.Marks[i - 1].Span is var before
                && before.Start + before.Length > mark.Span.Start
                ? paragraph.Marks[i - 1].Kind
                : (MarkKind?)null;
            if (!dialect.Carries(paragraph.Kind, outer))
                return false;
        }
        return true;
    }
}
