using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Writethru.App.Cli;
using Writethru.App.Demo;
using Writethru.App.Hosting;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Desk.Receiving;
using Writethru.Rights;

namespace Writethru.Tests.App;

/// <summary>The demo's steps, run on a data folder through the desk's own verbs.</summary>
public sealed class DemoDirectorTests : IDisposable
{
    static readonly DateTimeOffset _now = new(2031, 5, 17, 9, 30, 0, TimeSpan.Zero);

    /// <summary>The script without its pauses.</summary>
    static readonly ImmutableArray<DemoStep> _steps =
        [.. DemoScript.Steps.Select(step => step with { At = TimeSpan.Zero })];

    readonly string _folder = Directory.CreateTempSubdirectory("writethru-demo-").FullName;
    readonly FakeTimeProvider _clock = new(_now);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_step_becomes_a_take_of_the_story_of_its_thread()
    {
        await using var app = await BuildAsync();

        await RunAsync(app, _steps);

        var takes = Takes(app);
        Assert.Equal(_steps.Length, takes.Count);
        Assert.Equal(
            _steps.Select(step => step.Thread).Distinct().Count(),
            takes.Select(take => take.Filed.Story).Distinct().Count());
        Assert.Equal(0, Refusals(app));
    }

    [Fact]
    public async Task A_second_run_files_nothing_again()
    {
        await using (var app = await BuildAsync())
            await RunAsync(app, _steps);
        await using var again = await BuildAsync();
        var head = Log(again).Head;

        await RunAsync(again, _steps);

        Assert.Equal(head, Log(again).Head);
        Assert.True(Progress(again).Left.IsEmpty);
    }

    [Fact]
    public async Task A_run_that_was_stopped_goes_on_with_the_next_step_and_the_same_day()
    {
        await using (var app = await BuildAsync())
            await RunAsync(app, _steps[..12]);
        _clock.Advance(TimeSpan.FromDays(3));
        await using var again = await BuildAsync();
        Assert.Equal(_steps[12..], Progress(again).Left);

        await RunAsync(again, _steps);

        Assert.Equal(_steps.Length, Takes(again).Count);
        Assert.All(Takes(again).Where(take => take.Filed.Take.Dateline?.Date is not null),
            take => Assert.Equal("--05-17", take.Filed.Take.Dateline!.Date.ToString()));
    }

    [Fact]
    public async Task The_causes_are_those_that_the_dispatches_print()
    {
        await using var app = await BuildAsync();

        await RunAsync(app, _steps);

        Assert.Equal(
            [Cause.First, Cause.Lead, Cause.Development, Cause.Development, Cause.Correction, Cause.WriteThru],
            Causes(app, "MIRADA-BRIDGE"));
        Assert.Equal([Cause.First, Cause.Development, Cause.Kill], Causes(app, "SELWYN-ORRERY"));
        Assert.Equal([Cause.First, Cause.Lead, Cause.Lead], Causes(app, "CORVANE-STRIKE"));
        Assert.Equal([Cause.First, Cause.Lead, Cause.Correction], Causes(app, "ODDERSAND-FAEHRE"));
    }

