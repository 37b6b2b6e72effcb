using Writethru.Copy;
using Writethru.Copy.Datelines;
using Writethru.Formats.Printed;
using Writethru.Formats.Teleprinter;

namespace Writethru.Formats.PlainWire;

/// <summary>Gives every line of a dispatch its one place: head, then body, then what follows the end mark.</summary>
sealed class DispatchReader
{
    const int LongestNote = 20;

    readonly List<WireLine> _lines;
    readonly string _content;
    readonly RemarkBook _remarks;
    readonly StepCount _steps;
    readonly TakeBuilder _take;
    readonly int _headEnd;
    int _datelineAt;
    int _at;
    int _rests;
    bool _isEnded;
    bool _endsInNotebook;

    public DispatchReader(string content, List<WireLine> lines, RemarkBook remarks, StepCount steps)
    {
        (_content, _lines, _remarks, _steps) = (content, DispatchLines.PartEndMarks(lines), remarks, steps);
        _take = new TakeBuilder(remarks);
        _datelineAt = DispatchLines.FindDateline(_lines, steps, out _headEnd);
    }

    /// <summary>The take; null when it has more paragraphs or pictures than allowed.</summary>
    public Take? Read(int maxParts)
    {
        ReadHead();
        while (_at < _lines.Count && !_isEnded)
        {
            var line = _lines[_at++];
            _steps.Add(line.Text.Length);
            ReadBodyLine(line);
            if (_take.Parts > maxParts)
                return null;
        }
        if (_at < _lines.Count)
            KeepTail();
        return _take.Build();
    }

    void ReadHead()
    {
        while (_at < _lines.Count && _at != _datelineAt)
        {
            var line = _lines[_at];
            _steps.Add(line.Text.Length);
            if (_datelineAt < 0 && (_at >= _headEnd || LineMarks.EndsCopy(line.Text)))
                break;
            _at++;
            if (ReadPictureField(line) || HeadLines.Read(line, _take, _remarks) || ReadNote(line) || ReadHeadTerms(line)
                || EmbargoWords.OfHeadline(line.Text) is null && ReadPicture(line, inHead: true))
                continue;
            if (ReadBareNote(line) || ReadHeadline(line))
                continue;
            _at--;
            break;
        }
        if (_at == _datelineAt)
            ReadDateline(_lines[_at++]);
        else if (_at < _lines.Count && !LineMarks.EndsCopy(_lines[_at].Text))
            _remarks.Add(PlainRemarks.NoDateline, Severity.Note, _lines[_at].At,
                "No dateline before the first paragraph.");
    }

    void ReadDateline(WireLine line)
    {
        var found = DatelineGrammar.Find(line.Text)!;
        _take.Head = _take.Head with { Dateline = found.Dateline };
        if (found.Byline.Length > 0 && _take.Head.Byline.Length == 0)
            _take.Head = _take.Head with { Byline = found.Byline };
        var rest = line.Text[found.Length..];
        if (rest.Length == 0)
            return;
        if (EmbargoWords.OfCopy(rest) is { } embargo)
            _take.SetEmbargo(embargo, line.At, isLine: false);
        AddParagraph(line with { Text = rest });
    }

    bool ReadBareNote(WireLine line)
    {
        if (_at > _datelineAt || !AdvisoryWords.IsBare(line.Text))
            return false;
        _take.AddNote(line.Text, line.At);
        return true;
    }

    /// <summary>
    /// A line before the copy that is nothing else: the headline; without a dateline, only if it reads as one.
    /// </summary>
    bool ReadHeadline(WireLine line)
    {
        if (_datelineAt < 0 && (_take.Head.Headline.Length > 0 || BodyMarks.AreIn(line.Text) || !ReadsAsHeadline(line)))
            return false;
        if (IsSlugAboveHeadline(line.Text))
        {
            _take.Head = _take.Head with { Slug = line.Text };
            return true;
        }
        var hasLabel = SeriesLabels.TryPart(line.Text, out var series, out var rest) && _take.Head.Series.Length == 0;
        if (EmbargoWords.OfHeadline(line.Text) is { } embargo)
            _take.SetEmbargo(embargo, line.At, isLine: false);
        if (_take.Head.Headline.Length == 0 && !line.StartsWith("* "))
        {
            _take.Head = _take.Head with
            {
                Headline = hasLabel ? rest : line.Text,
                Series = hasLabel ? series : _take.Head.Series,
            };
            return true;
        }
        _take.Keep(ExtraNames.Header, line.Text);
        _remarks.Add(PlainRemarks.HeaderKept, Severity.Note, line.At,
            "A further line above the dateline: kept as a header.");
        return true;
    }

