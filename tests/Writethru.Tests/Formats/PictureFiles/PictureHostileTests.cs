using System.Buffers;
using System.Text;
using CsCheck;
using Writethru.Copy;
using Writethru.Formats.PictureFiles;
using static Writethru.Tests.Formats.PictureFiles.SmallJpeg;

namespace Writethru.Tests.Formats.PictureFiles;

/// <summary>No bytes make the reader throw, and none make it do more than they are long.</summary>
public class PictureHostileTests
{
    [Fact]
    public void A_file_cut_anywhere_is_read_as_far_as_it_goes()
    {
        foreach (var whole in Kinds())
        {
            for (var cut = 0; cut <= whole.Length; cut += Math.Max(1, whole.Length / 64))
                Assert.NotNull(ReadAndWrite(whole[..cut]));
        }
    }

    [Fact]
    public void A_file_with_any_byte_changed_is_read()
    {
        foreach (var whole in Kinds())
        {
            for (var i = 0; i < whole.Length; i++)
            {
                foreach (byte value in (ReadOnlySpan<byte>)[0x00, 0x7F, 0xFF, (byte)(whole[i] ^ 1)])
                {
                    var changed = whole.ToArray();
                    changed[i] = value;
                    Assert.NotNull(ReadAndWrite(changed));
                }
            }
        }
    }

    [Fact]
    public void No_bytes_make_it_throw() => Gen.Byte.Array[0, 300].Sample(bytes =>
    {
        foreach (var head in Kinds().Select(kind => kind[..Math.Min(kind.Length, 24)]))
            ReadAndWrite([.. head, .. bytes]);
        PictureFile.Read(With(Photoshop(bytes)));
        PictureFile.Read(With(Photoshop(Block(0x0404, bytes))));
        PictureFile.Read(With(Segment(0xE1, [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, .. bytes])));
        return true;
    }, iter: 2_000);

    [Theory]
    [InlineData(new byte[] { 0x80, 0x04, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0x80, 0x08, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0, 0 })]
    public void A_dataset_of_four_gibibytes_ends_the_iim_with_a_remark(byte[] length)
    {
        var reading = PictureFile.Read(With(Photoshop(IimBlock(Dataset(105, "Harbour"), [0x1C, 2, 120, .. length]))));

        Assert.Equal("Harbour", reading.Take.Headline);
        Assert.Contains(reading.Remarks, remark => remark.Code == "META-002");
    }

    [Fact]
    public void A_keyword_a_hundred_thousand_times_is_read_so_often_as_is_enough()
    {
        var keywords = Enumerable.Range(0, 100_000).SelectMany(i => Dataset(25, $"k{i}")).ToArray();
        var segments = keywords.Chunk(60_000).Select((chunk, i) => Photoshop(i == 0
            ? [.. "8BIM"u8, 4, 4, 0, 0, .. BigEndian4(keywords.Length), .. chunk] : chunk)).ToArray();
        var reading = PictureFile.Read(With(segments));

        Assert.Equal(1_000, reading.Take.Keywords.Length);
        Assert.Contains(reading.Remarks, remark => remark.Code == "META-008");
    }

    [Fact]
    public void An_image_resource_that_claims_too_much_hides_none_in_the_next_segment()
    {
        byte[] greedy = [.. "8BIM"u8, 4, 9, 0, 0, 0xFF, 0xFF, 0xFF, 0xF0, 1, 2];
        var reading = PictureFile.Read(With(Photoshop(greedy), Photoshop(IimBlock(Dataset(40, "NO SALES")))));

        Assert.Equal("NO SALES", reading.Take.Pictures[0].UsageTerms?.Text);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>", "&b;&b;&b;")]
    [InlineData("<!DOCTYPE x [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>", "&b;")]
    [InlineData("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">", "&b;")]
    public void Entities_of_xmp_are_never_followed(string type, string value)
    {
        var packet = type + Packet($"<photoshop:City>{value}</photoshop:City>");
        var reading = PictureFile.Read(With(Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0"u8.ToArray(),
            Encoding.UTF8.GetBytes(packet))));

        Assert.True(reading.Take.Pictures[0].City is "" || reading.Take.Pictures[0].City == value);
        Assert.Contains(reading.Remarks, remark => remark.Code == "META-006");
    }

    [Fact]
    public void Xmp_nested_deep_or_of_many_values_is_refused_with_a_remark()
    {
        var deep = string.Concat(Enumerable.Repeat("<odd:A>", 3_000))
            + string.Concat(Enumerable.Repeat("</odd:A>", 3_000));
        var wide =
            $"<dc:subject><rdf:Bag>{string.Concat(Enumerable.Repeat("<rdf:li/>", 6_000))}</rdf:Bag></dc:subject>";

        Assert.Contains(PictureFile.Read(With(Xmp(deep))).Remarks, remark => remark.Code == "META-006");
        Assert.Empty(PictureFile.Read(With(Xmp(wide))).Take.Keywords);
    }

    [Fact]
    public void A_long_namespace_is_not_repeated_for_each_of_its_properties()
    {
        var xmp = Xmp($"<rdf:Description xmlns:far=\"urn:{new string('x', 30_000)}\">"
            + $"{string.Concat(Enumerable.Repeat("<far:A>1</far:A>", 1_000))}</rdf:Description>");

        Assert.All(PictureFile.Read(With(xmp)).Properties, property => Assert.True(property.Name.Length < 2_100));
    }

    [Fact]
    public void Xmp_of_very_many_properties_is_left_as_it_is()
    {
        var whole = Encoding.UTF8.GetBytes(
            Packet(string.Concat(Enumerable.Range(0, 6_000).Select(i => $"<odd:A{i}/>"))));
        var guid = ExtendedXmp.GuidOf(whole);
        var file = With([Xmp($"<xmpNote:HasExtendedXMP>{guid}</xmpNote:HasExtendedXMP>"),
            .. whole.Chunk(60_000).Select((part, i) => Extended(guid, whole.Length, i * 60_000, part))]);

        Assert.Equal(file,
            PictureWritingTests.Write(file, PictureWritingTests.Filed(new Picture { Caption = "A ferry." })));
    }

    [Fact]
    public void Directories_that_lead_in_a_circle_or_share_their_bytes_end()
    {
        // IFD0 whose Exif directory and follower are itself.
        byte[] circle = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 8, 0, 0, 0, 8];
        // Entries of the same 60,000 bytes, over and over.
        byte[] shared =
        [
            .. "MM\0*"u8, 0, 0, 0, 8, 3, 0xE8,
            .. Enumerable.Range(0, 1_000).SelectMany(i => (byte[])[0xC0, (byte)i, 0, 2, 0, 0, 0xEA, 0x60, 0, 0, 0, 8]),
            .. new byte[50_000],
        ];

        Assert.Contains(Exif(circle).Remarks, remark => remark.Code == "META-007");
        Assert.Contains(Exif(shared).Remarks, remark => remark.Code == "META-008");
        Assert.True(Exif(shared).Properties.Length < 10);
    }

    [Fact]
    public void An_orientation_of_nine_is_said()
    {
        byte[] nine = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 9, 0, 0, 0, 0, 0, 0];

        Assert.Contains(Exif(nine).Remarks, remark => remark.Code == "META-010");
    }

