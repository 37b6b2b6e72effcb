namespace Writethru.Scenarios;

/// <summary>What is done to the stories of the model.</summary>
sealed partial class GateModel
{
    /// <summary>The stories that are one with a story, itself first: what stops one stops all.</summary>
    public List<Story> GroupOf(Story story) =>
        [story, .. Stories.Where(other => other != story && other.Whole == story.Whole)];

    public void LiftUpTo(DateTimeOffset now)
    {
        foreach (var story in Stories.Where(story => story.KillMark is null))
        {
            foreach (var take in story.Takes.Where(take => take is { Pending: true, Waits: false }))
            {
                if (take.Embargo <= now)
                    Free(story, take);
            }
        }
    }

    public static void Free(Story story, ModelTake take)
    {
        take.Waits = false;
        take.Open = !story.IsHeld;
        take.Behind = story.IsHeld;
    }

    /// <summary>
    /// The next take of a story: under its own embargo or what still binds the take before it, the later of the two,
    /// and waiting where either does. So is then all of the story that is not out.
    /// </summary>
    public void File(Story story, ModelTake take, DateTimeOffset? embargo, bool waits = false)
    {
        KeepTerms(story, take);
        var before = story.Takes.LastOrDefault(copy => !copy.IsHold) is { Pending: true } last ? last : null;
        Add(story, take, Later(before?.Embargo, embargo), waits || before is { Waits: true });
    }

    /// <summary>What says no terms keeps those of the copy before it.</summary>
    static void KeepTerms(Story story, ModelTake take) =>
        take.NotForJapan |= story.Takes.LastOrDefault(copy => !copy.IsHold) is { NotForJapan: true };

    static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other > one ? other : one;

    void Add(Story story, ModelTake take, DateTimeOffset? embargo, bool waits)
    {
        (take.At, take.Embargo, take.Waits, take.Open, take.Behind) = (++_filed, embargo, waits, false, false);
        take.WaitedFirst = waits;
        if (embargo is not null || waits)
        {
            foreach (var older in story.Takes.Where(copy => copy.Pending || copy.Behind))
            {
                older.Embargo = Later(older.Embargo, embargo);
                older.Waits |= waits;
                older.Behind = false;
            }
        }
        story.Takes.Add(take);
        if (embargo is null && !waits)
            Free(story, take);
    }

    /// <summary>A hold of a story, and of all that is one with it.</summary>
    /// <param name="story">The story.</param>
    /// <param name="mark">In the notice.</param>
    /// <param name="holder">A publisher, or the desk as empty text.</param>
    /// <param name="senderId">The identity under which it came in; empty for a verb.</param>
    public void Hold(Story story, string mark, string holder = "", string senderId = "")
    {
        foreach (var each in GroupOf(story).Where(each => each.KillMark is null && !each.Holders.Contains(holder)))
        {
            var number = each.Takes.Count + 1;
            each.Holds.Add((mark, number, AudienceOf(each)));
            each.Holders.Add(holder);
            each.Takes.Add(new ModelTake { Number = number, Mark = "", IsHold = true, At = ++_filed,
                SenderId = each == story ? senderId : "" });
        }
    }

    /// <summary>The copy that a sender withheld with the version that held the story.</summary>
    public void FileBehindOwnHold(Story story, ModelTake take)
    {
        KeepTerms(story, take);
        Add(story, take, null, waits: true);
    }

    /// <summary>A publisher asks the desk for a kill: nothing goes out until the desk has said.</summary>
    public void Ask(Story story, string mark)
    {
        if (!story.IsHeld)
            Hold(story, mark);
        story.IsAsked = true;
        GroupOf(story).ForEach(each => each.Holders.Add(""));
    }

    /// <summary>The desk ends every hold of a story, and of all that is one with it.</summary>
    public void Release(Story story) => GroupOf(story).ForEach(EndHold);

    void EndHold(Story story)
    {
        var copies = Standing(story, story.Takes.Count);
        if (!story.IsHeld || story.KillMark is not null || copies.Count == 0)
            return;
        story.IsAsked = false;
        story.Holders.Clear();
        List<ModelTake> again = [.. copies.Select((take, i) =>
        {
            var next = take.Again(story.Takes.Count + 1 + i, asRelease: take.Open || take.Behind);
            next.EndedHold |= i == 0;
            return next;
        })];
        OverWith(story);
        foreach (var take in again)
        {
            take.At = ++_filed;
            story.Takes.Add(take);
        }
    }

    /// <summary>
    /// After a release: what a hold alone kept back is out, and what is not out is told by later takes.
    /// </summary>
    static void OverWith(Story story)
    {
        foreach (var take in story.Takes.Where(take => !take.IsHold))
        {
            take.Dead |= take.Pending;
            take.Open |= take.Behind;
            take.Behind = false;
        }
    }

