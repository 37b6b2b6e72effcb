using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Reading.Checks;

/// <summary>Holds one claim against the diff.</summary>
static class ClaimChecker
{
    static readonly ClaimCheck _confirmed = new() { Verdict = ClaimVerdict.Confirmed };
    static readonly ClaimCheck _notFound = new() { Verdict = ClaimVerdict.NotFound };
    static readonly ClaimCheck _notVerifiable = new() { Verdict = ClaimVerdict.NotVerifiable };

    public static ClaimCheck Check(Claim claim, ChangedParagraphs changes, ParagraphDiff diff, Take old, Take @new)
    {
        if (claim.Action is ClaimAction.Advises or ClaimAction.Refiles)
            return _notVerifiable;
        if (claim.Action == ClaimAction.Kills)
            return Say(@new.Status == TakeStatus.Canceled);
        if (claim.Action == ClaimAction.Repeats)
            return Say(diff.Paragraphs.All(change => change.Kind is ChangeKind.Same or ChangeKind.Minor));
        if (ClaimKinds.Field(claim) is { } name)
            return WithWords(claim,
                diff.Fields.Any(field => field.Name == name) ? _confirmed : _notFound, FieldText(@new, name));
        return claim.Target switch
        {
            ClaimTarget.Photo or ClaimTarget.Graphic or ClaimTarget.Caption => OfPictures(claim, diff, old, @new),
            ClaimTarget.Video or ClaimTarget.Link or ClaimTarget.Bullet or ClaimTarget.Signoff => _notVerifiable,
            ClaimTarget.Lead => OfNumbers(claim, [1], changes, @new),
            ClaimTarget.Story => Say(!diff.IsEmpty),
            _ when claim.Where is { } where => OfReference(claim, where, changes, @new),
            _ => WithWords(claim, Say(IsAnywhere(claim, changes)), TextOf(@new)),
        };
    }

    static ClaimCheck OfReference(Claim claim, ParagraphReference where, ChangedParagraphs changes, Take @new)
    {
        var isDeletion = claim.Action == ClaimAction.Deletes;
        var numbers = References.Numbers(where, isDeletion ? changes.OldCount : changes.NewCount);
        return where switch
        {
            ParagraphReference.Throughout => Throughout(changes),
            // "From para 2": it begins there, and need not go on to the last.
            ParagraphReference.From from when !isDeletion => WithWords(claim, new ClaimCheck
            {
                Verdict = changes.IsChanged(from.Number) ? ClaimVerdict.Confirmed
                    : numbers.Any(changes.IsChanged) ? ClaimVerdict.Partly : ClaimVerdict.NotFound,
                Borne = [.. numbers.Where(changes.IsChanged)],
                Missing = changes.IsChanged(from.Number) ? [] : [from.Number],
            }, Texts(@new, numbers)),
            _ => OfNumbers(claim, numbers, changes, @new),
        };
    }

    static ClaimCheck OfNumbers(Claim claim, ImmutableArray<int> numbers, ChangedParagraphs changes, Take @new)
    {
        var isDeletion = claim.Action == ClaimAction.Deletes && claim.Target != ClaimTarget.Lead;
        var borne = numbers
            .Where(number => isDeletion ? changes.IsGone(number) : changes.IsChanged(number)).ToImmutableArray();
        var check = new ClaimCheck
        {
            Verdict = borne.IsEmpty ? ClaimVerdict.NotFound
                : borne.Length < numbers.Length ? ClaimVerdict.Partly : ClaimVerdict.Confirmed,
            Borne = borne,
            Missing = [.. numbers.Except(borne)],
        };
        return isDeletion ? check : WithWords(claim, check, Texts(@new, numbers));
    }

    /// <summary>Both halves of the copy changed: confirmed; one of them: partly.</summary>
    static ClaimCheck Throughout(ChangedParagraphs changes)
    {
        var middle = (changes.NewCount + 1) / 2;
        var numbers = Enumerable.Range(1, changes.NewCount).Where(changes.IsChanged).ToImmutableArray();
        var (first, second) = (numbers.Any(number => number <= middle), numbers.Any(number => number > middle));
        return new ClaimCheck
        {
            Verdict = first && (second || changes.NewCount < 2) ? ClaimVerdict.Confirmed
                : first || second ? ClaimVerdict.Partly : ClaimVerdict.NotFound,
            Borne = numbers,
        };
    }

    static bool IsAnywhere(Claim claim, ChangedParagraphs changes) => claim.Action switch
    {
        ClaimAction.Adds => changes.InNew(ChangeKind.Added, ChangeKind.Edited).Any(),
        ClaimAction.Deletes or ClaimAction.Trims => changes.Removed.Any() || changes.InNew(ChangeKind.Edited).Any(),
        ClaimAction.Restructures => changes.InNew(ChangeKind.Moved, ChangeKind.Edited).Any(),
        _ => changes.Removed.Any() || changes.InNew(
            ChangeKind.Added, ChangeKind.Edited, ChangeKind.Moved, ChangeKind.Minor).Any(),
    };

    /// <summary>
    /// Pictures often come by another way than the copy: where neither take has one, nothing can be told.
    /// </summary>
    static ClaimCheck OfPictures(Claim claim, ParagraphDiff diff, Take old, Take @new)
    {
        if (old.Pictures.IsEmpty && @new.Pictures.IsEmpty)
            return _notVerifiable;
        return Say(diff.Pictures.Any(picture => claim.Action switch
        {
            ClaimAction.Adds when claim.Target != ClaimTarget.Caption => picture.Kind == ChangeKind.Added,
            ClaimAction.Deletes => picture.Kind == ChangeKind.Removed,
            _ => picture.Kind != ChangeKind.Same,
        }));
    }

    /// <summary>"… to 15 from 12": the one must be there, and the other must not.</summary>
    static ClaimCheck WithWords(Claim claim, ClaimCheck check, IReadOnlyList<string> texts)
    {
        if (check.Verdict is ClaimVerdict.NotFound or ClaimVerdict.NotVerifiable)
            return check;
        if (claim.ToWords.Length > 0 && !texts.Any(text => Holds(text, claim.ToWords)))
            return check with { Verdict = ClaimVerdict.NotFound };
        return claim.FromWords.Length > 0 && texts.Any(text => Holds(text, claim.FromWords))
            && !claim.ToWords.Contains(claim.FromWords, StringComparison.OrdinalIgnoreCase)
            ? check with { Verdict = ClaimVerdict.Partly }
            : check;
    }

    /// <summary>Whether whole words stand in a text, in any case.</summary>
    static bool Holds(string text, string words)
    {
        for (var at = 0; (at = text.IndexOf(words, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(words[0]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(words[^1])))
                return true;
        }
        return false;
    }

    static List<string> Texts(Take take, ImmutableArray<int> numbers) =>
        [.. numbers.Where(number => number >= 1 && number <= take.Body.Length)
            .Select(number => take.Body[number - 1].Text)];

    static List<string> TextOf(Take take) => [take.Headline, .. take.Body.Select(paragraph => paragraph.Text)];

    static List<string> FieldText(Take take, string field) => field switch
    {
        DiffFields.Headline => [take.Headline],
        DiffFields.Byline => [take.Byline],
        DiffFields.Dateline => [take.Dateline?.Text ?? ""],
        DiffFields.Slug => [take.Slug],
        _ => [take.Embargo?.Text ?? ""],
    };

    static ClaimCheck Say(bool isSo) => isSo ? _confirmed : _notFound;
}
