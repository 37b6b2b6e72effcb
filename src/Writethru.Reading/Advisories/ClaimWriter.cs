using Writethru.Copy;
using static Writethru.Reading.NoteLexicon;

namespace Writethru.Reading;

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
            Add(action, ClaimTarget.Story, null, verb, verb + 1, "verb", note);
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
        if (first < All.Count && All[first - 1] is { Target: ClaimTarget.Para } general && general.Action == All[first].Action)
            All.RemoveAt(first - 1);
    }

    public void AddInstruction(ClaimTarget target, int start, int end) =>
        Add(ClaimAction.Advises, target, null, start, end, "instruction", text.Words(start, end));

    public void AddMoved(ClaimTarget target, int start, int end) =>
        Add(ClaimAction.Adds, target, null, start, end, "photos.moved", "");

    /// <summary>The claims of one clause.</summary>
    public void Add(ClaimAction action, ClaimAction? outer, int verb, int start, int end, ObjectReader read, string rule)
    {
        if (read.Objects.Count == 0 && read.Parts.Count == 0)
        {
            AddBare(action, outer, verb, end, read.Leading, rule);
            return;
        }
        foreach (var (part, from, to, of) in read.Parts)
            AddEach(PartAction(action, outer, of), part, [], from, to, rule + ".part", of is null ? "" : Note(of), ContrastOf(of));
        if (action == ClaimAction.Recasts && IsWhole(read))
        {
            Add(action, read.Leading.Count > 0 ? ClaimTarget.Para : ClaimTarget.Story, read.Leading.FirstOrDefault(), start, end,
                rule + ".with", text.Words(start, end));
            return;
        }
        // "Updates with AP Photos": the photos are new, and the story is what is updated.
        if (action == ClaimAction.Updates && read.Objects is [{ Target: ClaimTarget.Photo or ClaimTarget.Video or ClaimTarget.Graphic } only]
            && With.Contains(text[only.Start - 1].Key))
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

    /// <summary>"RECASTS with …": the story, whatever it is recast with; not "RECASTS headline, lead".</summary>
    bool IsWhole(ObjectReader read) => read.Objects[0] is var first && first.Where.Count == 0
        && (With.Contains(text[first.Start - 1].Key) || first.Target is null && read.Leading.Count == 0);

    void AddBare(ClaimAction action, ClaimAction? outer, int verb, int end, List<ParagraphReference> places, string rule)
    {
        var target = places.Count > 0 ? action == ClaimAction.Adds ? ClaimTarget.Details : ClaimTarget.Para : action switch
        {
            ClaimAction.Adds => ClaimTarget.Details,
            ClaimAction.Changes or ClaimAction.Deletes => ClaimTarget.Para,
            _ => ClaimTarget.Story,
        };
        AddEach(outer == ClaimAction.Corrects && action != ClaimAction.Deletes ? outer.Value : action, target, Merge(places),
            verb, Math.Max(verb + 1, end), rule, "", default);
    }

    void AddObject(ClaimAction action, ClaimAction? outer, NotedObject found, List<ParagraphReference> leading, string rule)
    {
        var contrast = ContrastOf(found);
        if (Instruction.Opens(text, found.Start, found.End) is { } told && found.Target is not (ClaimTarget.Photo or ClaimTarget.Headline))
        {
            AddInstruction(told, found.Start, found.End);
            return;
        }
        if (found.IsChange && action is ClaimAction.Updates or ClaimAction.Adds)
            (action, found.Target) = (ClaimAction.Changes, ClaimTarget.Para);
        if (found.Target == ClaimTarget.Story && (action == ClaimAction.Adds || With.Contains(text[found.Start - 1].Key)))
            found.Target = null;
        var target = found.Target ?? Unknown(action, outer, found, contrast);
        if (action == ClaimAction.Adds && target == ClaimTarget.Slug)
            action = ClaimAction.Changes;
        if (action is ClaimAction.Adds or ClaimAction.Deletes && found.Target is null && found.End == found.Start + 1
            && text[found.Start].Kind == TokenKind.Quote && !text.Words(found.Start, found.End).Trim().Contains(' ', StringComparison.Ordinal))
            target = ClaimTarget.Spelling;
        if (action == ClaimAction.Restructures && target == ClaimTarget.Figures)
            action = ClaimAction.Changes;
        if (action == ClaimAction.Adds && found.IsBare && found.Where is [ParagraphReference.Throughout])
            target = ClaimTarget.Details;
        if (target == ClaimTarget.Story && action is ClaimAction.Corrects && found.Tail.End > 0)
            target = Unknown(action, outer, found, contrast);
        var places = Merge(found.Where.Count > 0 || NoteTargets.IsPart(target) && target != ClaimTarget.Story ? found.Where : leading);
        AddEach(ActionOf(action, outer, target, found), target, places, found.Start, Math.Max(found.SpanEnd, found.End),
            rule + (places.Count == 0 ? ".object" : found.IsBare && target == ClaimTarget.Para ? ".paras" : ".object.paras"),
            Note(found), contrast);
    }

    Contrast ContrastOf(NotedObject? found)
    {
        if (found is null || found.Tail.End == 0)
            return default;
        var contrast = Contrast.Read(text, found.Tail.Start, found.Tail.End);
        // "corrects 40th to 50th jubilee": the object itself is what was wrong.
        return found.Target is null && found.Start < found.Tail.Start && contrast is { From.End: 0, To.End: > 0 }
            ? contrast with { From = (found.Start, found.End) } : contrast;
    }

    void AddEach(ClaimAction action, ClaimTarget target, List<ParagraphReference> places, int start, int end, string rule, string note,
        Contrast contrast)
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
                Span = text.Span(start, end),
                Rule = rule,
            });
        }
    }

    void Add(ClaimAction action, ClaimTarget target, ParagraphReference? where, int start, int end, string rule, string note) =>
        All.Add(new Claim { Action = action, Target = target, Where = where, Span = text.Span(start, end), Rule = rule, Note = note });

    /// <summary>Lists of the same object are one list.</summary>
    static List<ParagraphReference> Merge(List<ParagraphReference> places)
    {
        var merged = new List<ParagraphReference>();
        foreach (var place in places)
        {
            if (place is ParagraphReference.Listed next && merged.OfType<ParagraphReference.Listed>().FirstOrDefault() is { } first)
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
        {
            if (text[found.Start].Key is "attribute" || text.Is(found.Tail.Start, "to") && text[found.Tail.Start + 1].Key is "attribute")
                return ClaimTarget.Attribution;
            if (found.IsSaid && contrast.To.End > 0 && text.Is(found.Start, "to") && Saying.Contains(text[found.Start + 1].Key))
                return found.Where.Count == 0 && contrast.IsNumber(text) ? ClaimTarget.Figures : ClaimTarget.Para;
            return contrast.IsOfNumbers(text) || found.Where.Count == 0 && NotedObject.IsCounted(text, found.Start, Math.Max(found.End, found.Tail.End)) ? ClaimTarget.Figures
                : contrast.IsOfSpelling(text) || contrast.IsOfNames(text) ? ClaimTarget.Spelling
                : ClaimTarget.Para;
        }
        return action switch
        {
            ClaimAction.Adds => ClaimTarget.Details,
            ClaimAction.Recasts or ClaimAction.Combines or ClaimAction.Refiles or ClaimAction.Kills or ClaimAction.Repeats
                => ClaimTarget.Story,
            ClaimAction.Updates when Counted.Contains(text[found.End - 1].Key) => ClaimTarget.Figures,
            _ => ClaimTarget.Para,
        };
    }

    /// <summary>Inside of "corrected to …" and "refiled to …" other verbs are corrections too.</summary>
    static ClaimAction ActionOf(ClaimAction action, ClaimAction? outer, ClaimTarget target, NotedObject found)
    {
        if (action == ClaimAction.Adds && target == ClaimTarget.Spelling)
            return ClaimAction.Corrects;
        if (outer is not ClaimAction.Corrects)
            return action;
        var isParagraphs = found.IsBare && target == ClaimTarget.Para && found.Where.Count > 0;
        return action is ClaimAction.Adds or ClaimAction.Deletes && isParagraphs ? action
            : action is ClaimAction.Adds or ClaimAction.Deletes or ClaimAction.Replaces or ClaimAction.Changes or ClaimAction.Updates ? ClaimAction.Corrects
            : action;
    }

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
