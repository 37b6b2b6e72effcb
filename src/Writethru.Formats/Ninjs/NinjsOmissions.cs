using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>What of a take an object of ours does not carry.</summary>
static class NinjsOmissions
{
    public static ImmutableArray<Omission> Of(Take take)
    {
        var omissions = ImmutableArray.CreateBuilder<Omission>();
        if (take.SenderId.Length > 0)
            omissions.Add(new Omission("senderId", "The item's uri names the story of this wire."));
        if (take.SenderVersion.Length > 0)
            omissions.Add(new Omission("senderVersion", "The item's version is this wire's take number."));
        if (take.Dateline is { } dateline && !IsReadable(dateline))
            omissions.Add(new Omission("dateline", "Its parts do not follow from its text; only that is carried."));
        for (var i = 0; i < take.Body.Length; i++)
        {
            if (take.Body[i].Text.Length == 0)
                omissions.Add(new Omission($"body[{i}]", "An empty paragraph."));
        }
        for (var i = 0; i < take.Extras.Length; i++)
        {
            var name = take.Extras[i].Name;
            if (!NinjsRoles.CarriesExtra(name))
                omissions.Add(new Omission($"extras[{i}]", $"'{name}' is a field of the sender's own format."));
        }
        return omissions.ToImmutable();
    }

    static bool IsReadable(Dateline dateline)
    {
        var read = NinjsBody.DatelineOf(dateline.Text);
        return dateline.Text.Length > 0 && read.Places.SequenceEqual(dateline.Places) && read.Region == dateline.Region
            && read.Date == dateline.Date && read.Agency == dateline.Agency;
    }
}
