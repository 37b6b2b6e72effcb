using System.Text;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Copy.Datelines;
using Writethru.Copy.Json;
using Writethru.Reading.Advisories;
using Writethru.Reading.Datelines;
using Writethru.Rights.Licence;

namespace Writethru.App.Cli;

/// <summary><c>read --as</c>: bare datelines, usage terms or advisories, one a line, as JSON Lines.</summary>
static class BareLines
{
    const int MaxBytes = 64 * 1024 * 1024;

    public static async Task<int> RunAsync(string[] names, string kind, DateTimeOffset? received,
        CancellationToken cancel)
    {
        await using var output = Console.OpenStandardOutput();
        foreach (var name in InputFiles.Expand(names))
        {
            using var lines = new StringReader(
                Encoding.UTF8.GetString(await InputFiles.ReadAsync(name, MaxBytes, cancel)));
            while (await lines.ReadLineAsync(cancel) is { } line)
            {
                if (!string.IsNullOrWhiteSpace(line))
                    Write(output, line, kind, received);
            }
        }
        return CommandLine.Done;
    }

    static void Write(Stream output, string line, string kind, DateTimeOffset? received)
    {
        using (var json = new Utf8JsonWriter(output, CanonicalJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("raw", line);
            if (kind == "dateline")
                WriteDateline(json, line, received);
            else if (kind == "advisory")
                WriteAdvisory(json, line);
            else
                WriteTerms(json, line, received);
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    static void WriteDateline(Utf8JsonWriter json, string line, DateTimeOffset? received)
    {
        var dateline = DatelineGrammar.Find(line)?.Dateline;
        var located = DatelineReader.Locate(new Take { Dateline = dateline }, received);
        json.WritePropertyName("dateline");
        CanonicalJson.WriteDatelineValue(json, dateline, located);
    }

    static void WriteAdvisory(Utf8JsonWriter json, string line)
    {
        json.WritePropertyName("advisory");
        AdvisoryJson.Write(json, AdvisoryReader.Read(line));
    }

    static void WriteTerms(Utf8JsonWriter json, string line, DateTimeOffset? received)
    {
        json.WritePropertyName("usageTerms");
        CanonicalJson.WriteTermsValue(json, new UsageTerms(line), LicenceLine.Read(line, received));
    }
}
