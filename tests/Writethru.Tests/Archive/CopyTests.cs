using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Copy.Json;

namespace Writethru.Tests.Archive;

/// <summary>Copy by what the same copy is found by.</summary>
public sealed class CopyTests : IAsyncDisposable
{
    static readonly byte[] _bytes = [1, 2, 3];

    readonly LogFolder _folder = new();
    readonly SqliteLog _log;

    public CopyTests() => _log = _folder.Open();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_takes_with_a_key_that_a_publisher_sent_newest_first_without_kills()
    {
        await FileAsync("a", "One");
        await FileAsync("b", "Two");
        await FileAsync("c", "One");
        await FileAsync("d", "One", Cause.Kill);
        await FileAsync("e", "One", publisher: "norwick");

        Assert.Equal([3, 1], await FindAsync(_log, "One"));
        Assert.Equal([3], await FindAsync(_log, "One", limit: 1));
        Assert.Equal([], await FindAsync(_log, "Three"));
    }

    [Fact]
    public async Task A_folder_of_a_program_without_them_gets_what_its_entries_say()
    {
        await FileAsync("a", "One");
        await FileAsync("b", "Two", Cause.Kill);
        await _log.AppendAsync(LogFolder.Refused([9]), [9]);
        await _log.DisposeAsync();
        Sql.Run(_folder.Database, """
            DROP TABLE candidate; DROP TABLE send; DROP TABLE receipt; DROP TABLE ledger;
            DROP TABLE copy;
            ALTER TABLE entry DROP COLUMN trusted;
            DELETE FROM migration WHERE number >= 3;
            """);
        Assert.Empty(LogVerifier.Verify(_folder.Path, Cancel).Damages);

        await using var log = _folder.Open();

        Assert.Equal([1], await FindAsync(log, "One"));
        Assert.Empty(LogVerifier.Verify(_folder.Path, Cancel).Damages);
    }

    [Theory]
    [InlineData("UPDATE copy SET key = 'x'", "copy"), InlineData("DELETE FROM copy", "copy")]
    public async Task A_row_that_does_not_follow_from_its_entry_is_named(string change, string part)
    {
        await FileAsync("a", "One");
        await FileAsync("a", "One", Cause.Kill, number: 2);

        Sql.Run(_folder.Database, change);

        Assert.Contains(LogVerifier.Verify(_folder.Path, Cancel).Damages, damage => damage.Part == part);
    }

    static Task<List<long>> FindAsync(SqliteLog log, string headline, int limit = 10) => log.WriteAsync(transaction =>
        transaction.FindCopies("harbour", KeyOf(headline), limit).Select(record => record.Position).ToList(), Cancel);

    static string KeyOf(string headline) =>
        SameCopy.KeyOf(new Take { Headline = headline }, LogFolder.Filed("x", 1, _bytes).Received!);

    Task<long> FileAsync(string story, string headline, Cause cause = Cause.First, string publisher = "harbour",
        int number = 1)
    {
        var entry = LogFolder.Filed(story, number, _bytes, publisher: publisher);
        return _log.AppendAsync(entry with
        {
            Filed = entry.Filed with { Cause = cause, Take = new Take { Headline = headline } },
        }, _bytes);
    }
}
