using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMl12;

/// <summary>
/// Writes the components of an item: the lines and what the copy is about, the copy in NITF, the pictures.
/// </summary>
sealed class NewsMlComponentWriter(XmlWriter xml, Take take, Channel channel, NewsMlText text)
{
    readonly NewsMlTopicWriter _topics = new(xml, take, text);

    public void Write()
    {
        xml.WriteStartElement("NewsComponent");
        _topics.WriteSets();
        NewsMlXml.Name(xml, "Role", "Main");
        WriteLines();
        WriteAdministrative();
        WriteRights();
        WriteDescriptive();
        var body = text.Body(take.Body);
        if (!body.IsEmpty)
            WriteBody(body);
        for (var i = 0; i < take.Pictures.Length; i++)
            new NewsMlPictureWriter(xml, take.Pictures[i], i, text).Write();
        xml.WriteEndElement();
    }

    void WriteLines()
    {
        xml.WriteStartElement("NewsLines");
        xml.WriteElementString("HeadLine", text.Of("headline", take.Headline));
        var subs = take.Headlines.TakeWhile(headline => headline.Role == NewsMlNames.SubHeadline).Count();
        for (var i = 0; i < subs; i++)
            xml.WriteElementString("SubHeadLine", text.Of($"headlines[{i}].text", take.Headlines[i].Text));
        NewsMlXml.Text(xml, "ByLine", text.Of("byline", take.Byline));
        WriteDateline();
        NewsMlXml.Text(xml, "CreditLine", text.Of("creditLine", take.CreditLine));
        NewsMlXml.Text(xml, "CopyrightLine", text.Of("copyrightNotice", take.CopyrightNotice));
        NewsMlXml.Text(xml, "SeriesLine", text.Of("series", take.Series));
        NewsMlXml.Text(xml, "SlugLine", text.Of("slug", take.Slug));
        for (var i = 0; i < take.Keywords.Length; i++)
            xml.WriteElementString("KeywordLine", text.Of($"keywords[{i}]", take.Keywords[i]));
        if (take.Advisory is { } advisory)
            NewsMlXml.Line(xml, NewsMlNames.AdvisoryLine, text.Of("advisory.text", advisory.Text));
        WriteOurLines(subs);
        xml.WriteEndElement();
    }

    void WriteDateline()
    {
        if (take.Dateline is not { } dateline)
            return;
        if (NewsMlDateline.Of(dateline.Text, dateline.Places) is var read && (dateline.Text.Length == 0
            || !read.Places.SequenceEqual(dateline.Places) || read.Region != dateline.Region
            || read.Date != dateline.Date || read.Agency != dateline.Agency))
            text.Omit("dateline", "Its parts do not follow from its text; only that is carried.");
        NewsMlXml.Text(xml, "DateLine", text.Of("dateline", dateline.Text));
    }

    void WriteOurLines(int subs)
    {
        for (var i = subs; i < take.Headlines.Length; i++)
            WriteOurLine(NewsMlNames.Headline, take.Headlines[i].Role, $"headlines[{i}]", take.Headlines[i].Text);
        for (var i = 0; i < take.Descriptions.Length; i++)
        {
            WriteOurLine(
                NewsMlNames.Description, take.Descriptions[i].Role, $"descriptions[{i}]", take.Descriptions[i].Text);
        }
        for (var i = 0; i < take.Notes.Length; i++)
        {
            if (take.Notes[i].IsPublic)
                WriteOurLine(NewsMlNames.Note, take.Notes[i].Role, $"notes[{i}]", take.Notes[i].Text);
            else
                text.Omit($"notes[{i}]", "A note that is not public; the format has no mark for those.");
        }
        for (var i = 0; i < take.Extras.Length; i++)
        {
            if (ExtraNames.GoesOut(take.Extras[i].Name) && !string.IsNullOrWhiteSpace(take.Extras[i].Text))
                WriteOurLine(NewsMlNames.Extra, take.Extras[i].Name, $"extras[{i}]", take.Extras[i].Text);
            else
                text.Omit($"extras[{i}]", $"'{take.Extras[i].Name}' is no copy that goes out.");
        }
    }

