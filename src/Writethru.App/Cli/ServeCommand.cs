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
        await MakeFirstDeskAsync(app, cancel);
        Console.WriteLine($"Sign in as the desk, once: "
            + $"{url}/signin/{app.Services.GetRequiredService<SignInLinks>().Issue(DeskOf(app.Services.GetRequiredService<Gate>().Now))}");
        await app.WaitForShutdownAsync(cancel);
        return CommandLine.Done;
    }

    /// <summary>Who is signed in by the link of the console: the first of the desk, or who is left of it.</summary>
    static string DeskOf(GateSnapshot now) => now.Principals.All
        .Where(principal => principal is { Role: Role.Desk, IsRevoked: false })
        .OrderByDescending(principal => principal.Name == FirstDesk)
        .ThenBy(principal => principal.Name, StringComparer.Ordinal)
        .Select(principal => principal.Id).FirstOrDefault(FirstDesk);

    static async Task MakeFirstDeskAsync(WebApplication app, CancellationToken cancel)
    {
        if (app.Services.GetRequiredService<Gate>().Now.Principals.Resolve(FirstDesk) is not null)
            return;
        var desk = new Principal { Name = FirstDesk, Role = Role.Desk };
        if (await app.Services.GetRequiredService<Principals>().AddAsync(desk, cancel) is { } key)
            Console.WriteLine($"The desk's key, shown this once: {key}");
    }
}
