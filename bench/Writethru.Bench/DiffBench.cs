using System.Diagnostics;
using DiffPlex;
using DiffPlex.Chunkers;
using Writethru.Copy;
using Writethru.Reading.Diffs;

namespace Writethru.Bench;

/// <summary>
/// How long a diff of two takes of twenty paragraphs takes, with and without words, beside DiffPlex over the same
/// paragraphs as lines, which aligns equal lines only. All take turns; medians of the rounds are printed.
/// </summary>
static class DiffBench
{
    const int Rounds = 9, DiffsARound = 4_000, Paragraphs = 20;

    public static int Print(TextWriter output)
    {
        output.WriteLine(
            "| what changed | ours, no words: µs | ours, words: µs | DiffPlex, lines: µs | ours : DiffPlex |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (var edited in (int[])[0, 5, Paragraphs])
        {
            var (old, @new) = Pair(edited);
            var (oldText, newText) = (Lines(old), Lines(@new));
            List<double> plain = [], words = [], lines = [];
            for (var round = 0; round <= Rounds; round++)
            {
                var one = Time(() => ParagraphDiffer.Diff(old, @new, withWords: false));
                var two = Time(() => ParagraphDiffer.Diff(old, @new));
                var three = Time(() => Differ.Instance.CreateDiffs(
                    oldText, newText, ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance));
                if (round == 0)
                    continue; // the first only warms up
                plain.Add(one);
                words.Add(two);
                lines.Add(three);
            }
            var ratio = Median(plain.Zip(lines, (ours, its) => ours / its));
            output.WriteLine(FormattableString.Invariant($"| {edited} of {Paragraphs} paragraphs edited, one added | ")
                + FormattableString.Invariant(
                    $"{Median(plain):F1} | {Median(words):F1} | {Median(lines):F1} | {ratio:F2} |"));
        }
        return 0;
    }

    /// <summary>Paragraphs of thirty words; of an edited one every tenth word differs.</summary>
    static (Take Old, Take New) Pair(int edited)
    {
        var old = Enumerable.Range(0, Paragraphs).Select(i => Words(i, isEdited: false));
        var @new = Enumerable.Range(0, Paragraphs).Select(i => Words(i, i >= Paragraphs - edited))
            .Append(Words(99, false));
        return (Of(old), Of(@new));
    }

    static string Words(int paragraph, bool isEdited) => string.Join(' ', Enumerable.Range(0, 30).Select(word =>
        isEdited && word % 10 == 3 ? $"other{word}" : $"word{paragraph * 7 % (word + 5)}of{word}")) + ".";

    static Take Of(IEnumerable<string> texts) => new() { Body = [.. texts.Select(text => new Paragraph(text))] };

    static string Lines(Take take) => string.Join('\n', take.Body.Select(paragraph => paragraph.Text));

    static double Time(Action diff)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < DiffsARound; i++)
            diff();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / DiffsARound;
    }

    static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
