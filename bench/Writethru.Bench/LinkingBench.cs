using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Desk;
using Writethru.Desk.Linking;
using Writethru.Desk.Pictures;
using Writethru.Desk.Receiving;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Reading.Likelihood;
using Writethru.Rights;

namespace Writethru.Bench;

/// <summary>
/// What it costs to look for a take's story by likeness: filing of takes without an identity that are all other
/// stories, 256 at once, switched off, on, off, in rounds; and one comparison alone.
/// </summary>
static class LinkingBench
{
    const int Rounds = 5, Takes = 3000, AtOnce = 256, Comparisons = 200_000;

    /// <summary>Prints a line a round and the medians.</summary>
    public static async Task<int> PrintAsync(TextWriter output)
    {
        List<double> costs = [];
        for (var round = 1; round <= Rounds; round++)
        {
            var before = await FileAsync(isOn: false);
            var on = await FileAsync(isOn: true);
            var after = await FileAsync(isOn: false);
            costs.Add(1e6 / on - 2e6 / (before + after));
            await output.WriteLineAsync($"round {round}: off {before:F0}/s, on {on:F0}/s, off {after:F0}/s: "
                + $"{costs[^1]:F0} µs a take");
        }
        costs.Sort();
        await output.WriteLineAsync($"median: {costs[costs.Count / 2]:F0} µs a take against 200 stories; "
            + $"one comparison {Compare():F2} µs");
        return 0;
    }

    static async Task<double> FileAsync(bool isOn)
    {
        var folder = Directory.CreateTempSubdirectory("writethru-bench-").FullName;
        try
        {
            await using var log = SqliteLog.Open(new ArchiveOptions { Folder = folder }, TimeProvider.System,
                NullLogger<SqliteLog>.Instance);
            var gate = new Gate();
            log.AddFold(gate.Apply);
            using var maker = new RenditionMaker(new PictureOptions(), TimeProvider.System);
            var linking = new LinkingOptions { ByLikeness = isOn };
            var looks = new PictureLooks(log);
            var receive = new Receive(log,
                new FileTake(gate, linking, new DeskOptions(), new LikeStoppedPicture(log, gate, looks, linking)),
                ReadOptions.Default, NullLogger<Receive>.Instance, new BringAlong(new KeepFile(log, maker, looks)));
            var dispatches = Enumerable.Range(0, Takes).Select(seed => Encoding.UTF8.GetBytes(Dispatch(seed))).ToList();
            var start = Stopwatch.GetTimestamp();
            await Parallel.ForEachAsync(dispatches, new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                async (bytes, cancel) => await receive.RunAsync(
                    new IncomingItem { Bytes = bytes, Publisher = "agency" }, cancel));
            return Takes / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static double Compare()
    {
        var at = DateTimeOffset.UnixEpoch;
        var traits = Enumerable.Range(0, 200).Select(seed =>
            StoryTraits.Of(WireFormats.Read(Encoding.UTF8.GetBytes(Dispatch(seed)), ReadOptions.Default).Takes[0]))
            .ToList();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Comparisons; i++)
            StoryLikelihood.Of(traits[i % 200], at, traits[i * 7 % 200], at);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / Comparisons;
    }

    /// <summary>About 2.5 KB of words without sense, with a name in every sentence.</summary>
    static string Dispatch(int seed)
    {
        var random = new Random(seed);
        string Word() => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
            $"{"bdfgklmnprstvz"[random.Next(14)]}{"aeiou"[random.Next(5)]}"));
        string Name() => Word() is var word ? char.ToUpperInvariant(word[0]) + word[1..] : "";
        string Sentence() =>
            $"The {string.Join(' ', Enumerable.Range(0, 15).Select(_ => Word()))}, {Name()} {Name()} said.";
        var body = string.Join("\n\n", Enumerable.Range(0, 12).Select(_ => $"{Sentence()} {Sentence()}"));
        return $"{Name()} {Word()} {Word()} {Word()} in {Name()}\n\nMIRADA, Nov. 24 (Saltern) -- {body}\n(END)\n";
    }
}
