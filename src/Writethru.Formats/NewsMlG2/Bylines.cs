namespace Writethru.Formats.NewsMlG2;

/// <summary>The words with which a byline opens.</summary>
static class Bylines
{
    static readonly string[] _openers = ["By ", "BY ", "by ", "Von ", "VON ", "Par ", "PAR ", "Por ", "POR "];

    /// <summary>The byline without a leading "By"; the same text when it has none.</summary>
    public static string WithoutBy(string text) =>
        _openers.FirstOrDefault(opener => text.StartsWith(opener, StringComparison.Ordinal)) is { } found
            && text.Length > found.Length ? text[found.Length..].TrimStart() : text;
}
