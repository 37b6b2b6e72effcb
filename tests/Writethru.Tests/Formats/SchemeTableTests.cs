using System.Diagnostics;
using System.Text;
using Writethru.Formats;
using Writethru.Formats.Markup;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

public class SchemeTableTests
{
    [Theory]
    [InlineData("stat", "http://cv.iptc.org/newscodes/pubstatusg2/")]
    [InlineData("medtop", "http://cv.iptc.org/newscodes/mediatopic/")]
    [InlineData("subj", "http://cv.iptc.org/newscodes/subjectcode/")]
    public void An_alias_stands_for_its_scheme_and_the_scheme_for_its_alias(string alias, string uri)
    {
        Assert.Equal(uri, SchemeTable.UriOf(alias));
        Assert.Equal(alias, SchemeTable.AliasOf(uri));
    }

    [Fact]
    public void What_is_no_alias_of_the_catalogs_stands_for_nothing()
    {
        Assert.Null(SchemeTable.UriOf("kiostat"));
        Assert.Null(SchemeTable.AliasOf("https://harbor.example/codes/"));
        Assert.False(SchemeTable.TryPart("https://harbor.example/codes/7", out _, out _));
        Assert.True(SchemeTable.TryPart("http://cv.iptc.org/newscodes/mediatopic/03000000", out _, out var code));
        Assert.Equal("03000000", code);
    }

    [Fact]
    public async Task The_table_is_what_its_script_makes()
    {
        var catalogs = RepoFiles.SharedOrSkip("corpus", "newsml-g2", "catalogs");
        var script = Path.Combine(RepoFiles.Root, "tools", "scheme-table", "make.sh");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs sh");
        using var sh = Process.Start(new ProcessStartInfo("sh", [script, catalogs]) { RedirectStandardOutput = true })!;

        var made = await sh.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        await sh.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, sh.ExitCode);
        Assert.Equal(await File.ReadAllTextAsync(
            Path.Combine(RepoFiles.Root, "src", "Writethru.Formats", "Schemes", "schemes.tsv"),
            TestContext.Current.CancellationToken), made);
    }

    [Fact]
    public void A_prefix_of_the_schema_instance_needs_no_declaration()
    {
        var source = XmlSource.Read(
            Encoding.UTF8.GetBytes("<a xsi:schemaLocation='x y'><b/></a>"), ReadOptions.Default);

        Assert.Equal("b", Assert.Single(source.Root!.Children).Name);
    }

    [Fact]
    public void Two_line_breaks_in_a_row_are_written_as_one_and_said()
    {
        var body = new[] { new Writethru.Copy.Paragraph("one\n\ntwo") };

        Assert.Equal("<p>one<br/>two</p>", new MarkupWriter(MarkupDialect.Xhtml).Write([.. body]));
        Assert.Equal("body[0].text", Assert.Single(XmlText.OmissionsOf([.. body], MarkupDialect.Xhtml)).Field);
    }
}
