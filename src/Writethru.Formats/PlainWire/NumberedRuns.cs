using System.Collections.Immutable;
using System.Globalization;
using Writethru.Copy;

namespace Writethru.Formats.PlainWire;

/// <summary>
/// Makes a numbered list of paragraphs that count from one: <c>1. …</c>, <c>2. …</c>. One alone is none: a club is
/// called "1. FC".
/// </summary>
static class NumberedRuns
{
    const int Least = 2;

    public static void Find(ImmutableArray<Paragraph>.Builder body, int from)
    {
        for (var at = from; at < body.Count; at++)
        {
            var length = 0;
            while (at + length < body.Count && IsNumbered(body[at + length], length + 1)
                && (length == 0 || body[at + length].Subheads.IsEmpty))
                length++;
            if (length < Least)
                continue;
            for (var i = 0; i < length; i++)
            {
                var paragraph = body[at + i];
                body[at + i] = paragraph with
                {
                    Text = paragraph.Text[Sign(i + 1).Length..].TrimStart(),
                    Kind = ParagraphKind.Item,
                    Level = 1,
                    IsOrdered = true,
                };
            }
            at += length - 1;
        }
    }

    static bool IsNumbered(Paragraph paragraph, int number) => paragraph.Kind == ParagraphKind.Prose
        && Sign(number) is var sign && paragraph.Text.Length > sign.Length
        && paragraph.Text.StartsWith(sign, StringComparison.Ordinal);

    static string Sign(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}. ");
}
