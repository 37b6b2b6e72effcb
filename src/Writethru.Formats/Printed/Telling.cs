namespace Writethru.Formats.Printed;

/// <summary>
/// Whether a sentence tells, as copy does: a notice asks or announces, and in Korean and Japanese that is another form
/// of the verb; a Chinese sentence that tells who said it ends with that.
/// </summary>
static class Telling
{
    static readonly string[] _polite = ["니다", "ます", "ました", "ません", "です", "でした", "ください", "下さい"];

    static readonly string[] _plain = ["다", "た", "だ", "る", "ない", "说", "說", "表示"];

    /// <summary>
    /// The form in which newspapers tell: <c>취소했다</c>, <c>取り消した</c>; not <c>취소합니다</c>, <c>取り消しました</c>.
    /// </summary>
    public static bool InPlainForm(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(" .。!！?？\"”」』)）");
        return EndsWithOne(text, _plain) && !EndsWithOne(text, _polite);
    }

    static bool EndsWithOne(ReadOnlySpan<char> text, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (text.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