    /// <summary><c>Norland-strike</c> when the next line, still above the dateline, can be the headline.</summary>
    bool IsSlugAboveHeadline(string text)
    {
        if (_take.Head is not { Slug: "", Headline: "" } || _at >= _datelineAt || !Routing.IsSlug(text, words: 2))
            return false;
        var next = _lines[_at].Text;
        return next.Contains(' ') && LineMarks.Byline(next) is null && !AdvisoryWords.Opens(next)
            && !Labels.TryPart(next, out _, out _);
    }

    /// <summary>Short, no full stop, and either a label before it or copy after it.</summary>
    bool ReadsAsHeadline(WireLine line)
    {
        var hasLabel = SeriesLabels.TryPart(line.Text, out _, out _);
        if (line.Text.Length > 200 || LineMarks.EndsSentence(line.Text) && !hasLabel)
            return false;
        return hasLabel
            || _at < _lines.Count && !LineMarks.EndsCopy(_lines[_at].Text) && !LineMarks.IsContact(_lines[_at].Text);
    }

    void ReadBodyLine(WireLine line)
    {
        if (LineMarks.IsEndMark(line.Text) || TailLines.IsRule(line.Text) && _at == _lines.Count)
        {
            _take.Head = _take.Head with { EndMark = line.Text };
            _isEnded = true;
        }
        else if (TailLines.IsNotebook(line.Text))
        {
            (_isEnded, _endsInNotebook) = (true, true);
            _at--;
        }
        else if (TailLines.PartsStories(line.Text))
            ReadStoryHeadline();
        else if (TailLines.IsTableMark(line.Text))
            ReadMarkedTable(line);
        else if (TableLines.IsRow(line.Text))
            ReadTable(line);
        else if (!ReadPictureField(line))
            ReadPart(line);
    }

    /// <summary>
    /// Below a rule in a summary stands the headline of its next story, above that story's dateline: a sub-head.
    /// </summary>
    void ReadStoryHeadline()
    {
        if (_at + 1 >= _lines.Count || DatelineGrammar.Find(_lines[_at].Text) is not null
            || DatelineGrammar.Find(_lines[_at + 1].Text) is null || LineMarks.EndsSentence(_lines[_at].Text))
            return;
        _steps.Add(_lines[_at].Text.Length);
        _take.AddSubhead(_lines[_at++].Text);
    }

    /// <summary>
    /// The lines between two marks of a table, as the sender set their columns; a mark alone is passed over.
    /// </summary>
    void ReadMarkedTable(WireLine mark)
    {
        var end = _lines.FindIndex(_at, line => TailLines.IsTableMark(line.Text));
        if (end <= _at)
            return;
        var start = _lines[_at].At;
        var text = _content[(_content.AsSpan(0, start).LastIndexOfAny('\r', '\n') + 1).._lines[end].At];
        _steps.Add(text.Length);
        _take.Add(FiledTable.Between(text.ReplaceLineEndings("\n").Split('\n')));
        _at = end + 1;
        _remarks.Add(PlainRemarks.Table, Severity.Note, mark.At,
            "Lines between the marks of a table: kept as columns.");
    }

    bool ReadPictureField(WireLine line)
    {
        if (!PictureFields.TryPart(line.Text, out var label, out var value))
            return false;
        if (_take.AddToPicture(label, value))
            return true;
        _take.Keep(ExtraNames.Header, line.Text);
        _remarks.Add(PlainRemarks.LabelUnreadable, Severity.Warning, line.At,
            $"'{label}' without a picture above it, or with a value that does not fit it: kept as a header.");
        return true;
    }

