using System.CommandLine;
using Writethru.App.Access;
using Writethru.App.Demo;
using Writethru.App.Hosting;
using Writethru.Archive.Sqlite;
using Writethru.Desk;
using Writethru.Desk.Receiving;
using Writethru.Rights;

namespace Writethru.App.Cli;

/// <summary><c>demo</c>: a server with a small wire of invented stories, live for two minutes.</summary>
static class DemoCommand
{
    public static Command Create()
    {
        var data = Options.Data();
        var urls = Options.Urls();
        var command = new Command("demo",
            "Start here: a server with a small live wire of invented stories, links to sign in and lines to paste.")
        {
            data, urls,
        };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(data)!, parsed.GetValue(urls)!, cancel));
        return command;
    }

    static async Task<int> RunAsync(string folder, string wantedUrl, CancellationToken cancel)
    {
        var options = new WireOptions { Data = folder, Urls = FreePort.Find(wantedUrl), IsQuiet = true };
        // The desk warns of kills and refusals; the demo tells of them itself, as of everything else in the log.
        await using var app = await WireHost.BuildAsync(options, cancel,
            services => services.AddLogging(logging => logging.AddFilter("Writethru.Desk", LogLevel.Error)));
        await app.StartAsync(cancel);
        if (options.Urls != wantedUrl)
            Console.WriteLine($"{wantedUrl} is busy: something else listens there. Taking the next free port.");
        var log = app.Services.GetRequiredService<SqliteLog>();
        var gate = app.Services.GetRequiredService<Gate>();
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var principals = app.Services.GetRequiredService<Principals>();
        var keys = await DemoKeys.LoadOrMakeAsync(log.Folder.Path, principals, gate, cancel);
        var progress = DemoProgress.Read(DemoScript.Steps, log, gate, clock.GetUtcNow());
        await File.WriteAllBytesAsync(Path.Combine(log.Folder.Path, DemoGuide.TryMeFile),
            DemoStories.Read(DemoScript.TryMe, progress.Day), cancel);
        var guide = new DemoGuide(WireHost.UrlOf(app), log.Folder.Path, keys,
            app.Services.GetRequiredService<SignInLinks>());
        Console.WriteLine(guide.Write(StateOf(progress)));
        await PlayAsync(app, log, clock, cancel);
        return CommandLine.Done;
    }

    static string StateOf(DemoProgress progress) => progress switch
    {
        { IsNew: true } => "It is new. A wire of invented stories is being filed now, and goes on for two minutes.",
        { Left.IsEmpty: true } => "It has the whole wire from an earlier start; nothing is filed again.",
        _ => $"Going on where it stopped: {DemoScript.Steps.Length - progress.Left.Length} of "
            + $"{DemoScript.Steps.Length} steps are there, the others follow.",
    };

    /// <summary>Files and tells until the server is told to stop; a failure of either stops it.</summary>
    static async Task PlayAsync(WebApplication app, SqliteLog log, TimeProvider clock, CancellationToken cancel)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel, app.Lifetime.ApplicationStopping);
        var director = new DemoDirector(log, app.Services.GetRequiredService<Gate>(),
            app.Services.GetRequiredService<Receive>(), app.Services.GetRequiredService<ReceivePicture>(),
            app.Services.GetRequiredService<Kill>(), clock);
        var jobs = Task.WhenAll(
            RunJobAsync(stop => new DemoTeller(log, Console.Out).RunAsync(log.Head, stop), app, ends.Token),
            RunJobAsync(stop => director.RunAsync(DemoScript.Steps, stop), app, ends.Token));
        await app.WaitForShutdownAsync(cancel);
        await jobs;
    }

    static async Task RunJobAsync(Func<CancellationToken, Task> job, WebApplication app, CancellationToken ends)
    {
        try
        {
            await job(ends);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // Ctrl-C: what is in the log stays, and the next start goes on from there.
        }
        // The edge of a loop of its own: whatever failed, the server must not live on as if the demo still ran.
        catch
        {
            app.Lifetime.StopApplication();
            throw;
        }
    }
}
