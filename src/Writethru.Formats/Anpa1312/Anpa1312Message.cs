using System.Globalization;
using Writethru.Copy;
using Writethru.Formats.Printed;
using Writethru.Formats.Teleprinter;

namespace Writethru.Formats.Anpa1312;

/// <summary>Reads one message: two header lines, keyword line, heading, text, trailer.</summary>
sealed class Anpa1312Message(string content, MessageFrame frame, ReadOptions options, RemarkBook remarks)
{
    const int MostWords = 9_999_999;

    static readonly System.Buffers.SearchValues<char> _idle = System.Buffers.SearchValues.Create(" \t\u0016\0\u007F\f");

    readonly TakeParts _take = new(remarks);
    Anpa1312Header _header = new();
    ProviderProfile? _profile;

    /// <summary>Reads the message; false when it has more parts than allowed.</summary>
    /// <param name="take">The take; null when the message has no copy.</param>
    public bool Read(out Take? take)
    {
        take = null;
        var (stx, etx) = MessageText.Marks(content, frame, Strict, remarks);
        var start = ReadHeader(stx >= 0 ? stx : etx >= 0 ? etx : frame.End);
        var end = etx >= 0 ? etx : frame.End;
        var lines = Anpa1312Text.Lines(content, stx >= 0 ? stx + 1 : start, Math.Max(end, start), _header.IsTabular);
        MessageText.NoteControls(remarks, content, frame, Anpa1312Text.Signs);
        var trailer = etx >= 0 ? CopyText.Lines(content, etx + 1, frame.End, out _) : PartTrailer(lines);
        ReadTrailer(trailer);
        var body = ReadHeading(lines);
        KeepHeader();
        if (!ReadCopy(body))
            return false;
        MessageText.RingBells(_take, content, frame, remarks);
        var read = _take.Build();
        if (MessageText.HoldsCopy(read))
            take = MessageText.WithheldIfCut(read, frame, etx >= 0 || trailer.Count > 0, remarks);
        else
            remarks.Add(TeleprinterRemarks.Empty, Severity.Warning, frame.Start,
                "A message without text: passed over.");
        return true;
    }

    Severity Strict(Severity otherwise) => options.IsStrict ? Severity.Error : otherwise;

    /// <summary>Reads the two header lines; returns where the text behind them starts.</summary>
    int ReadHeader(int end)
    {
        var at = frame.Start;
        var first = NextLine(ref at, end);
        var second = frame.Start;
        if (Anpa1312Header.ReadFirst(first) is { } header)
        {
            _header = header;
            second = at;
        }
        else
        {
            remarks.Add(TeleprinterRemarks.NoHeader, Strict(Severity.Warning), frame.Start,
                "No first header line: expected a service letter, four digits, US and a selector.");
        }
        at = second;
        if (_header.ReadSecond(NextLine(ref at, end)) is { } whole)
            _header = whole;
        else
        {
            remarks.Add(TeleprinterRemarks.NoHeader, Strict(Severity.Warning), second,
                "No second header line: expected priority, category, DC3 DC1 and keywords.");
            at = second;
        }
        SetHeader();
        return at;
    }

    /// <summary>The next line that is not empty.</summary>
    ReadOnlySpan<char> NextLine(ref int at, int end)
    {
        while (at < end)
        {
            var rest = content.AsSpan(at, end - at);
            var length = rest.IndexOfAny('\r', '\n');
            length = length < 0 ? rest.Length : length;
            at = Math.Min(end, at + length + 1);
            if (rest[..length].IndexOfAnyExcept(_idle) >= 0)
                return rest[..length];
        }
        return [];
    }

    void SetHeader()
    {
        _take.Head = _take.Head with
        {
            Sequence = _header.Sequence,
            Urgency = Anpa1312Priorities.UrgencyOf(_header.Priority),
            Subjects = _header.Category.Length > 0 ? [new Concept(Schemes.Category, _header.Category)] : [],
        };
        if (_header.Priority != ' ' && _take.Head.Urgency is null)
        {
            _take.Keep("header/priority", _header.Priority.ToString());
            remarks.Add(TeleprinterRemarks.HeaderField, Strict(Severity.Warning), frame.Start,
                $"Priority '{_header.Priority}': expected one of f, b, u, r, d, a, s, w; kept as it came.");
        }
    }

