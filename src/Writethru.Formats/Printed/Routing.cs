namespace Writethru.Formats.Printed;

/// <summary>Lines above the headline that steer a transmission: routing codes and keywords.</summary>
static class Routing
{
    const int Longest = 60;

    /// <summary>
    /// <c>bdt0123 3 pl 250  dpa 0123</c>, <c>XCI21801 4 EST S0A QBXB</c>: a code that ends in digits, a priority, and
    /// more codes of at most four characters.
    /// </summary>
    public static bool IsCode(string text)
    {
        if (text.Length is < 10 or > Longest)
            return false;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3 || words[1] is not [>= '1' and <= '9'])
            return false;
        var letters = words[0].TakeWhile(char.IsAsciiLetter).Count();
        return letters is 2 or 3 or 4 && words[0].Length - letters >= 4
            && words[0].Skip(letters).All(char.IsAsciiDigit)
            && words.Skip(2).All(word => word.Length <= 4 && word.All(char.IsAsciiLetterOrDigit));
    }

    /// <summary>
    /// <c>QL</c>, <c>UR</c>, <c>QL UR</c> (AP): how a typesetter sets the line; never copy.
    /// </summary>
    public static bool IsToken(string text) => text is "QL" or "UR" or "QC" or "QL UR" or "UR QL";

    /// <summary>Where such tokens begin that end a line, with the space before them; its length when none do.</summary>
    public static int TokenIn(string line)
    {
        var end = line.Length;
        while (end > 3 && line[end - 3] == ' ' && IsToken(line[(end - 2)..end]))
            end -= 3;
        return end;
    }

    /// <summary>
    /// <c>US-vote-debate</c> (AFP): Latin words joined by hyphens, each in small letters or short capitals.
    /// </summary>
    /// <param name="text">The line.</param>
    /// <param name="words">How many words at least: three show it by themselves, two only above a headline.</param>
    public static bool IsSlug(string text, int words = 3)
    {
        if (text.Length is < 5 or > Longest || text.Contains(' '))
            return false;
        var parts = text.Split('-');
        return parts.Length >= words && parts.Count(part => part.Any(char.IsLetter)) >= 2 && parts.All(part =>
            part.Length > 0 && part.All(c => char.IsLetterOrDigit(c) && c < '\u0250')
            && (part.Length <= 6 && !part.Any(char.IsLower) || !part.Skip(1).Any(char.IsUpper)));
    }
}
