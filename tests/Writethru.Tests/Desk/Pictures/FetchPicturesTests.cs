using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using NetVips;
using Writethru.Copy;
using Writethru.Desk.Pictures;
using Writethru.Desk.Receiving;
using Writethru.Tests.Support;

namespace Writethru.Tests.Desk.Pictures;

/// <summary>Pictures that lie elsewhere: fetched from where an operator said, and from nowhere else.</summary>
public sealed class FetchPicturesTests : IDisposable
{
    readonly Provider _provider = new();

    public void Dispose() => _provider.Dispose();

    [Fact]
    public async Task The_story_goes_out_once_more_with_the_files_that_were_fetched()
    {
        await using var desk = new DeskLog();
        var options = Allowed();
        var filed = await desk.FileAsync(Linking("/photo.jpg"));

        Assert.True(await RunAsync(desk, options, filed));

        var again = desk.Story(filed.Story)[^1].Filed;
        Assert.Equal((2, Cause.Refile), (again.Number, again.Cause));
        Assert.Equal("(REFILE: ADDS the files of photo 1)", again.Take.Advisory?.Text);
        var original = again.Take.Pictures[0].Find(RenditionNames.Original);
        Assert.Equal((300, 200), (original?.Width, original?.Height));
        Assert.Equal(_provider.Photo, desk.Log.Blobs.Read(original!.Sha256));
        Assert.True(await RunAsync(desk, options, filed));
        Assert.Equal(2, desk.Story(filed.Story).Count);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_picture_that_looks_like_a_killed_one_is_not_added(bool isKilled)
    {
        await using var desk = new DeskLog();
        var options = Allowed();
        var first = await desk.FileAsync(Linking("/photo.jpg"));
        Assert.True(await RunAsync(desk, options, first));
        _provider.Photo = Scenes.WithComment(_provider.Photo);
        if (isKilled)
            await desk.Kill.RunAsync(first.Story, "Not true", null, "desk", DeskLog.Cancel);
        var other = await desk.FileAsync(Linking("/photo.jpg") with
        {
            SenderId = "b", Headline = "Museum opens", Slug = "MUSEUM", Body = [new Paragraph("A museum has opened.")],
        });

        Assert.True(await RunAsync(desk, options, other));

        Assert.Null(desk.Gate.Now.FindPending(other.Story, 1));
        Assert.Equal(isKilled ? 1 : 2, desk.Story(other.Story).Count);
    }

    [Fact]
    public async Task Nothing_is_asked_of_a_host_that_nobody_named()
    {
        await using var desk = new DeskLog();
        var filed = await desk.FileAsync(Linking("/photo.jpg"));

        Assert.True(await RunAsync(desk, new FetchOptions { Hosts = ["photos.example"], PlainHttp = true }, filed));
        Assert.True(await RunAsync(desk, Allowed() with { PlainHttp = false }, filed));

        Assert.Empty(_provider.Asked);
        Assert.Single(desk.Story(filed.Story));
    }

    [Theory]
    [InlineData("http://{0}/photo.jpg")]
    [InlineData("http://localhost:{1}/photo.jpg")]
    [InlineData("http://[::ffff:127.0.0.1]:{1}/photo.jpg")]
    [InlineData("http://2130706433:{1}/photo.jpg")]
    [InlineData("http://0x7f.1:{1}/photo.jpg")]
    public async Task A_named_host_inside_the_house_is_never_connected_to(string href)
    {
        await using var desk = new DeskLog();
        var address = string.Format(System.Globalization.CultureInfo.InvariantCulture, href,
            _provider.Host, _provider.Port);
        var options = new FetchOptions { Hosts = [new Uri(address).Host], PlainHttp = true };
        var filed = await desk.FileAsync(Linked(address));

        await RunAsync(desk, options, filed);

        Assert.Empty(_provider.Asked);
        Assert.Single(desk.Story(filed.Story));
    }

    [Theory]
    [InlineData("/moved", true)]
    [InlineData("/none", true)]
    [InlineData("/page", true)]
    [InlineData("/long", true)]
    [InlineData("/broken", false)]
    public async Task What_is_no_picture_changes_nothing_and_only_a_failure_is_tried_again(string path, bool isDone)
    {
        await using var desk = new DeskLog();
        var filed = await desk.FileAsync(Linking(path));

        Assert.Equal(isDone, await RunAsync(desk, Allowed() with { MaxBytes = 100_000 }, filed));

        Assert.Equal([path], _provider.Asked);
        Assert.Single(desk.Story(filed.Story));
    }

    [Fact]
    public async Task What_waits_is_known_again_after_a_restart_and_let_go_when_it_is_too_old()
    {
        await using var desk = new DeskLog();
        var options = Allowed();
        var filed = await desk.FileAsync(Linking("/photo.jpg"));
        var files = new FilesToFetch(options);
        foreach (var record in desk.Log.Read(0, 100))
            files.Apply(record);

        Assert.Equal([filed.Place], files.Waiting(desk.Clock.GetUtcNow()).Select(take => take.Place));
        Assert.Empty(files.Waiting(desk.Clock.GetUtcNow().AddHours(25)));
        Assert.Empty(new FilesToFetch(new FetchOptions()).Waiting(desk.Clock.GetUtcNow()));
    }

    static async Task<bool> RunAsync(DeskLog desk, FetchOptions options, FiledTake filed)
    {
        var files = new FilesToFetch(options);
        using var fetch = new FetchPictures(desk.Log, desk.Gate, desk.Keep, files, options, desk.StoppedPicture,
            NullLogger<FetchPictures>.Instance);
        return await fetch.RunAsync(filed, DeskLog.Cancel);
    }

    /// <summary>This machine stands for the provider's: its network has to be named too.</summary>
    static FetchOptions Allowed() => new() { Hosts = ["127.0.0.1"], Networks = ["127.0.0.1/32"], PlainHttp = true };

    Take Linking(string path) => Linked($"http://{_provider.Host}{path}");

    static Take Linked(string href) => DeskLog.Ferry("a") with
    {
        Pictures = [new Picture
            { Caption = "A ferry.", Credit = "Saltern", Renditions = [new Rendition("high", href)] }],
    };

    /// <summary>A server of pictures on this machine that remembers what it was asked.</summary>
    sealed class Provider : IDisposable
    {
        readonly HttpListener _listener = new();

        public Provider()
        {
            using (var free = new TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Port = ((IPEndPoint)free.LocalEndpoint).Port;
            }
            _listener.Prefixes.Add($"http://*:{Port}/");
            _listener.Start();
            _ = ServeAsync();
        }

        public int Port { get; }

        public string Host => $"127.0.0.1:{Port}";

        public byte[] Photo { get; set; } = Image.Black(300, 200, 3).JpegsaveBuffer();

        public List<string> Asked { get; } = [];

        public void Dispose() => _listener.Close();

        async Task ServeAsync()
        {
            while (_listener.IsListening)
            {
                HttpListenerContext context;
                try
                {
                    context = await _listener.GetContextAsync();
                }
                catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
                var path = context.Request.Url!.AbsolutePath;
                Asked.Add(path);
                context.Response.StatusCode = path switch { "/moved" => 302, "/none" => 404,
                    "/broken" => 503, _ => 200 };
                if (path == "/moved")
                    context.Response.RedirectLocation = $"http://{Host}/photo.jpg";
                var body = path switch
                {
                    "/photo.jpg" => Photo,
                    "/page" => "<html>no picture</html>"u8.ToArray(),
                    "/long" => new byte[200_000],
                    _ => [],
                };
                context.Response.ContentLength64 = body.Length;
                await context.Response.OutputStream.WriteAsync(body);
                context.Response.Close();
            }
        }
    }
}
