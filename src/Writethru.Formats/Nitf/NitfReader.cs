using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Nitf;

/// <summary>Bytes of a NITF document to its take.</summary>
static class NitfReader
{
    public static ReadResult Read(ReadOnlySpan<byte> bytes, ReadOptions options)
    {
        var source = XmlSource.Read(bytes, options);
        if (source.Root is not { } root)
            return source.Refuse(NitfFormat.FormatName);
        if (root.Name != "nitf")
        {
            return Refuse(source, root, NitfRemarks.NotNitf,
                $"Found the element {root.Name[..Math.Min(60, root.Name.Length)]}, expected nitf.");
        }
        if (options.IsStrict)
            NitfRules.Check(root, source);
        var content = NitfContent.Read(root, options, source);
        if (content.IsTooMuch)
        {
            return Refuse(source, root, NitfRemarks.TooManyParts,
                $"More than {options.MaxParagraphs} paragraphs or pictures, or more than {options.MaxNodes} cells.");
        }
        var take = new NitfHead(content, root, options, source).Read();
        if (!content.IsWhole)
            take = CopyParts.SetApart(take);
        if (take is { Headline: "", Advisory: null, Body.IsEmpty: true, Pictures.IsEmpty: true }
            && take.Status == TakeStatus.Usable)
        {
            return Refuse(source, root, NitfRemarks.NothingToFile,
                "Neither headline nor body, picture or ed-msg: nothing to file.");
        }
        return new ReadResult
        {
            Format = NitfFormat.FormatName,
            Encoding = source.Text.Charset,
            CharsetCertainty = source.Text.Certainty,
            Takes = [take],
            Remarks = source.Remarks.Resolve(source.Text),
        };
    }

    static ReadResult Refuse(XmlSource source, XmlPart root, string code, string message)
    {
        source.Remarks.Add(code, Severity.Error, source.At(root), message);
        return source.Refuse(NitfFormat.FormatName);
    }
}
