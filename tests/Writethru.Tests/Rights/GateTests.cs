using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Tests.Rights;

/// <summary>The gate, entry by entry.</summary>
public class GateTests
{
    static readonly StoryId _story = new("story");
    static readonly DateTimeOffset _at = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    static readonly UsageRule _koreaOnly = new() { Kind = UsageKinds.Territory, Allow = ["KR"] };
    static readonly UsageRule _notJapan = new() { Kind = UsageKinds.Territory, Deny = ["JP"] };
    static readonly UsageRule _noRedistribution = new() { Kind = UsageKinds.Redistribution, Value = "none" };
    static readonly UsageRule _noSale = new() { Kind = UsageKinds.Sale, Value = "none" };
    static readonly UsageRule _credit = new() { Kind = UsageKinds.MandatoryCredit, Value = "Saltern" };

    [Fact]
    public void Nobody_has_rights_before_the_log_says_so() =>
        Assert.Equal(new Decision.Withhold(WithholdReason.Revoked), GateSnapshot.Empty.Decide("kr", _story, 1));

    [Fact]
    public void A_take_that_is_out_goes_to_every_subscriber_when_it_has_no_terms()
    {
        var gate = Fold(Subscriber("kr", "KR"), Subscriber("jp", "JP"), Subscriber("unknown", ""), Take(1));

        Assert.All(["kr", "jp", "unknown"], name => Assert.IsType<Decision.Deliver>(gate.Decide(name, _story, 1)));
        Assert.Equal(new Decision.Withhold(WithholdReason.Unknown), gate.Decide("kr", _story, 2));
        Assert.Equal(new Decision.Withhold(WithholdReason.Unknown), gate.Decide("kr", new StoryId("other"), 1));
        Assert.Equal(new Decision.Withhold(WithholdReason.Revoked), gate.Decide("nobody", _story, 1));
    }

    public static TheoryData<string, string, bool, string> PictureCases() => new()
    {
        { "koreaOnly", "KR", false, "" },
        { "koreaOnly", "JP", false, "territory" },
        { "koreaOnly", "", false, "territory" },
        { "notJapan", "KR", false, "" },
        { "notJapan", "JP", false, "territory" },
        { "notJapan", "", false, "territory" },
        { "noRedistribution", "KR", false, "" },
        { "noRedistribution", "KR", true, "redistribution" },
        { "noSale", "KR", false, "" },
        { "noSale", "KR", true, "redistribution" },
        { "credit", "JP", true, "" },
        { "notUnderstood", "KR", false, "unclearTerms" },
        { "neverRead", "KR", false, "unclearTerms" },
        { "unsure", "KR", false, "unclearTerms" },
        { "unknownKind", "KR", false, "unclearTerms" },
    };

    [Theory, MemberData(nameof(PictureCases))]
    public void A_picture_goes_only_where_its_terms_allow(
        string terms, string territory, bool redistributes, string reason)
    {
        TermsReading? reading = terms switch
        {
            "koreaOnly" => new() { Rules = [_koreaOnly] },
            "notJapan" => new() { Rules = [_notJapan] },
            "noRedistribution" => new() { Rules = [_noRedistribution] },
            "noSale" => new() { Rules = [_noSale] },
            "credit" => new() { Rules = [_credit] },
            "notUnderstood" => new() { Rules = [_credit], NotUnderstood = [new TextSpan(0, 3)] },
            "unsure" => new() { Rules = [_credit with { Sure = 0.3 }] },
            "unknownKind" => new() { Rules = [new() { Kind = "moonPhase" }] },
            _ => null,
        };
        var gate = Fold(
            new LogEntry.PrincipalChanged(Principal("who", territory) with { Redistributes = redistributes }),
            Take(1, pictures: [reading]));

        var decision = Assert.IsType<Decision.Deliver>(gate.Decide("who", _story, 1));

        Assert.Equal(Words.Read<WithholdReason>(reason), Assert.Single(decision.Pictures));
        Assert.Equal(reason, decision.Grant);
    }

    [Fact]
    public void Terms_of_the_whole_item_withhold_the_item()
    {
        var gate = Fold(Subscriber("kr", "KR"), Subscriber("jp", "JP"), Take(1, terms: new() { Rules = [_koreaOnly] }));

        Assert.IsType<Decision.Deliver>(gate.Decide("kr", _story, 1));
        Assert.Equal(new Decision.Withhold(WithholdReason.Territory), gate.Decide("jp", _story, 1));
        Assert.Null(gate.NewestFor("jp", _story));
    }