    /// <summary>
    /// Keeps what else the header says: a selector that is not everybody's, a date that is not the trailer's, a number
    /// that is not the one of the keyword line.
    /// </summary>
    void KeepHeader()
    {
        if (_header.Selector != Anpa1312Header.Everybody)
            Keep("header/selector", _header.Selector);
        if (_take.Head.VersionCreated?.Text.Contains($"-{_header.Date}-", StringComparison.Ordinal) is not true)
            Keep("header/date", _header.Date);
        var words = _take.Head.WordCount?.ToString(CultureInfo.InvariantCulture) ?? "";
        if (_header.Count.Length > 0 && _header.Count != words)
        {
            _take.Keep("header/count", _header.Count);
            remarks.Add(Anpa1312Remarks.HeaderCount, Severity.Note, frame.Start,
                $"The header's number {_header.Count} is no count of words: that of the keyword line is.");
        }
    }

    void Keep(string name, string text)
    {
        if (text.Length > 0)
            _take.Keep(name, text);
    }

    /// <summary>Reads keyword line and heading; returns the lines behind them.</summary>
    List<CopyLine> ReadHeading(List<CopyLine> lines)
    {
        var headings = new Anpa1312Headings(lines, remarks, Strict);
        var hasBody = headings.Behind.Exists(line => !line.IsBlank);
        var reader = new HeadingReader(_take, isFirstHeadline: true);
        var isFirst = true;
        foreach (var line in headings.Lines)
        {
            if (isFirst && ReadKeywords(line))
            {
                isFirst = false;
                continue;
            }
            isFirst = false;
            if (Anpa1312Headings.Named(line.Text, out var name) is not { } value)
                reader.Read(line);
            else if (name == "HL")
                reader.Read(line with { Text = value });
            else if (name == "Update")
                _take.AddNote(line.Text.TrimEnd('@'), line.At);
            else
                _take.Keep($"header/{name}", value);
        }
        reader.Finish(areCopy: !hasBody);
        // Of copy without a slug the header has the key alone, which the keyword line had before.
        if (_take.Head.Slug.Length == 0 && _header.Keywords.Length > 0 && _header.Keywords != _take.Head.Series)
            TakeSlugFromHeader();
        if (_take.Head.Embargo is null && EmbargoWords.OfSlug(_header.Keywords) is { } advance)
            _take.SetEmbargo(advance, frame.Start);
        return headings.Behind;
    }

    /// <summary><c>BC-EU--Harbor Strike, 1st Ld-Writethru,416</c>: slug, take key, words.</summary>
    bool ReadKeywords(CopyLine line)
    {
        var text = line.Text;
        var comma = text.LastIndexOf(',');
        var count = comma >= 0 ? text[(comma + 1)..].Trim() : "";
        var hasCount = count.Length is > 0 and <= 8 && count.All(char.IsAsciiDigit);
        var hasPrefix = Anpa1312Header.HasCycle(text);
        if (!hasCount && !hasPrefix)
            return false;
        if (hasCount)
        {
            var words = int.Parse(count, NumberStyles.None, CultureInfo.InvariantCulture);
            if (words <= MostWords)
                _take.Head = _take.Head with { WordCount = words };
            else
                _take.Keep("keywordLine/words", count);
            text = text[..comma].TrimEnd();
        }
        comma = text.LastIndexOf(',');
        if (comma >= 0 && Anpa1312Header.ReadFirst(text[(comma + 1)..].Trim()) is { Selector: "" } number)
        {
            if (_take.Head.Sequence.Length == 0)
                _take.Head = _take.Head with { Sequence = number.Sequence };
            text = text[..comma].TrimEnd();
        }
        comma = text.LastIndexOf(',');
        var key = comma >= 0 ? text[(comma + 1)..].Trim() : "";
        if (SetKey(key, line.At))
            text = text[..comma].TrimEnd();
        else if (text.EndsWith("NewsAlert", StringComparison.Ordinal))
            HeadingReader.SetKey(_take, text[(text.LastIndexOf('-') + 1)..], line.At);
        _take.Head = _take.Head with { Slug = text };
        return true;
    }

