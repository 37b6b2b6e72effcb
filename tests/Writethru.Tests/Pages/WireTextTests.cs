using Writethru.App.Pages;
using Writethru.Tests.Support;

namespace Writethru.Tests.Pages;

public class WireTextTests
{
    [Theory]
    [InlineData("<script>alert('x')</script>", "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;")]
    [InlineData("Lind & Sohn \"live\"", "Lind &amp; Sohn &quot;live&quot;")]
    [InlineData("새별시 의회", "새별시 의회")]
    [InlineData("الجسر القديم", "الجسر القديم")]
    [InlineData("Brücke", "Brücke")]
    public void Markup_is_text_and_letters_stay_letters(string text, string html) =>
        Assert.Equal(html, WireText.Of(text).Value);

    [Fact]
    public void Nothing_else_in_the_program_makes_markup_of_text()
    {
        var app = Path.Combine(RepoFiles.Root, "src", "Writethru.App");
        var makers = Directory.EnumerateFiles(app, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .Where(file => !Path.GetRelativePath(app, file).StartsWith("obj", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file) is var source
                && (source.Contains("MarkupString", StringComparison.Ordinal)
                    || source.Contains("AddMarkupContent", StringComparison.Ordinal)))
            .Select(Path.GetFileName);

        Assert.Equal(["WireText.cs"], makers);
    }
}
