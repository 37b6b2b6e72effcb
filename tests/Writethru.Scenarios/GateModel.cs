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
    }

    public sealed class Story
    {
        public required string Id;
        public List<ModelTake> Takes = [];
        public string? KillMark;
        public HashSet<string> KillAudience = [];
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
        story.KillAudience = [.. Subscribers.Where(who => story.Takes.Any(take => MayHave(who, story, take, ignoreKill: true))).Select(who => who.Name)];
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
                marks.Add("BODY" + take.Mark);
                marks.Add("FREE" + take.Mark);
                if (who.Territory == "KR" && !who.Redistributes)
                    marks.Add("KRONLY" + take.Mark);
            }
            if (story.KillMark is not null && story.KillAudience.Contains(who.Name))
                marks.Add(story.KillMark);
        }
        return marks;
    }

    public IEnumerable<string> AllMarks() => Stories.SelectMany(story => story.Takes
        .SelectMany(take => new[] { "BODY" + take.Mark, "FREE" + take.Mark, "KRONLY" + take.Mark })
        .Concat(story.KillMark is null ? [] : [story.KillMark]));
}
