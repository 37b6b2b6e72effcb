using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Binding;

/// <summary>
/// Words that limit the use of the item or of a picture, wherever they stand: among the usage terms too.
/// </summary>
static class UsageLimits
{
    /// <summary>The take whose terms and whose pictures' terms hold every limit that is printed.</summary>
    public static Take Gather(Take take, Findings findings)
    {
        var item = new Limits(take.UsageTerms);
        var pictures = take.Pictures.Select(picture => new Limits(picture.UsageTerms)).ToArray();
        foreach (var limit in LimitsOfItem(take))
            Add(item, limit, BindingRemarks.ItemTerms, findings);
        for (var i = 0; i < pictures.Length; i++)
        {
            foreach (var text in TextsOf(take.Pictures[i]))
                Add(pictures[i], Restrictions.PartFrom(text, text.Length).Terms, BindingRemarks.PictureTerms, findings);
            Add(pictures[i], MachineUse.WordsOf(take.Pictures[i].DataMining), BindingRemarks.PictureTerms, findings);
        }
        for (var i = 0; i < take.Body.Length; i++)
        {
            if (take.Body[i].Kind is not (ParagraphKind.Prose or ParagraphKind.Quote)
                || LimitIn(take.Body[i].Text) is not { } limit)
                continue;
            var above = LastAfter(take.Pictures, i);
            if (above < 0)
                Add(item, limit, BindingRemarks.ItemTerms, findings);
            else
                Add(pictures[above], limit, BindingRemarks.PictureTerms, findings);
        }
        return take with
        {
            UsageTerms = item.Terms,
            Pictures = [.. take.Pictures.Select((picture, i) => picture with { UsageTerms = pictures[i].Terms })],
        };
    }

    static void Add(Limits limits, string limit, string code, Findings findings)
    {
        if (limits.Add(limit))
            findings.Add(code, Severity.Note, $"\"{Quoted.Short(limit)}\": among the usage terms too.");
    }

    static IEnumerable<string> LimitsOfItem(Take take)
    {
        var notes = take.Notes.Where(note => note.IsPublic).Select(note => note.Text);
        if (take.Advisory is { } advisory)
            notes = notes.Prepend(advisory.Text);
        return notes.SelectMany(LimitsOfNote).Append(LimitsOfNotice(take.CopyrightNotice))
            .Append(LimitsOfNotice(take.CreditLine)).Append(LimitBefore(take.Headline));
    }

    /// <summary>
    /// A note about a change speaks of what is in the copy ("CORRECTS … third party"): of use speak only those of its
    /// sentences that are nothing but a limit.
    /// </summary>
    static IEnumerable<string> LimitsOfNote(string text) =>
        from clause in text.Split(['(', ')', '[', ']', ';', '\n'])
        from sentence in clause.Split(". ")
        let bare = AdvisoryWords.WithoutOpening(sentence.Trim())
        where bare.Length > 0 && !AdvisoryWords.StartsWithVerb(bare)
        select LimitIn(bare) ?? "";

    /// <summary>The line when it is nothing but a limit; what stops the item is read elsewhere.</summary>
    static string? LimitIn(string text) => Restrictions.Alone(BehindCopyright(text)) is { } limit
        && EmbargoWords.OfLine(text) is null && StatusWords.Read(text) is null && !CopyrightFormula.Is(text)
        ? limit
        : null;

    /// <summary>"Copyright 2026 KIO. Not for use in Suland."</summary>
    static string BehindCopyright(string text) => text.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end
        && TailLines.IsCopyright(text[..end]) ? text[(end + 2)..] : text;

    /// <summary><c>Not for use in Suland: Harbor reopens</c></summary>
    static string LimitBefore(string headline) =>
        headline.IndexOf(": ", StringComparison.Ordinal) is > 0 and var end ? LimitIn(headline[..end]) ?? "" : "";

    /// <summary>What a notice or a credit says of use, beyond whose the copy is.</summary>
    static string LimitsOfNotice(string text) => text.Length == 0 || CopyrightFormula.Is(text)
        ? ""
        : Restrictions.PartFrom(text, text.Length).Terms;

    static IEnumerable<string> TextsOf(Picture picture) => picture.Withheld is null
        ? Captions.BlocksOf(picture.Caption)
            .Concat([picture.Headline, picture.Credit, picture.Source, picture.CopyrightNotice])
            .Concat(picture.Instructions.Split('\n')).Where(text => text.Length > 0)
        : [];

    static int LastAfter(ImmutableArray<Picture> pictures, int paragraph)
    {
        for (var i = pictures.Length - 1; i >= 0; i--)
        {
            if (pictures[i].After == paragraph && pictures[i].Withheld is null)
                return i;
        }
        return -1;
    }
}
