using Writethru.Copy;
using static Writethru.Reading.Advisories.NoteLexicon;

namespace Writethru.Reading.Advisories;

/// <summary>Makes claims of a verb and the objects that were read for it.</summary>
sealed class ClaimWriter(NoteText text)
{
    public List<Claim> All { get; } = [];

    /// <summary>Whether no word of the note has a small letter, so that capitals tell nothing.</summary>
    public bool IsAllCapitals { get; } = !text.Raw.AsSpan(0, text.End).ContainsAnyInRange('a', 'z');

    /// <summary>A verb that is said of the story as a whole.</summary>
    public void AddStory(ClaimAction action, int verb, string note = "")
    {
        if (!All.Any(claim => claim.Action == action && claim.Target == ClaimTarget.Story))
            AddEach(action, ClaimTarget.Story, [], (verb, verb + 1), "verb", note, default);
    }

    /// <summary>"4. KPL: LISÄTTY …": what a colon explains stands in the same place.</summary>
    public void Place(int first, ParagraphReference where)
    {
        for (var i = first; i < All.Count; i++)
        {
            if (All[i].Where is null && !NoteTargets.IsPart(All[i].Target))
                All[i] = All[i] with { Where = where };
        }
        // "Korrektur im 2. Absatz: Funktion berichtigt" is one claim, the better one.
        if (first > 0 && first < All.Count && All[first - 1].Target == ClaimTarget.Para
            && All[first - 1].Action == All[first].Action)
            All.RemoveAt(first - 1);
    }

    /// <summary>"… should read X": the right words of the correction before; false where there is none.</summary>
    public bool SayRight(int start, int end)
    {
        if (All.Count == 0 || All[^1].Action != ClaimAction.Corrects)
            return false;
        All[^1] = All[^1] with { ToWords = text.Words(start, end) };
        return true;
    }

    public void AddInstruction(ClaimTarget target, int start, int end) =>
        AddEach(ClaimAction.Advises, target, [], (start, end), "instruction", text.Words(start, end), default);

    public void AddMoved(ClaimTarget target, int start, int end) =>
        AddEach(ClaimAction.Adds, target, [], (start, end), "photos.moved", "", default);

    /// <summary>The claims of one clause.</summary>
    public void Add(ClaimAction action, ClaimAction? outer, int verb, int start, int end,
        ObjectReader read, string rule)
    {
        if (read.Objects.Count == 0 && read.Parts.Count == 0)
        {
            AddBare(action, outer, verb, end, read.Leading, rule);
            return;
        }
        foreach (var (part, from, to, of) in read.Parts)
        {
            var note = of is null ? "" : Note(of);
            AddEach(PartAction(action, outer, of), part, [], (from, to), rule + ".part", note, ContrastOf(of));
        }
        if (action == ClaimAction.Recasts && IsWhole(read))
        {
            var target = read.Leading.Count > 0 ? ClaimTarget.Para : ClaimTarget.Story;
            AddEach(action, target, read.Leading, (start, end), rule + ".with", text.Words(start, end), default);
            return;
        }
        if (action == ClaimAction.Updates && BringsPhotos(read))
        {
            AddStory(action, verb);
            action = ClaimAction.Adds;
        }
        foreach (var found in read.Objects)
        {
            if (found.IsPlaced && found.Where.Count == 0)
                continue;
            AddObject(action, outer, found, read.Leading, rule);
        }
    }

    /// <summary>"Updates with AP Photos": the photos are new, and the story is what is updated.</summary>
    bool BringsPhotos(ObjectReader read) =>
        read.Objects is [{ Target: ClaimTarget.Photo or ClaimTarget.Video or ClaimTarget.Graphic } only]
        && With.Contains(text[only.Start - 1].Key);

    /// <summary>"RECASTS with …": the story, whatever it is recast with; not "RECASTS headline, lead".</summary>
    bool IsWhole(ObjectReader read) => read.Objects[0] is var first && first.Where.Count == 0
        && (With.Contains(text[first.Start - 1].Key) || first.Target is null && read.Leading.Count == 0);