    /// <summary>
    /// The newest copy of a story that is out and all after it that is not; up to a release, for that told what came
    /// before.
    /// </summary>
    static List<ModelTake> Standing(Story story, int upTo, Func<ModelTake, bool>? isOther = null)
    {
        List<ModelTake> found = [];
        foreach (var take in story.Takes.Take(upTo).Reverse()
            .Where(take => !take.IsHold && !take.Dead && Elsewhere(story, take) is null
                && isOther?.Invoke(take) != true))
        {
            found.Insert(0, take);
            if (!take.Pending || take.EndedHold)
                break;
        }
        return found;
    }

    /// <summary>
    /// Whether a usable version ends what its sender alone began: a hold of the story, or the wait of what that sender
    /// withheld under the same identity before any was out.
    /// </summary>
    public static bool EndsOwn(Story story, string publisher, string senderId)
    {
        var waiting = story.Takes.Where(take => take is { Pending: true, Waits: true }).ToList();
        return story.IsHeld
            ? story.Holders.SetEquals([publisher])
            : waiting.Count > 0 && waiting.TrueForAll(take => !take.WaitedFirst
                || (take is { IsWithheld: true, CameIn: true } && take.SenderId == senderId));
    }

    /// <summary>The release of what its sender had stopped, with that copy.</summary>
    public void ReleaseBySender(Story story, ModelTake take)
    {
        KeepTerms(story, take);
        var before = story.Takes.LastOrDefault(copy => !copy.IsHold) is { Pending: true } last ? last : null;
        var waits = before is { Waits: true }
            && !(before is { IsWithheld: true, CameIn: true } && before.Publisher == take.Publisher);
        foreach (var older in story.Takes)
            older.Dead |= older.Pending;
        story.Holders.Clear();
        take.EndedHold = true;
        Add(story, take, before?.Embargo, waits);
        foreach (var older in story.Takes.Where(older => older.Behind))
            (older.Open, older.Behind) = (true, false);
        GroupOf(story).Skip(1).ToList().ForEach(EndHold);
    }

    /// <summary>Takes of a story that is not held are let go, but for an embargo.</summary>
    public static void LetGo(Story story, DateTimeOffset now)
    {
        foreach (var take in story.Takes.Where(take => take is { Pending: true, Waits: true }))
        {
            take.Waits = false;
            if (!(take.Embargo > now))
                Free(story, take);
        }
    }

    /// <summary>
    /// The newest copy of a story is none of it: it opens another, with all that has its text, and the copy before it
    /// is filed again. False, and nothing changes, where that is all the copy there is, or the story goes on as
    /// another.
    /// </summary>
    public bool Unlink(Story story, string id)
    {
        var last = story.Takes[^1];
        var stay = Standing(story, story.Takes.Count - 1, take => take.Mark == last.Mark
            || (take.Copy.StandsIn is { } stands && stands != story));
        if (stay.Count == 0 || story.Into is not null)
            return false;
        var other = new Story { Id = id };
        var first = last.Again(1, asRelease: story.Takes.First(take => take.Copy == last.Copy).IsRelease);
        (first.At, first.EndedHold, first.Copy.StandsIn) = (++_filed, false, other);
        other.Takes.Add(first);
        Stories.Add(other);
        foreach (var take in stay)
        {
            var again = take.Again(story.Takes.Count + 1, asRelease: take.IsRelease || story.Takes[^1] == last);
            again.EndedHold &= again.Number > last.Number + 1;
            again.At = ++_filed;
            story.Takes.Add(again);
        }
        // Text that came twice is that text.
        foreach (var take in story.Takes.Where(take => take.Mark == last.Mark))
            (take.Dead, take.Copy.StandsIn) = (take.Dead || take.Pending, other);
        foreach (var joined in Stories.Where(each => each.Into == story && each.Takes.Exists(
            take => take.Copy.StandsIn == other)))
            joined.Into = other;
        return true;
    }

    /// <summary>
    /// A person says that a story continues another. Its newest copy is the next take there, unless that one has newer
    /// copy. Null where that cannot be said; else whether there is a take.
    /// </summary>
    public bool? Join(Story story, Story named)
    {
        var into = named.Whole;
        if (story.Into is not null || into == story || !story.IsLiving || !into.IsLiving)
            return null;
        var (mine, theirs) = (story.Takes.Last(take => !take.IsHold), into.Takes.Last(take => !take.IsHold));
        var isNewer = NewestFromOutside(story).At > NewestFromOutside(into).At;
        if (isNewer)
        {
            var next = mine.Again(into.Takes.Count + 1, asRelease: mine.IsRelease);
            next.EndedHold = false;
            next.Copy.StandsIn = into;
            Add(into, next, Later(Bound(mine)?.Embargo, Bound(theirs)?.Embargo),
                Bound(mine) is { Waits: true } || Bound(theirs) is { Waits: true });
        }
        story.Into = into;
        foreach (var take in story.Takes)
            take.Dead |= take.Pending;
        return isNewer;

        static ModelTake? Bound(ModelTake take) => take.Pending ? take : null;
    }

