using Writethru.Archive;
using Writethru.Archive.Sqlite;

namespace Writethru.App.Hosting;

/// <summary>Wiring of the archive.</summary>
static class ArchiveServices
{
    /// <summary>
    /// Adds the log on the data folder. It opens when it is first asked for, and closes with the container.
    /// </summary>
    public static IServiceCollection AddWritethruArchive(this IServiceCollection services, ArchiveOptions options) =>
        services.AddSingleton(sp => SqliteLog.Open(
            options, sp.GetRequiredService<TimeProvider>(), sp.GetRequiredService<ILogger<SqliteLog>>()));
}
