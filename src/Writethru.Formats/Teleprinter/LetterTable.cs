using System.Collections.Frozen;
using System.Text;

namespace Writethru.Formats.Teleprinter;

/// <summary>Letters and signs in Latin letters, as wires write them where their charset has no others.</summary>
static class LetterTable
{
    /// <summary>Each line: a letter, what is written for it.</summary>
    const string Pairs = """
        ä ae|ö oe|ü ue|Ä Ae|Ö Oe|Ü Ue|ß ss|ẞ SS|æ ae|Æ Ae|ø oe|Ø Oe|å aa|Å Aa|œ oe|Œ Oe|ł l|Ł L|đ d|Đ D|ð d|Ð D
        þ th|Þ Th|ı i|ħ h|Ħ H|ŋ ng|ə e|ĸ k
        ‘ '|’ '|‚ ,|‛ '|“ "|” "|„ "|‟ "|« "|» "|‹ '|› '|′ '|″ "|‐ -|‑ -|‒ -|– -|— --|― --|… ...|• *|· .|‰ o/oo
        ¡ !|¿ !|§ par.|© (c)|® (r)|™ (tm)|° deg|± +/-|× x|÷ /|− -|€ EUR|£ GBP|¥ JPY|¢ c|₩ KRW|₽ RUB|¼ 1/4|½ 1/2|¾ 3/4
        ² 2|³ 3|¹ 1|µ u|¶ par.|º o|ª a|→ ->|← <-|■ *|◎ *|▲ *|△ *|※ *|、 ,|。 .|「 "|」 "|『 "|』 "|【 [|】 ]|（ (|）  )|・ .
        〜 ~|ー -|＝ =|、 ,|؛ ;|؟ (q)|، ,|٪ %
        а a|б b|в v|г g|д d|е e|ё yo|ж zh|з z|и i|й y|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u|ф f|х kh|ц ts|ч ch|ш sh
        щ shch|ъ |ы y|ь |э e|ю yu|я ya|і i|ї yi|є ye|ґ g|ј j|љ lj|њ nj|ћ c|ђ dj|џ dz
        А A|Б B|В V|Г G|Д D|Е E|Ё Yo|Ж Zh|З Z|И I|Й Y|К K|Л L|М M|Н N|О O|П P|Р R|С S|Т T|У U|Ф F|Х Kh|Ц Ts|Ч Ch|Ш Sh
        Щ Shch|Ъ |Ы Y|Ь |Э E|Ю Yu|Я Ya|І I|Ї Yi|Є Ye|Ґ G|Ј J|Љ Lj|Њ Nj|Ћ C|Ђ Dj|Џ Dz
        α a|β v|γ g|δ d|ε e|ζ z|η i|θ th|ι i|κ k|λ l|μ m|ν n|ξ x|ο o|π p|ρ r|σ s|ς s|τ t|υ y|φ f|χ ch|ψ ps|ω o
        Α A|Β V|Γ G|Δ D|Ε E|Ζ Z|Η I|Θ Th|Ι I|Κ K|Λ L|Μ M|Ν N|Ξ X|Ο O|Π P|Ρ R|Σ S|Τ T|Υ Y|Φ F|Χ Ch|Ψ Ps|Ω O
        ا a|أ a|إ i|آ a|ب b|ت t|ث th|ج j|ح h|خ kh|د d|ذ dh|ر r|ز z|س s|ش sh|ص s|ض d|ط t|ظ z|ع '|غ gh|ف f|ق q|ك k|ل l|م m
        ن n|ه h|و w|ي y|ى a|ة a|ء '|ئ '|ؤ '|پ p|چ ch|ژ zh|گ g|ک k|ی y|ـ |٠ 0|١ 1|٢ 2|٣ 3|٤ 4|٥ 5|٦ 6|٧ 7|٨ 8|٩ 9
        """;

    /// <summary>The sounds of kana from U+3041, one a character; the small ones as the large.</summary>
    const string Kana =
        "a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji tsu tsu zu te "
        + "de to do na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo yo ra ri "
        + "ru re ro wa wa i e o n vu";

    const int FirstHiragana = 0x3041;
    const int FirstKatakana = 0x30A1;

    static readonly string[] _kana = Kana.Split(' ');

    static readonly string[] _initials =
        ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];

    static readonly string[] _vowels =
        ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u",
            "wo", "we", "wi", "yu", "eu",
         "ui", "i"];

    static readonly string[] _finals =
        ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p",
            "p", "t", "t", "ng", "t",
         "t", "k", "t", "p", "t"];

    static readonly FrozenDictionary<int, string> _letters = Read();

    /// <summary>What is written for the letter; null when the table has it not.</summary>
    public static string? Find(Rune letter)
    {
        if (_letters.TryGetValue(letter.Value, out var written))
            return written;
        var kana = letter.Value >= FirstKatakana ? letter.Value - FirstKatakana : letter.Value - FirstHiragana;
        return letter.Value is >= FirstHiragana and <= 0x30F6 && kana >= 0 && kana < _kana.Length ? _kana[kana] : null;
    }

    /// <summary>
    /// A syllable of Korean by its sounds (Revised Romanisation, without its changes between syllables).
    /// </summary>
    public static string Korean(int syllable)
    {
        var at = syllable - 0xAC00;
        return _initials[at / 588] + _vowels[at % 588 / 28] + _finals[at % 28];
    }

    static FrozenDictionary<int, string> Read()
    {
        var letters = new Dictionary<int, string>();
        foreach (var pair in Pairs.Split(['|', '\n']))
        {
            var trimmed = pair.TrimStart();
            if (trimmed.Length > 0)
                letters[Rune.GetRuneAt(trimmed, 0).Value] =
                    trimmed[Rune.GetRuneAt(trimmed, 0).Utf16SequenceLength..].Trim();
        }
        return letters.ToFrozenDictionary();
    }
}
