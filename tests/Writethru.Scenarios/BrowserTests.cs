using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>A real browser on the real program.</summary>
public sealed class RunningBrowser : IAsyncLifetime
{
    IPlaywright _playwright = null!;

    internal IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
                "--disable-sync"
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }
}

public class BrowserTests(RunningWire wire, RunningBrowser chromium)
    : IClassFixture<RunningWire>, IClassFixture<RunningBrowser>
{
    static string NewMark() => "m" + Guid.NewGuid().ToString("N")[..10];

    [Fact]
    public async Task A_take_published_a_moment_ago_appears_without_reload()
    {
        await using var reader = await SignInAsync("KR");
        await reader.OpenWireAsync();
        var mark = NewMark();

        var filed = await wire.Desk.FileAsync(Dispatches.Plain(mark));

        await Assertions.Expect(reader.Page.Locator($"#rows [data-story='{filed.Story}']")).ToContainTextAsync(mark);
        Assert.Equal(1, reader.Loads);
    }

    [Fact]
    public async Task While_somebody_reads_a_pill_counts_what_is_new_and_the_rows_stay()
    {
        await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));
        await using var reader = await SignInAsync("KR");
        await reader.OpenWireAsync();
        await reader.Page.Keyboard.PressAsync("j");
        var before = await reader.Page.Locator("#rows li").First.GetAttributeAsync("data-story");

        var one = await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));
        await wire.Desk.FileAsync(Dispatches.Plain(NewMark()), $"story={one.Story}");
        var two = await wire.Desk.FileAsync(Dispatches.Plain(NewMark())); // the last, so that "2 new" has seen all
        await Assertions.Expect(reader.Page.Locator("#pill")).ToHaveTextAsync("2 new");

        Assert.Equal(before, await reader.Page.Locator("#rows li").First.GetAttributeAsync("data-story"));
        await reader.Page.Keyboard.PressAsync("n");
        await Assertions.Expect(reader.Page.Locator("#pill")).ToBeHiddenAsync();
        await Assertions.Expect(reader.Page.Locator("#rows li").First).ToHaveAttributeAsync("data-story", two.Story);
        await Assertions.Expect(reader.Page.Locator($"#rows [data-story='{one.Story}']")).ToHaveCountAsync(1);
        Assert.Equal(1, reader.Loads);
    }

    [Fact]
    public async Task A_kill_takes_the_dead_text_off_the_screen_even_while_somebody_reads()
    {
        var mark = NewMark();
        await using var reader = await SignInAsync("KR");
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(mark));
        await reader.OpenWireAsync();
        await reader.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(reader.Page.Locator("#rows")).ToContainTextAsync(mark);

        await wire.Desk.KillAsync(filed.Story, "The port office withdrew it");

        var row = reader.Page.Locator($"#rows [data-story='{filed.Story}']");
        await Assertions.Expect(row).ToContainTextAsync("The port office withdrew it");
        await Assertions.Expect(reader.Page.Locator("#rows")).Not.ToContainTextAsync(mark);
    }

    [Fact]
    public async Task A_hold_takes_the_text_off_the_screen_and_a_release_brings_it_back()
    {
        var mark = NewMark();
        await using var reader = await SignInAsync("KR");
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(mark));
        await reader.OpenWireAsync();
        var row = reader.Page.Locator($"#rows [data-story='{filed.Story}']");
        await Assertions.Expect(row).ToContainTextAsync(mark);

        await wire.Desk.VerbAsync(filed.Story, "hold", "The port is being asked");

        await Assertions.Expect(row).ToContainTextAsync("The port is being asked");
        await Assertions.Expect(row).Not.ToContainTextAsync(mark);
        using var response = await wire.Desk.PostAsync($"/v1/stories/{filed.Story}/release", new { });
        await Assertions.Expect(row).ToContainTextAsync(mark);
    }

    [Fact]
    public async Task The_story_page_says_in_JP_why_a_picture_is_missing_and_shows_it_in_KR()
    {
        var mark = NewMark();
        var filed = await wire.Desk.FileAsync(Dispatches.WithPictures(mark));
        await using var kr = await SignInAsync("KR");
        await using var jp = await SignInAsync("JP");

        await kr.Page.GotoAsync($"{wire.Process.Url}/stories/{filed.Story}");
        await jp.Page.GotoAsync($"{wire.Process.Url}/stories/{filed.Story}");

        await Assertions.Expect(kr.Page.Locator("main")).ToContainTextAsync("KRONLY" + mark);
        await Assertions.Expect(jp.Page.Locator("main")).ToContainTextAsync("Picture withheld: territory");
        await Assertions.Expect(jp.Page.Locator("main")).ToContainTextAsync("FREEPIC" + mark);
        Assert.DoesNotContain("KRONLY" + mark, await jp.Page.ContentAsync());
        Assert.Equal(2, await jp.Page.Locator("main ol li").CountAsync());
    }

    [Fact]
    public async Task A_used_link_signs_nobody_in()
    {
        await using var reader = await SignInAsync("KR");
        await using var other = await chromium.Browser.NewContextAsync();
        var page = await other.NewPageAsync();

        var again = await page.GotoAsync(reader.Link);
        await page.GotoAsync(wire.Process.Url + "/");

        Assert.Equal(410, again!.Status);
        Assert.EndsWith("/signin", page.Url);
        await page.GotoAsync(wire.Process.Url + "/stories/whatever");
        Assert.EndsWith("/signin", page.Url);
    }

    [Fact]
    public async Task A_cookie_is_dead_when_its_session_was_signed_out()
    {
        await using var reader = await SignInAsync("KR");
        var cookie = Assert.Single(await reader.Page.Context.CookiesAsync());
        Assert.True(cookie.HttpOnly);
        await reader.OpenWireAsync();
        await reader.Page.ClickAsync("text=Sign out");
        Assert.EndsWith("/signin", reader.Page.Url);

        using var thief = wire.As("");
        thief.Http.DefaultRequestHeaders.Add("Cookie", $"{cookie.Name}={cookie.Value}");

        Assert.Equal(302, (await thief.GetAsync("/")).Status);
        Assert.Equal(403, (await thief.GetAsync("/v1/feed")).Status);
    }

    [Fact]
    public async Task The_pages_can_be_read_without_script_and_fifty_rows_weigh_little()
    {
        for (var i = 0; i < 52; i++)
            await wire.Desk.FileAsync(Dispatches.WithPictures(NewMark()));
        await using var reader = await SignInAsync("JP", options: new() { JavaScriptEnabled = false });

        var response = await reader.Page.GotoAsync(wire.Process.Url + "/");

        Assert.Equal(50, await reader.Page.Locator("#rows li").CountAsync());
        Assert.InRange((await response!.BodyAsync()).Length, 1, 60_000);
        await reader.Page.Locator("a[rel=next]").ClickAsync();
        Assert.NotEqual(0, await reader.Page.Locator("#rows li").CountAsync());
        await reader.Page.Locator("#rows li h2 a").First.ClickAsync();
        await Assertions.Expect(reader.Page.Locator("main")).ToContainTextAsync("The festival began in 1911");
    }

    [Theory]
    [InlineData(ColorScheme.Light), InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_on_any_page(ColorScheme scheme)
    {
        var filed = await wire.Desk.FileAsync(Dispatches.WithPictures(NewMark()));
        var killed = await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));
        var photo = await wire.Desk.FilePhotoAsync(Photos.Jpeg($"A pier, {NewMark()}."));
        await wire.Desk.FileAsync(Dispatches.Plain(NewMark()), "embargo=2199-01-01T00:00:00Z");
        await using var jp = await SignInAsync("JP", options: new() { ColorScheme = scheme });
        await using var desk = await SignInAsync("desk", options: new() { ColorScheme = scheme });
        await using var nobody = await chromium.Browser.NewContextAsync(new() { ColorScheme = scheme });
        await wire.Desk.KillAsync(killed.Story);
        var signIn = await nobody.NewPageAsync();
        await signIn.GotoAsync(wire.Process.Url + "/signin");

        await CheckAsync(signIn);
        foreach (var page in new[] { jp.Page, desk.Page })
        {
            foreach (var path in new[]
                { "/", $"/stories/{filed.Story}", $"/stories/{killed.Story}", $"/stories/{photo.Story}",
                    "/stories/nosuchstory" })
            {
                await page.GotoAsync(wire.Process.Url + path);
                await CheckAsync(page);
            }
        }
    }

    [Fact]
    public async Task No_page_asks_anything_of_another_host()
    {
        var filed = await wire.Desk.FileAsync(Dispatches.WithPictures(NewMark()));
        var photo = await wire.Desk.FilePhotoAsync(Photos.Jpeg($"A pier, {NewMark()}."));
        await using var reader = await SignInAsync("KR");

        foreach (var path in new[]
            { "/", $"/stories/{filed.Story}", "/stories/nosuchstory", "/docs/" })
            await reader.Page.GotoAsync(wire.Process.Url + path, new() { WaitUntil = WaitUntilState.Load });
        await Assertions.Expect(reader.Page.Locator("body"))
            .ToContainTextAsync("/v1/items", new() { Timeout = 30_000 });
        await reader.Page.GotoAsync(wire.Process.Url + $"/stories/{photo.Story}");
        await reader.Page.WaitForFunctionAsync("() => document.querySelector('.photo img').naturalWidth === 640");

        Assert.All(reader.Requests, url => Assert.StartsWith(wire.Process.Url + "/", url));
        Assert.Contains(reader.Requests, url => url.EndsWith("/wire.js", StringComparison.Ordinal));
        Assert.Contains(reader.Requests, url =>
            url.EndsWith($"/v1/pictures/{photo.Story}/renditions/preview", StringComparison.Ordinal));
        Assert.DoesNotContain(reader.Console, line => line.Contains("Content Security Policy", StringComparison.Ordinal)
            && !line.Contains("/docs/", StringComparison.Ordinal));
    }

    static async Task CheckAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            $"{page.Url}:\n" + string.Join('\n', result.Violations.Select(Describe)));
    }

    static string Describe(AxeResultItem item) =>
        $"{item.Id}: {item.Help}: {string.Join("; ", item.Nodes.Select(node => node.Html))}";

    /// <summary>
    /// Signs in by a one-time link, as a person would: as the desk, or as a new subscriber in a territory.
    /// </summary>
    async Task<SignedIn> SignInAsync(string who, BrowserNewContextOptions? options = null)
    {
        var name = who;
        if (who != "desk")
            await wire.Desk.AddSubscriberAsync(name = "b" + NewMark(), who);
        using var response = await wire.Desk.PostAsync($"/v1/subscribers/{name}/link", new { });
        var link =
            System.Text.Json.JsonElement.Parse(await response.Content.ReadAsByteArrayAsync())
                .GetProperty("url").GetString()!;
        var context = await chromium.Browser.NewContextAsync(options);
        var signedIn = new SignedIn(context, await context.NewPageAsync(), link, wire.Process.Url);
        await signedIn.Page.GotoAsync(link);
        return signedIn;
    }

    sealed class SignedIn : IAsyncDisposable
    {
        readonly IBrowserContext _context;
        readonly string _url;

        public SignedIn(IBrowserContext context, IPage page, string link, string url)
        {
            (_context, Page, Link, _url) = (context, page, link, url);
            page.Request += (_, request) => Requests.Add(request.Url);
            page.Console += (_, message) => Console.Add(message.Text);
        }

        public IPage Page { get; }

        public string Link { get; }

        public List<string> Requests { get; } = [];

        public List<string> Console { get; } = [];

        /// <summary>How often the page itself was loaded since it was opened.</summary>
        public int Loads => Requests.Count(url => url == _url + "/");

        /// <summary>Opens the wire and waits until its stream is open.</summary>
        public async Task OpenWireAsync()
        {
            Requests.Clear();
            await Page.GotoAsync(_url + "/");
            await Assertions.Expect(Page.Locator("body")).ToHaveAttributeAsync("data-stream", "open");
            await Page.Mouse.MoveAsync(0, 0);
        }

        public async ValueTask DisposeAsync() => await _context.DisposeAsync();
    }
}
