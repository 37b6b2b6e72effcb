using Writethru.Desk;
using Writethru.Desk.Linking;
using Writethru.Desk.Pictures;
using Writethru.Desk.Receiving;

namespace Writethru.App.Hosting;

/// <summary>Wiring of the desk.</summary>
static class DeskServices
{
    /// <summary>
    /// Adds the desk's verbs. Needs the log, the gate, a clock and <see cref="Formats.ReadOptions"/>.
    /// </summary>
    public static IServiceCollection AddWritethruDesk(this IServiceCollection services) => services
        .AddSingleton<FileTake>()
        .AddSingleton<LikeStoppedPicture>()
        .AddSingleton<PictureLooks>()
        .AddSingleton<RenditionMaker>()
        .AddSingleton<KeepFile>()
        .AddSingleton<BringAlong>()
        .AddSingleton<FilesToFetch>()
        .AddSingleton<FetchPictures>()
        .AddSingleton<Receive>()
        .AddSingleton<ReceivePicture>()
        .AddSingleton<CorrectCaption>()
        .AddSingleton<KillRequests>()
        .AddSingleton<KillAlarm>()
        .AddSingleton<Orphans>()
        .AddSingleton<OrphanAlarm>()
        .AddSingleton<DismissOrphan>()
        .AddSingleton<Kill>()
        .AddSingleton<ReadKilled>()
        .AddSingleton<Takedown>()
        .AddSingleton<TakedownPicture>()
        .AddSingleton<Hold>()
        .AddSingleton<Release>()
        .AddSingleton<SetEmbargo>()
        .AddSingleton<LiftEmbargoes>()
        .AddSingleton<ReachWindows>()
        .AddSingleton<Clear>()
        .AddSingleton<Proposals>()
        .AddSingleton<RejectLink>()
        .AddSingleton<AcceptLink>()
        .AddSingleton<Unlink>()
        .AddSingleton<Principals>()
        .AddSingleton<PrincipalKeys>();
}
