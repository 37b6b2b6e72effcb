using System.Diagnostics;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Rights;

namespace Writethru.Bench;

/// <summary>
/// What the gate's answers about one take cost for 10,000 subscribers: each asked for itself, and one asked for all
/// whose contracts are equal, who get the same answer. Both take turns; the best rounds are printed, the least
/// disturbed by what else the machine does. Fails when the two ways do not agree for every subscriber.
/// </summary>
static class GateBench
{
    const int Rounds = 40, Subscribers = 10_000;

    static readonly StoryId _story = new("dispatch");

    static readonly string[] _countries =
        ["KR", "JP", "US", "GB", "DE", "FR", "ES", "IT", "CA-ON", "CA-QC", "AU", "NZ", "BR", "MX", "IN",
            "SG", "CH", "AT", "SE", "NO"];

    static readonly string[] _media = ["newspaper", "web", "tv", "radio", "magazine"];

    public static int Print(TextWriter output)
    {
        output.WriteLine("| contracts | each subscriber: µs a take | one a contract: µs a take | ns an answer |");
        output.WriteLine("|---|---|---|---|");
        foreach (var contracts in (int[])[20, 100, 500])
        {
            var gate = Gate(contracts);
            var groups = gate.Principals.All.GroupBy(ContractOf)
                .Select(group => group.Select(who => who.Name).ToArray()).ToArray();
            if (groups.Any(names => names.Any(name => Grant(gate, name) != Grant(gate, names[0]))))
            {
                output.WriteLine("Two subscribers of equal contracts were answered differently.");
                return 1;
            }
            var names = gate.Principals.All.Select(who => who.Name).ToArray();
            var firsts = groups.Select(group => group[0]).ToArray();
            List<double> each = [], grouped = [];
            for (var round = 0; round <= Rounds; round++)
            {
                var (one, two) = (Time(gate, names, 1), Time(gate, firsts, 50));
                if (round == 0)
                    continue; // the first only warms up
                each.Add(one);
                grouped.Add(two);
            }
            output.WriteLine(FormattableString.Invariant(
                $"| {groups.Length} | {each.Min():F0} | {grouped.Min():F1} | {each.Min() * 1000 / Subscribers:F0} |"));
        }
        return 0;
    }

    /// <summary>A dispatch with two pictures, the words of a real one, and subscribers of so many contracts.</summary>
    static GateSnapshot Gate(int contracts)
    {
        var at = new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);
        var terms = new UsageTerms("For Use Only in the Republic of Korea. No Redistribution");
        var take = new Take { Pictures = [new Picture { UsageTerms = terms }, new Picture { UsageTerms = terms }] };
        var random = new Random(5);
        var kinds = Enumerable.Range(0, contracts).Select(_ => AnyContract(random)).ToArray();
        var gate = GateSnapshot.Empty;
        for (var i = 0; i < Subscribers; i++)
            Append(new LogEntry.PrincipalChanged(
                kinds[i % contracts] with { Name = $"subscriber{i}", Keys = [new ApiKey { Hash = $"hash{i}" }] }));
        Append(new LogEntry.TakeFiled
        {
            Filed = new FiledTake { Story = _story, Number = 1, Cause = Cause.First, FiledAt = at, Take = take },
        }, TakeReader.Read(take, at));
        return gate;

        void Append(LogEntry entry, TakeReading? reading = null) => gate = gate.Apply(new LogRecord
        {
            Position = gate.Position + 1, At = at, Entry = entry, Reading = reading,
        });
    }

    /// <summary>One or two countries, one to three media, and what the contract is for.</summary>
    static Principal AnyContract(Random random) => new()
    {
        Name = "",
        Role = Role.Subscriber,
        Territories = [.. random.GetItems(_countries, random.Next(1, 3)).Distinct().Order()],
        Media = [.. random.GetItems(_media, random.Next(1, 4)).Distinct().Order()],
        Redistributes = random.Next(5) == 0,
        Archives = random.Next(3) == 0,
        IsCommercial = random.Next(10) == 0,
    };

    /// <summary>All of a subscriber that the answer about a take in the open depends on.</summary>
    static string ContractOf(Principal who) => string.Join('/', who.Role, string.Join(',', who.Territories),
        string.Join(',', who.Media), string.Join(',', who.ClientOf), who.Redistributes, who.Archives, who.IsCommercial,
        who.IsLapsed, who.GetsEmbargoed);

    static string Grant(GateSnapshot gate, string name) =>
        gate.Decide(name, _story, 1) is Decision.Deliver deliver ? deliver.Grant : "withheld";

    /// <summary>Microseconds for all names.</summary>
    static double Time(GateSnapshot gate, string[] names, int times)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
        {
            foreach (var name in names)
                gate.Decide(name, _story, 1);
        }
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / times;
    }
}