    [Fact]
    public void Cleared_terms_keep_the_rules_that_were_read()
    {
        var unclear = new TermsReading { Rules = [_koreaOnly], NotUnderstood = [new TextSpan(0, 1)] };
        var gate = Fold(Subscriber("kr", "KR"), Subscriber("jp", "JP"), Take(1, terms: unclear));
        Assert.Equal("terms", Assert.Single(gate.UnclearTerms));

        gate = Next(gate, new LogEntry.TermsCleared("terms", "desk"));

        Assert.Empty(gate.UnclearTerms);
        Assert.IsType<Decision.Deliver>(gate.Decide("kr", _story, 1));
        Assert.Equal(new Decision.Withhold(WithholdReason.Territory), gate.Decide("jp", _story, 1));
    }

    [Fact]
    public void An_embargoed_take_opens_by_its_entry_and_at_that_position_alone()
    {
        var gate = Fold(Subscriber("kr", "KR"), Desk(), Take(1) with { EmbargoedUntil = _at.AddHours(1) });
        Assert.Equal(new Decision.Withhold(WithholdReason.Embargoed), gate.Decide("kr", _story, 1));
        Assert.IsType<Decision.Deliver>(gate.Decide("desk", _story, 1));
        Assert.Single(gate.Pending);
        Assert.False(gate.OpensAt("kr", _story, 1, 3));

        gate = Next(gate, new LogEntry.EmbargoLifted(_story, 1));

        Assert.IsType<Decision.Deliver>(gate.Decide("kr", _story, 1));
        Assert.True(gate.OpensAt("kr", _story, 1, 4));
        Assert.Empty(gate.Pending);
        gate = Next(gate, new LogEntry.EmbargoLifted(_story, 1));
        Assert.False(gate.OpensAt("kr", _story, 1, 5));
    }

    [Fact]
    public void A_waiting_take_goes_when_a_person_says_so_or_gets_the_embargo_that_the_person_names()
    {
        var waiting = Take(1) with { Waits = true };
        var gate = Fold(Subscriber("kr", "KR"), waiting);
        Assert.Equal(new Decision.Withhold(WithholdReason.Waiting), gate.Decide("kr", _story, 1));
        Assert.IsType<Decision.Deliver>(
            Next(gate, new LogEntry.TakeReleased(_story, 1, null, "desk")).Decide("kr", _story, 1));

        gate = Next(gate, new LogEntry.TakeReleased(_story, 1, _at.AddHours(2), "desk"));

        Assert.Equal(new Decision.Withhold(WithholdReason.Embargoed), gate.Decide("kr", _story, 1));
        Assert.Equal(_at.AddHours(2), Assert.Single(gate.Pending).EmbargoedUntil);
        Assert.IsType<Decision.Deliver>(Next(gate, new LogEntry.EmbargoLifted(_story, 1)).Decide("kr", _story, 1));
    }

    [Fact]
    public void A_lifted_take_is_overtaken_by_a_newer_one_that_went_before()
    {
        var gate = Fold(Subscriber("kr", "KR"), Take(1) with { EmbargoedUntil = _at.AddHours(1) }, Take(2));

        gate = Next(gate, new LogEntry.EmbargoLifted(_story, 1));

        Assert.True(gate.IsOvertaken(_story, 1, position: 4));
        Assert.False(gate.IsOvertaken(_story, 2, position: 3));
    }

    [Fact]
    public void A_kill_closes_every_take_and_its_notice_reaches_only_those_who_were_sent_one()
    {
        var gate = Fold(
            Subscriber("kr", "KR"), Subscriber("us", "US"), Subscriber("unread", "KR"), Desk(),
            Take(1, terms: new() { Rules = [_koreaOnly] }),
            Kill(2, sentTo: "kr"), Subscriber("late", "KR"));

        Assert.Equal(new Decision.Withhold(WithholdReason.Killed), gate.Decide("kr", _story, 1));
        Assert.IsType<Decision.Deliver>(gate.Decide("kr", _story, 2));
        Assert.Equal(new Decision.Withhold(WithholdReason.Killed), gate.Decide("desk", _story, 1));
        foreach (var name in new[] { "us", "unread", "late" })
        {
            Assert.Equal(new Decision.Withhold(WithholdReason.NeverSent), gate.Decide(name, _story, 1));
            Assert.Equal(new Decision.Withhold(WithholdReason.NeverSent), gate.Decide(name, _story, 2));
        }
    }

