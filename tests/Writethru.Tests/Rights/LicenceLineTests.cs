using CsCheck;
using Writethru.Copy;
using Writethru.Rights.Licence;

namespace Writethru.Tests.Rights;

public sealed class LicenceLineTests
{
    /// <summary>Terms that are understood whole, and their rules: kind, +allowed, -denied or =value.</summary>
    public static TheoryData<string, string> Understood => new()
    {
        { "For Use Only in the Republic of Korea. No Redistribution", "territory +KR; redistribution =none" },
        { "Not for use outside Spain", "territory +ES" },
        { "NOT TO BE USED OUTSIDE OF ITALY.", "territory +IT" },
        { "No use except in Italy", "territory +IT" },
        { "Use outside Spain is prohibited", "territory +ES" },
        { "Republic of Korea only", "territory +KR" },
        { "UK and Ireland only", "territory +GB+IE" },
        { "U.K., Ireland & the Netherlands only", "territory +GB+IE+NL" },
        { "For use in Germany, Austria or Switzerland only", "territory +DE+AT+CH" },
        { "Use restricted to Bosnia and Herzegovina", "territory +BA" },
        { "For distribution only to Japan/S. Korea", "territory +JP+KR" },
        { "Nur für Deutschland und Österreich", "territory +DE+AT" },
        { "Verwendung nur in der Schweiz", "territory +CH" },
        { "대한민국 내에서만 사용", "territory +KR" },
        { "한국에서만 사용 가능", "territory +KR" },
        { "GERMANY OUT", "territory -DE" },
        { "AUSTRIA OUT,HUNGARY OUT", "territory -AT; territory -HU" },
        { "GERMANY OUT AUSTRIA OUT", "territory -DE; territory -AT" },
        { "GERMANY, AUSTRIA AND SWITZERLAND OUT", "territory -DE-AT-CH" },
        { "Not for distribution in the United States", "territory -US" },
        { "Not for use in the U.S. No sales.", "territory -US; sale =none" },
        { "NO ACCESS JAPAN", "territory -JP" },
        { "Not for Germany", "territory -DE" },
        { "For use outside Japan only", "territory -JP" },
        { "Worldwide except Japan", "territory -JP" },
        { "Except Japan", "territory -JP" },
        { "Keine Verwendung in Deutschland gestattet", "territory -DE" },
        { "일본 내 사용 금지", "territory -JP" },
        { "No redistribution permitted", "redistribution =none" },
        { "not for redistribution", "redistribution =none" },
        { "Redistribution is strictly prohibited", "redistribution =none" },
        { "Redistribution is prohibited", "redistribution =none" },
        { "May not be redistributed or resold", "redistribution =none; sale =none" },
        { "keine Weitergabe", "redistribution =none" },
        { "재배포 금지", "redistribution =none" },
        { "재배포 및 판매 금지", "redistribution =none; sale =none" },
        { "PHOTO NOT FOR SALE", "sale =none" },
        { "NO SALES NO RESALE", "sale =none; sale =none" },
        { "No resale and no redistribution", "sale =none; redistribution =none" },
        { "Mandatory Credit: Jane Roe/Example Pictures", "mandatoryCredit =Jane Roe/Example Pictures" },
        { "Mandatory Credit: Photo by J. Roe - Pool via EX (1234567a)", "mandatoryCredit =J. Roe - Pool via EX" },
        { "MANDATORY CREDIT; GERMANY OUT", "mandatoryCredit; territory -DE" },
        { "Mandatory credit: Jane Roe, no sales", "mandatoryCredit =Jane Roe; sale =none" },
        { "HANDOUT", "handout" },
        { "Pool photo", "pool" },
        { "FILE PHOTO", "filePhoto" },
        { "All rights reserved", "copyright" },
        { "(C) 2026 Example Agency. All rights reserved.", "copyright; copyright" },
        { "©2026 Example Agency All Rights Reserved", "copyright; copyright" },
        { "Copyright 2026. All rights reserved", "copyright; copyright" },
        { "", "" },
        { " -- ", "" },
    };

    /// <summary>Terms that must deny: something in them is listed as not understood.</summary>
    public static TheoryData<string> Unclear => new(
        "NOT FOR USE OUTSIDE ITALY EXCEPT SAN MARINO",
        "Not for use outside Spain, except France",
        "Not for use outside Spain (except France)",
        "Not for use outside Ruritania",
        "Ruritania and Germany only",
        "Germany, Ruritania only",
        "Not only for use in Germany",
        "Not Germany only",
        "GERMANY NOT OUT",
        "NEW JERSEY OUT",
        "North and South Korea only",
        "Georgia only",
        "Congo only",
        "Not for us",
        "For use in Germany",
        "Outside Italy",
        "Germany",
        "No redistribution without permission",
        "No redistribution unless agreed",
        "No redistribution in Germany",
        "Redistribution not prohibited",
        "No redistribution prohibited",
        "Not not for sale",
        "No restriction on sales",
        "Sales",
        "For broadcast only in Germany",
        "Not for broadcast in Germany",
        "Mandatory credit: Jane Roe editorial use only",
        "© Example Agency internet out",
        "Mandatory credit: Jane Roe must be shown",
        "N\u200bO SALES",
        "대한민국 내에서만 사용 금지",
        "국내용",
        "Nicht nur für Deutschland",
        "GERMANY O U T",
        "No. Redistribution",
        "Only in. Germany");

