using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

/// <summary>Damaged golden files: no reader throws, hangs, or makes nothing of them without saying why.</summary>
public class MutationTests
{
    const int Times = 10_000, Seeds = 4;

    /// <summary>Far beyond what any input takes: only a reader that does not end comes so far.</summary>
    static readonly TimeSpan _watchdog = TimeSpan.FromSeconds(30);

    public static TheoryData<string, int> Formats()
    {
        var data = new TheoryData<string, int>();
        foreach (var format in WireFormats.All)
        {
            for (var seed = 1; seed <= Seeds; seed++)
                data.Add(format.Name, seed);
        }
        return data;
    }

    [Theory, MemberData(nameof(Formats))]
    public async Task Ten_thousand_damaged_golden_files_of_a_format_are_read_or_refused_with_a_reason(
        string name, int seed)
    {
        var format = WireFormats.Find(name)!;
        var mutations = new Mutations(seed, Files(name));
        var last = Array.Empty<byte>();
        var (begun, done) = (0, false);

        var reading = Task.Factory.StartNew(() =>
        {
            for (var i = 0; i < Times / Seeds; i++)
            {
                last = mutations.Next();
                Volatile.Write(ref begun, i + 1);
                Check(format, last, $"{name}, seed {seed}, mutation {i + 1}");
            }
            Volatile.Write(ref done, true);
        }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        for (var seen = -1; await Task.WhenAny(reading, Task.Delay(_watchdog, Cancel)) != reading; seen = begun)
            Assert.True(seen != Volatile.Read(ref begun), $"{name}, seed {seed}: mutation {begun} does not end.");
        await reading;
        Assert.True(done);
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static void Check(IWireFormat format, byte[] bytes, string which)
    {
        ReadResult result;
        try
        {
            format.Recognise(bytes);
            result = format.Read(bytes, ReadOptions.Default);
        }
        catch (Exception thrown)
        {
            throw new InvalidOperationException($"{which}: {Convert.ToBase64String(bytes)}", thrown);
        }
        var saysWhy = result.Remarks.Any(remark => remark.Severity == Severity.Error)
            || (!result.WithoutCopy.IsEmpty && !result.Remarks.IsEmpty);
        if (result.Takes.IsEmpty && !saysWhy)
            Assert.Fail($"{which} made no take and no remark says why: {Convert.ToBase64String(bytes)}");
    }

    static byte[][] Files(string format) =>
        [.. Directory.GetFiles(RepoFiles.Golden(format), "*.in").Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes)];
}
