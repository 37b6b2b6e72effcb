using Writethru.Copy;
using Writethru.Reading.Advisories;
using Writethru.Reading.Checks;
using Writethru.Reading.Datelines;
using Writethru.Reading.Diffs;
using Writethru.Rights.Licence;
using Writethru.Rights.Odrl;

namespace Writethru.Desk;

/// <summary>
/// Everything that is read from a take by machine, joined: its dateline located, its usage terms as rules, its
/// advisory as claims and held against what the take changed.
/// </summary>
public static class TakeReader
{
    /// <summary>
    /// Grows whenever one of the readers would read an old take differently; older readings are made anew.
    /// </summary>
    public const int Version = 3;

    /// <summary>Reads one take.</summary>
    /// <param name="take">The take.</param>
    /// <param name="received">When it came in; null when not known, then only the copy itself can give a year.</param>
    /// <param name="before">The take of the story before it; null when there is none.</param>
    public static TakeReading Read(Take take, DateTimeOffset? received, Take? before = null)
    {
        var advisory = take.Advisory is { } note ? AdvisoryReader.Read(note.Text) : null;
        return new TakeReading
        {
            Located = DatelineReader.Locate(take, received),
            Terms = ReadTerms(take.UsageTerms, received),
            Advisory = advisory,
            Check = advisory is { Claims.IsEmpty: false } && before is { Body.IsEmpty: false }
                ? AdvisoryChecker.Check(advisory, ParagraphDiffer.Diff(before, take, withWords: false), before, take)
                : null,
            PictureTerms = [.. take.Pictures.Select(picture => ReadTerms(picture.UsageTerms, received))],
        };
    }

    /// <summary>
    /// Sentence and policy both bind: the rules of both, and the words of either that were not understood.
    /// </summary>
    static TermsReading? ReadTerms(UsageTerms? terms, DateTimeOffset? received)
    {
        if (terms is null)
            return null;
        var sentence = LicenceLine.Read(terms.Text, received);
        if (terms.Policy.Length == 0)
            return sentence;
        var policy = PolicyReader.Read(terms.Policy, terms.Whole.Length - terms.Policy.Length);
        return new TermsReading
        {
            Rules = [.. sentence.Rules, .. policy.Rules],
            NotUnderstood = [.. sentence.NotUnderstood, .. policy.NotUnderstood],
        };
    }
}
