using System.Globalization;

namespace Writethru.Copy.Datelines;

/// <summary>Reads one dateline from the start of a text, left to right, never back by more than one part.</summary>
ref struct DatelineScanner(ReadOnlySpan<char> text)
{
    readonly ReadOnlySpan<char> _text = text;
    int _at;
    string _region = "";
    PrintedDate? _date;
    string _agency = "";
    string _separator = "";

    /// <summary>The dateline; null when the text starts with none.</summary>
    public FoundDateline? Read()
    {
        var place = ReadName(maxWords: 6);
        if (place.Length < 2 || DatelineWords.IsOpener(place.Split(' ')[0]))
            return null;
        while (_separator.Length == 0 && ReadPart())
        {
        }
        TakeAgencyFromPlace(ref place);
        if (!Places.AreConvincing(place, _region, _date, _agency, _separator, _text[_at..]))
            return null;
        var dateline = new Dateline
        {
            Text = _text[.._at].TrimEnd().ToString(),
            Places = Places.Split(place),
            Region = _region,
            Date = _date,
            Agency = _agency,
        };
        return new FoundDateline(dateline, "", _at);
    }

    /// <summary>Reads the next part; false, at the place where it stood, when none follows.</summary>
    bool ReadPart()
    {
        var before = _at;
        SkipSpaces();
        if (_at < _text.Length)
        {
            if (_text[_at] is '(' or '（' ? ReadBracket() : _text[_at] == '/' ? ReadSlashed() : ReadBare())
                return true;
        }
        _at = before;
        return false;
    }

    bool ReadBare()
    {
        if (ReadSeparator())
            return true;
        var afterComma = _text[_at] is ',' or '،';
        if (afterComma)
        {
            _at++;
            SkipSpaces();
        }
        if (_date is null && ReadDate())
            return true;
        if (_date is null && _agency.Length == 0 && afterComma)
            return ReadRegion();
        return _date is not null && _agency.Length == 0 && ReadBareAgency();
    }

    bool ReadSeparator()
    {
        if (_text[_at] == '.' && _at + 2 < _text.Length && _text[_at + 1] == ' ' && _text[_at + 2] == '/')
        {
            _at++;
            return true;
        }
        if (_text[_at] == '.' && _agency.Length > 0 && _text[_at - 1] == '/')
        {
            _separator = ".";
            _at++;
            return true;
        }
        if (!DatelineSeparator.IsAt(_text, _at, out var length))
            return false;
        _separator = _text.Slice(_at, length).ToString();
        _at += length;
        ReadAgencyBetweenDashes();
        return true;
    }

    /// <summary><c>PARIS--(BUSINESS WIRE)--</c>: the agency stands between two dashes.</summary>
    void ReadAgencyBetweenDashes()
    {
        var (before, separator) = (_at, _separator);
        SkipSpaces();
        if (_agency.Length == 0 && _at < _text.Length && _text[_at] == '(' && ReadBracket() && _agency.Length > 0)
        {
            SkipSpaces();
            if (_at < _text.Length && DatelineSeparator.IsAt(_text, _at, out var length))
            {
                _at += length;
                return;
            }
            _agency = "";
        }
        (_at, _separator) = (before, separator);
    }

    bool ReadDate()
    {
        if (DateGrammar.Find(_text[_at..]) is not { } found)
            return false;
        var end = _at + found.Length;
        if (end < _text.Length && (char.IsLetterOrDigit(_text[end])
            || _text[end] is '-' && end + 1 < _text.Length && char.IsDigit(_text[end + 1])))
            return false;
        _date = found.Date;
        _at = end;
        return true;
    }

    bool ReadRegion()
    {
        var region = ReadName(maxWords: 4);
        if (region.Length == 0 || !Places.IsName(region))
            return false;
        _region = _region.Length == 0 ? region : $"{_region}, {region}";
        return true;
    }

    bool ReadBareAgency()
    {
        var end = _at;
        while (end < _text.Length && (char.IsLetter(_text[end]) || _text[end] is '-' && end + 1 < _text.Length
            && char.IsLetter(_text[end + 1])))
            end++;
        var word = _text[_at..end].ToString();
        if (word.Length < 2 || !Agencies.IsKnown(word))
            return false;
        (_agency, _at) = (word, end);
        return true;
    }

    bool ReadBracket()
    {
        var close = _text[_at..].IndexOfAny(')', '）');
        if (close is < 2 or > 42)
            return false;
        var inside = _text.Slice(_at + 1, close - 1).Trim().ToString();
        if (!Places.IsAgencyShaped(inside))
            return false;
        var end = _at + close + 1;
        var next = _text[end..].TrimStart();
        if (_region.Length == 0 && _agency.Length == 0 && next.Length > 0 && next[0] == '('
            && !Agencies.IsKnown(inside))
            _region = inside;
        else if (_agency.Length == 0)
            _agency = inside;
        else
            return false;
        _at = end;
        return true;
    }

    /// <summary><c>/PRNewswire/</c>, <c>/TASS/.</c></summary>
    bool ReadSlashed()
    {
        var close = _text[(_at + 1)..].IndexOf('/');
        if (_agency.Length > 0 || close is < 2 or > 30)
            return false;
        _agency = _text.Slice(_at + 1, close).ToString();
        _at += close + 2;
        return true;
    }

    /// <summary>Letters up to a comma, bracket, dash or date; empty when something else stands there.</summary>
    string ReadName(int maxWords)
    {
        var words = 0;
        var end = _at;
        for (; end < _text.Length && !EndsName(end); end++)
        {
            var c = _text[end];
            if (end == _at || _text[end - 1] is ' ' or '\u00A0')
                words++;
            if (words > maxWords || !(char.IsLetter(c) || char.IsSurrogate(c) || IsMark(c)
                || c is ' ' or '\'' or '’' or '.' or '-' or '/' or '·' or '&' or '‑'))
                return "";
        }
        var name = _text[_at..end].TrimEnd();
        if (name.Length > 1 && name[^1] == '.' && name.IndexOf('.') == name.Length - 1 && name.IndexOf(' ') < 0
            && name.Length > 4)
            name = name[..^1];
        _at = end;
        return name.ToString();
    }

    readonly bool EndsName(int at)
    {
        if (_text[at] is ',' or '،' or '(' or '（')
            return true;
        if (DatelineSeparator.IsAt(_text, at, out _))
            return true;
        var startsWord = at > _at && _text[at - 1] is ' ' or '\u00A0';
        return startsWord && (_text[at] == '/' || DateGrammar.Find(_text[at..]) is not null);
    }

    static bool IsMark(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary><c>SYDNEY AAP -</c>: the agency is the last word before the dash.</summary>
    void TakeAgencyFromPlace(ref string place)
    {
        var space = place.LastIndexOf(' ');
        if (_agency.Length > 0 || _separator.Length == 0 || space < 0 || !Agencies.IsKnown(place[(space + 1)..]))
            return;
        _agency = place[(space + 1)..];
        place = place[..space].TrimEnd(',');
    }

    void SkipSpaces()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
    }
}
