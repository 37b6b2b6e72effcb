using System.Collections.Immutable;
using System.Text;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMl12;

/// <summary>Text as XML can carry it, with what it could not.</summary>
sealed class NewsMlText
{
    readonly ImmutableArray<Omission>.Builder _omissions = ImmutableArray.CreateBuilder<Omission>();

    public ImmutableArray<Omission> Omissions => _omissions.ToImmutable();

    public void Omit(string field, string reason) => _omissions.Add(new Omission(field, reason));

    /// <summary>The text without characters that XML has not; those are listed for the field.</summary>
    public string Of(string field, string text)
    {
        if (XmlText.IsClean(text))
            return text;
        Omit(field, "Control characters, which XML cannot carry.");
        return XmlText.Clean(text);
    }

    /// <summary>
    /// A body that markup gives back the same: of white space that collapses, and of empty lines, which would end a
    /// paragraph, one character is left; what changes is listed.
    /// </summary>
    public ImmutableArray<Paragraph> Body(ImmutableArray<Paragraph> body)
    {
        var tidy = ImmutableArray.CreateBuilder<Paragraph>(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(body[i].Text))
            {
                Omit($"body[{i}]", "An empty paragraph.");
                continue;
            }
            if (body[i].Subheads.Any(subhead => subhead.Level != 2))
                Omit($"body[{i}].subheads", "NITF has one level of sub-heads.");
            tidy.Add(Tidy(body[i], i));
            if (!XmlText.CarriesMarks(body[i], MarkupDialect.Nitf)
                && _omissions.All(o => o.Field != $"body[{i}].marks"))
                Omit($"body[{i}].marks", "Marks that NITF has no place for.");
        }
        return tidy.ToImmutable();
    }

    Paragraph Tidy(Paragraph paragraph, int at)
    {
        if (paragraph.Kind is ParagraphKind.Table)
            return paragraph;
        var text = new StringBuilder();
        var places = new int[paragraph.Text.Length + 1];
        for (var i = 0; i < paragraph.Text.Length; i++)
        {
            places[i] = text.Length;
            if (XmlText.IsAllowed(paragraph.Text, i))
                Append(text, paragraph.Text[i], paragraph.Kind == ParagraphKind.Preformatted);
        }
        places[^1] = text.Length;
        var tidy = paragraph.Kind == ParagraphKind.Preformatted ? text.ToString() : text.ToString().TrimEnd(' ', '\n');
        if (tidy == paragraph.Text)
            return paragraph;
        Omit($"body[{at}].text", "White space collapses in markup, and XML carries no control characters.");
        if (!paragraph.Marks.IsEmpty)
            Omit($"body[{at}].marks", "They lie elsewhere where white space collapses.");
        return paragraph with
        {
            Text = tidy,
            Marks =
            [
                .. paragraph.Marks.Select(mark => mark with { Span = Moved(mark.Span, places, tidy.Length) })
                    .Where(mark => mark.Span.Length > 0),
            ],
        };
    }

    static void Append(StringBuilder text, char c, bool isPreformatted)
    {
        if (isPreformatted || !OneLine.IsCollapsible(c))
            text.Append(c);
        else if (c == '\n')
        {
            while (text.Length > 0 && text[^1] == ' ')
                text.Length--;
            if (text.Length > 0 && text[^1] != '\n')
                text.Append('\n');
        }
        else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
            text.Append(' ');
    }

    static TextSpan Moved(TextSpan span, int[] places, int length)
    {
        var start = Math.Min(places[span.Start], length);
        return new TextSpan(start, Math.Min(places[span.Start + span.Length], length) - start);
    }
}
