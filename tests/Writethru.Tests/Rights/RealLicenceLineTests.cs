using System.Text.Json;
using Writethru.Copy;
using Writethru.Rights.Licence;
using Writethru.Tests.Support;

namespace Writethru.Tests.Rights;

/// <summary>Lines as agencies print them: no denial may be missed.</summary>
public sealed class RealLicenceLineTests(ITestOutputHelper output)
{
    [Fact]
    public void No_denial_of_a_real_line_is_missed()
    {
        int read = 0, denied = 0, missed = 0;
        foreach (var line in File.ReadLines(RepoFiles.SharedOrSkip("reading", "restrictions.tsv")).Skip(1))
        {
            var fields = line.Split('\t');
            using var gold = JsonDocument.Parse(fields[1]);
            var expected = Expected(gold.RootElement);
            if (expected.Count == 0)
                continue;
            var reading = LicenceLine.Read(TermsOf(fields[0]));
            var isRead = expected.IsSubsetOf(reading.Rules.SelectMany(Found));
            if (isRead)
                read++;
            else if (!reading.IsUnderstood)
                denied++;
            else
                missed++;
            output.WriteLine($"{(isRead ? "read" : "not read")}, understood: {reading.IsUnderstood}: {fields[0]}");
        }
        output.WriteLine($"read {read}, denied because unclear {denied}, missed {missed}");

        Assert.Equal(0, missed);
        Assert.True(read >= 6, $"{read} lines were read; the grammar knows the forms of six.");
    }

    /// <summary>The usage terms of a line: of a caption, the bracket before the credit; else the whole line.</summary>
    static string TermsOf(string raw)
    {
        var open = raw.IndexOf("(For ", StringComparison.Ordinal);
        return open < 0 ? raw : raw[(open + 1)..raw.IndexOf(')', open)];
    }

    static IEnumerable<string> Found(UsageRule rule) => rule.Kind == UsageKinds.Territory
        ? [.. rule.Allow.Select(code => "+" + code), .. rule.Deny.Select(code => "-" + code)]
        : [rule.Kind];

    static HashSet<string> Expected(JsonElement gold)
    {
        var expected = new HashSet<string>();
        if (gold.TryGetProperty("territory", out var territory))
        {
            if (territory.TryGetProperty("allow", out var allow))
                expected.UnionWith(allow.EnumerateArray().Select(code => $"+{code}"));
            if (territory.TryGetProperty("deny", out var deny))
                expected.UnionWith(deny.EnumerateArray().Select(code => $"-{code}"));
        }
        if (gold.TryGetProperty("redistribution", out _))
            expected.Add(UsageKinds.Redistribution);
        if (gold.TryGetProperty("sale", out _))
            expected.Add(UsageKinds.Sale);
        return expected;
    }
}
