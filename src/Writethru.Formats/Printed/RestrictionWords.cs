using System.Buffers;
using System.Collections.Frozen;

namespace Writethru.Formats.Printed;

/// <summary>
/// Finds the words that limit use in one sentence of a caption, where they have no bracket of their own. When in
/// doubt it finds them: what no rule understands then denies the picture, which a person can clear; a missed limit is
/// published.
/// </summary>
static class RestrictionWords
{
    const int ShortSentence = 12;

    /// <summary>Enough wherever they stand, in any case.</summary>
    static readonly string[] _anywhere =
    [
        "for use only", "use only", "use restricted", "no redistribution", "no resale", "no archiv", "not for sale",
        "not for use", "not for resale", "not for distribution", "not for redistribution", "not for publication",
        "not for broadcast", "not for release", "for editorial use", "restricted to ", "mandatory credit",
        "all rights reserved", "without permission", "without written", "third party", "use outside ",
        "use is prohibited", "redistribution", "use prohibited", "use forbidden", "may not be used",
        "must not be used", "may not be published",
        "must not be published", "subject to restrictions", "restrictions apply", "latest restrictions",
        "rights excluded", "rights except", "written agreement", "broadcasters: none", "재판매",
        "not for syndication", "not available in ", "not available to ", "no ai ",
        "sperrgebiet", "honorarpflichtig", "nur für ", "verwendung", "weitergabe", "nicht verwenden",
        "interdit", "usage éditorial", "diffusion restreinte", "uso editorial", "solo para uso", "prohibid",
        "재배포", "사용 금지", "금지", "무단", "내에서만", "使用禁止", "転載", "禁転載", "禁止", "国内限定", "利用不可", "使用不可", "掲載不可", "配信不可",
        "転載不可", "사용 불가", "이용 불가",
        "게재 불가", "배포 불가", "사용불가",
        "يمنع", "حصري", "للاستخدام", "حظر النشر", "يحظر", "엠바고", "sperrfrist",
    ];

    /// <summary>Enough at the start of a sentence, or with a capital.</summary>
    static readonly string[] _opening =
    [
        "no use", "no sale", "no publication", "no broadcast", "no online", "no internet", "no mobile", "no tv",
        "no commercial", "no third", "no access", "no syndication", "no licensing", "no print", "no crop", "no web",
        "no magazine", "no advertising", "no social", "no data mining", "no machine learning", "no text and data",
        "pas d'archive", "pas de revente", "pas de vente", "pas d'utilisation", "no usar en ", "no utilizar en ",
        "no difundir en ", "not for commercial", "not for online", "not for archiv", "not for tv",
        "do not use", "do not publish", "do not distribute", "do not archive", "do not redistribute",
        "do not broadcast", "may not be ", "must not be ", "for use in ", "restricted use", "strictly ", "embargoed",
        "embargo:", "embargo ", "use in ", "except ", "exclusive to ", "exclusive for ", "for clients ",
        "for subscribers ",
    ];

    /// <summary>For whom a limit is, as a label before it: <c>Broadcasters: no use after 48 hours</c>.</summary>
    static readonly FrozenSet<string> _users = new[]
    {
        "broadcasters", "newspapers", "magazines", "websites", "online", "internet", "media", "print", "tv", "radio",
        "clients", "subscribers", "editors", "all", "photos", "pictures", "images", "video", "text",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>One of these stands in every text that limits anything; most texts have none.</summary>
    static readonly SearchValues<string> _any =
        SearchValues.Create([.. _anywhere, .. _opening, "out", "only"], StringComparison.OrdinalIgnoreCase);

    static readonly string[] _joints = ["AND", "and", "&", "OR", "or", "THE", "the", "OF", "of", "/"];

    /// <summary>Whether it is worth looking at the sentences of a text one by one.</summary>
    public static bool MayBeIn(string text) => text.AsSpan().ContainsAny(_any);

    /// <summary>Where the words stand in the sentence; null when it has none.</summary>
    public static (int Start, int End)? In(string sentence)
    {
        var words = RestrictedPlace.In(sentence, _joints);
        if (PhraseIn(sentence) is var (at, _))
        {
            var start = IsTakenWhole(sentence, at) ? 0 : at;
            return (words is { } place ? Math.Min(start, place.Start) : start, sentence.Length);
        }
        return words is not null && !sentence.Any(char.IsLower) ? (0, sentence.Length) : words;
    }

    /// <summary>Prose that only opens as a limit does: "No sale is planned, the ministry said."</summary>
    public static bool IsReported(string sentence) =>
        _reports.Any(word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase));

    static readonly string[] _reports = [" said", " told ", " was ", " were ", " had ", " would ", " says"];

    /// <summary>The first words that limit, and where they stand; null when there are none.</summary>
    public static (int At, string Phrase)? PhraseIn(string sentence)
    {
        (int At, string Phrase)? first = null;
        foreach (var phrase in _anywhere)
        {
            if (sentence.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
                Take(at, phrase);
        }
        foreach (var phrase in _opening)
        {
            var at = sentence.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (at == 0 || at > 1 && sentence[at - 2] == ':'
                || at > 0 && sentence[at - 1] is ' ' or ',' && char.IsUpper(sentence[at])
                && !char.IsLower(sentence[at + 1 < sentence.Length ? at + 1 : at]))
                Take(at, phrase);
        }
        return first;

        void Take(int at, string phrase)
        {
            if (first is not { } earlier || at < earlier.At
                || at == earlier.At && phrase.Length > earlier.Phrase.Length)
                first = (at, phrase);
        }
    }

    /// <summary>
    /// A short sentence counts whole, so that an exception before the words is not lost; of a longer one, or behind a
    /// comma or a credit, only what starts with them.
    /// </summary>
    static bool IsTakenWhole(string sentence, int at) => at == 0 || !sentence.Any(char.IsLower)
        || sentence.AsSpan(0, at).IndexOfAny(',', '/') < 0
            && (sentence.IndexOf(':', 0, at) is var colon && (colon < 0 || _users.Contains(sentence[..colon])))
            && sentence.AsSpan().Count(' ') < ShortSentence;
}
