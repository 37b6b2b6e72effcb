using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Xml;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Bench;

/// <summary>
/// How fast each format is read and written, beside the plainest loop over the same bytes: Utf8JsonReader over all
/// tokens for JSON, XmlReader over all nodes for XML, decoding for the rest. Reader and limit take turns, so that both
/// meet the same machine; the medians of the rounds are printed.
/// </summary>
static class FormatsBench
{
    const int Rounds = 7, BytesARound = 4 * 1024 * 1024;

    /// <summary>
    /// Prints a line a format over its golden files; with folders, another over their files of that format.
    /// </summary>
    public static int Print(string golden, string[] corpora, TextWriter output)
    {
        output.WriteLine("| format, bytes | files | read MB/s | limit MB/s | ratio | read B/B | limit B/B "
            + "| write MB/s | write B/B |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var format in WireFormats.All)
        {
            var folder = Path.Combine(golden, format.Name);
            if (Directory.Exists(folder))
                Print(format, "golden", Load(format, Directory.GetFiles(folder, "*.in"), isNamed: true), output);
        }
        foreach (var corpus in corpora)
        {
            var files = Directory.GetFiles(corpus, "*", SearchOption.AllDirectories);
            foreach (var format in WireFormats.All)
                Print(format, Path.GetFileName(corpus.TrimEnd('/')), Load(format, files, isNamed: false), output);
        }
        return 0;
    }

    static void Print(IWireFormat format, string what, List<Sample> samples, TextWriter output)
    {
        if (samples.Count == 0)
            return;
        var times = 1 + (BytesARound / samples.Sum(sample => sample.Bytes.Length));
        var limit = LimitOf(format);
        List<Measure> read = [], beside = [], written = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var one = Run(samples, times, sample => Read(format, sample));
            var other = Run(samples, times, sample => limit(sample.Bytes));
            var third = Run(samples, times, sample => Write(format, sample));
            if (round == 0)
                continue; // the first only warms up
            read.Add(one);
            beside.Add(other);
            written.Add(third);
        }
        var ratio = Median(read.Zip(beside, (mine, its) => mine.Speed / its.Speed));
        output.WriteLine(FormattableString.Invariant($"| {format.Name}, {what} | {samples.Count} | {Speed(read):F0} | ")
            + FormattableString.Invariant(
                $"{Speed(beside):F0} | {ratio:F2} | {Garbage(read):F1} | {Garbage(beside):F1} ")
            + FormattableString.Invariant($"| {Speed(written):F0} | {Garbage(written):F1} |"));
    }

    /// <summary>The files that are this format's, hold takes, and can be read by the limit as well.</summary>
    static List<Sample> Load(IWireFormat format, IEnumerable<string> files, bool isNamed)
    {
        List<Sample> samples = [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(file);
            if (!isNamed && WireFormats.Recognise(bytes) != format)
                continue;
            var takes = format.Read(bytes, ReadOptions.Default).Takes;
            if (takes.IsEmpty || !IsWellFormed(format, bytes))
                continue;
            samples.Add(new Sample(bytes, [.. takes.Select(take => new FiledTake
            {
                Story = new StoryId("story"),
                Number = 1,
                Cause = Cause.First,
                FiledAt = DateTimeOffset.UnixEpoch,
                Take = take,
            })]));
        }
        return samples;
    }

    static bool IsWellFormed(IWireFormat format, byte[] bytes)
    {
        try
        {
            LimitOf(format)(bytes);
            return true;
        }
        catch (Exception broken) when (broken is JsonException or XmlException)
        {
            return false;
        }
    }

    static Func<byte[], int> LimitOf(IWireFormat format) =>
        format.MediaType.Contains("json", StringComparison.Ordinal) ? ReadJson
        : format.MediaType.Contains("xml", StringComparison.Ordinal) ? ReadXml
        : Decode;

    static int Read(IWireFormat format, Sample sample)
    {
        format.Read(sample.Bytes, ReadOptions.Default);
        return sample.Bytes.Length;
    }

    static int Write(IWireFormat format, Sample sample)
    {
        var written = 0;
        foreach (var take in sample.Takes)
        {
            var output = new ArrayBufferWriter<byte>(4096);
            format.Write(take, null, Channel.Default, output);
            written += output.WrittenCount;
        }
        return written;
    }

    static int ReadJson(byte[] bytes)
    {
        var json = new Utf8JsonReader(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes);
        while (json.Read())
        {
        }
        return bytes.Length;
    }

    static int ReadXml(byte[] bytes)
    {
        using var xml = XmlReader.Create(new MemoryStream(bytes, writable: false), _xml);
        while (xml.Read())
        {
        }
        return bytes.Length;
    }

    static int Decode(byte[] bytes) => Encoding.UTF8.GetString(bytes).Length >= 0 ? bytes.Length : 0;

    static readonly XmlReaderSettings _xml = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
    };

    static Measure Run(List<Sample> samples, int times, Func<Sample, int> work)
    {
        GC.Collect();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var bytes = 0L;
        for (var i = 0; i < times; i++)
        {
            foreach (var sample in samples)
                bytes += work(sample);
        }
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var garbage = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return new Measure(bytes / seconds / 1e6, (double)garbage / bytes);
    }

    static double Speed(List<Measure> measures) => Median(measures.Select(measure => measure.Speed));

    static double Garbage(List<Measure> measures) => Median(measures.Select(measure => measure.Garbage));

    static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <param name="Bytes">As received.</param>
    /// <param name="Takes">What is read from them, in a place.</param>
    sealed record Sample(byte[] Bytes, List<FiledTake> Takes);

    /// <param name="Speed">MB a second of what was read or written.</param>
    /// <param name="Garbage">Bytes allocated for a byte of it.</param>
    readonly record struct Measure(double Speed, double Garbage);
}
