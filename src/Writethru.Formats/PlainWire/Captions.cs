using Writethru.Copy;

namespace Writethru.Formats.PlainWire;

/// <summary>
/// Recognises the paragraph that is printed under a photo and parts it into caption, terms and credit.
/// </summary>
static class Captions
{
    static readonly string[] _credits =
    [
        "REUTERS/", "EPA/", "EPA-EFE/", "AFP PHOTO", "AFP/", "AP Photo", "Foto:", "Photo:", "Photo by ",
        "Photo courtesy",
        "Mandatory Credit:", "MANDATORY CREDIT:", "Bild:", "사진=", "الصورة:",
    ];

    static readonly string[] _language =
    [
        "In this photo", "in this photo", "n this undated photo", "n this file photo", "in this image",
        "n this handout",
        "n this undated image", "this undated photo", "this file photo", "his photo,", "his image,", "his photo taken",
        "his photo provided", "his photo shows", "his image shows", "his undated photo", "his file photo",
        "in a photo released",
        "his composite", "his combination of", "FILE PHOTO:", "FILE - ", "(L)", "(R)", "(C)", " from L)", " from R)",
        " from left)", " from right)", "이 사진은", "في هذه الصورة",
    ];

    /// <summary>The picture of a caption; null when the paragraph is none.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="after">How many paragraphs stand before it.</param>
    /// <param name="byShape">Whether nothing but a bracket behind a sentence speaks for it.</param>
    public static Picture? Read(string text, int after, out bool byShape)
    {
        byShape = false;
        var brackets = Brackets.Trailing(text);
        var hasLanguage = _language.Any(words => text.Contains(words, StringComparison.Ordinal));
        if (brackets.Count > 0 && FromBrackets(text, brackets, hasLanguage, out byShape) is { } bracketed)
            return bracketed with { After = after, Source = PictureSource.In(bracketed.Caption) };
        if (TrailingCredit(text) is { } at)
        {
            var caption = text[..at].TrimEnd();
            var end = TermsWords.StartIn(text, at);
            return new Picture
            {
                After = after,
                Caption = caption,
                Credit = text[at..end].TrimEnd(),
                Source = PictureSource.In(caption),
                UsageTerms = end < text.Length ? new UsageTerms(text[end..].TrimStart()) : null,
            };
        }
        return hasLanguage ? new Picture { After = after, Caption = text, Source = PictureSource.In(text) } : null;
    }

    static Picture? FromBrackets(string text, List<Bracket> brackets, bool hasLanguage, out bool byShape)
    {
        byShape = false;
        var last = brackets[^1];
        var credit = TermsWords.AreIn(last.Inside) && !IsCredit(last.Inside) ? "" : last.Inside;
        var first = credit.Length > 0 ? brackets.Count - 1 : brackets.Count;
        var terms = new List<string>();
        while (first > 0 && IsTerms(text, brackets[first - 1]))
            terms.Insert(0, brackets[--first].Inside);
        var start = first < brackets.Count ? brackets[first].Start : last.Start;
        var afterSentence = start == 0 || LineMarks.EndsSentence(text[..start].TrimEnd());
        if (credit.Length > 0 && !LooksLikeName(credit) && !IsCredit(credit))
            return null;
        if (terms.Count == 0 && !hasLanguage && !(IsCredit(credit) && afterSentence))
        {
            if (!afterSentence || credit.Length == 0)
                return null;
            byShape = true;
        }
        return new Picture
        {
            Caption = text[..start].TrimEnd(),
            Credit = credit,
            UsageTerms = terms.Count > 0 ? new UsageTerms(string.Join("; ", terms)) : null,
        };
    }

    /// <summary>
    /// A bracket before the credit: licence words, or anything that stands behind the caption's full stop.
    /// </summary>
    static bool IsTerms(string text, Bracket bracket) => TermsWords.AreIn(bracket.Inside)
        || bracket.Start > 0 && !IsPosition(bracket.Inside)
            && LineMarks.EndsSentence(text[Math.Max(0, bracket.Start - 8)..bracket.Start].TrimEnd());

    static bool IsPosition(string inside) => inside.Length <= 2 || inside.Contains(" from ", StringComparison.Ordinal)
        && inside.Length <= 24;

    static bool IsCredit(string inside) => Agencies.IsKnown(inside)
        || inside.Contains('/') && !inside.Contains(". ", StringComparison.Ordinal)
            && !TermsWords.AreStrong(inside)
        || inside.Contains(" via ", StringComparison.Ordinal)
        || _credits.Any(credit => inside.StartsWith(credit, StringComparison.Ordinal));

    /// <summary>Up to six words that start with a capital or have no case, and no sentence.</summary>
    static bool LooksLikeName(string inside)
    {
        if (inside.Length is < 2 or > 60 || LineMarks.EndsSentence(inside) || inside.Any(char.IsDigit)
            || inside.Equals("more", StringComparison.OrdinalIgnoreCase))
            return false;
        var words = inside.Split(' ');
        return words.Length <= 6 && !char.IsLower(words[0][0])
            && words.All(word => word.Length > 0 && (char.IsLetter(word[0]) || word[0] is '/' or '&'))
            && words.Count(word => char.IsLower(word[0])) <= 2;
    }

    /// <summary>Where a credit without brackets starts, behind the last sentence: <c>REUTERS/Jane Roe</c>.</summary>
    static int? TrailingCredit(string text)
    {
        var from = Math.Max(0, text.Length - 600);
        foreach (var credit in _credits)
        {
            var at = text.IndexOf(credit, from, StringComparison.Ordinal);
            if (at == 0 || at > 0 && LineMarks.EndsSentence(text[Math.Max(0, at - 8)..at].TrimEnd()))
                return at;
        }
        return null;
    }
}