    /// <summary>
    /// Takes a take key into its place: a kill or a hold is a status, <c>Adv25</c> an embargo, the others are the
    /// series.
    /// </summary>
    bool SetKey(string key, int at)
    {
        if (key.ToUpperInvariant() is HeadingWords.Kill or HeadingWords.Hold)
            _take.SetStatus(key[0] is 'K' or 'k' ? TakeStatus.Canceled : TakeStatus.Withheld, at);
        else if (TakeKeys.IsKey(key))
            HeadingReader.SetKey(_take, key, at);
        else if (EmbargoWords.OfLine(key) is { } embargo)
            _take.SetEmbargo(embargo, at);
        else if (StatusWords.Read(key) is { } status)
            _take.SetStatus(status, at);
        else
            return false;
        return true;
    }

    /// <summary>Without a keyword line, the last words of the header may be a take key.</summary>
    void TakeSlugFromHeader()
    {
        remarks.Add(Anpa1312Remarks.NoKeywords, Severity.Note, frame.Start,
            "No keyword line: the slug is that of the header.");
        var words = _header.Keywords.Split(' ');
        for (var from = 1; from < words.Length; from++)
        {
            var key = string.Join(' ', words[from..]);
            if (!SetKey(key, frame.Start))
                continue;
            _take.Head = _take.Head with { Slug = string.Join(' ', words[..from]) };
            return;
        }
        _take.Head = _take.Head with { Slug = _header.Keywords };
    }

    bool ReadCopy(List<CopyLine> lines)
    {
        var blocks = Anpa1312Text.Blocks(lines);
        var end = CopyTail.Find(blocks);
        var copy = end < 0 ? blocks : blocks[..end];
        var width = LineJoiner.WidthOf(copy.SelectMany(block => block.Lines));
        if (!new CopyReader(_take, width, _header.IsTabular).Read(copy, options.MaxParagraphs))
            return false;
        if (end >= 0)
            Notebook.Read(_take, lines, blocks[end].At, int.MaxValue);
        return _take.Parts <= options.MaxParagraphs;
    }

    List<CopyLine> PartTrailer(List<CopyLine> lines)
    {
        var last = MessageText.LastBeforeReference(lines);
        if (last < 0 || Anpa1312Trailer.Read(lines[last].Text, ZoneOf) is null)
            return [];
        var trailer = lines[last..];
        lines.RemoveRange(last, lines.Count - last);
        return trailer;
    }

    string ZoneOf(string agency)
    {
        _profile = MessageText.ProfileOf(options, agency);
        return _profile?.Zone ?? "";
    }

    void ReadTrailer(List<CopyLine> lines)
    {
        var first = lines.FindIndex(line => !line.IsBlank);
        var trailer = first < 0 ? null : Anpa1312Trailer.Read(lines[first].Text, ZoneOf);
        if (trailer is not null)
        {
            _take.Head = _take.Head with { VersionCreated = trailer.Time, Provider = trailer.Agency };
            first++;
        }
        if (trailer?.Time.At is null)
        {
            remarks.Add(TeleprinterRemarks.TrailerTime, trailer is null ? Strict(Severity.Note) : Severity.Warning,
                first > 0 ? lines[first - 1].At : frame.Start, trailer is null
                    ? "No trailer: expected AP-WF-MM-DD-YY HHMMGMT."
                    : "A trailer's time without a known zone, or no such minute: kept as words, no instant.");
        }
        MessageText.ReadRest(_take, lines, first);
    }
}
