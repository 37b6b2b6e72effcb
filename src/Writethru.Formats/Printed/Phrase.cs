using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Writethru.Formats.Printed;

/// <summary>
/// A phrase of a lexicon, as it is written there: <c>(a|b)</c> one of them, <c>[a]</c> with or without, <c>{name}</c>
/// what the lexicon has under that name, <c>~</c> the name of an item, in quotation marks or as a slug, <c>…</c> some
/// words of the same sentence, at the end: whatever follows. A blank stands for any number of blanks. Immutable.
/// </summary>
sealed class Phrase
{
    const char GoesOnSign = '…', NameSign = '~';

    readonly Node _whole;

    Phrase(Node whole, bool goesOn, bool isInCapitals) =>
        (_whole, GoesOn, IsInCapitals) = (whole, goesOn, isInCapitals);

    /// <summary>Whether something may follow that belongs to it.</summary>
    public bool GoesOn { get; }

    /// <summary>Whether it is written in capitals, and binds in capitals alone.</summary>
    public bool IsInCapitals { get; }

    /// <summary>
    /// Pieces of which each text that has the phrase has one, as they are written and without accents; the longest that
    /// there are.
    /// </summary>
    public IEnumerable<string> Triggers => _whole.Cut() ?? [];

    /// <summary>Reads a phrase.</summary>
    /// <param name="text">As it stands in the lexicon.</param>
    /// <param name="slots">What stands for names in braces.</param>
    /// <exception cref="FormatException">A bracket has no partner, or a name is not known.</exception>
    public static Phrase Parse(string text, IReadOnlyDictionary<string, string> slots)
    {
        var goesOn = text.EndsWith(GoesOnSign);
        var parser = new Parser(goesOn ? text[..^1] : text, slots);
        return new Phrase(parser.Whole(), goesOn, text.Any(char.IsUpper) && !text.Any(char.IsLower));
    }

    /// <summary>Where the phrase ends that begins there: each place where it may, none when it does not.</summary>
    /// <param name="folded">The text, folded.</param>
    /// <param name="text">The text, as long.</param>
    /// <param name="at">Where it begins.</param>
    public IEnumerable<int> Ends(string folded, string text, int at)
    {
        if (IsInCapitals && at < text.Length && char.IsLower(text[at]))
            return [];
        SortedSet<int> ends = [];
        _whole.Match(folded, at, ends);
        return ends.Reverse().Where(end => IsWhole(text, end)
            && !(IsInCapitals && text[at..end].Any(char.IsLower)));
    }

    /// <summary>A word that has case ends where no letter follows; other scripts do not part their words.</summary>
    static bool IsWhole(string text, int end) => end == 0 || end >= text.Length
        || !(char.IsLower(text[end - 1]) || char.IsUpper(text[end - 1])) || !char.IsLetter(text[end]);

    /// <summary>One way to write a part of a phrase, or several.</summary>
    abstract record Node
    {
        /// <summary>Adds each place where the part ends that begins there.</summary>
        public abstract void Match(string folded, int at, SortedSet<int> ends);

        /// <summary>Pieces of which each text of the part has one; null when it may be empty.</summary>
        public abstract IReadOnlyList<string>? Cut();
    }

    sealed record Literal(string Text) : Node
    {
        readonly string _folded = Folded.Of(Text);

        public override void Match(string folded, int at, SortedSet<int> ends)
        {
            foreach (var c in _folded)
            {
                if (c == ' ')
                {
                    var from = at;
                    while (at < folded.Length && char.IsWhiteSpace(folded[at]))
                        at++;
                    if (from == at)
                        return;
                }
                else if (at >= folded.Length || folded[at++] != c)
                    return;
            }
            ends.Add(at);
        }

        public override IReadOnlyList<string>? Cut() =>
            Text.Trim() is { Length: > 0 } word ? [.. new[] { word, Folded.Of(word) }.Distinct()] : null;
    }

    /// <summary><c>"Ferry sinks"</c>, <c>Norland-ferry</c>, <c>a0123</c>.</summary>
    sealed record Name : Node
    {
        const int Longest = 120;

        const string Opening = "\"“„«‹「『《<'‘";

        static readonly SearchValues<char> _closing = SearchValues.Create("\"”“»›」』》>'");

