using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Writethru.Copy;
using Writethru.Formats.Binding;

namespace Writethru.Formats.PictureFiles;

/// <summary>
/// Writes what a story says of a picture into the file of the picture, as IIM and XMP that agree. No pixel is touched.
/// </summary>
public static class JpegMetadata
{
    /// <summary>What a segment holds behind its length.</summary>
    const int LongestSegment = 65_533;

    /// <summary>What a part of extended XMP holds behind its header.</summary>
    const int LongestPart = 65_000;

    static readonly string[] _losses =
        [MetadataRemarks.Cut, MetadataRemarks.Packet, MetadataRemarks.Extended, MetadataRemarks.TooMany];

    /// <summary>
    /// Writes the file with headline, caption, creator, credit, source, copyright, usage terms, instructions, city,
    /// country, keywords, date and our id as the take has them. All other segments and the data of the picture are byte
    /// for byte as they were. Writing into what was written gives the same bytes. Never throws for bad bytes.
    /// </summary>
    /// <remarks>
    /// Copied untouched, with an omission: other kinds than JPEG, a JPEG with a manifest of C2PA that is only relayed,
    /// and one whose segments cannot be changed without harm.
    /// </remarks>
    /// <param name="jpeg">The file.</param>
    /// <param name="filed">The story's current take, redacted for whoever gets the file.</param>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="rendition">
    /// The name of the rendition where we made the file from another: <c>preview</c>. It then says so
    /// (<c>xmpMM:DerivedFrom</c>, <c>xmpMM:RenditionClass</c>). Empty: the file is relayed.
    /// </param>
    /// <param name="picture">Number of the picture in the take, from 0.</param>
    /// <returns>What the file does not say.</returns>
    public static ImmutableArray<Omission> Write(ReadOnlySpan<byte> jpeg, FiledTake filed, IBufferWriter<byte> output,
        string rendition = "", int picture = 0)
    {
        var field = string.Create(CultureInfo.InvariantCulture, $"pictures[{picture}]");
        if (picture >= filed.Take.Pictures.Length || filed.Take.Pictures[picture].Withheld is not null)
            return Copy(jpeg, output, new Omission(field, "The take has no such picture, or withholds it."));
        if (PictureHeader.KindOf(jpeg) != PictureKind.Jpeg)
            return Copy(jpeg, output, new Omission(field,
                "Metadata is written into JPEG only; the file is as it came."));
        var segments = JpegSegments.Find(jpeg);
        var parts = new PictureParts(new Findings());
        JpegParts.Read(jpeg, parts);
        if (parts.HasManifest && rendition.Length == 0)
            return Copy(jpeg, output, new Omission(field,
                "The file bears a manifest (C2PA) that any change would break."));
        if (!segments.HasScan || !segments.IsGapless || IsIndexed(segments, jpeg))
            return Copy(jpeg, output, new Omission(field, "The segments of the file cannot be changed without harm."));

        var sources = PictureSources.Read(parts);
        var fields = WrittenFields.Of(filed, picture, sources.List(80, "dc:creator"));
        if (WriteXmp(parts, fields, rendition) is not { } xmp)
            return Copy(jpeg, output, new Omission(field, "The XMP of the file leaves no place for ours."));
        Assemble(jpeg, segments, xmp, WritePhotoshop(jpeg, segments, parts, fields), output);
        return [.. Omitted(field, filed.Take.Pictures[picture], parts, sources, fields)];
    }

    static ImmutableArray<Omission> Copy(ReadOnlySpan<byte> jpeg, IBufferWriter<byte> output, Omission why)
    {
        output.Write(jpeg);
        return [why];
    }

    /// <summary>
    /// An index of further pictures counts bytes from where it stands: what lies behind it must not change its length.
    /// </summary>
    static bool IsIndexed(JpegSegments segments, ReadOnlySpan<byte> jpeg)
    {
        var isBehind = false;
        foreach (var segment in segments.All)
        {
            if (isBehind && (JpegParts.IsXmp(segment, jpeg) || JpegParts.IsPhotoshop(segment, jpeg)))
                return true;
            isBehind |= segment.Marker == JpegSegments.App2
                && segment.Payload(jpeg).StartsWith(JpegParts.MultiPictureHeader);
        }
        return false;
    }

