using Writethru.Copy;

namespace Writethru.Formats.Printed;

/// <summary>Where words stand that may stop an item.</summary>
enum WordsPlace
{
    /// <summary>A label, a heading, a line of its own before the copy, or a note to editors.</summary>
    Note,

    /// <summary>The first paragraph: a label may stand there by itself, and what is a sentence is copy.</summary>
    Opening,

    /// <summary>Running copy and all that is printed with it: the strongest outcome is that it waits.</summary>
    Copy,
}

/// <summary>
/// Recognises the lines and notes with which a desk kills or holds a story. A headline about a killing is not one. The
/// words are those of the <see cref="Lexicon"/>.
/// </summary>
static class StatusWords
{
    const int LongestLine = 400, LongestSentence = 240;

    const string Frame = "()*  .!-[]/【】<>#（）='’´`。！";

    const string Parting = " ,!-./'’*，、。！";

    /// <summary>The status that the line or note sets; null when it sets none.</summary>
    /// <remarks>Of a text longer than a line only the opening is looked at.</remarks>
    /// <param name="text">The line, note or paragraph, whole.</param>
    /// <param name="place">Where it stands.</param>
    public static TakeStatus? Read(string text, WordsPlace place = WordsPlace.Note)
    {
        if (!Lexicon.Own.MayStop(text))
            return null;
        var status = new Reading(text.Length > LongestLine ? text[..LongestLine] : text, text.Length > LongestLine)
            .Status(place);
        return place == WordsPlace.Copy && status == TakeStatus.Canceled ? TakeStatus.Withheld : status;
    }

    /// <summary>One text that has a piece of a phrase.</summary>
    sealed class Reading
    {
        readonly string _text, _bare, _bareFolded, _said, _folded;
        readonly bool _isCut;
        readonly int _firstEnd;

        public Reading(string text, bool isCut)
        {
            (_text, _isCut) = (text, isCut);
            _bare = Bare(text);
            _bareFolded = Folded.Of(_bare);
            _said = WithoutAddressee(WithoutAddressee(_bare));
            _folded = Folded.Of(_said);
            _firstEnd = FirstEnd(_said);
        }

        public TakeStatus? Status(WordsPlace place)
        {
            var isNote = place == WordsPlace.Note;
            var label = Stricter(Label(), _isCut ? null : Line());
            if (label == TakeStatus.Canceled)
                return label;
            var sentence = _isCut ? null : Sentence() ?? Clause(isNote) ?? (isNote ? Anywhere() : null);
            return sentence == TakeStatus.Canceled && !isNote ? TakeStatus.Withheld : sentence ?? label;
        }

        static TakeStatus? Stricter(TakeStatus? one, TakeStatus? other) => one > other || other is null ? one : other;

        /// <summary>At the start, or behind a label in capitals: <c>URGENT - STORY WITHDRAWN</c>.</summary>
        TakeStatus? Label()
        {
            foreach (var row in Lexicon.Own.In(PhraseRole.Label))
            {
                if (Opens(row.Phrase, _bare, _bareFolded, BehindLabel(_bare))
                    || Opens(row.Phrase, _said, _folded, BehindLabel(_said)))
                    return row.Phrase.IsInCapitals || !IsInDoubt(row) ? row.Does : TakeStatus.Withheld;
            }
            return First(PhraseRole.Opening, phrase => phrase.Ends(_folded, _said, 0).Any())
                ?? (_said.Length < _bare.Length
                    ? First(PhraseRole.Told, phrase => phrase.Ends(_folded, _said, 0).Any(end =>
                        end == _said.Length || _said[end] == ' '))
                    : null);
        }

        bool Opens(Phrase phrase, string text, string folded, int behindLabel) =>
            OpensAt(phrase, text, folded, 0) || (behindLabel > 0 && OpensAt(phrase, text, folded, behindLabel));

        bool OpensAt(Phrase phrase, string text, string folded, int at) => phrase.Ends(folded, text, at).Any(end =>
            (IsParted(text, end, phrase.IsInCapitals) || (phrase.IsInCapitals && _text[0] == '(' && end < text.Length
                && text[end] == ' ' && char.IsLower(text[end + 1])))
            && !(phrase.IsInCapitals && Headings.AsksWhat(text[at..])))
            // HOLD HOLD HOLD -- and why.
            || (phrase.Ends(folded, text, at).FirstOrDefault(-1) is > 0 and var first && first < text.Length
                && text[first] == ' ' && phrase.Ends(folded, text, first + 1).Any()
                && OpensAt(phrase, text, folded, first + 1));

        static int BehindLabel(string text) => text.IndexOf(" - ", StringComparison.Ordinal) is > 0 and var dash
            && !text.AsSpan(0, dash).ContainsAnyInRange('a', 'z') ? dash + 3 : 0;

