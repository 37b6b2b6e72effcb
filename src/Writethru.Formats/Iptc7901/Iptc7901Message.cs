using System.Globalization;
using Writethru.Copy;
using Writethru.Copy.Datelines;
using Writethru.Formats.Printed;
using Writethru.Formats.Teleprinter;

namespace Writethru.Formats.Iptc7901;

/// <summary>Reads one message: header, keywords, heading, text, trailer.</summary>
sealed class Iptc7901Message(string content, MessageFrame frame, ReadOptions options, RemarkBook remarks)
{
    /// <summary>Columns of a heading's line before <c> =</c>.</summary>
    const int HeadingWidth = TextColumns.Most - 2;

    const int MostKeywordLines = 6;

    /// <summary>A heading that nothing ends is not looked for any further.</summary>
    const int MostOpenLines = 60;

    /// <summary>How far a heading goes on behind an empty line, in lines.</summary>
    const int MostParted = 8;
    const int MostWords = 9_999_999;

    readonly TakeParts _take = new(remarks);
    Iptc7901Header? _header;
    ProviderProfile? _profile;

    /// <summary>Reads the message; false when it has more parts than allowed.</summary>
    /// <param name="take">The take; null when the message has no copy.</param>
    public bool Read(out Take? take)
    {
        take = null;
        var (stx, etx) = MessageText.Marks(content, frame, Strict, remarks);
        var head = CopyText.Lines(content, frame.Start, stx >= 0 ? stx : etx >= 0 ? etx : frame.End, out _);
        List<CopyLine> rest = stx < 0 ? [] : CopyText.Lines(content, stx + 1, etx >= 0 ? etx : frame.End, out _);
        rest.InsertRange(0, head.Skip(ReadHeader(head)));
        if (EmbargoWords.OfSlug(_take.Head.Slug) is { } advance)
            _take.SetEmbargo(advance, frame.Start);
        var trailer = etx >= 0 ? CopyText.Lines(content, etx + 1, frame.End, out _) : [];
        MessageText.NoteControls(remarks, content, frame, null);
        var body = ReadHeading(rest);
        if (etx < 0)
            trailer = PartTrailer(body);
        if (!ReadCopy(body))
            return false;
        ReadTrailer(trailer);
        MessageText.RingBells(_take, content, frame, remarks);
        NoteLongLines(rest);
        var read = _take.Build();
        if (MessageText.HoldsCopy(read))
            take = MessageText.WithheldIfCut(read, frame, etx >= 0 || trailer.Count > 0, remarks);
        else
            remarks.Add(TeleprinterRemarks.Empty, Severity.Warning, frame.Start,
                "A message without text: passed over.");
        return true;
    }

    Severity Strict(Severity otherwise) => options.IsStrict ? Severity.Error : otherwise;

    /// <summary>Reads header and keywords; returns how many lines they took.</summary>
    int ReadHeader(List<CopyLine> lines)
    {
        var at = lines.FindIndex(line => !line.IsBlank);
        if (at < 0)
            return lines.Count;
        _header = Iptc7901Header.Read(lines[at].Text);
        if (_header is null)
        {
            remarks.Add(TeleprinterRemarks.NoHeader, Strict(Severity.Warning), lines[at].At,
                "No header: expected service and number, a digit, a category, the words and the agency.");
            return at;
        }
        SetHeader(_header, lines[at].At);
        return ReadKeywords(lines, at + 1);
    }

    void SetHeader(Iptc7901Header header, int at)
    {
        _profile = MessageText.ProfileOf(options, header.Agency, header.Agency.Split('-')[0]);
        var head = _take.Head with
        {
            Sequence = header.Sequence,
            Urgency = header.Priority > 0 ? header.Priority : null,
            Provider = header.Agency,
        };
        if (header.Category.Length > 0)
        {
            var name = _profile?.Categories.GetValueOrDefault(header.Category) ?? "";
            head = head with { Subjects = [new Concept(Schemes.Category, header.Category, name)] };
        }
        if (header.Words.Length > 0)
        {
            if (int.TryParse(header.Words, NumberStyles.None, CultureInfo.InvariantCulture,
                out var words) && words <= MostWords)
                head = head with { WordCount = words };
            else
                KeepField("header/words", header.Words, at);
        }
        _take.Head = head;
        if (header.Category.Length > 3)
            KeepField("header/category", header.Category, at);
        if (header.Options.Length > 0)
            _take.Keep("header/options", header.Options);
        if (header.AgencyNumber.Length > 0 && !header.Sequence.EndsWith(header.AgencyNumber, StringComparison.Ordinal))
            _take.Keep("header/agencyNumber", header.AgencyNumber);
    }

