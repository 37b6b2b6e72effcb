using System.Collections.Concurrent;
using CsCheck;
using Writethru.Copy;
using Writethru.Desk;
using static Writethru.Tests.Desk.DeskLog;

namespace Writethru.Tests.Desk;

/// <summary>
/// The chain of a story under every verb in every state and in any order, many at once, against
/// <see cref="ChainModel"/>.
/// </summary>
public class ChainModelTests(ITestOutputHelper output)
{
    /// <summary>Stories that nobody could take for one another.</summary>
    static readonly string[] _subjects = ["Ferry", "Orchard", "Tunnel"];

    /// <summary>How each verb must have ended at least once.</summary>
    static readonly string[] _ends =
    [
        "File: Filed", "File: Repeated", "File: Superseded", "File: Refused Stale", "File: Refused Conflict",
        "File: Refused Unexplained", "Again: Repeated", "Again: Refused Stale",
        "Again: Refused Conflict", "Race: Filed",
        .. new[] { Verb.Hold, Verb.Release, Verb.Kill, Verb.Takedown }
            .SelectMany(verb => new[] { $"{verb}: Done", $"{verb}: Conflict", $"{verb}: Unknown" }),
    ];

    static readonly Gen<Step> _step = Gen.Select(
        Gen.Frequency((24, Gen.Const(Verb.File)), (5, Gen.Const(Verb.Again)), (6, Gen.Const(Verb.Hold)),
            (9, Gen.Const(Verb.Release)), (1, Gen.Const(Verb.Kill)), (1, Gen.Const(Verb.Takedown)),
            (3, Gen.Const(Verb.Race))),
        Gen.Int[0, _subjects.Length - 1], Gen.Int[-2, 6], Gen.Int[1, 2],
        Gen.Frequency((24, Gen.Const(TakeStatus.Usable)), (8, Gen.Const(TakeStatus.Withheld)),
            (1, Gen.Const(TakeStatus.Canceled))),
        Gen.Frequency((3, Gen.Const((int?)null)), (2, Gen.Const((int?)0)), (1, Gen.Int[-1, 1].Select(by => (int?)by))),
        Gen.Select(Gen.Int[0, 4], Gen.Bool), Gen.Bool,
        (verb, story, by, text, status, follows, correction, isJoined) => new Step(verb, story,
            by > 3 ? null : by, $"Edition {text}", status, follows, correction.Item1 == 0, correction.Item2,
            isJoined));

    [Fact]
    public async Task Every_verb_ends_as_the_model_says_and_leaves_the_chain_that_it_says()
    {
        var seen = new ConcurrentDictionary<string, int>();

        await _step.Array[1, 60].SampleAsync(async steps =>
        {
            await using var run = await ChainRun.StartAsync(seen);
            foreach (var step in steps)
                await run.StepAsync(step);
            await run.CheckAsync();
            run.CheckReceived();
        }, iter: 150);

        output.WriteLine(string.Join(", ",
            seen.OrderBy(end => end.Key, StringComparer.Ordinal).Select(end => $"{end.Key} {end.Value}")));
        Assert.Empty(_ends.Except(seen.Keys));
    }

    enum Verb
    {
        File,
        Again,
        Hold,
        Release,
        Kill,
        Takedown,
        Race,
    }

    /// <summary>One thing that is done to a story.</summary>
    /// <param name="Verb">What.</param>
    /// <param name="Story">Which.</param>
    /// <param name="By">By how much the sender's version is more than its newest; null for no version.</param>
    /// <param name="Text">The copy.</param>
    /// <param name="Status">The sender's.</param>
    /// <param name="Follows">Which take it says that it follows, from the newest; null when it does not say.</param>
    /// <param name="IsCorrection">Named as one.</param>
    /// <param name="HasNote">Says what was wrong.</param>
    /// <param name="IsJoined">Whether it does not wait until what was done before is there.</param>
    sealed record Step(Verb Verb, int Story, int? By, string Text, TakeStatus Status, int? Follows,
        bool IsCorrection, bool HasNote, bool IsJoined);

    /// <summary>A desk, and the model of each of its stories.</summary>
    sealed class ChainRun(ConcurrentDictionary<string, int> seen) : IAsyncDisposable
    {
        readonly DeskLog _desk = new();
        readonly ChainModel[] _models = [.. _subjects.Select(_ => new ChainModel())];
        readonly StoryId?[] _ids = new StoryId?[_subjects.Length];
        readonly List<ModelItem>[] _sent = [.. _subjects.Select(_ => new List<ModelItem>())];
        readonly List<(string Bytes, FileOutcome Outcome)> _received = [];
        readonly List<Func<Task>> _underWay = [];

