using Writethru.Copy;
using Writethru.Copy.Datelines;

namespace Writethru.Formats.Printed;

/// <summary>
/// Recognises the paragraph that is printed under a photo and parts it into caption, terms and credit.
/// </summary>
static class Captions
{
    /// <summary>Spaces in the shortest bracket that can tell something.</summary>
    const int FewestOfAside = 5;

    static readonly string[] _credits =
    [
        "REUTERS/", "EPA/", "EPA-EFE/", "AFP PHOTO", "AFP/", "AP Photo", "Foto:", "Photo:", "Photo by ",
        "Photo courtesy",
        "Mandatory Credit:", "MANDATORY CREDIT:", "Bild:", "사진=", "الصورة:",
    ];

    /// <summary>The picture of a caption; null when the paragraph is none.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="after">How many paragraphs stand before it.</param>
    /// <param name="byShape">Whether nothing but its shape speaks for it: a bracket, or limits in capitals.</param>
    public static Picture? Read(string text, int after, out bool byShape)
    {
        var brackets = Brackets.Trailing(text);
        var limits = Restrictions.PartFrom(text, brackets.Count > 0 ? brackets[0].Start : text.Length);
        if (ReadBare(limits.Bare, limits.Terms.Length > 0, out byShape) is not { } picture)
        {
            byShape = limits.AreShouted;
            if (!byShape)
                return null;
            picture = new Picture { Caption = limits.Bare };
        }
        if (limits.Terms.Length > 0)
        {
            picture = picture with
            {
                UsageTerms = new UsageTerms(picture.UsageTerms is { } inBrackets
                    ? Restrictions.Join([limits.Terms, inBrackets.Text]) : limits.Terms),
            };
        }
        if (picture is { Caption: "", UsageTerms: null } && brackets.Count == 1)
            return null;
        var source = PictureSource.In(picture.Caption);
        return picture with
        {
            After = after,
            Source = source.Length > 0 ? source : PictureSource.In(picture.UsageTerms?.Text ?? ""),
        };
    }

    /// <summary>Reads what is left without the limits that stand outside of brackets at the end.</summary>
    static Picture? ReadBare(string text, bool hasLimits, out bool byShape)
    {
        byShape = false;
        var brackets = Brackets.Trailing(text);
        var hasLanguage = CaptionLanguage.IsIn(text);
        if (brackets.Count > 0 && FromBrackets(text, brackets, hasLanguage || hasLimits, out byShape) is { } bracketed)
            return bracketed;
        if (TrailingCredit(text) is { } at)
        {
            var end = TermsWords.StartIn(text, at);
            var (credit, label) = CreditLine.PartLabel(text[at..end].TrimEnd());
            var terms = new[] { label, text[end..].TrimStart() }.Where(words => words.Length > 0).ToList();
            var isNotice = credit[0] == CreditLine.Notice;
            return new Picture
            {
                Caption = text[..at].TrimEnd(),
                Credit = isNotice ? credit[1..].TrimStart() : credit,
                CopyrightNotice = isNotice ? credit : "",
                UsageTerms = terms.Count > 0 ? new UsageTerms(Restrictions.Join(terms)) : null,
            };
        }
        return hasLanguage ? BehindSentence(text) : null;
    }

    /// <summary>A caption behind which the name of a known agency may stand without brackets.</summary>
    static Picture BehindSentence(string text)
    {
        var at = text.LastIndexOf(' ') + 1;
        return at > 1 && Agencies.IsKnown(text[at..]) && LineMarks.EndsSentence(text[..(at - 1)])
            ? new Picture { Caption = text[..(at - 1)].TrimEnd(), Credit = text[at..] }
            : new Picture { Caption = text };
    }

    static Picture? FromBrackets(string text, List<Bracket> brackets, bool isSure, out bool byShape)
    {
        byShape = false;
        var creditAt = CreditAt(brackets);
        if (creditAt < 0 && IsAside(brackets[^1].Inside))
            return null;
        var (credit, limits) = creditAt < 0 ? ("", "") : CreditLine.Part(brackets[creditAt].Inside);
        if (credit.Length > 0 && !LooksLikeName(credit) && !IsCredit(credit))
            return null;
        var first = creditAt < 0 || creditAt == brackets.Count - 1 ? brackets.Count - (creditAt < 0 ? 0 : 1) : creditAt;
        var terms = brackets[Math.Min(first + (first == creditAt ? 1 : 0), brackets.Count)..]
            .Where(bracket => creditAt < 0 || bracket.Start != brackets[creditAt].Start)
            .Select(bracket => bracket.Inside).ToList();
        for (var i = first - 1; i >= 0 && IsPartOfCredit(text, brackets, i); i--)
        {
            credit = $"{brackets[i].Inside}; {credit}";
            first = i;
        }
        while (first > 0 && IsTerms(text, brackets[first - 1]))
            terms.Insert(0, brackets[--first].Inside);
        if (limits.Length > 0)
            terms.Add(limits);
        var start = first < brackets.Count ? brackets[first].Start : brackets[^1].Start;
        var afterSentence = start == 0 || LineMarks.EndsSentence(text[..start].TrimEnd());
        if (terms.Count == 0 && !isSure && !(IsCredit(credit) && afterSentence))
        {
            if (!afterSentence || credit.Length == 0)
                return null;
            byShape = true;
        }
        if (terms.Count == 0 && !isSure && Agencies.IsKnown(credit) && !CaptionLanguage.MaySpeakIn(text[..start]))
            return null;
        return new Picture
        {
            Caption = text[..start].TrimEnd(),
            Credit = credit,
            UsageTerms = terms.Count > 0 ? new UsageTerms(string.Join("; ", terms)) : null,
        };
    }