    void AddBare(ClaimAction action, ClaimAction? outer, int verb, int end,
        List<ParagraphReference> places, string rule)
    {
        var target = action switch
        {
            ClaimAction.Adds => ClaimTarget.Details,
            ClaimAction.Changes or ClaimAction.Deletes => ClaimTarget.Para,
            _ => places.Count > 0 ? ClaimTarget.Para : ClaimTarget.Story,
        };
        var done = outer == ClaimAction.Corrects && action != ClaimAction.Deletes ? outer.Value : action;
        AddEach(done, target, Merge(places), (verb, Math.Max(verb + 1, end)), rule, "", default);
    }

    void AddObject(ClaimAction action, ClaimAction? outer, NotedObject found, List<ParagraphReference> leading,
        string rule)
    {
        var contrast = ContrastOf(found);
        if (found.Target is not (ClaimTarget.Photo or ClaimTarget.Headline)
            && Instruction.Opens(text, found.Start, found.End) is { } told)
        {
            AddInstruction(told, found.Start, found.End);
            return;
        }
        if (found.IsChange && action is ClaimAction.Updates or ClaimAction.Adds)
            (action, found.Target) = (ClaimAction.Changes, ClaimTarget.Para);
        var target = TargetOf(action, outer, found, contrast);
        var hasLeading = found.Where.Count == 0 && (target == ClaimTarget.Story || !NoteTargets.IsPart(target));
        var places = Merge(hasLeading ? leading : found.Where);
        var isParagraphs = found.IsBare && target == ClaimTarget.Para;
        AddEach(ActionOf(action, outer, target, found), target, places,
            (found.Start, Math.Max(found.SpanEnd, found.End)),
            rule + (places.Count == 0 ? ".object" : isParagraphs ? ".paras" : ".object.paras"), Note(found), contrast);
    }

    ClaimTarget TargetOf(ClaimAction action, ClaimAction? outer, NotedObject found, Contrast contrast)
    {
        var isWith = With.Contains(text[found.Start - 1].Key);
        if (found.Target == ClaimTarget.Story
            && (action == ClaimAction.Adds || isWith || (action == ClaimAction.Corrects && found.Tail.End > 0)))
            found.Target = null;
        if (action == ClaimAction.Adds && found.IsBare && found.Where is [ParagraphReference.Throughout])
            return ClaimTarget.Details;
        if (action is ClaimAction.Adds or ClaimAction.Deletes && found.Target is null && IsQuotedWord(found))
            return ClaimTarget.Spelling;
        return found.Target ?? Unknown(action, outer, found, contrast);
    }

    /// <summary>A single word in quotation marks is dropped or restored, no thing.</summary>
    bool IsQuotedWord(NotedObject found) => found.End == found.Start + 1
        && text[found.Start].Kind == TokenKind.Quote && !text.Words(found.Start, found.End).Contains(' ');

    Contrast ContrastOf(NotedObject? found)
    {
        if (found is null || found.Tail.End == 0)
            return default;
        var contrast = Contrast.Read(text, found.Tail.Start, found.Tail.End);
        // "corrects 40th to 50th jubilee": the object itself is what was wrong.
        return found.Target is null && found.Start < found.Tail.Start && contrast is { From.End: 0, To.End: > 0 }
            ? contrast with { From = (found.Start, found.End) } : contrast;
    }

    void AddEach(ClaimAction action, ClaimTarget target, List<ParagraphReference> places, (int Start, int End) words,
        string rule, string note, Contrast contrast)
    {
        foreach (var place in places.Count == 0 ? [null] : places.Cast<ParagraphReference?>())
        {
            All.Add(new Claim
            {
                Action = action,
                Target = target,
                Where = place,
                Note = note,
                ToWords = text.Words(contrast.To.Start, contrast.To.End),
                FromWords = text.Words(contrast.From.Start, contrast.From.End),
                Span = text.Span(words.Start, words.End),
                Rule = rule,
            });
        }
    }

