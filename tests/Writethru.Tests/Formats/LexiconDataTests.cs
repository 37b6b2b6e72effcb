using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Printed;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

/// <summary>
/// What the words of each language must do and must not do: <c>Lexicons/LANGUAGE.notices.tsv</c> and
/// <c>LANGUAGE.prose.txt</c>. What is not so yet stands in <c>known.txt</c>: nothing may join it, and what is mended
/// leaves it (<c>ACCEPT=1</c> writes it anew).
/// </summary>
public class LexiconDataTests
{
    public static TheoryData<string> Languages() =>
        ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "no", "da", "fi", "ko", "ja", "zh", "ar", "ru"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Prose_stops_nothing_wherever_it_stands(string language)
    {
        var prose = Lines($"{language}.prose.txt");

        Assert.True(prose.Count >= 100, $"{prose.Count} sentences");
        Known(language + " prose", prose.SelectMany(text => Stops(text).Select(stop => $"{stop}: {text}")));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Notices_stop_wherever_they_stand(string language)
    {
        var notices = Lines($"{language}.notices.tsv").ConvertAll(line => line.Split('\t'));

        Assert.True(notices.Count >= 30, $"{notices.Count} notices");
        Known(language + " notices", notices.SelectMany(notice => Misses(notice[0], notice[1])
            .Select(miss => $"{miss}: {notice[0]} ({notice[1]})")));
    }

    static void Known(string of, IEnumerable<string> found)
    {
        List<string> lines = [.. found.Select(line => $"{of}\t{line}").Order(StringComparer.Ordinal)];
        var rest = Lines("known.txt").Where(line => !line.StartsWith(of + "\t", StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
            File.WriteAllLines(PathOf("known.txt"), [.. rest.Concat(lines).Order(StringComparer.Ordinal)]);
        Assert.Equal(Lines("known.txt").Where(line => line.StartsWith(of + "\t", StringComparison.Ordinal)), lines);
    }

    static IEnumerable<string> Stops(string text)
    {
        foreach (var place in Enum.GetValues<WordsPlace>())
        {
            if (StatusWords.Read(text, place) is { } status)
                yield return $"{place} {status}";
        }
        if ((EmbargoWords.OfNote(text) ?? EmbargoWords.OfLine(text) ?? EmbargoWords.OfHeadline(text)
            ?? EmbargoWords.OfCopy(text)) is not null)
            yield return "embargo";
        if (NotForPublication.OpensAt(text) >= 0)
            yield return "not for publication";
    }

    static IEnumerable<string> Misses(string text, string does) => does switch
    {
        "label" => Other(text, TakeStatus.Canceled, TakeStatus.Canceled),
        "kill" => Other(text, TakeStatus.Canceled, TakeStatus.Withheld),
        "hold" => Other(text, TakeStatus.Withheld, TakeStatus.Withheld),
        "embargo" => Waits(text) ? [] : ["no embargo"],
        "private" => NotForPublication.Opens(text) ? [] : ["for publication"],
        _ => [$"unknown {does}"],
    };

    static IEnumerable<string> Other(string text, TakeStatus inNote, TakeStatus opening)
    {
        foreach (var (place, expected) in new[] { (WordsPlace.Note, inNote), (WordsPlace.Opening, opening),
            (WordsPlace.Copy, TakeStatus.Withheld) })
        {
            if (StatusWords.Read(text, place) is var status && status != expected)
                yield return $"{place} {status?.ToString() ?? "nothing"}";
        }
    }

    static bool Waits(string text) =>
        Enum.GetValues<WordsPlace>().All(place => StatusWords.Read(text, place) is not null)
        || (EmbargoWords.OfNote(text) is not null && EmbargoWords.OfLine(text) is not null);

    static List<string> Lines(string name) =>
        [.. File.ReadLines(PathOf(name))
            .Where(line => line.Length > 0 && line[0] != '#')];

    static string PathOf(string name) =>
        Path.Combine(RepoFiles.Root, "tests", "Writethru.Tests", "Formats", "Lexicons", name);
}
