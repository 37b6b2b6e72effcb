using Writethru.Copy;

namespace Writethru.Formats.NewsMlG2;

/// <summary>What our own writer says that the standard has no property for.</summary>
static class OurProperties
{
    public static void Read(ItemReading item)
    {
        foreach (var (name, value) in item.Ours)
        {
            var take = item.Take;
            item.Take = name switch
            {
                Roles.Series => take with { Series = value },
                Roles.EndMark => take with { EndMark = value },
                Roles.Contact => take with { Contact = value },
                Roles.FirstCreated => take with { FirstCreated = Time(value, take.FirstCreated) },
                Roles.VersionCreated => take with { VersionCreated = Time(value, null) },
                Roles.Expiry => take with { Expiry = Time(value, take.Expiry) },
                Roles.Embargo => take,
                _ => take with { Extras = take.Extras.Add(new Extra($"itemMeta/{name}", value)) },
            };
        }
    }

    /// <summary>The text as its sender wrote it, with the instant that the standard's own property gives.</summary>
    static SenderTime? Time(string text, SenderTime? instant) => text.Length == 0 ? instant
        : new SenderTime(text, instant?.At ?? SenderTimes.Read(text, "")?.At);
}