    /// <summary>
    /// Rows with no empty line between them are one paragraph; words in them that bind, bind the item.
    /// </summary>
    void ReadTable(WireLine first)
    {
        var from = _at - 1;
        while (_at < _lines.Count && !_lines[_at].AfterBlank && TableLines.IsRow(_lines[_at].Text))
            _steps.Add(_lines[_at++].Text.Length);
        var rows = _lines.GetRange(from, _at - from);
        foreach (var row in rows)
        {
            if (EmbargoWords.OfLine(row.Text.Trim('|', ' ')) is { } embargo)
                _take.SetEmbargo(embargo, row.At, isLine: false);
        }
        var table = TableLines.Read(rows.Select(row => row.Text));
        _take.Add(string.IsNullOrWhiteSpace(table.ToText()) ? new Paragraph(first.Text) : Paragraph.Of(table));
    }

    void ReadPart(WireLine line)
    {
        if (LineMarks.IsContact(line.Text))
        {
            if (_take.Head.Contact.Length > 0)
                _take.KeepSecond("contact", line.Text, line.At, "contact");
            else
                _take.Head = _take.Head with { Contact = line.Text };
        }
        else if (TailLines.IsClosing(line.Text))
            _take.Keep(new Note(NoteRoles.Closing, line.Text));
        else if (Labels.TryPart(line.Text, out var label, out var value) && label == Labels.Keywords
            && _take.Head.Keywords.IsEmpty && !value.Any(char.IsLower))
            TakeFields.Find(label)!.Read(_take.Draft, value);
        else if (TailLines.IsCopyright(line.Text) && _take.Head.CopyrightNotice.Length == 0)
            _take.Head = _take.Head with { CopyrightNotice = line.Text };
        else if (EmbargoWords.OfLine(line.Text) is { } embargo)
            _take.SetEmbargo(embargo, line.At, isLine: true);
        else if (StatusWords.Read(line.Text) is { } status && !AdvisoryWords.Opens(line.Text))
            ReadStop(line, status);
        else if (LineMarks.IsSignOff(line.Text))
            _take.Keep(ExtraNames.SignOff, line.Text);
        else if (TailLines.IsSent(line.Text) || TailLines.IsRule(line.Text))
            _take.Keep(ExtraNames.Trailer, line.Text);
        else if (Captions.IsBareCredit(line.Text) && !AdvisoryWords.Opens(line.Text))
            _take.Keep(ExtraNames.SignOff, line.Text);
        else if (Captions.IsPhotoNumber(line.Text))
            _take.Keep(new Note("", line.Text));
        else if (!ReadNote(line) && !ReadTerms(line) && !ReadPicture(line, inHead: false))
            ReadParagraph(line);
    }

    /// <summary>Before the copy a notice; in it copy, of which is settled for all formats alike what it does.</summary>
    void ReadStop(WireLine line, TakeStatus status)
    {
        if (_take.Paragraphs > 0)
        {
            ReadParagraph(line);
            return;
        }
        _take.SetStatus(status, line.At);
        _take.Keep(new Note("", line.Text));
    }

    /// <summary>A line that only limits use binds the picture right above it; elsewhere, the whole item.</summary>
    bool ReadTerms(WireLine line)
    {
        if (Restrictions.Instruction(line.Text) is not { } terms)
            return false;
        var ofPicture = _take.AddTerms(terms);
        _remarks.Add(PlainRemarks.TermsAlone, Severity.Note, line.At, ofPicture
            ? "A line that only limits use: taken for terms of the picture above it."
            : "A line that only limits use, not below a picture: taken for terms of the whole item.");
        return true;
    }

    /// <summary>Above the copy only where it is no headline, or behind a picture.</summary>
    bool ReadHeadTerms(WireLine line) =>
        (_take.FollowsPicture || Restrictions.OfHeading(line.Text) is not null) && ReadTerms(line);

    void AddParagraph(WireLine line) => _take.Add(new Paragraph(line.Text));

    /// <summary>A paragraph that opens with an embargo stays copy: the words behind it may be.</summary>
    void ReadParagraph(WireLine line)
    {
        if ((EmbargoWords.OfCopy(line.Text) ?? EmbargoWords.OfHeadline(line.Text)) is { } embargo)
            _take.SetEmbargo(embargo, line.At, isLine: false);
        if (!BodyMarks.TrySubhead(line.Text, out var subhead) && !IsEmbeddedSlug(line.Text, out subhead))
        {
            _take.Add(BodyMarks.ToParagraph(line.Text));
            return;
        }
        _take.AddSubhead(subhead);
        _remarks.Add(PlainRemarks.SubheadByShape, Severity.Note, line.At,
            "A line between two dashes, or a slug in the copy: taken for a sub-head, which has no number.");
    }

