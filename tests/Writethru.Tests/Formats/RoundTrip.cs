using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Writethru.Copy;
using Writethru.Formats;

namespace Writethru.Tests.Formats;

/// <summary>
/// Writes a take, reads it back, and compares all but the listed omissions and what a writer adds by design.
/// </summary>
static class RoundTrip
{
    public static FiledTake File(Take take, Cause cause = Cause.First, int number = 1) => new()
    {
        Story = new StoryId("story-1"),
        Number = number,
        Cause = cause,
        FiledAt = new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero),
        Take = take,
    };

    public static string Write(IWireFormat format, FiledTake filed, out ImmutableArray<Omission> omissions)
    {
        var output = new ArrayBufferWriter<byte>();
        omissions = format.Write(filed, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static void AssertHolds(IWireFormat format, Take take)
    {
        var text = Write(format, File(take), out var omissions);
        var back = format.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default).TakeOrThrow();

        Assert.Equal(
            Encoding.UTF8.GetString(
                CanonicalJson.ToUtf8(Without(take, omissions) with { Extras = WithoutExtras(take, omissions) })),
            Encoding.UTF8.GetString(CanonicalJson.ToUtf8(Without(Received(format, back), omissions))));
    }

    /// <summary>ninjs names every item: what comes back bears our identity and our instant.</summary>
    static Take Received(IWireFormat format, Take back) => format.Name != "ninjs" ? back : back with
    {
        SenderId = back.SenderId == "urn:writethru:story-1" ? "" : back.SenderId,
        SenderVersion = back.SenderVersion == "1" ? "" : back.SenderVersion,
        Extras = back.Extras.RemoveAll(extra => extra.Name == "versionCreated"),
    };

    static Take Without(Take take, ImmutableArray<Omission> omissions)
    {
        return take with
        {
            SenderId = omissions.Any(o => o.Field == "senderId") ? "" : take.SenderId,
            SenderVersion = omissions.Any(o => o.Field == "senderVersion") ? "" : take.SenderVersion,
            Dateline = omissions.Any(o => o.Field == "dateline") && take.Dateline is { } dateline
                ? new Dateline { Text = dateline.Text }
                : take.Dateline,
        };
    }

    static ImmutableArray<Extra> WithoutExtras(Take take, ImmutableArray<Omission> omissions) =>
        [.. take.Extras.Where((_, i) => omissions.All(o => o.Field != $"extras[{i}]"))];
}