    [Theory, MemberData(nameof(Understood))]
    public void Terms_become_rules(string terms, string expected)
    {
        var reading = LicenceLine.Read(terms);

        Assert.Equal([], reading.NotUnderstood.Select(span => Words(terms, span)));
        Assert.Equal(expected, string.Join("; ", reading.Rules.Select(InWords)));
    }

    [Theory, MemberData(nameof(Unclear))]
    public void A_word_that_is_not_understood_is_listed(string terms) =>
        Assert.False(LicenceLine.Read(terms).IsUnderstood);

    [Fact]
    public void Each_rule_has_the_words_of_its_clause_without_the_full_stop()
    {
        const string terms = "For Use Only in the Republic of Korea. No Redistribution.";

        var reading = LicenceLine.Read(terms);

        Assert.Equal(["For Use Only in the Republic of Korea", "No Redistribution"],
            reading.Rules.Select(rule => Words(terms, rule.Span)));
    }

    [Fact]
    public void Words_that_are_not_understood_are_listed_in_runs_between_marks()
    {
        const string terms = "NO SALES, PHOTO RELEASED BY EXAMPLE AGENCY, MAY 3; GERMANY OUT";

        var reading = LicenceLine.Read(terms);

        Assert.Equal(["NO SALES", "GERMANY OUT"], reading.Rules.Select(rule => Words(terms, rule.Span)));
        Assert.Equal(["PHOTO RELEASED BY EXAMPLE AGENCY", "MAY 3"],
            reading.NotUnderstood.Select(span => Words(terms, span)));
    }

    [Fact]
    public void An_open_exception_takes_the_rules_of_its_sentence_and_no_others()
    {
        var reading = LicenceLine.Read("No sales. Germany only, unless agreed.");

        Assert.Equal("sale =none", string.Join("; ", reading.Rules.Select(InWords)));
        Assert.False(reading.IsUnderstood);
    }

    [Fact]
    public void Terms_beyond_the_limit_are_not_understood_as_a_whole()
    {
        var terms = new string(' ', LicenceLine.MaxLength) + "NO SALES";

        var reading = LicenceLine.Read(terms);

        Assert.Empty(reading.Rules);
        Assert.Equal([new TextSpan(0, terms.Length)], reading.NotUnderstood);
    }

    [Fact]
    public void Every_country_that_is_out_is_denied() =>
        Assert.All(NamesInLines(), name =>
        {
            var reading = LicenceLine.Read($"{name.ToUpperInvariant()} OUT");
            if (name == "Georgia")
                Assert.False(reading.IsUnderstood);
            else
                Assert.Equal([Countries.Find(name)!], Assert.Single(reading.Rules).Deny);
        });

    [Fact]
    public void Any_mix_of_licence_words_is_covered_by_rules_and_runs_inside_the_text() =>
        OneOf("no", "not", "for", "use", "only", "in", "outside", "Germany", "the", "UK", "out", "sale", ",",
                "redistribution", "except", "and", "(", ")", "/", "Mandatory Credit:", "Jane", "©", "2026", "U.S.",
                "대한민국", "내에서만", "금지", "nur", "für", "\ud800", ".", "  ",
                "all rights reserved", "permitted", "worldwide")
            .Array[0, 14].Sample(parts => IsCovered(string.Join(' ', parts)));

    [Fact]
    public void No_text_makes_it_throw() =>
        Gen.String[0, 300].Sample(text => IsCovered(text));

    [Fact]
    public void A_word_nobody_knows_never_makes_terms_clear() =>
        Gen.Select(OneOf([.. Understood.Select(row => row.Data.Item1)]), Gen.Int[0, 12])
            .Sample((terms, at) =>
            {
                var words = terms.Split(' ').ToList();
                words.Insert(Math.Min(at, words.Count), "xyzzy");
                return !LicenceLine.Read(string.Join(' ', words)).IsUnderstood;
            });

    static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);

    static bool IsCovered(string text)
    {
        var reading = LicenceLine.Read(text);
        var covered = new bool[text.Length];
        foreach (var span in reading.Rules.Select(rule => rule.Span).Concat(reading.NotUnderstood))
            covered.AsSpan(span.Start, span.Length).Fill(true);
        return LicenceWords.Of(text).All(word => covered[word.Start]
            || LicenceVocabulary.And.Contains(word.Key) || word.Key.Any(char.IsAsciiDigit));
    }

    static IEnumerable<string> NamesInLines() => CountryNames.Table.Split('\n')
        .SelectMany(line => line.Trim()[3..].Split(';', StringSplitOptions.TrimEntries));

    static string Words(string terms, TextSpan span) => terms.Substring(span.Start, span.Length);

    static string InWords(UsageRule rule) => LicenceRules.InWords(rule);
}
