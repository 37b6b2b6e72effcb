using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Rights;

namespace Writethru.Tests.Rights;

/// <summary>Which changes of rights give something back, and since when the rights were narrower.</summary>
public class RightsHistoryTests
{
    /// <summary>
    /// Each word is what the subscriber is from that position on; the second text is where each gap begins.
    /// </summary>
    [Theory]
    [InlineData("KR", "")]
    [InlineData("KR KR", "")]
    [InlineData("KR lapsed", "")]
    [InlineData("KR lapsed KR", "3 since 2")]
    [InlineData("KR lapsed lapsed:JP JP", "4 since 2")]
    [InlineData("lapsed:KR KR", "")]
    [InlineData("lapsed:KR KR lapsed:KR KR", "4 since 3")]
    [InlineData("KR JP", "")]
    [InlineData("KR JP KR", "3 since 2")]
    [InlineData("KR KR,JP KR", "3 since 2")]
    [InlineData("KR KR,JP", "")]
    [InlineData("KR,JP KR", "")]
    [InlineData("KR - KR", "3 since 2")]
    [InlineData("- KR", "")]
    [InlineData("KR JP US KR", "3 since 2, 4 since 2")]
    [InlineData("KR JP KR JP", "3 since 2, 4 since 3")]
    [InlineData("KR lapsed JP KR", "3 since 2, 4 since 2")]
    [InlineData("KR KR+archives KR", "3 since 2")]
    [InlineData("KR+archives KR", "")]
    [InlineData("KR revoked KR", "")]
    public void What_comes_back_is_owed_since_it_went(string rights, string expected)
    {
        var gate = GateSnapshot.Empty;
        List<string> found = [];
        foreach (var (index, word) in rights.Split(' ').Index())
        {
            gate = gate.Apply(Changed(index + 1, Of(word)));
            if (gate.FindWidening("paper", index + 1) is { } widening)
                found.Add($"{widening.Position} since {widening.Since}");
        }

        Assert.Equal(expected, string.Join(", ", found));
    }

    [Fact]
    public void What_the_desk_says_is_owed_whatever_the_contract_was_before()
    {
        var gate = GateSnapshot.Empty.Apply(Changed(1, Of("KR"))).Apply(new LogRecord
        {
            Position = 2,
            At = DateTimeOffset.UnixEpoch,
            Entry = new LogEntry.PrincipalChanged(Of("JP")) { OwedAfter = 0 },
        });

        Assert.Equal((0, 0), (gate.FindWidening("paper", 2)!.Since, gate.FindWidening("paper", 2)!.Before.Length));
        Assert.Null(gate.FindWidening("other", 2));
    }

    [Theory]
    [InlineData("KR", null)]
    [InlineData("KR", 7L)]
    public void A_change_of_rights_reads_back_as_it_was_written(string rights, long? owedAfter)
    {
        var changed = new LogEntry.PrincipalChanged(Of(rights)) { OwedAfter = owedAfter };

        var read = Assert.IsType<LogEntry.PrincipalChanged>(LogEntryJson.Read(LogEntryJson.ToUtf8(changed)));

        Assert.Equal((owedAfter, "KR"), (read.OwedAfter, read.Principal.Territories[0]));
    }

    static LogRecord Changed(long position, Principal who) =>
        new() { Position = position, At = DateTimeOffset.UnixEpoch, Entry = new LogEntry.PrincipalChanged(who) };

    static Principal Of(string word) => new()
    {
        Name = "paper",
        Role = Role.Subscriber,
        IsLapsed = word.StartsWith("lapsed", StringComparison.Ordinal),
        IsRevoked = word == "revoked",
        Archives = word.EndsWith("+archives", StringComparison.Ordinal),
        Territories = word is "-" or "lapsed" or "revoked" ? word == "-" ? [] : ["KR"]
            : [.. word.Replace("lapsed:", "", StringComparison.Ordinal).Split('+')[0].Split(',')],
    };
}
