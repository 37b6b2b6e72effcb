using System.Text.RegularExpressions;
using Writethru.Copy;

namespace Writethru.Formats.Printed;

/// <summary>
/// A kill or a hold as a sentence: what is stopped, and a verb of stopping, with nothing behind it but a sign or more
/// of the same notice. "The bill was withdrawn from the agenda" stops nothing, and neither does what somebody said.
/// </summary>
/// <remarks>
/// Read of folded text (<see cref="Folded"/>). A new language is a noun of what is stopped and its verbs.
/// </remarks>
static partial class StatusSentences
{
    const int Longest = 240;

    const string Item =
        "(stor(y|ies)|item|dispatch|report|copy|slug|take|text|version|article|alert|bulletin|advisory)";

    const string This = "(this|that|the|our|all|above|below|following|previous|earlier|entire|whole|preceding)";

    const string Meldung =
        @"((diese[nrs]?|die|der|den|das|obige|folgende)\ )?(meldung|bericht|text|beitrag|artikel|nachricht)";

    const string Depeche = "(depeche|information|article|papier|texte|info)";

    const string Noticia = "(noticia|nota|despacho|informacion|cable|texto|articulo)";

    /// <summary>What may follow: the end, a sign, where the item stands, how long.</summary>
    const string End = @"(\ (below|above|slug|slugged|number|immediately|now|until|till|pending|for\ now|for\ release"
        + @"|as\ it|because|and|a?\d)(\ |$|[.,:;!])|[.!:;,)]|\ ?[-–(]|\ ?$)";

    static readonly string[] _reports = [" said", " told ", " says", " sagte", " a dit", " dijo"];

    /// <summary>The status that the notice sets; null when it is none.</summary>
    public static TakeStatus? Read(string text)
    {
        if (text.Length is < 4 or > Longest || _reports.Any(verb => text.Contains(verb, StringComparison.Ordinal))
            || text.AsSpan().IndexOfAny('"', '“', '„') >= 0)
            return null;
        var folded = Folded.Of(text);
        return Kills().IsMatch(folded) ? TakeStatus.Canceled : Holds().IsMatch(folded) ? TakeStatus.Withheld : null;
    }

    [GeneratedRegex($$"""
        ^(
        (please\ )?(kill|spike|withdraw|retract|discard)\ ({{This}}\ ){0,3}{{Item}}{{End}}|
        (this|the\ (above|below|following|previous))\ {{Item}}\ (is|was|has\ been|is\ hereby|is\ being|has\ now\ been)
            \ (withdrawn|killed|retracted|cancell?ed|spiked|void){{End}}|
        (the\ )?{{Item}}\ (has\ been|is\ hereby|is\ being)\ (withdrawn|killed|retracted|cancell?ed|spiked){{End}}|
        {{Item}}\ (withdrawn|retracted|cancell?ed|spiked)([.!:]|$)|
        {{Meldung}}\ (entfallt|storniert|zuruckgezogen|(ist|wird|wurde|ist\ hiermit)
            \ (storniert|zuruckgezogen|gegenstandslos|hinfallig|annulliert)){{End}}|
        (cette\ |la\ )?{{Depeche}}\ (est\ |a\ ete\ )?(annulee?|retiree?|supprimee?){{End}}|
        (esta\ |este\ |la\ |el\ )?{{Noticia}}\ (ha\ sido\ |queda\ |fue\ )?(anulad[oa]|retirad[oa]|cancelad[oa]){{End}}|
        ((이|본|위|해당|앞선|아래)\ ?)?(기사|전문)(는|를|가|을|은)?\ ?(전문\ ?)?(취소|삭제|철회|폐기)(하|되|됐|합|됩|해|바|요|$|[.!])|
        ((この|本|上記の?|下記の?|先の|前の)\ ?)?記事(を|は)(全文)?(取り消|取消|削除|撤回|破棄)|
        (يرجى|الرجاء|نرجو|رجاء)\ (إلغاء|الغاء|سحب|حذف)\ (هذا\ |هذه\ )?(الخبر|المادة|التقرير|البرقية|القصة)|
        (هذا\ )?الخبر\ (ملغى|ملغي|لاغ)
        )
        """, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace
        | RegexOptions.CultureInvariant)]
    private static partial Regex Kills();

    [GeneratedRegex($$"""
        ^(
        (please\ )?(disregard|ignore|hold|withhold|embargo|do\ not\ use|do\ not\ publish|do\ not\ run)
            \ ({{This}}\ ){1,3}{{Item}}{{End}}|
        (this\ |the\ )?{{Item}}\ (is\ |remains\ )?(on\ hold|withheld|being\ held|held){{End}}|
        (this\ |the\ )?{{Item}}\ (must|should|may)\ not\ be\ (used|published|run|broadcast){{End}}|
        bitte\ (verwenden|veroffentlichen|nutzen|drucken|senden)\ sie\ {{Meldung}}\ (noch\ )?nicht|
        (this\ |the\ )?{{Item}}\ not\ (for\ use|to\ be\ (used|published|run)){{End}}|
        (noch\ )?nicht\ (verwenden|veroffentlichen|senden)([.!:]|$)|
        bitte\ {{Meldung}}\ (noch\ )?nicht\ (mehr\ )?(verwenden|veroffentlichen|nutzen)|
        {{Meldung}}\ (ist\ |bleibt\ )?gesperrt{{End}}|
        ((merci|priere|veuillez)\ (de\ )?|a\ )?ne\ (pas|plus)\ (publier|utiliser|diffuser)
            (\ (cette\ |la\ |ce\ |le\ ){{Depeche}})?(\ svp)?([.!:]|$)|
        (favor\ de\ |por\ favor,?\ |se\ ruega\ )?no\ (publicar|usar|utilizar|difundir)
            (\ (esta\ |este\ |la\ |el\ )?{{Noticia}})?([.!:]|$)|
        ((이|본|위|해당)\ ?(기사|내용)(는|를|을|은)?\ )?((사용|보도|게재|전재)(하지|를\ 하지|을\ 하지)\ ?(마|말|않)|(사용|보도|게재)\ ?(보류|중지))|
        ((この|本)?記事(は|を))?(の)?(使用|掲載|配信|報道|放送|公表)(は|を)?(し|なさら)ないで(ください|下さい)|
        ((この|本)?記事(は|を|の)?)?(使用|掲載|配信|報道)(を)?(保留|見合わせ|控えて(ください|下さい))|
        (يرجى|الرجاء|نرجو|رجاء)\ عدم\ ((النشر|البث|الاستخدام)([.!:]|$)
            |(استخدام|نشر|بث|تداول)\ (هذا\ |هذه\ )?(الخبر|المادة|التقرير|البرقية|القصة))
        )
        """, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace
        | RegexOptions.CultureInvariant)]
    private static partial Regex Holds();
}
