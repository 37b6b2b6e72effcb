using System.Text;
using System.Text.Json;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

/// <summary>
/// Real copy that lies beside a developer's clone. Expectations are counts and what the files themselves say.
/// </summary>
public class RealDispatchTests
{
    [Fact]
    public void The_real_dispatch_is_read_whole()
    {
        var bytes = File.ReadAllBytes(RepoFiles.SharedOrSkip("samples", "dispatch.txt"));
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');

        var result = WireFormats.Read(bytes, ReadOptions.Default);
        var take = result.TakeOrThrow();

        Assert.Equal("plainwire", result.Format);
        Assert.Equal("utf-8", result.Encoding);
        Assert.Equal(lines[0], take.Advisory?.Text);
        Assert.Equal(("", "", ""), (take.Headline, take.Slug, take.Byline));
        Assert.Equal(["SEOUL"], take.Dateline!.Places);
        Assert.Equal("--09-19", take.Dateline.Date?.ToString());
        Assert.Equal("Yonhap", take.Dateline.Agency);
        Assert.StartsWith(take.Dateline.Text + " ", lines[1]);
        Assert.Equal(10, take.Body.Length);
        Assert.Equal(lines[1][(take.Dateline.Text.Length + 1)..], take.Body[0].Text);
        Assert.Equal([3, 10], take.Pictures.Select(picture => picture.After));
        Assert.All(take.Pictures, picture => Assert.Equal("Yonhap", picture.Credit));
        Assert.All(take.Pictures, picture => Assert.Equal(
            "For Use Only in the Republic of Korea. No Redistribution", picture.UsageTerms?.Text));
        Assert.All(take.Pictures, picture => Assert.EndsWith(".", picture.Caption));
        Assert.Equal(lines[^2], take.Contact);
        Assert.Equal("(END)", take.EndMark);
        Assert.Empty(take.Extras);
        Assert.Null(take.Embargo);
    }

    [Fact]
    public void Every_line_of_the_real_dispatch_is_in_the_take()
    {
        var bytes = File.ReadAllBytes(RepoFiles.SharedOrSkip("samples", "dispatch.txt"));
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');

        var take = WireFormats.Read(bytes, ReadOptions.Default).TakeOrThrow();

        var back = lines.Skip(1).SkipLast(2)
            .Where(line => !line.EndsWith("(Yonhap)", StringComparison.Ordinal))
            .ToList();
        back[0] = back[0][(take.Dateline!.Text.Length + 1)..];
        Assert.Equal(back, take.Body.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void Takes_put_together_again_keep_their_paragraph_numbers()
    {
        var rows = File.ReadLines(RepoFiles.SharedOrSkip("reading", "takes", "yonhap-takes.jsonl")).ToList();
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            using var gold = JsonDocument.Parse(row);
            var json = gold.RootElement;
            var paragraphs = json.GetProperty("paragraphs").EnumerateArray().Select(item => item.GetString()!).ToList();
            var advisory = json.GetProperty("advisory").GetString();
            string[] head =
            [
                json.GetProperty("title").GetString()!,
                .. advisory is null ? Array.Empty<string>() : [advisory]
            ];
            var text = string.Join('\n',
                [
                    .. head,
                    $"{json.GetProperty("dateline").GetString()} {paragraphs[0]}",
                    .. paragraphs.Skip(1), "(END)"
                ]);

            var take = WireFormats.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default).TakeOrThrow();

            Assert.Equal(paragraphs, take.Body.Select(paragraph => paragraph.Text));
            Assert.Equal(advisory, take.Advisory?.Text);
            Assert.EndsWith(take.Headline, head[0]);
            Assert.NotEmpty(take.Headline);
            Assert.Equal(json.GetProperty("dateline").GetString(), take.Dateline?.Text);
        }
    }
}
