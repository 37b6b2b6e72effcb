using Writethru.Copy;

namespace Writethru.Formats.Teleprinter;

/// <summary>The letters of a header that a channel chooses.</summary>
static class Letters
{
    const int Most = 3;

    /// <summary>The category of a take that names none: miscellaneous.</summary>
    const string NoCategory = "x";

    /// <summary>The service, in small letters, at most three; <c>wtu</c> when it has none.</summary>
    public static string Service(Channel channel)
    {
        var letters = string.Concat(channel.Service.Where(char.IsAsciiLetter).Take(Most)).ToLowerInvariant();
        return letters.Length > 0 ? letters.PadRight(Most, letters[^1]) : "wtu";
    }

    /// <summary>The agency as one word of a header.</summary>
    public static string Agency(Channel channel)
    {
        var word = string.Concat(channel.Provider.Select(c => c is ' ' ? '-' : c)
            .Where(c => char.IsAsciiLetterOrDigit(c) || c == '-').Take(20)).Trim('-');
        return word.Length > 0 && char.IsAsciiLetter(word[0]) ? word : "Writethru";
    }

    /// <summary>The first category of the take that a header can carry; <c>x</c> when it has none.</summary>
    public static string Category(Take take) => take.Subjects
        .FirstOrDefault(subject => subject.Scheme == Schemes.Category && subject.Code.Length is >= 1 and <= 3
            && subject.Code.All(char.IsAsciiLetter))?.Code ?? NoCategory;
}
