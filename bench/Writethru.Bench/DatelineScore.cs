using System.Text.Json;
using Writethru.Copy;
using Writethru.Copy.Datelines;

namespace Writethru.Bench;

/// <summary>
/// How many slots (places, region, date, agency) of real dateline lines are read as a person read them.
/// </summary>
static class DatelineScore
{
    static readonly string[] _slots = ["places", "region", "date", "agency"];

    /// <summary>Prints every slot that differs and the score; 0 when it is at least 0.97, else 1.</summary>
    /// <param name="file">Tab-separated: the line, the gold JSON; the first row names the columns.</param>
    /// <param name="output">Where to.</param>
    public static int Print(string file, TextWriter output)
    {
        var (right, total) = (0, 0);
        foreach (var row in File.ReadLines(file).Skip(1))
        {
            var columns = row.Split('\t');
            using var gold = JsonDocument.Parse(columns[1]);
            var found = DatelineGrammar.Find(columns[0])?.Dateline;
            foreach (var slot in _slots)
            {
                var (wanted, got) = (Gold(gold.RootElement, slot), Found(found, slot));
                total++;
                if (wanted == got)
                    right++;
                else
                    output.WriteLine($"{columns[0]}\t{slot}: expected '{wanted}', found '{got}'");
            }
        }
        var score = total == 0 ? 0 : (double)right / total;
        output.WriteLine($"dateline slots {right}/{total} = {score:F4} (target 0.97)");
        return score >= 0.97 ? 0 : 1;
    }

    static string Gold(JsonElement gold, string slot) =>
        !gold.TryGetProperty(slot, out var value) ? "" : value.ValueKind switch
        {
            JsonValueKind.Array => string.Join('/', value.EnumerateArray().Select(item => item.GetString())),
            JsonValueKind.String => value.GetString()!,
            _ => "",
        };

    static string Found(Dateline? dateline, string slot) => dateline is null ? "" : slot switch
    {
        "places" => string.Join('/', dateline.Places),
        "region" => dateline.Region,
        "date" => dateline.Date?.ToString() ?? "",
        _ => dateline.Agency,
    };
}
