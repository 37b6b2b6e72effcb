using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Desk.Linking;
using Writethru.Desk.Pictures;
using Writethru.Desk.Receiving;
using Writethru.Formats;
using Writethru.Rights;
using Writethru.Tests.Archive;

namespace Writethru.Tests.Desk;

/// <summary>A desk over a log and a gate of its own.</summary>
sealed class DeskLog : IAsyncDisposable
{
    readonly LogFolder? _folder;
    readonly RenditionMaker _maker;
    readonly PictureLooks _looks;
    readonly Receive _receive;

    public DeskLog() : this(new LogFolder())
    {
    }

    DeskLog(LogFolder folder) : this(folder.Open(), new Gate())
    {
        _folder = folder;
        Log.AddFold(record =>
        {
            Gate.Apply(record);
            Proposals.Apply(record);
            Orphans.Apply(record);
            KillRequests.Apply(record);
        });
    }

    /// <summary>A desk over a log and a gate that are another's; the gate is a fold of the log already.</summary>
    public DeskLog(SqliteLog log, Gate gate)
    {
        (Log, Gate) = (log, gate);
        _maker = new RenditionMaker(new PictureOptions(), TimeProvider.System);
        _looks = new PictureLooks(log);
        Keep = new KeepFile(log, _maker, _looks);
        _receive = ReceiveIn(HouseStyle.Yonhap);
        Kill = KillIn(new DeskOptions());
        Takedown = new Takedown(Log, Gate, NullLogger<Takedown>.Instance);
        TakedownPicture = new TakedownPicture(Log, Gate, NullLogger<TakedownPicture>.Instance);
        Hold = new Hold(Log, Gate, NullLogger<Hold>.Instance);
        Release = new Release(Log, Gate, NullLogger<Release>.Instance);
        SetEmbargo = new SetEmbargo(Log, Gate, NullLogger<SetEmbargo>.Instance);
        Lift = new LiftEmbargoes(Log, Gate, NullLogger<LiftEmbargoes>.Instance);
        Accept = new AcceptLink(Log, Gate, Proposals, NullLogger<AcceptLink>.Instance);
        Reject = new RejectLink(Log, Proposals, NullLogger<RejectLink>.Instance);
        Unlink = new Unlink(Log, Gate, NullLogger<Unlink>.Instance);
        Principals = new Principals(Log, Gate, NullLogger<Principals>.Instance);
        Keys = new PrincipalKeys(Log, Gate, Principals, NullLogger<PrincipalKeys>.Instance);
    }

    public SqliteLog Log { get; }

    /// <summary>Where a log of its own lies.</summary>
    public LogFolder Folder => _folder!;

    /// <summary>The clock of a log of its own.</summary>
    public FakeTimeProvider Clock => Folder.Clock;

    public Gate Gate { get; }

    public Kill Kill { get; }

    public Takedown Takedown { get; }

    public TakedownPicture TakedownPicture { get; }

    public Hold Hold { get; }

    public Release Release { get; }

    public SetEmbargo SetEmbargo { get; }

    public LiftEmbargoes Lift { get; }

    public Proposals Proposals { get; } = new();

    public KillRequests KillRequests { get; } = new();

    public AcceptLink Accept { get; }

    public RejectLink Reject { get; }

    public Unlink Unlink { get; }

    public Principals Principals { get; }

    public PrincipalKeys Keys { get; }

    public Orphans Orphans { get; } = new();

    /// <summary>The door by which bytes come in.</summary>
    public Receive Receive => _receive;

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        Kill.Dispose();
        Principals.Dispose();
        _maker.Dispose();
        if (_folder is null)
            return;
        await Log.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A door to the same log for a house of that style.</summary>
    public Receive ReceiveIn(HouseStyle style) =>
        ReceiveBy(new LinkingOptions(), new DeskOptions { HouseStyle = style });

    /// <summary>A door to the same log for a house with other options.</summary>
    public Receive ReceiveBy(LinkingOptions linking, DeskOptions desk) => new(Log, FileBy(linking, desk),
        ReadOptions.Default, NullLogger<Receive>.Instance, new BringAlong(Keep));

