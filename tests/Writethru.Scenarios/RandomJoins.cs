using System.Net.Http.Json;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>
/// Takes of which nobody can say which of two stories they continue, and a desk that says so: at once, or when either
/// story has newer copy.
/// </summary>
sealed class RandomJoins(RandomHistory history)
{
    readonly List<(string Id, string Story, string Other)> _proposals = [];
    int _doubts;

    /// <summary>An item that names two items as the one before, of two stories.</summary>
    public async Task DoubtAsync()
    {
        var publisher = RandomSenders.Names[history.Random.Next(RandomSenders.Names.Length)];
        var named = new RandomSenders(history).IdentitiesOf(publisher)
            .GroupBy(id => history.Model.StoryOf(id)!).Select(same => (Story: same.Key, Id: same.First()))
            .OrderBy(_ => history.Random.Next()).Take(2).ToList();
        if (named.Count < 2)
            return;
        var senderId = $"urn:{publisher}:doubt{_doubts++}";
        var take = new GateModel.ModelTake
        {
            Number = 1, Mark = history.NewMark(), Publisher = publisher, SenderId = senderId, IsBare = true,
        };
        var links = named.Select(each => $$"""{"name": "link:previousVersion", "uri": "{{each.Id}}"}""");
        using var api = new Api(history.Wire.Url, history.KeysOfPublishers[publisher]);
        var filed = await api.FileAsync($$"""
            {{{RandomSenders.Head(senderId, "usable", take.Mark)}}"slugline": "{{take.Slug}}",
             "headlines": [{"value": "Doubt BODY{{take.Mark}}"}],
             "bodies": [{"contentType": "text/plain", "value": "Which BODY{{take.Mark}} is this?"}],
             "associations": [{{string.Join(", ", links)}}]}
            """);
        Assert.Equal(1, filed.Take);
        history.Model.File(history.Open(filed.Story), take, null);
        _proposals.AddRange(named.Select((each, i) => ($"{filed.Position}-{i + 1}", filed.Story, each.Story.Id)));
        history.Count("doubtful");
        if (history.Random.Next(3) == 0)
            await AcceptAsync(_proposals[^1]);
    }

    /// <summary>The desk accepts one that stands, or that stood.</summary>
    /// <returns>The story that has a take by it; null when there is none.</returns>
    public async Task<GateModel.Story?> AcceptAsync() => _proposals.Count > 0
        ? await AcceptAsync(_proposals[^Math.Min(_proposals.Count, history.Random.Next(1, 5))])
        : null;

    async Task<GateModel.Story?> AcceptAsync((string Id, string Story, string Other) proposal)
    {
        // What was proposed in a log that was put back since is proposed no more.
        if (history.Model.Stories.Find(story => story.Id == proposal.Story) is not { } story
            || history.Model.Stories.Find(other => other.Id == proposal.Other) is not { } other)
            return null;
        var isOpen = story is { KillMark: null, Into: null };
        using var response = await history.Desk.PostAsync($"/v1/proposals/{proposal.Id}/accept", new { });
        var joined = isOpen ? history.Model.Join(story, other) : null;
        Assert.Equal(joined is not null ? 201 : isOpen ? 409 : 404, (int)response.StatusCode);
        if (joined is not null)
        {
            var answer = (await response.Content.ReadFromJsonAsync<Filed>())!;
            Assert.Equal((story.Whole.Id, story.Whole.Takes.FindLast(take => !take.IsHold)!.Number),
                (answer.Story, answer.Take));
        }
        history.Count(joined switch
        {
            true => "accepted as the next take", false => "accepted behind", null => "not accepted",
        });
        return joined == true ? story.Whole : null;
    }
}
