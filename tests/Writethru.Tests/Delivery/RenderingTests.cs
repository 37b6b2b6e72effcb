using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Formats;
using Writethru.Rights;

namespace Writethru.Tests.Delivery;

/// <summary>Whose bytes are shared with whom, and how bytes of any charset stand in the feed.</summary>
public sealed class RenderingTests : IDisposable
{
    readonly Renderings _renderings = new(new DeliveryOptions());

    public void Dispose() => _renderings.Dispose();

    [Fact]
    public void Two_channels_never_share_bytes_and_equal_ones_do()
    {
        var latin = new Channel { Charset = "iso-8859-1" };
        var format = new InCharset();

        var one = _renderings.Of(Take, format, Channel.Default);
        var other = _renderings.Of(Take, format, latin);
        var again = _renderings.Of(Take, format, new Channel { Charset = "iso-8859-1" });

        Assert.NotEqual(one.ETag, other.ETag);
        Assert.Same(other, again);
    }

    [Fact]
    public void What_is_pending_for_the_desk_is_never_what_others_get()
    {
        var format = new InCharset();
        var pending = new PendingTake(new StoryId("s"), 1, 1, null, Waits: true);

        Assert.NotSame(_renderings.Of(Take with { Pending = pending }, format, Channel.Default),
            _renderings.Of(Take, format, Channel.Default));
    }

    [Theory]
    [InlineData("utf-8", "content"), InlineData("iso-8859-1", "contentBase64")]
    public void What_stands_in_the_feed_gives_back_the_bytes_that_were_written(string charset, string property)
    {
        var item = _renderings.Of(Take, new InCharset(), new Channel { Charset = charset });
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, CanonicalJson.Options))
            FeedJson.WriteItem(writer, Take, item, "cursor");

        var found = JsonElement.Parse(json.WrittenSpan).GetProperty(property);

        Assert.Equal(item.Content.ToArray(), property == "content"
            ? Encoding.UTF8.GetBytes(found.GetString()!)
            : found.GetBytesFromBase64());
    }

    static Deliverable Take => new()
    {
        Filed = new FiledTake
        {
            Story = new StoryId("s"),
            Number = 1,
            Cause = Cause.First,
            FiledAt = DateTimeOffset.UnixEpoch,
            Take = new Take { Headline = "\u0001Zürich\r\n\u0003" },
        },
        Reading = null,
        Grant = "",
    };

    /// <summary>Headlines in the channel's charset, control bytes and all.</summary>
    sealed class InCharset : IWireFormat
    {
        public string Name => "headline";

        public string MediaType => "application/octet-stream";

        public string Extension => "bin";

        public Likelihood Recognise(ReadOnlySpan<byte> bytes) => Likelihood.No;

        public ReadResult Read(ReadOnlySpan<byte> bytes, ReadOptions options) => new();

        public ImmutableArray<Omission> Write(FiledTake filed, Channel channel, IBufferWriter<byte> output)
        {
            output.Write(Encoding.GetEncoding(channel.Charset).GetBytes(filed.Take.Headline));
            return [];
        }
    }
}
