using Writethru.Archive.Sqlite;
using Writethru.Copy;

namespace Writethru.Tests.Archive;

/// <summary>The stories that a publisher's next take may continue.</summary>
public sealed class CandidateTests : IAsyncDisposable
{
    static readonly byte[] _bytes = [1, 2, 3];

    readonly LogFolder _folder = new();
    readonly SqliteLog _log;

    public CandidateTests() => _log = _folder.Open();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_newest_take_of_each_story_of_the_publisher_newest_first()
    {
        await FileAsync("a", 1);
        await FileAsync("b", 1);
        await FileAsync("a", 2);
        await FileAsync("other", 1, publisher: "norwick");
        await _log.AppendAsync(LogFolder.Filed("ours", 1)); // written at the desk, received from nobody

        Assert.Equal([3, 2], await FindAsync());
        Assert.Equal([4], await FindAsync(publisher: "norwick"));
        Assert.Equal([3], await FindAsync(limit: 1));
    }

    [Fact]
    public async Task A_kill_is_no_candidate_but_the_take_that_it_killed_is()
    {
        await FileAsync("a", 1);
        await FileAsync("a", 2, Cause.Kill);
        await FileAsync("b", 1, Cause.Kill);

        Assert.Equal([1], await FindAsync());
    }

    [Fact]
    public async Task Only_what_was_moved_since_the_instant()
    {
        await FileAsync("old", 1);
        _folder.Clock.Advance(TimeSpan.FromHours(30));
        await FileAsync("new", 1);

        Assert.Equal([2, 1], await FindAsync(hours: 31));
        Assert.Equal([2], await FindAsync(hours: 29));
    }

    [Fact]
    public async Task Stories_of_another_agency_are_none_those_of_nobody_in_particular_are()
    {
        await FileAsync("a", 1, agency: "Saltern");
        await FileAsync("b", 1, agency: "Norwick");
        await FileAsync("c", 1);

        Assert.Equal([3, 1], await FindAsync(agency: "SALTERN"));
        Assert.Equal([3, 2, 1], await FindAsync(agency: ""));
    }

    [Fact]
    public async Task A_take_of_the_same_work_is_one_and_one_of_a_work_that_failed_is_not()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _log.WriteAsync<int>(transaction =>
        {
            transaction.Append(Entry("failed", 1), _bytes);
            throw new InvalidOperationException();
        }, Cancel));

        var found = await _log.WriteAsync(transaction =>
        {
            transaction.Append(Entry("a", 1), _bytes);
            return transaction.FindCandidates("harbour", "", transaction.Now.AddHours(-1), 10);
        }, Cancel);

        Assert.Equal([1], found);
    }

    [Fact]
    public async Task A_folder_of_a_program_without_candidates_gets_those_that_its_entries_say()
    {
        await FileAsync("a", 1, agency: "Saltern");
        await FileAsync("a", 2, agency: "Saltern");
        await FileAsync("b", 1, Cause.Kill);
        await _log.AppendAsync(LogFolder.Refused([9]), [9]);
        await _log.DisposeAsync();
        Sql.Run(_folder.Database, """
            DROP TABLE candidate; DROP TABLE send; DROP TABLE receipt; DROP TABLE ledger;
            DROP TABLE copy;
            ALTER TABLE entry DROP COLUMN trusted;
            """);
        Sql.Run(_folder.Database, "DELETE FROM migration WHERE number >= 3");
        Assert.Empty(LogVerifier.Verify(_folder.Path, Cancel).Damages);

        await using var log = _folder.Open();

        Assert.Equal([2], await FindAsync(log, agency: "saltern"));
        Assert.Equal([], await FindAsync(log, agency: "Norwick"));
        Assert.Empty(LogVerifier.Verify(_folder.Path, Cancel).Damages);
    }

    [Theory]
    [InlineData("UPDATE candidate SET story = 'b'"), InlineData("UPDATE candidate SET agency = 'Norwick'")]
    [InlineData("UPDATE candidate SET at = at + 1"), InlineData("DELETE FROM candidate")]
    public async Task A_row_that_does_not_follow_from_its_entry_is_named(string change)
    {
        await FileAsync("a", 1, agency: "Saltern");

        Sql.Run(_folder.Database, change);

        Assert.Contains(LogVerifier.Verify(_folder.Path, Cancel).Damages,
            damage => damage is { Position: 1, Part: "candidate" });
    }

    Task<IReadOnlyList<long>> FindAsync(
        SqliteLog? log = null, string publisher = "harbour", string agency = "", int hours = 36, int limit = 10) =>
        (log ?? _log).WriteAsync(transaction => transaction.FindCandidates(
            publisher, agency, transaction.Now.AddHours(-hours), limit), Cancel);

    Task<long> FileAsync(
        string story, int number, Cause? cause = null, string agency = "", string publisher = "harbour") =>
        _log.AppendAsync(Entry(story, number, cause, agency, publisher), _bytes);

    static LogEntry.TakeFiled Entry(
        string story, int number, Cause? cause = null, string agency = "", string publisher = "harbour")
    {
        var entry = LogFolder.Filed(story, number, _bytes, publisher: publisher);
        return entry with
        {
            Filed = entry.Filed with
            {
                Cause = cause ?? entry.Filed.Cause,
                Take = entry.Filed.Take with { Dateline = new Dateline { Text = "", Agency = agency } },
            },
        };
    }
}