        /// <summary>Nothing else, once or again and again: <c>KILL KILL KILL</c>.</summary>
        TakeStatus? Line() => First(PhraseRole.Line, IsAll) ?? First(PhraseRole.Label, IsAll);

        bool IsAll(Phrase phrase)
        {
            var at = 0;
            while (at < _said.Length)
            {
                var end = phrase.Ends(_folded, _said, at).FirstOrDefault(-1);
                if (end <= at)
                    return false;
                for (at = end; at < _said.Length && Parting.Contains(_said[at]); at++)
                {
                }
            }
            return at > 0;
        }

        /// <summary>What it opens with; what tells is prose.</summary>
        TakeStatus? Sentence() => _said.Length > LongestSentence || Telling.InPlainForm(_said.AsSpan(0, _firstEnd))
            ? null
            : FirstOf(PhraseRole.Sentence, (row, end) =>
                !IsReport(row) && (row.Phrase.GoesOn || IsSentence(row, end)));

        /// <summary>Any sentence of a note. Behind another one even a kill asks a person.</summary>
        TakeStatus? Clause(bool isNote)
        {
            if (FirstOf(PhraseRole.Clause, (row, end) => row.Phrase.GoesOn || IsClause(row, end)) is { } first)
                return first;
            if (!isNote || IsQuotation())
                return null;
            var folded = Folded.Of(_text);
            for (var at = 1; at < _text.Length; at++)
            {
                if (BeginsClause(at, out var isList) && First(PhraseRole.Clause, phrase =>
                    phrase.Ends(folded, _text, at).Any(end =>
                        phrase.GoesOn || (!isList && Bare(_text[end..]).Length == 0))) is not null)
                    return TakeStatus.Withheld;
            }
            return null;
        }

        /// <summary>What the first row does that binds at the start, with no title of a report behind it.</summary>
        TakeStatus? FirstOf(PhraseRole role, Func<LexiconRow, int, bool> binds)
        {
            foreach (var row in Lexicon.Own.In(role))
            {
                foreach (var end in row.Phrase.Ends(_folded, _said, 0))
                {
                    if (IsToldOf(row, end) || !binds(row, end))
                        continue;
                    if (!IsInDoubt(row, end))
                        return row.Does;
                    if (row.Does == TakeStatus.Canceled || _said[end] is ',' or '，' or '、')
                        return TakeStatus.Withheld;
                }
            }
            return null;
        }

        bool BeginsClause(int at, out bool isList)
        {
            isList = at > 1 && _text[at - 2] == ',';
            return _text[at - 1] is '(' or '*' or '[' or '。' or '：' or '（' or '；' or '、' or '，'
                || (at > 1 && _text[at - 1] == ' ' && _text[at - 2] is '.' or ':' or '-' or ';' or ',' or '!' or '*');
        }

        TakeStatus? Anywhere() => First(PhraseRole.Anywhere, phrase =>
            Enumerable.Range(0, _folded.Length).Any(at => phrase.Ends(_folded, _said, at).Any()));

        bool IsQuotation() => _text.AsSpan().IndexOfAny('"', '“', '„') >= 0;

        /// <summary>"Do not use, said a note on the door": the verb of telling comes next.</summary>
        bool IsToldOf(LexiconRow row, int end) => end < _said.Length && _said[end] is ','
            && _said.Length - _said.AsSpan(end + 1).TrimStart(' ').Length is var at
            && Lexicon.Own.In(PhraseRole.Report, row).Any(told => told.Phrase.Ends(_folded, _said, at).Any());

        /// <summary>A verb of telling in the first sentence.</summary>
        bool IsReport(LexiconRow row) => IsIn(PhraseRole.Report, row, 0, _firstEnd);

        /// <summary>Whether a word of the role begins between the places.</summary>
        bool IsIn(PhraseRole role, LexiconRow of, int from, int to) => Lexicon.Own.In(role, of).Any(row =>
            Enumerable.Range(from, Math.Max(0, to - from)).Any(at => (at == 0 || !char.IsLetter(_folded[at - 1])
                || IsUnparted(_folded[at])) && row.Phrase.Ends(_folded, _said, at).Any()));

        /// <summary>A sign, the end, or what is said of where the item stands and how long.</summary>
        bool IsSentence(LexiconRow row, int end) => IsClause(row, end)
            || _said[end] is ',' or ')' or '，' or '、' or '）'
            || (_said[end] == ' ' && end + 2 < _said.Length && (char.IsDigit(_said[end + 1])
                || (_folded[end + 1] == 'a' && char.IsDigit(_said[end + 2]))));

