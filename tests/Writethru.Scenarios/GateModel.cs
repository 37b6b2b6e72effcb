namespace Writethru.Scenarios;

/// <summary>
/// What each subscriber may see, told as naively as can be: the model that the program is held against. It shares no
/// code with the gate.
/// </summary>
sealed class GateModel
{
    public sealed class Subscriber
    {
        public required string Name, Key, Territory;
        public required bool Redistributes;
        public bool Revoked;
    }

    public sealed class ModelTake
    {
        public required int Number;
        public required string Mark;
        public DateTimeOffset? Embargo;
        public bool Open;
        public bool NotForJapan;
        /// <summary>Plain copy with a notebook, which nobody may have, and without slug or pictures.</summary>
        public bool HasNotebook;
    }

    public sealed class Story
    {
        public required string Id;
        public List<ModelTake> Takes = [];
        public string? KillMark;
        /// <summary>Who hears of the kill, each with the mark of the newest take that it can have had.</summary>
        public Dictionary<string, string> KillAudience = [];
    }

    public List<Subscriber> Subscribers { get; } = [];

    public List<Story> Stories { get; } = [];

    public void LiftUpTo(DateTimeOffset now)
    {
        foreach (var take in Stories.Where(story => story.KillMark is null).SelectMany(story => story.Takes))
        {
            if (take.Embargo <= now)
                take.Open = true;
        }
    }

    public void Kill(Story story, string mark)
    {
        story.KillMark = mark;
        foreach (var who in Subscribers)
        {
            if (story.Takes.LastOrDefault(take => MayHave(who, story, take, ignoreKill: true)) is { } newest)
                story.KillAudience[who.Name] = newest.Mark;
        }
    }

    public static bool MayHave(Subscriber who, Story story, ModelTake take, bool ignoreKill = false) =>
        take.Open && (ignoreKill || story.KillMark is null) && !(take.NotForJapan && who.Territory != "KR");

    /// <summary>Marks that may be in an answer to this subscriber. Every other mark of the model must not be.</summary>
    public HashSet<string> MarksFor(Subscriber who)
    {
        HashSet<string> marks = [];
        if (who.Revoked)
            return marks;
        foreach (var story in Stories)
        {
            foreach (var take in story.Takes.Where(take => MayHave(who, story, take)))
            {
                marks.Add("SLUG" + take.Mark);
                marks.Add("BODY" + take.Mark);
                if (take.HasNotebook)
                {
                    marks.Add("NOTE" + take.Mark);
                    continue;
                }
                marks.Add("FREE" + take.Mark);
                if (who.Territory == "KR" && !who.Redistributes)
                    marks.Add("KRONLY" + take.Mark);
            }
            if (story.KillMark is not null && story.KillAudience.TryGetValue(who.Name, out var known))
                marks.UnionWith([story.KillMark, "SLUG" + known]);
        }
        return marks;
    }
}
