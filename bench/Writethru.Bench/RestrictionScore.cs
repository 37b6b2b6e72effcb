using System.Globalization;
using System.Text;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Rights.Licence;

namespace Writethru.Bench;

/// <summary>
/// How much of what real lines allow, deny and credit is read, key by key, through the reader of plain copy where the
/// line is a caption.
/// </summary>
static class RestrictionScore
{
    /// <summary>A dispatch in which the line is what the reader has to place.</summary>
    const string Copy = "Harbour reopens\n\nPORT ELLERY, Nov. 24 (EXW) -- The harbour was opened again on Tuesday, its "
        + "master said in a statement.\n\nShips had waited for three days.\n\n";

    /// <summary>A caption below which a line stands that is none itself.</summary>
    const string Caption = "A ship leaves the harbour of Port Ellery on Nov. 24, 2026.";

    static readonly IWireFormat _format = WireFormats.All.Single(format => format.Name == "plainwire");

    static readonly (string Key, double Goal)[] _goals =
    [
        ("territory", 0.95), ("redistribution", 0.95), ("sale", 0.95), ("archive", 0.95), ("embargo", 0.95),
        ("credit", 0.9), ("source", 0.9), ("use", 0), ("commercial", 0), ("modification", 0), ("clients", 0),
        ("handout", 0), ("pool", 0), ("filePhoto", 0), ("mandatoryCredit", 0),
    ];

    /// <summary>What keeps a picture from somebody; missing one of these delivers it to who may not have it.</summary>
    static readonly string[] _denials =
    [
        "territory", "redistribution", "sale", "archive", "embargo", "use", "commercial", "clients", "limits",
        "otherUses",
    ];

    /// <summary>
    /// Prints what was not read, and the recall of each key; 0 when all goals are met and no denial is missed.
    /// </summary>
    /// <param name="file">Tab-separated: the line, the gold JSON; the first row names the columns.</param>
    /// <param name="output">Where to.</param>
    public static int Print(string file, TextWriter output)
    {
        var counts = _goals.ToDictionary(goal => goal.Key, _ => (Right: 0, Denied: 0, Total: 0));
        var missed = 0;
        foreach (var row in File.ReadLines(file).Skip(1))
        {
            var columns = row.Split('\t');
            using var gold = JsonDocument.Parse(columns[1]);
            var line = Line.Of(columns[0]);
            foreach (var property in gold.RootElement.EnumerateObject())
            {
                var isRead = line.Has(property.Name, property.Value);
                if (_denials.Contains(property.Name) && IsDenial(property.Value) && !isRead && line.IsUnderstood)
                {
                    missed++;
                    output.WriteLine($"MISSED {property.Name}: {columns[0]}");
                }
                if (!counts.TryGetValue(property.Name, out var count) || property.Value.ValueKind == JsonValueKind.Null)
                    continue;
                counts[property.Name] = (count.Right + (isRead ? 1 : 0),
                    count.Denied + (!isRead && !line.IsUnderstood ? 1 : 0), count.Total + 1);
                if (!isRead)
                    output.WriteLine($"not read, {(line.IsUnderstood ? "understood" : "denies")}: "
                        + $"{property.Name} {property.Value} in {columns[0]}");
            }
        }
        var isMet = true;
        output.WriteLine("\n| key | read | recall | goal | not read, but denies |\n|---|---|---|---|---|");
        foreach (var (key, goal) in _goals)
        {
            var (right, denied, total) = counts[key];
            var recall = total == 0 ? 1 : (double)right / total;
            isMet &= recall >= goal;
            var wanted = goal > 0 ? goal.ToString(CultureInfo.InvariantCulture) : "";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {key} | {right}/{total} | {recall:F3} | {wanted} | {denied} |"));
        }
        output.WriteLine($"\nmissed denials: {missed}");
        return missed == 0 && isMet ? 0 : 1;
    }

    static bool IsDenial(JsonElement value) => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > 0;

    /// <summary>What was read from one line.</summary>
    sealed record Line(string Credit, string Source, TermsReading? Terms)
    {
        public bool IsUnderstood => Terms is null or { IsUnderstood: true };

        public static Line Of(string raw)
        {
            if (PictureOf(Copy + raw + "\n") is { Caption.Length: > 0 } picture)
                return Of(picture, picture.UsageTerms?.Text);
            return Of(PictureOf(Copy + Caption + " " + raw + "\n"), raw);
        }

        static Line Of(Picture? picture, string? terms) => new(picture?.Credit ?? "", picture?.Source ?? "",
            terms is null ? null : LicenceLine.Read(terms));

        static Picture? PictureOf(string copy) => _format.Read(Encoding.UTF8.GetBytes(copy), ReadOptions.Default).Takes
            .SelectMany(take => take.Pictures).FirstOrDefault();

        public bool Has(string key, JsonElement gold) => key switch
        {
            "credit" => Credit == gold.GetString(),
            // A line in capitals prints the name in capitals.
            "source" => Source.Equals(gold.GetString(), StringComparison.OrdinalIgnoreCase),
            // Limits of many kinds, in the words of who wrote them down: that there is one must not be missed.
            "limits" => Has(UsageKinds.Medium),
            "territory" => Codes(gold, "allow").SetEquals(Codes(rule => rule.Allow))
                && Codes(gold, "deny").SetEquals(Codes(rule => rule.Deny)),
            "embargo" => Terms?.Rules.Any(rule =>
                rule.Kind == UsageKinds.Embargo && IsTime(rule, gold.GetString()!)) == true,
            "use" => Has(UsageKinds.Editorial),
            "clients" => Terms?.Rules.Any(rule =>
                gold.EnumerateArray().Any(name => rule.Allow.Contains(name.GetString()!))) == true,
            "mandatoryCredit" => Terms?.Rules.Any(rule =>
                rule.Kind == UsageKinds.MandatoryCredit && rule.Value == gold.GetString()) == true,
            _ => Has(key),
        };

        bool Has(string kind) => Terms?.Rules.Any(rule => rule.Kind == kind) == true;

        /// <summary>A gold time that is none, "next Sunday", counts as read when the embargo is.</summary>
        static bool IsTime(UsageRule rule, string gold) => rule.Value == gold
            || !gold.Contains(':') || gold.StartsWith(char.ToUpperInvariant(gold[0])) && char.IsLetter(gold[0]);

        HashSet<string> Codes(Func<UsageRule, IEnumerable<string>> list) =>
            [.. Terms?.Rules.Where(rule => rule.Kind == UsageKinds.Territory).SelectMany(list) ?? []];

        static HashSet<string> Codes(JsonElement territory, string name) =>
            territory.TryGetProperty(name, out var codes)
                ? [.. codes.EnumerateArray().Select(code => code.GetString()!)] : [];
    }
}
