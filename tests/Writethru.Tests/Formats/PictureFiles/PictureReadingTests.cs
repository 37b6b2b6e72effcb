using System.Text;
using Writethru.Copy;
using Writethru.Formats.PictureFiles;
using static Writethru.Tests.Formats.PictureFiles.SmallJpeg;

namespace Writethru.Tests.Formats.PictureFiles;

public class PictureReadingTests
{
    const string Terms = "For Use Only in the Republic of Korea. No Redistribution";

    [Fact]
    public void A_picture_is_an_item_of_its_own_kind()
    {
        var reading = Read(Photoshop(IimBlock(Utf8, Dataset(105, "Harbour opens"), Dataset(120, "A ferry leaves."),
            Dataset(80, "Jane Roe"), Dataset(80, "Ann Poe"), Dataset(110, "Kestrel"), Dataset(25, "harbour"),
            Dataset(25, "ferry"), Dataset(12, "IPTC:04000000:ECONOMY::"), Dataset(10, "4"), Dataset(5, "HARBOUR"),
            Dataset(55, "20261124"), Dataset(60, "103000+0900"), Dataset(103, "SEL101"))));

        var (take, picture) = (reading.Take, Assert.Single(reading.Take.Pictures));
        Assert.Equal(PictureKind.Jpeg, reading.Kind);
        Assert.Equal(TakeKind.Picture, take.Kind);
        Assert.Empty(take.Body);
        Assert.Equal(("Harbour opens", "Jane Roe, Ann Poe", "Kestrel", "HARBOUR", 4, "SEL101", ""),
            (take.Headline, take.Byline, take.CreditLine, take.Slug, take.Urgency, take.Sequence, take.SenderId));
        Assert.Equal(("A ferry leaves.", "Jane Roe, Ann Poe", "Kestrel"),
            (picture.Caption, picture.Creator, picture.Credit));
        Assert.Equal(["harbour", "ferry"], picture.Keywords);
        Assert.Equal(["04000000"], picture.SubjectCodes);
        Assert.Equal(Schemes.SubjectCode, Assert.Single(take.Subjects).Scheme);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 1, 30, 0, TimeSpan.Zero), picture.Taken?.At);
        Assert.Null(picture.UsageTerms);
        Assert.Equal(TakeStatus.Usable, take.Status);
        Assert.Empty(reading.Remarks);
    }

    [Fact]
    public void Terms_in_a_caption_are_terms_and_no_caption()
    {
        var picture = Picture(Photoshop(IimBlock(Utf8, Dataset(120,
            $"Workers leave the pier in this photo released by the Harbour News Agency. ({Terms}) (Kestrel)"))));

        Assert.Equal("Workers leave the pier in this photo released by the Harbour News Agency.", picture.Caption);
        Assert.Equal(Terms, picture.UsageTerms?.Text);
        Assert.Equal("Kestrel", picture.Credit);
        Assert.Equal("Harbour News Agency", picture.Source);
    }

    [Theory]
    [InlineData("NO SALES, NO ARCHIVES", "NO SALES")]
    [InlineData("GERMANY OUT", "GERMANY OUT")]
    [InlineData("Call the desk at noon. Not for use in Suland.", "Not for use in Suland")]
    public void Instructions_that_limit_are_terms_too(string instructions, string terms)
    {
        var picture = Picture(Photoshop(IimBlock(Utf8, Dataset(40, instructions))));

        Assert.Equal(instructions, picture.Instructions);
        Assert.Contains(terms, picture.UsageTerms?.Text ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Instructions_that_limit_nothing_are_no_terms() =>
        Assert.Null(Picture(Photoshop(IimBlock(Utf8, Dataset(40, "Best of two frames")))).UsageTerms);

    [Fact]
    public void Terms_bind_from_the_metadata_that_does_not_count_too()
    {
        var picture = Picture(
            Photoshop(IimBlock(Utf8, Dataset(120, $"An old caption. ({Terms})"), Dataset(40, "MAGS OUT"))),
            Xmp("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">A new caption.</rdf:li></rdf:Alt>"
                + "</dc:description><xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang=\"x-default\">Editorial use "
                + "only</rdf:li></rdf:Alt></xmpRights:UsageTerms>"));

        Assert.Equal("A new caption.", picture.Caption);
        Assert.All([Terms, "MAGS OUT", "Editorial use only"],
            term => Assert.Contains(term, picture.UsageTerms!.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Xmp_counts_over_iim_unless_the_digest_says_that_iim_was_changed()
    {
        byte[][] sets = [Utf8, Dataset(105, "Of the IIM"), Dataset(90, "Port")];
        var xmp = Xmp("<photoshop:Headline>Of the XMP</photoshop:Headline>");

        Assert.Equal("Of the XMP", Picture(Photoshop(IimBlock(sets)), xmp).Headline);
        Assert.Equal("Of the XMP", Picture(Photoshop(IimBlock(sets), Digest(sets)), xmp).Headline);
        Assert.Equal("Of the IIM", Picture(Photoshop(IimBlock(sets), Digest(sets[0])), xmp).Headline);
        Assert.Equal("Port", Picture(Photoshop(IimBlock(sets)), xmp).City);
    }

    [Fact]
    public void Of_several_languages_the_default_counts_then_English()
    {
        const string Alternatives = "<dc:description><rdf:Alt><rdf:li xml:lang=\"de\">Hafen</rdf:li>"
            + "<rdf:li xml:lang=\"en-GB\">Harbour</rdf:li>DEFAULT</rdf:Alt></dc:description>";

        Assert.Equal("Harbour", Picture(Xmp(Alternatives.Replace("DEFAULT", ""))).Caption);
        Assert.Equal("Port",
            Picture(Xmp(Alternatives.Replace("DEFAULT", "<rdf:li xml:lang=\"x-default\">Port</rdf:li>"))).Caption);
    }

    [Fact]
    public void Xmp_says_who_licenses_it_how_it_came_to_be_and_what_may_be_mined()
    {
        var picture = Picture(Xmp("<plus:Licensor><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
            + "<plus:LicensorName>Kestrel</plus:LicensorName>"
            + "<plus:LicensorURL>https://kestrel.example/</plus:LicensorURL></rdf:li><rdf:li><rdf:Description "
            + "plus:LicensorName=\"Pier\"/></rdf:li></rdf:Seq></plus:Licensor>"
            + "<plus:DataMining>http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED</plus:DataMining>"
            + "<Iptc4xmpExt:DigitalSourceType "
            + "rdf:resource=\"http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture\"/>"
            + "<Iptc4xmpExt:DigImageGUID>urn:example:7</Iptc4xmpExt:DigImageGUID>"));

        Assert.Equal("Kestrel (https://kestrel.example/); Pier", picture.Licensor);
        Assert.EndsWith("DMI-PROHIBITED", picture.DataMining, StringComparison.Ordinal);
        Assert.EndsWith("digitalCapture", picture.DigitalSourceType, StringComparison.Ordinal);
        Assert.Equal("urn:example:7", picture.SenderId);
    }

    [Theory]
    [InlineData("windows-1252", "Café à Zürich, Straße")]
    [InlineData("macintosh", "Café à Zürich, Straße")]
    [InlineData("utf-8", "Café à Zürich, 서울")]
    [InlineData("windows-1252", "The harbor’s “old” ferry – back… for €5")]
    [InlineData("windows-1252", "It’s open")]
    [InlineData("windows-1252", "Mayor — on board — opens “Pier 7”.")]
    [InlineData("macintosh", "The harbor’s “old” ferry – back… from Zürich")]
    [InlineData("macintosh", "L’été à la plage, « c’est fini »")]
    [InlineData("macintosh", "It’s open")]
    public void Iim_without_a_charset_is_guessed_and_the_guess_is_said(string charset, string caption)
    {
        var encoding = charset == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(charset)!;
        var reading = Read(Photoshop(IimBlock(Dataset(120, caption, encoding))));

        Assert.Equal(caption, reading.Take.Pictures[0].Caption);
        Assert.Contains(reading.Remarks, remark => remark.Code == "META-003");
    }

    [Fact]
    public void Iim_in_several_segments_twice_or_empty_is_one()
    {
        var caption = Dataset(120, "A ferry leaves the pier.");
        var torn = Read(Photoshop(Block(0x0404, [.. Dataset(105, "Harbour"), .. caption[..12]])),
            Photoshop(Block(0x0404, caption[12..])));
        var twice = Read(Photoshop(Block(0x0404, [])), Photoshop(IimBlock(Utf8, caption, Dataset(25, "a"))),
            Photoshop(IimBlock(Utf8, Dataset(120, "Another."), Dataset(25, "a"), Dataset(25, "b"),
                Dataset(40, "MAGS OUT"))));

        Assert.Equal("A ferry leaves the pier.", torn.Take.Pictures[0].Caption);
        Assert.Equal("Harbour", torn.Take.Headline);
        Assert.Equal("A ferry leaves the pier.", twice.Take.Pictures[0].Caption);
        Assert.Equal(["a", "b"], twice.Take.Keywords);
        Assert.Equal("MAGS OUT", twice.Take.Pictures[0].UsageTerms?.Text);
        Assert.Contains(twice.Remarks, remark => remark.Code == "META-004");
    }

    [Fact]
    public void An_odd_block_without_its_padding_hides_nothing_behind_it()
    {
        var odd = Block(0x03ED, [1, 2, 3]);

        Assert.Equal("Harbour", Read(Photoshop(odd[..^1], IimBlock(Dataset(105, "Harbour")))).Take.Headline);
        Assert.Equal("Harbour", Read(Photoshop(odd, IimBlock(Dataset(105, "Harbour")))).Take.Headline);
    }

    [Theory]
    [InlineData("20261201", "060000+0000", "2026-12-01T06:00:00Z")]
    [InlineData("20261201", "", "2026-12-01T12:00:00Z")]
    [InlineData("20261201", "060000", "2026-12-01T18:00:00Z")]
    public void A_release_date_is_an_embargo_that_is_never_lifted_early(string date, string time, string until)
    {
        var take = Read(Photoshop(IimBlock(Dataset(30, date), Dataset(35, time)))).Take;

        Assert.Equal(Instant.Parse(until), take.Embargo?.Until);
    }

    [Fact]
    public void A_release_date_that_is_none_waits_for_a_person_and_no_date_at_all_does_not()
    {
        var wrong = Read(Photoshop(IimBlock(Dataset(30, "soon")))).Take;

        Assert.NotNull(wrong.Embargo);
        Assert.Null(wrong.Embargo.Until);
        Assert.Null(Read(Photoshop(IimBlock(Dataset(30, "00000000")))).Take.Embargo);
    }

    [Fact]
    public void Expiry_is_kept_and_is_no_embargo()
    {
        var take = Read(Photoshop(IimBlock(Dataset(37, "20271201"), Dataset(38, "060000+0000")))).Take;

        Assert.Equal(Instant.Parse("2027-12-01T06:00:00Z"), take.Expiry?.At);
        Assert.Null(take.Embargo);
    }

    [Fact]
    public void Words_that_stop_or_hold_it_bind_in_instructions_and_caption()
    {
        Assert.Equal(TakeStatus.Canceled, Read(Photoshop(IimBlock(Dataset(40, "MANDATORY KILL")))).Take.Status);
        Assert.NotNull(Read(Photoshop(IimBlock(Dataset(120,
            "EMBARGOED UNTIL 06:00 GMT 1 December 2026. A ferry.")))).Take.Embargo);
    }

    [Fact]
    public void Extended_xmp_is_put_together_by_its_name()
    {
        var whole = Encoding.UTF8.GetBytes(Packet("<photoshop:City>Harbour City</photoshop:City>"));
        var guid = ExtendedXmp.GuidOf(whole);
        var main = Xmp($"<xmpNote:HasExtendedXMP>{guid}</xmpNote:HasExtendedXMP>");
        byte[] first = Extended(guid, whole.Length, 0, whole[..100]),
            second = Extended(guid, whole.Length, 100, whole[100..]);

        Assert.Equal("Harbour City", Picture(main, first, second).City);
        Assert.Equal("Harbour City", Picture(main, second, first).City);
        Assert.All<byte[][]>(
            [
                [main, first], [main, first, first, second],
                [main, Extended(guid, whole.Length, 90, whole[100..]), first],
                [main, Extended(new string('A', 32), whole.Length, 0, whole)], [Xmp(""), first, second],
            ],
            segments =>
            {
                var reading = Read(segments);
                Assert.Equal("", reading.Take.Pictures[0].City);
                Assert.Contains(reading.Remarks, remark => remark.Code == "META-005");
            });
    }

    [Fact]
    public void Every_property_is_there_for_people()
    {
        var properties = Read(Photoshop(IimBlock(Dataset(92, "Pier 4"))), Xmp("<odd:Thing>x</odd:Thing>")).Properties;

        Assert.Contains(new PictureProperty("IIM", "2:92 location", "Pier 4"), properties);
        Assert.Contains(new PictureProperty("XMP", "{urn:example:odd}Thing", "x"), properties);
    }

    [Fact]
    public void A_manifest_is_seen()
    {
        byte[] box = [.. "JP"u8, 0, 1, 0, 0, 0, 1, 0, 0, 0, 64, .. "jumb"u8, 0, 0, 0, 30,
            .. "jumdc2pa"u8, .. new byte[40]];

        Assert.True(Read(Segment(0xEB, box)).HasManifest);
        Assert.False(Read(Segment(0xEB, "JP\0\x01 other"u8.ToArray())).HasManifest);
        Assert.False(Read().HasManifest);
    }

    [Fact]
    public void Bytes_that_are_no_picture_are_said_to_be_none()
    {
        var reading = PictureFile.Read("no picture"u8);

        Assert.Null(reading.Kind);
        Assert.Equal("META-001", Assert.Single(reading.Remarks).Code);
    }

    static PictureFileReading Read(params byte[][] segments) => PictureFile.Read(With(segments));

    static Picture Picture(params byte[][] segments) => Read(segments).Take.Pictures[0];
}