    static List<byte[]>? WriteXmp(PictureParts parts, ImmutableArray<WrittenField> fields, string rendition)
    {
        if (XmpEdit.Of(parts.Xmp.FirstOrDefault(), ExtendedOf(parts)) is not { } edit)
            return null;
        foreach (var field in fields)
            edit.Set(field);
        edit.TakeOut("tiff:ImageDescription", "tiff:Artist", "tiff:Copyright");
        if (rendition.Length > 0)
        {
            edit.Set(new WrittenField(0, "xmpMM:RenditionClass", XmpForm.Simple, [rendition]));
            var original = fields.First(field => field.Xmp == WrittenFields.Id).Values[0];
            edit.SetStructure("xmpMM:DerivedFrom",
                [("stRef:documentID", original), ("stRef:renditionClass", "default")]);
        }
        if (edit.Write() is not { } written)
            return null;
        var payloads = new List<byte[]> { (byte[])[.. JpegParts.XmpHeader, .. written.Packet] };
        if (written.Extended is { } extended)
        {
            for (var at = 0; at < extended.Length; at += LongestPart)
                payloads.Add(PartOf(extended, at));
        }
        return payloads;
    }

    static byte[] PartOf(byte[] extended, int at)
    {
        Span<byte> place = stackalloc byte[8];
        BinaryPrimitives.WriteInt32BigEndian(place, extended.Length);
        BinaryPrimitives.WriteInt32BigEndian(place[4..], at);
        return
        [
            .. JpegParts.ExtendedHeader, .. Encoding.ASCII.GetBytes(ExtendedXmp.GuidOf(extended)), .. place,
            .. extended[at..Math.Min(extended.Length, at + LongestPart)],
        ];
    }

    static byte[]? ExtendedOf(PictureParts parts)
    {
        if (parts.Xmp.Count == 0 || parts.Extended.Count == 0
            || XmpPacket.Read(parts.Xmp[0], new Findings()) is not { } xmp)
            return null;
        var guid = xmp.Text($"xmpNote:{XmpNames.HasExtended}");
        return guid.Length > 0 ? ExtendedXmp.Join(parts.Extended, guid, new Findings()) : null;
    }

    /// <summary>The image resources with our IIM and its digest in the place of those that were there.</summary>
    static List<byte[]> WritePhotoshop(ReadOnlySpan<byte> jpeg, JpegSegments segments, PictureParts parts,
        ImmutableArray<WrittenField> fields)
    {
        var before = new List<byte[]>();
        foreach (var segment in segments.All)
        {
            if (JpegParts.IsPhotoshop(segment, jpeg))
                before.Add(segment.Payload(jpeg)[JpegParts.PhotoshopHeader.Length..].ToArray());
        }
        var iim = IimEdit.Write(IimBlock.Read(parts.Iim, new Findings()), fields);
        var kept = PhotoshopBlocks.Find(before, new Findings())
            .Where(block => block.Id is not (PhotoshopBlock.Iim or PhotoshopBlock.Digest));
        byte[] whole =
        [
            .. PhotoshopBlocks.Write(PhotoshopBlock.Iim, iim),
            .. PhotoshopBlocks.Write(PhotoshopBlock.Digest, IimBlock.DigestOf(iim)),
            .. kept.SelectMany(block => block.Raw),
        ];
        var payloads = new List<byte[]>();
        var most = LongestSegment - JpegParts.PhotoshopHeader.Length;
        for (var at = 0; at < whole.Length; at += most)
            payloads.Add([.. JpegParts.PhotoshopHeader, .. whole[at..Math.Min(whole.Length, at + most)]]);
        return payloads;
    }

