using System.Buffers;
using Writethru.Copy;
using Writethru.Formats.Registry;

namespace Writethru.Scenarios;

/// <summary>
/// A second Writethru whose takes and notices come in, in any format: what it moves, holds, releases, corrects, kills
/// and takes down there is so here, by the identity of its story.
/// </summary>
sealed class OtherProgram(RandomHistory history)
{
    public const string Name = "agency";

    readonly List<There> _stories = [];
    readonly RandomSenders _sender = new(history);

    Random Random => history.Random;

    public async Task StepAsync()
    {
        var known = _stories.Where(each => !each.IsOver && history.Model.StoryOf(each.SenderId) is not null).ToList();
        var story = known.Count > 0 && Random.Next(4) > 0 ? history.Pick(known)! : null;
        if (story is null)
        {
            _stories.Add(story = new There(_stories.Count));
            await MoveAsync(story, Cause.First, "");
        }
        else if (story.IsHeld)
            await (Random.Next(4) == 0 ? StopAsync(story) : MoveAsync(story, Cause.Release, NoticeWords.Release));
        else
        {
            await (Random.Next(8) switch
            {
                0 => StopAsync(story),
                1 or 2 or 3 => HoldAsync(story),
                4 => MoveAsync(story, Cause.Correction, "(CORRECTION: Corrects the hour in para 1.)"),
                _ => MoveAsync(story, Cause.Development, ""),
            });
        }
    }

    async Task MoveAsync(There story, Cause cause, string note)
    {
        story.IsHeld = false;
        if (cause != Cause.Release)
            story.Mark = history.NewMark();
        var bytes = Write(story, cause, CopyOf(story) with
        {
            Advisory = note.Length > 0 ? new Advisory(note) : null,
        });
        var take = new GateModel.ModelTake
        {
            Number = 0, Mark = story.Mark, Publisher = Name, SenderId = story.SenderId, IsBare = true,
            Said = note,
        };
        await _sender.SendAsync(Name, bytes, story.SenderId, take);
        history.Count($"other program: {cause}");
    }

    /// <summary>Its hold is one here where something of the story is out, and it has not held it already.</summary>
    async Task HoldAsync(There there)
    {
        var story = history.Model.StoryOf(there.SenderId)!;
        if (story.KillMark is not null || story.Holders.Contains(Name) || !story.Takes.Exists(take => take.Open))
            return;
        there.IsHeld = true;
        var reason = "REASON" + history.NewMark();
        var bytes = Write(there, Cause.Hold, Notice(Cause.Hold, reason));
        await _sender.HoldAsync(Name, there.SenderId, bytes, reason);
        history.Count("other program: hold");
    }

    async Task StopAsync(There there)
    {
        there.IsOver = true;
        var cause = Random.Next(2) == 0 ? Cause.Kill : Cause.Takedown;
        var reason = "REASON" + history.NewMark();
        await _sender.StopAsync(Name, there.SenderId, Write(there, cause, Notice(cause, reason)), reason);
        history.Count("other program: stop");
    }

    byte[] Write(There story, Cause cause, Take take)
    {
        var format = WireFormats.All[Random.Next(WireFormats.All.Length)];
        var output = new ArrayBufferWriter<byte>();
        format.Write(new FiledTake
        {
            Story = new StoryId(story.Id), Number = ++story.Number, Cause = cause,
            FiledAt = history.Wire.Clock.GetUtcNow(), Take = take,
        }, null, Channel.Default, output);
        return output.WrittenSpan.ToArray();
    }

    static Take CopyOf(There story) => new()
    {
        Slug = "SLUG" + story.Mark,
        Headline = $"Other BODY{story.Mark}",
        Body = [new Paragraph($"Another BODY{story.Mark} of a program elsewhere.")],
    };

    static Take Notice(Cause cause, string reason) => new()
    {
        Status = cause == Cause.Hold ? TakeStatus.Withheld : TakeStatus.Canceled,
        Advisory = new Advisory(NoticeWords.Of(cause, reason)),
    };

    sealed class There(int count)
    {
        /// <summary>As an identity of ours looks, and none of this log's.</summary>
        public string Id { get; } = $"elsewhere{"abcdefghjkmnpqrstuvwxyz"[count % 23]}{count % 10}yyyyy"[..16];

        public string SenderId => "urn:writethru:" + Id;

        public int Number;
        public string Mark = "";
        public bool IsHeld, IsOver;
    }
}
