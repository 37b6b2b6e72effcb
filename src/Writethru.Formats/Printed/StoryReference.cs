using System.Globalization;
using Writethru.Copy;

namespace Writethru.Formats.Printed;

/// <summary>
/// The line by which another Writethru finds the story of a take where a format has no place for an identity:
/// <c>Ref: urn:writethru:9wdipjmruhjvf4ya/3</c>. It stands behind all copy, as the last line.
/// </summary>
static class StoryReference
{
    const string Opening = "Ref: ";
    const string Namespace = "urn:writethru:";
    const int MostDigits = 9;

    /// <summary>The take as one that came in under the identity of its story here, and with our number.</summary>
    public static Take Identified(Take take, FiledTake filed) => take with
    {
        SenderId = Namespace + filed.Story.Value,
        SenderVersion = filed.Number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>What of its sender's identity is not carried, because ours stands in its place.</summary>
    public static IEnumerable<Omission> OmissionsOf(Take take)
    {
        if (take.SenderId.Length > 0)
            yield return new Omission("senderId", "The reference names the story of this wire.");
        if (take.SenderVersion.Length > 0)
            yield return new Omission("senderVersion", "The reference has this wire's take number.");
    }

    /// <summary>The line of a take that bears an identity of ours.</summary>
    public static string Print(Take take) => $"{Opening}{take.SenderId}/{take.SenderVersion}";

    /// <summary>The take with the identity that the line gives it; null when the line is no reference alone.</summary>
    public static Take? Read(string line, Take take) => Is(line) && line.LastIndexOf('/') is var stroke
        ? take with { SenderId = line[Opening.Length..stroke], SenderVersion = line[(stroke + 1)..] }
        : null;

    /// <summary>Whether the line is a reference and nothing else.</summary>
    public static bool Is(string line) => line.StartsWith(Opening + Namespace, StringComparison.Ordinal)
        && line.LastIndexOf('/') is > 0 and var stroke
        && StoryId.IsWellFormed(line[(Opening.Length + Namespace.Length)..stroke])
        && line.AsSpan(stroke + 1) is { Length: > 0 and <= MostDigits } number
        && number.IndexOfAnyExceptInRange('0', '9') < 0;
}
