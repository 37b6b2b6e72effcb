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
    [
        "The following", "This information", "The information below", "Die folgende", "Der folgende", "Folgende",
        "Les informations", "Ces informations", "Informations", "La siguiente", "Las siguientes", "Información",
        "Informacion", "Esta información", "Le seguenti", "이하", "아래", "다음", "以下",
    ];

    /// <summary>What a notice may be about that stands as a label before its words.</summary>
    static readonly string[] _labels =
    [
        "note", "notes", "contact", "contacts", "details", "editor", "editors", "desk",
        "desks", "media", "press", "for",
        "to", "the", "of", "background", "information", "hinweis", "hinweise", "an", "die", "redaktion", "redaktionen",
        "kontakt", "kontakte", "ansprechpartner", "adressen", "service", "internal", "intern",
    ];

    static readonly string[] _reports = [" said", " told ", " sagte", " dijo", " a dit", " has ", " had "];

    static readonly string[] _past = [" was ", " were ", " war ", " waren ", " wurde ", " wurden "];

    /// <summary>How far behind the words the verb may stand.</summary>
    const int PastReach = 45;

    static readonly string[] _phrases =
    [
        "not for publication", "not intended for publication", "not to be published", "not for the public",
        "for internal use", "internal use only", "for editors only", "editors only", "for editors' information only",
        "for editors’ information only", "for the information of editors only", "for your information only",
        "nicht zur veröffentlichung", "nicht zur veroeffentlichung", "nicht für die veröffentlichung",
        "nur zur internen", "nur für die redaktion",
        "pas destinées à la publication", "pas destinees a la publication",
        "no destinada a su publicación", "no destinada a la publicación", "no destinado a la publicación",
        "no están destinadas a la publicación", "non destinate alla pubblicazione",
        "보도용 아님", "보도 금지 참고", "내부용", "公表不可", "掲載不可", "報道不可", "放送不可", "ليس للنشر", "غير مخصص للنشر",
    ];

    static readonly SearchValues<string> _words = SearchValues.Create(_phrases, StringComparison.OrdinalIgnoreCase);

    /// <summary>Words that belong to the notice.</summary>
    static readonly string[] _more = [" or broadcast", " and broadcast", " bestimmt", " vorgesehen"];

    /// <summary>Words behind which an instant follows: an embargo.</summary>
    static readonly string[] _times =
    [
        " before", " until", " till", " prior", " ahead of", " vor ", " bis ", " avant", " jusqu",
        " antes", " hasta", " prima", " قبل", " حتى",
    ];

    /// <summary>Whether a note says it anywhere.</summary>
    public static bool AreIn(string text) => StartIn(text, out _) >= 0;

    /// <summary>Whether a paragraph or a line is the notice behind which nothing may be published.</summary>
    public static bool Opens(string text) => IsNotice(text);

    /// <summary>
    /// Where in a paragraph the notice starts: at the start of the paragraph, of a line, or of a sentence; -1 when
    /// nowhere.
    /// </summary>
    public static int OpensAt(string text)
    {
        if (!text.AsSpan().ContainsAny(_words))
            return -1;
        for (var at = 0; at < text.Length; at++)
        {
            var isStart = at == 0 || text[at - 1] == '\n'
                || text[at - 1] == ' ' && at > 1 && text[at - 2] is '.' or '!' or '?';
            if (isStart && IsNotice(text.AsSpan(at)))
                return at;
        }
        return -1;
    }

    /// <summary>The words by themselves, or a sentence that opens as such a notice does.</summary>
    static bool IsNotice(ReadOnlySpan<char> text)
    {
        var bare = text.TrimStart("*-#([—–_\"“„« ");
        bare = bare[..Math.Min(bare.Length, Reach)];
        var start = StartIn(bare, out var length);
        if (start > 0 && Tells(bare, start, length))
            return false;
        if (start <= 0)
            return start == 0 && EndsThere(bare[length..]);
        foreach (var opening in _openings)
        {
            if (bare.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return IsLabel(bare[..start]);
    }

    /// <summary>
    /// "The report that was not for publication leaked": the words tell of something else, and what follows is copy.
    /// </summary>
    static bool Tells(ReadOnlySpan<char> text, int start, int length)
    {
        // What stands behind a colon or on the next line is what is not for publication, and may tell what it likes.
        var behind = text[(start + length)..Math.Min(text.Length, start + length + PastReach)];
        text = behind.IndexOfAny(':', '\n') is >= 0 and var end
            ? text[..(start + length + end)]
            : text[..(start + length + behind.Length)];
        foreach (var verb in _reports)
        {
            if (text.Contains(verb, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        foreach (var verb in _past)
        {
            if (text[start..].Contains(verb, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return Telling.InPlainForm(text);
    }

    /// <summary><c>Contact details (not for publication):</c>, <c>Note to editors - not for publication</c>.</summary>
    static bool IsLabel(ReadOnlySpan<char> text)
    {
        var words = text.ToString().Split([' ', '(', '-', '–', ':', '[', '/'], StringSplitOptions.RemoveEmptyEntries);
        return text.TrimEnd(' ') is [.., '(' or '-' or '–' or ':' or '[' or '/']
            && words.All(word => _labels.Contains(word, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>"Not for publication was the report that leaked" is prose.</summary>
    static bool EndsThere(ReadOnlySpan<char> rest)
    {
        foreach (var more in _more)
        {
            if (rest.StartsWith(more, StringComparison.OrdinalIgnoreCase))
                rest = rest[more.Length..];
        }
        rest = rest.TrimStart(" \"”“»");
        return rest.IsEmpty || !char.IsLetterOrDigit(rest[0]);
    }

    static int StartIn(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        var start = text.IndexOfAny(_words);
        if (start < 0)
            return -1;
        foreach (var time in _times)
        {
            if (text[start..].IndexOf(time, StringComparison.OrdinalIgnoreCase) is >= 0 and < Reach / 4)
                return -1;
        }
        foreach (var words in _phrases)
        {
            if (text[start..].StartsWith(words, StringComparison.OrdinalIgnoreCase))
                length = Math.Max(length, words.Length);
        }
        return start;
    }
}
