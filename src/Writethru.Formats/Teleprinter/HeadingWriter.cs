using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Teleprinter;

/// <summary>The lines above the copy, each of which <see cref="HeadingReader"/> reads for what it is.</summary>
static class HeadingWriter
{
    /// <summary>A heading's lines without their line ends; the headline may start with the guard.</summary>
    /// <param name="filed">The take, with the status that its cause gives it.</param>
    /// <param name="take">The copy.</param>
    /// <param name="hasKey">Whether the take key stands elsewhere, so that only a series that is none is
    /// written.</param>
    public static List<string> Write(FiledTake filed, Take take, bool hasKey = false)
    {
        List<string> lines = [];
        if (take.Status == TakeStatus.Canceled)
            lines.Add(HeadingWords.Kill);
        else if (take.Status == TakeStatus.Withheld)
            lines.Add(HeadingWords.Hold);
        AddKeys(lines, filed, take, hasKey);
        if (take.Embargo is { } embargo && !IsInNote(take, embargo))
            lines.Add(EmbargoLine(embargo));
        if (take.Advisory is { } advisory)
            AddNote(lines, advisory.Text);
        foreach (var note in take.Notes.Where(note => note.IsPublic && note.Role != NoteRoles.Closing))
            AddNote(lines, note.Text);
        AddHeadline(lines, take);
        return lines;
    }

    /// <summary>The key of the cause, unless the series says the same; then the series, as far as it is one.</summary>
    static void AddKeys(List<string> lines, FiledTake filed, Take take, bool hasKey)
    {
        var key = TakeKeys.Of(filed);
        var series = OneLine(take.Series);
        if (hasKey && (series.Length == 0 || TakeKeys.IsKey(series)))
            return;
        if (!hasKey && key.Length > 0 && TakeKeys.SignalOf(series) != TakeKeys.SignalOf(key))
            lines.Add(key);
        if (series.Length == 0)
            return;
        if (TakeKeys.OfLine(series) == series && StatusWords.Read(series) is null)
            lines.Add(series);
        else if (TakeKeys.OfLine($"({series})") == series && StatusWords.Read($"({series})") is null)
            lines.Add($"({series})");
    }

    /// <summary>Whether a note that is written says the same, and will bind as it does here.</summary>
    static bool IsInNote(Take take, Embargo embargo) => (take.Advisory?.Text == embargo.Text
            || take.Notes.Any(note => note.IsPublic && note.Role != NoteRoles.Closing && note.Text == embargo.Text))
        && EmbargoWords.OfNote(embargo.Text) is { } read && read.Until == embargo.Until;

    /// <summary>Words of an embargo, its instant, or that it waits: never nothing, and never earlier.</summary>
    static string EmbargoLine(Embargo embargo)
    {
        string[] forms =
        [
            OneLine(embargo.Text), $"EMBARGOED UNTIL {OneLine(embargo.Text)}",
            embargo.Until is { } until ? $"EMBARGOED UNTIL {Instant.Write(until)}" : "EMBARGOED UNTIL released",
        ];
        foreach (var form in forms)
        {
            if (form.Length <= TextColumns.Most && TakeKeys.OfLine(form) is null && StatusWords.Read(form) is null
                && !form.StartsWith('(') && !AdvisoryWords.Opens(form)
                && EmbargoWords.OfLine(form) is { } read && read.Until == embargo.Until)
                return form;
        }
        return "EMBARGOED UNTIL released";
    }

    static void AddNote(List<string> lines, string text)
    {
        var note = OneLine(text);
        if (note.Length == 0)
            return;
        if (AdvisoryWords.Opens(note) && note[0] != '(' && note[^1] is not ('=' or '<')
            && !note.Contains("///", StringComparison.Ordinal))
            lines.Add(note);
        else if (IsBalanced(note) && note[0] == '(' && note[^1] == ')')
            lines.Add(note);
        else
            lines.Add(IsBalanced(note) ? $"({note})" : $"({note.Replace('(', '[').Replace(')', ']')})");
    }

    /// <summary>Whether brackets close as they open, and an outer one only at the end.</summary>
    static bool IsBalanced(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth < 0 || depth == 0 && text[0] == '(' && i < text.Length - 1)
                return false;
        }
        return depth == 0;
    }

    static void AddHeadline(List<string> lines, Take take)
    {
        var headline = OneLine(take.Headline);
        var byline = OneLine(take.Byline);
        var byLine = byline.Length == 0 || take.Dateline?.Text.Contains(byline, StringComparison.Ordinal) is true ? ""
            : LineMarks.Byline($"By {byline}") == byline ? $"By {byline}" : "";
        if (headline.Length > 0)
            lines.Add(ReadsAsHeadline(headline) ? headline : $"{CopyLabels.Guard} {headline}");
        else if (byLine.Length > 0)
            lines.Add($"{CopyLabels.Guard}");
        if (byLine.Length > 0)
            lines.Add(byLine);
    }

    /// <summary>Whether the reader takes the line alone for a headline and nothing else.</summary>
    static bool ReadsAsHeadline(string text)
    {
        if (text[^1] is '=' or '<' || CopyLabels.IsGuarded(text) || LineMarks.Byline(text) is not null)
            return false;
        var parts = new TakeParts(new RemarkBook());
        var reader = new HeadingReader(parts);
        reader.Read(new CopyLine(text, 0, 0));
        reader.Finish();
        return parts.Build() is { Embargo: null, Advisory: null, Status: TakeStatus.Usable, Series: "" } read
            && read.Headline == text;
    }

    static string OneLine(string text) => string.Join(' ',
        CopyText.Clean(text).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
