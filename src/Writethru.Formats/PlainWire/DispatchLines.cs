using Writethru.Copy.Datelines;
using Writethru.Formats.Printed;

namespace Writethru.Formats.PlainWire;

/// <summary>What is known of the lines of a dispatch before they are read one by one.</summary>
static class DispatchLines
{
    /// <summary>How far below the top a dateline is still looked for, in lines.</summary>
    public const int HeadReach = 40;

    /// <summary>An end mark behind the last words of a line becomes a line of its own, wherever it stands.</summary>
    public static List<WireLine> PartEndMarks(List<WireLine> lines)
    {
        var parted = new List<WireLine>(lines.Count + 1);
        foreach (var line in lines)
        {
            if (!LineMarks.TryPartEndMark(line.Text, out var before, out var mark))
            {
                parted.Add(line);
                continue;
            }
            parted.Add(line with { Text = before });
            parted.Add(new WireLine(mark, line.At + line.Text.Length - mark.Length, 0, AfterBlank: false));
        }
        return parted;
    }

    /// <summary>
    /// The line of the first dateline near the top; -1 when there is none. In a summary, whose stories lines of dashes
    /// part, the datelines are those of its stories.
    /// </summary>
    /// <param name="lines">The lines.</param>
    /// <param name="steps">Counts what is looked at.</param>
    /// <param name="headEnd">The line before which it was looked for; labelled lines do not count.</param>
    public static int FindDateline(List<WireLine> lines, StepCount steps, out int headEnd)
    {
        var counted = 0;
        var isSummary = lines.Count(line => TailLines.PartsStories(line.Text)) > 1;
        for (headEnd = 0; headEnd < lines.Count && counted < HeadReach; headEnd++)
        {
            var text = lines[headEnd].Text;
            steps.Add(Math.Min(text.Length, DatelineGrammar.Reach));
            if (Labels.TryPart(text, out _, out _) || PictureFields.TryPart(text, out _, out _))
                continue;
            counted++;
            if (LineMarks.EndsCopy(text) || isSummary && TailLines.PartsStories(text))
                return -1;
            if (!AdvisoryWords.Opens(text) && EmbargoWords.OfLine(text) is null
                && !SeriesLabels.TrySlugLine(text, out _, out _, out _) && DatelineGrammar.Find(text) is not null)
                return headEnd;
        }
        return -1;
    }
}
