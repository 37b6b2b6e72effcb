using System.Collections.Frozen;

namespace Writethru.Rights.Licence;

/// <summary>
/// The words that the grammar of licence lines knows, in English, German, French, Spanish and Korean.
/// </summary>
static class LicenceVocabulary
{
    /// <summary>Words that join two things of one kind.</summary>
    public static readonly FrozenSet<string> And = Set("and or und oder sowie et ou y o ni 및 또는");

    /// <summary>What a sentence may speak of before it says what is allowed.</summary>
    public static readonly FrozenSet<string> Subject = Set(
        "photo photos photograph photographs picture pictures image images content material video footage bild " +
        "bilder foto " +
        "fotos material");

    /// <summary>Words before a subject that leave none of it out.</summary>
    public static readonly FrozenSet<string> Determiners = Set("this these the all dieses diese dieser das die");

    /// <summary>How a clause begins that may follow "this photo is".</summary>
    public static readonly FrozenSet<string> BehindIs = Set(
        "for intended restricted limited embargoed under only available valid editorial");

    /// <summary>Use as such. Words for one kind of use ("broadcast") are left out: they say less than "use".</summary>
    public static readonly FrozenSet<string> Use = Set(
        "use used usage distribution distributed publication publish published release released access verwendung " +
        "nutzung verwenden nutzen verwendet genutzt veröffentlichung veröffentlichen publikation freigabe " +
        "utilisation d'utilisation utiliser usage d'usage publication publier diffusion diffuser uso usar utilizar " +
        "publicar publicación difusión difundir 사용 이용");

    public static readonly FrozenSet<string> Only = Set(
        "only exclusively solely nur ausschließlich ausschliesslich uniquement seulement exclusivement solo sólo " +
        "solamente únicamente exclusivamente");

    public static readonly FrozenSet<string> For = Set("for für zur zum pour para à a");

    public static readonly FrozenSet<string> In = Set("in within inside for to für innerhalb en au aux dans pour para");

    /// <summary>What stands before a medium.</summary>
    public static readonly FrozenSet<string> OnMedium = Set("in on for im auf en sur dans");

    /// <summary>Articles before a country; "the" belongs to its name.</summary>
    public static readonly FrozenSet<string> Articles = Set("der die den dem la le les el los las");

    public static readonly FrozenSet<string> Outside = Set("outside außerhalb ausserhalb hors fuera");

    /// <summary>What may stand between "outside" and the place.</summary>
    public static readonly FrozenSet<string> Of = Set("of de von");

    public static readonly FrozenSet<string> Except = Set(
        "except excluding excepting außer ausser ausgenommen sauf excepté salvo excepto");

    public static readonly FrozenSet<string> Everywhere = Set("worldwide world global everywhere weltweit monde mundo");

    public static readonly FrozenSet<string> Forbidden = Set(
        "prohibited forbidden banned untersagt verboten interdit interdite interdits interdites prohibido prohibida " +
        "prohibidos prohibidas 금지 불가");

    public static readonly FrozenSet<string> Permitted = Set(
        "permitted allowed gestattet erlaubt zulässig autorisé autorisée permis permitido permitida 가능");

    /// <summary>Ways to say no, the longer ones first.</summary>
    public static readonly string[][] No =
    [
        ["may", "not", "be"], ["must", "not", "be"], ["can", "not", "be"], ["not", "to", "be"], ["cannot", "be"],
        ["not", "intended"], ["is", "not"], ["are", "not"], ["do", "not"], ["don't"], ["not"], ["no"], ["never"],
        ["darf", "nicht"], ["dürfen", "nicht"], ["nicht"], ["kein"], ["keine"], ["keinerlei"],
        ["ne", "pas"], ["pas", "de"], ["pas"], ["aucune"], ["aucun"],
    ];

    /// <summary>
    /// Words that make an exception. Where one is not part of a clause that was understood, nothing else of its
    /// sentence may count as understood.
    /// </summary>
    public static readonly FrozenSet<string> Exceptions = Set(
        "except excepting excluding exception exceptions excepted excl unless without until but however if " +
        "when where other besides save apart außer ausser ausgenommen ohne sofern wenn bis aber sauf excepté sinon " +
        "mais sans " +
        "salvo excepto sin pero hasta 제외 제외한 제외하고");

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
        "nicht kein keine ohne außer honorarfrei verwendung nutzung bis vor ab nach gültig sperrfrist redaktionelle " +
        "redaktionellen kommerzielle kommerziellen archivierung weitergabe verkauf weiterverkauf bezieher kunden " +
        "mags wireless telecast footage this from before " +
        "after between valid available expire expiration until till til thru hours hrs day week weeks month months " +
        "crop cropped cropping edit edited editing alter altered alteration modify modified modification faces " +
        "minors " +
        "children pixelated blurred identify identification advertisement advertisements marketing merchandising " +
        "members customers licensees subscription syndication sous interdit interdite sauf sans uniquement seulement " +
        "exclusivement pas aucune usage utilisation vente revente diffusion prohibido prohibida salvo excepto sin " +
        "solo " +
        "sólo solamente uso venta reventa redistribución jusqu'au hasta valable válido 금지 불가 사용 " +
        "이용 재배포 판매 보관 엠바고");

    /// <summary>Small words that may stand inside a name.</summary>
    public static readonly FrozenSet<string> InsideName = Set(
        "of the and via by und de der den du da di la le las los van von zu al el bin ibn y e");

    static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
