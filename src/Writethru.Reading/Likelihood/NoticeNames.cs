using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Writethru.Copy;

namespace Writethru.Reading.Likelihood;

/// <summary>
/// What of a take the words of a notice name: "Please kill item dpa 0123 'Rocket starts …'". Pure, and safe to use
/// from many threads.
/// </summary>
/// <remarks>
/// Each fact counts once, and only whole: a number with its service, a headline of some length, a slug as it is
/// printed. Rules: <c>docs/decisions/0031-notices-that-name-an-item.md</c>.
/// </remarks>
public sealed record NoticeNames
{
    /// <summary>From so many reasons on a notice may mean a story.</summary>
    public const int Enough = 2;

    const double Weight = 0.25;

    const int LeastHeadline = 12, LeastCharacters = 6, LeastSlug = 4, LeastDigits = 3, LeastFile = 5,
        LeastIdentity = 10;

    /// <summary>Most UTF-16 units of a notice that are looked at.</summary>
    const int MostUnits = 4_000;

    /// <summary>Quotation marks, and what ends a printed headline.</summary>
    const string Marks = "\"“”„«»「」『』‘’'=";

    static readonly string[] _clockForms = ["HHmm", "HH:mm", "ddHHmm"], _clockZones = ["gmt", "utc", "z"];

    NoticeNames(ImmutableArray<LikelihoodReason> reasons, bool isSameDay)
    {
        Reasons = reasons;
        IsCertain = Has(LikelihoodFeature.Identity) || (isSameDay && Has(LikelihoodFeature.Number)
            && (Has(LikelihoodFeature.Slug) || Has(LikelihoodFeature.Headline)));
    }

    /// <summary>What it names; empty when nothing.</summary>
    public ImmutableArray<LikelihoodReason> Reasons { get; }

    /// <summary>
    /// Whether no other item can be meant: by its identity, or by the number of its service on that day together with
    /// its slug or its headline.
    /// </summary>
    public bool IsCertain { get; }

    /// <summary>Whether the notice names a number of the take's service, and it is another one.</summary>
    public bool NamesOtherNumber { get; private init; }

    /// <summary>Whether it may be meant: two reasons agree, or it is certain.</summary>
    public bool IsLikely => IsCertain || Reasons.Length >= Enough;

    /// <summary>Score and reasons as they stand in the log.</summary>
    public LikelihoodReading Reading => new(Math.Min(1, Weight * Reasons.Length), Reasons);

    /// <summary>Whether the sender's identity of the item is among it.</summary>
    public bool HasIdentity => Has(LikelihoodFeature.Identity);

    /// <summary>Whether the notice names all of the take that it names of another.</summary>
    public bool HasAllOf(NoticeNames other) => other.Reasons.All(reason => Has(reason.Feature));

    bool Has(LikelihoodFeature feature) => Reasons.Any(reason => reason.Feature == feature);

