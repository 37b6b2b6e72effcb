using System.Buffers;
using System.Collections.Frozen;

namespace Writethru.Formats.Printed;

/// <summary>
/// Tells a sentence that limits use from one that only has its words: a limit speaks of use ("Le film est interdit"
/// does not), and its verbs are those of limits ("Redistribution of wealth remains …" has another).
/// </summary>
static class LimitSentence
{
    /// <summary>With more words that belong to no limit a paragraph may bind, but stays copy.</summary>
    const int MostForeign = 2;

    /// <summary>What use is made of and what is used: how the words begin, folded.</summary>
    static readonly string[] _use =
    [
        "use", "usag", "usabl", "image", "imagen", "photo", "foto", "picture", "publi",
        "republi", "broadcast", "telecast",
        "redistrib", "distrib", "reproduc", "reprod", "archiv", "resale", "resell", "resold", "sale",
        "sell", "sold", "commerc",
        "editorial", "media", "print", "online", "internet", "web", "mobile", "televis", "radio",
        "syndic", "licen", "copyright",
        "credit", "permission", "consent", "authori", "rights", "restrict", "client", "subscriber", "customer",
        "magazin", "newspaper", "advertis", "promot", "crop", "material", "content", "footage",
        "video", "stream", "post",
        "social", "training", "servic", "transmi", "rewrit", "cop", "alter", "modif", "caption",
        "book", "calendar", "merchand",
        "verwend", "verwert", "nutz", "weitergabe", "veroffentlich", "abdruck", "nachdruck",
        "honorar", "redaktion", "werb",
        "bild", "sendung", "vervielf", "berichterstatt",
        "utili", "diffus", "exploit", "redaction", "vente", "presse", "cession",
        "uso", "usar", "difu", "redifu", "venta", "prensa", "cesion",
    ];

    /// <summary>
    /// Words that join the others, name a time or an end, or forbid; in English, German, French, Spanish.
    /// </summary>
    static readonly FrozenSet<string> _joining = Words(
        "a an the this these that all any each other of in on at to for from by with without within outside only not "
        + "no and or is are be been may must can cannot except unless until before after as such except strictly "
        + "exclusively solely mandatory required prior written express purposes purpose party parties third prohibited "
        + "forbidden allowed permitted barred banned available limited reserved expressly hours hour days day months "
        + "month years year week weeks time times once single prohibits out per it its their our your you do please "
        + "must countries country territory territories world worldwide region regions local non tv pm am "
        + "der die das den dem des ein eine fur nur nicht und oder ohne mit im in von zu zum zur ist sind wird werden "
        + "untersagt verboten gestattet erlaubt zulassig genehmigung ausschließlich bis vor nach ab sowie "
        + "auf auch jede jeder jegliche zwecke gebuhr kostenpflichtig frei kein keine "
        + "le la les l' un une de du des et ou a au aux en pour par sans pas ne est sont interdit interdite interdits "
        + "interdites autorise autorisee reserve reservee strictement exclusif exclusivement hors seulement uniquement "
        + "avant apres jusqu sauf tout toute "
        + "el los las una del y o por para sin con esta estan prohibido prohibida prohibidos prohibidas permitido "
        + "permitida solo exclusivo exclusiva fuera hasta antes todo toda");

    /// <summary>Behind these a noun is what the sentence speaks of.</summary>
    static readonly FrozenSet<string> _articles = Words(
        "the this these a an der die das ein eine le la les un une el los las");

    static readonly FrozenSet<string> _finite = Words(
        "is are has have will wird werden ist sind hat haben est sont ont esta estan ha han sera seront");

    static readonly FrozenSet<string> _forbidding = Words(
        "prohibited forbidden allowed permitted barred banned available limited reserved required restricted embargoed "
        + "used published broadcast distributed redistributed reproduced archived sold resold licensed authorized "
        + "authorised untersagt verboten gestattet erlaubt zulassig "
        + "interdit interdite interdits interdites autorise autorisee reserve reservee "
        + "prohibido prohibida prohibidos prohibidas permitido permitida");

