using System.Collections.Frozen;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>The words that the grammar of licence lines knows, in English, German and Korean.</summary>
static class LicenceVocabulary
{
    /// <summary>Words that join two things of one kind.</summary>
    public static readonly FrozenSet<string> And = Set("and or und oder sowie 및");

    /// <summary>What a sentence may speak of before it says what is allowed.</summary>
    public static readonly FrozenSet<string> Subject = Set("photo photos photograph picture pictures image images");

    /// <summary>Use as such. Words for one kind of use ("broadcast") are left out: they say less than "use".</summary>
    public static readonly FrozenSet<string> Use = Set(
        "use used usage distribution distributed publication published release released access verwendung " +
        "nutzung verwenden nutzen veröffentlichung");

    public static readonly FrozenSet<string> Only = Set("only exclusively solely nur ausschließlich ausschliesslich");

    public static readonly FrozenSet<string> For = Set("for für zur zum");

    public static readonly FrozenSet<string> In = Set("in within inside for to für innerhalb");

    /// <summary>Articles before a country; "the" belongs to its name.</summary>
    public static readonly FrozenSet<string> Articles = Set("der die den dem");

    public static readonly FrozenSet<string> Outside = Set("outside außerhalb ausserhalb");

    public static readonly FrozenSet<string> Except = Set("except excluding excepting außer ausser ausgenommen");

    public static readonly FrozenSet<string> Everywhere = Set("worldwide world global everywhere weltweit");

    public static readonly FrozenSet<string> Forbidden = Set("prohibited forbidden banned untersagt verboten 금지 불가");

    public static readonly FrozenSet<string> Permitted = Set("permitted allowed gestattet erlaubt zulässig");

    /// <summary>What may be forbidden as such, and the kind of its rule.</summary>
    public static readonly FrozenDictionary<string, string> Acts = new Dictionary<string, string>
    {
        ["redistribution"] = UsageKinds.Redistribution,
        ["redistribute"] = UsageKinds.Redistribution,
        ["redistributed"] = UsageKinds.Redistribution,
        ["re-distribution"] = UsageKinds.Redistribution,
        ["weitergabe"] = UsageKinds.Redistribution,
        ["weiterverbreitung"] = UsageKinds.Redistribution,
        ["재배포"] = UsageKinds.Redistribution,
        ["sale"] = UsageKinds.Sale,
        ["sales"] = UsageKinds.Sale,
        ["sell"] = UsageKinds.Sale,
        ["sold"] = UsageKinds.Sale,
        ["resale"] = UsageKinds.Sale,
        ["resales"] = UsageKinds.Sale,
        ["re-sale"] = UsageKinds.Sale,
        ["resell"] = UsageKinds.Sale,
        ["resold"] = UsageKinds.Sale,
        ["verkauf"] = UsageKinds.Sale,
        ["weiterverkauf"] = UsageKinds.Sale,
        ["판매"] = UsageKinds.Sale,
        ["재판매"] = UsageKinds.Sale,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Ways to say no, the longer ones first.</summary>
    public static readonly string[][] No =
    [
        ["may", "not", "be"], ["must", "not", "be"], ["can", "not", "be"], ["not", "to", "be"], ["cannot", "be"],
        ["is", "not"], ["are", "not"], ["do", "not"], ["don't"], ["not"], ["no"], ["never"],
        ["nicht"], ["kein"], ["keine"],
    ];

    /// <summary>A label that stands for itself, and the kind of its rule.</summary>
    public static readonly (string[] Words, string Kind)[] Labels =
    [
        (["all", "rights", "reserved"], UsageKinds.Copyright),
        (["alle", "rechte", "vorbehalten"], UsageKinds.Copyright),
        (["pool", "photo"], UsageKinds.Pool),
        (["pool", "picture"], UsageKinds.Pool),
        (["pool"], UsageKinds.Pool),
        (["file", "photo"], UsageKinds.FilePhoto),
        (["file", "photograph"], UsageKinds.FilePhoto),
        (["file", "picture"], UsageKinds.FilePhoto),
        (["file"], UsageKinds.FilePhoto),
        (["archivfoto"], UsageKinds.FilePhoto),
        (["archivbild"], UsageKinds.FilePhoto),
        (["자료사진"], UsageKinds.FilePhoto),
        (["자료", "사진"], UsageKinds.FilePhoto),
        (["handout", "photo"], UsageKinds.Handout),
        (["handout", "picture"], UsageKinds.Handout),
        (["handout", "image"], UsageKinds.Handout),
        (["handout"], UsageKinds.Handout),
    ];

    /// <summary>
    /// Words that make an exception. Where one is not part of a clause that was understood, nothing else of its
    /// sentence may count as understood.
    /// </summary>
    public static readonly FrozenSet<string> Exceptions = Set(
        "except excepting excluding exception exceptions excepted excl unless without until but however if " +
        "when where other besides save apart außer ausser ausgenommen ohne sofern wenn bis aber 제외 제외한 제외하고");

    /// <summary>Words that are never part of a name that is to be credited.</summary>
    public static readonly FrozenSet<string> NeverInName = Set(
        "no not never only out except excluding unless without until but if when use used usage uses sale " +
        "sales resale resold sold archive archives archival archiving redistribution redistribute " +
        "redistributed distribution distribute distributed editorial commercial commercially advertising " +
        "promotional embargo embargoed may must mandatory can cannot shall should prohibited forbidden " +
        "permitted allowed permission restricted restrictions restriction limited rights licence license " +
        "licensed magazine magazines newspaper newspapers tabloid tabloids internet web online mobile " +
        "broadcast tv television radio print video books book clients client subscribers members territory " +
        "territories countries worldwide outside exclusively solely one-time once days hours expires expiry " +
        "free fee non-commercial please contact call is are be been was were for with this these that nur " +
        "nicht kein keine ohne außer honorarfrei verwendung nutzung 금지 불가 사용 재배포");

    /// <summary>Small words that may stand inside a name.</summary>
    public static readonly FrozenSet<string> InsideName = Set(
        "of the and via by und de der den du da di la le las los van von zu al el bin ibn y e");

    static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