    /// <summary>Looks for the facts of a take in a notice.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="noticeAt">When it came in.</param>
    /// <param name="take">The take that it may name.</param>
    /// <param name="takeAt">When that came in.</param>
    public static NoticeNames Of(Take notice, DateTimeOffset noticeAt, Take take, DateTimeOffset takeAt)
    {
        var words = WordsOf(notice);
        var reasons = ImmutableArray.CreateBuilder<LikelihoodReason>();
        // What one fact has is gone for the next: an address that ends with the slug names no slug.
        var address = take.Links.FirstOrDefault(link => link.Rel == LinkRels.Alternate)?.Target ?? "";
        var namesAddress = address.Length >= LeastIdentity && Takes(ref words, [address]);
        Add(LikelihoodFeature.Permalink, namesAddress);
        Add(LikelihoodFeature.Identity, take.SenderId.Length >= LeastIdentity && take.SenderId != notice.SenderId
            && Takes(ref words, [take.SenderId]));
        var text = Folded(words);
        var headline = Folded(take.Headline);
        var namesHeadline = IsLong(headline) && Takes(ref text, [headline]);
        Add(LikelihoodFeature.Headline, namesHeadline);
        var slug = take.Slug.Trim();
        Add(LikelihoodFeature.Slug, IsSlug(notice, words, slug) && !(namesHeadline && IsOneFact(headline, slug))
            && !(namesAddress && IsWhole(address, slug, StringComparison.OrdinalIgnoreCase)));
        Takes(ref text, [Folded(slug)]);
        Add(LikelihoodFeature.File, Takes(ref text, take.Pictures.SelectMany(FilesOf).Select(Folded)));
        var (number, own) = (NumberOf(take), NumberOf(notice));
        var namesNumber = number != own && TakesNumber(ref text, number, own);
        Add(LikelihoodFeature.Number, namesNumber);
        Add(LikelihoodFeature.Time, take.VersionCreated?.At is { } at && Takes(ref text, ClocksOf(at)));
        return new NoticeNames(reasons.ToImmutable(), IsSameDay(notice.VersionCreated?.At ?? noticeAt,
            take.VersionCreated?.At ?? takeAt))
        {
            NamesOtherNumber = !namesNumber && HasNumberLike(text, number, own),
        };

        void Add(LikelihoodFeature feature, bool isNamed)
        {
            if (isNamed)
                reasons.Add(new LikelihoodReason(feature, Weight, 1));
        }
    }

    static string WordsOf(Take notice)
    {
        var words = string.Join('\n', notice.Notes.Select(note => note.Text)
            .Concat(notice.Body.Select(paragraph => paragraph.Text)).Prepend(notice.Advisory?.Text ?? "")
            .Prepend(notice.Headline).Append(notice.Slug));
        return words.Length <= MostUnits ? words : words[..MostUnits];
    }

    static bool IsLong(string headline) => headline.Length >= LeastHeadline
        || (headline.Length >= LeastCharacters && headline.Any(c => c >= '\u2E80'));

    /// <summary>
    /// A slug of several parts in whatever case; one word as it is printed, for in a sentence it may be a word.
    /// </summary>
    static bool IsSlug(Take notice, string words, string slug) => slug.Length >= LeastSlug
        && (notice.Slug.Trim().Equals(slug, StringComparison.OrdinalIgnoreCase)
            || (slug.AsSpan().ContainsAny('/', '-', '_') || slug.Any(char.IsAsciiDigit)
                ? IsWhole(words, slug, StringComparison.OrdinalIgnoreCase)
                : slug.All(c => !char.IsLower(c)) && words.Any(char.IsLower) && IsWhole(words, slug)));

    /// <summary>
    /// Whether the words of a slug are among those of the headline, or the other way round: who knows the one knows
    /// the other.
    /// </summary>
    static bool IsOneFact(string headline, string slug)
    {
        var words = Folded(slug.Replace('/', ' ').Replace('-', ' ').Replace('_', ' '));
        return headline.Contains(words, StringComparison.Ordinal) || IsWhole(words, headline);
    }

    /// <summary>Service and number of the sender's transmission, <c>kio</c> and <c>0123</c>; empty for none.</summary>
    static (string Service, string Number) NumberOf(Take take)
    {
        var sequence = take.Sequence.Trim();
        var digits = sequence.Length - sequence.AsSpan().TrimEnd("0123456789").Length;
        var service = Folded(sequence[..^digits]);
        return digits < LeastDigits ? default
            : (service.Length > 0 ? service : Folded(take.Agency), sequence[^digits..]);
    }

    /// <summary>Whether the number stands there with its service, also at a distance, or in a notice of it.</summary>
    static bool TakesNumber(ref string text, (string Service, string Number) of, (string Service, string Number) own) =>
        of is { Service.Length: > 0 } && (Takes(ref text, [$"{of.Service} {of.Number}", of.Service + of.Number])
            || ((IsWhole(text, of.Service) || own.Service == of.Service) && Takes(ref text, [of.Number])));