    void KeepField(string name, string value, int at)
    {
        _take.Keep(name, value);
        remarks.Add(TeleprinterRemarks.HeaderField, Strict(Severity.Warning), at,
            $"'{name}' does not fit its place in the header: kept as it came.");
    }

    /// <summary>Lines up to the one that ends in a stroke; without such a line there are no keywords.</summary>
    int ReadKeywords(List<CopyLine> lines, int from)
    {
        var first = lines.FindIndex(from, line => !line.IsBlank);
        if (first < 0)
            return lines.Count;
        for (var i = first; i < Math.Min(lines.Count, first + MostKeywordLines) && !lines[i].IsBlank; i++)
        {
            if (!lines[i].Text.EndsWith('/'))
                continue;
            var slug = LineJoiner.Join(lines[first..(i + 1)], TextColumns.Most).Replace('\n', ' ');
            _take.Head = _take.Head with { Slug = slug[..^1].TrimEnd(' ') };
            return i + 1;
        }
        if (content.AsSpan(frame.Start, frame.End - frame.Start).IndexOf(ControlBytes.Stx) < 0)
            return from;
        var end = lines.FindIndex(first, line => line.IsBlank);
        end = Math.Min(end < 0 ? lines.Count : end, first + MostKeywordLines);
        _take.Head = _take.Head with { Slug = LineJoiner.Join(lines[first..end], TextColumns.Most).Replace('\n', ' ') };
        remarks.Add(Iptc7901Remarks.KeywordsOpen, Strict(Severity.Note), lines[first].At,
            "Keywords without the stroke that ends them: the lines before STX were taken for them.");
        return end;
    }

    /// <summary>Reads the heading; returns the lines behind it.</summary>
    List<CopyLine> ReadHeading(List<CopyLine> lines)
    {
        var start = lines.FindIndex(line => !line.IsBlank);
        if (start < 0)
            return [];
        var end = start;
        while (end < lines.Count && !lines[end].IsBlank && !EndsHeading(lines[end].Text))
            end++;
        if (LaterEnd(lines, end) is { } later)
            end = later;
        var isClosed = end < lines.Count && EndsHeading(lines[end].Text);
        if (!isClosed)
        {
            remarks.Add(Iptc7901Remarks.HeadingOpen, Strict(Severity.Warning), lines[start].At,
                "A heading that no ' =' ends: ended at the first empty line.");
            if (DatelineGrammar.Find(lines[start].Text) is not null || end - start >= MostOpenLines)
                return lines;
        }
        var heading = lines[start..(isClosed ? end + 1 : end)];
        if (isClosed)
            heading[^1] = heading[^1] with { Text = heading[^1].Text[..^1].TrimEnd(' ') };
        var rest = lines[(isClosed ? end + 1 : end)..];
        var reader = new HeadingReader(_take);
        foreach (var line in Joined(heading))
            reader.Read(line);
        if (!reader.HasHeadline && _take.Head.Series.Length > 0 && DatelineIn(rest) is > 0 and var copy)
        {
            foreach (var line in Joined(rest[..copy]))
                reader.Read(line);
            rest = rest[copy..];
        }
        reader.Finish();
        return rest;
    }

    /// <summary>The end of a heading that empty lines part, above the dateline; null when it has none.</summary>
    static int? LaterEnd(List<CopyLine> lines, int from)
    {
        for (var i = from; i < Math.Min(lines.Count, from + MostParted); i++)
        {
            if (EndsHeading(lines[i].Text))
                return i;
            if (!lines[i].IsBlank && DatelineGrammar.Find(lines[i].Text) is not null)
                return null;
        }
        return null;
    }

    /// <summary>
    /// Where the dateline stands below a label alone, whose headline and byline are blocks of their own; -1 when it
    /// does not stand near.
    /// </summary>
    static int DatelineIn(List<CopyLine> lines)
    {
        for (var i = 0; i < Math.Min(lines.Count, MostParted); i++)
        {
            if (lines[i].IsBlank)
                continue;
            if (DatelineGrammar.Find(lines[i].Text) is not null)
                return i;
            if (Withheld.TryRead(lines[i].Text, out _) || CopyLabels.At(lines[i].Text).Length > 0
                || LineMarks.EndsSentence(lines[i].Text) || lines[i].Text[0] is '#' or '(')
                return -1;
        }
        return -1;
    }

    static bool EndsHeading(string text) => text == "=" || text.EndsWith(" =", StringComparison.Ordinal);

