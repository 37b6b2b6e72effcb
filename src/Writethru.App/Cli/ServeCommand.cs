using System.CommandLine;
using Writethru.App.Access;
using Writethru.App.Hosting;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Rights;

namespace Writethru.App.Cli;

/// <summary><c>serve</c>: runs the server.</summary>
static class ServeCommand
{
    const string FirstDesk = "desk";

    public static Command Create()
    {
        var data = Options.Data();
        var urls = Options.Urls();
        var command = new Command("serve", "Run the server. The first start makes the desk's key and prints it, once.")
        {
            data, urls,
        };
        command.SetAction((parsed, cancel) => RunAsync(
            new WireOptions { Data = parsed.GetValue(data)!, Urls = parsed.GetValue(urls)! }, cancel));
        return command;
    }

    static async Task<int> RunAsync(WireOptions options, CancellationToken cancel)
    {
        await using var app = await WireHost.BuildAsync(options, cancel);
        await app.StartAsync(cancel);
        var url = WireHost.UrlOf(app);
        Console.WriteLine($"Listening on {url}");
        // A link that works is shown with the first key and never again: what a server prints, others read.
        Console.WriteLine(await MakeFirstDeskAsync(app, cancel) is { } desk
            ? $"Sign in as the desk, once: {url}/signin/{app.Services.GetRequiredService<SignInLinks>().Issue(desk)}"
            : $"Sign in as the desk: writethru admin desk link {DeskOf(app)} --to {url} --key KEY");
        await app.WaitForShutdownAsync(cancel);
        return CommandLine.Done;
    }

    /// <summary>The first of the desk, or who is left of it.</summary>
    static string DeskOf(WebApplication app) => app.Services.GetRequiredService<Gate>().Now.Principals.All
        .Where(principal => principal is { Role: Role.Desk, IsRevoked: false })
        .OrderByDescending(principal => principal.Name == FirstDesk)
        .ThenBy(principal => principal.Name, StringComparer.Ordinal)
        .Select(principal => principal.Name).FirstOrDefault(FirstDesk);

    /// <summary>Makes the desk of a new folder and says its key; its id, or null when there was one.</summary>
    static async Task<string?> MakeFirstDeskAsync(WebApplication app, CancellationToken cancel)
    {
        var gate = app.Services.GetRequiredService<Gate>();
        if (gate.Now.Principals.Resolve(FirstDesk) is not null)
            return null;
        var desk = new Principal { Name = FirstDesk, Role = Role.Desk };
        if (await app.Services.GetRequiredService<Principals>().AddAsync(desk, "", cancel) is not { } key)
            return null;
        Console.WriteLine($"The desk's key, shown this once: {key}");
        return gate.Now.Principals.FindByName(FirstDesk)?.Id;
    }
}
