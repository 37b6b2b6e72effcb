using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats;

/// <summary>
/// The contract over formats: what words do follows from the words and the place where they stand, in every format that
/// has the place; and no format lets out what another one keeps back.
/// </summary>
public class SettlementTests
{
    const string Headline = "Harbor reopens in Norland", Lead = "Boats sailed from Norport again on Tuesday.",
        Rest = "Nobody was hurt, the harbor office said.", Caption = "A boat in the harbor.";

    /// <summary>A document of each format: headline, note, first paragraph, a later one, a sub-head, a caption.</summary>
    static readonly (string Format, string Text)[] _documents =
    [
        ("plainwire", "{headline}\n\n(EDS: {note})\n\nNORPORT, Norland, Nov. 24 (KIO) -- {lead}\n\n{later}\n\n{rest}\n"),
        ("iptc7901", "\u0001kio0123 3 pl 40 kio 0123\r\n\r\nNorland-port/\r\n\u0002{headline} =\r\n\r\n"
            + "   (EDS: {note})\r\n\r\n   {lead}\r\n\r\n   {later}\r\n\r\n   {rest}\r\n\u0003241037 GMT Nov 26\r\n\u0004"),
        ("nitf", """
            <?xml version="1.0" encoding="utf-8"?><nitf><head><docdata><doc-id id-string="t1"/>
            <ed-msg info="{note}"/></docdata></head><body><body.head><hedline><hl1>{headline}</hl1></hedline></body.head>
            <body.content><p>{lead}</p><hl2>{subhead}</hl2><p>{later}</p><ul><li>{item}</li></ul>
            <table><tr><td>Norport</td><td>{cell}</td></tr></table>
            <media media-type="image"><media-reference source="a.jpg"/><media-caption>{caption}</media-caption></media>
            <p>{rest}</p></body.content></body></nitf>
            """),
        ("newsmlg2", """
            <?xml version="1.0" encoding="utf-8"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:t:1"
            version="1" standard="NewsML-G2" standardversion="2.35"><itemMeta><itemClass qcode="ninat:text"/>
            <provider literal="KIO"/><versionCreated>2026-11-24T10:00:00Z</versionCreated>
            <pubStatus qcode="stat:usable"/><edNote>{note}</edNote></itemMeta><contentMeta>
            <headline>{headline}</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">
            <html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body><p>{lead}</p>
            <h2>{subhead}</h2><p>{later}</p><ul><li>{item}</li></ul><table><tr><td>Norport</td><td>{cell}</td></tr></table>
            <figure><img src="a.jpg"/><figcaption>{caption}</figcaption></figure><p>{rest}</p></body></html></inlineXML>
            </contentSet></newsItem>
            """),
        ("ninjs", """
            {"uri":"urn:t:1","type":"text","pubStatus":"usable","headlines":[{"value":"{headline}"}],"edNote":"{note}",
            "bodies":[{"contentType":"text/html","value":"<p>{lead}</p><h2>{subhead}</h2><p>{later}</p><ul><li>{item}</li>
            </ul><table><tr><td>Norport</td><td>{cell}</td></tr></table><figure><img src='a.jpg'><figcaption>{caption}
            </figcaption></figure><p>{rest}</p>"}]}
            """),
        ("rss", """
            <?xml version="1.0"?><rss version="2.0"><channel><title>KIO</title><link>https://kio.example/</link>
            <description>d</description><item><title>{headline}</title><guid isPermaLink="false">t1</guid>
            <description><![CDATA[<p>{lead}</p><h2>{subhead}</h2><p>{later}</p><ul><li>{item}</li></ul>
            <table><tr><td>Norport</td><td>{cell}</td></tr></table>
            <figure><img src="https://kio.example/a.jpg"><figcaption>{caption}</figcaption></figure><p>{rest}</p>]]>
            </description></item></channel></rss>
            """),
        ("atom", """
            <?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>KIO</title><id>urn:k</id>
            <updated>2026-11-24T10:00:00Z</updated><entry><title>{headline}</title><id>urn:t1</id>
            <updated>2026-11-24T10:00:00Z</updated><content type="html"><![CDATA[<p>{lead}</p><h2>{subhead}</h2>
            <p>{later}</p><ul><li>{item}</li></ul><table><tr><td>Norport</td><td>{cell}</td></tr></table>
            <figure><img src="https://kio.example/a.jpg"><figcaption>{caption}</figcaption></figure><p>{rest}</p>]]>
            </content></entry></feed>
            """),
        ("jsonfeed", """
            {"version":"https://jsonfeed.org/version/1.1","title":"KIO","items":[{"id":"t1","title":"{headline}",
            "content_html":"<p>{lead}</p><h2>{subhead}</h2><p>{later}</p><ul><li>{item}</li></ul><table><tr><td>Norport</td>
            <td>{cell}</td></tr></table><figure><img src='https://kio.example/a.jpg'><figcaption>{caption}</figcaption>
            </figure><p>{rest}</p>"}]}
            """),
    ];

