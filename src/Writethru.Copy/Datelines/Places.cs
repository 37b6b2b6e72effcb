using System.Collections.Immutable;

namespace Writethru.Copy.Datelines;

/// <summary>Whether what stands before a dash can be the places of a dateline.</summary>
static class Places
{
    /// <summary>The places of a printed list; a slash inside one name does not part it.</summary>
    public static ImmutableArray<string> Split(string place) => DatelineWords.IsSlashedPlace(place)
        ? [place]
        : [.. place.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Words that each start with a capital (or have no case), but for particles.</summary>
    public static bool IsName(string name)
    {
        foreach (var word in name.Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (char.IsLower(word[0]) && !DatelineWords.IsParticle(word.ToLowerInvariant().Split('\'', '’')[0]))
                return false;
        }
        return name.Any(char.IsLetter);
    }

    /// <summary>One to five words of letters; never a mark of position and never a number.</summary>
    public static bool IsAgencyShaped(string inside) => inside.Length >= 2 && !DatelineWords.IsPosition(inside)
        && inside.Any(char.IsLetter)
        && inside.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '/' or '.' or '&' or '\'' or '’')
        && !inside.All(c => char.IsDigit(c) || c is '-' or '/')
        && inside.Count(c => c == ' ') <= 4;

    /// <summary>
    /// The weaker the name, the more must stand beside it: capitals need a date, an agency or a long dash; a name in
    /// mixed case needs a known agency, or two of date, agency and dash; a script without case needs an agency.
    /// </summary>
    public static bool AreConvincing(
        string place, string region, PrintedDate? date, string agency, string separator, ReadOnlySpan<char> rest)
    {
        if (place.Length < 2 || !IsName(place) || place.Split('/').Any(part => part.Length == 0))
            return false;
        var dashed = separator.Length > 0;
        if (!place.Any(c => char.IsUpper(c) || char.IsLower(c)))
            return agency.Length > 0 && (dashed || date is not null || Agencies.IsKnown(agency));
        if (!IsCapitals(place))
        {
            return place.Count(c => c == ' ') <= 3
                && (agency.Length > 0 && (dashed || Agencies.IsKnown(agency)) || date is not null && dashed
                    && separator is not ":");
        }
        if (agency.Length > 0 || date is not null)
            return separator is not ":" || agency.Length > 0;
        var longDash = separator is "--" or "–" or "—" or "―" or "- -" or "_" || region.Length > 0 && separator is "-";
        return longDash && place.Count(c => c == ' ') <= 3 && !IsShouted(rest);
    }

    /// <summary>Capitals throughout, but for particles and the c of <c>McALLEN</c>.</summary>
    static bool IsCapitals(string place) =>
        place.Split([' ', '/', '-'], StringSplitOptions.RemoveEmptyEntries).All(word =>
            DatelineWords.IsParticle(word) || !word.Any(char.IsLower)
                || word.StartsWith("Mc", StringComparison.Ordinal) && word.Length > 3 && !word[2..].Any(char.IsLower));

    /// <summary>A line in capitals to its end is a headline.</summary>
    static bool IsShouted(ReadOnlySpan<char> rest)
    {
        var (upper, lower) = (0, 0);
        foreach (var c in rest)
        {
            if (char.IsUpper(c))
                upper++;
            else if (char.IsLower(c))
                lower++;
        }
        return upper > lower;
    }
}