    [Fact]
    public void A_kill_during_an_embargo_is_heard_of_by_nobody_and_nothing_is_left_to_lift()
    {
        var gate = Fold(Subscriber("kr", "KR"), Take(1) with { EmbargoedUntil = _at.AddHours(1) }, Kill(2));

        Assert.Empty(gate.Pending);
        Assert.Equal(new Decision.Withhold(WithholdReason.NeverSent), gate.Decide("kr", _story, 2));
        gate = Next(gate, new LogEntry.EmbargoLifted(_story, 1));
        Assert.IsType<Decision.Withhold>(gate.Decide("kr", _story, 1));
        Assert.Equal(new Decision.Withhold(WithholdReason.NeverSent), gate.Decide("kr", _story, 2));
    }

    [Fact]
    public void A_subscriber_whose_contract_has_run_out_gets_no_copy_and_still_the_kill_of_what_it_was_sent()
    {
        var lapsed = new LogEntry.PrincipalChanged(Principal("kr", "KR") with { IsLapsed = true });
        var gate = Fold(Subscriber("kr", "KR"), Take(1), lapsed);
        Assert.Equal(new Decision.Withhold(WithholdReason.Lapsed), gate.Decide("kr", _story, 1));
        Assert.Null(gate.NewestFor("kr", _story));

        gate = Next(gate, Kill(2, sentTo: "kr"));

        Assert.Equal(new Decision.Withhold(WithholdReason.Killed), gate.Decide("kr", _story, 1));
        Assert.IsType<Decision.Deliver>(gate.Decide("kr", _story, 2));
    }

    [Fact]
    public void A_take_that_was_not_sent_looks_unknown_also_to_those_who_hear_of_the_kill()
    {
        var gate = Fold(Subscriber("kr", "KR"), Take(1), Take(2), Kill(3, sentTo: "kr"));

        Assert.Equal(new Decision.Withhold(WithholdReason.Killed), gate.Decide("kr", _story, 1));
        Assert.Equal(new Decision.Withhold(WithholdReason.NeverSent), gate.Decide("kr", _story, 2));
        Assert.Equal(1, gate.NewestSent("kr", _story, 3));
    }

    [Fact]
    public void Embargoed_copy_goes_to_those_alone_who_have_agreed_and_again_when_it_is_lifted()
    {
        var agreed = new LogEntry.PrincipalChanged(Principal("kr", "KR") with { GetsEmbargoed = true });
        var gate = Fold(agreed, Subscriber("other", "KR"), Take(1) with { EmbargoedUntil = _at.AddHours(1) });
        var early = Assert.IsType<Decision.Deliver>(gate.Decide("kr", _story, 1));
        Assert.True(gate.OpensAt("kr", _story, 1, 3));
        Assert.False(gate.OpensAt("other", _story, 1, 3));
        Assert.Equal(new Decision.Withhold(WithholdReason.Embargoed), gate.Decide("other", _story, 1));

        gate = Next(gate, new LogEntry.EmbargoLifted(_story, 1));

        Assert.All(["kr", "other"], name => Assert.True(gate.OpensAt(name, _story, 1, 4)));
        Assert.NotEqual(early.Grant, Assert.IsType<Decision.Deliver>(gate.Decide("kr", _story, 1)).Grant);
    }

    [Fact]
    public void An_agreement_lets_nothing_out_that_waits_for_a_person_or_is_bound_by_terms()
    {
        var agreed = new LogEntry.PrincipalChanged(Principal("jp", "JP") with { GetsEmbargoed = true });
        var bound = Take(1, terms: new() { Rules = [_koreaOnly] }) with { EmbargoedUntil = _at.AddHours(1) };
        var waiting = Take(1, story: "waits") with { EmbargoedUntil = _at.AddHours(1), Waits = true };
        var gate = Fold(agreed, bound, waiting);

        Assert.Equal(new Decision.Withhold(WithholdReason.Territory), gate.Decide("jp", _story, 1));
        Assert.Equal(new Decision.Withhold(WithholdReason.Waiting), gate.Decide("jp", new StoryId("waits"), 1));
    }