    static ModelTake NewestFromOutside(Story story) => story.Takes
        .LastOrDefault(take => !take.IsHold && (take.CameIn || !take.EndedHold)) ?? story.Takes[0];

    /// <summary>Whether a version says once more what the newest copy that came in says, and ends nothing.</summary>
    public static bool IsRepeat(Story story, ModelTake take) => !take.IsWithheld
        && !EndsOwn(story, take.Publisher, take.SenderId)
        && NewestFromOutside(story) is { CameIn: true } newest && (newest.Mark, newest.Said) == (take.Mark, take.Said);

    /// <summary>A kill or takedown of a story, and of all that is one with it.</summary>
    public void Kill(Story story, string mark)
    {
        foreach (var each in GroupOf(story).Where(each => each.KillMark is null))
        {
            each.KillAudience = AudienceOf(each);
            each.KillMark = mark;
        }
    }

    /// <summary>The story that goes on with what came last under an identity; null for one that never came.</summary>
    public Story? StoryOf(string senderId) => Stories
        .SelectMany(story => story.Takes.Where(take => take.SenderId == senderId), (story, take) => (story, take))
        .OrderBy(came => came.take.At).Select(came => (came.take.Copy.StandsIn ?? came.story).Whole).LastOrDefault();

    /// <summary>Whether nobody else's copy is killed with a story.</summary>
    public bool IsAllOf(string publisher, Story story) => GroupOf(story)
        .TrueForAll(each => each.Takes.TrueForAll(take => take.IsHold || take.Publisher == publisher));

    /// <summary>
    /// Whoever was sent a take of it, or its copy when that stood in another story: that one knows no slug.
    /// </summary>
    Dictionary<string, string> AudienceOf(Story story) => Subscribers
        .Select(who => (who.Id, Newest: story.Takes.LastOrDefault(who.Sent.Contains),
            IsMoved: Stories.Exists(other => other != story && other.Takes.Exists(
                take => take.Copy.StandsIn == story && who.Sent.Contains(take)))))
        .Where(sent => sent.Newest is not null || sent.IsMoved)
        .ToDictionary(sent => sent.Id, sent => sent.Newest?.Slug ?? "");

    /// <summary>The same model once more, for a log that will be put back.</summary>
    public GateModel Copied()
    {
        Dictionary<ModelCopy, ModelCopy> copies = [];
        Dictionary<ModelTake, ModelTake> takes = [];
        var stories = Stories.ToDictionary(story => story, story => new Story
        {
            Id = story.Id, IsPhoto = story.IsPhoto, KillMark = story.KillMark, Holders = [.. story.Holders],
            IsAsked = story.IsAsked, Holds = [.. story.Holds], KillAudience = new(story.KillAudience),
        });
        foreach (var (story, copied) in stories)
        {
            copied.Into = story.Into is { } into ? stories[into] : null;
            copied.Takes = [.. story.Takes.Select(take => takes[take] = CopyOf(take, copies))];
        }
        foreach (var (copy, copied) in copies)
            copied.StandsIn = copy.StandsIn is { } at ? stories[at] : null;
        return new GateModel
        {
            _filed = _filed, Stories = [.. stories.Values],
            Subscribers = [.. Subscribers.Select(who => new Subscriber
            {
                Name = who.Name, Key = who.Key, Territory = who.Territory, Redistributes = who.Redistributes,
                Bearer = who.Bearer, Revoked = who.Revoked, Lapsed = who.Lapsed, GetsEmbargoed = who.GetsEmbargoed,
                IsPublisher = who.IsPublisher, Sent = [.. who.Sent.Select(take => takes[take])],
            })],
        };
    }

    static ModelTake CopyOf(ModelTake take, Dictionary<ModelCopy, ModelCopy> copies)
    {
        var copied = take.Again(take.Number, take.IsRelease);
        (copied.At, copied.Embargo, copied.Waits, copied.Open, copied.Behind) =
            (take.At, take.Embargo, take.Waits, take.Open, take.Behind);
        (copied.WaitedFirst, copied.Said) = (take.WaitedFirst, take.Said);
        (copied.IsHold, copied.Dead, copied.CameIn, copied.SenderId) =
            (take.IsHold, take.Dead, take.CameIn, take.SenderId);
        copied.Copy = copies.TryGetValue(take.Copy, out var known) ? known : copies[take.Copy] = new ModelCopy();
        return copied;
    }
}
