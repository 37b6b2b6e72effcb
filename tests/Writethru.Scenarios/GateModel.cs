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
        /// <summary>The how manieth who bears the name: whoever comes after a revoked one is another.</summary>
        public int Bearer = 1;
        public string Id => Bearer == 1 ? Name : $"{Name}~{Bearer}";
        public bool Revoked, Lapsed, GetsEmbargoed;
        /// <summary>Every take that it was sent, by whatever path.</summary>
        public HashSet<ModelTake> Sent = [];
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
        /// <summary>A picture by itself: a caption, no copy, and files.</summary>
        public bool IsPhoto;
        /// <summary>A hold: a notice and no copy.</summary>
        public bool IsHold;
        /// <summary>Free but for the hold of its story.</summary>
        public bool Behind;
        /// <summary>Filed anew behind a release; it never comes out itself.</summary>
        public bool Dead;
        /// <summary>The copy that a release brought back, without the note to editors of the first time.</summary>
        public bool IsRelease;

        /// <summary>The story that its copy belongs to after all; null: the one that it was filed in.</summary>
        public Story? Moved;

        public bool Pending => !IsHold && !Open && !Behind && !Dead;

        /// <summary>The same copy under another number, here or in another story.</summary>
        public ModelTake Again(int number, bool asRelease) => new()
        {
            Number = number, Mark = Mark, Embargo = Open || Behind ? null : Embargo, Open = Open || Behind,
            NotForJapan = NotForJapan, HasNotebook = HasNotebook, IsPhoto = IsPhoto, IsRelease = asRelease,
        };
    }

    public sealed class Story
    {
        public required string Id;
        public bool IsPhoto;
        public List<ModelTake> Takes = [];
        public string? KillMark;
        public bool IsHeld;
        /// <summary>Mark of each hold, with who hears of it and the mark of the newest take that it was sent.</summary>
        public List<(string Mark, Dictionary<string, string> Audience)> Holds = [];
        /// <summary>Who hears of the kill, each with the mark of the newest take that it was sent.</summary>
        public Dictionary<string, string> KillAudience = [];
    }

    public List<Subscriber> Subscribers { get; } = [];

    public List<Story> Stories { get; } = [];

    public void LiftUpTo(DateTimeOffset now)
    {
        foreach (var take in Stories.Where(story => story.KillMark is null).SelectMany(story => story.Takes))
        {
            if (take.Embargo <= now && take.Pending)
                Free(Stories.First(story => story.Takes.Contains(take)), take);
        }
    }

    public static void Free(Story story, ModelTake take)
    {
        take.Open = !story.IsHeld;
        take.Behind = story.IsHeld;
    }

    /// <summary>
    /// The next take of a story: under its own embargo or what still binds the take before it, the later of the two. So
    /// is then all of the story that is not out.
    /// </summary>
    public static void File(Story story, ModelTake take, DateTimeOffset? embargo)
    {
        var before = story.Takes.LastOrDefault(copy => !copy.IsHold) is { Pending: true } last ? last.Embargo : null;
        take.Embargo = before is null || embargo > before ? embargo : before;
        if (take.Embargo is not null)
        {
            foreach (var older in story.Takes.Where(copy => copy.Pending || copy.Behind))
            {
                older.Embargo = older.Embargo > take.Embargo ? older.Embargo : take.Embargo;
                older.Behind = false;
            }
        }
        story.Takes.Add(take);
        if (take.Embargo is null)
            Free(story, take);
    }

    public void Hold(Story story, string mark)
    {
        story.Holds.Add((mark, AudienceOf(story)));
        story.IsHeld = true;
        story.Takes.Add(new ModelTake { Number = story.Takes.Count + 1, Mark = "", IsHold = true });
    }

    public static void Release(Story story)
    {
        story.IsHeld = false;
        var copies = story.Takes.Where(take => !take.IsHold && !take.Dead).ToList();
        var newest = copies.FindLastIndex(take => take.Open || take.Behind);
        foreach (var take in copies[Math.Max(newest, 0)..])
            story.Takes.Add(take.Again(story.Takes.Count + 1, asRelease: take.Open || take.Behind));
        foreach (var take in copies)
        {
            take.Dead = take.Pending;
            take.Open |= take.Behind;
            take.Behind = false;
        }
    }

    /// <summary>
    /// The newest copy of a story is none of it: it opens another, and the copy before it is filed again. False, and
    /// nothing changes, where that is all the copy there is.
    /// </summary>
    public bool Unlink(Story story, string id)
    {
        var last = story.Takes[^1];
        var stay = story.Takes.Where(take => !take.IsHold && !take.Dead && take.Moved is null && take.Mark != last.Mark)
            .ToList();
        if (stay.Count == 0)
            return false;
        var other = new Story { Id = id };
        other.Takes.Add(last.Again(1, asRelease: false));
        Stories.Add(other);
        foreach (var take in stay[Math.Max(stay.FindLastIndex(take => take.Open), 0)..])
        {
            story.Takes.Add(take.Again(story.Takes.Count + 1,
                asRelease: take.IsRelease || story.Takes[^1] == last));
        }
        foreach (var take in story.Takes.Where(take => take.Mark == last.Mark))
        {
            take.Moved = other;
            take.Dead |= take.Pending;
        }
        return true;
    }

    public void Kill(Story story, string mark)
    {
        story.KillAudience = AudienceOf(story);
        story.KillMark = mark;
    }

    /// <summary>
    /// Whoever was sent a take of it, or its copy when that stood in another story: that one knows no slug.
    /// </summary>
    Dictionary<string, string> AudienceOf(Story story) => Subscribers
        .Select(who => (who.Id, Newest: story.Takes.LastOrDefault(who.Sent.Contains),
            IsMoved: Stories.Exists(other => other.Takes.Exists(
                take => take.Moved == story && who.Sent.Contains(take)))))
        .Where(sent => sent.Newest is not null || sent.IsMoved)
        .ToDictionary(sent => sent.Id, sent => sent.Newest?.Mark ?? "");

    /// <summary>Somebody has asked every path: by now it was sent all that it may have.</summary>
    public void SendAll(Subscriber who)
    {
        if (!who.Revoked)
            who.Sent.UnionWith(Stories.SelectMany(story => story.Takes.Where(take => MayHave(who, story, take))));
    }

    public static bool MayHave(Subscriber who, Story story, ModelTake take) =>
        (take.Open || (who.GetsEmbargoed && take.Pending && take.Embargo is not null))
        && !who.Lapsed && story.KillMark is null && !story.IsHeld
        && take.Moved is not { KillMark: not null } and not { IsHeld: true }
        && !((take.NotForJapan || IsLimitedSince(story, take)) && who.Territory != "KR");

    /// <summary>The terms of every later take that is out bind the copy and the photos before.</summary>
    static bool IsLimitedSince(Story story, ModelTake take) =>
        story.Takes.Exists(other => other is { Open: true, NotForJapan: true } && other.Number > take.Number)
        || take.Moved?.Takes.Exists(other => other is { Open: true, NotForJapan: true }) == true;

    /// <summary>
    /// Its reason, and the slug that its reader knows; whoever has the copy by another story knows none.
    /// </summary>
    static string[] Notice(string reason, string known) => known.Length > 0 ? [reason, "SLUG" + known] : [reason];

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
                if (take.IsPhoto)
                    continue;
                if (take.HasNotebook)
                {
                    if (!take.IsRelease)
                        marks.Add("NOTE" + take.Mark);
                    continue;
                }
                marks.Add("FREE" + take.Mark);
                if (who.Territory == "KR" && !who.Redistributes)
                    marks.Add("KRONLY" + take.Mark);
            }
            foreach (var hold in story.Holds.Where(_ => story.KillMark is null))
            {
                if (hold.Audience.TryGetValue(who.Id, out var had))
                    marks.UnionWith(Notice(hold.Mark, had));
            }
            if (story.KillMark is not null && story.KillAudience.TryGetValue(who.Id, out var known))
                marks.UnionWith(Notice(story.KillMark, known));
        }
        return marks;
    }
}
