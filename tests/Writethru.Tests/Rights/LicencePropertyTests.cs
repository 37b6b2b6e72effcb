using CsCheck;
using Writethru.Copy;
using Writethru.Rights.Licence;

namespace Writethru.Tests.Rights;

/// <summary>What holds for any text.</summary>
public sealed class LicencePropertyTests
{
    static readonly DateTimeOffset _received = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Terms that keep something from somebody.</summary>
    static readonly string[] _denials =
    [
        .. LicenceFormsTests.Acts.Concat(LicenceFormsTests.Media).Concat(LicenceFormsTests.Territories)
            .Concat(LicenceFormsTests.Clients).Concat(LicenceTimeTests.Windows).Concat(LicenceTimeTests.Open)
            .Where(row => KeepsBack(LicenceLine.Read(row.Data.Item1, _received).Rules)).Select(row => row.Data.Item1),
    ];

    static readonly Gen<string> _words = OneOf(
        "no", "not", "for", "use", "only", "in", "outside", "Germany", "EU", "out", "archive", "online", "mags",
        "until",
        "after", "before", "5 Dec 2026", "18:00", "GMT", "48", "hours", "embargoed", "Friday", "from", "to", "and",
        "or", ",",
        ".", ":", "(", ")", "/", "|", "+9", "clients", "AP", "editorial", "commercial", "without", "permission",
        "may not be",
        "credit", "Jane", "©", "5.12.", "2026", "nicht vor", "까지", "12월 5일", "사용", "금지", "転載禁止", "\ud800", "\u200b",
        "\n", "  ", "except", "rights", "DE", "CH", "IN", "expires", "24", "T", "-", "am", "de", "the");

    [Fact]
    public void Every_rule_and_every_run_lies_inside_the_text() =>
        Gen.Select(_words.Array[0, 24], Gen.Bool)
            .Sample((parts, isDated) => IsInside(string.Join(' ', parts), isDated));

    [Fact]
    public void No_text_makes_it_throw() =>
        Gen.Select(Gen.String[0, 200], Gen.Bool).Sample((text, isDated) => IsInside(text, isDated));

    [Fact]
    public void A_word_nobody_knows_never_takes_a_denial_away() =>
        Gen.Select(OneOf(_denials), Gen.Int[0, 14], OneOf("xyzzy", "\u200b", "Qwx", "\ufeffno", "éö"))
            .Sample((terms, at, word) =>
            {
                var words = terms.Split(' ').ToList();
                words.Insert(Math.Min(at, words.Count), word);
                return Denies(string.Join(' ', words));
            });

    [Fact]
    public void Text_before_and_behind_never_makes_a_denial_free() =>
        Gen.Select(_words.Array[0, 4], OneOf(_denials), _words.Array[0, 4])
            .Sample((before, terms, behind) =>
                Denies($"{string.Join(' ', before)} {terms} {string.Join(' ', behind)}"));

    [Fact]
    public void The_longest_terms_of_any_words_are_read_in_bounded_work() =>
        Gen.Select(_words, _words).Sample((one, two) =>
        {
            var pair = $"{one} {two} ";
            var text = string.Concat(Enumerable.Repeat(pair, LicenceLine.MaxLength / pair.Length));
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = LicenceLine.Read(text, _received);
            return GC.GetAllocatedBytesForCurrentThread() - before < 64 * 1024 * 1024;
        }, iter: 300, threads: 1);

    static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);

    static bool Denies(string text)
    {
        var reading = LicenceLine.Read(text, _received);
        return !reading.IsUnderstood || KeepsBack(reading.Rules);
    }

    static bool KeepsBack(IEnumerable<UsageRule> rules) => rules.Any(rule => rule.Kind is not
        (UsageKinds.MandatoryCredit or UsageKinds.Handout or UsageKinds.Pool or UsageKinds.FilePhoto
        or UsageKinds.Copyright or UsageKinds.Modification or UsageKinds.People or UsageKinds.OneTime));

    static bool IsInside(string text, bool isDated)
    {
        var reading = LicenceLine.Read(text, isDated ? _received : null);
        return reading.Rules.Select(rule => rule.Span).Concat(reading.NotUnderstood)
            .All(span => span.Start >= 0 && span.Length > 0 && span.Start + span.Length <= text.Length);
    }
}