        /// <summary>
        /// Whether what is under way stops: it passes what waits, so that the two are not done at once here.
        /// </summary>
        bool _isStop;

        int _items;

        /// <summary>With a reader to whom nothing was sent.</summary>
        public static async Task<ChainRun> StartAsync(ConcurrentDictionary<string, int> seen)
        {
            var run = new ChainRun(seen);
            await run._desk.SubscribeAsync("reader");
            return run;
        }

        public ValueTask DisposeAsync() => _desk.DisposeAsync();

        public async Task StepAsync(Step step)
        {
            // What is filed in one commit with a release waits as if nothing had been released, and is not modelled;
            // and whoever names a story waits for its name.
            if (!step.IsJoined || step.Verb is Verb.Release or Verb.Race or Verb.Again || _ids[step.Story] is null
                || _isStop != IsStop(step))
                await CheckAsync();
            _isStop = IsStop(step);
            var (model, id) = (_models[step.Story], _ids[step.Story] ?? new StoryId("nosuch"));
            switch (step.Verb)
            {
                case Verb.File:
                    File(step, model, new ModelItem(
                        step.By is { } by ? $"{Math.Max(model.NewestVersion + by, 1)}" : "", step.Text,
                        step.Status, step.HasNote,
                        step.IsCorrection ? Cause.Correction : null,
                        _ids[step.Story] is null ? null : model.Last + step.Follows));
                    break;
                case Verb.Again when _sent[step.Story] is { Count: > 0 } sent:
                    File(step, model, sent[^Math.Min(sent.Count, 3 + step.By ?? 1)]);
                    break;
                case Verb.Again:
                    break;
                case Verb.Hold:
                    Expect(step, _desk.Hold.RunAsync(id, "Being checked", "desk", Cancel), model.Close(Cause.Hold));
                    break;
                case Verb.Kill:
                    Expect(step, _desk.Kill.RunAsync(id, "Wrong", null, "desk", Cancel), model.Close(Cause.Kill));
                    break;
                case Verb.Takedown:
                    Expect(step, _desk.Takedown.RunAsync(id, "Ended", "desk", Cancel), model.Close(Cause.Takedown));
                    break;
                case Verb.Release:
                    Expect(step, _desk.Release.RunAsync(id, null, "desk", Cancel), model.Release());
                    await CheckAsync();
                    break;
                default:
                    await RaceAsync(step, model);
                    break;
            }
        }

        static bool IsStop(Step step) => step.Verb is Verb.Hold or Verb.Kill or Verb.Takedown
            || step is { Verb: Verb.File, Status: not TakeStatus.Usable };

        /// <summary>Waits for what is under way, and holds every story against the model.</summary>
        public async Task CheckAsync()
        {
            foreach (var verb in _underWay)
                await verb();
            _underWay.Clear();
            for (var i = 0; i < _models.Length; i++)
                CheckStory(_models[i], _ids[i]);
        }

        /// <summary>Whatever came of them, all bytes are in the log, and where the outcome says.</summary>
        public void CheckReceived()
        {
            var kept = Enumerable.Range(1, (int)_desk.Log.Head).Select(position => _desk.Kept(position)).ToHashSet();
            Assert.Empty(_received.Select(item => item.Bytes).Except(kept));
            foreach (var (bytes, outcome) in _received)
            {
                if (PositionOf(outcome) is { } position)
                    Assert.Equal(bytes, _desk.Kept(position));
            }
        }

        /// <summary>Where the bytes are; null for a repeat, which names the take that stands for it.</summary>
        static long? PositionOf(FileOutcome outcome) => outcome switch
        {
            FileOutcome.Filed filed => filed.Position,
            FileOutcome.Superseded late => late.Position,
            FileOutcome.Refused refused => refused.Position,
            _ => null,
        };

        void CheckStory(ChainModel model, StoryId? id)
        {
            if (id is not { } story)
            {
                Assert.Empty(model.Takes);
                return;
            }
            var takes = _desk.Story(story);
            Assert.Equal(
                model.Takes.Select(take => (take.Number, take.Cause, take.Text)),
                takes.Select(entry => (entry.Filed.Number, entry.Filed.Cause, TextOf(entry.Filed.Take))));
            Assert.Equal(Enumerable.Range(1, takes.Count), takes.Select(entry => entry.Filed.Number));
            var end = takes.ToList().FindIndex(entry => entry.Filed.IsKill);
            Assert.True(end < 0 || end == takes.Count - 1, "Something follows a kill.");
            var now = _desk.Gate.Now;
            Assert.Equal((model.State, model.Last), (now.StateOf(story), now.CountTakes(story)));
            if (model.State != StoryState.Living)
                Assert.Null(now.NewestFor("reader", story));
            Assert.Equal(model.Takes.Where(take => take.Standing == Standing.Waits).Select(take => take.Number),
                now.Pending.Where(take => take.Story == story).Select(take => take.Number).Order());
        }

