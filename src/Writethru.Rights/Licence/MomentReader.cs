using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Writethru.Copy;
using Writethru.Copy.Datelines;

namespace Writethru.Rights.Licence;

/// <summary>
/// Reads <c>12noon on Friday, October 23, 2026</c>, <c>5. Dez. 2026, 18.30 Uhr</c>, <c>0001 GMT Dec 5</c>: a day, a
/// weekday, a clock time and a zone in any order, each once, with nothing between but spaces, commas and small words.
/// </summary>
static partial class MomentReader
{
    /// <summary>Most pieces and small words of one moment.</summary>
    const int MostSteps = 12;

    /// <summary>How many characters one piece may take.</summary>
    const int Reach = 40;

    static readonly FrozenSet<string> _small = Set("at on um am den dem the le la à el las a de del of kl");

    static readonly FrozenDictionary<string, DayOfWeek> _weekdays = Weekdays();

    /// <summary>
    /// Zones whose letters stand for one offset. <c>EST</c>, <c>CST</c>, <c>IST</c> and <c>BST</c> do not.
    /// </summary>
    static readonly FrozenDictionary<string, double> _zones = new Dictionary<string, double>
    {
        ["utc"] = 0, ["gmt"] = 0, ["z"] = 0, ["wet"] = 0, ["west"] = 1, ["cet"] = 1, ["cest"] = 2, ["mez"] = 1,
        ["mesz"] = 2, ["eet"] = 2, ["eest"] = 3, ["msk"] = 3, ["kst"] = 9, ["jst"] = 9, ["hkt"] = 8, ["sgt"] = 8,
        ["aest"] = 10, ["aedt"] = 11, ["edt"] = -4, ["pdt"] = -7,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, MomentRole> _particles = new Dictionary<string, MomentRole>
    {
        ["까지"] = MomentRole.Until, ["부터"] = MomentRole.From, ["이후"] = MomentRole.After,
        ["まで"] = MomentRole.Until, ["から"] = MomentRole.From, ["以降"] = MomentRole.After,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The moment that stands there; null when there is none, or one of which a piece does not fit.</summary>
    public static Moment? Read(Clause clause, int at)
    {
        if (!clause.Has(at) || !MayBegin(clause, at))
            return null;
        var pieces = new Pieces(clause.Text, clause.Words[at].Start);
        for (var step = 0; step < MostSteps && pieces.Take(); step++)
        {
        }
        if (pieces is { Date: null, Weekday: null, Time: null } || pieces.IsTwice)
            return null;
        var end = at;
        while (end < clause.Words.Count && clause.Words[end].Start < pieces.End)
            end++;
        var last = clause.Words[end - 1];
        if (last.End <= pieces.End || clause.Text.AsSpan(pieces.End..last.End) is ".")
            return pieces.Build(MomentRole.None, end, clause);
        return _particles.TryGetValue(clause.Text[pieces.End..last.End], out var role)
            ? pieces.Build(role, end, clause) : null;
    }

    static bool MayBegin(Clause clause, int at)
    {
        var word = clause.Words[at];
        return char.IsDigit(clause.Text[word.Start]) || word.Key.Length > 1;
    }

    /// <summary>What has been found so far; a mutable cursor that lives for one moment.</summary>
    sealed class Pieces(string text, int start)
    {
        int _next = start;
        bool _isLocal;

        public PrintedDate? Date { get; private set; }

        public DayOfWeek? Weekday { get; private set; }

        public TimeOnly? Time { get; private set; }

        public TimeSpan? Offset { get; private set; }

        /// <summary>Whether a piece came a second time, or one was no date or time at all.</summary>
        public bool IsTwice { get; private set; }

        /// <summary>Where the last piece ends in the text.</summary>
        public int End { get; private set; } = start;

        public Moment Build(MomentRole role, int end, Clause clause) =>
            new(Date, Weekday, Time, _isLocal ? null : Offset, role, Math.Min(end, clause.Words.Count));

        /// <summary>Takes the next piece, or a small word and the piece behind it.</summary>
        public bool Take()
        {
            var at = SkipSpaces(_next);
            if (TakePiece(at))
                return true;
            var word = WordAt(at);
            if (word.Length == 0 || !_small.Contains(word.ToLowerInvariant()))
                return false;
            at = SkipSpaces(at + word.Length);
            var second = WordAt(at);
            if (second.Length > 0 && _small.Contains(second.ToLowerInvariant()) && !IsPiece(at))
                at = SkipSpaces(at + second.Length);
            return TakePiece(at);
        }

        bool IsPiece(int at) => _weekdays.ContainsKey(WordAt(at).ToLowerInvariant());

        bool TakePiece(int at)
        {
            if (at >= text.Length || IsTwice)
                return false;
            var rest = text.Substring(at, Math.Min(Reach, text.Length - at));
            if (Time is not null && TryZone(rest, out var offset, out var length))
                return Set(Offset is not null || _isLocal, at + length, () => Offset = offset);
            if (Time is not null && Local().Match(rest) is { Success: true } local)
                return Set(Offset is not null || _isLocal, at + local.Length, () => _isLocal = true);
            if (TryDate(rest, out var date, out length))
                return Set(Date is not null, at + length, () => Date = date);
            if (TryTime(rest, out var time, out length))
                return Set(Time is not null, at + length, () => Time = time);
            var word = WordAt(at);
            return _weekdays.TryGetValue(word.ToLowerInvariant(), out var weekday)
                && Set(Weekday is not null, at + word.Length, () => Weekday = weekday);
        }

        bool Set(bool isTwice, int end, Action set)
        {
            IsTwice |= isTwice;
            set();
            End = _next = end;
            return true;
        }

        int SkipSpaces(int at)
        {
            while (at < text.Length && (text[at] is ' ' or ',' or '\t' or '\n' or '\r' || at == End && text[at] == 'T'
                && Date is not null))
                at++;
            return at;
        }

        string WordAt(int at)
        {
            var end = at;
            while (end < text.Length && end - at < Reach && char.IsLetter(text[end]))
                end++;
            return text[at..end];
        }
    }

    static bool TryDate(string text, out PrintedDate date, out int length)
    {
        (date, length) = (default, 0);
        if (DateGrammar.Find(text) is { } found)
            (date, length) = (found.Date, found.Length);
        else if (Figures().Match(text) is { Success: true } figures)
            (date, length) = (InFigures(figures), figures.Length);
        else if (Slashes().Match(text) is { Success: true } slashes)
            (date, length) = (InSlashes(slashes), slashes.Length);
        return length > 0 && date.IsReal;
    }

    static PrintedDate InFigures(Match match)
    {
        int? year = match.Groups["y"].Success ? Number(match, "y") : null;
        return new PrintedDate(year < 100 ? 2000 + year : year, Number(match, "m"), Number(match, "d"));
    }

    /// <summary>Day and month, or month and day: read only where one of the two can be no month.</summary>
    static PrintedDate InSlashes(Match match)
    {
        var (first, second) = (Number(match, "a"), Number(match, "b"));
        return first > 12 ? new PrintedDate(Number(match, "y"), second, first)
            : second > 12 || first == second ? new PrintedDate(Number(match, "y"), first, second)
            : default;
    }

    static bool TryTime(string text, out TimeOnly time, out int length)
    {
        (time, length) = (default, 0);
        if (Noon().Match(text) is { Success: true } noon)
        {
            (time, length) = (new TimeOnly(12, 0), noon.Length);
            return true;
        }
        var match = WithSuffix().Match(text) is { Success: true } suffixed ? suffixed
            : Hangul().Match(text) is { Success: true } hangul ? hangul
            : Clock().Match(text);
        if (!match.Success || IsYear(match.Value))
            return false;
        var hour = Number(match, "h");
        var minute = match.Groups["m"].Success ? Number(match, "m") : 0;
        if (match.Groups["half"].Success)
        {
            if (hour is < 1 or > 12)
                return false;
            hour = (hour % 12) + (match.Groups["half"].Value is "p" or "P" or "오후" or "午後" ? 12 : 0);
        }
        if (hour > 23 || minute > 59)
            return false;
        (time, length) = (new TimeOnly(hour, minute), match.Length);
        return true;
    }

    /// <summary><c>2026</c> is a year, though it could be 20:26.</summary>
    static bool IsYear(string text) => text.Length == 4 && text.All(char.IsAsciiDigit)
        && (text.StartsWith("19", StringComparison.Ordinal) || text.StartsWith("20", StringComparison.Ordinal));

    static bool TryZone(string text, out TimeSpan offset, out int length)
    {
        (offset, length) = (default, 0);
        if (Numeric().Match(text) is { Success: true } numeric)
        {
            var minutes = (Number(numeric, "h") * 60) + (numeric.Groups["m"].Success ? Number(numeric, "m") : 0);
            offset = TimeSpan.FromMinutes(numeric.Groups["s"].Value == "+" ? minutes : -minutes);
            length = numeric.Length;
            return minutes <= 14 * 60;
        }
        var end = 0;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        if (!_zones.TryGetValue(text[..end].ToLowerInvariant(), out var hours))
            return false;
        (offset, length) = (TimeSpan.FromHours(hours), end);
        return true;
    }

    static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    static FrozenDictionary<string, DayOfWeek> Weekdays()
    {
        string[] names =
        [
            "sunday sun sonntag dimanche domingo 일요일 日曜日", "monday mon montag lundi lunes 월요일 月曜日",
            "tuesday tue tues dienstag mardi martes 화요일 火曜日", "wednesday wed mittwoch mercredi miércoles 수요일 水曜日",
            "thursday thu thur thurs donnerstag jeudi jueves 목요일 木曜日", "friday fri freitag vendredi viernes 금요일 金曜日",
            "saturday sat samstag sonnabend samedi sábado 토요일 土曜日",
        ];
        return names.SelectMany((line, day) => line.Split(' ').Select(name => (name, (DayOfWeek)day)))
            .ToFrozenDictionary(pair => pair.name, pair => pair.Item2, StringComparer.Ordinal);
    }

    static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
        | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^(12 ?)?noon\b", Options)]
    private static partial Regex Noon();

    [GeneratedRegex(@"^(local time|Ortszeit|heure locale|hora local)\b", Options)]
    private static partial Regex Local();

    [GeneratedRegex(
        @"^(?<h>[0-9]{1,2})([:.](?<m>[0-9]{2}))? ?((?<half>[ap])\.?m\b\.?|uhr\b|hrs\b|h\b)"
        + @"|^(?<h>[0-9]{2})(?<m>[0-9]{2}) ?(hrs|h|uhr)\b|^(?<h>[0-9]{1,2})h(?<m>[0-9]{2})\b",
        Options)]
    private static partial Regex WithSuffix();

    [GeneratedRegex(@"^((?<half>오전|오후|午前|午後) ?)?(?<h>[0-9]{1,2})[시時]( ?(?<m>[0-9]{1,2})[분分])?", Options)]
    private static partial Regex Hangul();

    [GeneratedRegex(@"^(?<h>[0-9]{1,2})(:|\.)(?<m>[0-9]{2})(:[0-9]{2})?|^(?<h>[0-9]{2})(?<m>[0-9]{2})", Options)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})\. ?(?<m>[0-9]{1,2})\.( ?(?<y>[0-9]{4}|[0-9]{2})\b)?", Options)]
    private static partial Regex Figures();

    [GeneratedRegex(@"^(?<a>[0-9]{1,2})/(?<b>[0-9]{1,2})/(?<y>[0-9]{4})\b", Options)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"^(utc|gmt)? ?(?<s>[+-])(?<h>[0-9]{1,2})(:?(?<m>[0-9]{2}))?\b", Options)]
    private static partial Regex Numeric();
}
