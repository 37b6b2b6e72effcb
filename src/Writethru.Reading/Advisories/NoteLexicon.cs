using System.Collections.Frozen;

namespace Writethru.Reading.Advisories;

/// <summary>The small words of notes to editors, in the languages that are read.</summary>
static class NoteLexicon
{
    static readonly FrozenSet<string> _paragraph = Set(
        "para paras paragraph paragraphs par pars graf grafs graph graphs absatz absätze absätzen abs kpl kappale " +
        "kappaleen paragraphe paragraphes párrafo párrafos parrafo parrafos avsnitt stycke stycket 문단 단락 문단에 단락에");

    public static bool IsParagraphNoun(string key) => _paragraph.Contains(key) || Misspelling.IsParagraph(key);

    /// <summary>What counts from the end.</summary>
    public static readonly FrozenSet<string> Last = Set(
        "last final closing concluding letzter letzten letzte letztem viim viimeinen dernier derniers dernière " +
        "último últimos ultimo bottom 마지막");

    public static readonly FrozenSet<string> First = Set(
        "first top opening initial ersten primeros premiers");

    public static readonly FrozenSet<string> And = Set(
        "and & und sowie et y ja og och 및 plus");

    public static readonly FrozenSet<string> Place = Set(
        "in into from at to of on im am en dans au aux del within for");

    public static readonly FrozenSet<string> Article = Set(
        "the a an der die das den dem le la les el los las l' its this");

    /// <summary>What stands between a verb and what it brings.</summary>
    public static readonly FrozenSet<string> With = Set(
        "with on um mit avec con by over after following");

    /// <summary>Words behind which the complement of a noun stands.</summary>
    public static readonly FrozenSet<string> Of = Set(
        "of on from by about for over to regarding concerning into in at near with after against between among as " +
        "that who which when where before during under around outside inside amid since using saying showing zu " +
        "zum zur von vom aus über auf bei nach de du des sur à sobre por");

    public static readonly FrozenSet<string> Throughout = Set(
        "throughout thruout throught through-out durchgehend kauttaaltaan kauttalinjan 전체");

    /// <summary>Words with which a sentence about the story comes to its verb.</summary>
    public static readonly FrozenSet<string> LeadIn = Set(
        "this the version of story article item report copy has have been was is are being be it also which an " +
        "earlier contains now please previous following officially then later a we dispatch piece advisory " +
        "corrected we've lehtiversio verkkoversio lehtiversion story: minor some slightly several fully further " +
        "neu diese meldung wurde wird wurden werden im hat sind ist that's that in only again noe este esta " +
        "despacho se nota cette dépêche à été est");

    /// <summary>What stands between a thing and the participle that says what was done to it.</summary>
    public static readonly FrozenSet<string> Auxiliary = Set(
        "is was were are be been has have wurde wurden wird werden on fue été est ist sind");

    /// <summary>Words that say nothing about what is named behind them.</summary>
    public static readonly FrozenSet<string> Light = Set(
        "more further new additional some the a an latest fresh extra other minor few slight small various fuller " +
        "full mehr weitere weiteren neue neuer más nuevos nuevas also and properly correctly");

    /// <summary>Infinitives and the like behind which it says what the copy says now.</summary>
    public static readonly FrozenSet<string> Saying = Set(
        "say show reflect read indicate state make clarify specify note conform ensure be attribute identify " +
        "refer describe give name credit explain emphasize emphasise express properly accurately better more " +
        "match avoid comply account have clear sure it");

    /// <summary>Words that open the reason of a change, or what stood there before.</summary>
    public static readonly FrozenSet<string> Reason = Set(
        "because since so instead rather sted as due owing where after which who statt nicht anstatt ei po");

    /// <summary>Words of numbers that a number in front makes a figure.</summary>
    public static readonly FrozenSet<string> Counted = Set(
        "dead death deaths killed wounded injured injuries victims casualties fatalities missing arrested arrests " +
        "cases case bodies infections hurt detained hostages survivors goals points percent pct");

    public static readonly FrozenSet<string> Lost = Set(
        "missing dropped omitted extraneous extra stray superfluous repeated duplicate duplicated redundant " +
        "wayward errant lost garbled");

    /// <summary>Days, months and seasons: capitalised, and no names.</summary>
    public static readonly FrozenSet<string> Days = Set(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july " +
        "august september october november december jan feb mar apr jun jul aug sept sep oct nov dec");

    public static readonly FrozenSet<string> Writing = Set(
        "word words letter letters character characters punctuation comma commas symbol symbols space spaces typo " +
        "quotation hyphen apostrophe code codes line text sentence phrase");

    static readonly FrozenSet<string> _abbreviations = Set(
        "mr mrs ms dr st sgt col gen gov sen rep rev jan feb mar apr aug sept oct nov dec corp inc ltd co no nos " +
        "approx vs par para paras abs viim po kpl ca bzw p.o u.a z.b");

    public static bool IsAbbreviation(string word) => _abbreviations.Contains(word);

    static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
