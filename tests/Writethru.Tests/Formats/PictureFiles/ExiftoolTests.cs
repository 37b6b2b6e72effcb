using System.Buffers;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats.PictureFiles;
using static Writethru.Tests.Formats.PictureFiles.SmallJpeg;

namespace Writethru.Tests.Formats.PictureFiles;

/// <summary>What exiftool writes is read, and what we write pleases exiftool.</summary>
public class ExiftoolTests
{
    static readonly string[] _iim =
    [
        "-IPTC:CodedCharacterSet=UTF8", "-IPTC:Headline=Harbour opens", "-IPTC:Caption-Abstract=A ferry leaves Élan.",
        "-IPTC:By-line=Jane Roe", "-IPTC:By-line=Ann Poe", "-IPTC:Credit=Kestrel", "-IPTC:Source=Pier Press",
        "-IPTC:CopyrightNotice=© 2026 Kestrel", "-IPTC:SpecialInstructions=MAGS OUT", "-IPTC:City=Élan",
        "-IPTC:Country-PrimaryLocationName=Norland", "-IPTC:Country-PrimaryLocationCode=NOR", "-IPTC:Keywords=ferry",
        "-IPTC:Keywords=dawn", "-IPTC:DateCreated=2026:11:24", "-IPTC:TimeCreated=10:30:00+09:00", "-IPTC:Urgency=3",
        "-IPTC:OriginalTransmissionReference=SEL101", "-IPTC:ObjectName=HARBOUR",
        "-IPTC:SubjectReference=IPTC:04000000:::",
    ];

    static readonly string[] _xmp =
    [
        "-XMP-photoshop:Headline=Harbour opens", "-XMP-dc:Description=A ferry leaves Élan.", "-XMP-dc:Creator=Jane Roe",
        "-XMP-dc:Creator=Ann Poe", "-XMP-photoshop:Credit=Kestrel", "-XMP-photoshop:Source=Pier Press",
        "-XMP-dc:Rights=© 2026 Kestrel", "-XMP-photoshop:Instructions=MAGS OUT", "-XMP-photoshop:City=Élan",
        "-XMP-photoshop:Country=Norland", "-XMP-iptcCore:CountryCode=NOR",
        "-XMP-dc:Subject=ferry", "-XMP-dc:Subject=dawn",
        "-XMP-photoshop:DateCreated=2026:11:24 10:30:00+09:00", "-XMP-photoshop:Urgency=3",
        "-XMP-photoshop:TransmissionReference=SEL101", "-XMP-dc:Title=HARBOUR", "-XMP-iptcCore:SubjectCode=04000000",
    ];

    [Theory]
    [InlineData(true, false), InlineData(false, true), InlineData(true, true)]
    public void Every_field_that_exiftool_writes_is_read(bool iim, bool xmp)
    {
        using var exiftool = new Exiftool();
        var reading = PictureFile.Read(exiftool.Write(With(), [.. iim ? _iim : [], .. xmp ? _xmp : []]));

        var (take, picture) = (reading.Take, reading.Take.Pictures[0]);
        Assert.DoesNotContain(reading.Remarks, remark => remark.Code.StartsWith("META", StringComparison.Ordinal));
        Assert.Equal(("Harbour opens", "A ferry leaves Élan.", "Jane Roe, Ann Poe", "Kestrel",
            "Pier Press", "© 2026 Kestrel"),
            (picture.Headline, picture.Caption, picture.Creator, picture.Credit, picture.Source,
                picture.CopyrightNotice));
        Assert.Equal(("MAGS OUT", "MAGS OUT", "Élan", "Norland", "NOR"),
            (picture.Instructions, picture.UsageTerms?.Text,
            picture.City, picture.Country, picture.CountryCode));
        Assert.Equal(["ferry", "dawn"], picture.Keywords);
        Assert.Equal(["04000000"], picture.SubjectCodes);
        Assert.Equal(Instant.Parse("2026-11-24T01:30:00Z"), picture.Taken?.At);
        Assert.Equal(("HARBOUR", 3, "SEL101"), (take.Slug, take.Urgency, take.Sequence));
    }

    [Fact]
    public void Exif_is_read_where_nothing_else_says_it()
    {
        using var exiftool = new Exiftool();
        var picture = PictureFile.Read(exiftool.Write(With(), "-EXIF:ImageDescription=A ferry leaves.",
            "-EXIF:Artist=Jane Roe", "-EXIF:Copyright=2026 Kestrel", "-EXIF:DateTimeOriginal=2026:11:24 10:30:00",
            "-EXIF:OffsetTimeOriginal=+09:00")).Take.Pictures[0];

        Assert.Equal(("A ferry leaves.", "Jane Roe", "2026 Kestrel"),
            (picture.Caption, picture.Creator, picture.CopyrightNotice));
        Assert.Equal(Instant.Parse("2026-11-24T01:30:00Z"), picture.Taken?.At);
    }

