using System.Net;
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
        var bang = _text.IndexOf("<!", at, StringComparison.Ordinal);
        while (_text.IndexOf('&', at) is var ampersand and >= 0)
        {
            while (bang >= 0 && bang < ampersand)
            {
                at = EndOfSection(bang);
                bang = _text.IndexOf("<!", at, StringComparison.Ordinal);
            }
            if (at > ampersand)
                continue;
            at = Reference(ampersand);
        }
        if (_clean is null)
            return;
        CopyTo(_text.Length);
        Content = _clean.ToString();
        Start = 0;
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
        if (name is "amp" or "lt" or "gt" or "quot" or "apos" || IsNumber(name))
            return at + end + 1;
        if (!name.IsEmpty && char.IsAsciiLetter(name[0]) && name.IndexOfAnyExcept(_nameLetters) < 0)
        {
            var reference = _text.Substring(at, end + 1);
            var letters = WebUtility.HtmlDecode(reference);
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

    static bool IsNumber(ReadOnlySpan<char> name)
    {
        if (name is ['#', 'x', .. var hex] && hex.Length is >= 1 and <= 6)
            return hex.IndexOfAnyExceptInRange('0', 'f') < 0 && !hex.ContainsAnyExcept(_hexDigits)
                && IsCharacter(int.Parse(hex, System.Globalization.NumberStyles.HexNumber, null));
        return name is ['#', .. var digits] && digits.Length is >= 1 and <= 7
            && digits.IndexOfAnyExceptInRange('0', '9') < 0 && IsCharacter(int.Parse(digits, null));
    }

    static readonly System.Buffers.SearchValues<char> _hexDigits =
        System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    static bool IsCharacter(int number) => Rune.IsValid(number) && number > 0;

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
