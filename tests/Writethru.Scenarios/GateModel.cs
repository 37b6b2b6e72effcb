namespace Writethru.Scenarios;

/// <summary>
/// What each reader may see, told as naively as can be: the model that the program is held against. It shares no code
/// with the gate. What is done to stories is in <c>GateModelVerbs.cs</c>.
/// </summary>
sealed partial class GateModel
{
    public sealed class Subscriber
    {
        public required string Name, Key, Territory;
        public required bool Redistributes;
        /// <summary>The how manieth who bears the name: whoever comes after a revoked one is another.</summary>
        public int Bearer = 1;
        public string Id => Bearer == 1 ? Name : $"{Name}~{Bearer}";
        public bool Revoked, Lapsed, GetsEmbargoed;
        /// <summary>It sees what it sent, at once and whole, and every notice of those stories.</summary>
        public bool IsPublisher;
        /// <summary>Every take that it was sent, by whatever path.</summary>
        public HashSet<ModelTake> Sent = [];
    }

    public sealed class ModelTake
    {
        public required int Number;
        public required string Mark;
        /// <summary>Its place among all that was filed.</summary>
        public int At;
        /// <summary>Whose copy it is.</summary>
        public string Publisher = "desk";
        public DateTimeOffset? Embargo;
        /// <summary>A person must let it go; and whether that was so when it was filed.</summary>
        public bool Waits, WaitedFirst;
        public bool Open;
        public bool NotForJapan;
        /// <summary>Plain copy with a notebook, which nobody may have, and without slug or pictures.</summary>
        public bool HasNotebook;
        /// <summary>Copy without pictures.</summary>
        public bool IsBare;
        /// <summary>A picture by itself: a caption, no copy, and files.</summary>
        public bool IsPhoto;
        /// <summary>A hold: a notice and no copy.</summary>
        public bool IsHold;
        /// <summary>Free but for the hold of its story.</summary>
        public bool Behind;
        /// <summary>Filed anew behind a release, or in another story; it never comes out itself.</summary>
        public bool Dead;
        /// <summary>The copy that a release brought back, without the note to editors of the first time.</summary>
        public bool IsRelease;
        /// <summary>Filed as a release; what stood before it is told by it.</summary>
        public bool EndedHold;
        /// <summary>It was withheld by its sender.</summary>
        public bool IsWithheld;
        /// <summary>The mark in its note to editors; empty for none. A release bears a note of its own.</summary>
        public string Note = "";
        /// <summary>What its sender said of it in a note; empty for none.</summary>
        public string Said = "";
        /// <summary>The sender's identity under which it came in; empty for none.</summary>
        public string SenderId = "";
        /// <summary>It came in; not written here from copy that was there.</summary>
        public bool CameIn = true;
        /// <summary>Shared by all takes of one copy.</summary>
        public ModelCopy Copy = new();

        public bool Pending => !IsHold && !Open && !Behind && !Dead;

        public string Slug => "SLUG" + Mark;

        /// <summary>The same copy under another number, here or in another story.</summary>
        public ModelTake Again(int number, bool asRelease) => new()
        {
            Number = number, Mark = Mark, Publisher = Publisher, Copy = Copy, CameIn = false, EndedHold = EndedHold,
            Embargo = Open || Behind ? null : Embargo, Waits = !Open && !Behind && Waits, Open = Open || Behind,
            WaitedFirst = !Open && !Behind && Waits,
            NotForJapan = NotForJapan, HasNotebook = HasNotebook, IsPhoto = IsPhoto, IsRelease = asRelease,
            Note = Note, IsBare = IsBare, IsWithheld = IsWithheld,
        };
    }

    /// <summary>Copy, by whichever takes it was filed.</summary>
    public sealed class ModelCopy
    {
        /// <summary>The story that it was filed in from another one; null: it never moved.</summary>
        public Story? StandsIn;
    }

    public sealed class Story
    {
        public required string Id;
        public bool IsPhoto;
        public List<ModelTake> Takes = [];
        public string? KillMark;
        /// <summary>Who holds it: publishers by name, the desk as empty text.</summary>
        public HashSet<string> Holders = [];
        public bool IsHeld => Holders.Count > 0;
        /// <summary>Whether a publisher has asked the desk for a kill that is not its own to make.</summary>
        public bool IsAsked;
        /// <summary>The story that it was joined to.</summary>
        public Story? Into;
        /// <summary>
        /// Mark of each hold, with its number, who hears of it and the slug of the newest take that it was sent.
        /// </summary>
        public List<(string Mark, int Number, Dictionary<string, string> Audience)> Holds = [];
        /// <summary>Who hears of the kill, each with the slug of the newest take that it was sent.</summary>
        public Dictionary<string, string> KillAudience = [];

