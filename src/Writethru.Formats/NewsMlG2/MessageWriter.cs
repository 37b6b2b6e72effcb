using System.Collections.Immutable;
using System.Globalization;
using Writethru.Copy;

namespace Writethru.Formats.NewsMlG2;

/// <summary>A take as a message with one news item, NewsML-G2 2.35, conformance level power.</summary>
sealed class MessageWriter(FiledTake filed, TakeReading? reading, Channel channel)
{
    const string Version = "2.35";

    readonly Take _take = Notice.Of(filed);
    readonly ItemMarkup _item = new();

    public ImmutableArray<Omission> Omissions => _item.Omissions;

    public string Write()
    {
        WriteItem();
        var header = new ItemMarkup();
        header.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            .Start("newsMessage", ("xmlns", NewsMlG2Format.Namespace))
            .Start("header")
            .Line("sent", Instant.Write(filed.FiledAt), "")
            .Line("sender", channel.Provider, "")
            .Line("transmitId", string.Create(CultureInfo.InvariantCulture, $"{Identity}:{filed.Number}"), "");
        if (_take.Priority is { } priority and >= 1 and <= 9)
            header.Line("priority", Number(priority), "");
        header.End("header").Start("itemSet")
            .Start("newsItem", ("guid", Identity), ("version", Number(filed.Number)), ("standard", "NewsML-G2"),
                ("standardversion", Version), ("conformance", "power"), ("xml:lang", Language))
            .Empty("catalogRef", ("href", $"http://www.iptc.org/std/catalog/{SchemeTable.Catalog}"))
            .Start("catalog")
            .Empty("scheme", ("alias", Roles.Alias), ("uri", Codes.Ours))
            .Empty("scheme", ("alias", Roles.NoSchemeAlias), ("uri", Roles.NoScheme));
        for (var i = 0; i < _item.Schemes.Count; i++)
        {
            header.Empty("scheme",
                ("alias", string.Create(CultureInfo.InvariantCulture, $"s{i + 1}")), ("uri", _item.Schemes[i]));
        }
        return header.End("catalog").Raw(_item.ToString()).End("newsItem").End("itemSet").End("newsMessage")
            .Raw("\n").ToString();
    }

    string Identity => $"urn:writethru:{filed.Story.Value}";

    string? Language => IsLanguage(_take.Language) ? _take.Language : null;

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    void WriteItem()
    {
        OmitWhatIsOurs();
        WriteRights();
        ItemMetaWriter.Write(_item, filed, _take, channel, Identity);
        ContentMetaWriter.Write(_item, _take, Language);
        var pictures = new PictureWriter(_item, _take);
        pictures.WriteParts();
        ContentWriter.Write(_item, _take, pictures);
    }

    void OmitWhatIsOurs()
    {
        if (_take.SenderId.Length > 0)
            _item.Omit("senderId", "The item's guid names the story of this wire.");
        if (_take.SenderVersion.Length > 0)
            _item.Omit("senderVersion", "The item's version is this wire's take number.");
        if (_take.Sequence.Length > 0)
            _item.Omit("sequence", "The transmitId names this wire's own transmission.");
        if (_take.Priority is not (null or >= 1 and <= 9))
            _item.Omit("priority", "The standard allows 1 to 9.");
        if (_take.Language.Length > 0 && Language is null)
            _item.Omit("language", "Not a language tag.");
    }

    void WriteRights()
    {
        var (holder, notice, terms) = (_take.CopyrightHolder, _take.CopyrightNotice, _take.UsageTerms);
        if (holder.Length + notice.Length > 0 || terms is not null)
        {
            _item.Start("rightsInfo");
            if (holder.Length > 0)
                _item.Start("copyrightHolder").Line("name", holder, "copyrightHolder").End("copyrightHolder");
            _item.Block("copyrightNotice", notice, "copyrightNotice");
            RightsWriter.Write(_item, terms, reading?.Terms, "usageTerms", Identity);
            _item.End("rightsInfo");
        }
        PictureWriter.WriteRights(_item, _take, reading?.PictureTerms ?? [], Identity);
    }

    static bool IsLanguage(string tag) => tag.Length > 0 && tag.Split('-') is var parts
        && parts[0].All(char.IsAsciiLetter) && parts.All(part => part.Length is >= 1 and <= 8)
        && parts.All(part => part.All(char.IsAsciiLetterOrDigit));
}