    static readonly Dictionary<string, string> _ordinary = new()
    {
        ["headline"] = Headline, ["note"] = "Adds details.", ["lead"] = Lead, ["later"] = "More boats come on Friday.",
        ["subhead"] = "What comes next", ["item"] = "Two boats at noon", ["cell"] = "12 boats", ["caption"] = Caption,
        ["rest"] = Rest,
    };

    static readonly string[] _places = ["headline", "note", "lead", "later", "subhead", "item", "cell", "caption"];

    public static TheoryData<string, string> Places()
    {
        var data = new TheoryData<string, string>();
        foreach (var (format, text) in _documents)
        {
            foreach (var place in _places.Where(place => text.Contains($"{{{place}}}", StringComparison.Ordinal)))
                data.Add(format, place);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_label_of_a_kill_kills_in_a_head_or_a_note_and_makes_copy_wait(string format, string place)
    {
        var expected = place is "headline" or "note" or "lead" ? TakeStatus.Canceled : TakeStatus.Withheld;
        foreach (var words in new[] { "MANDATORY KILL", "STORY WITHDRAWN", "전문 취소", "記事取り消し", "NOTIZIA ANNULLATA" })
            Assert.Equal((words, expected), (words, Read(format, place, words).Status));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Words_of_a_hold_make_it_wait_wherever_they_stand(string format, string place)
    {
        foreach (var words in new[] { "HOLD HOLD HOLD '''''", "LEGAL HOLD", "DO NOT PUBLISH", "Bitte nicht verwenden" })
        {
            var take = Read(format, place, words);
            Assert.True(take.Status == TakeStatus.Withheld || BindsPicture(take, place, words),
                $"{format}, {place}: {words} is {take.Status}");
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Words_of_an_embargo_keep_it_back_wherever_they_stand(string format, string place)
    {
        foreach (var words in new[] { "EMBARGOED UNTIL 2036-11-25T06:00:00Z", "NOT FOR PUBLICATION BEFORE 20 JANUARY",
            "EMBARGOED until 0900 GMT Dec. 1" })
        {
            var take = Read(format, place, words);
            Assert.True(take.Embargo is not null || take.Status == TakeStatus.Withheld || BindsPicture(take, place, words),
                $"{format}, {place}: {words}");
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Prose_with_the_same_words_binds_nowhere(string format, string place)
    {
        foreach (var words in new[] { "Police kill two in Norland", "The minister withdrew the bill on Monday.",
            "The court ordered a hold on the sale.", "An embargo on arms was lifted, ministers said." })
        {
            var take = Read(format, place, words);
            Assert.Equal((words, TakeStatus.Usable, null), (words, take.Status, take.Embargo));
        }
    }

    /// <summary>A caption that is nothing but a limit may be the terms of its picture, which keep that back.</summary>
    static bool BindsPicture(Take take, string place, string words) =>
        place == "caption" && take.Pictures is [{ UsageTerms.Text: var terms }]
        && words.StartsWith(terms.TrimEnd('.'), StringComparison.Ordinal);

    static Take Read(string format, string place, string words)
    {
        var text = _documents.Single(document => document.Format == format).Text;
        foreach (var (name, ordinary) in _ordinary)
            text = text.Replace($"{{{name}}}", name == place ? words : ordinary, StringComparison.Ordinal);
        text = text.TrimStart();
        if (text[0] == '{')
            text = text.ReplaceLineEndings("");
        return WireFormats.Find(format)!.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default).TakeOrThrow();
    }
}
