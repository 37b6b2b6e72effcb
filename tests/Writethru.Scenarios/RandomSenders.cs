using System.Text;
using System.Text.Json;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>
/// Publishers that send under identities of their own, withhold, cancel, hold and kill; also in stories that have copy
/// of others, and stories that are none of theirs.
/// </summary>
sealed class RandomSenders(RandomHistory history)
{
    public static readonly string[] Names = ["quay", "harbour"];

    int _identities;

    Random Random => history.Random;

    /// <summary>A new item, or a new version of one, as its sender's status says.</summary>
    public async Task SendAsync()
    {
        var publisher = Names[Random.Next(Names.Length)];
        var known = IdentitiesOf(publisher);
        var senderId = known.Count > 0 && Random.Next(3) > 0
            ? history.Pick(known)!
            : $"urn:{publisher}:{_identities++}";
        var isKnown = history.Model.StoryOf(senderId) is not null;
        switch (Random.Next(isKnown ? 9 : 5))
        {
            case 4:
                await WithholdAsync(publisher, senderId);
                break;
            case 5 or 6 or 7:
                await (Random.Next(2) == 0 ? WithholdAsync(publisher, senderId) : UsableAsync(publisher, senderId));
                break;
            case 8 when Random.Next(3) == 0:
                await CancelAsync(publisher, senderId);
                break;
            default:
                await UsableAsync(publisher, senderId);
                break;
        }
    }

    public List<string> IdentitiesOf(string publisher) => [.. history.Model.Stories.SelectMany(story => story.Takes)
        .Select(take => take.SenderId)
        .Where(id => id.StartsWith($"urn:{publisher}:", StringComparison.Ordinal)).Distinct()];

    /// <summary>What is usable goes on, or is the release of what its sender alone had held.</summary>
    async Task UsableAsync(string publisher, string senderId)
    {
        var take = NewTake(publisher, senderId);
        await SendAsync(publisher, Bytes(RandomCopy.Of(take, Head(senderId, "usable", take.Mark))), senderId, take);
    }

    /// <summary>What is withheld holds a story that is out, with or without copy; else it waits.</summary>
    async Task WithholdAsync(string publisher, string senderId)
    {
        var (take, reason) = (NewTake(publisher, senderId), "REASON" + history.NewMark());
        (take.IsWithheld, take.Note) = (true, reason);
        await SendAsync(publisher, Bytes(RandomCopy.Of(take, Head(senderId, "withheld", take.Mark)
            + $"\"edNote\": \"(HOLD: {reason})\", ")), senderId, take);
    }

    /// <summary>
    /// Sends an item of a publisher, and tells the model what comes of it: of a story that is over nothing, of one that
    /// is out and withheld a hold, of one that its sender alone held a release.
    /// </summary>
    public async Task SendAsync(string publisher, byte[] bytes, string senderId, GateModel.ModelTake take)
    {
        var story = history.Model.StoryOf(senderId);
        using var api = Api(publisher);
        using var response = await api.PublishAsync(bytes);
        var answer = $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
        if (story is { KillMark: not null })
        {
            // The very copy that was killed is told for that, and anything else may not follow.
            var isKnown = history.Model.Stories.Exists(each => each.Takes.Exists(copy => copy.Mark == take.Mark));
            Assert.StartsWith(isKnown && answer.StartsWith("200", StringComparison.Ordinal) ? "200" : "409", answer,
                StringComparison.Ordinal);
            history.Count("refused for a kill");
            return;
        }
        // Not every format carries the words of a note; where they are the same, the copy is.
        if (answer.StartsWith("200", StringComparison.Ordinal) && story is not null && GateModel.IsRepeat(story, take))
        {
            history.Count("repeated");
            return;
        }
        Assert.StartsWith("201", answer, StringComparison.Ordinal);
        var filed = JsonElement.Parse(answer[4..]);
        Assert.Equal((story?.Id ?? filed.GetProperty("story").GetString(), (story?.Takes.Count ?? 0) + 1),
            (filed.GetProperty("story").GetString(), filed.GetProperty("take").GetInt32()));
        story ??= history.Open(filed.GetProperty("story").GetString()!);
        if (take.IsWithheld && story.Takes.Exists(copy => copy.Open) && !story.Holders.Contains(publisher))
        {
            history.Model.Hold(story, take.Note, publisher);
            take.Number = story.Takes.Count + 1;
            history.Model.FileBehindOwnHold(story, take);
            history.Count("held by a version of its sender");
        }
        else if (!take.IsWithheld && GateModel.EndsOwn(story, publisher, senderId))
        {
            take.Number = story.Takes.Count + 1;
            history.Model.ReleaseBySender(story, take);
            history.Count("released by its sender");
        }
        else
        {
            take.Number = story.Takes.Count + 1;
            history.Model.File(story, take, null, take.IsWithheld);
            history.Count(take.IsWithheld ? "waits as its sender says" : "sent");
        }
    }