    void WriteOurLine(string prefix, string role, string field, string words) => NewsMlXml.Line(
        xml, prefix + text.Of($"{field}.role", role), text.Of($"{field}.text", words));

    void WriteAdministrative()
    {
        if (take.Provider.Length == 0 && take.Source.Length == 0)
            return;
        xml.WriteStartElement("AdministrativeMetadata");
        NewsMlXml.Party(xml, "Provider", text.Of("provider", take.Provider));
        NewsMlXml.Party(xml, "Source", text.Of("source", take.Source));
        xml.WriteEndElement();
    }

    void WriteRights()
    {
        if (take.CopyrightHolder.Length == 0 && take.UsageTerms is null)
            return;
        xml.WriteStartElement("RightsMetadata");
        if (take.CopyrightHolder.Length > 0)
        {
            xml.WriteStartElement("Copyright");
            xml.WriteElementString("CopyrightHolder", text.Of("copyrightHolder", take.CopyrightHolder));
            xml.WriteElementString("CopyrightDate", "");
            xml.WriteEndElement();
        }
        WriteTerms(xml, text.Of("usageTerms.text", take.UsageTerms?.Text ?? ""));
        xml.WriteEndElement();
    }

    /// <summary>Usage terms, verbatim, as the limitations of use.</summary>
    public static void WriteTerms(XmlWriter xml, string terms)
    {
        if (terms.Length == 0)
            return;
        xml.WriteStartElement("UsageRights");
        xml.WriteElementString("Limitations", terms);
        xml.WriteEndElement();
    }

    void WriteDescriptive()
    {
        xml.WriteStartElement("DescriptiveMetadata");
        if (take.Language.Length > 0)
            NewsMlXml.Name(xml, "Language", text.Of("language", take.Language));
        _topics.WriteConcepts();
        xml.WriteEndElement();
    }

    /// <summary>
    /// NITF without a namespace: what five in six items of NewsML 1 carry, and the only thing that many receivers read.
    /// A picture is referred to where it stands, as AFP does.
    /// </summary>
    void WriteBody(ImmutableArray<Paragraph> body)
    {
        xml.WriteStartElement("NewsComponent");
        NewsMlXml.Name(xml, "Role", "Main");
        xml.WriteStartElement("ContentItem");
        NewsMlXml.Name(xml, "MediaType", "Text");
        NewsMlXml.Name(xml, "Format", "NITF3.6");
        NewsMlXml.Name(xml, "MimeType", "text/vnd.IPTC.NITF");
        xml.WriteStartElement("DataContent");
        if (channel.NitfNamespace)
            xml.WriteRaw("<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\">");
        else
            xml.WriteRaw("<nitf>");
        var dateline = Markup.XmlText.Escape(take.Dateline?.Text ?? "");
        xml.WriteRaw($"<body><body.head><dateline class=\"{NitfRoles.Prefix}{NitfRoles.Dateline}\">");
        xml.WriteRaw($"{dateline}</dateline></body.head><body.content>");
        xml.WriteRaw(new MarkupWriter(MarkupDialect.Nitf).Write(body, "", place => ReferencesAt(place, body.Length)));
        xml.WriteRaw("</body.content></body></nitf>");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    string ReferencesAt(int place, int paragraphs) => string.Concat(take.Pictures
        .Select((picture, i) => (Picture: picture, Number: i + 1))
        .Where(numbered => numbered.Picture.Withheld is null && Math.Min(numbered.Picture.After, paragraphs) == place)
        .Select(numbered => string.Create(CultureInfo.InvariantCulture,
            $"<media media-type=\"image\"><media-reference data-location=\"#picture-{numbered.Number}\"/></media>")));
}
