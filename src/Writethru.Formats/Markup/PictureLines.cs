using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Markup;

/// <summary>
/// Paragraphs right below a picture that are nothing but its terms and its credit in brackets,
/// <c>(No sales) (Example News)</c>: they are the picture's, and no paragraph of the copy.
/// </summary>
static class PictureLines
{
    /// <summary>The take whose pictures have what stands below them.</summary>
    public static Take SetApart(Take take)
    {
        if (take.Pictures.IsEmpty)
            return take;
        var pictures = take.Pictures.ToBuilder();
        var body = ImmutableArray.CreateBuilder<Paragraph>(take.Body.Length);
        for (var i = 0; i < take.Body.Length; i++)
        {
            if (Above(take.Pictures, i) is var above and >= 0 && Read(take.Body[i]) is { } line)
            {
                pictures[above] = pictures[above] with
                {
                    Credit = CreditLine.Join(pictures[above].Credit, line.Credit),
                    UsageTerms = UsageTerms.Join(pictures[above].UsageTerms, line.UsageTerms),
                };
                continue;
            }
            body.Add(take.Body[i]);
        }
        return body.Count == take.Body.Length || body.Count == 0 ? take : take with
        {
            Body = body.DrainToImmutable(),
            Pictures = Moved(take, pictures),
        };
    }

    static ImmutableArray<Picture> Moved(Take take, ImmutableArray<Picture>.Builder pictures)
    {
        var places = new int[take.Body.Length + 1];
        for (var i = 0; i < take.Body.Length; i++)
            places[i + 1] = places[i] + (Above(take.Pictures, i) >= 0 && Read(take.Body[i]) is not null ? 0 : 1);
        for (var i = 0; i < pictures.Count; i++)
            pictures[i] = pictures[i] with { After = places[Math.Clamp(pictures[i].After, 0, take.Body.Length)] };
        return pictures.ToImmutable();
    }

    /// <summary>The terms and the credit; null when the paragraph tells anything.</summary>
    static Picture? Read(Paragraph paragraph) =>
        paragraph is { Kind: ParagraphKind.Prose, Subheads.IsEmpty: true, Text: ['(', .., ')'] }
            && Captions.Read(paragraph.Text, 0, out _) is { Caption: "", UsageTerms: not null } line
            && !AdvisoryWords.Opens(paragraph.Text) ? line : null;

    /// <summary>The last picture that stands right above the paragraph of that index; -1 when none does.</summary>
    static int Above(ImmutableArray<Picture> pictures, int paragraph)
    {
        for (var i = pictures.Length - 1; i >= 0; i--)
        {
            if (pictures[i].After == paragraph && pictures[i].Withheld is null)
                return i;
        }
        return -1;
    }
}
