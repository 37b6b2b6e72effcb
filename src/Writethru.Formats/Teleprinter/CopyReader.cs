using Writethru.Copy;
using Writethru.Copy.Datelines;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Teleprinter;

/// <summary>Gives every block of a message's text its one place: paragraph, list, table, picture, note, mark.</summary>
/// <remarks>Blocks are read one by one and do not depend on each other, but for terms that bind the picture
/// above.</remarks>
/// <param name="take">Where the parts go.</param>
/// <param name="width">Columns to which the message was wrapped.</param>
/// <param name="isTabular">Whether the header says that lines stand as they are, as tables do.</param>
sealed class CopyReader(TakeParts take, int width, bool isTabular = false)
{
    /// <summary>How many blocks are looked at for a dateline.</summary>
    const int DatelineReach = 40;

    /// <summary>How many paragraphs may stand before the one with the dateline: a teaser has no more.</summary>
    const int MostTeasers = 2;

    /// <summary>Reads the blocks; false when there are more parts than allowed.</summary>
    public bool Read(IReadOnlyList<CopyBlock> blocks, int mostParts)
    {
        var dateline = FindDateline(blocks);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (i == dateline)
                ReadDateline(blocks[i]);
            else
                ReadBlock(blocks[i], isTeaser: i < dateline);
            if (take.Parts > mostParts)
                return false;
        }
        return true;
    }

    int FindDateline(IReadOnlyList<CopyBlock> blocks)
    {
        var teasers = 0;
        for (var i = 0; i < Math.Min(blocks.Count, DatelineReach) && teasers <= MostTeasers; i++)
        {
            if (StartsWithDateline(blocks[i]))
                return i;
            teasers += IsPlain(blocks[i]) ? 1 : 0;
        }
        return -1;
    }

    bool StartsWithDateline(CopyBlock block)
    {
        var text = block.First.Text;
        if (CopyLabels.IsGuarded(text) || CopyLabels.At(text).Length > 0 || ListItems.IsBullet(text)
            || AdvisoryWords.Opens(text) || EmbargoWords.OfLine(text) is not null)
            return false;
        return DatelineGrammar.Find(OpeningOf(block)) is not null && ColumnTable.Read(block.Lines) is null;
    }

    bool IsPlain(CopyBlock block) => CopyLabels.At(block.First.Text).Length == 0
        && !Binds(LineJoiner.Join(block.Lines, width));

    /// <summary>Enough of the block to hold a dateline that was broken in two.</summary>
    string OpeningOf(CopyBlock block) => LineJoiner.Join([.. block.Lines.Take(3)], width);

    void ReadDateline(CopyBlock block)
    {
        var text = LineJoiner.Join(block.Lines, width);
        if (DatelineGrammar.Find(text) is not { } found)
        {
            ReadProse(block, text);
            return;
        }
        take.Head = take.Head with { Dateline = found.Dateline };
        if (found.Byline.Length > 0 && take.Head.Byline.Length == 0)
            take.Head = take.Head with { Byline = found.Byline };
        var rest = text[found.Length..];
        if (rest.Length == 0)
            return;
        NoteEmbargoOf(rest, block.At);
        take.Add(new Paragraph(rest));
    }

    void ReadBlock(CopyBlock block, bool isTeaser)
    {
        if (block.Lines.Any(line => TailLines.IsTableMark(line.Text)))
        {
            List<CopyLine> lines = [.. block.Lines.Where(line => !TailLines.IsTableMark(line.Text))];
            if (lines.Count == 0)
                return;
            block = new CopyBlock(lines);
        }
        if (CopyLabels.IsGuarded(block.First.Text))
        {
            take.Add(new Paragraph(LineJoiner.Join([block.First.From(1), .. block.Lines.Skip(1)], width)));
            return;
        }
        if (ReadMarked(block) || ListItems.Read(block, take, width, ReadItem) || ReadColumns(block))
            return;
        foreach (var part in BoundParts(block))
            ReadText(part, isTeaser);
    }

    /// <summary>
    /// Where the sender broke the lines and one of them is a caption, a notice or terms, each stands for itself: none
    /// may hide inside a paragraph. A credit or terms alone belong to the line above them.
    /// </summary>
    List<CopyBlock> BoundParts(CopyBlock block)
    {
        List<List<CopyLine>> parts = [[block.First]];
        for (var i = 1; i < block.Lines.Count; i++)
        {
            if (LineJoiner.Between(block.Lines[i - 1], block.Lines[i], width) == "\n")
                parts.Add([]);
            parts[^1].Add(block.Lines[i]);
        }
        if (parts.Count == 1 || !parts.Any(part => Binds(LineJoiner.Join(part, width))))
            return [block];
        for (var i = parts.Count - 1; i > 0; i--)
        {
            if (!IsCaptionEnd(LineJoiner.Join(parts[i], width)))
                continue;
            parts[i - 1].AddRange(parts[i]);
            parts.RemoveAt(i);
        }
        return [.. parts.Select(part => new CopyBlock(part))];
    }

    static bool IsCaptionEnd(string text) => Restrictions.Alone(text) is not null
        || Captions.Read(text, 0, out _) is { Caption: "" };

    static bool IsNotice(string text) => EmbargoWords.OfLine(text) is not null || StatusWords.Read(text) is not null;

    static bool Binds(string text) => IsNotice(text)
        || Restrictions.Alone(text) is not null || Captions.Read(text, 0, out _) is not null
        || Withheld.TryRead(text, out _) || CopyLabels.At(text).Length > 0;

    /// <summary>Blocks that their first line marks: sub-heads and our own labels.</summary>
    bool ReadMarked(CopyBlock block)
    {
        var text = block.First.Text;
        var level = text.AsSpan().IndexOfAnyExcept('#');
        if (level is >= 1 and <= 6 && text[level] == ' ')
        {
            take.Add(new Subhead(level, LineJoiner.Join(
                [block.First.From(level), .. block.Lines.Skip(1)], width).Replace('\n', ' ')));
            return true;
        }
        var label = CopyLabels.At(text);
        if (label.Length == 0)
            return false;
        ReadLabel(label, LineJoiner.Join([block.First.From(label.Length), .. block.Lines.Skip(1)], width));
        return true;
    }

    void ReadLabel(string label, string text)
    {
        switch (label)
        {
            case CopyLabels.Picture:
                take.Add(new Picture { Caption = text, Source = PictureSource.In(text) });
                break;
            case CopyLabels.PictureCredit when take.ChangePicture(picture => picture with { Credit = text }):
                break;
            case CopyLabels.PictureTerms when text.Length > 0:
                take.AddTerms(text);
                break;
            case CopyLabels.UsageTerms when text.Length > 0:
                take.AddItemTerms(text);
                break;
            case CopyLabels.CreditLine when take.Head.CreditLine.Length == 0:
                take.Head = take.Head with { CreditLine = text };
                break;
            case CopyLabels.Dateline when take.Head.Dateline is null:
                take.Head = take.Head with { Dateline = new Dateline { Text = text, Places = [text] } };
                break;
            default:
                take.Add(new Note("", $"{label} {text}"));
                break;
        }
    }

    /// <summary>An item of a list is a paragraph, unless what it says binds.</summary>
    void ReadItem(Paragraph item, CopyLine line)
    {
        if (CopyLabels.IsGuarded(item.Text))
            take.Add(item with { Text = item.Text[1..].TrimStart(' ') });
        else if (Binds(item.Text))
            ReadText(new CopyBlock([line with { Text = item.Text }]), isTeaser: false);
        else
            take.Add(item);
    }

    bool ReadColumns(CopyBlock block)
    {
        if (ColumnTable.Read(block.Lines) is { } table)
            take.Add(Paragraph.Of(table));
        else if (block.Lines.Count > 1 && (isTabular && block.First.Indent < 3
            || block.Lines.Count(line => ColumnTable.HasGutter(line.Text)) * 2 >= block.Lines.Count))
            take.Add(Preformatted(block));
        else
            return false;
        take.Remarks.Add(TeleprinterRemarks.Columns, Severity.Note, block.At,
            "Lines that form columns: kept as such, not joined.");
        return true;
    }

    /// <summary>The lines with what they are indented against each other.</summary>
    static Paragraph Preformatted(CopyBlock block)
    {
        var least = block.Lines.Min(line => line.Indent);
        return new Paragraph(string.Join('\n', block.Lines.Select(line =>
            new string(' ', Math.Min(line.Indent - least, TextColumns.Most)) + line.Text)))
        {
            Kind = ParagraphKind.Preformatted,
        };
    }

    void ReadText(CopyBlock block, bool isTeaser)
    {
        var text = LineJoiner.Join(block.Lines, width);
        if (Withheld.TryRead(text, out var reason))
            take.Add(new Picture { Withheld = reason });
        else if (!ReadTail(text, block.At) && !ReadNotice(text, block.At) && !ReadPicture(text, block.At))
        {
            if (isTeaser && take.Paragraphs == 0)
                ReadTeaser(text, block.At);
            else
                ReadProse(block, text);
        }
    }

    bool ReadTail(string text, int at)
    {
        if (TailLines.PartsStories(text))
            return true;
        if (LineMarks.IsEndMark(text) || TailLines.IsRule(text))
        {
            if (take.Head.EndMark.Length > 0)
                take.KeepSecond(ExtraNames.Trailer, text, at, "end mark");
            else
                take.Head = take.Head with { EndMark = text };
        }
        else if (LineMarks.IsContact(text))
        {
            if (take.Head.Contact.Length > 0)
                take.KeepSecond("contact", text, at, "contact");
            else
                take.Head = take.Head with { Contact = text };
        }
        else if (IsNotice(text))
            return false;
        else if (LineMarks.IsSignOff(text) || TailLines.IsSent(text)
            || Captions.IsBareCredit(text) && !AdvisoryWords.Opens(text))
            take.Keep(ExtraNames.SignOff, text);
        else if (Captions.IsPhotoNumber(text))
            take.Add(new Note("", text));
        else
            return false;
        return true;
    }

    bool ReadNotice(string text, int at)
    {
        if (EmbargoWords.OfLine(text) is { } embargo)
            take.SetEmbargo(embargo, at);
        else if (AdvisoryWords.Opens(text))
            ReadNote(new NoteScanner(text), at);
        else if (StatusWords.Read(text) is { } status)
        {
            // In the copy it is copy: what it does there is settled for all formats alike.
            if (take.Paragraphs > 0)
                return false;
            take.SetStatus(status, at);
            take.Add(new Note("", text));
        }
        else if (Restrictions.Instruction(text) is { } terms)
        {
            var ofPicture = take.AddTerms(terms);
            take.Remarks.Add(TeleprinterRemarks.TermsAlone, Severity.Note, at, ofPicture
                ? "A line that only limits use: taken for terms of the picture above it."
                : "A line that only limits use, not below a picture: taken for terms of the whole item.");
        }
        else
            return false;
        return true;
    }

    /// <summary>Copy behind a note in the same paragraph stays copy.</summary>
    void ReadNote(NoteScanner note, int at)
    {
        take.AddNote(note.Text, at);
        if (note.Rest.Length == 0)
            return;
        NoteEmbargoOf(note.Rest, at);
        take.Add(new Paragraph(note.Rest));
    }

    bool ReadPicture(string text, int at)
    {
        if (Captions.Read(text.Replace('\n', ' '), take.Paragraphs, out var byShape) is not { } picture)
            return false;
        if (picture is { Caption: "", UsageTerms: { } terms } && take.FollowsPicture)
        {
            take.AddTerms(terms.Text);
            take.ChangePicture(above => above.Credit.Length == 0 ? above with { Credit = picture.Credit } : above);
            return true;
        }
        take.Add(picture);
        if (byShape)
        {
            take.Remarks.Add(TeleprinterRemarks.CaptionByShape, Severity.Note, at,
                "Taken for a caption because of the bracket that ends it, or because it limits use.");
        }
        return true;
    }

    void ReadTeaser(string text, int at)
    {
        if (take.Head.Byline.Length == 0 && LineMarks.Byline(text) is { } byline)
        {
            take.Head = take.Head with { Byline = byline };
            return;
        }
        take.Head = take.Head with { Descriptions = take.Head.Descriptions.Add(new Labelled("teaser", text)) };
        take.Remarks.Add(TeleprinterRemarks.Teaser, Severity.Note, at,
            "A paragraph before the one with the dateline: taken for a teaser.");
    }

    /// <summary>A paragraph that opens with an embargo stays copy: the words behind it may be.</summary>
    void ReadProse(CopyBlock block, string text)
    {
        NoteEmbargoOf(text, block.At);
        take.Add(new Paragraph(text));
    }

    void NoteEmbargoOf(string text, int at)
    {
        if ((EmbargoWords.OfCopy(text) ?? EmbargoWords.OfHeadline(text)) is { } embargo)
            take.SetEmbargo(embargo, at);
    }
}
