using System.Text;
using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.PlainWire;

/// <summary>
/// The layout of a dispatch as people read it: what has no printed convention stands in labelled head lines.
/// </summary>
static class PrintedLayout
{
    public static string Print(Take take)
    {
        var text = new StringBuilder();
        PrintHead(text, take);
        PrintBody(text, take);
        foreach (var extra in take.Extras.Where(extra => extra.Name is ExtraNames.SignOff or "contact"))
            Line(text, extra.Text);
        foreach (var note in take.Notes.Where(IsClosing))
            Line(text, note.Text);
        if (IsAtTheFoot(take.CopyrightNotice))
            Line(text, take.CopyrightNotice);
        Line(text, take.Contact);
        Line(text, take.EndMark);
        foreach (var extra in take.Extras.Where(extra => extra.Name is ExtraNames.Trailer))
            Line(text, extra.Text);
        foreach (var note in take.Notes.Where(IsNotebook))
            Line(text, note.Text);
        if (take.SenderId.Length > 0)
            Line(text, StoryReference.Print(take));
        return text.ToString();
    }

    static void PrintHead(StringBuilder text, Take take)
    {
        foreach (var field in TakeFields.All.Where(field => !IsPrinted(field.Label, take)))
        {
            foreach (var value in field.Values(take))
                Label(text, field.Label, value);
        }
        if (take.Status != TakeStatus.Usable)
            Label(text, Labels.Status, $"{Words.Of(take.Status)} ({StatusNotice(take.Status)})");
        PrintEmbargo(text, take);
        Line(text, SeriesLabels.Print(take.Series, take.Headline));
        foreach (var extra in take.Extras.Where(extra => extra.Name is ExtraNames.Header))
            Line(text, extra.Text);
        Line(text, take.Advisory?.Text ?? "");
        foreach (var note in take.Notes.Where(note => !IsNotebook(note) && !IsClosing(note)))
            PrintNote(text, note, take.Advisory is not null);
        if (take.Byline.Length > 0 && take.Dateline?.Text.Contains(take.Byline, StringComparison.Ordinal) is not true)
            Line(text, LineMarks.Byline(take.Byline) == take.Byline ? take.Byline : $"By {take.Byline}");
    }

    /// <summary>
    /// What the dispatch shows without a label: a notice at its foot, a signal in the words of its series, the identity
    /// in its reference.
    /// </summary>
    static bool IsPrinted(string label, Take take) => label is Labels.SenderId or Labels.SenderVersion
        || label == Labels.CopyrightNotice && IsAtTheFoot(take.CopyrightNotice)
        || label == Labels.Signal && take.Signal == SignalWords.Of(take);

    static bool IsAtTheFoot(string notice) => notice.Length > 0 && TailLines.IsCopyright(notice);

    static bool IsClosing(Note note) => note is { Role: NoteRoles.Closing, IsPublic: true }
        && TailLines.IsClosing(note.Text);

    static bool IsNotebook(Note note) => note is { Role: NoteRoles.Notebook, IsPublic: false }
        && note.Text.IndexOf('\n') is var end && TailLines.IsNotebook(end < 0 ? note.Text : note.Text[..end].Trim());

    /// <summary>A note as it is where its own words show that it is one; behind a label otherwise.</summary>
    static void PrintNote(StringBuilder text, Note note, bool followsAdvisory)
    {
        var showsItself = note.IsPublic && (note.Role.Length == 0
            ? followsAdvisory && AdvisoryWords.Opens(note.Text + " ") || StatusWords.Read(note.Text) is not null
            : note.Role == NoteRoles.Embargo && EmbargoWords.OfLine(note.Text) is not null);
        if (showsItself)
            Line(text, note.Text);
        else
            Label(text, note.IsPublic ? Labels.Note : Labels.PrivateNote, TakeFields.WriteNote(note));
    }

    static string StatusNotice(TakeStatus status) => status == TakeStatus.Canceled
        ? "KILL: never use, remove everywhere"
        : "HOLD: do not use until released";

    static void PrintEmbargo(StringBuilder text, Take take)
    {
        if (take.Embargo is not { } embargo || embargo.Text == take.Advisory?.Text)
            return;
        if (EmbargoWords.OfLine(embargo.Text) is not null)
            Line(text, embargo.Text);
        else
            Label(text, Labels.NotBefore, embargo.Text);
    }

    static void PrintBody(StringBuilder text, Take take)
    {
        var (picture, item) = (0, 0);
        for (var number = 0; number <= take.Body.Length; number++)
        {
            if (number > 0)
            {
                var paragraph = take.Body[number - 1];
                item = paragraph.IsOrdered ? item + 1 : 0;
                PrintParagraph(text, paragraph, item, number == 1 ? take.Dateline : null);
            }
            while (picture < take.Pictures.Length && take.Pictures[picture].After <= number)
                PrintPicture(text, take.Pictures[picture++]);
        }
        if (take.Body.IsEmpty && take.Dateline is { } bare)
            Line(text, bare.Text);
        while (picture < take.Pictures.Length)
            PrintPicture(text, take.Pictures[picture++]);
    }

    static void PrintParagraph(StringBuilder text, Paragraph paragraph, int item, Dateline? dateline)
    {
        foreach (var subhead in paragraph.Subheads)
            Line(text, BodyMarks.PrintSubhead(subhead));
        var opening = dateline is null ? "" : dateline.Text + " ";
        if (paragraph.Table is { } table && opening.Length == 0)
            TableLines.Print(text, table);
        else
            Line(text, opening + BodyMarks.Print(paragraph, item));
    }

    /// <summary>A caption as agencies print it, where it is one by its shape; behind a label otherwise.</summary>
    static void PrintPicture(StringBuilder text, Picture picture)
    {
        if (picture.Withheld is { } reason)
        {
            Line(text, Withheld.Line(reason));
            return;
        }
        var caption = Caption(picture);
        var isShown = caption.Length > 0 && Captions.Read(caption, 0, out _) is { } read
            && (read.Caption, read.Credit, read.Source, read.UsageTerms)
            == (picture.Caption, picture.Credit, picture.Source, picture.UsageTerms);
        if (isShown)
            Line(text, caption);
        foreach (var (label, value) in PictureFields.LinesOf(picture, isShown))
            Line(text, $"{label}: {value}");
    }

    static string Caption(Picture picture)
    {
        var terms = picture.UsageTerms is { } sentence ? $" ({sentence.Text})" : "";
        var credit = picture.Credit.Length == 0 ? ""
            : picture.Credit.Contains(':') || picture.Credit.StartsWith("REUTERS/", StringComparison.Ordinal)
                ? $" {picture.Credit}"
                : $" ({picture.Credit})";
        return (picture.Caption + terms + credit).Trim(' ');
    }

    static void Label(StringBuilder text, string label, string value)
    {
        if (value.Length > 0)
            Line(text, $"{label}: {value}");
    }

    /// <summary>
    /// One line and an empty one, so that a reader never takes two short paragraphs for a wrapped one.
    /// </summary>
    static void Line(StringBuilder text, string line)
    {
        if (line.Length > 0)
            text.Append(line).Append("\n\n");
    }
}
