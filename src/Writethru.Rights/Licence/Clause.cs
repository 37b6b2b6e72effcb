using System.Collections.Frozen;
using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights.Licence;

/// <summary>A place in a licence line at which a clause may begin, and the steps over the words after it.</summary>
/// <remarks>
/// Positions are indices of words. A step that does not fit stays where it is, or gives -1 where it says so.
/// </remarks>
readonly record struct Clause(LicenceText Line, int Start)
{
    /// <summary>Longest list of places that is followed; it bounds the work at every start.</summary>
    const int MaxPlaces = 32;

    /// <summary>Most uses or acts that one clause may join.</summary>
    public const int MaxJoined = 6;

    public string Text => Line.Text;

    public List<LicenceWord> Words => Line.Words;

    /// <summary>Whether a word stands there that belongs to the same phrase.</summary>
    public bool Has(int at) => at < Words.Count && (at == Start || Words[at].Gap <= Gap.Loose);

    public bool Is(int at, string key) => Has(at) && Words[at].Key == key;

    public bool Is(int at, FrozenSet<string> keys) => Has(at) && keys.Contains(Words[at].Key);

    public int Skip(int at, FrozenSet<string> keys) => Is(at, keys) ? at + 1 : at;

    public int Skip(int at, string key) => Is(at, key) ? at + 1 : at;

    /// <summary>The place after these words; -1 when others stand there.</summary>
    public int After(int at, string[] keys)
    {
        foreach (var key in keys)
        {
            if (!Is(at++, key))
                return -1;
        }
        return at;
    }

    /// <summary>The place after a way to say no; -1 when there is none.</summary>
    public int AfterNo(int at)
    {
        foreach (var keys in LicenceVocabulary.No)
        {
            if (After(at, keys) is > 0 and var next)
                return next;
        }
        return -1;
    }

    /// <summary>Whether a clause may end before that word.</summary>
    public bool Ends(int at) => at >= Words.Count || Words[at].Gap != Gap.Space
        || LicenceVocabulary.And.Contains(Words[at].Key) || Words[at].Key == "no";

    /// <summary>The longest name of a place there; the place after it, or -1.</summary>
    public int Place(int at, out Area area) => Line.Place(at, out area);

    /// <summary>A list of places there; the place after it, or -1 when not even one stands there.</summary>
    public int PlaceList(int at, out Area area)
    {
        area = Area.None;
        return Has(at) ? Line.PlaceList(at, ReadPlaces, out area) : -1;
    }

    (int End, Area Area) ReadPlaces(int at)
    {
        var area = Area.None;
        var end = -1;
        var count = 0;
        for (var next = at; next >= 0 && count++ < MaxPlaces; next = NextListed(end))
        {
            // "El Salvador" begins with an article of its own.
            var after = Place(next, out var found);
            if (after < 0)
                after = Place(Skip(next, LicenceVocabulary.Articles), out found);
            if (after < 0)
                break;
            area = area.With(found);
            end = after;
        }
        return (end, area);
    }

    /// <summary>
    /// The same line from that word on, whatever stands before it, if nothing but these marks and white space does.
    /// </summary>
    public Clause? Behind(int at, string marks)
    {
        if (at <= 0 || at >= Words.Count || Words[at].Gap == Gap.Sentence)
            return null;
        foreach (var c in Text.AsSpan(Words[at - 1].End..Words[at].Start))
        {
            if (!char.IsWhiteSpace(c) && !marks.Contains(c))
                return null;
        }
        return this with { Start = at };
    }

    /// <summary>Where the next member of a list stands that may go on there; -1 when the list ends.</summary>
    public int NextListed(int at)
    {
        if (at >= Words.Count)
            return -1;
        var isListed = Words[at].Gap == Gap.Mark && Words[at].IsListed;
        if (Words[at].Gap <= Gap.Loose || isListed)
        {
            if (LicenceVocabulary.And.Contains(Words[at].Key))
                return at + 1 < Words.Count && Words[at + 1].Gap <= Gap.Loose ? at + 1 : -1;
        }
        return isListed ? at : -1;
    }
}

/// <summary>A clause that was understood.</summary>
/// <param name="SpanEnd">Index after the last word of its rules.</param>
/// <param name="End">Index after the last word that it covers; the words between say nothing.</param>
/// <param name="Rules">Its rules; their spans are still to be set.</param>
readonly record struct ClauseMatch(int SpanEnd, int End, ImmutableArray<UsageRule> Rules)
{
    public ClauseMatch(int end, params ImmutableArray<UsageRule> rules) : this(end, end, rules)
    {
    }

    /// <summary>
    /// Whether its words have to be listed as not understood all the same: they say that something is withheld, but not
    /// until when.
    /// </summary>
    public bool IsOpen { get; init; }
}
