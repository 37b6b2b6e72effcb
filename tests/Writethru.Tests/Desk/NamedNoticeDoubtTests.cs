using System.Text;
using Writethru.Copy;
using Writethru.Desk;

namespace Writethru.Tests.Desk;

/// <summary>Notices that name another item, where what they say does not fit together, or comes too often.</summary>
public sealed class NamedNoticeDoubtTests : IAsyncDisposable
{
    const string Facts = "kio 0123 \"Rocket starts from Mirada\"";

    readonly DeskLog _desk = new();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("Notizia annullata"), InlineData("Bitte Meldung stornieren"), InlineData("A notícia foi cancelada.")]
    [InlineData("Dit bericht is ingetrokken."), InlineData("Denna artikel är återkallad.")]
    [InlineData("Saken er trukket tilbake."), InlineData("Dette telegram udgår."), InlineData("Juttu on peruttu")]
    [InlineData("Сообщение аннулировано"), InlineData("本稿已撤销"), InlineData("配信取り消し")]
    [InlineData("Annule la dépêche précédente"), InlineData("Please delete this story from your systems")]
    public async Task A_kill_in_any_language_kills_what_it_names_beyond_doubt(string request)
    {
        var story = await StoryAsync();

        await ReceiveAsync($"{request}\n\n{Facts}\n");

        Assert.Equal(StoryState.Killed, State(story));
        Assert.Empty(_desk.Orphans.Open);
    }

    [Theory]
    [InlineData("Si prega di non pubblicare"), InlineData("Favor não publicar"), InlineData("Niet publiceren")]
    [InlineData("Publicera inte"), InlineData("Må ikke publiseres"), InlineData("Må ikke offentliggøres")]
    [InlineData("Ei saa julkaista"), InlineData("Не публиковать"), InlineData("请勿使用本稿")]
    [InlineData("Rogamos no utilicen la noticia anterior"), InlineData("LEGAL HOLD")]
    [InlineData("Bitte nicht mehr verwenden")]
    public async Task A_hold_in_any_language_holds_what_it_names_beyond_doubt(string request)
    {
        var story = await StoryAsync();

        await ReceiveAsync($"{request}\n\n{Facts}\n");

        Assert.Equal(StoryState.Held, State(story));
        Assert.Empty(_desk.Orphans.Open);
    }

    [Theory]
    [InlineData("Editors killed a story", "The desk asked: \"Please kill item kio 0123 'Rocket starts from Mirada'.\"")]
    [InlineData("Old notices", "Please kill item kio 0123 \"Rocket starts from Mirada\", said a note of 1931.")]
    [InlineData("Recalled: a rocket", "KILL KILL KILL, read the screen. It named kio 0123, Space/Launch.")]
    [InlineData("Reader writes", "Why did you withdraw the story \"Rocket starts from Mirada\", Space/Launch?")]
    public async Task Copy_with_a_headline_that_quotes_a_notice_holds_no_story(string headline, string text)
    {
        var story = await StoryAsync();

        await ReceiveAsync($"Slug: PRESS\n\n{headline}\n\nNORPORT, Nov. 24 (KIO) -- {text}\n\nNobody did.\n");

        Assert.Equal(StoryState.Living, State(story));
    }

    [Fact]
    public async Task A_number_of_another_story_leaves_it_to_a_person()
    {
        var (rocket, other) = (await StoryAsync(), await RainAsync());

        await ReceiveAsync("Please kill item kio 0124 \"Rocket starts from Mirada\", slug Space/Launch. It is not so.");

        Assert.All([rocket, other], story => Assert.Equal(StoryState.Living, State(story)));
        var why = Assert.Single(_desk.Orphans.Open).Why;
        Assert.All([rocket, other], story => Assert.Contains(story.Value, why, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("kio 0124"), InlineData("kio 0999")]
    public async Task A_slug_kills_nothing_where_the_words_name_another_number(string number)
    {
        var (rocket, other) = (await StoryAsync(), await RainAsync());

        await ReceiveAsync($"Slug: Space/Launch\n\nStatus: canceled\n\n(KILL: Kill item {number}. It is not so.)\n");

        Assert.All([rocket, other], story => Assert.Equal(StoryState.Living, State(story)));
        Assert.Single(_desk.Orphans.Open);
    }

    [Fact]
    public async Task A_notice_that_names_two_items_stops_neither_by_itself()
    {
        var (rocket, rain) = (await StoryAsync(), await RainAsync());

        await ReceiveAsync($"Please kill item {Facts}. It was replaced by kio 0124 \"Rain falls on Norport\".");

        Assert.All([rocket, rain], story => Assert.Equal(StoryState.Living, State(story)));
        Assert.Single(_desk.Orphans.Open);
    }

    [Theory]
    [InlineData("Please kill item kio 0123 \"Rocket starts from Mirada\", Space/Launch. Once more: it is not so.")]
    [InlineData("Please kill the story \"Rocket starts from Mirada\", Space/Launch. Once more: it is not so.")]
    public async Task A_kill_that_comes_once_more_in_other_words_does_not_stop_the_substitute(string again)
    {
        var story = await StoryAsync();
        await ReceiveAsync($"Please kill item {Facts}. A substitute story will run.");
        var substitute = await StoryAsync("kio0130", text: "No rocket took off; the start was put off to Friday.");

        var outcome = await ReceiveAsync(again);

        Assert.Equal((StoryState.Killed, StoryState.Living), (State(story), State(substitute)));
        Assert.IsNotType<FileOutcome.Filed>(outcome);
    }

    [Fact]
    public async Task A_kill_of_what_is_killed_already_is_said_to_be_that()
    {
        var story = await StoryAsync();
        await ReceiveAsync($"Please kill item {Facts}. It is not so.");

        var outcome = Assert.IsType<FileOutcome.Refused>(
            await ReceiveAsync($"Please kill item {Facts}. Once more: it is not so."));

        Assert.Equal((Refusal.Conflict, StoryState.Killed), (outcome.Why, State(story)));
        Assert.Empty(_desk.Orphans.Open);
    }

    [Fact]
    public async Task Holds_in_doubt_are_counted_however_much_else_is_moved_and_when_they_are_let_go()
    {
        List<StoryId> stories = [];
        for (var i = 0; i < 4; i++)
            stories.Add(await StoryAsync($"kio020{i}", $"Rocket number {i} starts from Mirada", $"Space/Launch{i}"));
        for (var i = 0; i < 3; i++)
        {
            await ReceiveAsync(
                $"Please kill the story \"Rocket number {i} starts from Mirada\", slug Space/Launch{i}. No.");
            await _desk.Release.RunAsync(stories[i], null, "desk", DeskLog.Cancel);
        }
        await _desk.Log.WriteAsync(transaction =>
        {
            for (var i = 0; i < 2_100; i++)
                transaction.Append(new LogEntry.TermsCleared($"Terms {i}", "desk"));
            return transaction.Head;
        }, DeskLog.Cancel);

        await ReceiveAsync("Please kill the story \"Rocket number 3 starts from Mirada\", slug Space/Launch3. No.");

        Assert.Equal(StoryState.Living, State(stories[3]));
        Assert.Single(_desk.Orphans.Open);
    }

    [Fact]
    public async Task One_publishers_holds_in_doubt_do_not_use_up_anothers()
    {
        for (var i = 0; i < 3; i++)
        {
            await StoryAsync($"kio020{i}", $"Rocket number {i} starts from Mirada", $"Space/Launch{i}");
            await ReceiveAsync(
                $"Please kill the story \"Rocket number {i} starts from Mirada\", slug Space/Launch{i}. No.");
        }
        var story = await StoryAsync(publisher: "norwick");

        await ReceiveAsync("Please kill the story \"Rocket starts from Mirada\", slug Space/Launch. No.", "norwick");

        Assert.Equal(StoryState.Held, State(story));
    }

    Task<StoryId> RainAsync() => StoryAsync("kio0124", "Rain falls on Norport", "Weather/Rain");

    async Task<StoryId> StoryAsync(string number = "kio0123", string headline = "Rocket starts from Mirada",
        string slug = "Space/Launch", string? text = null, string publisher = "harbour") =>
        (await _desk.FileAsync(new Take
        {
            SenderId = $"urn:{publisher}:{number}", Sequence = number, Headline = headline, Slug = slug,
            Body = [new Paragraph(text ?? $"{headline}, the agency of {slug} said.")], Provider = "kio",
        }, item => item with { Publisher = publisher })).Story;

    StoryState State(StoryId story) => _desk.Gate.Now.StateOf(story);

    async Task<FileOutcome> ReceiveAsync(string text, string publisher = "harbour") => (await _desk.Receive.RunAsync(
        new IncomingItem { Bytes = Encoding.UTF8.GetBytes(text), Publisher = publisher }, DeskLog.Cancel))[0];
}
