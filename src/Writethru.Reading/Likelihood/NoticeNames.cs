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

    static readonly string[] _clockZones = ["gmt", "utc", "z"];

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

    /// <summary>Whether it may be meant: two reasons agree, or it is certain.</summary>
    public bool IsLikely => IsCertain || Reasons.Length >= Enough;

    /// <summary>Score and reasons as they stand in the log.</summary>
    public LikelihoodReading Reading => new(Math.Min(1, Weight * Reasons.Length), Reasons);

    bool Has(LikelihoodFeature feature) => Reasons.Any(reason => reason.Feature == feature);

    /// <summary>Looks for the facts of a take in a notice.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="noticeAt">When it came in.</param>
    /// <param name="take">The take that it may name.</param>
    /// <param name="takeAt">When that came in.</param>
    public static NoticeNames Of(Take notice, DateTimeOffset noticeAt, Take take, DateTimeOffset takeAt)
    {
        var words = WordsOf(notice);
        var text = Folded(words);
        var reasons = ImmutableArray.CreateBuilder<LikelihoodReason>();
        var headline = Folded(take.Headline);
        var namesHeadline = IsLong(headline) && IsWhole(text, headline);
        Add(LikelihoodFeature.Headline, namesHeadline);
        Add(LikelihoodFeature.Permalink, take.Links.Any(link =>
            link.Rel == LinkRels.Alternate && link.Target.Length >= LeastIdentity && IsWhole(words, link.Target)));
        Add(LikelihoodFeature.Slug, IsSlug(notice, words, take.Slug.Trim())
            && !(namesHeadline && notice.Slug.Trim() != take.Slug.Trim() && headline.Contains(
                Folded(take.Slug.Replace('/', ' ').Replace('-', ' ')), StringComparison.Ordinal)));
        Add(LikelihoodFeature.Number, IsNumber(notice, text, take));
        Add(LikelihoodFeature.Identity, take.SenderId.Length >= LeastIdentity && take.SenderId != notice.SenderId
            && IsWhole(words, take.SenderId));
        Add(LikelihoodFeature.File, take.Pictures.SelectMany(FilesOf).Any(file => IsWhole(text, Folded(file))));
        Add(LikelihoodFeature.Time, take.VersionCreated?.At is { } at && IsClock(text, at));
        return new NoticeNames(reasons.ToImmutable(), IsSameDay(notice.VersionCreated?.At ?? noticeAt,
            take.VersionCreated?.At ?? takeAt));

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
    /// The number of the sender's transmission with its service, <c>dpa 0123</c>, and not the notice's own.
    /// </summary>
    static bool IsNumber(Take notice, string text, Take take)
    {
        var sequence = take.Sequence.Trim();
        var digits = sequence.Length - sequence.AsSpan().TrimEnd("0123456789").Length;
        if (digits < LeastDigits || sequence.Equals(notice.Sequence.Trim(), StringComparison.OrdinalIgnoreCase))
            return false;
        var (service, number) = (Folded(sequence[..^digits]), sequence[^digits..]);
        service = service.Length > 0 ? service : Folded(take.Agency);
        return service.Length > 0 && (IsWhole(text, $"{service} {number}") || IsWhole(text, service + number)
            || (IsWhole(text, number) && (IsWhole(text, service)
                || Folded(notice.Sequence).StartsWith(service, StringComparison.Ordinal))));
    }

    /// <summary>Names of its files without their endings, and what the sender calls the picture.</summary>
    static IEnumerable<string> FilesOf(Picture picture) => picture.Renditions.Select(rendition => rendition.Href)
        .Select(href => href[(href.LastIndexOf('/') + 1)..].Split('?', '.')[0])
        .Append(picture.SenderId)
        .Where(name => name.Length >= LeastFile && name.Any(char.IsAsciiDigit) && name.Any(char.IsLetter));

    /// <summary><c>1000 GMT</c>, <c>10:00 UTC</c>, <c>241000 GMT</c>.</summary>
    static bool IsClock(string text, DateTimeOffset at)
    {
        var utc = at.UtcDateTime;
        string[] clocks =
        [
            utc.ToString("HHmm", CultureInfo.InvariantCulture), utc.ToString("HH:mm", CultureInfo.InvariantCulture),
            utc.ToString("ddHHmm", CultureInfo.InvariantCulture),
        ];
        return clocks.Any(clock => _clockZones.Any(zone => IsWhole(text, $"{clock} {zone}")));
    }

    static bool IsSameDay(DateTimeOffset notice, DateTimeOffset take) =>
        notice >= take && notice.UtcDateTime.Date == take.UtcDateTime.Date;

    /// <summary>Whether a text stands in another and does not begin or end within a word.</summary>
    static bool IsWhole(string text, string part, StringComparison comparison = StringComparison.Ordinal)
    {
        if (part.Length == 0)
            return false;
        for (var at = text.IndexOf(part, comparison); at >= 0; at = text.IndexOf(part, at + 1, comparison))
        {
            if (!Joins(text, at - 1, part[0]) && !Joins(text, at + part.Length, part[^1]))
                return true;
        }
        return false;

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