    /// <summary>The segments in their order, ours where their like stood, else behind JFIF and Exif.</summary>
    static void Assemble(ReadOnlySpan<byte> jpeg, JpegSegments segments, List<byte[]> xmp, List<byte[]> photoshop,
        IBufferWriter<byte> output)
    {
        var all = segments.All;
        var (xmpAt, photoshopAt, first) = (-1, -1, 0);
        while (first < all.Length && JpegSegments.StandsFirst(all[first], jpeg))
            first++;
        for (var i = all.Length - 1; i >= 0; i--)
        {
            xmpAt = JpegParts.IsXmp(all[i], jpeg) ? i : xmpAt;
            photoshopAt = JpegParts.IsPhotoshop(all[i], jpeg) || IsBareIim(all[i], jpeg) ? i : photoshopAt;
        }
        (xmpAt, photoshopAt) = (xmpAt < 0 ? first : xmpAt, photoshopAt < 0 ? first : photoshopAt);
        output.Write(jpeg[..2]);
        for (var i = 0; i <= all.Length; i++)
        {
            if (i == xmpAt)
                WriteSegments(JpegSegments.App1, xmp, output);
            if (i == photoshopAt)
                WriteSegments(JpegSegments.App13, photoshop, output);
            if (i < all.Length && !JpegParts.IsXmp(all[i], jpeg) && !JpegParts.IsPhotoshop(all[i], jpeg)
                && !IsBareIim(all[i], jpeg))
                output.Write(jpeg.Slice(all[i].Start, all[i].Length));
        }
        output.Write(jpeg[segments.ScanStart..]);
    }

    static bool IsBareIim(JpegSegment segment, ReadOnlySpan<byte> jpeg) =>
        segment.Marker == JpegSegments.App13 && segment.Payload(jpeg) is [0x1C, ..];

    static void WriteSegments(byte marker, List<byte[]> payloads, IBufferWriter<byte> output)
    {
        foreach (var payload in payloads)
        {
            Span<byte> head = [0xFF, marker, 0, 0];
            BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(payload.Length + 2));
            output.Write(head);
            output.Write(payload);
        }
    }

    static IEnumerable<Omission> Omitted(string field, Picture picture, PictureParts parts, PictureSources sources,
        ImmutableArray<WrittenField> fields)
    {
        if (picture.UsageTerms is { Policy.Length: > 0 })
            yield return new Omission($"{field}.usageTerms.policy",
                "Neither IIM nor XMP has a place for a policy as it is.");
        if (picture.Taken is not null && fields.First(written => written.Iim == 55).Values.IsEmpty)
            yield return new Omission($"{field}.taken", "No date that IIM and XMP can write.");
        var before = new PictureTake(sources, new Findings()).Build().Pictures[0];
        if (picture.Licensor.Length > 0 && picture.Licensor != before.Licensor)
            yield return new Omission($"{field}.licensor", "Written as a name and no more it would lose its parts.");
        if (picture.SubjectCodes.Length > 0 && !picture.SubjectCodes.SequenceEqual(before.SubjectCodes))
            yield return new Omission($"{field}.subjectCodes", "Codes of subjects stay as the file has them.");
        foreach (var (tag, name, iim) in _exif)
        {
            var (old, ours) = (sources.Exif?.Text("IFD0", tag) ?? "",
                fields.First(written => written.Iim == iim).Values);
            if (old.Length > 0 && !ours.Contains(old) && string.Join("; ", ours) != old)
                yield return new Omission($"{field}.{name}", "Exif is kept as it came, and says otherwise.");
        }
        foreach (var remark in parts.Findings.Remarks.Where(remark => _losses.Contains(remark.Code)))
            yield return new Omission(field,
                $"Of the metadata before only what could be read is kept: {remark.Message}");
    }

    /// <summary>What Exif says again: its entry, our field, the dataset of IIM.</summary>
    static readonly (int Tag, string Name, int Iim)[] _exif =
    [
        (TiffNames.Description, "caption", 120), (TiffNames.Artist, "creator", 80),
        (TiffNames.Copyright, "copyrightNotice", 116),
    ];
}
