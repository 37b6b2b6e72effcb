using Writethru.Rights.Licence;

namespace Writethru.Tests.Rights;

/// <summary>The forms of usage terms in each language, and the near misses that must deny.</summary>
public sealed class LicenceFormsTests
{
    public static TheoryData<string, string> Acts => new()
    {
        { "NO ARCHIVES", "archive =none" },
        { "No archiving permitted", "archive =none" },
        { "May not be archived or resold", "archive =none; sale =none" },
        { "NO SALES, NO ARCHIVES", "sale =none; archive =none" },
        { "No mobile or archival use", "archive =none; medium -mobile" },
        { "KEINE ARCHIVIERUNG", "archive =none" },
        { "Archivierung nicht gestattet", "archive =none" },
        { "Das Bild darf nicht archiviert werden", "archive =none" },
        { "Kein Weiterverkauf und keine Archivierung", "sale =none; archive =none" },
        { "Pas d'archivage", "archive =none" },
        { "Revente interdite", "sale =none" },
        { "Interdit à la vente", "sale =none" },
        { "Pas de revente", "sale =none" },
        { "Prohibida la reventa", "sale =none" },
        { "Prohibida su venta o redistribución", "sale =none; redistribution =none" },
        { "No archivar", "archive =none" },
        { "보관 금지", "archive =none" },
        { "상업적 이용 금지", "commercial =none" },
        { "転載禁止", "redistribution =none" },
        { "販売禁止、保存禁止", "sale =none; archive =none" },
        { "No commercial use", "commercial =none" },
        { "Not for commercial or advertising purposes", "commercial =none" },
        { "NO ADVERTISING", "commercial =none" },
        { "For non-commercial use only", "commercial =none" },
        { "Keine Werbung", "commercial =none" },
        { "Pas d'utilisation commerciale", "commercial =none" },
        { "商用利用禁止", "commercial =none" },
        { "This video may not be edited", "modification =none" },
        { "No cropping", "modification =noCropping" },
        { "May not be cropped or altered", "modification =noCropping; modification =none" },
        { "Bearbeitung untersagt", "modification =none" },
        { "トリミング禁止", "modification =noCropping" },
        { "Faces must be pixelated", "people =faces" },
        { "Gesichter verpixeln", "people =faces" },
        { "No identification of minors", "people =minors" },
        { "Minderjährige dürfen nicht erkennbar sein", "people =minors" },
        { "One-time use only", "oneTime" },
        { "Nur zur einmaligen Verwendung", "oneTime" },
        { "Uso único", "oneTime" },
        { "Editorial use only", "editorial =only" },
        { "This content is intended for editorial use only", "editorial =only" },
        { "RESTRICTED TO EDITORIAL USE", "editorial =only" },
        { "Nur für redaktionelle Zwecke", "editorial =only" },
        { "Usage éditorial uniquement", "editorial =only" },
        { "Solo para uso editorial", "editorial =only" },
        { "보도용으로만 사용", "editorial =only" },
        { "報道目的のみ", "editorial =only" },
        { "Handout via Example Wire", "handout =Example Wire" },
        { "MAY 3, 2024 FILE PHOTO", "filePhoto =2024-05-03" },
        { "Credit: Jane Roe/Example Pictures", "mandatoryCredit =Jane Roe/Example Pictures" },
        { "Crédit obligatoire: Léna Berger/Port Images", "mandatoryCredit =Léna Berger/Port Images" },
        { "Must credit Example Pictures", "mandatoryCredit =Example Pictures" },
    };

    public static TheoryData<string, string> Media => new()
    {
        { "NO INTERNET", "medium -web-mobile" },
        { "NO MAGS", "medium -magazine" },
        { "MAGS OUT", "medium -magazine" },
        { "MAGAZINES OUT", "medium -magazine" },
        { "TV OUT", "medium -tv" },
        { "Online out", "medium -web-mobile" },
        { "TV AND MAGS OUT", "medium -tv-magazine" },
        { "UK AND TV OUT", "territory -GB; medium -tv" },
        { "MAGS OUT NO SALES", "medium -magazine; sale =none" },
        { "Not to be used on the internet", "medium -web-mobile" },
        { "Not for online use", "medium -web-mobile" },
        { "No use in magazines or books", "medium -magazine-book" },
        { "Not for broadcast", "medium -tv-radio" },
        { "Print only", "medium +newspaper+magazine+book" },
        { "For use in newspapers and magazines only", "medium +newspaper+magazine" },
        { "Online use only", "medium +web+mobile" },
        { "Nur für Print", "medium +newspaper+magazine+book" },
        { "Keine Internetnutzung", "medium -web-mobile" },
        { "인터넷 사용 금지", "medium -web-mobile" },
        { "放送使用禁止", "medium -tv-radio" },
    };

