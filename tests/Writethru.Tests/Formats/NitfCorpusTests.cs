using System.Text;
using Writethru.Formats;
using Writethru.Formats.Markup;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

/// <summary>Real NITF, alone and inside of NewsML 1 and NewsML-G2, where it lies beside the repository.</summary>
public class NitfCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_document_alone_reads_to_a_whole_take()
    {
        var index = RepoFiles.SharedOrSkip("corpus", "INDEX.tsv");
        var files = File.ReadLines(index).Skip(1).Select(line => line.Split('\t'))
            .Where(columns => columns[2].StartsWith("NITF", StringComparison.Ordinal)
                && columns[0].EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                && IsNitf(RepoFiles.SharedOrSkip("corpus", columns[0])))
            .Select(columns => columns[0]).ToList();
        output.WriteLine($"{files.Count} documents of NITF alone");
        Assert.NotEmpty(files);

        Assert.All(files, file =>
        {
            var take = WireFormats.Read(File.ReadAllBytes(RepoFiles.SharedOrSkip("corpus", file)), ReadOptions.Default)
                .TakeOrThrow();
            Assert.NotEmpty(take.Headline + (take.Body.FirstOrDefault()?.Text ?? ""));
            Assert.NotEmpty(take.Body);
            Assert.NotNull(take.VersionCreated);
            Assert.NotEmpty(take.SenderId);
        });
    }

    static bool IsNitf(string file) => WireFormats.Recognise(File.ReadAllBytes(file))?.Name == "nitf";

    /// <summary>
    /// Every word of every element is in the take, or a remark says what was left out; counted by the format around it.
    /// </summary>
    [Theory]
    [InlineData("newsml-1"), InlineData("newsml-g2")]
    public void Every_element_inside_another_format_loses_no_word(string folder)
    {
        var (files, elements, empty) = (0, 0, 0);
        foreach (var file in Directory.EnumerateFiles(
            RepoFiles.SharedOrSkip("corpus", folder), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            var source = XmlSource.Read(File.ReadAllBytes(file), ReadOptions.Default);
            var parts = source.Root?.SelfAndDescendants().Where(IsHolder).ToList() ?? [];
            files += parts.Count > 0 ? 1 : 0;
            elements += parts.Count;
            foreach (var part in parts)
            {
                var content = NitfContent.Read(part, ReadOptions.Default, source);
                empty += content.Copy.Body.IsEmpty ? 1 : 0;
                AssertNoWordIsLost(part, content, source, file);
            }
        }
        output.WriteLine($"{folder}: {elements} elements of NITF in {files} files, {empty} without a paragraph");
        Assert.True(elements > 0);
    }

    /// <summary>An element nitf, or the content of a bcNITF that stands without one.</summary>
    static bool IsHolder(XmlPart part) => part.Name == "nitf"
        || part.Name == "DataContent" && part.Child("nitf") is null
            && part.Children.Any(child => child.Name is "p" or "media");

    static void AssertNoWordIsLost(XmlPart part, NitfContent content, XmlSource source, string file)
    {
        var copy = content.Copy;
        var kept = Letters(string.Concat(
            [
                copy.Headline, copy.Byline, "By", copy.Dateline?.Text ?? "", copy.Provider, copy.UsageTerms?.Text ?? "",
                copy.CopyrightHolder, copy.CopyrightNotice, copy.Contact, copy.Advisory?.Text ?? "",
                .. copy.Headlines.Concat(copy.Descriptions).Select(line => line.Text),
                .. copy.Notes.Select(note => note.Text), .. copy.Extras.Select(extra => extra.Text),
                .. copy.Body.SelectMany(
                    paragraph => paragraph.Subheads.Select(head => head.Text).Append(paragraph.Text)),
                .. copy.Pictures.Select(picture => $"{picture.Caption}{picture.Credit}{picture.UsageTerms?.Text}"),
            ]));
        var words = part.SelfAndDescendants().Where(element => element.Name is not "head")
            .SelectMany(element => element.Content.Where(node => node.Part is null))
            .Except(content.Head?.SelfAndDescendants().SelectMany(element => element.Content) ?? [])
            .SelectMany(node => node.Text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
            .Select(Letters);
        Assert.All(words, word => Assert.True(
            kept.Contains(word, StringComparison.Ordinal)
                || source.Remarks.Resolve(source.Text).Any(remark => remark.Code == "NITF-102"),
            $"'{word}' of {Path.GetFileName(file)} is lost"));
    }

    static string Letters(string text) => new StringBuilder().Append([.. text.Where(char.IsLetterOrDigit)]).ToString();
}
