using Writethru.Archive.Sqlite;
using Writethru.Delivery;

namespace Writethru.Tests.Delivery;

/// <summary>Renderings over a log, with all that they work with.</summary>
sealed class LogRenderings : IDisposable
{
    readonly RenditionFiles _files;

    public LogRenderings(SqliteLog log)
    {
        var options = new DeliveryOptions();
        _files = new RenditionFiles(log, options);
        Renderings = new Renderings(options, new WireAddress(options), _files);
    }

    public Renderings Renderings { get; }

    public void Dispose()
    {
        Renderings.Dispose();
        _files.Dispose();
    }
}
