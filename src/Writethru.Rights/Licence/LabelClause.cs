using Writethru.Copy;
using static Writethru.Rights.Licence.LicenceVocabulary;

namespace Writethru.Rights.Licence;

/// <summary>Words that say what a picture is, whom to credit and who owns it. None of them limits its use.</summary>
static class LabelClause
{
    /// <summary>Most words of a name; longer ones hide a sentence.</summary>
    const int LongestName = 10;

    static readonly string[] _allRights = ["all", "rights", "reserved"];

    static readonly PhraseTable<bool> _credits = new(
    [
        ("mandatory credit;mandatory credits;must credit;please credit;credit mandatory;pflichtangabe;" +
            "crédit obligatoire;mention obligatoire;crédito obligatorio", true),
        // It says whom to credit only with a colon behind it.
        ("credit;credit line;bildnachweis;crédit;crédito", false),
    ]);

    public static ClauseMatch? Read(Clause clause, int at) =>
        DatedFile(clause, at) ?? Via(clause, at) ?? Credit(clause, at) ?? Owner(clause, at);

    /// <summary><c>Handout via Example Wire</c>.</summary>
    static ClauseMatch? Via(Clause clause, int at) =>
        clause.Is(at, "handout") && clause.Is(at + 1, "via") && NameEnd(clause, at + 2) is > 0 and var end
            ? new ClauseMatch(end, new UsageRule
            {
                Kind = UsageKinds.Handout,
                Value = clause.Text[clause.Words[at + 2].Start..clause.Words[end - 1].End],
            })
            : null;

    /// <summary><c>NOV. 5, 2019 FILE PHOTO</c>: when it was taken limits nothing.</summary>
    static ClauseMatch? DatedFile(Clause clause, int at) =>
        MomentReader.Read(clause, at) is { Date: { } date, Time: null } moment
        && FixedPhrases.Read(clause, moment.End) is { Rules: [{ Kind: UsageKinds.FilePhoto }] } file
            ? file with { Rules = [new UsageRule { Kind = UsageKinds.FilePhoto, Value = date.ToString() }] }
            : null;

    /// <summary><c>Mandatory Credit: Photo by Jane Roe/Example Pictures (1234567a)</c>.</summary>
    static ClauseMatch? Credit(Clause clause, int at)
    {
        var name = _credits.Find(clause, at, out var isMandatory);
        if (name < 0 || (!isMandatory && !IsColon(clause, name)))
            return null;
        if (clause.Ends(name) && !IsColon(clause, name))
            return new ClauseMatch(name, new UsageRule { Kind = UsageKinds.MandatoryCredit });
        var words = clause with { Start = name };
        var byline = words.Is(words.Skip(name, Subject), "by") ? words.Skip(name, Subject) + 1 : name;
        var end = NameEnd(clause, byline);
        if (end < 0)
            return null;
        var value = clause.Text[clause.Words[byline].Start..clause.Words[end - 1].End];
        return new ClauseMatch(end, end + (IsLibraryNumber(clause, end) ? 1 : 0),
            [new UsageRule { Kind = UsageKinds.MandatoryCredit, Value = value }]);
    }

    /// <summary><c>(C) 2026 Example Agency</c>, <c>Copyright Example Agency</c>.</summary>
    static ClauseMatch? Owner(Clause clause, int at)
    {
        var next = clause.Skip(clause.Skip(at, "copyright"), "©");
        if (next == at)
            return null;
        while (clause.Has(next) && clause.Words[next].Key is { Length: 4 } year && year.All(char.IsAsciiDigit))
            next++;
        var end = NameEnd(clause, next, takesCommas: false);
        if (end < 0 && (clause.Ends(next) || clause.After(next, _allRights) > 0))
            end = next;
        return end < 0 ? null : new ClauseMatch(end, new UsageRule { Kind = UsageKinds.Copyright });
    }

    static bool IsColon(Clause clause, int at) =>
        at < clause.Words.Count && clause.Words[at].Gap == Gap.Mark && Between(clause, at).Contains(':');

    static ReadOnlySpan<char> Between(Clause clause, int at) =>
        clause.Text.AsSpan(clause.Words[at - 1].End..clause.Words[at].Start);

    /// <summary>
    /// The place after a name; -1 when there is none, or when a word of licences stands in it. After a comma, a slash
    /// or a dash it goes on only where all that follows, up to the next mark, can be a name too.
    /// </summary>
    static int NameEnd(Clause clause, int at, bool takesCommas = true)
    {
        var end = PartEnd(clause, at, at);
        while (end > 0 && JoinsNames(clause, end, takesCommas) && PartEnd(clause, end, at) is > 0 and var further)
            end = further;
        return end;
    }

    static int PartEnd(Clause clause, int at, int start)
    {
        if (at >= clause.Words.Count || clause.Words[at].Gap == Gap.Sentence)
            return -1;
        var next = at;
        do
        {
            if (clause.After(next, _allRights) > 0)
                break;
            if (next - start >= LongestName || !IsOfName(clause, clause.Words[next]))
                return -1;
            next++;
        }
        while (next < clause.Words.Count && clause.Words[next].Gap <= Gap.Loose);
        return next > at ? next : -1;
    }

    static bool IsOfName(Clause clause, LicenceWord word) => !NeverInName.Contains(word.Key) && word.Key != "©"
        && !char.IsDigit(clause.Text[word.Start])
        && (!char.IsLower(clause.Text[word.Start]) || InsideName.Contains(word.Key));

    static bool JoinsNames(Clause clause, int at, bool takesCommas)
    {
        if (at >= clause.Words.Count || clause.Words[at].Gap != Gap.Mark)
            return false;
        foreach (var c in Between(clause, at))
        {
            if (!char.IsWhiteSpace(c) && c is not ('/' or '-' or '–' or '&') && !(takesCommas && c == ','))
                return false;
        }
        return true;
    }

    // The number under which a picture library keeps the photo: it says nothing about use.
    static bool IsLibraryNumber(Clause clause, int at)
    {
        if (at >= clause.Words.Count || clause.Words[at].Gap != Gap.Mark)
            return false;
        var word = clause.Words[at];
        var digits = word.Key.TakeWhile(char.IsAsciiDigit).Count();
        return clause.Text[word.Start - 1] == '(' && word.End < clause.Text.Length && clause.Text[word.End] == ')'
            && digits >= 5 && word.Key.Length - digits <= 2;
    }
}
