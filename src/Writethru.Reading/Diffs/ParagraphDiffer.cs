using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Reading.Diffs;

/// <summary>Compares two takes of a story. Pure and deterministic; safe to use from many threads.</summary>
/// <remarks>
/// The alignment keeps the order and makes the sum of similarities greatest; what is left over and stands elsewhere has
/// moved. Rules: <c>docs/decisions/0007-paragraph-diff.md</c>.
/// </remarks>
public static class ParagraphDiffer
{
    /// <summary>The diff of two takes.</summary>
    /// <param name="old">The take before.</param>
    /// <param name="new">The take after.</param>
    /// <param name="withWords">Whether to say which words of an edited paragraph differ.</param>
    public static ParagraphDiff Diff(Take old, Take @new, bool withWords = true)
    {
        var oldTexts = Texts(old);
        var newTexts = Texts(@new);
        var pairs = ParagraphAlignment.Align(oldTexts, newTexts);
        var words = new WordDiff();
        return new ParagraphDiff
        {
            Paragraphs = Changes(pairs, oldTexts, newTexts, withWords),
            Fields = FieldDiff.Of(old, @new),
            Pictures = PictureDiff.Of(old.Pictures, @new.Pictures),
        };
    }

    static string[] Texts(Take take)
    {
        var texts = new string[take.Body.Length];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = take.Body[i].Text;
        return texts;
    }

    static ImmutableArray<ParagraphChange> Changes(Alignment pairs, string[] old, string[] @new, bool withWords)
    {
        var changes = ImmutableArray.CreateBuilder<ParagraphChange>(Math.Max(old.Length, @new.Length));
        var words = new WordDiff();
        AddRemoved(-1);
        for (var i = 0; i < @new.Length; i++)
        {
            var from = pairs.OldOf[i];
            changes.Add(from < 0
                ? new ParagraphChange { Kind = ChangeKind.Added, New = i + 1 }
                : Compare(from, i) with { Old = from + 1, New = i + 1 });
            if (from >= 0 && !pairs.HasMoved[i])
                AddRemoved(from);
        }
        return changes.DrainToImmutable();

        ParagraphChange Compare(int from, int to)
        {
            var (hasMoved, alike) = (pairs.HasMoved[to], pairs.Alike[to]);
            if (old[from] == @new[to])
                return new ParagraphChange { Kind = hasMoved ? ChangeKind.Moved : ChangeKind.Same };
            var differing = withWords || alike >= MinorEdit.LeastAlike ? words.Of(old[from], @new[to]) : [];
            var kind = alike < MinorEdit.LeastAlike || !MinorEdit.Is(old[from], @new[to], differing) ? ChangeKind.Edited
                : hasMoved ? ChangeKind.Moved : ChangeKind.Minor;
            return new ParagraphChange { Kind = kind, Words = withWords ? differing : [] };
        }

        void AddRemoved(int after)
        {
            for (var i = after + 1; i < old.Length && (pairs.NewOf[i] < 0 || pairs.HasMoved[pairs.NewOf[i]]); i++)
            {
                if (pairs.NewOf[i] < 0)
                    changes.Add(new ParagraphChange { Kind = ChangeKind.Removed, Old = i + 1 });
            }
        }
    }
}
