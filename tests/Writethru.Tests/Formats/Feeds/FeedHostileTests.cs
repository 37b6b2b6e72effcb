using System.Text;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats.Feeds;

/// <summary>Feeds that want to hurt: each ends in a take, in "no copy", or in an error, and in no exception.</summary>
public class FeedHostileTests
{
    const string Open = "<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel><title>K</title><item>"
        + "<guid isPermaLink='false'>1</guid><title>T</title>";

    const string Close = "</item></channel></rss>";

    static readonly string[] _scripts =
    [
        "<script>evil()</script>", "<SCRIPT SRC=x>evil()</SCRIPT >", "<scr<script>ipt>evil()</script>",
        "<style>evil()</style>", "<iframe srcdoc='evil()'>evil()</iframe>", "<svg><script>evil()</script></svg>",
        "<object data='evil()'>evil()</object>", "<math><mtext><script>evil()</script></mtext></math>",
        "<noscript><p title='</noscript><script>evil()</script>'></noscript>", "<template><b>evil()</b></template>",
        "<form action='evil()'>evil()</form>", "<img src='javascript:evil()' onerror='evil()'>",
        "<p onclick='evil()' style='x:expression(evil())'></p>", "<!-- <p>evil()</p> -->",
    ];

    public static TheoryData<string> Names() =>
    [
        "billion laughs", "external entity", "deep nesting", "many attributes", "long attribute", "many items",
        "many categories", "many links", "many descriptions", "many enclosures", "many thumbnails", "many twins",
        "open comment", "open section", "controls", "processing instructions", "rebound prefix", "wrong charset",
        "half a feed", "far dates", "deep json", "many tags", "huge number", "json twins", "extension of nonsense",
        "script",
    ];

    [Theory, MemberData(nameof(Names))]
    public async Task It_ends_without_an_exception_and_says_what_it_found(string name)
    {
        var bytes = Make(name);
        var format = bytes.AsSpan().TrimStart(" \n"u8) is [(byte)'{', ..] ? "jsonfeed" : "rss";

        var reading = Task.Run(() => WireFormats.Find(format)!.Read(bytes, ReadOptions.Default),
            TestContext.Current.CancellationToken);
        var result = await reading.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.True(!result.Takes.IsEmpty || !result.WithoutCopy.IsEmpty
            || result.Remarks.Any(remark => remark.Severity == Severity.Error));
        Assert.NotEmpty(result.Remarks);
        Assert.All(result.Takes, take => CanonicalJson.ToUtf8(take));
    }

    [Theory]
    [InlineData("atom"), InlineData("rss"), InlineData("jsonfeed")]
    public void No_script_becomes_copy_however_it_is_sent(string name)
    {
        foreach (var script in _scripts)
        {
            var html = $"<p>Safe.</p>{script}";
            var feed = name switch
            {
                "atom" => $"<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='html'>"
                    + $"{Escape(html)}</content></entry></feed>",
                "rss" => $"{Open}<description>{Escape(html)}</description>{Close}",
                _ => $$"""{"version":"https://jsonfeed.org/version/1.1","items":[{"content_html":{{
                    System.Text.Json.JsonSerializer.Serialize(html)}}}]}""",
            };

            var take = WireFormats.Read(Encoding.UTF8.GetBytes(feed), ReadOptions.Default).TakeOrThrow();
            var text = RoundTrip.Write(WireFormats.Find(name)!, RoundTrip.File(take with { Pictures = [] }), out _);

            Assert.Equal("Safe.", take.Body[0].Text);
            Assert.DoesNotContain("evil",
                string.Concat(take.Body.Skip(1).Select(p => p.Text).Where(text => text != "ipt>evil()")));
            Assert.Empty(FeedRules.Check(name, Encoding.UTF8.GetBytes(text)));
        }
    }

    [Fact]
    public void An_element_of_another_namespace_is_never_taken_for_one_of_ours()
    {
        var feed = "<rss version='2.0' xmlns:x='urn:other'><channel><item><x:title>No</x:title><title>Yes</title>"
            + "<x:guid>no</x:guid></item></channel></rss>";

        var take = WireFormats.Read(Encoding.UTF8.GetBytes(feed), ReadOptions.Default).TakeOrThrow();

        Assert.Equal(("Yes", ""), (take.Headline, take.SenderId));
        Assert.Equal(["urn:other:title", "urn:other:guid"], take.Extras.Select(extra => extra.Name));
    }

