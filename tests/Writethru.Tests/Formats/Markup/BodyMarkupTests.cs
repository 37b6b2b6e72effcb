using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Formats;
using Writethru.Formats.Markup;

namespace Writethru.Tests.Formats.Markup;

public class BodyMarkupTests
{
    [Fact]
    public void A_body_written_as_html_reads_back_the_same() =>
        RichTakes.Paragraph.Array[0, 8].Sample(body =>
            AssertSame(body, ReadHtml(new MarkupWriter(MarkupDialect.Html).Write([.. body]))));

    [Theory]
    [InlineData("two\n\nbreaks"), InlineData("a space \nbefore a break"), InlineData("a space\n after one")]
    [InlineData("\nat the start"), InlineData("at the end\n"), InlineData("one\nbreak"), InlineData("\n\n\na\n b \n\n")]
    public void Odd_white_space_written_as_html_reads_back_the_same(string text) =>
        AssertSame([new Paragraph(text)], ReadHtml(new MarkupWriter(MarkupDialect.Html).Write([new Paragraph(text)])));

    [Theory]
    [InlineData("xhtml"), InlineData("nitf")]
    public void A_body_written_as_elements_reads_back_the_same(string name)
    {
        var dialect = name == "nitf" ? MarkupDialect.Nitf : MarkupDialect.Xhtml;

        RichTakes.Paragraph.Array[0, 8].Sample(body =>
            AssertSame(body, ReadXml(new MarkupWriter(dialect).Write([.. body]))));
    }

    [Theory]
    [InlineData("two\n\nlines"), InlineData("\nopening"), InlineData("closing\n"), InlineData("three\n\n\nlines")]
    public void Empty_lines_in_a_paragraph_stay_one_paragraph_and_are_kept_or_said(string text)
    {
        ImmutableArray<Paragraph> body = [new Paragraph(text), new Paragraph("Next.")];

        Assert.Equal(text, ReadHtml(new MarkupWriter(MarkupDialect.Html).Write(body))[0].Text);
        var nitf = ReadXml(new MarkupWriter(MarkupDialect.Nitf).Write(body));
        Assert.Equal(2, nitf.Length);
        Assert.Equal(OneLine.Of(text), OneLine.Of(nitf[0].Text));
        Assert.Equal("body[0].text", Assert.Single(XmlText.OmissionsOf(body, MarkupDialect.Nitf)).Field);
    }

