using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights.Licence;

/// <summary>
/// Reads licence words into rules. Closed: a clause either fits a form of the grammar whole, or every word of it is
/// listed as not understood, and that denies. Pure, never throws, and takes steps in proportion to the length.
/// </summary>
public static class LicenceLine
{
    /// <summary>Longest terms that are read, in UTF-16 units; longer ones are not understood as a whole.</summary>
    public const int MaxLength = 4096;

    /// <summary>The rules of the terms, and every run of words that was not understood.</summary>
    /// <param name="terms">The words.</param>
    /// <param name="received">
    /// When they came in: what "for 48 hours" counts from, the year of a date that has none, and the day on which
    /// unions are asked for their members. Null when that is not known; then the first two are not understood.
    /// </param>
    public static TermsReading Read(string terms, DateTimeOffset? received = null)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.Length > MaxLength)
            return new TermsReading { NotUnderstood = [new TextSpan(0, terms.Length)] };
        var line = new LicenceText(terms, received);
        var words = line.Words;
        var understood = new bool[words.Count];
        var rules = ImmutableArray.CreateBuilder<UsageRule>();
        for (var start = 0; start < words.Count;)
        {
            var end = start + 1;
            while (end < words.Count && words[end].Gap != Gap.Sentence)
                end++;
            ReadSentence(line, start, end, rules, understood);
            start = end;
        }
        return new TermsReading { Rules = rules.ToImmutable(), NotUnderstood = Runs(words, understood) };
    }

    static void ReadSentence(
        LicenceText line, int start, int end, ImmutableArray<UsageRule>.Builder rules, bool[] understood)
    {
        var words = line.Words;
        var before = rules.Count;
        var open = new List<UsageRule>();
        for (var at = start; at < end;)
        {
            var first = at > start && LicenceVocabulary.And.Contains(words[at].Key) && at + 1 < end ? at + 1 : at;
            if (ReadClause(new Clause(line, first)) is { } match && match.End <= end)
            {
                var span = Span(words, first, match.SpanEnd);
                var read = match.Rules.Select(rule => rule with { Span = span }).ToList();
                rules.AddRange(read);
                if (match.IsOpen)
                    open.AddRange(read);
                else
                    understood.AsSpan(at, match.End - at).Fill(true);
                at = match.End;
                continue;
            }
            at++;
            while (at < end && words[at].Gap == Gap.Space)
                at++;
        }
        if (!HasOpenException(words, understood, start, end))
            return;
        rules.RemoveRange(before, rules.Count - before);
        // These are listed as not understood anyway, and an exception takes nothing from what they keep back.
        rules.AddRange(open);
        understood.AsSpan(start, end - start).Clear();
    }

    static ClauseMatch? ReadClause(Clause clause)
    {
        if (ReadFrom(clause, clause.Start) is { } match)
            return match;
        var subject = AfterSubject(clause);
        return subject == clause.Start ? null : ReadFrom(clause, subject);
    }

    static ClauseMatch? ReadFrom(Clause clause, int at) =>
        !clause.Has(at) ? null
        : TerritoryClause.Read(clause, at) ?? FixedPhrases.Read(clause, at) ?? WindowClause.Read(clause, at)
            ?? EmbargoClause.Read(clause, at) ?? ActClause.Read(clause, at) ?? PermissionClause.Read(clause, at)
            ?? ClientClause.Read(clause, at) ?? LabelClause.Read(clause, at);

    /// <summary>The place after "This content is" where "for" or "restricted" comes next, or after "Photo".</summary>
    static int AfterSubject(Clause clause)
    {
        var noun = clause.Skip(clause.Start, LicenceVocabulary.Determiners);
        if (!clause.Is(noun, LicenceVocabulary.Subject))
            return clause.Start;
        var verb = noun + 1;
        var next = clause.Skip(clause.Skip(verb, "is"), "are");
        return next > verb && clause.Is(next, LicenceVocabulary.BehindIs) ? next : verb;
    }

    static bool HasOpenException(List<LicenceWord> words, bool[] understood, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (!understood[at] && LicenceVocabulary.Exceptions.Contains(words[at].Key))
                return true;
        }
        return false;
    }

    static ImmutableArray<TextSpan> Runs(List<LicenceWord> words, bool[] understood)
    {
        var runs = ImmutableArray.CreateBuilder<TextSpan>();
        for (var at = 0; at < words.Count;)
        {
            var end = at + 1;
            if (!understood[at])
            {
                while (end < words.Count && !understood[end] && words[end].Gap <= Gap.Loose)
                    end++;
                runs.Add(Span(words, at, end));
            }
            at = end;
        }
        return runs.ToImmutable();
    }

    static TextSpan Span(List<LicenceWord> words, int start, int end) =>
        new(words[start].Start, words[end - 1].End - words[start].Start);
}