    /// <summary>They limit in any company; the other words of limits only among words of use.</summary>
    static readonly FrozenSet<string> _strong = new[]
    {
        "for use in ", "for use only", "use only", "use restricted", "no redistribution", "no resale",
        "no archiv", "not for use",
        "not for resale", "not for redistribution", "not for publication", "not for broadcast", "for editorial use",
        "all rights reserved", "use is prohibited", "no use", "no publication", "no broadcast", "do not distribute",
        "do not archive", "do not redistribute", "do not broadcast", "usage éditorial", "uso editorial",
        "use prohibited", "use forbidden", "not for syndication", "sperrgebiet", "honorarpflichtig",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What is used, in scripts without case.</summary>
    static readonly SearchValues<string> _useElsewhere = SearchValues.Create(
    [
        "사용", "이용", "활용", "전재", "배포", "게재", "보도", "판매", "복제", "방송", "공개", "저작", "내에서만", "엠바고",
        "使用", "利用", "転載", "掲載", "配信", "販売", "複製", "放送", "報道", "公開", "引用", "国内限定",
        "استخدام", "نشر", "بث", "توزيع", "تداول", "حصري", "صور",
    ], StringComparison.Ordinal);

    static readonly string[] _koreanRules = ["니다", "금한다", "금지한다", "금지된다", "없다"];

    static readonly string[] _japaneseRules = ["禁じる", "禁ずる", "限る", "限定する", "禁止する", "禁止される"];

    static readonly char[] _signs = [' ', '\u00A0', ',', ';', ':', '/', '-', '–', '"', '“', '”',
        '(', ')', '.', '!', '&'];

    /// <summary>Whether the sentence tells something and limits nothing.</summary>
    public static bool Tells(string sentence)
    {
        if (Script(sentence) is not Scripts.Latin and var script)
            return TellsElsewhere(sentence, script);
        if (!sentence.Any(char.IsLower) || RestrictionWords.PhraseIn(sentence) is not var (at, phrase))
            return false;
        var end = at + phrase.Length;
        while (end < sentence.Length && char.IsLetter(sentence[end]) && char.IsLetter(sentence[end - 1]))
            end++;
        var (before, behind) = (WordsOf(sentence[..at]), WordsOf(sentence[end..]));
        var speaksOfUse = before.Concat(WordsOf(phrase)).Any(IsUse);
        if (before.Any(IsForeign) || !speaksOfUse && before.Any(word => _articles.Contains(word) || IsFinite(word)))
            return true;
        if (behind.Any(IsFinite) && !before.Concat(behind).Concat(WordsOf(phrase)).Any(IsForbidding))
            return true;
        return !_strong.Contains(phrase) && behind.Any(IsForeign) && !behind.Concat(before).Any(IsUse);
    }

    /// <summary>
    /// Whether it is an instruction beyond doubt: hardly a word in it belongs to anything but a limit.
    /// </summary>
    public static bool Instructs(string sentence) => !Tells(sentence)
        && (!sentence.Any(char.IsLower) || WordsOf(sentence).Count(IsForeign) <= MostForeign);

    /// <summary>
    /// Whether a line above the copy is it, and no headline: in capitals, or with no other word at all.
    /// </summary>
    public static bool Heads(string sentence) => Instructs(sentence) && (!sentence.Any(char.IsLower)
        || RestrictionWords.PhraseIn(sentence) is var (_, phrase) && _strong.Contains(phrase)
            && !WordsOf(sentence).Any(IsForeign));

    static bool TellsElsewhere(string sentence, Scripts script)
    {
        if (RestrictionWords.PhraseIn(sentence) is null)
            return false;
        if (!sentence.AsSpan().ContainsAny(_useElsewhere))
            return true;
        var end = sentence.TrimEnd('.', '。', ' ', '!', ')', '）', ']', '】');
        return script switch
        {
            Scripts.Korean => end.EndsWith('다') && !EndsWith(end, _koreanRules),
            Scripts.Japanese => end.Length > 0 && end[^1] is 'た' or 'だ' or 'る' && !EndsWith(end, _japaneseRules),
            _ => false,
        };
    }

    static bool EndsWith(string text, string[] ends) => ends.Any(end => text.EndsWith(end, StringComparison.Ordinal));

    static Scripts Script(string text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case >= '\uAC00' and <= '\uD7A3':
                    return Scripts.Korean;
                case >= '\u3040' and <= '\u30FF' or >= '\u4E00' and <= '\u9FFF':
                    return Scripts.Japanese;
                case >= '\u0600' and <= '\u06FF':
                    return Scripts.Arabic;
            }
        }
        return Scripts.Latin;
    }

    /// <summary>A word in small letters that belongs to no limit.</summary>
    static bool IsForeign(string word) => char.IsLower(word[0]) && !IsUse(word)
        && !_joining.Contains(Folded.Of(word)[(Folded.Of(word).IndexOf('\'') + 1)..]);

    static bool IsFinite(string word) => _finite.Contains(Folded.Of(word));

    static bool IsForbidding(string word) => _forbidding.Contains(Folded.Of(word));

    static bool IsUse(string word) => _use.Any(start => Folded.Of(word).StartsWith(start, StringComparison.Ordinal));

    static List<string> WordsOf(string text) => [.. text.Split(_signs, StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Any(char.IsLetter))];

    static FrozenSet<string> Words(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    enum Scripts
    {
        Latin,
        Korean,
        Japanese,
        Arabic,
    }
}