    /// <summary>Lists of the same object are one list.</summary>
    static List<ParagraphReference> Merge(List<ParagraphReference> places)
    {
        var merged = new List<ParagraphReference>();
        foreach (var place in places)
        {
            var first = merged.OfType<ParagraphReference.Listed>().FirstOrDefault();
            if (first is not null && place is ParagraphReference.Listed next)
                merged[merged.IndexOf(first)] = new ParagraphReference.Listed([.. first.Ranges, .. next.Ranges]);
            else if (!merged.Contains(place))
                merged.Add(place);
        }
        return merged;
    }

    /// <summary>What an object stands for whose noun is not known.</summary>
    ClaimTarget Unknown(ClaimAction action, ClaimAction? outer, NotedObject found, Contrast contrast)
    {
        if (action == ClaimAction.Corrects || outer == ClaimAction.Corrects)
            return Corrected(found, contrast);
        return action switch
        {
            ClaimAction.Adds => ClaimTarget.Details,
            ClaimAction.Recasts or ClaimAction.Combines or ClaimAction.Refiles or ClaimAction.Kills
                or ClaimAction.Repeats => ClaimTarget.Story,
            ClaimAction.Updates when !found.IsOpen && Counted.Contains(text[found.End - 1].Key) => ClaimTarget.Figures,
            _ => ClaimTarget.Para,
        };
    }

    /// <summary>What was wrong, where only the words themselves tell.</summary>
    ClaimTarget Corrected(NotedObject found, Contrast contrast)
    {
        var infinitive = text.Is(found.Start, "to") ? text[found.Start + 1].Key : text[found.Start].Key;
        if (infinitive == "attribute")
            return ClaimTarget.Attribution;
        if (found.IsSaid && contrast.To.End > 0 && text.Is(found.Start, "to") && Saying.Contains(infinitive))
            return found.Where.Count == 0 && contrast.IsNumber(text) ? ClaimTarget.Figures : ClaimTarget.Para;
        var isCounted = found.Where.Count == 0
            && NotedObject.IsCounted(text, found.Start, Math.Max(found.End, found.Tail.End));
        return isCounted || contrast.IsOfNumbers(text) ? ClaimTarget.Figures
            : contrast.IsOfSpelling(text) || contrast.IsOfNames(text) ? ClaimTarget.Spelling
            : ClaimTarget.Para;
    }

    /// <summary>Inside of "corrected to …" and "refiled to …" other verbs are corrections too.</summary>
    static ClaimAction ActionOf(ClaimAction action, ClaimAction? outer, ClaimTarget target, NotedObject found) =>
        (action, target) switch
        {
            (ClaimAction.Adds, ClaimTarget.Spelling) => ClaimAction.Corrects,
            (ClaimAction.Adds, ClaimTarget.Slug) => ClaimAction.Changes,
            (ClaimAction.Restructures, ClaimTarget.Figures) => ClaimAction.Changes,
            (ClaimAction.Adds or ClaimAction.Deletes, ClaimTarget.Para) when found.IsBare && found.Where.Count > 0
                => action,
            (ClaimAction.Adds or ClaimAction.Deletes or ClaimAction.Replaces or ClaimAction.Changes
                or ClaimAction.Updates, _) when outer == ClaimAction.Corrects => ClaimAction.Corrects,
            _ => action,
        };

    static ClaimAction PartAction(ClaimAction action, ClaimAction? outer, NotedObject? of) =>
        outer == ClaimAction.Corrects ? ClaimAction.Corrects
        : action is ClaimAction.Adds or ClaimAction.Deletes && of?.Target == ClaimTarget.Spelling ? ClaimAction.Corrects
        : action;

    /// <summary>The words of an object where they say more than its noun.</summary>
    string Note(NotedObject found)
    {
        var start = found.Start;
        while (start < found.End - 1 && text.IsWord(start) && Light.Contains(text[start].Key))
            start++;
        return found.Target is not null && start == found.End - 1 ? "" : text.Words(found.Start, found.End);
    }
}