    /// <summary>
    /// "(Norlanders, of all people, cannot get enough, Roe said.)": a sentence in brackets that tells something is
    /// copy.
    /// </summary>
    static bool IsAside(string inside) => LineMarks.EndsSentence(inside) && inside.AsSpan().Count(' ') >= FewestOfAside
        && (RestrictionWords.IsReported(inside) || Restrictions.PartFrom(inside, inside.Length).Terms.Length == 0);

    /// <summary>
    /// <c>(No Redistribution) (Pool) (Yonhap)</c>: a name between terms and the credit is credited too.
    /// </summary>
    static bool IsPartOfCredit(string text, List<Bracket> brackets, int at) => LooksLikeName(brackets[at].Inside)
        && !IsTerms(text, brackets[at]) && brackets.Take(at).Any(before => TermsWords.AreStrong(before.Inside));

    /// <summary>
    /// The bracket of the credit: the last, unless that has terms and one before it is plainly a credit; -1 for none.
    /// </summary>
    static int CreditAt(List<Bracket> brackets)
    {
        var last = brackets[^1].Inside;
        if (CreditLine.Part(last).Credit.Length > 0)
            return brackets.Count - 1;
        return brackets.FindLastIndex(bracket => IsCredit(bracket.Inside) && !TermsWords.AreStrong(bracket.Inside));
    }

    /// <summary>
    /// A bracket before the credit: licence words, or anything that stands behind the caption's full stop.
    /// </summary>
    static bool IsTerms(string text, Bracket bracket) => TermsWords.AreIn(bracket.Inside)
        || bracket.Start > 0 && !IsPosition(bracket.Inside)
            && LineMarks.EndsSentence(text[Math.Max(0, bracket.Start - 8)..bracket.Start].TrimEnd());

    static bool IsPosition(string inside) => inside.Length <= 2 || inside.Contains(" from ", StringComparison.Ordinal)
        && inside.Length <= 24;

    /// <summary>
    /// The blocks of a caption; a line that ends no sentence goes on in the next, for some senders break lines.
    /// </summary>
    public static List<string> BlocksOf(string caption)
    {
        List<string> blocks = [];
        foreach (var line in caption.Split('\n'))
        {
            if (blocks is [.., var last] && !LineMarks.EndsSentence(last))
                blocks[^1] = $"{last} {line}";
            else
                blocks.Add(line);
        }
        return blocks;
    }

    /// <summary>Whether the line ends in a bracket that only the end of a caption has.</summary>
    public static bool EndsWithCredit(string text) => Brackets.Trailing(text) is [.., var last]
        && (IsCredit(last.Inside) || last.Inside.Length > 6 && TermsWords.AreStrong(last.Inside));

    /// <summary>Whether the line is nothing but the name of an agency in brackets: it signs the copy.</summary>
    public static bool IsBareCredit(string text) => Brackets.Trailing(text) is [{ Start: 0 } only]
        && !only.Inside.Contains(':') && !TermsWords.AreIn(only.Inside) && LooksLikeName(only.Inside);

    /// <summary><c>AP Photo DCJL101</c>: the number of a photo that moved by another way.</summary>
    public static bool IsPhotoNumber(string text) => text.StartsWith("AP Photo ", StringComparison.Ordinal)
        && text.Length <= 40 && text["AP Photo ".Length..].All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))
        && char.IsAsciiDigit(text[^1]);

    /// <summary>Whether the words are a credit beyond doubt.</summary>
    public static bool IsCredit(string inside) => Agencies.IsKnown(inside)
        || inside.Contains('/') && !inside.Contains(". ", StringComparison.Ordinal)
            && !TermsWords.AreStrong(inside)
        || inside.Contains(" via ", StringComparison.Ordinal)
        || _credits.Any(credit => inside.StartsWith(credit, StringComparison.Ordinal));

    /// <summary>Up to six words that start with a capital or have no case, and no sentence.</summary>
    public static bool LooksLikeName(string inside)
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
            if (at >= 0 && at + credit.Length < text.Length && credit[^1] == ' '
                && char.IsLower(text[at + credit.Length]))
                continue;
            if (at == 0 || at > 0 && LineMarks.EndsSentence(text[Math.Max(0, at - 8)..at].TrimEnd()))
                return at;
        }
        return CreditLine.StartOfNotice(text, from);
    }
}
