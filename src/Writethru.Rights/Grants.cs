using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>
/// How <see cref="Decision.Deliver.Grant"/> is written: what kind of copy it is, the reason of each picture that stays
/// behind, how many pictures of the story were taken down. The ledger keeps it, so it is read again for the audit.
/// </summary>
public static class Grants
{
    const string Early = "embargoed", NoticeKind = "notice";

    /// <summary>Of a take: equal grants are equal bytes.</summary>
    /// <param name="isEarly">Whether it is not out yet, and goes by an agreement.</param>
    /// <param name="pictures">One entry a picture.</param>
    /// <param name="takenDown">
    /// How many pictures of the story were taken down: with another take too they change what this one may link to.
    /// </param>
    internal static string Of(bool isEarly, ImmutableArray<WithholdReason?> pictures, int takenDown = 0)
    {
        var words = new string[pictures.Length];
        for (var i = 0; i < words.Length; i++)
            words[i] = pictures[i] is { } why ? Words.Of(why) : "";
        var reasons = string.Join(',', words);
        return isEarly || takenDown > 0
            ? (isEarly ? Early + "/" : "") + reasons + (takenDown > 0 ? $"/{takenDown}" : "")
            : reasons;
    }

    /// <summary>Of a notice.</summary>
    /// <param name="knows">The newest take that its reader knows.</param>
    internal static string OfNotice(int? knows) => $"{NoticeKind}/{knows}/";

    /// <summary>Whether a grant lets through what none of some others of the same take did.</summary>
    /// <param name="grant">What is granted of it now.</param>
    /// <param name="had">What was; empty for nothing.</param>
    /// <param name="pictures">How many pictures the take has.</param>
    public static bool HasMore(string grant, IReadOnlyCollection<string> had, int pictures)
    {
        if (had.Contains(grant))
            return false;
        if (had.Count == 0 || (!IsEarly(grant) && had.All(IsEarly)))
            return true;
        var before = had.Select(one => PicturesOf(one, pictures)).ToList();
        return PicturesOf(grant, pictures).Index().Any(picture =>
            picture.Item is null && before.All(one => one.IsEmpty || one[picture.Index] is not null));
    }

    static bool IsEarly(string grant) => grant.StartsWith(Early + "/", StringComparison.Ordinal);

    /// <summary>What became of each picture of a take.</summary>
    /// <param name="grant">What was granted of it.</param>
    /// <param name="pictures">How many pictures the take has.</param>
    /// <returns>One entry a picture, null where it went along; empty for a notice, and for what is no such
    /// grant.</returns>
    public static ImmutableArray<WithholdReason?> PicturesOf(string grant, int pictures)
    {
        var parts = grant.Split('/');
        if (parts[0] == NoticeKind)
            return [];
        var words = (parts[0] == Early && parts.Length > 1 ? parts[1] : parts[0]).Split(',');
        return words.Length == pictures
            && words.All(word => word.Length == 0 || Words.Read<WithholdReason>(word) is not null)
            ? [.. words.Select(Words.Read<WithholdReason>)]
            : [];
    }
}
