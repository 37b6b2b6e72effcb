using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMlG2;

/// <summary>Reads the header of a message, which goes to each item in it.</summary>
static class HeaderReader
{
    public static void Read(ItemReading item, XmlPart header)
    {
        foreach (var part in header.Children)
        {
            switch (part.Name)
            {
                case "catalogRef" or "catalog":
                    break;
                case "transmitId" when item.Take.Sequence.Length == 0:
                    item.Take = item.Take with { Sequence = Texts.Of(part) };
                    break;
                case "priority" when int.TryParse(part.Text.Trim(), out var priority) && priority is >= 1 and <= 9:
                    item.Take = item.Take with { Priority = priority };
                    break;
                case "sent" or "sender" when item.Codes.AreOurs:
                    break;
                default:
                    item.Keep($"header/{part.Name}", part);
                    break;
            }
        }
    }
}
