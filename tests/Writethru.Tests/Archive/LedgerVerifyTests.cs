using CsCheck;
using Writethru.Archive.Sqlite;
using Writethru.Copy;

namespace Writethru.Tests.Archive;

/// <summary>What is changed in the ledger behind the log's back is seen.</summary>
public sealed class LedgerVerifyTests : IDisposable
{
    static readonly StoryId _story = new("s");

    readonly LogFolder _folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_ledger_that_was_only_written_by_the_log_is_sound_whatever_was_written_and_dropped()
    {
        await using (var log = await FillAsync())
        {
            await Assert.ThrowsAsync<TimeoutException>(() => log.WriteAsync<int>(transaction =>
            {
                transaction.BeginSends([SendOf(9, "dropped")]);
                throw new TimeoutException("of its own");
            }, Cancel));
            await BeginAsync(log, SendOf(1, "paper")); // there already
            Assert.Empty(LogVerifier.Verify(_folder.Path, Cancel).Damages);
        }

        await using var again = _folder.Open();
        await BeginAsync(again, SendOf(2, "gazette"));
        Assert.Empty(LogVerifier.Verify(_folder.Path, Cancel).Damages);
    }

    [Theory]
    [InlineData("UPDATE send SET subscriber = 'papes' WHERE subscriber = 'paper' AND take = 2")]
    [InlineData("UPDATE send SET begun = replace(begun, '09', '08') WHERE take = 1")]
    [InlineData("UPDATE send SET sent = NULL WHERE take = 1")]
    [InlineData("UPDATE send SET received = '2031-05-17T09:30:00Z' WHERE take = 3")]
    [InlineData("UPDATE send SET position = position + 1 WHERE take = 1")]
    [InlineData("UPDATE send SET hash = hash + 1 WHERE take = 1")]
    [InlineData("DELETE FROM send WHERE take = 3")]
    [InlineData("""
        INSERT INTO send SELECT story, 7, subscriber, path, grant, position, begun, sent, received, hash
        FROM send LIMIT 1
        """)]
    [InlineData("UPDATE receipt SET note = 'printed it' WHERE outcome = 'confirmed'")]
    [InlineData("UPDATE receipt SET at = replace(at, '09', '08')")]
    [InlineData("DELETE FROM receipt")]
    [InlineData("UPDATE ledger SET lines = lines - 1 WHERE kind = 'send'")]
    public async Task What_was_changed_is_named(string sql)
    {
        await (await FillAsync()).DisposeAsync();

        Assert.NotEqual(0, Sql.Run(_folder.Database, sql));

        Assert.Contains(LogVerifier.Verify(_folder.Path, Cancel).Damages,
            damage => damage.Part.StartsWith("ledger", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_of_before_has_its_hash_after_the_migration()
    {
        await (await FillAsync()).DisposeAsync();
        var was = Sql.Scalar(_folder.Database, "SELECT sum FROM ledger WHERE kind = 'send'");
        Sql.Run(_folder.Database, """
            ALTER TABLE send DROP COLUMN hash; ALTER TABLE receipt DROP COLUMN hash; DROP TABLE ledger;
            ALTER TABLE entry DROP COLUMN trusted; DELETE FROM migration WHERE number >= 7;
            CREATE TABLE kill (at INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (at, position)) STRICT;
            """);
        Assert.Empty(LogVerifier.Verify(_folder.Path, Cancel).Damages); // as an older program left it

        await _folder.Open().DisposeAsync();

        Assert.Equal(was, Sql.Scalar(_folder.Database, "SELECT sum FROM ledger WHERE kind = 'send'"));
        Assert.Empty(LogVerifier.Verify(_folder.Path, Cancel).Damages);
    }

    /// <summary>The model: any order of any lines and marks leaves the sum of what lies there.</summary>
    [Fact]
    public Task Whatever_is_written_the_sum_is_that_of_the_lines() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 3], Gen.Int[0, 2]).Array[1, 30].SampleAsync(async steps =>
        {
            using var folder = new LogFolder();
            await using var log = folder.Open();
            foreach (var (what, take, who) in steps)
            {
                var send = SendOf(take, $"reader{who}");
                await log.WriteAsync(transaction =>
                {
                    if (what == 0)
                        transaction.MarkSent([send]);
                    else if (what == 1)
                        transaction.MarkReceived(send.Subscriber, take);
                    else if (what == 2)
                        transaction.AddReceipt(new Receipt(
                            _story, take, send.Subscriber, ReceiptOutcome.Confirmed, $"note {who}"));
                    else
                        transaction.BeginSends([send]);
                    return 0;
                }, Cancel);
            }
            return LogVerifier.Verify(folder.Path, Cancel).IsSound;
        }, iter: 30, threads: 2);

    async Task<SqliteLog> FillAsync()
    {
        var log = _folder.Open();
        await BeginAsync(log, SendOf(1, "paper"), SendOf(2, "paper"), SendOf(3, "paper"), SendOf(1, "gazette"));
        await log.WriteAsync(transaction =>
        {
            transaction.MarkSent([SendOf(1, "paper"), SendOf(1, "gazette")]);
            transaction.MarkReceived("paper", 2);
            transaction.AddReceipt(new Receipt(_story, 1, "paper", ReceiptOutcome.Confirmed, "on page 3"));
            return transaction.AddReceipt(new Receipt(_story, 1, "paper", ReceiptOutcome.Confirmed, "on page 4"));
        }, Cancel);
        return log;
    }

    static Task<int> BeginAsync(SqliteLog log, params Send[] sends) => log.WriteAsync(transaction =>
    {
        transaction.BeginSends(sends);
        return sends.Length;
    }, Cancel);

    static Send SendOf(int take, string subscriber) => new()
    {
        Story = _story,
        Number = take,
        Subscriber = subscriber,
        Path = SendPath.Feed,
        Grant = "",
        Position = take,
    };
}
