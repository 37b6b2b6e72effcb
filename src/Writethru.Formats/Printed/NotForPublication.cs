using System.Buffers;

namespace Writethru.Formats.Printed;

/// <summary>
/// The words "not for publication", for all time; "not for publication before …" is an embargo and none of them.
/// </summary>
static class NotForPublication
{
    /// <summary>How far into a notice its words are looked for, in UTF-16 units.</summary>
    const int Reach = 200;

    static readonly string[] _openings =
        ["The following", "Die folgenden", "Les informations", "La siguiente", "Las siguientes", "Le seguenti"];

    static readonly SearchValues<string> _words = SearchValues.Create(
    [
        "not for publication", "not intended for publication", "not to be published", "not for the public",
        "for internal use", "internal use only", "for editors only", "editors only",
        "nicht zur veröffentlichung", "nicht zur veroeffentlichung", "nicht für die veröffentlichung",
        "nur zur internen", "nur für die redaktion",
        "pas destinées à la publication", "pas destinees a la publication",
        "no destinada a su publicación", "no están destinadas a la publicación", "non destinate alla pubblicazione",
        "보도용 아님", "보도 금지 참고", "公表不可", "掲載不可", "ليس للنشر", "غير مخصص للنشر",
    ], StringComparison.OrdinalIgnoreCase);

    /// <summary>Words behind which an instant follows: an embargo.</summary>
    static readonly string[] _times =
    [
        " or broadcast", " before", " until", " till", " prior", " ahead of", " vor ", " bis ", " avant", " jusqu",
        " antes", " hasta", " prima", " قبل", " حتى",
    ];

    /// <summary>Whether a note says it anywhere.</summary>
    public static bool AreIn(string text) => StartIn(text) >= 0;

    /// <summary>Whether a paragraph or a line is the notice behind which nothing may be published.</summary>
    public static bool Opens(string text)
    {
        var bare = text.AsSpan().TrimStart("*-#( ");
        var start = StartIn(bare[..Math.Min(bare.Length, Reach)]);
        if (start <= 0)
            return start == 0;
        foreach (var opening in _openings)
        {
            if (bare.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    static int StartIn(ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAny(_words);
        if (start < 0)
            return -1;
        foreach (var time in _times)
        {
            if (text[start..].IndexOf(time, StringComparison.OrdinalIgnoreCase) is >= 0 and < Reach / 4)
                return -1;
        }
        return start;
    }
}
