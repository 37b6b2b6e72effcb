using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Copy.Datelines;

namespace Writethru.Formats.Markup;

/// <summary>
/// The dateline of a body whose format names it apart, and the body without it: senders that have an element for the
/// dateline often print it again at the start of paragraph 1.
/// </summary>
/// <param name="Dateline">The dateline; as printed in the copy where it is, since that has dash and agency.</param>
/// <param name="Body">The body without the dateline.</param>
/// <param name="Pictures">The pictures; one place earlier where paragraph 1 was nothing but the dateline.</param>
/// <param name="Byline">The reporter whom Korean datelines name; empty otherwise.</param>
readonly record struct LeadDateline(
    Dateline? Dateline, ImmutableArray<Paragraph> Body, ImmutableArray<Picture> Pictures, string Byline)
{
    /// <summary>Takes the dateline out of paragraph 1.</summary>
    /// <param name="named">The dateline that the format names apart; null when it names none.</param>
    /// <param name="body">The body.</param>
    /// <param name="pictures">The pictures of the body.</param>
    public static LeadDateline Of(
        Dateline? named, ImmutableArray<Paragraph> body, ImmutableArray<Picture> pictures)
    {
        if (body.IsEmpty || body[0].Kind is not (ParagraphKind.Prose or ParagraphKind.Quote))
            return new LeadDateline(named, body, pictures, "");
        var text = body[0].Text;
        var found = DatelineGrammar.Find(text);
        var repeated = named is null ? 0 : LengthOf(named.Text, text);
        if (found is null && repeated == 0)
            return new LeadDateline(named, body, pictures, "");
        var dateline = found is not null && found.Length >= repeated
            ? found.Dateline
            : named! with { Text = text[..repeated].TrimEnd() };
        var (rest, isGone) = Without(body, Math.Max(repeated, found?.Length ?? 0));
        var moved = isGone
            ? [.. pictures.Select(picture => picture with { After = Math.Max(0, picture.After - 1) })]
            : pictures;
        return new LeadDateline(dateline, rest, moved, found?.Byline ?? "");
    }

    /// <summary>
    /// How much of the text repeats the dateline, with the dash and the space behind it; 0 when none.
    /// </summary>
    static int LengthOf(string dateline, string text)
    {
        if (dateline.Length == 0 || !text.StartsWith(dateline, StringComparison.OrdinalIgnoreCase))
            return 0;
        var at = dateline.Length;
        if (at < text.Length && char.IsLetterOrDigit(text[at]))
            return 0;
        var rest = text.AsSpan(at).TrimStart();
        var isClosed = dateline[^1] is '-' or '–' or '—' or ':' or '=' or '】';
        if (!isClosed && (rest.IsEmpty || rest[0] is not ('-' or '–' or '—' or ':' or '=' or '_')))
            return rest.IsEmpty ? text.Length : 0;
        return text.Length - (isClosed ? rest : rest.TrimStart("-–—:=_ \u00A0\n")).Length;
    }

    static (ImmutableArray<Paragraph> Body, bool IsGone) Without(ImmutableArray<Paragraph> body, int length)
    {
        var first = body[0];
        if (length < first.Text.Length)
            return (body.SetItem(0, Cut(first, length)), false);
        var rest = body.RemoveAt(0);
        if (!first.Subheads.IsEmpty && !rest.IsEmpty)
            rest = rest.SetItem(0, rest[0] with { Subheads = [.. first.Subheads, .. rest[0].Subheads] });
        return (rest, true);
    }

    /// <summary>A paragraph without its first characters; its marks keep their words.</summary>
    static Paragraph Cut(Paragraph paragraph, int length) => paragraph with
    {
        Text = paragraph.Text[length..],
        Marks =
        [
            .. paragraph.Marks.Select(mark => mark with { Span = Shift(mark.Span, length) })
                .Where(mark => mark.Span.Length > 0),
        ],
    };

    static TextSpan Shift(TextSpan span, int by)
    {
        var start = Math.Max(0, span.Start - by);
        return new TextSpan(start, span.Start + span.Length - by - start);
    }
}
