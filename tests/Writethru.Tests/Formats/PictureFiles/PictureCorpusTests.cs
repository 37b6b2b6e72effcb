using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats.PictureFiles;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats.PictureFiles;

/// <summary>Files of others, which lie beside a developer's clone.</summary>
public class PictureCorpusTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("IPTC-PhotometadataRef-Std2016.jpg", "2016"),
    InlineData("IPTC-PhotometadataRef-Std2017.1.jpg", "2017.1")]
    public void The_reference_pictures_of_the_standard_are_read_field_by_field(string file, string mark)
    {
        var reading = PictureFile.Read(
            File.ReadAllBytes(RepoFiles.SharedOrSkip("corpus", "photo", "iptc-reference", file)));

        var (take, picture) = (reading.Take, reading.Take.Pictures[0]);
        foreach (var property in reading.Properties.Where(p => p.Value.Length < 90))
            output.WriteLine(property.ToString());
        Assert.All(
            [
                ("The Headline", picture.Headline), ("The description aka caption", picture.Caption),
                ("Creator1", picture.Creator), ("Credit Line", picture.Credit),
                ("Source", picture.Source), ("Copyright (Notice)", picture.CopyrightNotice),
                ("Rights Usage Ter", picture.UsageTerms?.Text ?? ""), ("An Instruction", picture.Instructions),
                ("City (Core)", picture.City), ("Country (Core)", picture.Country),
                ("Keyword1ref", picture.Keywords[0]),
                ("1ref", picture.SubjectCodes[0]), ("Licensor Name 1", picture.Licensor),
                ("Licensor Name 2", picture.Licensor),
                ("TestGUID12345", picture.SenderId), ("Job Id", take.Sequence), ("The Title", take.Slug),
                ("softwareImage", picture.DigitalSourceType),
            ],
            pair => Assert.Contains(pair.Item1, pair.Item2, StringComparison.Ordinal));
        Assert.Contains($"ref{mark}", picture.Headline, StringComparison.Ordinal);
        // That of 2016 has IIM with one creator, changed after the XMP with two, as its digest says.
        Assert.Equal(mark != "2016", picture.Creator.Contains("Creator2", StringComparison.Ordinal));
        Assert.Equal(mark == "2016", reading.Remarks.Any(remark => remark.Code == "META-009"));
        Assert.Equal(3, picture.Keywords.Length);
        Assert.Equal(3, picture.SubjectCodes.Length);
        Assert.NotNull(picture.Taken?.At);
    }

    [Theory]
    [InlineData("ex1-allPmd_photo1.jpg", "ex1-allPmd_etData.json")]
    [InlineData("ex1-allPmd_photo1__1.jpg", "ex1-allPmd_etData__1.json")]
    public void The_example_with_every_property_is_read_as_its_own_list_has_it(string picture, string list)
    {
        var reading = PictureFile.Read(File.ReadAllBytes(
            RepoFiles.SharedOrSkip("corpus", "photo", "iptc-pmd-scripts", picture)));
        using var json = JsonDocument.Parse(File.ReadAllBytes(
            RepoFiles.SharedOrSkip("corpus", "photo", "iptc-pmd-scripts", list)).AsMemory().TrimStart("\uFEFF"u8));
        var values = reading.Properties.Select(property => property.Value.Trim()).ToHashSet();
        values.UnionWith([.. values.Select(Time)]);
        var expected = Leaves(json.RootElement).Select(text => text.Trim())
            .Where(text => text.Length > 0).Distinct().ToList();

        var missing = expected.Where(text => !values.Contains(text) && !values.Contains(Time(text))
            && !_inOtherWords.Contains(text)).ToList();
        Assert.True(missing.Count == 0, $"{missing.Count} of {expected.Count}: {string.Join(" | ", missing.Take(20))}");
    }

    [Fact]
    public void No_picture_of_any_camera_makes_the_reader_throw_or_loses_a_byte_of_it()
    {
        foreach (var file in Directory.GetFiles(
            RepoFiles.SharedOrSkip("corpus", "photo", "metadata-extractor-images"), "*.jpg"))
        {
            var before = File.ReadAllBytes(file);
            var reading = PictureFile.Read(before);
            var after = PictureWritingTests.Write(before,
                PictureWritingTests.Filed(new Picture { Caption = "A ferry." }));
            output.WriteLine($"{Path.GetFileName(file)}: {reading.Properties.Length} properties, "
                + string.Join("; ", reading.Remarks.Select(remark => $"{remark.Code} {remark.Message}")));
            Assert.True(SmallJpeg.ScanOf(before).SequenceEqual(SmallJpeg.ScanOf(after)), file);
            Assert.Equal(after,
                PictureWritingTests.Write(after, PictureWritingTests.Filed(new Picture { Caption = "A ferry." })));
        }
    }

    [Fact]
    public void A_manifest_is_seen_where_there_is_one_and_its_file_relayed_untouched()
    {
        var folder = RepoFiles.SharedOrSkip("corpus", "c2pa", "public-testfiles");
        var files = Directory.GetFiles(folder, "*.jp*g", SearchOption.TopDirectoryOnly);
        foreach (var file in files)
        {
            var before = File.ReadAllBytes(file);
            var has = PictureFile.Read(before).HasManifest;
            var isBare = Path.GetFileName(file) == "adobe-20220124-A.jpg";
            Assert.True(has != isBare, file);
            var after = PictureWritingTests.Write(before,
                PictureWritingTests.Filed(new Picture { Caption = "A ferry." }));
            Assert.Equal(has, before.AsSpan().SequenceEqual(after));
        }
        Assert.NotEmpty(files);
    }

    /// <summary>The list has some codes in words, and the picture's name as a wildcard.</summary>
    static readonly string[] _inOtherWords = ["Age 25 or Over", "Not Applicable", "*"];

    /// <summary>A time without the signs between its parts, in which the list and the picture differ.</summary>
    static string Time(string text) =>
        text.Length is >= 8 and <= 32 && text.All(c => char.IsDigit(c) || "-:+TZ ".Contains(c))
        ? string.Concat(text.Where(c => char.IsDigit(c) || c == '+'))
        : text;

    static IEnumerable<string> Leaves(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(member => member.Name != "SourceFile")
            .SelectMany(member => Leaves(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Leaves),
        JsonValueKind.String => [element.GetString()!],
        _ => [element.GetRawText()],
    };
}
