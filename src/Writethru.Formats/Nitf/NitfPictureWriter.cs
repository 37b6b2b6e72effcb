using System.Globalization;
using System.Text;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Nitf;

/// <summary>The pictures, each behind its paragraph and all in their order.</summary>
sealed class NitfPictureWriter(NitfOutput xml, Take take, int paragraphs)
{
    /// <summary>Markup by the number of the paragraph behind which it stands.</summary>
    public Dictionary<int, string> Write()
    {
        var markup = new Dictionary<int, string>();
        var place = 0;
        for (var i = 0; i < take.Pictures.Length; i++)
        {
            place = Math.Min(Math.Max(place, take.Pictures[i].After), paragraphs);
            using var part = xml.Fragment();
            WriteMedia(part, take.Pictures[i], $"pictures[{i}]", take.Pictures[i].After == place);
            markup[place] = markup.GetValueOrDefault(place) + Encoding.UTF8.GetString(part.Written);
        }
        return markup;
    }

    static void WriteMedia(NitfOutput xml, Picture picture, string field, bool isInPlace)
    {
        xml.Start("media");
        xml.Attribute("media-type", "image");
        if (!isInPlace)
            WriteMetadata(xml, NitfRoles.After, picture.After.ToString(CultureInfo.InvariantCulture), "");
        if (picture.Withheld is { } reason)
        {
            WriteMetadata(xml, NitfRoles.Withheld, NitfRoles.WithheldPrefix + Words.Of(reason), "");
            xml.Start("media-reference");
            xml.End();
            xml.End();
            return;
        }
        WriteMetadata(xml, "id", picture.SenderId, $"{field}.senderId");
        WriteReferences(xml, picture, field);
        WriteCaption(xml, NitfMedia.TermsIn(picture.Caption) is null ? "" : NitfRoles.Caption, picture.Caption,
            $"{field}.caption");
        WriteCaption(xml, NitfRoles.Headline, picture.Headline, $"{field}.headline");
        WriteCaption(xml, NitfRoles.UsageTerms, picture.UsageTerms?.Text ?? "", $"{field}.usageTerms");
        if (picture.Credit.Length > 0 || picture.Source.Length > 0)
        {
            xml.Start("media-producer");
            xml.Line(picture.Credit, $"{field}.credit");
            xml.End();
        }
        xml.End();
    }

    static void WriteMetadata(NitfOutput xml, string name, string value, string field)
    {
        if (value.Length == 0)
            return;
        xml.Start("media-metadata");
        xml.Attribute("name", name);
        xml.Attribute("value", value, field);
        xml.End();
    }

    static void WriteReferences(NitfOutput xml, Picture picture, string field)
    {
        for (var i = 0; i < Math.Max(1, picture.Renditions.Length); i++)
        {
            xml.Start("media-reference");
            if (i < picture.Renditions.Length)
                WriteRendition(xml, picture.Renditions[i], $"{field}.renditions[{i}]");
            if (i == 0)
            {
                xml.Attribute("source-credit", picture.Source, $"{field}.source");
                xml.Attribute("copyright", picture.CopyrightNotice, $"{field}.copyrightNotice");
            }
            xml.End();
        }
    }

    static void WriteRendition(NitfOutput xml, Rendition rendition, string field)
    {
        if (rendition.Href.Length == 0)
            xml.Omit(field, "A file without an address.");
        if (rendition.Bytes is not null)
            xml.Omit($"{field}.bytes", "NITF has no place for the size of a file.");
        xml.Attribute("source", rendition.Href, $"{field}.href");
        xml.Attribute("name", rendition.Name, $"{field}.name");
        xml.Attribute("mime-type", rendition.MediaType, $"{field}.mediaType");
        xml.Attribute("height", rendition.Height?.ToString(CultureInfo.InvariantCulture) ?? "");
        xml.Attribute("width", rendition.Width?.ToString(CultureInfo.InvariantCulture) ?? "");
    }

    static void WriteCaption(NitfOutput xml, string role, string text, string field)
    {
        if (text.Length == 0)
            return;
        xml.Start("media-caption");
        if (role.Length > 0)
            xml.Attribute("class", NitfRoles.Prefix + role);
        xml.Lines(text, field, inParagraph: false);
        xml.End();
    }
}
