using System.Collections.Frozen;

namespace Writethru.Rights.Licence;

/// <summary>What phrases of one or more words stand for.</summary>
sealed class PhraseTable<T>
{
    readonly FrozenDictionary<string, (string[] Words, T Meaning)[]> _byFirst;

    /// <param name="lines">A line a meaning: the phrases, separated by semicolons.</param>
    public PhraseTable(IEnumerable<(string Phrases, T Meaning)> lines)
    {
        _byFirst = lines
            .SelectMany(line => line.Phrases.Split(';').Select(phrase => (KeysOf(phrase), line.Meaning)))
            .GroupBy(phrase => phrase.Item1[0])
            .ToFrozenDictionary(group => group.Key,
                group => group.OrderByDescending(phrase => phrase.Item1.Length).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The place after the longest phrase there; -1 when there is none.</summary>
    public int Find(Clause clause, int at, out T meaning)
    {
        if (clause.Has(at) && _byFirst.TryGetValue(clause.Words[at].Key, out var phrases))
        {
            foreach (var (words, found) in phrases)
            {
                if (clause.After(at, words) is > 0 and var end)
                {
                    meaning = found;
                    return end;
                }
            }
        }
        meaning = default!;
        return -1;
    }

    static string[] KeysOf(string phrase) => [.. LicenceWords.Of(phrase).Select(word => word.Key)];
}