    /// <summary>
    /// Wrapped lines together: an open bracket goes on, and so does a line into which the next word did not fit.
    /// </summary>
    static IEnumerable<CopyLine> Joined(List<CopyLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsBlank)
                continue;
            var first = lines[i];
            var text = new System.Text.StringBuilder(first.Text);
            var depth = Depth(first.Text);
            while (i + 1 < lines.Count && !lines[i + 1].IsBlank
                && (first.Text[0] == '(' ? depth > 0 : !StartsAlone(lines[i + 1].Text))
                && (first.Text[0] == '(' || LineJoiner.Between(lines[i], lines[i + 1], HeadingWidth) != "\n"))
            {
                var between = LineJoiner.Between(lines[i], lines[i + 1], HeadingWidth);
                text.Append(between == "\n" ? " " : between).Append(lines[++i].Text);
                depth += Depth(lines[i].Text);
            }
            yield return first with { Text = text.ToString() };
        }
    }

    static int Depth(string text) => text.Count(c => c == '(') - text.Count(c => c == ')');

    static bool StartsAlone(string text) => text[0] == '(' || CopyLabels.IsGuarded(text)
        || LineMarks.Byline(text) is not null || TakeKeys.OfLine(text) is not null;

    /// <summary>Without an ETX, the last line may be the trailer.</summary>
    static List<CopyLine> PartTrailer(List<CopyLine> body)
    {
        var last = MessageText.LastBeforeReference(body);
        if (last < 0 || TrailerTime.Read(body[last].Text, "") is null)
            return [];
        var trailer = body[last..];
        body.RemoveRange(last, body.Count - last);
        return trailer;
    }

    bool ReadCopy(List<CopyLine> lines)
    {
        var blocks = CopyBlock.Split(lines, indentOpens: false);
        var closing = PartClosing(blocks);
        var end = CopyTail.Find(blocks);
        var copy = end < 0 ? blocks : blocks[..end];
        var width = LineJoiner.WidthOf(copy.SelectMany(block => block.Lines));
        if (!new CopyReader(_take, width).Read(copy, options.MaxParagraphs))
            return false;
        if (end >= 0)
            Notebook.Read(_take, lines, blocks[end].At, closing?.At ?? int.MaxValue);
        if (closing is { } line)
            _take.Add(new Note(NoteRoles.Closing, line.Text, IsPublic: false));
        return _take.Parts <= options.MaxParagraphs;
    }

    /// <summary>Initials and routing that close the copy: <c>dpa abc yydd n1 sku</c>.</summary>
    static CopyLine? PartClosing(List<CopyBlock> blocks)
    {
        if (blocks is not [.., { Lines: [var line] }] || line.Text.Length > 40)
            return null;
        var words = line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 7 || !words[0].All(char.IsAsciiLetterLower)
            || !words.All(word => word.Length <= 5 && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
            || !words.Any(word => word.Length is 2 or 3 && char.IsAsciiLetter(word[0]) && char.IsAsciiDigit(word[1])))
            return null;
        blocks.RemoveAt(blocks.Count - 1);
        return line;
    }

    void ReadTrailer(List<CopyLine> lines)
    {
        var first = lines.FindIndex(line => !line.IsBlank);
        if (first < 0)
        {
            remarks.Add(TeleprinterRemarks.TrailerTime, Strict(Severity.Note), frame.Start,
                "No trailer: no date of the message.");
            return;
        }
        _profile ??= MessageText.ProfileOf(options, _take.Head.Dateline?.Agency);
        if (TrailerTime.Read(lines[first].Text, _profile?.Zone ?? "") is { } time)
        {
            _take.Head = _take.Head with { VersionCreated = time };
            if (time.At is null)
            {
                remarks.Add(TeleprinterRemarks.TrailerTime, Severity.Warning, lines[first].At,
                    "A trailer's time without GMT or a known zone, or no such minute: kept as words, no instant.");
            }
            first++;
        }
        else
        {
            remarks.Add(TeleprinterRemarks.TrailerTime, Strict(Severity.Warning), lines[first].At,
                "A trailer that is no date: expected ddHHMM GMT Mon yy.");
        }
        MessageText.ReadRest(_take, lines, first);
    }

    /// <summary>Bells announce copy that cannot wait.</summary>
    void NoteLongLines(List<CopyLine> lines)
    {
        foreach (var line in lines)
        {
            var length = Math.Min(line.Indent + line.Text.Length, line.Columns);
            if (length > TextColumns.Most)
            {
                remarks.Add(Iptc7901Remarks.LineTooLong, Strict(Severity.Note), line.At,
                    $"A line of {length} characters: expected {TextColumns.Most} at most.");
                return;
            }
        }
    }
}