        bool IsClause(LexiconRow row, int end) => IsEnded(_said, end)
            || (_said[end] is ',' or '，' or '、' && Continues(row, end))
            || Lexicon.Own.In(PhraseRole.After, row).Any(after => after.Phrase.Ends(_folded, _said, end).Any()
                || (_said[end] == ' ' && after.Phrase.Ends(_folded, _said, end + 1).Any()));

        /// <summary>What follows says why, or what comes instead, or asks once more.</summary>
        bool Continues(LexiconRow row, int at) => IsIn(PhraseRole.Reason, row, at, _said.Length)
            || (_said[at..].TrimStart(" ,，、:：".ToCharArray()) is { Length: > 0 } rest
                && new[] { PhraseRole.Sentence, PhraseRole.Clause }.Any(role =>
                    First(role, phrase => phrase.Ends(Folded.Of(rest), rest, 0).Any()) is not null));

        bool IsInDoubt(LexiconRow row) =>
            _said.AsSpan().IndexOfAny(':', '：') is > 0 and var colon && IsInDoubt(row, colon);

        /// <summary>
        /// Behind a comma comes what is no part of a notice, behind a colon what reads as a title: "Please
        /// hold: callers waited". A kill asks a person then.
        /// </summary>
        bool IsInDoubt(LexiconRow row, int end)
        {
            if (end >= _said.Length || row.Phrase.GoesOn || Continues(row, end))
                return false;
            var rest = _said.AsSpan(end).TrimStart();
            return rest[0] is ',' or '，' or '、' || (rest[0] is ':' or '：' && Headings.IsTitle(rest[1..].TrimStart(),
                inCapital: row.Role == PhraseRole.Sentence && row.Does == TakeStatus.Canceled));
        }

        static int FirstEnd(string text)
        {
            var stop = text.IndexOf(". ", StringComparison.Ordinal);
            var end = text.AsSpan(0, stop < 0 ? text.Length : stop).IndexOfAny('。', '\n');
            return end >= 0 ? end : stop >= 0 ? stop : text.Length;
        }

        /// <summary>Chinese, Japanese and Korean do not part all of their words.</summary>
        static bool IsUnparted(char c) => c >= '\u3040';

        static TakeStatus? First(PhraseRole role, Func<Phrase, bool> binds)
        {
            foreach (var row in Lexicon.Own.In(role))
            {
                if (binds(row.Phrase))
                    return row.Does;
            }
            return null;
        }

        /// <summary>
        /// <c>EDITORS: KILL</c>, <c>Eds: KILL</c>, <c>ATTN - KILL</c>: what is said to them.
        /// </summary>
        static string WithoutAddressee(string bare)
        {
            var folded = Folded.Of(bare);
            foreach (var row in Lexicon.Own.In(PhraseRole.Addressee))
            {
                foreach (var end in row.Phrase.Ends(folded, bare, 0))
                {
                    var rest = bare.AsSpan(end).TrimStart(' ');
                    if (!rest.IsEmpty && (rest[0] is ':' or '-' or '–' or ',' or '：'
                        || rest.StartsWith("KILL", StringComparison.Ordinal)))
                        return Bare(rest.TrimStart(" :-–,：").ToString());
                }
            }
            return bare;
        }

        /// <summary>Without the signs around it; a quotation mark stays that has its partner inside.</summary>
        static string Bare(string text)
        {
            var bare = text.Trim([.. Frame]);
            var start = text.IndexOf(bare, StringComparison.Ordinal);
            return start > 0 && text[start - 1] is '\'' && bare.Contains('\'') ? '\'' + bare : bare;
        }

        /// <summary>Nothing, or a sign that ends what was said: "WITHDRAWN troops" goes on.</summary>
        static bool IsParted(string text, int end, bool isInCapitals)
        {
            var rest = text.AsSpan(end);
            var trimmed = rest.TrimStart(' ');
            return trimmed.IsEmpty || trimmed[0] is ':' or '：' or '!' or '！' or '(' or '（' or ')' or '）'
                or ']' or '】' or '>' or ';' or '；'
                    or '='
                || rest[0] is '.' or ',' or '\'' or '。' or '，'
                || (trimmed[0] is '-' or '–' or '—' && (trimmed.Length < rest.Length
                    || (trimmed.Length > 2 && char.IsUpper(trimmed[1])
                        && !(isInCapitals && char.IsUpper(trimmed[2])))));
        }

        static bool IsEnded(string text, int end)
        {
            if (end >= text.Length)
                return true;
            var rest = text.AsSpan(end);
            var trimmed = rest.TrimStart(' ');
            return trimmed.IsEmpty || rest[0] is '.' or '!' or ':' or ';' or '。' or '！' or '：' or '；' or '（'
                || trimmed[0] == ':'
                || (trimmed[0] is '-' or '–' or '(' && trimmed.Length < rest.Length);
        }
    }
}
