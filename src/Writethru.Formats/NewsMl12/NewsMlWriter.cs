using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Writethru.Copy;

namespace Writethru.Formats.NewsMl12;

/// <summary>Writes a take as a NewsML 1.2 document with one item.</summary>
/// <remarks>
/// In the order of elements that both the 1.0 and the 1.2 document type allow. Nothing is indented: text stands as it
/// is.
/// </remarks>
sealed class NewsMlWriter(FiledTake filed, Channel channel)
{
    /// <summary>Part of the identity of every item of ours; the standard wants a name without digits.</summary>
    const string ProviderId = "writethru";

    /// <summary>
    /// The date in the identity of every story. It must not change from one revision to the next, and a take does not
    /// know when the first of its story was filed; the identity of the story is unique without it.
    /// </summary>
    const string DateId = "20260101";

    static readonly XmlWriterSettings _settings = new()
    {
        OmitXmlDeclaration = true,
        NewLineHandling = NewLineHandling.Entitize,
        CheckCharacters = false,
    };

    readonly Take _take = Notice.Of(filed);
    readonly NewsMlText _text = new();
    readonly StringBuilder _document = new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    /// <summary>Writes the document and says what it does not carry.</summary>
    public ImmutableArray<Omission> Write(IBufferWriter<byte> output)
    {
        using (var xml = XmlWriter.Create(_document, _settings))
        {
            xml.WriteStartElement("NewsML");
            xml.WriteAttributeString("Version", "1.2");
            WriteEnvelope(xml);
            xml.WriteStartElement("NewsItem");
            WriteIdentification(xml);
            WriteManagement(xml);
            new NewsMlComponentWriter(xml, _take, channel, _text).Write();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        foreach (var chunk in _document.GetChunks())
            Encoding.UTF8.GetBytes(chunk.Span, output);
        return _text.Omissions;
    }

    void WriteEnvelope(XmlWriter xml)
    {
        xml.WriteStartElement("NewsEnvelope");
        if (channel.Sequence is { } sequence)
            xml.WriteElementString("TransmissionId", sequence.ToString(CultureInfo.InvariantCulture));
        if (_take.Sequence.Length > 0)
            _text.Omit("sequence", "The number of the transmission is this wire's own.");
        NewsMlXml.Party(xml, "SentFrom", Markup.XmlText.Clean(channel.Provider));
        xml.WriteElementString("DateAndTime", NewsMlNames.Time(filed.FiledAt));
        if (_take.Priority is { } priority)
            NewsMlXml.Name(xml, "Priority", priority.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    void WriteIdentification(XmlWriter xml)
    {
        var number = filed.Number.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement("Identification");
        xml.WriteStartElement("NewsIdentifier");
        xml.WriteElementString("ProviderId", ProviderId);
        xml.WriteElementString("DateId", DateId);
        xml.WriteElementString("NewsItemId", filed.Story.Value);
        xml.WriteStartElement("RevisionId");
        xml.WriteAttributeString("PreviousRevision", (filed.Number - 1).ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("Update", "N");
        xml.WriteString(number);
        xml.WriteEndElement();
        xml.WriteElementString(
            "PublicIdentifier", $"urn:newsml:{ProviderId}:{DateId}:{filed.Story.Value}:{number}");
        xml.WriteEndElement();
        xml.WriteStartElement("Label");
        NewsMlXml.Name(xml, "LabelType", NewsMlNames.Uri);
        xml.WriteElementString("LabelText", $"urn:writethru:{filed.Story.Value}");
        xml.WriteEndElement();
        xml.WriteEndElement();
        if (_take.SenderId.Length > 0)
            _text.Omit("senderId", "The item's identity names the story of this wire.");
        if (_take.SenderVersion.Length > 0)
            _text.Omit("senderVersion", "The item's revision is this wire's take number.");
    }

    void WriteManagement(XmlWriter xml)
    {
        xml.WriteStartElement("NewsManagement");
        NewsMlXml.Name(xml, "NewsItemType", _take.Kind == TakeKind.Picture ? NewsMlNames.PhotoType : "News");
        xml.WriteElementString("FirstCreated", NewsMlNames.Time(_take.FirstCreated?.At ?? filed.FiledAt));
        xml.WriteElementString("ThisRevisionCreated", NewsMlNames.Time(filed.FiledAt));
        WriteStatus(xml);
        if (_take.Urgency is { } urgency)
            NewsMlXml.Name(xml, "Urgency", urgency.ToString(CultureInfo.InvariantCulture));
        WriteLinks(xml);
        WriteInstruction(xml);
        WriteProperties(xml);
        xml.WriteEndElement();
    }

    /// <summary>
    /// What is embargoed will become usable; what expires will be withheld. A dead item changes no more.
    /// </summary>
    void WriteStatus(XmlWriter xml)
    {
        var isDead = _take.Status == TakeStatus.Canceled;
        var name = _take.Status.ToString();
        NewsMlXml.Name(xml, "Status", _take is { Status: TakeStatus.Usable, Embargo: not null } ? "Embargoed" : name);
        if (_take.Embargo?.Until is { } until && !isDead)
            WriteChange(xml, "Usable", until);
        if (_take.Expiry?.At is { } expiry && !isDead)
            WriteChange(xml, "Withheld", expiry);
        if (_take.Embargo is not null && isDead)
        {
            _text.Omit("embargo", "A canceled item does not become usable.");
            _text.Omit("embargoText", "A canceled item does not become usable.");
        }
        if (_take.Expiry is not null && isDead)
            _text.Omit("expiry", "A canceled item does not expire.");
    }

    static void WriteChange(XmlWriter xml, string status, DateTimeOffset at)
    {
        xml.WriteStartElement("StatusWillChange");
        NewsMlXml.Name(xml, "FutureStatus", status);
        xml.WriteElementString("DateAndTime", NewsMlNames.Time(at));
        xml.WriteEndElement();
    }

    /// <summary>The document type wants what an item is derived from before what it is associated with.</summary>
    void WriteLinks(XmlWriter xml)
    {
        var isAssociated = false;
        for (var i = 0; i < _take.Links.Length; i++)
        {
            var link = _take.Links[i];
            var isDerived = link.Rel == LinkRels.DerivedFrom && !isAssociated;
            isAssociated |= !isDerived;
            xml.WriteStartElement(isDerived ? "DerivedFrom" : "AssociatedWith");
            if (!isDerived && link.Rel != LinkRels.Related)
                xml.WriteAttributeString("FormalName", _text.Of($"links[{i}].rel", link.Rel));
            xml.WriteAttributeString("NewsItem", _text.Of($"links[{i}].target", link.Target));
            NewsMlXml.Comment(xml, null, _text.Of($"links[{i}].title", link.Title));
            NewsMlXml.Comment(xml, NewsMlNames.LinkVersion, _text.Of($"links[{i}].version", link.Version));
            NewsMlXml.Comment(xml, NewsMlNames.LinkMediaType, _text.Of($"links[{i}].mediaType", link.MediaType));
            xml.WriteEndElement();
        }
    }

    /// <summary>What the item does with its earlier revisions; a kill cancels all of them.</summary>
    void WriteInstruction(XmlWriter xml)
    {
        var signal = filed.Number == 1 ? Signal.None : filed.Cause switch
        {
            Cause.Correction => Signal.Correction,
            Cause.Refile => Signal.Refile,
            Cause.Development or Cause.Lead or Cause.WriteThru => Signal.Update,
            _ => Signal.None,
        };
        if (_take.Signal != signal && _take.Signal != Signal.None)
            _text.Omit("signal", "What the item does is what this wire does with it.");
        if (signal != Signal.None)
            NewsMlXml.Name(xml, "Instruction", signal.ToString());
        if (!filed.IsKill)
            return;
        xml.WriteStartElement("Instruction");
        xml.WriteAttributeString("FormalName", filed.Cause.ToString());
        xml.WriteStartElement("RevisionStatus");
        NewsMlXml.Name(xml, "Status", "Canceled");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    void WriteProperties(XmlWriter xml)
    {
        WriteTime(xml, NewsMlNames.FirstCreated, "firstCreated", _take.FirstCreated, hasElement: true);
        WriteTime(xml, NewsMlNames.VersionCreated, "versionCreated", _take.VersionCreated, hasElement: false);
        if (_take.Status != TakeStatus.Canceled)
            WriteTime(xml, NewsMlNames.Expiry, "expiry", _take.Expiry, hasElement: true);
        WriteEmbargoWords(xml);
        if (_take.CopyrightNotice.Length > 0)
            NewsMlXml.Property(xml, NewsMlNames.Notice, "notice");
        if (_take.WordCount is { } words)
            NewsMlXml.Property(xml, NewsMlNames.WordCount, words.ToString(CultureInfo.InvariantCulture));
        if (_take.EndMark.Length > 0)
            NewsMlXml.Property(xml, NewsMlNames.EndMark, _text.Of("endMark", _take.EndMark));
        if (_take.Contact.Length > 0)
            NewsMlXml.Property(xml, NewsMlNames.Contact, _text.Of("contact", _take.Contact));
    }

    /// <summary>The words of an embargo, where its element does not say the same.</summary>
    void WriteEmbargoWords(XmlWriter xml)
    {
        if (_take is { Embargo: { } embargo, Status: not TakeStatus.Canceled }
            && (embargo.Until is not { } until || embargo.Text != NewsMlNames.Time(until)))
            NewsMlXml.Property(xml, NewsMlNames.Embargo, _text.Of("embargoText", embargo.Text));
    }

    /// <summary>The words of a time where they are not those of the standard.</summary>
    void WriteTime(XmlWriter xml, string name, string field, SenderTime? time, bool hasElement)
    {
        if (time is null || hasElement && time.At is { } instant && time.Text == NewsMlNames.Time(instant))
            return;
        if (SenderTimes.Read(time.Text, "")?.At == time.At)
            NewsMlXml.Property(xml, name, _text.Of($"{field}.text", time.Text));
        else
            _text.Omit(hasElement ? $"{field}.text" : field, "Its zone is the sender's own; the instant is written.");
    }
}
