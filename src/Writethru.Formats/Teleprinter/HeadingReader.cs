using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Teleprinter;

/// <summary>Gives each line above the copy its place: take key, notice, note to editors, headline, byline.</summary>
/// <param name="take">Where the parts go.</param>
/// <param name="isFirstHeadline">Whether the first line that is nothing else is the headline (ANPA 1312), not the
/// last.</param>
sealed class HeadingReader(TakeParts take, bool isFirstHeadline = false)
{
    readonly List<CopyLine> _headlines = [];
    bool _isGuarded;

    /// <summary>Whether a line was read that can be the headline.</summary>
    public bool HasHeadline => _headlines.Count > 0;

    /// <summary>Reads one line, wrapped ones joined before.</summary>
    public void Read(CopyLine line)
    {
        var text = line.Text;
        if (CopyLabels.IsGuarded(text))
        {
            _headlines.Clear();
            _headlines.Add(line with { Text = text[1..].TrimStart(' ') });
            _isGuarded = true;
            return;
        }
        if (ReadStatus(text, line.At) || ReadEmbargo(text, line.At) || ReadKey(text, line.At) || ReadNote(text, line.At)
            || ReadTerms(text, line.At) || ReadByline(text, line.At))
            return;
        if (_isGuarded)
            Keep(line);
        else
            _headlines.Add(line);
    }

    /// <summary>Of the lines that are nothing else, one is the headline; the others are kept.</summary>
    /// <param name="areCopy">Whether the others are all the copy there is, as in a list of news.</param>
    public void Finish(bool areCopy = false)
    {
        if (_headlines.Count == 0)
            return;
        var headline = _headlines[isFirstHeadline ? 0 : _headlines.Count - 1];
        foreach (var line in _headlines.Where(line => line != headline))
        {
            if (areCopy)
                take.Add(new Paragraph(line.Text));
            else
                Keep(line);
        }
        take.Head = take.Head with { Headline = headline.Text };
        if (EmbargoWords.OfHeadline(headline.Text) is { } embargo)
            take.SetEmbargo(embargo, headline.At);
    }

    void Keep(CopyLine line)
    {
        take.Keep(ExtraNames.Header, line.Text);
        take.Remarks.Add(TeleprinterRemarks.HeadingKept, Severity.Note, line.At,
            "A further line above the copy: neither take key, note, headline nor byline; kept as header.");
    }

    bool ReadStatus(string text, int at)
    {
        if (AdvisoryWords.Opens(text) || StatusWords.Read(text) is not { } status)
            return false;
        take.SetStatus(status, at);
        if (text is not (HeadingWords.Kill or HeadingWords.Hold))
            take.AddNote(text, at);
        return true;
    }

    /// <summary>In round brackets it is a note, which binds all the same.</summary>
    bool ReadEmbargo(string text, int at)
    {
        if (AdvisoryWords.Opens(text) || IsBracketed(text) || EmbargoWords.OfLine(text) is not { } embargo)
            return false;
        take.SetEmbargo(embargo, at);
        return true;
    }

    bool ReadKey(string text, int at)
    {
        if (TakeKeys.OfLine(text) is not { } key)
            return false;
        SetKey(take, key, at);
        return true;
    }

    /// <summary>Takes a take key into the series, and what it says into signal and urgency.</summary>
    public static void SetKey(TakeParts take, string key, int at)
    {
        var head = take.Head;
        var signal = TakeKeys.SignalOf(key);
        take.Head = head with
        {
            Series = head.Series.Length == 0 || head.Series == key ? key : $"{head.Series}; {key}",
            Signal = head.Signal == Signal.None ? signal : head.Signal,
            Urgency = head.Urgency ?? TakeKeys.UrgencyOf(key),
        };
        if (take.Head.IsPartial && !head.IsPartial)
        {
            take.Remarks.Add(TeleprinterRemarks.Partial, Severity.Warning, at,
                "A part of a story only: kept whole, to be worked into the take before.");
        }
    }

    /// <summary>A line in brackets, or one that opens as notes to editors do.</summary>
    bool ReadNote(string text, int at)
    {
        var isNote = AdvisoryWords.Opens(text) || IsPhotos(text)
            || IsBracketed(text);
        if (!isNote)
            return false;
        if (IsPhotos(text))
            take.Add(new Note("picture", text));
        else
            take.AddNote(text, at);
        if (take.Head.Signal == Signal.None && IsCorrection(text))
            take.Head = take.Head with { Signal = Signal.Correction };
        return true;
    }

    /// <summary><c>NOT FOR USE IN JAPAN</c>: it binds the item, and is no headline.</summary>
    bool ReadTerms(string text, int at)
    {
        if (Restrictions.OfHeading(text) is not { } terms)
            return false;
        take.AddItemTerms(terms);
        take.Remarks.Add(TeleprinterRemarks.TermsAlone, Severity.Note, at,
            "A line of the heading that only limits use: taken for terms of the whole item.");
        return true;
    }

    /// <summary><c>AP Photo GATK105, GATK106</c>: photos that move by another way.</summary>
    static bool IsPhotos(string text)
    {
        var letters = text.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        return letters is >= 2 and <= 5 && text.AsSpan(letters).StartsWith(" Photo", StringComparison.Ordinal)
            && text.AsSpan().IndexOfAnyInRange('0', '9') > 0 && !text.EndsWith('.');
    }

    static bool IsBracketed(string text) => text.StartsWith('(') && text.EndsWith(')');

    /// <summary><c>(Berichtigung: …)</c>, <c>(CORRECTION: …)</c>: the first word says it.</summary>
    static bool IsCorrection(string text)
    {
        var word = text.AsSpan().TrimStart('(');
        var end = word.IndexOfAny(" :,)");
        return end > 0 && TakeKeys.SignalOf(word[..end].ToString()) == Signal.Correction;
    }

    bool ReadByline(string text, int at)
    {
        if (_headlines.Count == 0 || LineMarks.Byline(text) is not { } byline)
            return false;
        if (take.Head.Byline.Length > 0)
            take.KeepSecond(ExtraNames.Header, text, at, "byline");
        else
            take.Head = take.Head with { Byline = byline };
        return true;
    }
}
