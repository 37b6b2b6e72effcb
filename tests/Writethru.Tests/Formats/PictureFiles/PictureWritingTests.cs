using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Formats.PictureFiles;
using static Writethru.Tests.Formats.PictureFiles.SmallJpeg;

namespace Writethru.Tests.Formats.PictureFiles;

public class PictureWritingTests
{
    static readonly Picture _picture = new()
    {
        Caption = "A ferry leaves Port Élan at dawn.",
        Creator = "Jane Roe",
        Credit = "Kestrel/Roe",
        Source = "Kestrel",
        CopyrightNotice = "© 2026 Kestrel",
        UsageTerms = new UsageTerms(
            "For Use Only in the Republic of Korea. No Redistribution. No data mining of any kind"),
        Instructions = "Best of two",
        City = "Port Élan",
        Country = "Norland",
        CountryCode = "NOR",
        Keywords = ["ferry", "dawn"],
        Taken = new SenderTime("2026-11-24T10:30:00+09:00", Instant.Parse("2026-11-24T01:30:00Z")),
        DataMining = "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED",
        DigitalSourceType = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
    };

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var reading = PictureFile.Read(Write(With(), Filed(_picture, "Ferries run again")));

        Assert.Empty(reading.Remarks);
        var picture = reading.Take.Pictures[0];
        Assert.Equal("Ferries run again", reading.Take.Headline);
        Assert.Equal("story7", reading.Take.Sequence);
        Assert.Equal("urn:writethru:story7", picture.SenderId);
        Assert.Equal((_picture.Caption, _picture.Creator, _picture.Credit, _picture.Source, _picture.CopyrightNotice),
            (picture.Caption, picture.Creator, picture.Credit, picture.Source, picture.CopyrightNotice));
        Assert.Equal(_picture.UsageTerms, picture.UsageTerms);
        Assert.Equal((_picture.City, _picture.Country, _picture.CountryCode, _picture.DataMining,
            _picture.DigitalSourceType),
            (picture.City, picture.Country, picture.CountryCode, picture.DataMining, picture.DigitalSourceType));
        Assert.Equal(_picture.Keywords, picture.Keywords);
        Assert.Equal(_picture.Taken?.At, picture.Taken?.At);
    }

    [Fact]
    public void Whatever_words_are_written_read_back_the_same_and_again_give_the_same_bytes() =>
        Gen.Select(_words, _words, _words, _words, _words.Array[0, 5])
            .Sample((caption, city, headline, source, keywords) =>
        {
            var picture = new Picture
            {
                Caption = caption,
                City = city,
                Headline = headline,
                Source = source,
                Keywords = [.. keywords.Where(word => word.Length > 0).Distinct()],
            };
            var once = Write(Rich(), Filed(picture));
            var read = PictureFile.Read(once).Take.Pictures[0];
            Assert.Equal((caption, city, headline), (read.Caption, read.City, read.Headline));
            Assert.Equal(source.Length > 0 ? source : read.Source, read.Source);
            Assert.Equal(picture.Keywords, read.Keywords);
            Assert.Equal(once, Write(once, Filed(picture)));
        }, iter: 300);

    static readonly string[] _signs =
        ["a", "b", "z", "É", "ß", "서", "울", "&", "<", ">", "\"", "'", "é", "漢", "😀", "]]>", "q w"];

    /// <summary>Words of letters and signs of many scripts that limit nothing.</summary>
    static readonly Gen<string> _words = Gen.Int[0, _signs.Length - 1].Array[0, 40]
        .Select(numbers => string.Concat(numbers.Select(number => _signs[number])));

    [Fact]
    public void Iim_and_xmp_say_the_same()
    {
        var jpeg = Write(With(), Filed(_picture));
        var xmp = new PictureParts(new Writethru.Formats.Binding.Findings());
        JpegParts.Read(jpeg, xmp);
        var ofIim = WithoutXmp(jpeg);
        var ofXmp = With(Segment(0xE1, [.. JpegParts.XmpHeader, .. xmp.Xmp[0]]));

        var (iim, other) = (PictureFile.Read(ofIim).Take, PictureFile.Read(ofXmp).Take);
        Assert.Equal(CanonicalJson.ToUtf8(Comparable(other)), CanonicalJson.ToUtf8(Comparable(iim)));
        Assert.Contains("No Redistribution", iim.Pictures[0].UsageTerms?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_twice_gives_the_same_bytes()
    {
        byte[][] files =
        [
            With(), Rich(),
            With(Xmp($"<odd:Big>{new string('x', 40_000)}</odd:Big><odd:More>{new string('y', 40_000)}</odd:More>")),
            With(Photoshop(IimBlock(Dataset(120, "Café", Encoding.Latin1), Dataset(92, "Zürich", Encoding.Latin1)))),
        ];
        Assert.All(files, file =>
        {
            var once = Write(file, Filed(_picture));
            Assert.Equal(once, Write(once, Filed(_picture)));
        });
    }

    [Fact]
    public void Every_other_segment_and_the_picture_itself_are_byte_for_byte_as_they_were()
    {
        var before = Rich();
        var after = Write(before, Filed(_picture));

        Assert.True(ScanOf(before).SequenceEqual(ScanOf(after)));
        Assert.Equal(Others(before), Others(after));
    }

    [Fact]
    public void What_is_foreign_stays_in_iim_and_xmp_and_the_other_resources()
    {
        var after = Write(Rich(), Filed(_picture));
        var reading = PictureFile.Read(after);

        Assert.Contains(new PictureProperty("XMP", "{urn:example:odd}Thing", "kept"), reading.Properties);
        Assert.Contains(new PictureProperty("IIM", "2:92 location", "Zürich"), reading.Properties);
        Assert.Contains(reading.Properties, property => property is { Group: "IIM", Name: "2:85 creator's title" });
        Assert.True(after.AsSpan().IndexOf(Block(0x03ED, [9, 8, 7, 6])) > 0);
        Assert.DoesNotContain(reading.Properties,
            property => property.Value.Contains("wrong", StringComparison.Ordinal));
    }

    [Fact]
    public void Other_languages_of_a_caption_stay_only_while_it_is_the_same()
    {
        var before = With(Xmp($"<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{_picture.Caption}</rdf:li>"
            + "<rdf:li xml:lang=\"de\">Eine Fähre.</rdf:li></rdf:Alt></dc:description>"));

        Assert.Contains(PictureFile.Read(Write(before, Filed(_picture))).Properties, p => p.Value == "Eine Fähre.");
        Assert.DoesNotContain(PictureFile.Read(Write(before, Filed(_picture with { Caption = "Another." }))).Properties,
            p => p.Value == "Eine Fähre.");
    }

    [Fact]
    public void Words_about_rights_are_replaced_and_never_taken_out()
    {
        var before = Write(With(), Filed(_picture));
        var silent = PictureFile.Read(Write(before, Filed(new Picture { Caption = "A ferry." }))).Take.Pictures[0];

        Assert.Equal(("A ferry.", "", ""), (silent.Caption, silent.City, silent.Headline));
        Assert.Equal((_picture.UsageTerms, _picture.CopyrightNotice, _picture.Creator),
            (silent.UsageTerms, silent.CopyrightNotice, silent.Creator));
    }

    [Fact]
    public void Long_words_are_written_whole_and_long_xmp_goes_on_in_further_segments()
    {
        var terms = string.Join(' ', Enumerable.Repeat("Not for use in Suland.", 3_000));
        var caption = string.Join(' ', Enumerable.Repeat("A ferry leaves.", 3_000));
        var jpeg = Write(Rich(), Filed(_picture with { UsageTerms = new UsageTerms(terms), Caption = caption }));
        var picture = PictureFile.Read(jpeg).Take.Pictures[0];

        Assert.Equal(caption, picture.Caption);
        Assert.StartsWith(terms, picture.UsageTerms?.Text, StringComparison.Ordinal);
        Assert.True(JpegSegments.Find(jpeg) is { HasScan: true, IsGapless: true });
        Assert.Contains(PictureFile.Read(jpeg).Properties, property => property.Value == "kept");
        Assert.Equal(jpeg, Write(jpeg, Filed(_picture with { UsageTerms = new UsageTerms(terms), Caption = caption })));
    }

    [Fact]
    public void A_file_with_a_manifest_is_relayed_untouched()
    {
        byte[] box = [.. "JP"u8, 0, 1, 0, 0, 0, 1, 0, 0, 0, 64, .. "jumb"u8, 0, 0, 0, 30,
            .. "jumdc2pa"u8, .. new byte[40]];
        var before = With(Segment(0xEB, box));

        Assert.Equal(before, Write(before, Filed(_picture), out var omissions));
        Assert.Contains("C2PA", Assert.Single(omissions).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_kinds_are_copied_untouched_and_said()
    {
        byte[] png = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 1, 2, 3];

        Assert.Equal(png, Write(png, Filed(_picture), out var omissions));
        Assert.Equal("pictures[0]", Assert.Single(omissions).Field);
    }

    [Fact]
    public void A_withheld_picture_says_nothing()
    {
        var before = Rich();

        Assert.Equal(before, Write(before, Filed(_picture.Withhold(WithholdReason.Territory)), out var omissions));
        Assert.Single(omissions);
    }

    [Fact]
    public void A_rendition_that_we_made_says_so_and_a_relayed_file_does_not()
    {
        var output = new ArrayBufferWriter<byte>();
        JpegMetadata.Write(With(), Filed(_picture), output, "preview");
        var ours = PictureFile.Read(output.WrittenSpan).Properties;

        Assert.Contains(new PictureProperty("XMP", "xmpMM:RenditionClass", "preview"), ours);
        Assert.Contains(new PictureProperty("XMP", "xmpMM:DerivedFrom/stRef:documentID", "urn:writethru:story7"), ours);
        Assert.DoesNotContain(PictureFile.Read(Write(With(), Filed(_picture))).Properties,
            property => property.Name.Contains("xmpMM", StringComparison.Ordinal));
    }

    [Fact]
    public void What_cannot_be_carried_is_said()
    {
        byte[] exif = [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x0E, 0, 2, 0, 0, 0, 4, .. "old\0"u8, 0, 0, 0, 0];
        Write(With(Segment(0xE1, exif)),
            Filed(_picture with
            {
                UsageTerms = new UsageTerms("No sale") { Policy = "{}" },
                Taken = new SenderTime("last summer", null),
                Licensor = "Kestrel Sales",
                SubjectCodes = ["04000000"],
            }), out var omissions);

        Assert.Equal(
            [
                "pictures[0].usageTerms.policy", "pictures[0].taken", "pictures[0].licensor",
                "pictures[0].subjectCodes",
                "pictures[0].caption",
            ],
            omissions.Select(omission => omission.Field));
    }

    [Fact]
    public void Xmp_that_cannot_be_read_is_replaced_and_that_is_said()
    {
        var before = With(Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta"u8.ToArray()));
        var after = Write(before, Filed(_picture), out var omissions);

        Assert.Equal(_picture.Caption, PictureFile.Read(after).Take.Pictures[0].Caption);
        Assert.Contains(omissions, omission => omission.Reason.Contains("could be read", StringComparison.Ordinal));
    }

    static byte[] Rich() => With(
        Segment(0xE1, [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0]),
        Segment(0xE2, "ICC_PROFILE\0 of our own"u8.ToArray()),
        Xmp("<odd:Thing>kept</odd:Thing><photoshop:Headline>wrong</photoshop:Headline>"),
        Segment(0xFE, "a comment"u8.ToArray()),
        Photoshop(Block(0x03ED, [9, 8, 7, 6]), IimBlock(Dataset(120, "wrong é", Encoding.Latin1),
            Dataset(92, "Zürich", Encoding.Latin1), Dataset(85, "Staff"), Dataset(25, "wrong")),
            Block(0x0425, new byte[16])),
        Segment(0xEE, "Adobe\0d\0\0\0\0\0"u8.ToArray()));

    static byte[] WithoutXmp(byte[] jpeg)
    {
        var kept = JpegSegments.Find(jpeg).All.Where(segment => !JpegParts.IsXmp(segment, jpeg))
            .SelectMany(segment => jpeg.AsSpan(segment.Start, segment.Length).ToArray());
        return [0xFF, 0xD8, .. kept, .. ScanOf(jpeg)];
    }

    /// <summary>Without what only one of the two has.</summary>
    static Take Comparable(Take take) => take with
    {
        SenderId = "",
        UsageTerms = null,
        Pictures = [take.Pictures[0] with { SenderId = "", DataMining = "", DigitalSourceType = "",
            UsageTerms = null, Taken = null }],
    };

    static List<byte[]> Others(byte[] jpeg) =>
    [
        .. JpegSegments.Find(jpeg).All
            .Where(segment => !JpegParts.IsXmp(segment, jpeg) && !JpegParts.IsPhotoshop(segment, jpeg))
            .Select(segment => jpeg.AsSpan(segment.Start, segment.Length).ToArray()),
    ];

    internal static FiledTake Filed(Picture picture, string headline = "") => new()
    {
        Story = new StoryId("story7"),
        Number = 2,
        Cause = Cause.Correction,
        FiledAt = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero),
        Take = new Take
        {
            Kind = TakeKind.Picture,
            Headline = headline,
            Pictures = [picture],
        },
    };

    internal static byte[] Write(byte[] jpeg, FiledTake filed) => Write(jpeg, filed, out _);

    static byte[] Write(byte[] jpeg, FiledTake filed, out ImmutableArray<Omission> omissions)
    {
        var output = new ArrayBufferWriter<byte>();
        omissions = JpegMetadata.Write(jpeg, filed, output);
        return output.WrittenSpan.ToArray();
    }
}
