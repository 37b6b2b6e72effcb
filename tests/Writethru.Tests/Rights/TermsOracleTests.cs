using System.Collections.Immutable;
using CsCheck;
using Writethru.Copy;
using Clause = Writethru.Tests.Rights.TermsOracle.Clause;

namespace Writethru.Tests.Rights;

/// <summary>
/// Random terms, contracts, times, clearances and kills: the gate against a model that knows no rule.
/// </summary>
public class TermsOracleTests
{
    static readonly string[] _names = ["one", "two", "three"];

    static readonly Gen<Step> _step = Gen.Select(Gen.Int[0, 9], TermsOracle.AnyContract, TermsOracle.AnyTerms,
        TermsOracle.AnyTerms.Array[0, 3], Gen.Int[0, 180], Gen.Int[0, 99],
        (what, contract, item, pictures, minutes, pick) => new Step(what, contract, item, pictures, minutes, pick));

    [Fact]
    public void Nobody_gets_what_the_model_denies_and_everybody_what_it_allows() => _step.Array[4, 40].Sample(steps =>
    {
        var world = new World();
        return steps.All(step => world.Do(step));
    }, iter: 400, threads: 2);

    sealed record Step(int What, Principal Contract, ImmutableArray<Clause>? Item, ImmutableArray<Clause>?[] Pictures,
        int Minutes, int Pick);

    /// <summary>One story of the model.</summary>
    sealed class Story
    {
        public required string Id;
        public List<Filed> Takes = [];
        public bool IsKilled;
    }

    /// <summary>A take of the model.</summary>
    sealed record Filed(Story Story, ImmutableArray<Clause>? Item, ImmutableArray<Clause>?[] Pictures);

    /// <summary>The gate and the model, side by side.</summary>
    sealed class World
    {
        readonly TermsGate _gate = new() { At = TermsOracle.Start, HasSamePhotos = true };
        readonly Dictionary<string, Principal> _subscribers = [];
        readonly HashSet<string> _cleared = [];
        readonly List<Story> _stories = [];

        /// <summary>Every take of every story, in order.</summary>
        readonly List<Filed> _filed = [];

        readonly Dictionary<(string, string, int), bool[]> _had = [];
        DateTimeOffset _now = TermsOracle.Start;

        public bool Do(Step step)
        {
            var story = _stories.Count == 0 ? null : _stories[step.Pick % _stories.Count];
            switch (step.What)
            {
                case 0 or 1 or 2:
                    story = new Story { Id = $"s{_stories.Count}" };
                    _stories.Add(story);
                    File(story, step);
                    break;
                case 3 when story is { IsKilled: false }:
                    File(story, step);
                    break;
                case 4 when story is { IsKilled: false } && step.Pick % 3 == 0:
                    _gate.Kill(story.Id, story.Takes.Count + 1);
                    story.IsKilled = true;
                    break;
                case 5 when _gate.Now.UnclearTerms.Order(StringComparer.Ordinal).FirstOrDefault() is { } terms:
                    _gate.Append(new LogEntry.TermsCleared(terms, "desk"));
                    _cleared.Add(terms);
                    break;
                case 6 or 7:
                    _now = _now.AddMinutes(step.Minutes);
                    return Reach();
                default:
                    var name = _names[step.Pick % _names.Length];
                    _gate.Subscribe(_subscribers[name] = step.Contract with
                    {
                        Name = name, Keys = [new ApiKey { Hash = name }],
                    });
                    break;
            }
            return IsRight(comesAgainAt: null);
        }

        void File(Story story, Step step)
        {
            story.Takes.Add(new Filed(story, step.Item, step.Pictures));
            _filed.Add(story.Takes[^1]);
            _gate.File(story.Id, story.Takes.Count, TermsOracle.Read(step.Item),
                [.. step.Pictures.Select(TermsOracle.Read)]);
        }

        bool Reach()
        {
            Remember();
            var reached = _gate.Reach(_now);
            return _gate.Now.Windows.Due(_now, _now).Count == 0 && IsRight(reached);
        }

        void Remember()
        {
            _had.Clear();
            foreach (var (who, story, number) in All())
                _had[(who.Name, story.Id, number)] = Got(who, story, number);
        }

        IEnumerable<(Principal Who, Story Story, int Number)> All() => _subscribers.Values.SelectMany(who =>
            _stories.SelectMany(story => story.Takes.Select((_, i) => (who, story, i + 1))));

        /// <summary>What the gate lets through: the copy first, then each picture.</summary>
        bool[] Got(Principal who, Story story, int number) =>
            _gate.Decide(who.Name, story.Id, number) is Decision.Deliver deliver
                ? [true, .. deliver.Pictures.Select(reason => reason is null)]
                : [];

        bool[] Due(Principal who, Story story, int number)
        {
            // A take is bound by its own terms and by those of all that came later: of its story, and of the same
            // picture.
            var take = story.Takes[number - 1];
            var later = _filed[_filed.IndexOf(take)..];
            return !story.IsKilled && later.Where(other => other.Story == story).All(other => May(other.Item, other))
                ? [true, .. take.Pictures.Select((_, i) => later.Where(other => i < other.Pictures.Length)
                    .All(other => May(other.Pictures[i], other)))]
                : [];

            // The windows of a killed story are not followed any more: what names a time in it stays closed.
            bool May(ImmutableArray<Clause>? terms, Filed of) => TermsOracle.MayHave(terms, who, _now,
                    terms is not null && _cleared.Contains(TermsOracle.Read(terms)!.Text))
                && !(of.Story.IsKilled && terms is { } some && some.Any(clause => clause.IsTimed));
        }

        /// <param name="comesAgainAt">
        /// Positions at which windows moved: whoever has more by them gets the take again at one of them.
        /// </param>
        bool IsRight(IReadOnlyList<long>? comesAgainAt) => All().All(one =>
        {
            var (who, story, number) = one;
            var got = Got(who, story, number);
            if (!got.SequenceEqual(Due(who, story, number)))
                return false;
            var isMore = comesAgainAt is not null && number == story.Takes.Count
                && _had.TryGetValue((who.Name, story.Id, number), out var had)
                && got.Where((isThere, i) => isThere && !(i < had.Length && had[i])).Any();
            return !isMore
                || comesAgainAt!.Any(at => _gate.Now.OpensAt(who.Name, new StoryId(story.Id), number, at));
        });
    }
}
