using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Writethru.App.Access;
using Writethru.App.Api;
using Writethru.App.Pages;
using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Delivery;
using Writethru.Desk;
using Writethru.Desk.Linking;
using Writethru.Desk.Pictures;
using Writethru.Formats;
using Writethru.Rights;

namespace Writethru.App.Hosting;

/// <summary>Builds the server: the only place where the rooms are wired together.</summary>
public static class WireHost
{
    /// <summary>A server that is ready to start, with its log open and every fold up to date.</summary>
    /// <param name="options">What it is started with.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="replace">Replaces parts before they are wired: how tests set the clock.</param>
    /// <exception cref="DataFolderInUseException">Another process has the data folder.</exception>
    public static async Task<WebApplication> BuildAsync(WireOptions options, CancellationToken cancel,
        Action<IServiceCollection>? replace = null)
    {
        // The content root would be the working directory, and a server started in "/" would watch the whole disk.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddEnvironmentVariables("WRITETHRU_");
        builder.WebHost.UseUrls(options.Urls);
        AddLogging(builder, options);
        AddRooms(builder.Services, options);
        AddWeb(builder, options);
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        var log = app.Services.GetRequiredService<SqliteLog>();
        await RereadTakes.RunAsync(log, app.Logger, cancel).ConfigureAwait(false);
        app.Services.GetRequiredService<Gate>();
        // Their keys are there from the start, so that no copy of the folder lacks them.
        app.Services.GetRequiredService<Cursors>();
        app.Services.GetRequiredService<WireAddress>().Listening = () => UrlOf(app);
        await DueClock.RunAsync(app.Services.GetRequiredService<ReachWindows>(),
            app.Services.GetRequiredService<Principals>(), app.Services.GetRequiredService<LiftEmbargoes>(), cancel)
            .ConfigureAwait(false);
        app.UseMiddleware<ResponseHeaders>();
        app.Use(app.Services.GetRequiredService<ConnectionLimit>().InvokeAsync);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // A body over the limit is the caller's mistake, not ours: its exception carries the status.
            StatusCodeSelector = failure => failure is BadHttpRequestException bad ? bad.StatusCode : 500,
        });
        // Always a problem in JSON, whatever the caller says it accepts: a program reads it, a person can.
        app.UseStatusCodePages(pages =>
            Problems.OfStatus(pages.HttpContext.Response.StatusCode).ExecuteAsync(pages.HttpContext));
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<KnownParameters>();
        app.MapAssets();
        app.MapHealth();
        app.MapItems();
        app.MapPictures();
        app.MapFeed();
        app.MapStories();
        app.MapDiffs();
        app.MapSubscribers();
        app.MapDesk();
        app.MapKilled();
        app.MapRefusals();
        app.MapDesks();
        app.MapPrincipals();
        app.MapClock();
        app.MapProposals();
        app.MapLedger();
        app.MapAudit();
        app.MapReference();
        app.MapPages();
        return app;
    }

    /// <summary>Where the started server listens.</summary>
    public static string UrlOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!
            .Addresses.First().TrimEnd('/');

    static void AddLogging(WebApplicationBuilder builder, WireOptions options)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        });
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(options.IsQuiet ? LogLevel.Warning : LogLevel.Information);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // A server that cannot start says so in one line, at the edge of the command line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // The keys lie in the data folder, readable by its owner alone; there is nothing to wrap them with.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    static void AddRooms(IServiceCollection services, WireOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddValidated<IntakeOptions>("Intake");
        services.AddValidated<LimitOptions>("Limits");
        services.AddValidated<DeliveryOptions>("Delivery");
        services.AddValidated<LinkingOptions>("Linking");
        services.AddValidated<DeskOptions>("Desk");
        services.AddValidated<PictureOptions>("Pictures");
        services.AddValidated<FetchOptions>("Fetch");
        services.AddSingleton(sp => new ReadOptions { MaxBytes = sp.GetRequiredService<IntakeOptions>().MaxItemBytes });
        services.AddWritethruArchive(new ArchiveOptions { Folder = options.Data });
        services.AddSingleton(sp =>
        {
            var gate = new Gate();
            var proposals = sp.GetRequiredService<Proposals>();
            var requests = sp.GetRequiredService<KillRequests>();
            var orphans = sp.GetRequiredService<Orphans>();
            var files = sp.GetRequiredService<FilesToFetch>();
            // One fold for all: the log is read once at the start.
            sp.GetRequiredService<SqliteLog>().AddFold(record =>
            {
                gate.Apply(record);
                proposals.Apply(record);
                requests.Apply(record);
                orphans.Apply(record);
                files.Apply(record);
            });
            return gate;
        });
        services.AddSingleton<Uploads>();
        services.AddSingleton<ReaderPlaces>();
        services.AddSingleton<ConnectionLimit>();
        services.AddWritethruDesk();
        services.AddWritethruDelivery(sp => KeyFile.LoadOrCreate(InKeyFolder(sp, "cursor.key"), 32), sp =>
        {
            var file = InKeyFolder(sp, "log.epoch");
            return new Epoch(KeyFile.LoadOrCreate(file, Epoch.Length), id => SecretFile.Write(file, id));
        });
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        services.AddHostedService<DueClock>();
        services.AddHostedService<AlarmClock>();
        services.AddHostedService<FetchClock>();
    }

    static string InKeyFolder(IServiceProvider services, string file) =>
        Path.Combine(services.GetRequiredService<SqliteLog>().Folder.KeyFolder, file);

    static void AddWeb(WebApplicationBuilder builder, WireOptions options)
    {
        var services = builder.Services;
        services.AddOptions<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>()
            .Configure<IntakeOptions, LimitOptions, ConnectionLimit>((kestrel, intake, limits, connections) =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = intake.MaxItemBytes;
                connections.Apply(kestrel, limits);
            });
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            // A misspelt name is not the absence of what it names: of an embargo, that would open it.
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        });
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Complete);
        services.AddExceptionHandler<OperatorDenials>();
        services.AddExceptionHandler<StoreExceptions>();
        services.AddAccess();
        services.AddDataProtection()
            .SetApplicationName("writethru")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.Data, "keys")));
        services.AddRazorComponents();
        services.AddReference();
    }

    static void AddValidated<T>(this IServiceCollection services, string section) where T : class, new()
    {
        services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(sp => sp.GetRequiredService<IOptions<T>>().Value);
    }
}
