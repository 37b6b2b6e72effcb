using Writethru.Delivery;

namespace Writethru.App.Hosting;

/// <summary>Wiring of delivery.</summary>
static class DeliveryServices
{
    /// <summary>Adds the outlets. Needs the log, the gate, a clock and <see cref="DeliveryOptions"/>.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="cursorKey">
    /// 32 random bytes that seal the cursors; the same after a restart, or every cursor is void.
    /// </param>
    public static IServiceCollection AddWritethruDelivery(this IServiceCollection services,
        Func<IServiceProvider, byte[]> cursorKey) => services
        .AddSingleton(sp => new Cursors(cursorKey(sp)))
        .AddSingleton<Ledger>()
        .AddSingleton<Deliveries>()
        .AddSingleton<PictureAudit>()
        .AddSingleton<Outlet>()
        .AddSingleton<WireAddress>()
        .AddSingleton<Renderings>()
        .AddSingleton<RenditionFiles>()
        .AddSingleton<Pull>()
        .AddSingleton<Live>()
        .AddSingleton<Wire>();
}