        /// <summary>The story that goes on in its place.</summary>
        public Story Whole => Into?.Whole ?? this;

        public bool IsLiving => KillMark is null && !IsHeld;

        public override string ToString() => $"{Id}{(Into is null ? "" : $" -> {Into.Id}")} killed {KillMark} held by "
            + $"[{string.Join(' ', Holders)}]: " + string.Join(", ", Takes.Select(take =>
                $"{take.Number} {take.Mark} of {take.Publisher} open {take.Open} embargo {take.Embargo:HH:mm} "
                + $"waits {take.Waits} dead {take.Dead} notForJapan {take.NotForJapan} "
                + $"stands in {take.Copy.StandsIn?.Id}"));
    }

    public List<Subscriber> Subscribers { get; private init; } = [];

    public List<Story> Stories { get; private init; } = [];

    int _filed;

    /// <summary>Somebody has asked every path: by now it was sent all that it may have.</summary>
    public void SendAll(Subscriber who)
    {
        if (!who.Revoked)
            who.Sent.UnionWith(Stories.SelectMany(story => story.Takes.Where(take => MayHave(who, story, take))));
    }

    public static bool MayHave(Subscriber who, Story story, ModelTake take)
    {
        if (take.IsHold || story.KillMark is not null || Elsewhere(story, take) is { KillMark: not null })
            return false;
        if (who.IsPublisher)
            return take.Publisher == who.Id;
        return (take.Open || (who.GetsEmbargoed && take is { Pending: true, Waits: false, Embargo: not null }))
            && !who.Lapsed && !story.IsHeld && Elsewhere(story, take) is not { IsHeld: true }
            && !((take.NotForJapan || IsLimitedSince(story, take)) && who.Territory != "KR");
    }

    /// <summary>The other story that the copy of a take is of, after all.</summary>
    static Story? Elsewhere(Story story, ModelTake take) =>
        take.Copy.StandsIn is { } other && other != story && other.Whole != story.Whole ? other : null;

    /// <summary>
    /// The terms of every later take that is out bind the copy and the photos before, there and where the copy went.
    /// </summary>
    static bool IsLimitedSince(Story story, ModelTake take) =>
        new[] { story, (take.Copy.StandsIn ?? story).Whole }.Distinct().SelectMany(each => each.Takes)
            .Any(other => other is { Open: true, NotForJapan: true } && other.At > take.At);

    /// <summary>
    /// Its reason, and the slug that its reader knows; whoever has the copy by another story knows none.
    /// </summary>
    static string[] Notice(string reason, string known) => known.Length > 0 ? [reason, known] : [reason];

    /// <summary>Marks that may be in an answer to this reader. Every other mark of the model must not be.</summary>
    public HashSet<string> MarksFor(Subscriber who)
    {
        HashSet<string> marks = [];
        if (who.Revoked)
            return marks;
        foreach (var story in Stories)
        {
            foreach (var take in story.Takes.Where(take => MayHave(who, story, take)))
                marks.UnionWith(MarksOf(who, take));
            foreach (var hold in story.Holds.Where(_ => story.KillMark is null))
            {
                if (Knows(who, story, hold.Audience, hold.Number) is { } had)
                    marks.UnionWith(Notice(hold.Mark, had));
            }
            if (story.KillMark is not null && Knows(who, story, story.KillAudience, int.MaxValue) is { } known)
                marks.UnionWith(Notice(story.KillMark, known));
        }
        return marks;
    }

    static IEnumerable<string> MarksOf(Subscriber who, ModelTake take)
    {
        yield return take.Slug;
        yield return "BODY" + take.Mark;
        if (take is { Note.Length: > 0, IsRelease: false })
            yield return take.Note;
        if (take.IsPhoto || take.HasNotebook || take.IsBare)
            yield break;
        yield return "FREE" + take.Mark;
        if (who.IsPublisher || (who.Territory == "KR" && !who.Redistributes))
            yield return "KRONLY" + take.Mark;
    }

    /// <summary>The slug by which a reader knows what a notice stops; null when it hears nothing of it.</summary>
    static string? Knows(Subscriber who, Story story, Dictionary<string, string> audience, int number) =>
        who.IsPublisher
            ? story.Takes.Exists(take => !take.IsHold && take.Publisher == who.Id)
                ? story.Takes.LastOrDefault(take => !take.IsHold && take.Publisher == who.Id && take.Number < number)
                    ?.Slug ?? ""
                : null
            : audience.GetValueOrDefault(who.Id);
}