    [Fact]
    public void Control_characters_never_reach_a_field()
    {
        var reading = PictureFile.Read(With(Photoshop(IimBlock(Utf8, Dataset(120, "A \u001b[2Jferry\u009b\u0007."),
            Dataset(105, "One\r\ntwo\0")))));

        Assert.Equal("A [2Jferry.", reading.Take.Pictures[0].Caption);
        Assert.Equal("One two", reading.Take.Headline);
        Assert.DoesNotContain(reading.Properties,
            property => property.Group == "IIM" && property.Value.Any(c => c is '\u001b' or '\u009b'));
    }

    static PictureFileReading Exif(byte[] tiff) => PictureFile.Read(With(Segment(0xE1, [.. "Exif\0\0"u8, .. tiff])));

    static PictureFileReading ReadAndWrite(byte[] bytes)
    {
        JpegMetadata.Write(bytes, PictureWritingTests.Filed(new Picture { Caption = "A ferry." }),
            new ArrayBufferWriter<byte>());
        return PictureFile.Read(bytes);
    }

    static IEnumerable<byte[]> Kinds()
    {
        byte[] exif = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x0E, 0x01, 2, 0, 4, 0, 0, 0, .. "pier"u8, 0, 0, 0, 0];
        var xmp = Encoding.UTF8.GetBytes(Packet("<photoshop:City>Port</photoshop:City>"));
        yield return With(Segment(0xE1, [.. "Exif\0\0"u8, .. exif]), Xmp("<photoshop:City>Port</photoshop:City>"),
            Photoshop(IimBlock(Utf8, Dataset(120, "A ferry."), Dataset(25, "pier"))));
        yield return
        [
            0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. BigEndian4(exif.Length), .. "eXIf"u8, .. exif, 0, 0, 0, 0,
            .. BigEndian4(22 + xmp.Length), .. "iTXtXML:com.adobe.xmp\0\0\0\0\0"u8, .. xmp, 0, 0, 0, 0,
        ];
        yield return
        [
            .. "RIFF"u8, 0, 0, 0, 0, .. "WEBPXMP "u8, .. BitConverter.GetBytes(xmp.Length), .. xmp,
            .. new byte[xmp.Length % 2],
            .. "EXIF"u8, .. BitConverter.GetBytes(exif.Length), .. exif,
        ];
        yield return exif;
        byte[] kinds =
        [
            .. BigEndian4(35), .. "iinf"u8, 0, 0, 0, 0, 0, 1, .. BigEndian4(21), .. "infe"u8, 2, 0, 0, 0,
            0, 1, 0, 0, .. "Exif"u8, 0,
        ];
        byte[] places = [.. BigEndian4(30), .. "iloc"u8, 0, 0, 0, 0, 0x44, 0, 0, 1, 0, 1, 0, 0, 0, 1,
            .. BigEndian4(101), .. BigEndian4(4 + exif.Length)];
        yield return
        [
            .. BigEndian4(24), .. "ftypheic\0\0\0\0mif1heic"u8,
            .. BigEndian4(12 + kinds.Length + places.Length), .. "meta"u8, 0, 0, 0, 0,
            .. kinds, .. places, 0, 0, 0, 0, .. exif,
        ];
    }

    [Fact]
    public void Each_kind_of_file_is_read()
    {
        var readings = Kinds().Select(kind => PictureFile.Read(kind)).ToList();

        Assert.Equal([PictureKind.Jpeg, PictureKind.Png, PictureKind.WebP, PictureKind.Tiff, PictureKind.Heic],
            readings.Select(reading => reading.Kind));
        Assert.Equal(["Port", "Port", "Port", "", ""], readings.Select(reading => reading.Take.Pictures[0].City));
        Assert.All(readings.Skip(1), reading => Assert.Equal("pier", reading.Take.Pictures[0].Caption));
    }
}
