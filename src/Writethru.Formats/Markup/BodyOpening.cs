using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Markup;

/// <summary>
/// What opens a body and is no copy of it: notes to editors, a byline, a dateline on a line of its own. It goes to the
/// fields made for it, so that paragraph 1 of an advisory is the first paragraph of the copy.
/// </summary>
static class BodyOpening
{
    /// <summary>More paragraphs above the copy than anyone sets.</summary>
    const int Most = 8;

    static readonly string[] _titles = ["Writer", "Correspondent", "Editor", "Reporter", "Columnist", "Critic"];

    /// <summary>The take without what opens its body; a body that is nothing else stays.</summary>
    public static Take SetApart(Take take)
    {
        var parted = TakeLines(take);
        if (parted.Body.Length == take.Body.Length)
            return take;
        var lead = LeadDateline.Of(parted.Dateline, parted.Body, parted.Pictures);
        return TakeLines(parted with
        {
            Dateline = lead.Dateline,
            Body = lead.Body,
            Pictures = lead.Pictures,
            Byline = parted.Byline.Length > 0 ? parted.Byline : lead.Byline,
        });
    }

    static Take TakeLines(Take take)
    {
        var count = CountOf(take.Body);
        if (count == 0)
            return take;
        var rest = take with
        {
            Body = take.Body.RemoveRange(0, count),
            Pictures =
            [
                .. take.Pictures.Select(picture => picture with { After = Math.Max(0, picture.After - count) }),
            ],
        };
        foreach (var paragraph in take.Body.Take(count))
            rest = With(rest, paragraph.Text);
        return rest;
    }

    /// <summary>How many paragraphs are head; none when nothing would be left.</summary>
    static int CountOf(ImmutableArray<Paragraph> body)
    {
        var count = 0;
        while (count < Math.Min(Most, body.Length) && body[count] is { Kind: ParagraphKind.Prose } paragraph
            && (IsLine(paragraph.Text) || count > 0 && IsTitle(body[count - 1].Text, paragraph.Text)))
            count++;
        return count < body.Length && body.Take(count).All(paragraph => paragraph.Subheads.IsEmpty) ? count : 0;
    }

    static bool IsLine(string text) => LineMarks.Byline(text) is not null || IsNote(text);

    static bool IsNote(string text) =>
        AdvisoryWords.Opens(text) && new NoteScanner(text) is { IsClosed: true, Rest: "" };

    /// <summary>"AP Sports Writer" below "By DANA QUILL".</summary>
    static bool IsTitle(string above, string text) => text.Length <= 60 && LineMarks.Byline(above) is not null
        && Array.Exists(_titles, title => text.EndsWith(title, StringComparison.OrdinalIgnoreCase));

    static Take With(Take take, string text)
    {
        if (IsNote(text))
        {
            return take.Advisory is null
                ? take with { Advisory = new Advisory(text) }
                : take.Advisory.Text == text ? take : take with { Notes = take.Notes.Add(new Note("", text)) };
        }
        if (LineMarks.Byline(text) is not { } byline)
            return take with { Byline = $"{take.Byline}, {text}" };
        if (take.Byline.Length == 0)
            return take with { Byline = byline };
        return take.Byline.Contains(byline, StringComparison.OrdinalIgnoreCase)
            ? take
            : take with { Extras = take.Extras.Add(new Extra("byline", byline)) };
    }
}
