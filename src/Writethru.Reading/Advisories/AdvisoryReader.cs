using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Reading.Advisories;

/// <summary>
/// Reads notes to editors: <c>(ATTN: UPDATES with more details in paras 2, 6-10; ADDS photo)</c> and its cousins of
/// other agencies and languages. Pure, never throws for any text, takes steps in proportion to the length.
/// </summary>
public static class AdvisoryReader
{
    /// <summary>Most of a note that is read, in UTF-16 units; what lies behind is listed as not understood.</summary>
    public const int MaxLength = 4096;

    /// <summary>The series label, the claims, and every run of words that was not understood.</summary>
    /// <param name="raw">The note as printed, with its brackets and opening words; or a headline with a label.</param>
    public static AdvisoryReading Read(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var text = new NoteText(raw, Math.Min(raw.Length, MaxLength));
        var opening = NoteOpening.Read(text);
        if (opening.IsHeadline)
            return new AdvisoryReading { Series = opening.Series };
        var isNote = opening.IsNamed || raw.StartsWith('(') || raw.StartsWith('/');
        var clauses = new ClauseReader(text) { Default = opening.Default, IsNote = isNote };
        clauses.Understand(0, opening.End);
        clauses.Read(opening.End);
        var claims = CaptionNote.Of(text, opening.End, clauses.Claims) ?? [.. clauses.Claims];
        return new AdvisoryReading
        {
            Series = opening.Series.Length > 0 ? opening.Series : SeriesOf(text, opening, clauses),
            Claims = claims,
            NotUnderstood = NotUnderstood(text, clauses),
        };
    }

    /// <summary>A bare bracket or sentence that corrects, refiles or kills is labelled by its verb.</summary>
    static string SeriesOf(NoteText text, NoteOpening opening, ClauseReader clauses) => clauses.FirstVerb switch
    {
        ClaimAction.Kills => "KILL",
        ClaimAction.Corrects when !opening.IsNamed => "CORRECTED",
        ClaimAction.Refiles when !opening.IsNamed => "REFILE",
        _ => "",
    };

    static ImmutableArray<TextSpan> NotUnderstood(NoteText text, ClauseReader clauses)
    {
        var runs = ImmutableArray.CreateBuilder<TextSpan>();
        for (var at = 0; at < text.Count;)
        {
            var end = at + 1;
            if (IsLost(text, clauses, at))
            {
                for (var next = end; next < text.Count && !EndsRun(text, clauses, next); next++)
                    end = IsLost(text, clauses, next) ? next + 1 : end;
                runs.Add(text.Span(at, end));
            }
            at = end;
        }
        if (text.End < text.Raw.Length)
            runs.Add(new TextSpan(text.End, text.Raw.Length - text.End));
        return runs.ToImmutable();
    }

    static bool EndsRun(NoteText text, ClauseReader clauses, int at) =>
        text[at].Kind is TokenKind.Stop or TokenKind.Semicolon
        || (text[at].Kind is TokenKind.Word or TokenKind.Quote && !IsLost(text, clauses, at));

    static bool IsLost(NoteText text, ClauseReader clauses, int at) =>
        text[at].Kind is TokenKind.Word or TokenKind.Quote && !clauses.IsUnderstood(at);
}
