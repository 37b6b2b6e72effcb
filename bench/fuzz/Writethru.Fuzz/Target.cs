using System.Buffers;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Fuzz;

/// <summary>What one input is put through. Whatever throws is a finding.</summary>
static class Target
{
    /// <summary>
    /// Reads the bytes, leniently and held against the standard; what is read is written in every format, because copy
    /// that came from damaged bytes goes out like any other.
    /// </summary>
    /// <param name="format">Name of a format; <c>all</c>: the recogniser, and then every format.</param>
    /// <param name="bytes">The input.</param>
    public static void Run(string format, ReadOnlySpan<byte> bytes)
    {
        if (format != "all")
        {
            Read(WireFormats.Find(format)
                ?? throw new ArgumentException($"No format '{format}'.", nameof(format)), bytes);
            return;
        }
        Check("the recogniser", WireFormats.Read(bytes, ReadOptions.Default));
        foreach (var each in WireFormats.All)
            Read(each, bytes);
    }

    static void Read(IWireFormat format, ReadOnlySpan<byte> bytes)
    {
        var result = format.Read(bytes, ReadOptions.Default);
        Check(format.Name, result);
        Check(format.Name, format.Read(bytes, ReadOptions.Default with { IsStrict = true }));
        foreach (var take in result.Takes.Take(3))
        {
            var filed = new FiledTake
            {
                Story = new StoryId("story"),
                Number = 2,
                Cause = Cause.Correction,
                FiledAt = DateTimeOffset.UnixEpoch,
                Take = take,
            };
            foreach (var writer in WireFormats.All)
                writer.Write(filed, null, Channel.Default, new ArrayBufferWriter<byte>());
        }
    }

    static void Check(string reader, ReadResult result)
    {
        if (result.Takes.IsEmpty && result.WithoutCopy.IsEmpty
            && !result.Remarks.Any(remark => remark.Severity == Severity.Error))
            throw new InvalidOperationException($"{reader} made nothing of the input and does not say why.");
    }
}
