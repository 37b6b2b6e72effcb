namespace Writethru.Formats.Printed;

/// <summary>How a headline speaks that opens as a notice does.</summary>
static class Headings
{
    const int Reach = 40;

    static readonly string[] _questions =
    [
        "how ", "why ", "what ", "who ", "when ", "where ", "inside ", "wie ", "warum ", "comment ",
        "pourquoi ", "ce que ", "cómo ", "por qué ", "qué ", "como ", "come ", "perché ", "hoe ", "waarom ", "hur ",
        "varför ", "så ", "slik ", "hvordan ", "hvorfor ", "sådan ", "så ", "näin ", "miten ", "miksi ",
        "как ", "почему ",
    ];

    /// <summary>
    /// <c>WITHDRAWN: how the army left the island</c>: behind its first colon it tells what the copy is about.
    /// </summary>
    public static bool AsksWhat(string text)
    {
        var colon = text.AsSpan(0, Math.Min(text.Length, Reach)).IndexOf(':');
        if (colon <= 0)
            return false;
        var rest = text.AsSpan(colon + 1).TrimStart(' ');
        foreach (var word in _questions)
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return rest.Length > word.Length && char.IsLower(rest[word.Length]);
        }
        return false;
    }

    /// <summary>Whether words behind a colon read as the title of a report: three words or more.</summary>
    /// <param name="rest">The words.</param>
    /// <param name="inCapital">Also with a capital letter, as the name of an item opens.</param>
    public static bool IsTitle(ReadOnlySpan<char> rest, bool inCapital) =>
        rest.Length > 0 && (char.IsLower(rest[0]) || (inCapital && char.IsUpper(rest[0])))
        && rest.Trim().Count(' ') >= 2;
}