    /// <summary>The slugs between the stories of a summary of AFP.</summary>
    bool IsEmbeddedSlug(string text, out string slug)
    {
        slug = text;
        return _take.Head.Dateline?.Agency == "AFP" && Routing.IsSlug(text, words: 2);
    }

    bool ReadPicture(WireLine line, bool inHead)
    {
        if (Withheld.TryRead(line.Text, out var reason))
        {
            _take.Add(new Picture { After = _take.Paragraphs, Withheld = reason });
            return true;
        }
        if (Captions.Read(line.Text, _take.Paragraphs, out var byShape) is not { } picture || inHead && byShape)
            return false;
        if (_take.AddOrphan(picture))
            return true;
        _take.Add(picture);
        if (byShape)
        {
            _remarks.Add(PlainRemarks.CaptionByShape, Severity.Note, line.At,
                picture.Credit.Length > 0
                    ? $"Taken for a caption because '({picture.Credit})' ends it."
                    : "Taken for a caption because it limits use.");
        }
        return true;
    }

    /// <summary>Reads a note to editors, over several lines when its bracket or slashes close on a later one.</summary>
    bool ReadNote(WireLine line)
    {
        if (!AdvisoryWords.Opens(line.Text))
            return false;
        var last = Math.Min(_lines.Count, _at + LongestNote);
        if (_at <= _datelineAt)
            last = Math.Min(last, _datelineAt);
        var next = TokenLine(_at, last);
        var note = new NoteScanner(string.Join(' ', _lines[(_at - 1)..next].Select(part => part.Text)));
        while (!note.IsClosed && next < last)
            note.Append(_lines[next++].Text);
        _steps.Add(note.Length);
        if (note.IsClosed)
        {
            _at = next;
            _take.AddNote(note.Text, line.At);
            ReadRest(line, note.Rest);
            return true;
        }
        _remarks.Add(PlainRemarks.AdvisoryOpen, Severity.Warning, line.At,
            "A note to editors that nothing closes: expected ')' or '///'; taken to the end of its line.");
        _take.AddNote(line.Text, line.At);
        return true;
    }

    /// <summary>
    /// The line of tokens that ends a note of AP, when one follows with no empty line between; else where it was.
    /// </summary>
    int TokenLine(int at, int last)
    {
        if (!_lines[at - 1].Text.StartsWith("Eds", StringComparison.OrdinalIgnoreCase))
            return at;
        for (var i = at; i < last && !_lines[i].AfterBlank; i++)
        {
            _steps.Add(2);
            if (Routing.IsToken(_lines[i].Text))
                return i;
        }
        return at;
    }

    /// <summary>
    /// Copy behind a note on the same line is a line of its own; twice at most, so that no line is read often.
    /// </summary>
    void ReadRest(WireLine line, string rest)
    {
        if (rest.Length == 0)
        {
            _rests = 0;
            return;
        }
        if (_rests++ == 2)
        {
            _rests = 0;
            AddParagraph(line with { Text = rest });
            return;
        }
        _lines[--_at] = line with { Text = rest, AfterBlank = false };
        if ((_datelineAt < 0 || _at < _datelineAt) && _take.Paragraphs == 0 && DatelineGrammar.Find(rest) is not null)
            _datelineAt = _at;
    }

    void KeepTail()
    {
        var from = _lines[_at].At;
        _endsInNotebook |= TailLines.IsNotebook(_lines[_at].Text);
        var looksLikeAnother = _lines.Skip(_at).Take(DispatchLines.HeadReach).Any(line =>
            line.StartsWith("(ATTN") || DatelineGrammar.Find(line.Text) is not null);
        _remarks.Add(PlainRemarks.TextAfterEnd, looksLikeAnother ? Severity.Warning : Severity.Note, from,
            looksLikeAnother
                ? "Text after the end mark that looks like another dispatch: expected one an item; kept as trailer."
                : _endsInNotebook
                    ? "A notebook for editors: kept apart, never part of the copy."
                    : "Text after the end mark: kept, not part of the copy.");
        var tail = _content[from..].TrimEnd(' ', '\r', '\n', '\t');
        if (_endsInNotebook)
            _take.Keep(new Note(NoteRoles.Notebook, tail, IsPublic: false));
        else
            _take.Keep(ExtraNames.Trailer, tail);
    }
}
