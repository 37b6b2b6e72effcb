using Writethru.Copy;

namespace Writethru.App.Pages;

/// <summary>What stands in a list for a story to which the agency gave no headline.</summary>
static class Lead
{
    const int MaxLength = 140;

    /// <summary>Said wherever the start of a lead stands in a headline's place (law 10).</summary>
    public static string Mark(Take take) =>
        $"No headline from the agency; this is the start of the {(take.Kind == TakeKind.Picture ? "caption" : "lead")}";

    /// <summary>
    /// The start of the first paragraph, of a picture that of its caption, cut between words; whole when it is short.
    /// </summary>
    public static string Of(Take take)
    {
        var text = take is { Kind: TakeKind.Picture, Pictures: [var picture, ..] } ? picture.Caption
            : take.Body.IsEmpty ? ""
            : take.Body[0].Text;
        if (text.Length <= MaxLength)
            return text;
        var space = text.LastIndexOf(' ', MaxLength);
        // Copy without spaces (Chinese, Japanese, a URL) is cut at the limit, but never inside a surrogate pair.
        var end = space > MaxLength / 2 ? space : char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return text[..end].TrimEnd() + "…";
    }
}
