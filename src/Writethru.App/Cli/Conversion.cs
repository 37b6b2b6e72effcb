using System.Buffers;
using System.Security.Cryptography;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Desk;
using Writethru.Formats;

namespace Writethru.App.Cli;

/// <summary>From which format into which, and how: one file at a time.</summary>
sealed record Conversion
{
    /// <summary>The format of what is read; null: recognised.</summary>
    public required IWireFormat? From { get; init; }

    public required IWireFormat To { get; init; }

    public required ReadOptions Options { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>Converts a file; a file that cannot be read is said among the losses and makes nothing.</summary>
    /// <param name="file">Where it is.</param>
    /// <param name="name">The name by which it is spoken of.</param>
    /// <param name="losses">Where what was lost is put.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Converted> RunAsync(string file, string name, Losses losses, CancellationToken cancel)
    {
        var result = await Reading.ReadAsync(file, From, Options, cancel);
        losses.Add(name, result);
        if (result.Takes.IsEmpty)
            return new Converted([], result.WithoutCopy.IsEmpty ? CommandLine.Wrong : CommandLine.No);
        List<ReadOnlyMemory<byte>> takes = [];
        foreach (var take in result.Takes)
        {
            var buffer = new ArrayBufferWriter<byte>();
            var reading = TakeReader.Read(take, received: null);
            var filed = Unfiled(MandatoryCredits.In(take, reading));
            losses.Add(name, takes.Count + 1, To, To.Write(filed, reading, Channel, buffer));
            takes.Add(buffer.WrittenMemory);
        }
        return new Converted(takes, CommandLine.Done);
    }

    /// <summary>
    /// Copy that is in no story yet. Its identity is that of its text, so that two of them are never taken for one; its
    /// instant is the sender's, so that the same copy is converted to the same bytes; the clock's where there is none.
    /// </summary>
    static FiledTake Unfiled(Take take) => new()
    {
        Story = new StoryId("unfiled-"
            + Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.ToUtf8(take)).AsSpan(0, 8))),
        Number = 1,
        Cause = CauseOf(take),
        FiledAt = take.VersionCreated?.At ?? take.FirstCreated?.At ?? WholeSecond(TimeProvider.System.GetUtcNow()),
        Take = take,
    };

    /// <summary>Formats differ in the fractions that they write.</summary>
    static DateTimeOffset WholeSecond(DateTimeOffset now) => now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>What the item says of itself: a correction stays one in the other format.</summary>
    static Cause CauseOf(Take take) => take switch
    {
        { Status: TakeStatus.Canceled } => Cause.Kill,
        { Signal: Signal.Correction } => Cause.Correction,
        { Signal: Signal.Update } => Cause.Development,
        { Signal: Signal.Refile or Signal.Repeat } => Cause.Refile,
        _ => Cause.First,
    };
}

/// <summary>What a file became.</summary>
/// <param name="Takes">The bytes of each of its takes.</param>
/// <param name="Exit">How the verb ends if nothing worse comes.</param>
sealed record Converted(IReadOnlyList<ReadOnlyMemory<byte>> Takes, int Exit);
