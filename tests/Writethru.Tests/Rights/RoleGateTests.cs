using System.Text;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Rights;

namespace Writethru.Tests.Rights;

/// <summary>What the gate gives to publishers, to operators, and to whoever bears a name that another bore.</summary>
public class RoleGateTests
{
    static readonly StoryId _own = new("own"), _mixed = new("mixed"), _foreign = new("foreign");
    static readonly DateTimeOffset _at = new(2026, 11, 30, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_publisher_has_what_it_sent_before_it_is_out_too_and_nothing_of_others()
    {
        var gate = Fold(Added("harbour", Role.Publisher), Added("quay", Role.Publisher),
            Take(_own, 1, "harbour"), Take(_own, 2, "harbour") with { Waits = true },
            Take(_mixed, 1, "quay"), Take(_mixed, 2, "harbour"), Take(_foreign, 1, "quay"));

        Assert.IsType<Decision.Deliver>(gate.Decide("harbour", _own, 1));
        Assert.IsType<Decision.Deliver>(gate.Decide("harbour", _own, 2));
        Assert.IsType<Decision.Deliver>(gate.Decide("harbour", _mixed, 2));
        Assert.Equal(NotTheirs, gate.Decide("harbour", _mixed, 1));
        Assert.Equal(NotTheirs, gate.Decide("harbour", _foreign, 1));
        Assert.Null(gate.NewestFor("harbour", _foreign));
    }

    [Fact]
    public void A_publisher_hears_of_notices_of_stories_with_its_copy_alone()
    {
        var gate = Fold(Added("harbour", Role.Publisher), Take(_mixed, 1, "quay"), Take(_mixed, 2, "harbour"),
            Take(_foreign, 1, "quay"), Notice(_mixed, 3, Cause.Hold), Notice(_foreign, 2, Cause.Kill));

        Assert.IsType<Decision.Deliver>(gate.Decide("harbour", _mixed, 3));
        Assert.IsType<Decision.Deliver>(gate.Decide("harbour", _mixed, 2));
        Assert.Equal(2, gate.NewestSent("harbour", _mixed, 3));
        Assert.Equal(NotTheirs, gate.Decide("harbour", _foreign, 2));
    }

    [Fact]
    public void What_this_wire_files_again_is_whose_copy_it_was()
    {
        var gate = Fold(Added("harbour", Role.Publisher), Take(_own, 1, "harbour"), Notice(_own, 2, Cause.Hold),
            Take(_own, 3, null, Cause.Release));

        Assert.IsType<Decision.Deliver>(gate.Decide("harbour", _own, 3));
        Assert.True(gate.IsAllOf("harbour", _own));
    }

    [Fact]
    public void An_operator_has_no_copy_and_no_notice()
    {
        var gate = Fold(Added("ops", Role.Operator), Take(_own, 1, "harbour"), Notice(_own, 2, Cause.Kill));

        Assert.Equal(NotTheirs, gate.Decide("ops", _own, 1));
        Assert.Equal(NotTheirs, gate.Decide("ops", _own, 2));
        Assert.Null(gate.NewestFor("ops", _own));
    }

    [Fact]
    public void A_kill_that_stops_anothers_copy_is_not_a_publishers()
    {
        var gate = Fold(Added("harbour", Role.Publisher), Added("desk", Role.Desk), Take(_own, 1, "harbour"),
            Take(_mixed, 1, "quay"), Take(_mixed, 2, "harbour"), Take(_foreign, 1, "quay"));

        Assert.True(OwnStories.MayKill(gate, "harbour", _own));
        Assert.False(OwnStories.MayKill(gate, "harbour", _mixed));
        Assert.True(OwnStories.Knows(gate, "harbour", _mixed));
        Assert.False(OwnStories.Knows(gate, "harbour", _foreign));
        Assert.False(OwnStories.Knows(gate, "harbour", new StoryId("nosuch")));
        Assert.True(OwnStories.MayKill(gate, "desk", _foreign) && OwnStories.Knows(gate, "desk", _foreign));
    }

    [Fact]
    public void Whoever_bears_a_revoked_name_has_nothing_of_the_first()
    {
        var first = Subscriber("gazette", "") with { IsRevoked = true };
        var gate = Fold(new LogEntry.PrincipalChanged(Subscriber("gazette", "")), Take(_own, 1, "harbour"),
            new LogEntry.PrincipalChanged(first), new LogEntry.PrincipalChanged(Subscriber("gazette", "gazette~2")),
            Notice(_own, 2, Cause.Kill) with { Recipients = [new Recipient("gazette", [1])] });

        Assert.Equal(new Decision.Withhold(WithholdReason.NeverSent), gate.Decide("gazette~2", _own, 2));
        Assert.Equal(new Decision.Withhold(WithholdReason.Revoked), gate.Decide("gazette", _own, 2));
        Assert.Equal("gazette~2", gate.Principals.FindByName("gazette")?.Id);
        Assert.Equal("gazette", gate.Principals.LabelOf("gazette~2"));
        Assert.Equal("gazette (revoked 2026-11-30)", gate.Principals.LabelOf("gazette"));
        Assert.Equal("gazette", gate.Principals.Resolve("gazette~1")?.Id);
        Assert.Equal("gazette~3", gate.Principals.NextId("gazette"));
    }

    [Fact]
    public void A_key_is_good_until_it_ends()
    {
        var who = Subscriber("gazette", "") with
        {
            Keys = [new ApiKey { Hash = "old", Expires = _at }, new ApiKey { Hash = "lost", IsRevoked = true },
                new ApiKey { Hash = "new" }],
        };
        var known = Fold(new LogEntry.PrincipalChanged(who)).Principals;

        Assert.Equal("gazette", known.FindByKey("old", _at.AddTicks(-1))?.Id);
        Assert.Null(known.FindByKey("old", _at));
        Assert.Null(known.FindByKey("lost", _at));
        Assert.Equal("gazette", known.FindByKey("new", DateTimeOffset.MaxValue)?.Id);
    }

    [Fact]
    public void An_entry_of_before_reads_as_one_key_and_an_id_that_is_the_name()
    {
        var json = """
            {"kind": "principalChanged", "name": "gazette", "role": "subscriber", "keyHash": "ab12",
             "redistributes": false, "format": "ninjs", "revoked": false}
            """;

        var entry = LogEntryJson.Read(Encoding.UTF8.GetBytes(json));

        var who = Assert.IsType<LogEntry.PrincipalChanged>(entry).Principal;
        Assert.Equal(("gazette", "ab12"), (who.Id, Assert.Single(who.Keys).Hash));
        Assert.True(who.HasLastingKey);
    }

    [Fact]
    public void An_entry_says_by_whom_where_that_was_kept_and_else_nothing_more_than_before()
    {
        var before = new LogEntry.PrincipalChanged(Subscriber("gazette", "") with
        {
            Keys = [new ApiKey { Hash = "ab12" }],
        });
        var by = before with
        {
            By = "ann",
            Principal = before.Principal with
            {
                Keys = [new ApiKey { Hash = "ab12", By = "ops", IsUnconfirmed = true }],
            },
        };

        Assert.Equal(
            """{"kind":"principalChanged","name":"gazette","role":"subscriber","keys":[{"hash":"ab12"}],"""
            + "\"redistributes\":false,\"format\":\"ninjs\",\"revoked\":false}",
            Encoding.UTF8.GetString(LogEntryJson.ToUtf8(before)));
        var read = Assert.IsType<LogEntry.PrincipalChanged>(LogEntryJson.Read(LogEntryJson.ToUtf8(by)));
        Assert.Equal(("ann", by.Principal.Keys[0]), (read.By, Assert.Single(read.Principal.Keys)));
    }

    static Decision NotTheirs => new Decision.Withhold(WithholdReason.NotTheirs);

    static Principal Subscriber(string name, string id) => new() { Name = name, Id = id, Role = Role.Subscriber };

    static LogEntry.PrincipalChanged Added(string name, Role role) => new(new Principal { Name = name, Role = role });

    static LogEntry.TakeFiled Take(StoryId story, int number, string? publisher, Cause cause = Cause.Lead) => new()
    {
        Filed = new FiledTake
        {
            Story = story, Number = number, Cause = number == 1 ? Cause.First : cause, FiledAt = _at, Take = new Take(),
        },
        Received = publisher is null ? null : new Received { Publisher = publisher, Sha256 = "00", Length = 1 },
    };

    static LogEntry.TakeFiled Notice(StoryId story, int number, Cause cause) => Take(story, number, null, cause);

    static GateSnapshot Fold(params LogEntry[] entries) => entries.Aggregate(GateSnapshot.Empty, (gate, entry) =>
        gate.Apply(new LogRecord { Position = gate.Position + 1, At = _at, Entry = entry }));
}
