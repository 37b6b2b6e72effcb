using Writethru.Copy;
using Writethru.Desk;

namespace Writethru.Tests.Desk;

/// <summary>Usage terms that a later version does not say: it keeps those of the copy before it.</summary>
public sealed class KeptTermsTests : IAsyncDisposable
{
    static readonly UsageTerms _notInJapan = new("JAPAN OUT");

    readonly DeskLog _desk = new();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData(null), InlineData(Cause.Correction), InlineData(Cause.Refile)]
    public async Task A_version_without_terms_has_those_before_it_and_its_sender_is_told(Cause? cause)
    {
        await SubscribeAsync();
        var first = await _desk.FileAsync(Ferry("1") with { UsageTerms = _notInJapan });

        var next = await FiledAsync(Ferry("2", "First text. And more.") with { Advisory = new Advisory("Adds more.") },
            cause);

        Assert.Equal(first.Story, next.Take.Story);
        Assert.Equal(_notInJapan, next.Take.Take.UsageTerms);
        Assert.Equal("DESK-018", Assert.Single(next.Remarks).Code);
        Assert.Equal((true, false), MayHave(next.Take));
        var third = await FiledAsync(Ferry("3", "Other text."));
        Assert.Equal((true, false), MayHave(third.Take));
    }

    [Fact]
    public async Task Terms_that_are_said_are_its_own()
    {
        await SubscribeAsync();
        await _desk.FileAsync(Ferry("1") with { UsageTerms = _notInJapan });

        var next = await FiledAsync(Ferry("2", "More text.") with { UsageTerms = new UsageTerms("SOUTH KOREA OUT") });

        Assert.Empty(next.Remarks);
        Assert.Equal((false, true), MayHave(next.Take));
    }

    [Fact]
    public async Task Equal_copy_without_the_terms_is_a_repeat_under_whatever_identity()
    {
        await SubscribeAsync();
        var first = await _desk.FileAsync(Ferry("1") with { UsageTerms = _notInJapan });

        foreach (var id in new[] { "urn:ferry", "urn:other", "" })
        {
            var repeated = Assert.IsType<FileOutcome.Repeated>(
                await _desk.ReceiveAsync(Ferry("2") with { SenderId = id }));
            Assert.Equal(first.Place, repeated.Take.Place);
        }

        var asked = await FiledAsync(Ferry("1") with { SenderId = "urn:third" }, Cause.First);
        Assert.NotEqual(first.Story, asked.Take.Story);
        Assert.Equal((true, false), MayHave(asked.Take));
    }

    [Fact]
    public async Task A_picture_without_terms_has_those_that_it_had_and_another_one_none()
    {
        await SubscribeAsync();
        await _desk.FileAsync(Ferry("1") with { Pictures = [Picture("p1") with { UsageTerms = _notInJapan }] });

        var next = await FiledAsync(Ferry("2", "More text.") with { Pictures = [Picture("p2"), Picture("p1")] });

        Assert.Equal([null, _notInJapan], next.Take.Take.Pictures.Select(picture => picture.UsageTerms));
        Assert.Equal((true, true), MayHave(next.Take));
        var japan = Assert.IsType<Decision.Deliver>(_desk.Gate.Now.Decide("japan", next.Take.Story, 2));
        Assert.Equal([null, WithholdReason.Territory], japan.Pictures);
    }

    [Fact]
    public async Task A_cancellation_and_a_hold_have_no_terms_to_keep()
    {
        var first = await _desk.FileAsync(Ferry("1") with { UsageTerms = _notInJapan });

        var hold = await FiledAsync(
            new Take { SenderId = "urn:ferry", Status = TakeStatus.Withheld, Advisory = new Advisory("(HOLD: Wait)") });

        Assert.Null(hold.Take.Take.UsageTerms);
        Assert.Equal((first.Story, true), (hold.Take.Story, hold.Take.IsHold));
    }

    static Take Ferry(string version, string text = "First text.") => DeskLog.Ferry("urn:ferry", version, text);

    static Picture Picture(string id) => new() { SenderId = id, Caption = $"The ferry, {id}." };

    async Task SubscribeAsync()
    {
        await _desk.SubscribeAsync("korea", "KR");
        await _desk.SubscribeAsync("japan", "JP");
    }

    async Task<FileOutcome.Filed> FiledAsync(Take take, Cause? cause = null) =>
        Assert.IsType<FileOutcome.Filed>(await _desk.ReceiveAsync(take, item => item with { Cause = cause }));

    (bool Korea, bool Japan) MayHave(FiledTake take) => (MayHave("korea", take), MayHave("japan", take));

    bool MayHave(string who, FiledTake take) =>
        _desk.Gate.Now.Decide(who, take.Story, take.Number) is Decision.Deliver;
}
