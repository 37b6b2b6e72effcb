using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Writethru.App.Hosting;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Desk;

namespace Writethru.Scenarios.Support;

/// <summary>The program in this process, over real HTTP on a free port, with a clock that the test moves.</summary>
sealed class InProcessWire : IAsyncDisposable
{
    readonly TemporaryFolder _folder;
    readonly TimeProvider _clockOfProgram;
    WebApplication _app;

    InProcessWire(WebApplication app, FakeTimeProvider clock, TimeProvider clockOfProgram, TemporaryFolder folder) =>
        (_app, Clock, _clockOfProgram, _folder) = (app, clock, clockOfProgram, folder);

    public FakeTimeProvider Clock { get; }

    public string Url => WireHost.UrlOf(_app);

    public string DeskKey { get; private set; } = "";

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Every route of the program that answers GET.</summary>
    public IReadOnlyList<RouteEndpoint> Gets => [.. Endpoints.Where(endpoint =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)];

    public IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <param name="now">Where its clock stands.</param>
    /// <param name="clockOfProgram">The clock that the program has in place of that one.</param>
    public static async Task<InProcessWire> StartAsync(DateTimeOffset now, TimeProvider? clockOfProgram = null)
    {
        var folder = new TemporaryFolder();
        var clock = new FakeTimeProvider(now);
        var app = await BuildAsync(folder, clockOfProgram ?? clock);
        var wire = new InProcessWire(app, clock, clockOfProgram ?? clock, folder);
        wire.DeskKey = (await wire.Get<Principals>().AddAsync(
            new Principal { Name = "desk", Role = Role.Desk }, "", CancellationToken.None))!;
        return wire;
    }

    /// <summary>
    /// Stops the program, does something with its data folder, and starts it again under another address.
    /// </summary>
    public async Task RestartAsync(Action<string> meanwhile)
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        meanwhile(_folder.At("data"));
        _app = await BuildAsync(_folder, _clockOfProgram);
    }

    /// <summary>Moves the clock, and writes what is due by then.</summary>
    public async Task MoveClockAsync(TimeSpan by)
    {
        Clock.Advance(by);
        await DueClock.RunAsync(Get<ReachWindows>(), Get<Principals>(), Get<LiftEmbargoes>(), CancellationToken.None);
    }

    static async Task<WebApplication> BuildAsync(TemporaryFolder folder, TimeProvider clock)
    {
        var options = new WireOptions { Data = folder.At("data"), Urls = "http://127.0.0.1:0", IsQuiet = true };
        Environment.SetEnvironmentVariable("WRITETHRU_Delivery__Heartbeat", "00:00:01");
        var app = await WireHost.BuildAsync(options, CancellationToken.None, services =>
        {
            services.Replace(ServiceDescriptor.Singleton(clock));
            // The test writes what is due itself, after it has moved the clock.
            services.Remove(services.Single(service => service.ImplementationType == typeof(DueClock)));
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>Waits until the server has noticed that every stream was left.</summary>
    public async Task StreamsEndedAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (Get<Live>().Connected > 0)
            await Task.Delay(5, timeout.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
