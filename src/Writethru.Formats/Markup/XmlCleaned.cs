using System.Text;
using Writethru.Copy;

namespace Writethru.Formats.Markup;

/// <summary>
/// The text of a document as an XML parser may have it: without declaration and document type, and with the entities of
/// HTML written out. Nothing that a document type declares is ever used.
/// </summary>
sealed class XmlCleaned
{
    /// <summary>
    /// Where the cleaned text and the received text part ways: from here on they differ by the shift.
    /// </summary>
    readonly List<(int At, int Shift)> _shifts = [(0, 0)];
    StringBuilder? _clean;
    readonly string _text;
    readonly RemarkBook _remarks;
    int _copied;

    XmlCleaned(string text, RemarkBook remarks)
    {
        _text = Content = text;
        _remarks = remarks;
    }

    /// <summary>The text that holds the document.</summary>
    public string Content { get; private set; }

    /// <summary>Where in <see cref="Content"/> the document begins.</summary>
    public int Start { get; private set; }

    /// <summary>Cleans the text.</summary>
    public static XmlCleaned Of(string text, RemarkBook remarks)
    {
        var cleaned = new XmlCleaned(text, remarks);
        cleaned.Run();
        return cleaned;
    }

    /// <summary>The place in the received text of a place in the cleaned one.</summary>
    public int Received(int at)
    {
        var (low, high) = (0, _shifts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_shifts[middle].At <= at)
                low = middle;
            else
                high = middle - 1;
        }
        return Math.Clamp(at + _shifts[low].Shift, 0, _text.Length);
    }

    void Run()
    {
        var at = SkipProlog();
        var (bang, closed) = (_text.IndexOf("<!", at, StringComparison.Ordinal), 0);
        while (NextFault(at) is var fault and >= 0)
        {
            while (bang >= 0 && bang < fault)
            {
                closed = EndOfSection(bang);
                bang = _text.IndexOf("<!", closed, StringComparison.Ordinal);
            }
            at = _text[fault] != '&' ? Control(fault) : fault < closed ? fault + 1 : Reference(fault);
        }
        if (_clean is null)
            return;
        CopyTo(_text.Length);
        Content = _clean.ToString();
        Start = 0;
    }

    /// <summary>The next ampersand or character that no document may have; -1 when there is none.</summary>
    int NextFault(int at)
    {
        var found = _text.AsSpan(at).IndexOfAny(_faults);
        return found < 0 ? -1 : at + found;
    }

    /// <summary>
    /// A control character that was pasted: no parser takes it, and it says nothing. Those of ISO 8859-1 are what is
    /// left of quotes and dashes of Windows-1252.
    /// </summary>
    int Control(int at)
    {
        var meant = Charsets.Meant(_text[at]);
        var isLetter = meant > '\u009F' && meant < '\uFFFE';
        _remarks.Add(XmlRemarks.Control, Severity.Warning, at,
            $"Found the control character U+{(int)_text[at]:X4}: {(isLetter ? $"taken for '{meant}'" : "left out")}.");
        Replace(at, 1, isLetter ? meant.ToString() : "");
        return at + 1;
    }

    /// <summary>Passes over what stands before the root: white space, declaration, document type.</summary>
    int SkipProlog()
    {
        var at = 0;
        while (at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[at]) || _text[at] == '\0')
                at++;
            else if (Is(at, "<?"))
                at = EndOf(at, "?>");
            else if (Is(at, "<!--"))
                at = EndOf(at, "-->");
            else if (_text.AsSpan(at).StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase))
            {
                _remarks.Add(XmlRemarks.DocumentType, Severity.Note, at,
                    "A document type: passed over, nothing of it is processed or fetched.");
                at = EndOfDocumentType(at);
            }
            else
                break;
        }
        Start = _copied = at;
        return at;
    }

    int EndOfDocumentType(int at)
    {
        var depth = 0;
        var quote = '\0';
        for (; at < _text.Length; at++)
        {
            var c = _text[at];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (Is(at, "<!--"))
                at = EndOf(at, "-->") - 1;
            else if (c is '"' or '\'')
                quote = c;
            else if (c == '[')
                depth++;
            else if (c == ']')
                depth--;
            else if (c == '>' && depth <= 0)
                return at + 1;
        }
        return _text.Length;
    }

    int EndOfSection(int at) =>
        Is(at, "<![CDATA[") ? EndOf(at, "]]>") : Is(at, "<!--") ? EndOf(at, "-->") : at + 2;

    int EndOf(int at, string end)
    {
        var found = _text.IndexOf(end, at, StringComparison.Ordinal);
        return found < 0 ? _text.Length : found + end.Length;
    }

    int Reference(int at)
    {
        const int MostOfName = 32;
        var end = _text.AsSpan(at, Math.Min(MostOfName, _text.Length - at)).IndexOf(';');
        var name = end < 0 ? [] : _text.AsSpan(at + 1, end - 1);
        if (name is "amp" or "lt" or "gt" or "quot" or "apos")
            return at + end + 1;
        if (NumberIn(name) is { } number)
        {
            if (number is >= 0x80 and <= 0x9F)
                Replace(at, end + 1, Charsets.Meant((char)number).ToString());
            return at + end + 1;
        }
        if (!name.IsEmpty && char.IsAsciiLetter(name[0]) && name.IndexOfAnyExcept(_nameLetters) < 0)
        {
            var reference = _text.Substring(at, end + 1);
            var letters = HtmlReferences.Resolve(reference);
            if (letters != reference)
            {
                Replace(at, end + 1, letters);
                return at + end + 1;
            }
            _remarks.Add(XmlRemarks.EntityUnknown, Severity.Warning, at,
                $"Found the entity {reference}, expected one of XML or HTML: it stands as it was written.");
        }
        else
        {
            _remarks.Add(XmlRemarks.BareAmpersand, Severity.Warning, at,
                "An ampersand that begins no reference: taken for itself.");
        }
        Replace(at, 1, "&amp;");
        return at + 1;
    }

    static readonly System.Buffers.SearchValues<char> _nameLetters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>The character that a reference by number names; null when it names none.</summary>
    static int? NumberIn(ReadOnlySpan<char> name)
    {
        int? number = name is ['#', 'x', .. { Length: >= 1 and <= 6 } hex] && !hex.ContainsAnyExcept(_hexDigits)
            ? int.Parse(hex, System.Globalization.NumberStyles.HexNumber, null)
            : name is ['#', .. { Length: >= 1 and <= 7 } digits] && !digits.ContainsAnyExceptInRange('0', '9')
            ? int.Parse(digits, null)
            : null;
        return number is > 0 && Rune.IsValid(number.Value) ? number : null;
    }

    static readonly System.Buffers.SearchValues<char> _hexDigits =
        System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>An ampersand, and control characters: most of them XML 1.0 cannot carry (2.2 Char).</summary>
    static readonly System.Buffers.SearchValues<char> _faults = System.Buffers.SearchValues.Create(
        "&\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014"
        + "\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u0080\u0081\u0082\u0083\u0084\u0085\u0086"
        + "\u0087\u0088\u0089\u008A\u008B\u008C\u008D\u008E\u008F\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098"
        + "\u0099\u009A\u009B\u009C\u009D\u009E\u009F\uFFFE\uFFFF");

    bool Is(int at, string start) => _text.AsSpan(at).StartsWith(start, StringComparison.Ordinal);

    void Replace(int at, int length, string by)
    {
        if (_clean is null)
        {
            _clean = new StringBuilder(_text.Length);
            _shifts[0] = (0, Start);
        }
        CopyTo(at);
        _clean.Append(by);
        _copied = at + length;
        _shifts.Add((_clean.Length, _copied - _clean.Length));
    }

    void CopyTo(int at)
    {
        _clean!.Append(_text, _copied, at - _copied);
        _copied = at;
    }
}
