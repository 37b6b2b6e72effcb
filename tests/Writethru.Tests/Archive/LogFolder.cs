using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Writethru.Archive;
using Writethru.Archive.Disk;
using Writethru.Archive.Sqlite;
using Writethru.Copy;

namespace Writethru.Tests.Archive;

/// <summary>A data folder of its own, removed at the end, and what tests put into it.</summary>
sealed class LogFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("writethru-log-").FullName;

    public string Database => System.IO.Path.Combine(Path, "wire.db");

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2031, 5, 17, 9, 30, 0, TimeSpan.Zero));

    public SqliteLog Open(int blobThreshold = 256 * 1024, TimeProvider? clock = null) => SqliteLog.Open(
        new ArchiveOptions { Folder = Path, BlobThreshold = blobThreshold }, clock ?? Clock, NullLogger<SqliteLog>.Instance);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public static LogEntry.TakeFiled Filed(string story, int number, byte[]? received = null, string senderId = "",
        string senderVersion = "", string key = "", string publisher = "harbour") => new()
        {
            Filed = new FiledTake
            {
                Story = new StoryId(story),
                Number = number,
                Cause = number == 1 ? Cause.First : Cause.Development,
                FiledAt = new DateTimeOffset(2031, 5, 17, 9, 30, 0, TimeSpan.Zero),
                Take = new Take
                {
                    Headline = $"Ferry to Skerrow resumes, take {number}",
                    SenderId = senderId,
                    SenderVersion = senderVersion,
                    Body = [new Paragraph("The ferry to Skerrow sailed again on Saturday, the harbour office said.")],
                },
            },
            Received = received is null ? null : ReceivedOf(received, key, publisher),
        };

    public static LogEntry.ItemRefused Refused(byte[] received, string key = "", string publisher = "harbour") => new()
    {
        Received = ReceivedOf(received, key, publisher),
        Remarks = [new Remark("READ-001", Severity.Error, 0, 0, 0, "Not recognised.")],
    };

    public static TakeReading Reading(string country) => new()
    {
        Terms = new TermsReading
        {
            Rules = [new UsageRule { Kind = UsageKinds.Territory, Allow = [country], Span = new TextSpan(0, 4) }],
        },
        PictureTerms = ImmutableArray<TermsReading?>.Empty,
    };

    static Received ReceivedOf(byte[] bytes, string key, string publisher) => new()
    {
        Publisher = publisher,
        Sha256 = BlobStore.NameOf(bytes),
        Length = bytes.Length,
        Format = "plainwire",
        IdempotencyKey = key,
        RequestHash = BlobStore.NameOf(bytes),
    };
}

static class LogWrites
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Adds one entry and waits until it is durable.</summary>
    public static Task<long> AppendAsync(this SqliteLog log, LogEntry entry, byte[]? received = null,
        TakeReading? reading = null, int readerVersion = 0) =>
        log.WriteAsync(transaction => transaction.Append(entry, received, reading, readerVersion), Cancel);

    /// <summary>What a task that is already under way fails with.</summary>
    public static Task<T> FailsWithAsync<T>(this Task work) where T : Exception =>
        Assert.ThrowsAsync<T>(() => work.WaitAsync(Cancel));

    /// <summary>Files a story's next take, whichever it is, and returns its number.</summary>
    public static int FileNext(this LogTransaction transaction, string story)
    {
        var number = (transaction.LastTake(new StoryId(story))?.Number ?? 0) + 1;
        transaction.Append(LogFolder.Filed(story, number));
        return number;
    }

    /// <summary>Keeps the writer busy until the returned action is called, so that works queue behind it.</summary>
    public static Action BlockWriter(this SqliteLog log)
    {
        var begun = new ManualResetEventSlim();
        var gate = new ManualResetEventSlim();
        _ = log.WriteAsync(_ =>
        {
            begun.Set();
            return gate.Wait(TimeSpan.FromSeconds(30), Cancel);
        }, Cancel);
        begun.Wait(Cancel);
        return gate.Set;
    }
}
