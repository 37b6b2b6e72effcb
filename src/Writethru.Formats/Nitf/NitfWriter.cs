using System.Buffers;
using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.Nitf;

/// <summary>A take as one NITF 3.6 document.</summary>
static class NitfWriter
{
    public static ImmutableArray<Omission> Write(FiledTake filed, Channel channel, IBufferWriter<byte> output)
    {
        using var xml = new NitfOutput(channel.NitfNamespace ? NitfFormat.Namespace : "");
        var take = Notice.Labelled(filed);
        xml.Start("nitf");
        xml.Attribute("version", NitfFormat.Version);
        xml.Attribute("baselang", take.Language, "language");
        new NitfHeadWriter(xml, filed with { Take = take }, channel).Write();
        new NitfBodyWriter(xml, take, ProviderOf(take, channel)).Write();
        xml.End();
        Omit(xml, take);
        output.Write(xml.Written);
        return xml.Omissions;
    }

    /// <summary>Who moves the copy; the channel's agency where the copy does not say.</summary>
    public static string ProviderOf(Take take, Channel channel) =>
        take.Provider.Length > 0 ? take.Provider : channel.Provider;

    /// <summary>What NITF has no place for, whatever it says.</summary>
    static void Omit(NitfOutput xml, Take take)
    {
        if (take.SenderId.Length > 0)
            xml.Omit("senderId", "The doc-id names the story of this wire.");
        if (take.SenderVersion.Length > 0)
            xml.Omit("senderVersion", "The version is this wire's take number.");
        if (take.VersionCreated is not null)
            xml.Omit("versionCreated", "The date of issue is when this wire filed it.");
        if (take.Signal != Signal.None)
            xml.Omit("signal", "What this wire does with it is said by its own number.");
        if (take.Urgency == 9)
            xml.Omit("urgency", "NITF knows 1 to 8: written as 8.");
        if (!take.Links.IsEmpty)
            xml.Omit("links", "NITF has no place for links beside the copy.");
        for (var i = 0; i < take.Extras.Length; i++)
        {
            if (!ExtraNames.GoesOut(take.Extras[i].Name))
                xml.Omit($"extras[{i}]", $"'{take.Extras[i].Name}' is a field of the sender's own format.");
        }
    }
}