    public static TheoryData<string, string> Territories => new()
    {
        { "USA OUT", "territory -US" },
        { "GER OUT", "territory -DE" },
        { "FRA/ITA OUT", "territory -FR-IT" },
        { "KR only", "territory +KR" },
        { "DE/AT/CH only", "territory +DE+AT+CH" },
        { "Benelux only", "territory +BE+LU+NL" },
        { "BALTICS OUT", "territory -EE-LT-LV" },
        { "GSA only", "territory +AT+CH+DE" },
        { "El Salvador only", "territory +SV" },
        { "Scandinavia only", "territory +DK+NO+SE" },
        { "SCANDINAVIA OUT", "territory -AX-DK-FI-FO-GL-IS-NO-SE-SJ" },
        { "Not for use outside Benelux", "territory +BE+LU+NL" },
        { "Benelux except Belgium only", "territory +LU+NL-BE" },
        { "For use only in the Baltic states (not Latvia)", "territory +EE+LT-LV" },
        { "Full editorial rights UK, Ireland, Canada (not Quebec)", "territory +GB+IE+CA-CA-QC; editorial =only" },
        { "SCOTLAND OUT", "territory -GB-SCT" },
        { "France uniquement", "territory +FR" },
        { "Uniquement pour la France", "territory +FR" },
        { "Utilisation interdite en Allemagne", "territory -DE" },
        { "Utilisation interdite hors de France", "territory +FR" },
        { "Solo para España", "territory +ES" },
        { "Prohibido su uso en Alemania", "territory -DE" },
        { "日本国内のみ", "territory +JP" },
        { "韓国での使用禁止", "territory -KR" },
    };

    public static TheoryData<string, string> Clients => new()
    {
        { "AP Clients only", "clients +AP" },
        { "For Example Wire subscribers only", "clients +Example Wire" },
        { "Only for EXW members", "clients +EXW" },
        { "Nur für Bezieher des Dienstes EXW-Nachrichten für Kinder", "clients +EXW-Nachrichten für Kinder" },
        { "AP CLIENTS OUT", "clients -AP" },
        { "Not for AP clients", "clients -AP" },
    };

    /// <summary>Near misses: each of them has to be listed as not understood.</summary>
    public static TheoryData<string> NearMisses => new(
        "No archive after 30 days",
        "No archives without permission",
        "Archive use possible",
        "Archives",
        "Not for broadcast in Germany",
        "TV OUT OF ORDER",
        "MAGS OUT except Weekend Post",
        "NO USE IN SOME MAGAZINES",
        "Print only in Germany",
        "UK only for print",
        "No print sales",
        "No online archive",
        "No social media",
        "Print and billboards only",
        "Commercial use",
        "Commercial use possible on request",
        "Non-editorial use on request",
        "Not only for editorial use",
        "Editorial use only in Germany",
        "Restricted editorial use",
        "Faces",
        "Faces of adults must be pixelated",
        "One-time use in Germany",
        "Quebec rights only",
        "IN OUT",
        "CA only",
        "CA, NY only",
        "IN, US only",
        "and out",
        "AND OUT",
        "eu only",
        "Not for use in Europe except the UK",
        "Middle East only",
        "North and South America only",
        "Existing clients out",
        "XYZ CLIENTS OUT",
        "UK clients only",
        "TV clients only",
        "Clients only",
        "Mandatory credit: Channel 4",
        "MANDATORY CREDIT: JANE ROE EXPIRES 5 DECEMBER",
        "Mandatory credit: Jane Roe print only",
        "無断転載禁止",
        "무단 전재 금지",
        "日本国内のみ使用禁止",
        "N\u00adO ARCHIVES",
        "NO\u200b ARCHIVES",
        "NO \ufb01le archives",
        "NO АRCHIVES",
        "MAGS\u2060 OUT",
        "\u202eNO MAGS");

    [Theory]
    [MemberData(nameof(Acts)), MemberData(nameof(Media)), MemberData(nameof(Territories)), MemberData(nameof(Clients))]
    public void Forms_become_rules(string terms, string expected)
    {
        var reading = LicenceLine.Read(terms);

        Assert.Equal(expected, LicenceRules.InWords(reading));
        Assert.True(reading.IsUnderstood);
    }

    [Theory, MemberData(nameof(NearMisses))]
    public void Near_misses_deny(string terms) => Assert.False(LicenceLine.Read(terms).IsUnderstood);

    [Theory]
    [InlineData("May not be published, broadcast or redistributed without permission", "redistribution =permission")]
    [InlineData("Under the agreement, not permitting resale and storage of the copy", "sale =none; archive =none")]
    public void What_needs_a_permission_is_a_rule_and_denies_until_it_is_cleared(string terms, string expected)
    {
        var reading = LicenceLine.Read(terms);

        Assert.Equal(expected, LicenceRules.InWords(reading));
        Assert.False(reading.IsUnderstood);
    }

    [Fact]
    public void What_is_left_of_a_place_without_itself_is_not_the_world()
    {
        var rule = Assert.Single(LicenceLine.Read("Belgium except Belgium only").Rules);

        Assert.Equal(["BE"], rule.Allow);
        Assert.Equal(["BE"], rule.Deny);
    }

    [Fact]
    public void A_union_that_had_no_members_on_that_day_is_not_understood() =>
        Assert.False(LicenceLine.Read("Schengen only", DateTimeOffset.UnixEpoch).IsUnderstood);

    [Fact]
    public void A_union_has_the_members_of_the_day_on_which_the_terms_came_in()
    {
        var before = LicenceLine.Read("EU only", new DateTimeOffset(2019, 6, 1, 0, 0, 0, TimeSpan.Zero));
        var after = LicenceLine.Read("EU only", new DateTimeOffset(2021, 6, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Contains("GB", Assert.Single(before.Rules).Allow);
        Assert.DoesNotContain("GB", Assert.Single(after.Rules).Allow);
        Assert.InRange(Assert.Single(after.Rules).Sure, 0.6, 0.99);
    }
}
