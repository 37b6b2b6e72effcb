using System.Globalization;
using System.Xml;
using Writethru.Copy;

namespace Writethru.Formats.NewsMl12;

/// <summary>
/// Writes a picture as a component: its lines and rights, its caption and each file as a component in it.
/// </summary>
sealed class NewsMlPictureWriter(XmlWriter xml, Picture picture, int index, NewsMlText text)
{
    public void Write()
    {
        xml.WriteStartElement("NewsComponent");
        xml.WriteAttributeString("Duid", string.Create(CultureInfo.InvariantCulture, $"picture-{index + 1}"));
        NewsMlXml.Name(xml, "Role", NewsMlNames.PictureRole);
        if (picture.Withheld is { } reason)
            WriteWithheld(reason);
        else
            WriteLines();
        if (picture.Withheld is null)
            WriteMetadata();
        xml.WriteStartElement("DescriptiveMetadata");
        NewsMlXml.Property(xml, NewsMlNames.After, picture.After.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        if (picture.Withheld is null)
            WriteContent();
        xml.WriteEndElement();
    }

    void WriteWithheld(WithholdReason reason)
    {
        xml.WriteStartElement("NewsLines");
        NewsMlXml.Line(xml, NewsMlNames.Withheld, $"withheld: {Words.Of(reason)}");
        xml.WriteEndElement();
    }

    void WriteLines()
    {
        xml.WriteStartElement("NewsLines");
        NewsMlXml.Text(xml, "HeadLine", Of("headline", picture.Headline));
        NewsMlXml.Text(xml, "CreditLine", Of("credit", picture.Credit));
        NewsMlXml.Text(xml, "CopyrightLine", Of("copyrightNotice", picture.CopyrightNotice));
        xml.WriteEndElement();
    }

    void WriteMetadata()
    {
        if (picture.SenderId.Length > 0 || picture.Source.Length > 0)
        {
            xml.WriteStartElement("AdministrativeMetadata");
            NewsMlXml.Text(xml, "SystemIdentifier", Of("senderId", picture.SenderId));
            NewsMlXml.Party(xml, "Source", Of("source", picture.Source));
            xml.WriteEndElement();
        }
        if (picture.UsageTerms is { } terms)
        {
            xml.WriteStartElement("RightsMetadata");
            NewsMlComponentWriter.WriteTerms(xml, Of("usageTerms.text", terms.Text));
            xml.WriteEndElement();
        }
    }

    void WriteContent()
    {
        if (picture.Caption.Length > 0)
        {
            xml.WriteStartElement("NewsComponent");
            NewsMlXml.Name(xml, "Role", "Caption");
            xml.WriteStartElement("ContentItem");
            NewsMlXml.Name(xml, "MediaType", "Text");
            xml.WriteElementString("DataContent", Of("caption", picture.Caption));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        for (var i = 0; i < picture.Renditions.Length; i++)
            WriteRendition(picture.Renditions[i], $"renditions[{i}]");
    }

    void WriteRendition(Rendition file, string field)
    {
        xml.WriteStartElement("NewsComponent");
        if (file.Name.Length > 0)
            NewsMlXml.Name(xml, "Role", Of($"{field}.name", file.Name));
        xml.WriteStartElement("ContentItem");
        xml.WriteAttributeString("Href", Of($"{field}.href", file.Href));
        NewsMlXml.Name(xml, "MediaType", "Photo");
        if (file.MediaType.Length > 0)
            NewsMlXml.Name(xml, "MimeType", Of($"{field}.mediaType", file.MediaType));
        if (file.Bytes is not null || file.Width is not null || file.Height is not null || file.Sha256.Length > 0)
        {
            xml.WriteStartElement("Characteristics");
            NewsMlXml.Text(xml, "SizeInBytes", Number(file.Bytes));
            if (file.Width is not null)
                NewsMlXml.Property(xml, "Width", Number(file.Width));
            if (file.Height is not null)
                NewsMlXml.Property(xml, "Height", Number(file.Height));
            if (file.Sha256.Length > 0)
                NewsMlXml.Property(xml, NewsMlNames.Sha256, file.Sha256);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    string Of(string field, string words) => text.Of($"pictures[{index}].{field}", words);

    static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
