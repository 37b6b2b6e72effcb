using Writethru.Copy;
using Writethru.Desk.Pictures;

namespace Writethru.Desk.Linking;

/// <summary>
/// Usage terms from take to take of a story: what says none keeps those of the copy before it. A sender who means
/// others says them; a field that was forgotten opens nothing.
/// </summary>
/// <remarks>Rules: <c>docs/decisions/0021-provenance-and-binding.md</c>.</remarks>
static class KeptTerms
{
    /// <summary>The take with the terms and the expiry that it does not say, and its pictures with theirs.</summary>
    /// <param name="take">The take as it came, with the identities of the pictures whose files are kept.</param>
    /// <param name="before">The newest copy of its story, or the copy that it is.</param>
    public static Take CarryOn(Take take, Take before) =>
        take.Status == TakeStatus.Canceled || take is { Body.IsEmpty: true, Pictures.IsEmpty: true } ? take : take with
        {
            UsageTerms = take.UsageTerms ?? before.UsageTerms,
            Expiry = take.Expiry ?? before.Expiry,
            Pictures = [.. take.Pictures.Select(picture => picture.UsageTerms is null
                && before.Pictures.FirstOrDefault(known => IsSame(known, picture)) is { UsageTerms: { } terms }
                    ? picture with { UsageTerms = terms }
                    : picture)],
        };

    /// <summary>Whether the take has terms that it did not come with.</summary>
    public static bool HasKept(Take take, Take came) =>
        take.UsageTerms != came.UsageTerms || take.Expiry != came.Expiry
        || take.Pictures.Zip(came.Pictures).Any(pair => pair.First.UsageTerms != pair.Second.UsageTerms);

    static bool IsSame(Picture known, Picture picture) => PictureIdentity.Of(known).IsOf(picture)
        || (known.Id.Length > 0 && known.Id == picture.Id)
        || (HeldFiles.OriginalOf(known) is { Length: > 0 } original && original == HeldFiles.OriginalOf(picture));
}