    /// <summary>Sends a notice that holds a story that is out, and tells the model.</summary>
    public async Task HoldAsync(string publisher, string senderId, byte[] bytes, string reason)
    {
        using var api = Api(publisher);
        using var response = await api.PublishAsync(bytes);
        Assert.Equal(201, (int)response.StatusCode);
        history.Model.Hold(history.Model.StoryOf(senderId)!, reason, publisher, senderId);
    }

    /// <summary>A cancellation kills what is all its sender's, and else holds and asks the desk.</summary>
    async Task CancelAsync(string publisher, string senderId)
    {
        var reason = "REASON" + history.NewMark();
        if (Random.Next(2) == 0)
        {
            history.Count("named by a notice");
            await StopAsync(publisher, senderId, Bytes($"Please kill item {senderId}. {reason}.\n"), reason);
            return;
        }
        await StopAsync(publisher, senderId, Bytes($$"""
            {{{Head(senderId, "canceled", history.NewMark())}}"edNote": "(KILL: {{reason}})"}
            """), reason);
    }

    /// <summary>Sends what cancels a story, and tells the model.</summary>
    public async Task StopAsync(string publisher, string senderId, byte[] bytes, string reason)
    {
        var story = history.Model.StoryOf(senderId)!;
        if (story.KillMark is not null)
            return;
        using var api = Api(publisher);
        using var response = await api.PublishAsync(bytes);
        var isAll = history.Model.IsAllOf(publisher, story);
        Assert.Equal(!isAll && story.IsHeld ? 409 : 201, (int)response.StatusCode);
        if (isAll)
            history.Model.Kill(story, reason);
        else
            history.Model.Ask(story, reason);
        history.Count(isAll ? "killed by a cancellation" : "asked for by a cancellation");
    }

    /// <summary>A publisher holds or kills a story by its verb: one of its own, or one that is none of its.</summary>
    public async Task StopAsync()
    {
        var publisher = Names[Random.Next(Names.Length)];
        var own = history.Living.Where(each => IsOwn(publisher, each)).ToList();
        if (history.Pick(Random.Next(4) == 0 ? history.Living : own) is not { } story)
            return;
        var (reason, isKill) = ("REASON" + history.NewMark(), Random.Next(3) == 0);
        var verb = isKill ? "kill" : "hold";
        using var api = Api(publisher);
        using var response = await api.PostAsync($"/v1/stories/{story.Id}/{verb}", new { reason });
        var status = (int)response.StatusCode;
        if (!IsOwn(publisher, story))
            Assert.Equal(404, status);
        else if (!isKill)
        {
            Assert.Equal(story.Holders.Contains(publisher) ? 409 : 201, status);
            history.Model.Hold(story, reason, publisher);
        }
        else if (history.Model.IsAllOf(publisher, story))
        {
            Assert.Equal(201, status);
            history.Model.Kill(story, reason);
        }
        else
        {
            Assert.Equal(story.IsAsked ? 409 : 202, status);
            if (!story.IsAsked)
                history.Model.Ask(story, reason);
        }
        history.Count($"{verb} by a publisher: {status}");
    }

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    static bool IsOwn(string publisher, GateModel.Story story) =>
        story.Takes.Exists(take => !take.IsHold && take.Publisher == publisher);

    GateModel.ModelTake NewTake(string publisher, string senderId) => new()
    {
        Number = 0, Mark = history.NewMark(), Publisher = publisher, SenderId = senderId,
        NotForJapan = Random.Next(4) == 0,
    };

    Api Api(string publisher) => new(history.Wire.Url, history.KeysOfPublishers[publisher]);

    /// <summary>Marks rise, and so do versions.</summary>
    public static string Head(string senderId, string status, string mark) =>
        $"\"uri\": \"{senderId}\", \"version\": \"{mark.Trim('z')}\", \"pubStatus\": \"{status}\", ";
}
