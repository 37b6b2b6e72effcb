using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Formats;

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

    public OutgoingItem Of(Deliverable take, IWireFormat format, Channel channel) =>
        Of(take, format, channel, TestContext.Current.CancellationToken);

    public OutgoingItem Of(Deliverable take, IWireFormat format, Channel channel, CancellationToken cancel) =>
        Renderings.Of(take, format, channel, cancel);

    public void Dispose()
    {
        Renderings.Dispose();
        _files.Dispose();
    }
}
