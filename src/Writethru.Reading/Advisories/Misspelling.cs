namespace Writethru.Reading.Advisories;

/// <summary>How far two words lie apart: notes are typed in haste.</summary>
static class Misspelling
{
    /// <summary>Longest word that is compared; it bounds the work.</summary>
    const int Longest = 24;

    /// <summary>Whether the words differ by at most so many letters.</summary>
    public static bool IsNear(string a, string b, int most) =>
        a.Length <= Longest && b.Length <= Longest && Math.Abs(a.Length - b.Length) <= most && Distance(a, b) <= most;

    /// <summary>Whether the word is "paragraph", whatever became of it.</summary>
    public static bool IsParagraph(string key) => key.Length is >= 7 and <= 12 && key[0] == 'p'
        && (IsNear(key, "paragraph", 2) || IsNear(key, "paragraphs", 2));

    // How many letters to change, add or drop.
    static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], next);
            }
        }
        return row[^1];
    }
}
