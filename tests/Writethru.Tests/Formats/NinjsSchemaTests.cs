using System.Diagnostics;
using CsCheck;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

/// <summary>What our writer writes against IPTC's own schema of its version, as Ajv reads it.</summary>
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

    static readonly string[] _mustFail2 =
    [
        "{}",
        """{"uri":"urn:a:b","pubStatus":"usable"}""",
        """{"uri":"urn:a:b","version":3}""",
        """{"uri":"urn:a:b","pubstatus":"killed"}""",
        """{"uri":"urn:a:b","embargoed":"tomorrow"}""",
        """{"uri":"urn:a:b","associations":[{"name":"p","uri":"urn:a:c","rel":"x"}]}""",
    ];

    [Theory]
    [InlineData("3.1")]
    [InlineData("2.1")]
    public async Task The_checker_rejects_what_the_schema_forbids(string version)
    {
        var texts = version == "3.1" ? _mustFail : _mustFail2;

        var verdicts = await CheckAsync(version, texts);

        Assert.Equal(texts.Length, verdicts.Count);
        Assert.DoesNotContain("valid", verdicts);
    }

    [Theory]
    [InlineData("ninjs", "3.1")]
    [InlineData("ninjs2", "2.1")]
    public async Task Whatever_is_written_is_valid(string name, string version)
    {
        var ninjs = WireFormats.Find(name)!;
        var texts = new List<string>();
        Takes.Any.Sample(take => Add(RoundTrip.File(take)), iter: 500);
        RichTakes.Any.Sample(take => Add(RoundTrip.File(take, Cause.Correction, 3)), iter: 500);
        RichTakes.Pictures.Sample(take => Add(RoundTrip.File(take)), iter: 300);
        PolicyWritingTests.Any.Sample(any => Add(RoundTrip.File(any.Take), any.Reading), iter: 300);
        foreach (var take in GoldenTakes())
            Add(RoundTrip.File(take));
        Add(KillNotice.Of(RoundTrip.File(new Take(), Cause.Kill, 2), "FERRY"));

        var verdicts = await CheckAsync(version, texts);

        Assert.Equal(texts.Count, verdicts.Count);
        Assert.All(verdicts, verdict => Assert.Equal("valid", verdict));

        void Add(FiledTake filed, TakeReading? reading = null)
        {
            lock (texts)
                texts.Add(RoundTrip.Write(ninjs, filed, out _, reading));
        }
    }

    static IEnumerable<Take> GoldenTakes() =>
        from format in WireFormats.All
        from file in Directory.GetFiles(RepoFiles.Golden(format.Name), "*.in")
        from take in format.Read(File.ReadAllBytes(file), ReadOptions.Default).Takes
        select take;

    static async Task<List<string>> CheckAsync(string version, IEnumerable<string> texts)
    {
        var schema = RepoFiles.SharedOrSkip("corpus", "ninjs", "schemas", $"ninjs-schema_{version}.json");
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
