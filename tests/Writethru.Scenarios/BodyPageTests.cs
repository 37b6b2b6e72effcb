using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Writethru.App.Access;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>A take with everything a body can hold, in a real browser.</summary>
public class BodyPageTests(RunningBrowser chromium) : IClassFixture<RunningBrowser>
{
    static readonly DateTimeOffset _start = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(ColorScheme.Light), InlineData(ColorScheme.Dark)]
    public async Task Sub_heads_lists_tables_and_quotes_are_read_by_everybody_with_the_right_numbers(ColorScheme scheme)
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        await FileAsync(wire, "english", _english);
        await FileAsync(wire, "arabic", _arabic);
        await using var context = await chromium.Browser.NewContextAsync(new() { ColorScheme = scheme });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{wire.Url}/signin/{wire.Get<SignInLinks>().Issue("desk")}");

        foreach (var story in new[] { "english", "arabic" })
        {
            await page.GotoAsync($"{wire.Url}/stories/{story}");
            var found = await page.RunAxe();
            Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(violation =>
                $"{violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}")));
        }

        // The number stands on the side where a line begins, beside its own paragraph and not beside a sub-head over
        // it.
        await page.GotoAsync($"{wire.Url}/stories/english");
        Assert.Equal(_english.Body.Length, await page.Locator(".paragraph").CountAsync());
        var head = (await page.Locator(".body h4").First.BoundingBoxAsync())!;
        var under = (await page.Locator(".body li:has(h4) .paragraph").First.BoundingBoxAsync())!;
        Assert.True(under.Y >= head.Y + head.Height, "A paragraph stands under its sub-head.");
        Assert.Equal("rtl", await DirectionAsync(page, $"{wire.Url}/stories/arabic"));
        Assert.Equal("ltr", await DirectionAsync(page, $"{wire.Url}/stories/english"));
    }

    static async Task<string> DirectionAsync(IPage page, string url)
    {
        await page.GotoAsync(url);
        return await page.Locator(".body > li").First.EvaluateAsync<string>("li => getComputedStyle(li).direction");
    }

    static Task<long> FileAsync(InProcessWire wire, string story, Take take) => wire.Get<SqliteLog>().WriteAsync(
        transaction => transaction.Append(new LogEntry.TakeFiled
        {
            Filed = new FiledTake
            {
                Story = new StoryId(story), Number = 1, Cause = Cause.First, FiledAt = transaction.Now, Take = take,
            },
        }),
        CancellationToken.None);

    static Paragraph Item(string text, int level = 1, bool isOrdered = false) =>
        new(text) { Kind = ParagraphKind.Item, Level = level, IsOrdered = isOrdered };

    static readonly Take _english = new()
    {
        Headline = "Harbor of Port Mirada opens its winter season",
        Language = "en",
        Slug = "HARBOR-WINTER",
        Source = "Saltern Harbor Desk",
        CopyrightNotice = "Copyright 2026 Saltern",
        Keywords = ["harbor", "ferries", "winter"],
        Subjects = [new Concept(Schemes.MediaTopic, "20000339", "water transport")],
        Notes = [new Note(NoteRoles.Correction, "Corrects the hour of the last ferry in the table.")],
        Dateline = new Dateline { Text = "PORT MIRADA, Nov. 24 (Saltern) --" },
        Body =
        [
            new Paragraph("The harbor opened its winter season on Tuesday, the port office said on its site.")
            {
                Marks =
                [
                    new Mark(new TextSpan(4, 6), MarkKind.Strong), new Mark(new TextSpan(22, 6), MarkKind.Emphasis),
                    new Mark(new TextSpan(52, 11), MarkKind.Link, "https://harbor.example/"),
                ],
            },
            new Paragraph("Three rules hold until March:") { Subheads = [new Subhead(2, "What changes")] },
            Item("Boats keep to the west pier.", isOrdered: true),
            Item("Under 10 meters: the inner basin."),
            Item("Fuel is sold at these places, and a line that is long enough to break shows where the second line of "
                + "an item begins, which is below its first word:", isOrdered: true),
            Item("the west pier,", 2),
            Item("the old customs house.", 2),
            new Paragraph("We have waited for this\nsince the storm.") { Kind = ParagraphKind.Quote },
            Paragraph.Of(new Table([.. new[] { "Ferry|First|Last", "Alba|07:10|19:40", "Borealis|08:00|21:15" }
                .Select((row, i) => new TableRow([.. row.Split('|').Select((cell, j) =>
                    new TableCell(cell, i == 0 || j == 0))]))])) with { Subheads = [new Subhead(2, "Hours")] },
            new Paragraph("ALBA      07:10  19:40\nBOREALIS  08:00  21:15") { Kind = ParagraphKind.Preformatted },
        ],
        Pictures = [new Picture { After = 2, Caption = "The west pier at dawn.", Credit = "Saltern" }],
    };

    static readonly Take _arabic = new()
    {
        Headline = "ميناء ميرادا يفتتح موسم الشتاء",
        Language = "ar",
        Dateline = new Dateline { Text = "ميرادا 24 نوفمبر (سالترن) -" },
        Body =
        [
            new Paragraph("افتتح الميناء موسم الشتاء يوم الثلاثاء."),
            new Paragraph("قالت إدارة الميناء إن العبارات تعمل كل يوم.") { Subheads = [new Subhead(2, "المواعيد")] },
            Item("الرصيف الغربي"),
            new Paragraph("انتظرنا هذا طويلا.") { Kind = ParagraphKind.Quote },
        ],
    };
}