    [Fact]
    public void The_extension_cannot_free_what_the_feed_stops()
    {
        var feed = RoundTrip.Write(WireFormats.Find("atom")!, RoundTrip.File(new Take { Headline = "H" }), out _)
            .Replace("<content", "<app:control xmlns:app='http://www.w3.org/2007/app'><app:draft>yes</app:draft>"
                + "</app:control><content", StringComparison.Ordinal);

        var take = WireFormats.Read(Encoding.UTF8.GetBytes(feed), ReadOptions.Default).TakeOrThrow();

        Assert.Equal(TakeStatus.Withheld, take.Status);
    }

    static string Escape(string html) => System.Security.SecurityElement.Escape(html);

    static string Times(int count, Func<int, string> piece) =>
        string.Concat(Enumerable.Range(0, count).Select(piece));

    static byte[] Make(string name) => name == "wrong charset"
        ? [.. "<?xml version='1.0' encoding='utf-8'?>"u8, .. Encoding.Latin1.GetBytes($"{Open}<title>é{Close}")]
        : Encoding.UTF8.GetBytes(name switch
        {
            "billion laughs" => "<!DOCTYPE rss [<!ENTITY a 'ha'>" + Times(9, i =>
                $"<!ENTITY {(char)('b' + i)} '{Times(10, _ => $"&{(char)('a' + i)};")}'>")
                + $"]>{Open}<description>&j;</description>{Close}",
            "external entity" => "<!DOCTYPE rss [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x'> %p;"
                + $"<!ENTITY f SYSTEM 'file:///etc/hostname'>]>{Open}<description>&f;</description>{Close}",
            "deep nesting" => Open + Times(100_000, _ => "<a>") + Times(100_000, _ => "</a>") + Close,
            "many attributes" => $"{Open}<enclosure {Times(100_000, i => $"a{i}='' ")}/>{Close}",
            "long attribute" => $"{Open}<enclosure url='{new string('x', 9_000_000)}' type='image/jpeg'/>{Close}",
            "many items" => "<rss><channel>"
                + Times(100_000, i => $"<item><title>{i}</title></item>") + "</channel></rss>",
            "many categories" => Open + Times(200_000, i => $"<category>{i}</category>") + Close,
            "many links" => Open + Times(200_000, i => $"<comments>{i}</comments>") + Close,
            "many descriptions" => Open + Times(50_000, i => $"<description>{i}</description>") + Close,
            "many enclosures" => Open + Times(100_000, i => $"<enclosure url='{i}' type='image/png'/>") + Close,
            "many thumbnails" => Open + Times(100_000, i => $"<media:thumbnail url='{i}'/>") + Close,
            "many twins" => Open + Times(6_000, i =>
                $"<media:group><media:content url='a.jpg'/><media:content url='{i}.jpg'/></media:group>") + Close,
            "open comment" => $"{Open}<!-- {new string('-', 1_000_000)}",
            "open section" => $"{Open}<description><![CDATA[{new string(']', 1_000_000)}",
            "controls" => $"{Open}<description>&#x1;&#0;&#xFFFE;\0\u0007</description>{Close}",
            "processing instructions" => Open + Times(200_000, _ => "<?a b?>") + Close,
            "rebound prefix" => Open + "<media:content xmlns:media='urn:x' url='a.jpg'/><x xmlns=''/>" + Close,
            "half a feed" => $"{Open}<description>The port",
            "far dates" => $"{Open}<pubDate>Fri, 31 Dec 9999 23:59:59 -1400</pubDate><x/>{Close}",
            "deep json" => "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":" + new string('[', 100_000),
            "many tags" => "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"title\":\"T\",\"tags\":["
                + Times(200_000, i => $"\"{i}\",") + "1]}]}",
            "huge number" => "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":1e400,"
                + "\"attachments\":[{\"url\":\"a\",\"size_in_bytes\":1e999}]}]}",
            "json twins" => "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{"
                + Times(100_000, i => $"\"title\":\"{i}\",") + "\"id\":1}]}",
            "extension of nonsense" => $"{Open}<x:take xmlns:x='urn:writethru:take:1'><map xmlns='x'>"
                + "<number key='form'>1</number><array key='keywords'><map/></array><array key='links'>"
                + "<number>1</number></array></map></x:take>"
                + Close,
            _ => $"{Open}<description>{Escape(string.Concat(_scripts))}</description>{Close}",
        });
}
