using System.Buffers;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Binding;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats;

/// <summary>What becomes of the evidence that readers hand over: a status, an embargo; in doubt it waits.</summary>
public class EvidenceTests
{
    static readonly DateTimeOffset _six = new(2026, 11, 25, 6, 0, 0, TimeSpan.Zero);

    readonly List<(string Code, int At, string Message)> _said = [];

    public static TheoryData<string> Formats => [.. WireFormats.All.Select(format => format.Name)];

    [Fact]
    public void The_strictest_status_holds_and_nothing_makes_it_looser()
    {
        var evidence = Evidence();

        Assert.True(evidence.Stop(TakeStatus.Withheld));
        Assert.False(evidence.Stop(TakeStatus.Usable));
        Assert.False(evidence.Stop(null));

        Assert.Equal(TakeStatus.Withheld, evidence.Into(new Take()).Status);
        Assert.Equal(TakeStatus.Canceled, evidence.Into(new Take { Status = TakeStatus.Canceled }).Status);
    }

    [Fact]
    public void Fields_that_agree_are_one_embargo_and_its_own_words_stay()
    {
        var evidence = Evidence();
        evidence.Add(new Embargo("2026-11-25T06:00:00Z", _six));
        evidence.Add(new Embargo("20261125T0600Z", _six));
        evidence.OwnWords = "Embargoed until six";

        Assert.Equal(new Embargo("Embargoed until six", _six), evidence.Into(new Take()).Embargo);
        Assert.Empty(_said);
    }

    [Fact]
    public void Fields_that_differ_are_no_instant_and_the_remark_names_both()
    {
        var evidence = Evidence();
        evidence.Add(new Embargo("one", _six), at: 3);
        evidence.Add(new Embargo("two", _six.AddHours(1)), at: 9);

        Assert.Equal(new Embargo("one; two", null), evidence.Into(new Take()).Embargo);
        Assert.Equal([("T-1", -1, "Embargoes that differ, 'one' and 'two': the item waits for a person.")], _said);
    }

    [Theory]
    [InlineData("2026-11-25T06:00:00Z", true), InlineData("2026-11-25T07:00:00Z", false), InlineData("Friday", true)]
    public void Words_beside_a_field_count_where_they_name_another_instant(string words, bool isOne)
    {
        var evidence = Evidence();
        evidence.Add(new Embargo("field", _six));
        evidence.AddWords(words, "");

        Assert.Equal(isOne ? _six : null, evidence.Into(new Take()).Embargo!.Until);
    }

    [Fact]
    public void A_status_that_says_embargoed_waits_where_no_instant_is_told()
    {
        var evidence = Evidence();
        evidence.Embargoed("embargoed");

        Assert.Equal(new Embargo("embargoed", null), evidence.Into(new Take()).Embargo);
        evidence.Add(new Embargo("field", _six));
        Assert.Equal(_six, evidence.Into(new Take()).Embargo!.Until);
    }

    [Theory]
    [InlineData("embargo", "Wednesday noon", TakeStatus.Usable, true)]
    [InlineData("KILL", "Wrong port", TakeStatus.Canceled, false)]
    [InlineData("hold", "", TakeStatus.Withheld, false)]
    [InlineData("info", "The court killed the order", TakeStatus.Usable, false)]
    public void The_kind_of_a_message_may_be_all_that_stops_an_item(
        string kind, string text, TakeStatus status, bool isEmbargo)
    {
        var evidence = Evidence();

        evidence.AddMessage(kind, text);

        var take = evidence.Into(new Take());
        Assert.Equal((status, isEmbargo), (take.Status, take.Embargo is not null));
    }

    [Fact]
    public void Nothing_found_leaves_the_take_as_it_is()
    {
        var take = new Take { Embargo = new Embargo("field", _six) };

        Assert.Equal(take.Embargo, Evidence().Into(take).Embargo);
        Assert.Null(Evidence().Into(new Take()).Embargo);
    }

    /// <summary>The same take in every format: what its note tells and its field does not, keeps it back.</summary>
    [Theory, MemberData(nameof(Formats))]
    public void A_note_with_another_instant_than_the_embargo_makes_it_wait_in_every_format(string format)
    {
        var take = Written(format, "(EMBARGOED UNTIL 2026-11-25T09:00:00Z)");

        Assert.NotNull(take.Embargo);
        Assert.Null(take.Embargo.Until);
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_note_with_the_same_instant_does_not(string format) =>
        Assert.Equal(_six, Written(format, "(EMBARGOED UNTIL 2026-11-25T06:00:00Z)").Embargo?.Until);

    static Take Written(string name, string note)
    {
        var format = WireFormats.Find(name)!;
        var output = new ArrayBufferWriter<byte>();
        format.Write(new FiledTake
        {
            Story = new StoryId("x3evyaacneyguqjq"), Number = 1, Cause = Cause.First, FiledAt = _six.AddDays(-1),
            Take = new Take
            {
                Headline = "Harbor reopens in Norland",
                Body = [new Paragraph("Boats sailed from Norport again on Tuesday.")],
                Embargo = new Embargo("2026-11-25T06:00:00Z", _six),
                Notes = [new Note("", note)],
                VersionCreated = new SenderTime("2026-11-24T06:00:00Z", _six.AddDays(-1)),
            },
        }, null, Channel.Default, output);
        return format.Read(output.WrittenSpan, ReadOptions.Default).TakeOrThrow();
    }

    Evidence Evidence() => new("T-1", (code, _, at, message) => _said.Add((code, at, message)));
}
