using System.Security.Cryptography;

namespace Writethru.Copy.Json;

/// <summary>
/// When two takes are the same copy, whatever transmissions brought them: all that reaches a reader is equal. Whose
/// number, version, identity and instants a transmission has is no copy, nor what leaves by no path.
/// </summary>
public static class SameCopy
{
    /// <summary>Whether the two are the same copy, with the same files of their pictures.</summary>
    public static bool IsSame(Take take, Take other) => CanonicalJson.AreEqual(Of(take), Of(other));

    /// <summary>
    /// What the same copy is found by, SHA-256 in lower-case hex: of a picture by itself its bytes, of other takes the
    /// copy without the files that this wire keeps and without usage terms, for those come to it on the way. Equal keys
    /// are a find and no proof.
    /// </summary>
    /// <param name="take">The take.</param>
    /// <param name="received">The bytes that it was read from.</param>
    public static string KeyOf(Take take, Received received) => take.Kind == TakeKind.Picture && received.Items == 1
        ? received.Sha256
        : Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.ToUtf8(Of(take) with
        {
            UsageTerms = null,
            Pictures = [.. take.Pictures.Select(picture => picture with
            {
                Id = "",
                UsageTerms = null,
                Renditions = [.. picture.Renditions.Where(file => picture.Id.Length == 0 || file.Sha256.Length == 0)],
            })],
        })));

    static Take Of(Take take) => take with
    {
        SenderId = "",
        SenderVersion = "",
        Sequence = "",
        Signal = Signal.None,
        FirstCreated = null,
        VersionCreated = null,
        Expiry = null,
        Links = take.Links.RemoveAll(link => link.Rel == LinkRels.PreviousVersion),
        Extras = take.Extras.RemoveAll(extra => !ExtraNames.GoesOut(extra.Name)),
    };
}