    /// <summary>Whether another number of the service stands there, which is not the notice's own.</summary>
    static bool HasNumberLike(string text, (string Service, string Number) of, (string Service, string Number) own)
    {
        if (of is not { Service.Length: > 0 })
            return false;
        for (var at = text.IndexOf(of.Service, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(of.Service, at + 1, StringComparison.Ordinal))
        {
            var from = at + of.Service.Length;
            from += from < text.Length && text[from] == ' ' ? 1 : 0;
            var rest = text.AsSpan(from);
            var digits = rest.Length - rest.TrimStart("0123456789").Length;
            var behind = rest[digits..];
            if (digits == of.Number.Length && !rest[..digits].SequenceEqual(own.Number)
                && (at == 0 || !IsOfWord(text[at - 1])) && (behind.IsEmpty || !IsOfWord(behind[0]))
                && !IsZone(behind.TrimStart(' ')))
                return true;
        }
        return false;
    }

    static bool IsZone(ReadOnlySpan<char> text)
    {
        foreach (var zone in _clockZones)
        {
            if (text.StartsWith(zone, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>Names of its files without their endings, and what the sender calls the picture.</summary>
    static IEnumerable<string> FilesOf(Picture picture) => picture.Renditions.Select(rendition => rendition.Href)
        .Select(href => href[(href.LastIndexOf('/') + 1)..].Split('?', '.')[0])
        .Append(picture.SenderId)
        .Where(name => name.Length >= LeastFile && name.Any(char.IsAsciiDigit) && name.Any(char.IsLetter));

    /// <summary><c>1000 GMT</c>, <c>10:00 UTC</c>, <c>241000 GMT</c>.</summary>
    static IEnumerable<string> ClocksOf(DateTimeOffset at) =>
        from form in _clockForms
        from zone in _clockZones
        select $"{at.UtcDateTime.ToString(form, CultureInfo.InvariantCulture)} {zone}";

    static bool IsSameDay(DateTimeOffset notice, DateTimeOffset take) =>
        notice >= take && notice.UtcDateTime.Date == take.UtcDateTime.Date;

    /// <summary>Whether one of the parts stands in the text, which is without it then.</summary>
    static bool Takes(ref string text, IEnumerable<string> parts)
    {
        var found = false;
        foreach (var part in parts)
        {
            for (var at = PlaceOf(text, part); at >= 0; at = PlaceOf(text, part))
                (text, found) = ($"{text[..at]}\n{text[(at + part.Length)..]}", true);
        }
        return found;
    }

    /// <summary>Whether a text stands in another and does not begin or end within a word.</summary>
    static bool IsWhole(string text, string part, StringComparison comparison = StringComparison.Ordinal) =>
        PlaceOf(text, part, comparison) >= 0;

    /// <summary>Where a text stands in another and does not begin or end within a word; -1 for nowhere.</summary>
    static int PlaceOf(string text, string part, StringComparison comparison = StringComparison.Ordinal)
    {
        if (part.Length == 0)
            return -1;
        for (var at = text.IndexOf(part, comparison); at >= 0; at = text.IndexOf(part, at + 1, comparison))
        {
            if (!Joins(text, at - 1, part[0]) && !Joins(text, at + part.Length, part[^1]))
                return at;
        }
        return -1;

        static bool Joins(string text, int at, char inner) => at >= 0 && at < text.Length
            && IsOfWord(text[at]) && IsOfWord(inner) && text[at] < '\u2E80';
    }

    static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    /// <summary>In small letters, on one line, without quotation marks and what ends a printed headline.</summary>
    static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var plain = char.IsWhiteSpace(c) || Marks.Contains(c) ? ' ' : char.ToLowerInvariant(c);
            if (plain != ' ' || (folded.Length > 0 && folded[^1] != ' '))
                folded.Append(plain);
        }
        return folded.ToString().TrimEnd(' ', '.');
    }
}
