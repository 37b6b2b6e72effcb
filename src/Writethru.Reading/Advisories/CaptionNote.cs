using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Reading.Advisories;

/// <summary>
/// A note above a caption: capitals up to a dash, then the caption itself, as in
/// <c>REMOVES REFERENCE TO WIND - A ferry lies in the harbor</c>.
/// </summary>
static class CaptionNote
{
    /// <summary>The claims, all about the caption; null when the line is no such note.</summary>
    public static ImmutableArray<Claim>? Of(NoteText text, int start, List<Claim> claims)
    {
        var at = start;
        while (at < text.Count && text[at].Kind != TokenKind.Dash)
        {
            if (text.IsWord(at) && !text.IsCapitals(at) && text[at].Key.Any(char.IsLetter))
                return null;
            at++;
        }
        var isCaption = text.IsCapitalised(at + 1) && !text.IsCapitals(at + 2);
        if (at - start < 2 || at + 4 >= text.Count || claims.Count == 0 || !isCaption)
            return null;
        var end = text[at].Start;
        return [.. claims.Where(claim => claim.Span.Start < end).Take(1).Select(claim => claim with
        {
            Target = ClaimTarget.Caption,
            Note = text.Words(start + 1, at),
            Span = text.Span(start, at),
            Rule = "caption.note",
        })];
    }
}
