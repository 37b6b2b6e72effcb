using Writethru.Copy;

namespace Writethru.Reading.Checks;

/// <summary>What happened to each paragraph, by its number in the new take and in the old one.</summary>
sealed class ChangedParagraphs
{
    readonly ChangeKind[] _new;
    readonly bool[] _removed;
    readonly (int Before, int After)[] _aroundRemoved;

    public ChangedParagraphs(ParagraphDiff diff, int oldCount, int newCount)
    {
        _new = new ChangeKind[newCount];
        OldKinds = new ChangeKind[oldCount];
        _removed = new bool[oldCount];
        _aroundRemoved = new (int, int)[oldCount];
        var last = 0;
        foreach (var change in diff.Paragraphs)
        {
            if (change.New is { } n)
                _new[n - 1] = change.Kind;
            if (change.Old is { } o)
            {
                OldKinds[o - 1] = change.Kind;
                _removed[o - 1] = change.New is null;
                _aroundRemoved[o - 1] = (last, last + 1);
            }
            last = change.New ?? last;
        }
    }

    /// <summary>How many paragraphs the new take has.</summary>
    public int NewCount => _new.Length;

    /// <summary>How many paragraphs the old take had.</summary>
    public int OldCount => OldKinds.Length;

    /// <summary>What became of each paragraph of the old take.</summary>
    public ChangeKind[] OldKinds { get; }

    /// <summary>Numbers of the paragraphs that are gone, in the old take.</summary>
    public IEnumerable<int> Removed => Enumerable.Range(1, OldCount).Where(number => _removed[number - 1]);

    /// <summary>Numbers of the paragraphs of these kinds, in the new take.</summary>
    public IEnumerable<int> InNew(params ChangeKind[] kinds) =>
        Enumerable.Range(1, NewCount).Where(number => kinds.Contains(_new[number - 1]));

    /// <summary>Whether anything at all happened to a paragraph of the new take; false when there is none.</summary>
    public bool IsChanged(int number) =>
        number >= 1 && number <= NewCount && _new[number - 1] != ChangeKind.Same;

    /// <summary>Whether a paragraph of the old take is gone or was edited; false when there was none.</summary>
    public bool IsGone(int number) => number >= 1 && number <= OldCount
        && OldKinds[number - 1] is ChangeKind.Removed or ChangeKind.Edited;

    /// <summary>Whether a paragraph of the new take was written anew where the removed one stood.</summary>
    public IEnumerable<int> InPlaceOf(int removed)
    {
        var (before, after) = _aroundRemoved[removed - 1];
        foreach (var number in (int[])[before, after])
        {
            if (number >= 1 && number <= NewCount && _new[number - 1] is ChangeKind.Added or ChangeKind.Edited)
                yield return number;
        }
    }
}
