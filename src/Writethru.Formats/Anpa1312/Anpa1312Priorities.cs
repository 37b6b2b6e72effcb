namespace Writethru.Formats.Anpa1312;

/// <summary>The letters of the second header line, from flash to weekend copy, as urgencies.</summary>
static class Anpa1312Priorities
{
    /// <summary>Flash, bulletin, urgent, rush, deferred, advance, Sunday, weekend: urgency 1 to 8.</summary>
    const string Letters = "fburdasw";

    /// <summary>Where a take names no urgency.</summary>
    const int Ordinary = 4;

    /// <summary>The urgency of a letter in either case; null when it is none of them.</summary>
    public static int? UrgencyOf(char letter) =>
        Letters.IndexOf(char.ToLowerInvariant(letter)) is >= 0 and var at ? at + 1 : null;

    public static char LetterOf(int? urgency) => Letters[Math.Clamp(urgency ?? Ordinary, 1, Letters.Length) - 1];
}