    /// <summary>What files takes in a house with other options.</summary>
    public FileTake FileBy(LinkingOptions linking, DeskOptions desk) =>
        new(Gate, linking, desk, new LikeStoppedPicture(Log, Gate, _looks, linking));

    /// <summary>What finds stopped pictures in a house with the options of the program.</summary>
    public LikeStoppedPicture StoppedPicture => new(Log, Gate, _looks, new LinkingOptions());

    /// <summary>What keeps the files of pictures.</summary>
    public KeepFile Keep { get; }

    /// <summary>The kill of a house with other options; whoever asks for it disposes of it.</summary>
    public Kill KillIn(DeskOptions options) => new(Log, Gate, NullLogger<Kill>.Instance, KillRequests, options);

    /// <summary>Files takes as if they had been read from bytes of their own.</summary>
    public Task<ImmutableArray<FileOutcome>> ReceiveAsync(IncomingItem item, params Take[] takes) =>
        _receive.FileAsync(item, new ReadResult { Format = "test", Takes = [.. takes] }, Cancel);

    /// <summary>Receives bytes as a publisher sends them.</summary>
    public Task<ImmutableArray<FileOutcome>> ReadAsync(string bytes) => _receive.RunAsync(Item(bytes), Cancel);

    /// <summary>Files one take; every call has bytes of its own.</summary>
    public async Task<FileOutcome> ReceiveAsync(Take take, Func<IncomingItem, IncomingItem>? with = null)
    {
        var item = Item(Guid.NewGuid().ToString());
        return (await ReceiveAsync(with is null ? item : with(item), [take]))[0];
    }

    /// <summary>Files one take and expects that it was.</summary>
    public async Task<FiledTake> FileAsync(Take take, Func<IncomingItem, IncomingItem>? with = null) =>
        Assert.IsType<FileOutcome.Filed>(await ReceiveAsync(take, with)).Take;

    /// <summary>Adds a subscriber without a territory.</summary>
    public Task SubscribeAsync(string name, params string[] territories) => Log.WriteAsync(transaction =>
        transaction.Append(new LogEntry.PrincipalChanged(new Principal
        {
            Name = name,
            Role = Role.Subscriber,
            Keys = [new ApiKey { Hash = "hash-" + name }],
            Territories = [.. territories],
        })),
        Cancel);

    /// <summary>Adds a principal, with a key that is answered; null when the name is in use.</summary>
    public Task<string?> AddAsync(string name, Role role, string by = "") =>
        Principals.AddAsync(new Principal { Name = name, Role = role }, by, Cancel);

    /// <summary>Whose key it is; null when it opens nothing.</summary>
    public Principal? OfKey(string key) =>
        Gate.Now.Principals.FindByKey(Principals.HashKey(key), Log.Clock.Read().Latest);

    /// <summary>Puts a line into the ledger: the take was sent to that subscriber.</summary>
    public Task SendAsync(FiledTake take, string subscriber) => Log.WriteAsync(transaction =>
    {
        transaction.BeginSends([new Send
        {
            Story = take.Story, Number = take.Number, Subscriber = subscriber, Path = SendPath.Feed, Grant = "",
        }]);
        return take.Number;
    }, Cancel);

    /// <summary>Every take of a story, oldest first.</summary>
    public IReadOnlyList<LogEntry.TakeFiled> Story(StoryId story) =>
        [.. Log.Story(story).Select(record => record.Entry).OfType<LogEntry.TakeFiled>()];

    public string Kept(long position) => Encoding.UTF8.GetString(Log.ReceivedBytes(position) ?? []);

    public static IncomingItem Item(string bytes) =>
        new() { Bytes = Encoding.UTF8.GetBytes(bytes), Publisher = "harbour" };

    public static Take Ferry(string id, string version = "", string text = "First text.") => new()
    {
        SenderId = id,
        SenderVersion = version,
        Headline = $"Ferry {id}",
        Slug = "FERRY",
        Body = [new Paragraph(text)],
    };
}
