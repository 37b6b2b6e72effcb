using System.Text.RegularExpressions;
using CsCheck;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Desk;
using Writethru.Desk.Linking;
using Writethru.Rights;
using Writethru.Tests.Support;

namespace Writethru.Tests.House;

/// <summary>
/// A new kind of log entry does not compile without saying what it is about; here it fails until samples, the log's JSON
/// and every fold know it.
/// </summary>
public partial class EntryKindTests
{
    /// <summary>The constructor of the choice is private, so all its kinds are nested in it.</summary>
    static readonly Type[] _kinds = [.. typeof(LogEntry).GetNestedTypes().Where(typeof(LogEntry).IsAssignableFrom)];

    static readonly Dictionary<Type, LogEntry> _samples =
        AnyTake.Entry.Array[1000].Single().DistinctBy(entry => entry.GetType()).ToDictionary(entry => entry.GetType());

    public static TheoryData<string> Kinds => [.. _kinds.Select(kind => kind.Name)];

    [Fact]
    public void The_samples_are_of_every_kind() => Assert.Equal(
        _kinds.Select(kind => kind.Name).Order(), _samples.Keys.Select(kind => kind.Name).Order());

    [Theory, MemberData(nameof(Kinds))]
    public void The_word_of_a_kind_is_its_name_and_its_sample_reads_back(string kind)
    {
        var entry = Sample(kind);

        var back = LogEntryJson.Read(LogEntryJson.ToUtf8(entry));

        Assert.Equal(kind, string.Concat(entry.Kind[..1].ToUpperInvariant(), entry.Kind[1..]));
        Assert.Equal(entry.GetType(), back.GetType());
        Assert.Equal((entry.Subject, entry.Source), (back.Subject, back.Source));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Every_fold_knows_the_kind(string kind)
    {
        var record = new LogRecord { Position = 1, At = DateTimeOffset.UnixEpoch, Entry = Sample(kind) };

        Assert.Equal(1, GateSnapshot.Empty.Apply(record).Position);
        new Proposals().Apply(record);
        new KillRequests().Apply(record);
    }

    /// <summary>Holds the switches that no test above runs, and those to come.</summary>
    [Fact]
    public void A_switch_over_kinds_of_entries_throws_for_one_that_it_does_not_name()
    {
        var switches = Directory.GetFiles(Path.Combine(RepoFiles.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => SwitchPattern().Matches(File.ReadAllText(file))
                .Select(found => (File: Path.GetFileName(file), Body: found.Groups["body"].Value)))
            .Where(found => ArmPattern().IsMatch(found.Body)).ToList();

        Assert.Contains(switches, found => found.File == "GateSnapshot.cs");
        Assert.All(switches, found => Assert.Matches(
            @$"^{found.File}[^\0]*(_ =>|default:)\s+throw ", $"{found.File}{found.Body}"));
    }

    [Theory]
    [InlineData("x switch { LogEntry.TakeFiled { A: { } } => 1, _ => throw new E() }", true)]
    [InlineData("x switch { LogEntry.TakeFiled filed => filed switch { A => 1 }, _ => 0 }", true)]
    [InlineData("switch (x) { case LogEntry.TakeFiled: break; }", true)]
    [InlineData("x switch { A when y is LogEntry.TakeFiled => 1, _ => 0 }", false)]
    public void Switches_over_kinds_are_found(string code, bool isOne) =>
        Assert.Equal(isOne, SwitchPattern().Matches(code).Any(found => ArmPattern().IsMatch(found.Groups["body"].Value)));

    static LogEntry Sample(string kind) => _samples.Values.Single(entry => entry.GetType().Name == kind);

    /// <summary>From a switch to the brace that ends it.</summary>
    [GeneratedRegex(@"\bswitch\s*(\([^{}]*\)\s*)?\{(?<body>(?>[^{}]+|(?<open>\{)|(?<-open>\}))*(?(open)(?!)))\}")]
    private static partial Regex SwitchPattern();

    /// <summary>An arm that begins with a kind.</summary>
    [GeneratedRegex(@"(^|[,{:;])\s*(case )?LogEntry\.\w+\b[^;]*?(=>|:)")]
    private static partial Regex ArmPattern();
}