    [Theory]
    [InlineData("<p>a <b>", 3), InlineData("<p>a <i>", 3), InlineData("<p>a <em><b><i><cite><sup><strong>", 16)]
    [InlineData("<p>a <a href=#>", 3), InlineData("<p>a <a href=#{0}>", 16)]
    public void Marks_that_nothing_ends_do_not_pile_up(string tags, int most)
    {
        var html = string.Concat(Enumerable.Range(0, 15_000)
            .Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, tags, i)));

        var body = ReadHtml(html);

        Assert.Equal(15_000, body.Length);
        Assert.All(body, paragraph => Assert.InRange(paragraph.Marks.Length, 0, most));
    }

    [Fact]
    public void Marks_in_each_other_are_kept_as_far_as_anybody_nests_them()
    {
        var body = ReadHtml("<p>a <b>b <i>c <b>d</b></i></b> e</p>");

        Assert.Equal([("b c d", MarkKind.Strong), ("c d", MarkKind.Emphasis), ("d", MarkKind.Strong)],
            body[0].Marks.Select(mark => (body[0].Text.Substring(mark.Span.Start, mark.Span.Length), mark.Kind)));
    }

    [Fact]
    public void Pictures_behind_blank_text_are_read_in_one_pass()
    {
        var html =
            $"<pre>{new string(' ', 200_000)}{string.Concat(Enumerable.Repeat("<img src=a>", 15_000))}</pre><p>b</p>";

        Assert.Equal("b", Assert.Single(ReadHtml(html)).Text);
    }

    [Fact]
    public void Superscript_in_nitf_stands_in_a_number_and_holds_no_other_mark()
    {
        ImmutableArray<Paragraph> body =
        [
            new Paragraph("m2 wide")
            {
                Marks = [new Mark(new TextSpan(1, 1), MarkKind.Superscript),
                    new Mark(new TextSpan(1, 1), MarkKind.Emphasis)],
            },
        ];

        Assert.Equal("<p>m<num><sup>2</sup></num> wide</p>", new MarkupWriter(MarkupDialect.Nitf).Write(body));
        Assert.Equal("body[0].marks", Assert.Single(XmlText.OmissionsOf(body, MarkupDialect.Nitf)).Field);
        Assert.Empty(XmlText.OmissionsOf(body, MarkupDialect.Html));
    }

    [Theory]
    [InlineData("<p>One <b>two</b> three.</p><p>&nbsp;</p><p>Four</p>", "One two three.|Four")]
    [InlineData("One<br>two<br/><br/>three", "One\ntwo|three")]
    [InlineData("<div><div>One</div>two</div>three", "One|two|three")]
    [InlineData("a < b <3 & c &amp; d &bogus; <", "a < b <3 & c & d &bogus; <")]
    [InlineData("<p>One<script>alert('<p>no</p>')</script> two</p>", "One two")]
    [InlineData("<ul><li>One<li>Two</ul>Three", "One|Two|Three")]
    [InlineData("<p>unclosed <em>mark<p>next", "unclosed mark|next")]
    [InlineData("</p></div>stray", "stray")]
    [InlineData("<p>&#32;two&#32;&#32;spaces</p>", " two  spaces")]
    [InlineData("<!-- a --><p>One<!-- b -->two</p><!-- open", "Onetwo")]
    [InlineData("<![CDATA[One]]> two<![CDATA[ three", "One two three")]
    [InlineData("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1\t2\n3")]
    [InlineData("<table><tr><td><p>1</p><p>2</p></td><td><table><tr><td>x</td></tr></table></td></tr></table>",
        "1 2\tx")]
    public void Html_becomes_these_paragraphs(string html, string expected) =>
        Assert.Equal(expected, string.Join('|', ReadHtml(html).Select(paragraph => paragraph.Text)));

    [Theory]
    [InlineData("<p>One</p><!-- swallowed")]
    [InlineData("<p>One</p><a href='swallowed")]
    [InlineData("<p>One</p><! swallowed")]
    public void What_never_ends_swallows_the_rest_and_is_said(string html)
    {
        var body = new BodyBuilder(ReadOptions.Default);
        HtmlReader.Feed(html, body);
        body.Finish();

        Assert.Equal("One", Assert.Single(body.Paragraphs).Text);
        Assert.Equal(["a comment or tag without an end"], body.LostContent);
    }

    [Fact]
    public void A_subhead_takes_no_number_and_stands_over_the_next_paragraph()
    {
        var body = ReadHtml("<p>One</p><h2>Harbor <i>wall</i></h2><p>Two</p><h3>Last</h3>");

        Assert.Equal(["One", "Two", "Last"], body.Select(paragraph => paragraph.Text));
        Assert.Equal(new Subhead(2, "Harbor wall"), Assert.Single(body[1].Subheads));
        Assert.Empty(body[2].Subheads);
    }

    [Fact]
    public void Marks_lie_where_their_words_stand()
    {
        var paragraph = Assert.Single(
            ReadHtml("<p>One <b> two </b>and <a href='http://a.example/?x=1&amp;y'>three</a>.</p>"));

        Assert.Equal("One two and three.", paragraph.Text);
        Assert.Equal(
            [new Mark(new TextSpan(4, 4), MarkKind.Strong),
             new Mark(new TextSpan(12, 5), MarkKind.Link, "http://a.example/?x=1&y")],
            paragraph.Marks);
    }

    [Fact]
    public void No_pieces_of_markup_make_the_reader_throw_or_lose_words() =>
        Gen.OneOf("<p>", "</p>", "<b>", "</b>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<ul>", "<li>", "</ul>",
            "<h2>", "</h2>", "<pre>", "</pre>", "<br>", "word ", "&amp;", "<a href=x>", "</a>", "<blockquote>",
            "</blockquote>", "<figure>", "<img src=a>", "<figcaption>", "</figure>", "<", "<x y='", "\n")
        .Array[0, 40].Sample(pieces =>
        {
            var html = string.Concat(pieces);

            var body = ReadHtml(html);

            Assert.All(body, paragraph => Assert.All(paragraph.Marks, mark => Assert.InRange(
                mark.Span.Start + mark.Span.Length, 1, paragraph.Text.Length)));
        });

    [Theory]
    [InlineData("<table><tr><td>1<td>2<td>3<td>4")]
    [InlineData("<table><tr><td>1<td>2</table><table><tr><td>3<td>4</table>")]
    public void A_body_with_more_cells_than_allowed_says_so_when_it_has_ended_too(string html)
    {
        var body = new BodyBuilder(new ReadOptions { MaxNodes = 3 });
        HtmlReader.Feed(html, body);
        body.Finish();

        Assert.True(body.IsTooMuch);
    }

    static void AssertSame(IEnumerable<Paragraph> expected, ImmutableArray<Paragraph> found) => Assert.Equal(
        Encoding.UTF8.GetString(CanonicalJson.ToUtf8(new Take { Body = [.. expected] })),
        Encoding.UTF8.GetString(CanonicalJson.ToUtf8(new Take { Body = found })));

    static ImmutableArray<Paragraph> ReadHtml(string html)
    {
        var body = new BodyBuilder(ReadOptions.Default);
        HtmlReader.Feed(html, body);
        body.Finish();
        return body.Paragraphs;
    }

    static ImmutableArray<Paragraph> ReadXml(string markup)
    {
        var source = XmlSource.Read(Encoding.UTF8.GetBytes($"<body>{markup}</body>"), ReadOptions.Default);
        var body = new BodyBuilder(ReadOptions.Default);
        MarkupReader.Feed(source.Root!, body);
        body.Finish();
        return body.Paragraphs;
    }
}
