using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>A licence line, its words, and the countries among them.</summary>
/// <remarks>Each place is looked up once, so that the work stays in proportion to the length.</remarks>
sealed class LicenceText(string text)
{
    readonly Dictionary<int, (int End, string Code)> _countries = [];

    public string Text => text;

    public List<LicenceWord> Words { get; } = LicenceWords.Of(text);

    /// <summary>The longest name of a country at that word: the index after it, or -1.</summary>
    public int Country(int at, out string code)
    {
        if (!_countries.TryGetValue(at, out var found))
            _countries[at] = found = Find(at);
        code = found.Code;
        return found.End;
    }

    (int End, string Code) Find(int at)
    {
        if (at >= Words.Count)
            return (-1, "");
        var last = at;
        while (last + 1 < Words.Count && last + 1 - at < Countries.LongestNameInWords
            && Words[last + 1].Gap <= Gap.Loose)
            last++;
        for (; last >= at; last--)
        {
            var name = text[Words[at].Start..Words[last].End];
            // "us" is a pronoun, and Georgia a country and a state: neither may decide who gets a picture.
            if (name != "us" && Words[last].Key != "georgia" && Countries.Find(name) is { } code)
                return (last + 1, code);
        }
        return (-1, "");
    }
}