        void File(Step step, ChainModel model, ModelItem item)
        {
            _sent[step.Story].Add(item);
            var expected = model.File(item);
            var bytes = NewBytes();
            var filing = FileAsync(step.Story, item, bytes);
            _underWay.Add(async () => Keep(step.Story, bytes, await filing, expected, step.Verb));
        }

        /// <summary>Several who follow the same take, and one who may stop the story meanwhile.</summary>
        async Task RaceAsync(Step step, ChainModel model)
        {
            if (_ids[step.Story] is not { } story || model.State is StoryState.Killed or StoryState.TakenDown)
                return;
            var before = model.Last;
            var items = Enumerable.Range(0, 4).Select(i =>
                new ModelItem("", $"Racer {i} of {_items}", TakeStatus.Usable, false, null, before)).ToList();
            var bytes = items.Select(_ => NewBytes()).ToList();
            var stop = (step.HasNote, step.IsCorrection) switch
            {
                (true, true) => Cause.Kill,
                (true, false) when model.State == StoryState.Living => Cause.Hold,
                _ => (Cause?)null,
            };
            var filings = items
                .Select((item, i) => (i, Task: Task.Run(() => FileAsync(step.Story, item, bytes[i])))).ToList();
            var stopping = Task.Run(() => stop switch
            {
                Cause.Kill => _desk.Kill.RunAsync(story, "Wrong", null, "desk", Cancel),
                Cause.Hold => _desk.Hold.RunAsync(story, "Being checked", "desk", Cancel),
                _ => Task.FromResult<StoryOutcome>(new StoryOutcome.Unknown()),
            });
            var outcomes = await Task.WhenAll(filings.Select(filing => filing.Task));
            var stopped = await stopping;

            var winner = Array.FindIndex(outcomes, outcome => outcome is FileOutcome.Filed);
            Assert.True(stop is not null || winner >= 0, "Nobody won.");
            if (winner >= 0)
                Keep(step.Story, bytes[winner], outcomes[winner], model.File(items[winner]), Verb.Race);
            if (stop is { } cause)
                Assert.Equal(model.Close(cause), Expected.Of(stopped));
            foreach (var (i, _) in filings.Where(filing => filing.i != winner))
            {
                var loser = Assert.IsType<FileOutcome.Refused>(outcomes[i]);
                Assert.Equal(Refusal.Stale, loser.Why);
                Assert.InRange(loser.Current!.Number, before + 1, model.Last);
                _received.Add((bytes[i], loser));
            }
        }

        string NewBytes() => $"item {_items++}";

        async Task<FileOutcome> FileAsync(int story, ModelItem item, string bytes)
        {
            var take = new Take
            {
                SenderId = _subjects[story],
                SenderVersion = item.Version,
                Status = item.Status,
                Headline = $"{_subjects[story]} {story}",
                Slug = _subjects[story].ToUpperInvariant(),
                Advisory = item.HasNote ? new Advisory("(CORRECTS year in para 1)") : null,
                Body = [new Paragraph(item.Text)],
            };
            var incoming = Item(bytes) with
            {
                Story = item.Follows is null ? null : _ids[story], Follows = item.Follows, Cause = item.Cause,
            };
            return (await _desk.ReceiveAsync(incoming, [take]))[0];
        }

        void Keep(int story, string bytes, FileOutcome outcome, Expected expected, Verb verb)
        {
            Assert.Equal(expected, Expected.Of(outcome));
            Count(verb, expected);
            _received.Add((bytes, outcome));
            if (outcome is FileOutcome.Filed filed)
                Assert.Equal(_ids[story] ??= filed.Take.Story, filed.Take.Story);
        }

        void Expect(Step step, Task<StoryOutcome> verb, Expected expected) => _underWay.Add(async () =>
        {
            Assert.Equal(expected, Expected.Of(await verb));
            Count(step.Verb, expected);
        });

        void Count(Verb verb, Expected expected) =>
            seen.AddOrUpdate($"{verb}: {expected.Kind} {expected.Why}".TrimEnd(), 1, (_, count) => count + 1);

        static string TextOf(Take take) => string.Join('\n', take.Body.Select(paragraph => paragraph.Text));
    }
}
