using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Delivery;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Reading.Advisories;
using Writethru.Rights;
using Writethru.Tests.Archive;

namespace Writethru.Tests.Delivery;

/// <summary>Whose bytes are shared with whom, and how bytes of any charset stand in the feed.</summary>
public sealed class RenderingTests : IAsyncDisposable
{
    readonly LogFolder _folder = new();
    readonly SqliteLog _log;
    readonly LogRenderings _written;

    public RenderingTests()
    {
        _log = _folder.Open();
        _written = new LogRenderings(_log);
    }

    public async ValueTask DisposeAsync()
    {
        _written.Dispose();
        await _log.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void Two_channels_never_share_bytes_and_equal_ones_do()
    {
        var latin = new Channel { Charset = "iso-8859-1" };
        var format = new InCharset();

        var one = _written.Of(Take, format, Channel.Default);
        var other = _written.Of(Take, format, latin);
        var again = _written.Of(Take, format, new Channel { Charset = "iso-8859-1" });

        Assert.NotEqual(one.ETag, other.ETag);
        Assert.Same(other, again);
    }

    [Fact]
    public void What_is_pending_for_the_desk_is_never_what_others_get()
    {
        var format = new InCharset();
        var pending = new PendingTake(new StoryId("s"), 1, 1, null, Waits: true);

        Assert.NotSame(_written.Of(Take with { Pending = pending }, format, Channel.Default),
            _written.Of(Take, format, Channel.Default));
    }

    public static TheoryData<string> Formats => [.. WireFormats.All.Select(format => format.Name)];

    [Theory, MemberData(nameof(Formats))]
    public void A_channel_that_asks_for_it_gets_the_check_as_a_note_of_ours_and_others_do_not(string name)
    {
        const string note = "(ATTN: ADDS details in paras 2-3)";
        var take = Take with
        {
            Filed = Take.Filed with
            {
                Take = new Take { Headline = "Ferry", Advisory = new Advisory(note),
                    Body = [new("One."), new("Two.")] },
            },
            Reading = new TakeReading
            {
                Advisory = AdvisoryReader.Read(note),
                Check = new AdvisoryCheck
                {
                    Verdict = CheckVerdict.Incomplete,
                    Claims = [new ClaimCheck { Verdict = ClaimVerdict.Partly, Borne = [2], Missing = [3] }],
                    Unannounced = [1],
                },
            },
        };
        var format = WireFormats.Find(name)!;
        const string words = "Checked by Writethru: incomplete. adds details: says 2-3; really 2 (partly). "
            + "Not told: paragraphs 1.";

        var with = format.Read(_written.Of(take, format, new Channel { AdvisoryCheck = true }).Content.Span,
            ReadOptions.Default).TakeOrThrow();
        var without = format.Read(_written.Of(take, format, Channel.Default).Content.Span,
            ReadOptions.Default).TakeOrThrow();

        Assert.Equal(note, with.Advisory?.Text);
        Assert.Contains(words, Assert.Single(with.Notes).Text); // teleprinter formats set it in brackets
        Assert.Empty(without.Notes);
    }

    [Theory]
    [InlineData("utf-8", "content"), InlineData("iso-8859-1", "contentBase64")]
    public void What_stands_in_the_feed_gives_back_the_bytes_that_were_written(string charset, string property)
    {
        var item = _written.Of(Take, new InCharset(), new Channel { Charset = charset });
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, CanonicalJson.Options))
        {
            writer.WriteStartObject();
            StreamJson.WriteContent(writer, item);
            writer.WriteEndObject();
        }

        var found = JsonElement.Parse(json.WrittenSpan).GetProperty(property);

        Assert.Equal(item.Content.ToArray(), property == "content"
            ? Encoding.UTF8.GetBytes(found.GetString()!)
            : found.GetBytesFromBase64());
    }

    [Fact]
    public void Whoever_has_left_waits_for_no_file_and_what_needs_none_is_written()
    {
        var picture = new Picture
            { Id = "p", Renditions = [new Rendition(RenditionNames.Original, "/p") { Sha256 = new string('a', 64) }] };
        var take = Take with
        {
            Filed = Take.Filed with { Take = Take.Filed.Take with { Pictures = [picture] } },
        };
        using var left = new CancellationTokenSource();
        left.Cancel();

        Assert.Throws<OperationCanceledException>(
            () => _written.Of(take, new InCharset(), Channel.Default, left.Token));
        Assert.NotEmpty(_written.Of(Take, new InCharset(), Channel.Default, left.Token).Content.ToArray());
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

        public ImmutableArray<Omission> Write(
            FiledTake filed, TakeReading? reading, Channel channel, IBufferWriter<byte> output)
        {
            output.Write(Encoding.GetEncoding(channel.Charset).GetBytes(filed.Take.Headline));
            return [];
        }
    }
}