        public override void Match(string folded, int at, SortedSet<int> ends)
        {
            var rest = folded.AsSpan(at, Math.Min(Longest, folded.Length - at));
            if (rest.IsEmpty)
                return;
            if (Opening.Contains(rest[0]))
            {
                if (rest[1..].IndexOfAny(_closing) is > 0 and var length)
                    ends.Add(at + length + 2);
                return;
            }
            var slug = rest[..(rest.IndexOf(' ') is >= 0 and var blank ? blank : rest.Length)].TrimEnd(".,:;!");
            if (slug.Length > 2 && (slug.IndexOfAny('-', '_', '/') > 0 || slug.IndexOfAnyInRange('0', '9') > 0))
                ends.Add(at + slug.Length);
        }

        public override IReadOnlyList<string>? Cut() => null;
    }

    /// <summary>Some words, as far as the sentence goes.</summary>
    sealed record Gap : Node
    {
        const int Longest = 80;

        public override void Match(string folded, int at, SortedSet<int> ends)
        {
            for (var end = at + 1; end <= Math.Min(folded.Length, at + Longest); end++)
            {
                if (folded[end - 1] is '.' or ',' or ':' or '。' or '，' or '、' or '：')
                    return;
                ends.Add(end);
            }
        }

        public override IReadOnlyList<string>? Cut() => null;
    }

    sealed record Sequence(ImmutableArray<Node> Parts) : Node
    {
        public override void Match(string folded, int at, SortedSet<int> ends)
        {
            SortedSet<int> reached = [at];
            foreach (var part in Parts)
            {
                SortedSet<int> next = [];
                foreach (var place in reached)
                    part.Match(folded, place, next);
                reached = next;
            }
            ends.UnionWith(reached);
        }

        public override IReadOnlyList<string>? Cut() => Parts.Select(part => part.Cut()).OfType<IReadOnlyList<string>>()
            .MaxBy(pieces => pieces.Min(piece => piece.Length));
    }

    sealed record Choice(ImmutableArray<Node> Ways, bool IsOptional) : Node
    {
        public override void Match(string folded, int at, SortedSet<int> ends)
        {
            if (IsOptional)
                ends.Add(at);
            foreach (var way in Ways)
                way.Match(folded, at, ends);
        }

        public override IReadOnlyList<string>? Cut()
        {
            var cuts = Ways.Select(way => way.Cut()).ToList();
            return IsOptional || cuts.Contains(null) ? null : [.. cuts.SelectMany(pieces => pieces!)];
        }
    }

    sealed class Parser(string text, IReadOnlyDictionary<string, string> slots)
    {
        int _at;

        public Node Whole()
        {
            var whole = Ways();
            return _at == text.Length ? whole : throw Wrong("no partner of ')' or ']'");
        }

        Node Ways()
        {
            List<Node> ways = [Parts()];
            while (_at < text.Length && text[_at] == '|')
            {
                _at++;
                ways.Add(Parts());
            }
            return ways is [var only] ? only : new Choice([.. ways], IsOptional: false);
        }

        Sequence Parts()
        {
            var parts = ImmutableArray.CreateBuilder<Node>();
            var literal = new StringBuilder();
            while (_at < text.Length && text[_at] is not ('|' or ')' or ']'))
            {
                var c = text[_at++];
                if (c is not ('(' or '[' or '{' or NameSign or GoesOnSign))
                {
                    literal.Append(c);
                    continue;
                }
                Flush();
                parts.Add(c switch
                {
                    '(' => Group(')'),
                    '[' => new Choice([Group(']')], IsOptional: true),
                    NameSign => new Name(),
                    GoesOnSign => new Gap(),
                    _ => Slot(),
                });
            }
            Flush();
            return new Sequence(parts.DrainToImmutable());

            void Flush()
            {
                if (literal.Length > 0)
                    parts.Add(new Literal(literal.ToString()));
                literal.Clear();
            }
        }

        Node Group(char end)
        {
            var group = Ways();
            return _at < text.Length && text[_at++] == end ? group : throw Wrong($"'{end}'");
        }

        Node Slot()
        {
            var end = text.IndexOf('}', _at);
            var name = end < 0 ? throw Wrong("'}'") : text[_at..end];
            _at = end + 1;
            return slots.TryGetValue(name, out var way) ? new Parser(way, slots).Whole() : throw Wrong("a known name");
        }

        FormatException Wrong(string expected) => new($"Found the phrase '{text}', expected {expected} at {_at}.");
    }
}
