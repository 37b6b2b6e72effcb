using Microsoft.Extensions.Logging;
using Writethru.App.Hosting;
using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Rights;
using Writethru.Tests.Archive;
using Writethru.Tests.Support;

namespace Writethru.Tests.App;

/// <summary>
/// What was read from takes is derived: where it is damaged it is made anew, before the gate decides by it.
/// </summary>
public sealed class RereadTakesTests : IDisposable
{
    readonly LogFolder _folder = new();
    readonly LogLines<RereadTakesTests> _lines = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("UPDATE reading SET content = CAST(replace(content, 'KR', 'JP') AS BLOB) WHERE position = 1")]
    [InlineData("UPDATE reading SET content = NULL WHERE position = 1")]
    [InlineData("UPDATE reading SET hash = x'00' WHERE position = 1")]
    [InlineData("UPDATE reading SET version = version + 1 WHERE position = 1")]
    [InlineData("DELETE FROM reading WHERE position = 1")]
    [InlineData("UPDATE reading SET hash = x'00'")]
    public async Task A_damaged_reading_is_made_anew_and_the_gate_decides_by_it(string damage)
    {
        var filed = Filed("Photo terms. (For Use Only in the Republic of Korea. No Redistribution)");
        var reading = TakeReader.Read(filed.Filed.Take, _folder.Clock.GetUtcNow(), null);
        await using (var log = _folder.Open())
        {
            await log.AppendAsync(filed, null, reading, TakeReader.Version);
            await log.AppendAsync(LogFolder.Filed("s", 2), null, null, TakeReader.Version);
        }
        Assert.NotEqual(0, Sql.Run(_folder.Database, damage));

        await using var again = _folder.Open();
        await RereadTakes.RunAsync(again, _lines, Cancel);
        var gate = new Gate();
        again.AddFold(gate.Apply);

        Assert.Equal(2, gate.Now.Position);
        Assert.Equal(EntryRow.WriteReading(reading), EntryRow.WriteReading(again.Find(1)!.Reading));
        Assert.True(LogVerifier.Verify(_folder.Path, Cancel).IsSound);
        Assert.Contains(_lines.All, line => line.Level >= LogLevel.Information);
    }

    [Fact]
    public async Task Of_sound_readings_nothing_is_said()
    {
        await using var log = _folder.Open();
        await log.AppendAsync(Filed("A caption."), null, null, TakeReader.Version);

        await RereadTakes.RunAsync(log, _lines, Cancel);

        Assert.Empty(_lines.All);
    }

    [Fact]
    public async Task A_damaged_entry_says_what_to_do()
    {
        await using (var log = _folder.Open())
        {
            await log.AppendAsync(Filed("A caption."), null, null, TakeReader.Version);
            await log.AppendAsync(LogFolder.Filed("s", 2), null, null, TakeReader.Version);
        }
        Sql.Run(_folder.Database, "DROP TRIGGER entry_is_never_changed");
        Sql.Run(_folder.Database, "UPDATE entry SET content_hash = x'00' WHERE position = 1");

        await using var again = _folder.Open();
        await RereadTakes.RunAsync(again, _lines, Cancel);
        var e = Assert.Throws<LogDamagedException>(() => again.AddFold(_ => { }));

        Assert.Equal((1, "content"), (e.Damage.Position, e.Damage.Part));
        Assert.Contains("backup", e.Message, StringComparison.Ordinal);
        Assert.Contains("writethru verify", e.Message, StringComparison.Ordinal);
    }

    static LogEntry.TakeFiled Filed(string caption)
    {
        var filed = LogFolder.Filed("s", 1);
        return filed with
        {
            Filed = filed.Filed with
            {
                Take = filed.Filed.Take with
                {
                    UsageTerms = new UsageTerms("For Use Only in the Republic of Korea. No Redistribution"),
                    Pictures = [new Picture { Caption = caption }],
                },
            },
        };
    }
}