    [Fact]
    public void A_revoked_principal_has_nothing_not_even_the_notice_of_a_kill()
    {
        var revoked = new LogEntry.PrincipalChanged(Principal("kr", "KR") with { IsRevoked = true });
        var gate = Fold(Subscriber("kr", "KR"), Take(1), revoked, Kill(2, sentTo: "kr"));

        Assert.Equal(new Decision.Withhold(WithholdReason.Revoked), gate.Decide("kr", _story, 1));
        Assert.Equal(new Decision.Withhold(WithholdReason.Revoked), gate.Decide("kr", _story, 2));
        Assert.Null(gate.Principals.FindByKey("hash-kr", DateTimeOffset.MinValue));
        Assert.Null(gate.Principals.FindByName("kr"));
        Assert.Equal("kr~2", gate.Principals.NextId("kr"));
    }

    [Fact]
    public void The_kills_after_a_position_are_in_order()
    {
        var gate = Fold(Take(1), Kill(2), Take(1, story: "b"), Kill(2, story: "b"));

        Assert.Equal([2, 4], gate.KillsAfter(0).Select(notice => notice.Position));
        Assert.Equal([4], gate.KillsAfter(2).Select(notice => notice.Position));
        Assert.Equal([4], gate.KillsAfter(3).Select(notice => notice.Position));
        Assert.Empty(gate.KillsAfter(4));
    }

    [Fact]
    public void An_entry_out_of_its_place_is_refused() =>
        Assert.Throws<ArgumentException>(() => GateSnapshot.Empty.Apply(new LogRecord
        {
            Position = 2,
            At = _at,
            Entry = new LogEntry.EmbargoLifted(_story, 1),
        }));

    /// <summary>Readings lie beside their takes; each take of these tests is one object.</summary>
    static readonly System.Runtime.CompilerServices.ConditionalWeakTable<Take, TakeReading> _readings = [];

    static LogEntry.TakeFiled Take(
        int number, TermsReading? terms = null,
        TermsReading?[]? pictures = null, string story = "story")
    {
        var take = new Take
        {
            UsageTerms = terms is null ? null : new UsageTerms("terms"),
            Pictures = [.. (pictures ?? []).Select(_ => new Picture { UsageTerms = new UsageTerms("picture terms") })],
        };
        _readings.Add(take, new TakeReading { Terms = terms, PictureTerms = [.. pictures ?? []] });
        return Filed(story, number, number == 1 ? Cause.First : Cause.Development, take);
    }

    static LogEntry.TakeFiled Kill(int number, string story = "story", string sentTo = "") =>
        Filed(story, number, Cause.Kill, new Take()) with
        {
            Recipients = sentTo.Length > 0 ? [new Recipient(sentTo, [1])] : [],
        };

    static LogEntry.TakeFiled Filed(string story, int number, Cause cause, Take take) => new()
    {
        Filed = new FiledTake
        {
            Story = new StoryId(story), Number = number, Cause = cause,
            FiledAt = _at, Take = take
        },
    };

    static LogEntry.PrincipalChanged Desk() =>
        new(new Principal { Name = "desk", Role = Role.Desk, Keys = [new ApiKey { Hash = "hash-desk" }] });

    static GateSnapshot Fold(params LogEntry[] entries) => entries.Aggregate(GateSnapshot.Empty, Next);

    static GateSnapshot Next(GateSnapshot gate, LogEntry entry) => gate.Apply(new LogRecord
    {
        Position = gate.Position + 1,
        At = _at,
        Entry = entry,
        Reading = entry is LogEntry.TakeFiled filed ? ReadingOf(filed.Filed.Take) : null,
    });

    static TakeReading? ReadingOf(Take take) => _readings.TryGetValue(take, out var reading) ? reading : null;

    static Principal Principal(string name, string territory) =>
        new() { Name = name, Role = Role.Subscriber, Keys = [new ApiKey { Hash = "hash-" + name }],
            Territories = territory.Length > 0 ? [territory] : [] };

    static LogEntry.PrincipalChanged Subscriber(string name, string territory) => new(Principal(name, territory));
}
