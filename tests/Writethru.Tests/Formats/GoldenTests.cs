using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Writethru.Copy.Json;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

/// <summary>
/// Every <c>tests/golden/FORMAT/CASE.in</c> is read as <c>CASE.json</c> says; <c>ACCEPT=1</c> rewrites the latter.
/// </summary>
public class GoldenTests
{
    static readonly JsonWriterOptions _pretty =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var format in WireFormats.All)
        {
            foreach (var file in Directory.GetFiles(RepoFiles.Golden(format.Name), "*.in")
                .Order(StringComparer.Ordinal))
                cases.Add(format.Name, Path.GetFileNameWithoutExtension(file));
        }
        return cases;
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_golden_file_is_read_as_its_expectation_says(string format, string name)
    {
        var bytes = File.ReadAllBytes(RepoFiles.Golden(format, name + ".in"));
        var expectation = RepoFiles.Golden(format, name + ".json");

        var found = Print(WireFormats.Find(format)!.Read(bytes, ReadOptions.Default));

        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
            File.WriteAllText(expectation, found);
        Assert.Equal(File.ReadAllText(expectation), found);
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_golden_file_is_recognised(string format, string name)
    {
        var bytes = File.ReadAllBytes(RepoFiles.Golden(format, name + ".in"));

        var result = WireFormats.Find(format)!.Read(bytes, ReadOptions.Default);
        if (result.TryGetTake(out _))
            Assert.Equal(result.Format, WireFormats.Recognise(bytes)?.Name);
    }

    [Theory, MemberData(nameof(Cases))]
    public void What_a_golden_file_holds_survives_every_writer_but_for_its_omissions(string format, string name)
    {
        var bytes = File.ReadAllBytes(RepoFiles.Golden(format, name + ".in"));
        if (!WireFormats.Find(format)!.Read(bytes, ReadOptions.Default).TryGetTake(out var take))
            return;

        foreach (var writer in WireFormats.All)
            RoundTrip.AssertHolds(writer, take);
    }

    static void WriteWithoutCopy(Utf8JsonWriter json, ReadResult result)
    {
        json.WriteStartArray("withoutCopy");
        foreach (var item in result.WithoutCopy)
        {
            json.WriteStartObject();
            json.WriteString("kind", item.Kind);
            json.WriteString("senderId", item.SenderId);
            json.WriteString("title", item.Title);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static string Print(ReadResult result)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, _pretty))
        {
            json.WriteStartObject();
            json.WriteString("format", result.Format);
            json.WriteString("encoding", result.Encoding);
            json.WriteStartArray("takes");
            foreach (var take in result.Takes)
                CanonicalJson.Write(json, take);
            json.WriteEndArray();
            if (!result.WithoutCopy.IsEmpty)
                WriteWithoutCopy(json, result);
            json.WriteStartArray("remarks");
            foreach (var remark in result.Remarks)
                LogEntryJson.WriteRemark(json, remark);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}
