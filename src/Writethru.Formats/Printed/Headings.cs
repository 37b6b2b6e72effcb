namespace Writethru.Formats.Printed;

/// <summary>How a headline speaks that opens as a notice does.</summary>
static class Headings
{
    const int Reach = 40;

    static readonly string[] _questions =
    [
        "how ", "why ", "what ", "who ", "when ", "where ", "inside ", "wie ", "warum ", "comment ",
        "pourquoi ", "ce que ", "cómo ", "por qué ", "qué ",
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
}
