using Writethru.Copy;

namespace Writethru.Reading.Advisories;

/// <summary>How a note opens, or the series label of a line that is a headline.</summary>
/// <param name="End">Index of the first token of the note itself.</param>
/// <param name="Series">The label in its normal form: <c>2nd LD</c>, <c>UPDATE 2</c>; empty when none.</param>
/// <param name="IsNamed">Words such as <c>ATTN:</c> open it.</param>
/// <param name="IsHeadline">Behind the label stands a headline and no note.</param>
/// <param name="Default">What the note does where it has no verb.</param>
readonly record struct NoteOpening(int End, string Series, bool IsNamed, bool IsHeadline, ClaimAction? Default)
{
    static readonly string[] _openings =
    [
        "attn editors", "attention editors", "attn", "attention", "eds", "ed", "editors", "editor's note",
        "editors' note", "editors note", "note to editors", "note to editor", "note", "correction", "clarification",
        "achtung", "advisory", "notes", "hinweis", "huom", "n.b", "eds note", "ed note", "주의", "알림",
    ];

    /// <summary>Reads the opening of a line.</summary>
    public static NoteOpening Read(NoteText text)
    {
        if (SeriesLine.Read(text) is { Length: > 0 } series)
            return new NoteOpening(0, series, false, true, null);
        var at = 0;
        while (at < text.Count && text[at].Kind is not (TokenKind.Word or TokenKind.Quote))
            at++;
        var named = Named(text, at);
        if (named > 0)
            at = SkipCycle(text, named);
        var label = FinnishLabel(text, at);
        return label > 0
            ? new NoteOpening(label, "CORRECTED", true, false, ClaimAction.Corrects)
            : new NoteOpening(at, "", named > 0, false, named > 0 && text[named - 1].Kind == TokenKind.Colon
                && text[named - 2].Key is "correction" or "clarification" ? ClaimAction.Corrects : null);
    }

    static int Named(NoteText text, int at)
    {
        foreach (var opening in _openings)
        {
            var end = text.After(at, opening.Split(' '));
            if (end > 0 && (text[end].Kind is TokenKind.Colon or TokenKind.Dash || opening is "attn" or "attention"))
            {
                while (text[end].Kind is TokenKind.Colon or TokenKind.Dash)
                    end++;
                return end;
            }
        }
        return -1;
    }

    /// <summary>The cycle, "AMs", says nothing of the copy.</summary>
    static int SkipCycle(NoteText text, int at)
    {
        while (text[at].Key is "apnewsnow" or "ams" or "pms" or "bjt" or "ams-pms")
            at++;
        return at;
    }

    /// <summary><c>KORJATTU LEHTIVERSIO OTSIKKO</c>: the label first, then what was corrected.</summary>
    static int FinnishLabel(NoteText text, int at)
    {
        if (!text.Is(at, "korjattu") && !text.Is(at, "korjaus"))
            return -1;
        at++;
        while (text[at].Key is "lehtiversio" or "lehtiversion" or "verkkoversio" or "versio" or "juttu"
            || text[at].Kind is TokenKind.Colon or TokenKind.Dash)
            at++;
        return at;
    }
}