    [Fact]
    public async Task The_console_tells_what_enters_the_log_in_a_line_each()
    {
        await using var app = await BuildAsync();
        var head = Log(app).Head;
        await RunAsync(
            app, [_steps[0], _steps.First(step => step.Thread == "merger"), _steps.First(step => step.IsKill)]);
        var told = new StringWriter();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var telling = new DemoTeller(Log(app), told).RunAsync(head, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => telling);

        Assert.Equal(
            [
                "09:30:00 filed    EBBSTONE-SURVEY take 1 (first take), under embargo until 09:31:00",
                "09:30:00 filed    SELWYN-ORRERY take 1 (first take)",
                "09:30:00 killed   SELWYN-ORRERY take 2",
            ],
            told.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task The_embargo_ends_a_minute_after_the_take_was_filed()
    {
        await using var app = await BuildAsync();

        await RunAsync(app, _steps[..1]);

        Assert.Equal(_now.AddMinutes(1), Assert.Single(Takes(app)).EmbargoedUntil);
        var gate = app.Services.GetRequiredService<Gate>();
        Assert.Equal(_now.AddMinutes(1), Assert.Single(gate.Now.Pending).EmbargoedUntil);
    }

    [Fact]
    public async Task The_subscriber_in_Korea_gets_the_pictures_and_the_one_in_Japan_does_not()
    {
        await using var app = await BuildAsync();

        await RunAsync(app, _steps);

        var story = Takes(app).First(take => take.Filed.Take.Slug == "KOREA-SATELLITE").Filed.Story;
        Assert.Equal([null, null], Pictures(DemoKeys.Korean));
        Assert.Equal([WithholdReason.Territory, WithholdReason.Territory], Pictures(DemoKeys.Japanese));

        ImmutableArray<WithholdReason?> Pictures(string subscriber) => Assert.IsType<Decision.Deliver>(
            app.Services.GetRequiredService<Gate>().Now.Decide(subscriber, story, 1)).Pictures;
    }

    [Fact]
    public async Task A_story_that_somebody_killed_by_hand_gets_no_further_take()
    {
        await using var app = await BuildAsync();
        await RunAsync(app, _steps[..8]);
        var bridge = Takes(app).First(take => take.Filed.Take.Slug == "MIRADA-BRIDGE").Filed.Story;
        await app.Services.GetRequiredService<Kill>().RunAsync(bridge, "Killed by hand.", null, DemoKeys.Desk, Cancel);

        await RunAsync(app, _steps);

        Assert.Equal(2, Takes(app).Count(take => take.Filed.Story == bridge));
        Assert.Equal(0, Refusals(app));
    }

    [Fact]
    public async Task A_second_start_has_the_same_keys_in_a_file_for_its_owner_alone()
    {
        string first;
        await using (var app = await BuildAsync())
            first = (await KeysAsync(app))[DemoKeys.Korean];
        await using var again = await BuildAsync();

        Assert.Equal(first, (await KeysAsync(again))[DemoKeys.Korean]);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(_folder, "demo-keys.json")));
        }
    }

    [Fact]
    public async Task A_folder_whose_desk_is_not_the_demos_is_refused_in_words()
    {
        await using var app = await BuildAsync(makeKeys: false);
        await app.Services.GetRequiredService<Principals>()
            .AddAsync(new Principal { Name = "desk", Role = Role.Desk }, "", Cancel);

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => KeysAsync(app));

        Assert.Contains("'desk'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_busy_port_gives_way_to_a_free_one()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;

        var found = new Uri(FreePort.Find($"http://127.0.0.1:{port}"));

        Assert.InRange(found.Port, port + 1, port + 20);
    }

    async Task<WebApplication> BuildAsync(bool makeKeys = true)
    {
        var options = new WireOptions { Data = _folder, Urls = "http://127.0.0.1:0", IsQuiet = true };
        var app = await WireHost.BuildAsync(options, Cancel,
            services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock))
                .AddLogging(logging => logging.AddFilter("Writethru", LogLevel.Error)));
        if (makeKeys)
            await KeysAsync(app);
        return app;
    }

    Task<DemoKeys> KeysAsync(WebApplication app) => DemoKeys.LoadOrMakeAsync(_folder,
        app.Services.GetRequiredService<Principals>(), app.Services.GetRequiredService<Gate>(), Cancel);

    Task RunAsync(WebApplication app, ImmutableArray<DemoStep> steps) => new DemoDirector(Log(app),
        app.Services.GetRequiredService<Gate>(), app.Services.GetRequiredService<Receive>(),
        app.Services.GetRequiredService<ReceivePicture>(),
        app.Services.GetRequiredService<Kill>(), _clock).RunAsync(steps, Cancel);

    DemoProgress Progress(WebApplication app) =>
        DemoProgress.Read(_steps, Log(app), app.Services.GetRequiredService<Gate>(), _clock.GetUtcNow());

    static SqliteLog Log(WebApplication app) => app.Services.GetRequiredService<SqliteLog>();

    static List<LogEntry.TakeFiled> Takes(WebApplication app) =>
        [.. Log(app).Read(0, 1000).Select(record => record.Entry).OfType<LogEntry.TakeFiled>()];

    static IEnumerable<Cause> Causes(WebApplication app, string slug)
    {
        var story = Takes(app).First(take => take.Filed.Take.Slug == slug).Filed.Story;
        return Takes(app).Where(take => take.Filed.Story == story).Select(take => take.Filed.Cause);
    }

    static int Refusals(WebApplication app) =>
        Log(app).Read(0, 1000).Count(record => record.Entry is LogEntry.ItemRefused);
}
