using System.Collections.Frozen;

namespace Writethru.Formats.Teleprinter;

/// <summary>Letters with marks, and the letter without them (Unicode, canonical decompositions).</summary>
/// <remarks>The program runs without ICU, where the framework decomposes nothing.</remarks>
static class BareLetters
{
    /// <summary>The letter that stands under the marks; null when there are none.</summary>
    public static char? Of(char letter) => _bare.TryGetValue(letter, out var bare) ? bare : null;

    static readonly FrozenDictionary<char, char> _bare = """
        AÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ
        BḂḄḆ
        CÇĆĈĊČḈ
        DĎḊḌḎḐḒ
        EÈÉÊËĒĔĖĘĚȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆ
        FḞ
        GĜĞĠĢǦǴḠ
        HĤȞḢḤḦḨḪ
        IÌÍÎÏĨĪĬĮİǏȈȊḬḮỈỊ
        JĴ
        KĶǨḰḲḴ
        LĹĻĽḶḸḺḼ
        MḾṀṂ
        NÑŃŅŇǸṄṆṈṊ
        OÒÓÔÕÖŌŎŐƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ
        PṔṖ
        RŔŖŘȐȒṘṚṜṞ
        SŚŜŞŠȘṠṢṤṦṨ
        TŢŤȚṪṬṮṰ
        UÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ
        VṼṾ
        WŴẀẂẄẆẈ
        XẊẌ
        YÝŶŸȲẎỲỴỶỸ
        ZŹŻŽẐẒẔ
        aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ
        bḃḅḇ
        cçćĉċčḉ
        dďḋḍḏḑḓ
        eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ
        fḟ
        gĝğġģǧǵḡ
        hĥȟḣḥḧḩḫẖ
        iìíîïĩīĭįǐȉȋḭḯỉị
        jĵǰ
        kķǩḱḳḵ
        lĺļľḷḹḻḽ
        mḿṁṃ
        nñńņňǹṅṇṉṋ
        oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ
        pṕṗ
        rŕŗřȑȓṙṛṝṟ
        sśŝşšșṡṣṥṧṩ
        tţťțṫṭṯṱẗ
        uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự
        vṽṿ
        wŵẁẃẅẇẉẘ
        xẋẍ
        yýÿŷȳẏẙỳỵỷỹ
        zźżžẑẓẕ
        ¨΅
        ÆǢǼ
        ØǾ
        æǣǽ
        øǿ
        ſẛ
        ƷǮ
        ʒǯ
        ΑΆ
        ΕΈ
        ΗΉ
        ΙΊΪ
        ΟΌ
        ΥΎΫ
        ΩΏ
        αά
        εέ
        ηή
        ιΐίϊ
        οό
        υΰϋύ
        ωώ
        ϒϓϔ
        ІЇ
        АӐӒ
        ГЃ
        ЕЀЁӖ
        ЖӁӜ
        ЗӞ
        ИЍЙӢӤ
        КЌ
        ОӦ
        УЎӮӰӲ
        ЧӴ
        ЫӸ
        ЭӬ
        аӑӓ
        гѓ
        еѐёӗ
        жӂӝ
        зӟ
        ийѝӣӥ
        кќ
        оӧ
        уўӯӱӳ
        чӵ
        ыӹ
        эӭ
        ії
        ѴѶ
        ѵѷ
        ӘӚ
        әӛ
        ӨӪ
        өӫ
        """
        .Split('\n')
        .SelectMany(line => line.Skip(1).Select(letter => (Letter: letter, Bare: line[0])))
        .ToFrozenDictionary(pair => pair.Letter, pair => pair.Bare);
}
