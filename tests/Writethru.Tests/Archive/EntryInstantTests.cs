using CsCheck;
using Writethru.Archive.Sqlite;
using Writethru.Tests.Support;

namespace Writethru.Tests.Archive;

/// <summary>Which instant an entry bears when a clock was ahead, and what has come by then.</summary>
public sealed class EntryInstantTests
{
    static readonly DateTimeOffset _noon = new(2031, 5, 17, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task After_a_start_with_a_fast_clock_entries_keep_their_order_and_time_is_what_the_clock_shows()
    {
        using var folder = new LogFolder();
        var machine = new TwoClocks(_noon.AddHours(3));
        await using (var fast = folder.Open(clock: machine))
            await fast.AppendAsync(LogFolder.Filed("s", 1));
        machine.Step(TimeSpan.FromHours(-3));

        await using (var log = folder.Open(clock: machine))
        {
            Assert.Equal(TimeSpan.FromHours(3), log.ReadClock().LogAhead);
            Assert.Equal(
                _noon, await log.WriteAsync(transaction => transaction.Now, TestContext.Current.CancellationToken));
            await log.AppendAsync(LogFolder.Filed("s", 2));
            machine.Pass(TimeSpan.FromHours(4));
            await log.AppendAsync(LogFolder.Filed("s", 3));
            Assert.Equal(TimeSpan.Zero, log.ReadClock().LogAhead);
        }

        await using var again = folder.Open(clock: machine);
        Assert.Equal([_noon.AddHours(3), _noon.AddHours(3), _noon.AddHours(4)], again.Read(0, 9).Select(r => r.At));
        Assert.Equal([_noon.AddHours(3), _noon, _noon.AddHours(4)], again.Read(0, 9).Select(r => r.TrustedAt));
        Assert.Empty(LogVerifier.Verify(folder.Path).Damages);
        Sql.Run(folder.Database, "DROP TRIGGER entry_is_never_changed");
        Sql.Run(folder.Database, "UPDATE entry SET trusted = '2031-05-17T13:00:00Z' WHERE position = 2");
        Assert.Contains(LogVerifier.Verify(folder.Path).Damages, d => d.Position == 2 && d.Part == "chain");
    }

    [Fact]
    public Task Whatever_is_done_to_the_clock_entries_keep_their_order_and_none_says_more_than_the_clock_showed() =>
        Gen.Select(Gen.Double[-4000, 4000], Gen.Double[0, 900], Gen.Int[0, 5]).Array[1, 12].SampleAsync(async steps =>
        {
            using var folder = new LogFolder();
            var machine = new TwoClocks(_noon);
            var highest = _noon; // of this run of the program
            List<DateTimeOffset> most = [];
            var log = folder.Open(clock: machine);
            try
            {
                foreach (var (step, seconds, what) in steps)
                {
                    machine.Step(what < 4 ? TimeSpan.FromSeconds(step) : TimeSpan.Zero);
                    if (what < 3)
                    {
                        await log.DisposeAsync();
                        log = folder.Open(clock: machine);
                        highest = machine.Wall;
                    }
                    machine.Pass(TimeSpan.FromSeconds(seconds));
                    highest = machine.Wall > highest ? machine.Wall : highest;
                    await log.AppendAsync(LogFolder.Filed($"s{most.Count}", 1));
                    most.Add(highest);
                }
                var records = log.Read(0, 99);
                return records.Select(record => record.At).Order().SequenceEqual(records.Select(record => record.At))
                    && records.Zip(most).All(pair => pair.First.TrustedAt <= pair.Second)
                    && records.All(record => record.TrustedAt <= record.At);
            }
            finally
            {
                await log.DisposeAsync();
            }
        }, iter: 40, threads: 2);
}
