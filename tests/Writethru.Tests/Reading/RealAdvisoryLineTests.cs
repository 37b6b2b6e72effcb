using System.Text.Json;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Reading.Advisories;
using Writethru.Tests.Support;

namespace Writethru.Tests.Reading;

/// <summary>Notes as agencies sent them, against claims that a person wrote down.</summary>
public sealed class RealAdvisoryLineTests(ITestOutputHelper output)
{
    static readonly string[] _references = ["paras", "first", "last", "from", "fromEnd", "throughout"];

    [Fact]
    public void Claims_and_paragraphs_of_real_lines_are_read()
    {
        var (claims, paragraphs) = (new Score(), new Score());
        foreach (var line in File.ReadLines(RepoFiles.SharedOrSkip("reading", "advisories.tsv")).Skip(1))
        {
            var fields = line.Split('\t');
            var expected = JsonElement.Parse(fields[2]).GetProperty("claims");
            var read = Json(AdvisoryReader.Read(fields[1])).GetProperty("claims");
            claims.Add(Keys(expected, withTarget: true), Keys(read, withTarget: true));
            paragraphs.Add(Keys(expected, withTarget: false), Keys(read, withTarget: false));
        }
        output.WriteLine($"claims F1 {claims.F1:0.000}, references F1 {paragraphs.F1:0.000}");

        Assert.True(claims.F1 >= 0.88, $"claims {claims.F1:0.000}");
        Assert.True(paragraphs.F1 >= 0.96, $"references {paragraphs.F1:0.000}");
    }

    static JsonElement Json(AdvisoryReading reading)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            AdvisoryJson.Write(json, reading);
        return JsonElement.Parse(stream.ToArray());
    }

    static List<string> Keys(JsonElement claims, bool withTarget) =>
    [
        .. from claim in claims.EnumerateArray()
           let place = string.Concat(_references.Where(key => claim.TryGetProperty(key, out _))
               .Select(
                   key => $" {key} {claim.GetProperty(key).GetRawText().Replace(" ", "", StringComparison.Ordinal)}"))
           where withTarget || place.Length > 0
           select claim.GetProperty("action").GetString()
               + (withTarget ? " " + claim.GetProperty("target").GetString() : "") + place,
    ];

    sealed class Score
    {
        int _right, _expected, _read;

        public double F1 => 2.0 * _right / (_expected + _read);

        public void Add(List<string> expected, List<string> read)
        {
            (_expected, _read) = (_expected + expected.Count, _read + read.Count);
            foreach (var key in read)
            {
                if (expected.Remove(key))
                    _right++;
            }
        }
    }
}
