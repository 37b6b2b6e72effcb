using System.Diagnostics;
using CsCheck;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

/// <summary>What our writer writes against IPTC's own 3.1 schema, as Ajv reads it.</summary>
public class NinjsSchemaTests
{
    static readonly string[] _mustFail =
    [
        "{}",
        """{"uri":"urn:a:b","pubstatus":"usable"}""",
        """{"uri":"urn:a:b","version":3}""",
        """{"uri":"urn:a:b","pubStatus":"killed"}""",
        """{"uri":"urn:a:b","embargoedUntil":"tomorrow"}""",
        """{"uri":"urn:a:b","associations":[{"name":"p","uri":"urn:a:c","caption":"x"}]}""",
    ];

    [Fact]
    public async Task The_checker_rejects_what_the_schema_forbids()
    {
        var verdicts = await CheckAsync(_mustFail);

        Assert.Equal(_mustFail.Length, verdicts.Count);
        Assert.DoesNotContain("valid", verdicts);
    }

    [Fact]
    public async Task Whatever_is_written_is_valid()
    {
        var ninjs = WireFormats.Find("ninjs")!;
        var texts = new List<string>();
        Takes.Any.Sample(take =>
        {
            lock (texts)
                texts.Add(RoundTrip.Write(ninjs, RoundTrip.File(take), out _));
        }, iter: 500);
        texts.AddRange(GoldenTakes().Select(take => RoundTrip.Write(ninjs, RoundTrip.File(take), out _)));
        texts.Add(RoundTrip.Write(ninjs, KillNotice.Of(RoundTrip.File(new Take(), Cause.Kill, 2), "FERRY"), out _));

        var verdicts = await CheckAsync(texts);

        Assert.Equal(texts.Count, verdicts.Count);
        Assert.All(verdicts, verdict => Assert.Equal("valid", verdict));
    }

    static IEnumerable<Take> GoldenTakes() =>
        from format in WireFormats.All
        from file in Directory.GetFiles(RepoFiles.Golden(format.Name), "*.in")
        from take in format.Read(File.ReadAllBytes(file), ReadOptions.Default).Takes
        select take;

    static async Task<List<string>> CheckAsync(IEnumerable<string> texts)
    {
        var schema = RepoFiles.SharedOrSkip("corpus", "ninjs", "schemas", "ninjs-schema_3.1.json");
        var geojson = RepoFiles.SharedOrSkip("corpus", "ninjs", "schemas", "GeoJSON-schema.json");
        var folder = Path.Combine(RepoFiles.Root, "tests", "ninjs-schema");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules")), "needs npm ci in tests/ninjs-schema");
        using var node = Process.Start(new ProcessStartInfo("node", ["check.mjs", schema, geojson])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var reading = node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (var text in texts)
            await node.StandardInput.WriteLineAsync(text);
        node.StandardInput.Close();
        var verdicts = await reading;
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, node.ExitCode);
        return [.. verdicts.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
