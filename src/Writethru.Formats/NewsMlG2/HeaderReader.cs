using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMlG2;

/// <summary>Reads the header of a message, which goes to each item in it.</summary>
static class HeaderReader
{
    /// <summary>
    /// Most parts of a header and the longest text of one: it goes to each item, and must not make much of little.
    /// </summary>
    const int MostParts = 64, LongestText = 1_000;

    public static void Read(ItemReading item, XmlPart header)
    {
        var parts = 0;
        foreach (var part in header.Children)
        {
            if (part.Name is "catalogRef" or "catalog" || part.Name is "sent" or "sender" && item.Codes.AreOurs)
                continue;
            if (++parts > MostParts || Texts.Of(part) is { Length: > LongestText })
            {
                item.Remark(NewsMlG2Remarks.HeaderLeft, Severity.Warning, part,
                    $"A header of more than {MostParts} parts or {LongestText} characters in one: "
                    + "the rest is only in the received bytes.");
                if (header.Children.Any(Limits.AreIn))
                    item.Terms.Add("header: limits that are only in the received bytes");
                return;
            }
            ReadPart(item, part);
        }
    }

    static void ReadPart(ItemReading item, XmlPart part)
    {
        switch (part.Name)
        {
            case "transmitId" when item.Take.Sequence.Length == 0:
                item.Take = item.Take with { Sequence = Texts.Of(part) };
                break;
            case "priority" when int.TryParse(part.Text.Trim(), out var priority) && priority is >= 1 and <= 9:
                item.Take = item.Take with { Priority = priority };
                break;
            default:
                item.Keep($"header/{part.Name}", part);
                break;
        }
    }
}