    [Fact]
    public void A_digest_that_exiftool_wrote_is_understood()
    {
        using var exiftool = new Exiftool();
        var both = exiftool.Write(With(), "-IPTC:Headline=Old", "-XMP-photoshop:Headline=Old",
            "-Photoshop:IPTCDigest=new");
        var changed = exiftool.Write(both, "-IPTC:Headline=Of the IIM", "-XMP-photoshop:Headline=Of the XMP");

        Assert.Equal("Of the IIM", PictureFile.Read(changed).Take.Headline);
        Assert.Equal("Of the XMP",
            PictureFile.Read(exiftool.Write(changed, "-Photoshop:IPTCDigest=new")).Take.Headline);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public void What_we_write_is_valid_and_says_in_both_what_the_story_says(bool isRich)
    {
        using var exiftool = new Exiftool();
        var before = isRich
            ? exiftool.Write(With(), [.. _iim, .. _xmp, "-EXIF:Make=Pinhole", "-IPTC:Sub-location=Pier 4",
            "-XMP-iptcExt:Event=Opening", "-XMP-plus:LicensorName=Kestrel Sales"]) : With();
        var filed = PictureWritingTests.Filed(new Picture
        {
            Caption = "Two ferries leave Port Élan, 서울, at dawn.",
            Creator = "Jane Roe, Ann Poe",
            Credit = "Kestrel",
            Source = "Pier Press",
            CopyrightNotice = "© 2026 Kestrel",
            UsageTerms = new UsageTerms("For Use Only in the Republic of Korea. No Redistribution"),
            Instructions = "Best of two",
            City = "Port Élan",
            Country = "Norland",
            CountryCode = "NOR",
            Keywords = ["ferry", "night"],
            Taken = new SenderTime("2026-11-24T10:30:00+09:00", Instant.Parse("2026-11-24T01:30:00Z")),
        }, "Ferries run again");
        var output = new ArrayBufferWriter<byte>();
        Assert.Empty(JpegMetadata.Write(before, filed, output));
        var after = output.WrittenSpan.ToArray();

        Assert.Equal("OK", exiftool.Complaints(after));
        var tags = exiftool.Dump(after);
        Assert.All(_pairs, pair => Assert.Equal((pair.Iim, pair.Value), (pair.Iim, Text(tags[pair.Iim]))));
        Assert.All(_pairs.Where(pair => pair.Xmp.Length > 0),
            pair => Assert.Equal((pair.Xmp, pair.Value), (pair.Xmp, Text(tags[pair.Xmp]))));
        Assert.Equal("For Use Only in the Republic of Korea. No Redistribution",
            Text(tags["XMP-xmpRights:UsageTerms"]));
        Assert.Equal("urn:writethru:story7", Text(tags["XMP-iptcExt:DigitalImageGUID"]));
        Assert.Equal(Text(tags["File:CurrentIPTCDigest"]), Text(tags["Photoshop:IPTCDigest"]));
        Assert.True(ScanOf(before).SequenceEqual(ScanOf(after)));
        if (isRich)
        {
            Assert.Equal(("Pinhole", "Pier 4", "Opening"),
                (Text(tags["IFD0:Make"]), Text(tags["IPTC:Sub-location"]), Text(tags["XMP-iptcExt:Event"])));
            Assert.Contains("Kestrel Sales", Text(tags["XMP-plus:Licensor"]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Long_xmp_that_we_write_is_valid_and_whole()
    {
        using var exiftool = new Exiftool();
        var before = exiftool.Write(With(), $"-XMP-iptcExt:Event={new string('e', 50_000)}",
            $"-XMP-iptcExt:AdditionalModelInformation={new string('m', 40_000)}");
        var after = PictureWritingTests.Write(before,
            PictureWritingTests.Filed(new Picture { Caption = "A ferry leaves." }));

        Assert.Equal("OK", exiftool.Complaints(after));
        var tags = exiftool.Dump(after);
        Assert.Equal((50_000, "A ferry leaves."),
            (Text(tags["XMP-iptcExt:Event"]).Length, Text(tags["XMP-dc:Description"])));
    }

    static readonly (string Iim, string Xmp, string Value)[] _pairs =
    [
        ("IPTC:Headline", "XMP-photoshop:Headline", "Ferries run again"),
        ("IPTC:Caption-Abstract", "XMP-dc:Description", "Two ferries leave Port Élan, 서울, at dawn."),
        ("IPTC:Credit", "XMP-photoshop:Credit", "Kestrel"),
        ("IPTC:Source", "XMP-photoshop:Source", "Pier Press"),
        ("IPTC:CopyrightNotice", "XMP-dc:Rights", "© 2026 Kestrel"),
        ("IPTC:SpecialInstructions", "XMP-photoshop:Instructions",
            "Best of two\nFor Use Only in the Republic of Korea. No Redistribution"),
        ("IPTC:City", "XMP-photoshop:City", "Port Élan"),
        ("IPTC:Country-PrimaryLocationName", "XMP-photoshop:Country", "Norland"),
        ("IPTC:Country-PrimaryLocationCode", "XMP-iptcCore:CountryCode", "NOR"),
        ("IPTC:Keywords", "XMP-dc:Subject", "ferry, night"),
        ("IPTC:DateCreated", "", "2026:11:24"),
        ("IPTC:TimeCreated", "", "10:30:00+09:00"),
        ("XMP-photoshop:DateCreated", "", "2026:11:24 10:30:00+09:00"),
        ("IPTC:OriginalTransmissionReference", "XMP-photoshop:TransmissionReference", "story7"),
        ("IPTC:CodedCharacterSet", "", "UTF8"),
    ];

    static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };
}
