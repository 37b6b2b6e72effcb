using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats.NewsMl12;

/// <summary>Items made to harm, under the default limits: each ends with a remark, none with an exception.</summary>
public class NewsMlHostileTests
{
    public static TheoryData<string> Cases() => [.. _cases.Keys];

    static readonly Dictionary<string, Func<string>> _cases = new()
    {
        ["components 1,000 deep"] = () => Item(Repeat("<NewsComponent>", 1_000) + Repeat("</NewsComponent>", 1_000)),
        ["components 50 deep without text"] = () =>
            Item(Repeat("<NewsComponent>", 50) + Repeat("</NewsComponent>", 50)),
        ["10,000 items"] = () => $"<NewsML>{Repeat("<NewsItem/>", 10_000)}</NewsML>",
        ["1,000,000 attributes"] = () =>
            $"<NewsML {string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"a{i}='' "))}/>",
        ["a billion laughs"] = () => "<!DOCTYPE NewsML [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            + Item("<NewsComponent><ContentItem><DataContent>&b;</DataContent></ContentItem></NewsComponent>"),
        ["an entity that names a file"] = () => "<!DOCTYPE NewsML [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + Item("<NewsComponent><ContentItem><DataContent>&x;</DataContent></ContentItem></NewsComponent>"),
        ["topics that point in a circle"] = () => Item("<NewsComponent><TopicSet Duid='a'><TopicSetRef TopicSet='#b'/>"
            + "</TopicSet><TopicSet Duid='b'><TopicSetRef TopicSet='#a'/></TopicSet><DescriptiveMetadata>"
            + "<TopicOccurrence Topic='#a'/><SubjectCode><Subject FormalName='x' Vocabulary='#b'/></SubjectCode>"
            + "</DescriptiveMetadata></NewsComponent>"),
        ["an item inside of an item"] = () => Item("<NewsComponent>" + Item("<NewsComponent/>") + "</NewsComponent>"),
        ["a revision that is no number"] = () => Item("<NewsComponent/>", "9223372036854775808-1"),
        ["a status of a megabyte"] = () => "<NewsML><NewsItem><NewsManagement><Status FormalName='"
            + new string('x', 1_000_000) + "'/></NewsManagement></NewsItem></NewsML>",
        ["a table of 600,000 cells"] = () => Item("<NewsComponent><ContentItem><DataContent><nitf><body><body.content>"
            + $"<table><tr>{Repeat("<td/>", 600_000)}</tr></table></body.content></body></nitf></DataContent>"
            + "</ContentItem></NewsComponent>"),
        ["a base64 text of 100,000 paragraphs"] = () => Item(
            "<NewsComponent><ContentItem><Encoding Notation='Base64'><DataContent>"
            + $"{Repeat("PHA+YTwvcD5h", 100_000)}</DataContent></Encoding></ContentItem></NewsComponent>"),
        ["30,000 paragraphs"] = () => Item("<NewsComponent><ContentItem><DataContent><nitf><body><body.content>"
            + $"{Repeat("<p>x</p>", 30_000)}</body.content></body></nitf></DataContent></ContentItem></NewsComponent>"),
        ["30,000 pictures"] = () => Item("<NewsComponent>"
            + $"{Repeat("<NewsComponent><ContentItem Href='a.jpg'/></NewsComponent>", 30_000)}</NewsComponent>"),
        ["markup that never ends in text"] = () => Item("<NewsComponent><ContentItem><DataContent>"
            + $"{Repeat("&lt;p&gt;&lt;/", 50_000)}</DataContent></ContentItem></NewsComponent>"),
        ["a prolog that never ends"] = () => "<!DOCTYPE NewsML [" + Repeat("<!--", 10_000),
    };

    [Theory, MemberData(nameof(Cases))]
    public void It_ends_with_a_remark(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(_cases[name]());

        var result = WireFormats.Find("newsml")!.Read(bytes, ReadOptions.Default);
        _ = WireFormats.Find("newsml")!.Recognise(bytes);

        Assert.NotEmpty(result.Remarks);
        Assert.True(result.Takes.Length + result.WithoutCopy.Length > 0
            || result.Remarks.Any(remark => remark.Severity == Severity.Error));
        Assert.All(result.Remarks, remark => Assert.InRange(remark.Message.Length, 1, 2_000));
        Assert.DoesNotContain(result.Takes, take => take.Body.Length > ReadOptions.Default.MaxParagraphs);
    }

    [Fact]
    public void A_document_in_every_charset_of_its_declaration_or_against_it_is_read()
    {
        var text = Item("<NewsComponent><NewsLines><HeadLine>Größe</HeadLine></NewsLines></NewsComponent>");
        Encoding[] encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1];
        foreach (var encoding in encodings)
        {
            var bytes = encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>{text}");

            Assert.Equal("Größe", WireFormats.Find("newsml")!.Read(bytes, ReadOptions.Default).TakeOrThrow().Headline);
        }
    }

    static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    static string Item(string content, string revision = "1") => "<NewsML><NewsItem><Identification><NewsIdentifier>"
        + $"<ProviderId>a.example</ProviderId><DateId>20261124</DateId><NewsItemId>7</NewsItemId><RevisionId>{revision}"
        + $"</RevisionId></NewsIdentifier></Identification>{content}</NewsItem></NewsML>";
}
